"""The pages of the proposed order, the slides to write and those to cut, read back."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from sowhat.cli import page
from sowhat.export import report
from sowhat.export.report.column import heading, words
from sowhat.export.report.look import BOTTOM, MARGIN, PAGE
from sowhat.export.report.order import draw
from sowhat.export.report.pages import evenly, halves, start
from sowhat.export.report.plan import Rect
from sowhat.export.report.slides import Shown
from sowhat.model import Audit, Move, Note, Order
from sowhat.worker import Worker
from tests.export.proposals import BRIEF, CUT, ORDER, proposing


def pages(path: Path) -> list[tuple[str, str]]:
    document = pypdfium2.PdfDocument(path)
    found = [
        (document.get_page_label(i), " ".join(page.get_textpage().get_text_range().split()))
        for i, page in enumerate(document)
    ]
    document.close()
    return found


def written(audit: Audit, worker: Worker, folder: Path) -> Path:
    path = folder / "report.pdf"
    report.write(audit, path, worker)
    return path


@pytest.fixture(scope="module")
def pdf_report(pdf_audit: Audit, worker: Worker, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(proposing(pdf_audit), worker, tmp_path_factory.mktemp("order"))


def test_the_order_is_shown_before_and_after_with_its_reasons(pdf_report: Path) -> None:
    found = [text for label, text in pages(pdf_report) if label == "A new order"]
    assert len(found) == 2
    assert "1 slide moves; all others keep their order." in found[0]
    assert "As it is" in found[0]
    assert "was 2" in found[0]
    assert "grows from 1 slide to 2" in found[0]
    assert "The customer's problem" in found[0]
    assert "Their week comes before the firm." in found[1]


def test_each_slide_is_kept_once_and_drawn_as_often_as_it_is_shown(pdf_report: Path) -> None:
    with pikepdf.open(pdf_report) as pdf:
        by_label = {str(page.label): page for page in reversed(pdf.pages)}
        drawn = by_label["A new order"].resources.XObject
        large = {form.objgen for n in (1, 2, 3, 4) for form in _drawings(by_label[f"Slide {n}"])}
        assert {form.objgen for form in drawn.values()} == large
        assert len(drawn) == 8
        links = [a for a in by_label["A new order"].obj.Annots if a.Subtype == "/Link"]
        assert len(links) == 9  # and the one to the summary


def _drawings(page: pikepdf.Page) -> list[pikepdf.Object]:
    return list(page.resources.XObject.values())


def test_briefs_and_cuts_follow(pdf_report: Path) -> None:
    found = [text for label, text in pages(pdf_report) if label == "A new order"]
    text = found[1]  # below what moves, where that leaves half a page
    assert text.index("Their week comes before the firm.") < text.index("Slides to write")
    for said in (
        BRIEF.title,
        "after slide 2",
        BRIEF.lines[0],
        BRIEF.ask,
        "falls from 50% to 33%.",
    ):
        assert said in text
    assert CUT.why in text
    document = pypdfium2.PdfDocument(pdf_report)
    titles = [b.get_title() for b in document.get_toc() if b.level == 0]
    document.close()
    assert titles[3:5] == ["A new order", "What to write, and what to cut"]


def test_the_first_page_has_the_things_that_change_most(pdf_report: Path) -> None:
    first = pages(pdf_report)[0][1]
    assert "Put the customer first" in first
    assert "First as slide 1. A new order" in first
    assert "Share falls. Its brief" in first


def test_pictures_are_kept_once_too(pptx_audit: Audit, worker: Worker, tmp_path: Path) -> None:
    path = written(proposing(pptx_audit), worker, tmp_path)
    with pikepdf.open(path) as pdf:
        images = [o for o in pdf.objects if isinstance(o, pikepdf.Stream)]
        images = [o for o in images if o.get("/Subtype") == "/Image"]
        assert len(images) == len(pptx_audit.deck.slides)


def test_an_order_that_stays_shares_its_page_with_the_briefs(
    pptx_audit: Audit, worker: Worker, tmp_path: Path
) -> None:
    order = Order((1, 2, 3), note=Note.NOTHING_ABOUT_THEM)
    audit = replace(proposing(pptx_audit, order), cuts=())
    (text,) = [text for _, text in pages(written(audit, worker, tmp_path)) if BRIEF.title in text]
    assert "Moving slides will not save this deck" in text


def test_many_slides_take_as_many_pages_as_they_need(
    audit_of: Callable[..., Audit], pptx_audit: Audit, tmp_path: Path
) -> None:
    one, count = pptx_audit.deck.slides[0], 90
    slides = tuple(replace(one, number=n) for n in range(1, count + 1))
    audit = audit_of(replace(pptx_audit.deck, slides=slides))
    line = (*range(2, count + 1), 1)
    order = replace(ORDER, slides=line, moves=(Move(1, count, "Last."),))
    sheets = start(tmp_path / "pages.pdf", "Audit", "deck.pptx")
    aspects = [Shown(0.7 if n % 9 == 0 else 1.78, "slide.png") for n in range(count)]
    figures, below = draw(sheets, replace(audit, order=order), aspects)
    assert below is not None  # one move leaves most of its page
    assert [f.slide for f in figures if f.rect[0] > PAGE[0] / 2] == list(line)
    assert [f.slide for f in figures if f.rect[0] < PAGE[0] / 2] == list(range(1, count + 1))
    assert sheets.labels == ["A new order"] * (figures[-1].page + 1)
    assert figures[-1].page > 0
    for figure in figures:
        left, bottom, right, top = figure.rect
        assert MARGIN - 1 <= left < right <= PAGE[0] - MARGIN + 1
        assert BOTTOM <= bottom < top < PAGE[1]
        assert (right - left) / (top - bottom) == pytest.approx(aspects[figure.slide - 1].aspect)
    for first, other in itertools.combinations(figures[:24], 2):
        apart = first.page != other.page or _apart(first.rect, other.rect)
        assert apart


def test_columns_are_about_equally_high_and_a_heading_stays_with_its_text() -> None:
    frame = halves(400.0)[0]
    lines = [heading("One"), *(words(f"Line {n}") for n in range(5)), heading("Two"), words("End")]
    first, second = evenly(lines, frame)
    assert [*first, *second] == lines
    assert len(first) == 4
    assert evenly(lines[-2:], frame) == (lines[-2:], [])  # the heading alone would stand last
    low = replace(frame, bottom=frame.top - 40)
    assert evenly(lines, low) == (lines, [])


def _apart(one: Rect, other: Rect) -> bool:
    beside = one[2] <= other[0] or other[2] <= one[0]
    return beside or one[3] <= other[1] or other[3] <= one[1]


def test_each_brief_tells_its_effect_though_it_is_that_of_the_one_before(
    pptx_audit: Audit, worker: Worker, tmp_path: Path
) -> None:
    brief = replace(BRIEF, effect="their week comes first")
    twice = (brief, replace(brief, id="peer", title="Peers"))
    audit = replace(proposing(pptx_audit), missing=twice, top=())
    said = " ".join(text for _, text in pages(written(audit, worker, tmp_path)))
    assert said.count("Their week comes first.") == 2
    assert page.text_of(audit, color=False).count("their week comes first") == 2
