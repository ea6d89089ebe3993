"""The report's pages after the slides, and those on what changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from sowhat.compare import compare
from sowhat.export import report
from sowhat.export.report.column import total
from sowhat.export.report.compared import fitted
from sowhat.export.report.pages import halves
from sowhat.export.report.rows import head
from sowhat.model import Audit
from sowhat.rules.accuracy import load_accuracy
from sowhat.worker import Worker

README = Path(__file__).parents[2] / "app" / "README.md"


@pytest.fixture(scope="module")
def many(pptx_audit: Audit, audit_of: Callable[..., Audit]) -> Audit:
    """The small deck, over and over: more slides than a page of the table holds."""
    slides = [pptx_audit.deck.slides[n % 3] for n in range(30)]
    numbered = tuple(replace(slide, number=n) for n, slide in enumerate(slides, start=1))
    return audit_of(replace(pptx_audit.deck, slides=numbered))


def words_on(document: pypdfium2.PdfDocument, label: str) -> str:
    pages = [i for i in range(len(document)) if document.get_page_label(i) == label]
    found = (document[i].get_textpage().get_text_range() for i in pages)
    return " ".join(" ".join(found).split())


def test_the_table_lists_every_slide_and_leads_to_it(many: Audit, tmp_path: Path) -> None:
    with Worker() as worker:
        path = tmp_path / "report.pdf"
        report.write(many, path, worker)
    document = pypdfium2.PdfDocument(path)
    labels = [document.get_page_label(i) for i in range(len(document))]
    assert labels.count("All slides") == 2
    said = words_on(document, "All slides")
    assert "1 About you About us Praise of ourselves, About the company 80% rewrite" in said
    assert "(30) About neither Спасибо, Ευχαριστώ" in said
    toc = {b.get_title(): labels[b.get_dest().get_index()] for b in document.get_toc()}
    assert toc["All slides"] == "All slides"
    assert toc["How it was measured"] == labels[-1] == "How it was measured"
    document.close()
    with pikepdf.open(path) as pdf:
        tables = [
            page for label, page in zip(labels, pdf.pages, strict=True) if label == "All slides"
        ]
        links = [item for page in tables for item in page.obj.Annots if "/Dest" in item]
        targets = {labels[pdf.pages.index(pikepdf.Page(link.Dest[0]))] for link in links}
    assert {f"Slide {n}" for n in range(1, 31)} <= targets


def test_the_published_figures_are_the_same_everywhere(
    pptx_audit: Audit, worker: Worker, tmp_path: Path
) -> None:
    found = load_accuracy()
    readme = " ".join(README.read_text(encoding="utf-8").replace("*", "").replace("`", "").split())
    assert found.intro in readme
    assert found.caveats in readme
    assert " | ".join(("|", *found.columns, "|")) in readme
    for row in found.figures:
        assert " | ".join(("|", *row, "|")).replace("| |", "|") in readme
    path = tmp_path / "report.pdf"
    report.write(pptx_audit, path, worker)
    document = pypdfium2.PdfDocument(path)
    said = words_on(document, "How it was measured")
    for row in found.figures:
        assert " ".join(row) in said or row[1] in said
    assert found.caveats.split(".")[0] in said
    document.close()


def test_what_changed_comes_first(pptx_audit: Audit, worker: Worker, tmp_path: Path) -> None:
    slides = pptx_audit.deck.slides
    order = (slides[1], slides[0])
    deck = replace(
        pptx_audit.deck,
        slides=tuple(replace(slide, number=n) for n, slide in enumerate(order, start=1)),
        path="older.pptx",
    )
    verdicts = tuple(replace(pptx_audit.verdict(n), slide=at) for at, n in ((1, 2), (2, 1)))
    old = replace(pptx_audit, deck=deck, verdicts=verdicts, findings=(), advice=())
    path = tmp_path / "report.pdf"
    report.write(pptx_audit, path, worker, changes=compare(old, pptx_audit))
    document = pypdfium2.PdfDocument(path)
    assert document.get_page_label(0) == "What changed"
    said = words_on(document, "What changed")
    assert "older.pptx → small.pptx" in said
    assert "New: Nearly all is about you." in said
    table = words_on(document, "Slides, in the order of the new deck")
    assert "2 Your week" in table
    assert "moved, was" in table
    assert document.get_page_label(2) == "Summary"
    document.close()


def test_the_figures_of_a_comparison_move_closer_before_they_part() -> None:
    rows = [head(["Slides", "34"], (0.5, 0.5)) for _ in range(10)]
    frame = halves(400.0)[0]
    free = total(rows, frame.width)
    assert list(fitted(rows, replace(frame, bottom=frame.top - free))) == rows
    tight = fitted(rows, replace(frame, bottom=frame.top - free + 15))
    assert total(tight, frame.width) == pytest.approx(free - 18)
    assert fitted(rows, replace(frame, bottom=frame.top - 20)) is rows
