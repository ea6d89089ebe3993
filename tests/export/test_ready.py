"""The check of a deck for its customer: the first page of a report, of a web page, and alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from sowhat.check import check, meaning, settled
from sowhat.compare import compare
from sowhat.engine import judged
from sowhat.export import check_wording as said
from sowhat.export import html, markdown, report
from sowhat.model import Audit, Customer, Fact, FactKind, Item, ItemKind, Readiness, Where
from sowhat.read import read_deck
from sowhat.settings import AuditOptions, Paper, ReportOptions
from sowhat.worker import Worker
from tests.check import proposals

NAME = "Bexhill Dairies"
FACTS = (Fact(FactKind.GOAL, "Close in three days by June"), Fact(FactKind.PERSON, "Ruth Garland"))
TITLE = "Ready to send?"


@pytest.fixture(scope="module")
def found(worker: Worker, tmp_path_factory: pytest.TempPathFactory) -> Readiness:
    """A proposal with a left-over, a placeholder and internal notes, beside its master."""
    folder = tmp_path_factory.mktemp("ready")

    def audited(name: str, *changes: proposals.Change) -> Audit:
        path = proposals.save(folder / f"{name}.pptx", name, *changes)
        options = AuditOptions(customer=(NAME,), decisions=())
        return judged(read_deck(path, worker), options)

    master = audited("[Customer]")
    own = audited(
        NAME,
        proposals.line(3, "Ovenmark's goals"),
        proposals.line(2, "[Name of the controller]"),
        proposals.notes(2, "Keep our margin above 30 %."),
    )
    customer = Customer(own.profile.customer, FACTS)
    today = dt.date(2026, 11, 22)
    changes = compare(master, own)
    return check(own, customer, today, comparison=changes)


Written = Callable[[Readiness, ReportOptions], Path]


@pytest.fixture
def written(worker: Worker, tmp_path: Path) -> Written:
    def write(found: Readiness, options: ReportOptions) -> Path:
        path = tmp_path / "report.pdf"
        report.write(found.audit, path, worker, options=options, check=found)
        return path

    return write


def first_page(path: Path) -> tuple[str, str]:
    """Return the label and the words of a report's first page."""
    document = pypdfium2.PdfDocument(path)
    words = " ".join(document[0].get_textpage().get_text_range().split())
    label = document.get_page_label(0)
    document.close()
    return label, words


def test_the_check_is_the_first_page_and_leads_to_the_slides(
    written: Written, found: Readiness
) -> None:
    path = written(found, ReportOptions())
    label, words = first_page(path)
    assert label == TITLE
    assert words.index("Do not send") < words.index(found.sentence)
    assert "“Ovenmark” stands where the customer's name belongs." in words
    assert "“margin” is not for the customer's eyes." in words
    assert f"{NAME} is named on 4 of 6 slides" in words
    assert "Person: Ruth Garland" in words
    assert "of the changes are more than a name put in" in words
    document = pypdfium2.PdfDocument(path)
    labels = [document.get_page_label(at) for at in range(len(document))]
    assert next(iter(document.get_toc())).get_title() == TITLE
    document.close()
    with pikepdf.open(path) as pdf:
        links = [item for item in pdf.pages[0].obj.Annots if "/Dest" in item]
        targets = {labels[pdf.pages.index(pikepdf.Page(link.Dest[0]))] for link in links}
    assert {"Slide 2", "Slide 3"} <= targets


def test_findings_only_say_nothing_that_stands_in_the_deck(
    written: Written, found: Readiness
) -> None:
    label, words = first_page(written(found, ReportOptions(findings_only=True, paper=Paper.LETTER)))
    assert label == TITLE
    assert "1 left-over Slide 3" in words
    for secret in ("Ovenmark", "margin", "controller]"):
        assert secret not in words


def test_a_long_check_runs_on(written: Written, found: Readiness) -> None:
    many = tuple(
        replace(found.items[0], why=f"Left-over number {number}", slide=1 + number % 6)
        for number in range(90)
    )
    path = written(replace(found, items=many), ReportOptions(findings_only=False))
    document = pypdfium2.PdfDocument(path)
    pages = [at for at in range(len(document)) if document.get_page_label(at) == TITLE]
    words = "".join(document[at].get_textpage().get_text_range() for at in pages)
    document.close()
    assert len(pages) > 1
    assert all(f"Left-over number {number}" in words for number in range(90))


def test_the_web_page_begins_with_it(found: Readiness, worker: Worker) -> None:
    page = html.made(found.audit, worker, check=found)
    assert page.index('class="check stop"') < page.index('class="hero"')
    assert '<h2 id="ready" data-sign="✗">Do not send</h2>' in page
    assert '<a href="#slide-3">3</a>' in page
    assert 'class="check' not in html.made(found.audit, worker)


def test_markdown_tells_the_check_alone(found: Readiness) -> None:
    page = markdown.check_as_markdown(found)
    assert page.startswith("# ✗ Do not send\n")
    assert "- **“Ovenmark” stands where the customer's name belongs.** (slide 3, text" in page
    assert "\\[Name of the controller\\]" in page
    assert "- – Person: Ruth Garland" in page


def test_what_is_meant_stands_apart(found: Readiness) -> None:
    meant = [meaning(item, found.audit.deck) for item in found.blockers]
    page = markdown.check_as_markdown(settled(found, meant))
    assert page.startswith("# ? Look at these\n")
    assert page.index("Meant to stay") > page.index("Not meant for their eyes")


def test_the_same_on_many_slides_is_said_once() -> None:
    one = Item(ItemKind.LEFTOVER, "left-over-name", True, 4, Where.FOOTER, "Ovenmark", "why", 0.9)
    items = (one, replace(one, slide=2, confidence=0.95), replace(one, slide=2), one)
    (line,) = said.lines(items)
    assert (line.slides, line.times, line.confidence) == ((2, 4), 4, 0.95)
    assert said.place(line) == "footer, 4 times"
    assert len(said.lines((one, replace(one, where=Where.NOTES)))) == 2


def test_without_a_customer_only_what_can_be_said_is(found: Readiness) -> None:
    nobody = replace(found, customer=Customer(), customising=None, items=())
    assert said.about(nobody) == []
    assert said.master(nobody) == []
    assert "no customer given" in said.head(nobody)
