"""Where a PDF's links lead, and what it calls its pages."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from sowhat.model import Bookmark
from sowhat.read.pdf.properties import iso_date
from tests.read.pdf_factory import HIGH, WIDE, Pages, block_with, deck_of

ADDRESS = "https://example.com/claims?id=7"


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path / "deck.pdf")


def linked(pages: Pages) -> Path:
    pages.text(50, 100, "Ask our claims desk about www.example.org today", 20)
    start = 50 + pages.canvas.stringWidth("Ask our ", "Helvetica", 20)
    end = start + pages.canvas.stringWidth("claims desk", "Helvetica", 20)
    pages.canvas.linkURL(ADDRESS, (start, HIGH - 106, end, HIGH - 82))
    return pages.save()


def test_a_link_has_address_words_and_place(pages: Pages) -> None:
    (link,) = deck_of(linked(pages)).slides[0].links
    assert (link.target, link.slide, link.text) == (ADDRESS, None, "claims desk")
    assert link.box is not None
    assert link.box.y0 * HIGH == pytest.approx(82, abs=0.5)
    assert link.box.y1 * HIGH == pytest.approx(106, abs=0.5)


def test_the_words_on_a_link_are_runs_of_their_own(pages: Pages) -> None:
    block = block_with(deck_of(linked(pages)).slides[0], "claims")
    assert "".join(run.text for run in block.runs) == block.text
    assert [(run.text.strip(), run.link) for run in block.runs] == [
        ("Ask our", None),
        ("claims desk", ADDRESS),
        ("about www.example.org today", None),
    ]


@pytest.mark.parametrize(("turn", "crop"), [(0, True), (90, False), (180, True), (270, True)])
def test_a_link_stands_where_it_is_shown(
    pages: Pages, tmp_path: Path, turn: int, crop: bool
) -> None:
    with pikepdf.open(linked(pages)) as file:
        file.pages[0].Rotate = turn
        if crop:
            file.pages[0].CropBox = Array([20, 30, WIDE - 10, HIGH - 40])
        file.save(tmp_path / "turned.pdf")
    slide = deck_of(tmp_path / "turned.pdf").slides[0]
    (link,) = slide.links
    block = block_with(slide, "claims")
    assert link.box is not None
    assert link.text == "claims desk"
    places = {block.text[span.start : span.end]: span.box for span in block.spans}
    assert link.box.holds(places["claims"], 0.01)
    assert link.box.holds(places["desk"], 0.01)
    assert link.box.overlap(places["about"]) == 0


def test_links_lead_to_pages_and_files(pages: Pages, tmp_path: Path) -> None:
    pages.text(50, 100, "To the plan").next().text(50, 100, "The plan")
    with pikepdf.open(pages.save()) as file:
        goto = Array([file.pages[1].obj, Name.Fit])
        actions = [
            Dictionary(S=Name.GoTo, D=goto),
            Dictionary(S=Name.GoToR, F=String("other deck.pdf"), D=Array([0, Name.Fit])),
            Dictionary(S=Name.Launch, F=String("figures.xlsx")),
            Dictionary(S=Name.Named, N=Name.NextPage),
            Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")),
        ]
        rects = [[50, HIGH - 110, 200, HIGH - 80]] + [[300, 10, 400, 20]] * 4
        links = [
            Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array(rect), A=action)
            for rect, action in zip(rects, actions, strict=True)
        ]
        away = Dictionary(S=Name.URI, URI=String(ADDRESS))
        unseen = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array(rects[0]), F=2, A=away)
        direct = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array(rects[1]), Dest=goto)
        file.pages[0].Annots = file.make_indirect(Array([*links, unseen, direct]))
        file.save(tmp_path / "linked.pdf")
    found = deck_of(tmp_path / "linked.pdf").slides[0].links
    assert [(link.target, link.slide, link.text) for link in found] == [
        ("", 2, "To the plan"),
        ("other deck.pdf", None, ""),
        ("figures.xlsx", None, ""),
        ("", 2, ""),
    ]


def test_a_link_over_two_lines_has_the_words_of_both(pages: Pages, tmp_path: Path) -> None:
    pages.text(50, 100, "Please read the terms", 20).text(50, 130, "and conditions here", 20)
    with pikepdf.open(pages.save()) as file:
        left = 50 + 134
        quads = [left, HIGH - 84, 300, HIGH - 84, left, HIGH - 104, 300, HIGH - 104,
                 50, HIGH - 114, 187, HIGH - 114, 50, HIGH - 134, 187, HIGH - 134]  # fmt: skip
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, QuadPoints=Array(quads),
                          Rect=Array([50, HIGH - 134, 300, HIGH - 84]),
                          A=Dictionary(S=Name.URI, URI=String(ADDRESS)))  # fmt: skip
        file.pages[0].Annots = Array([link])
        file.save(tmp_path / "two.pdf")
    (found,) = deck_of(tmp_path / "two.pdf").slides[0].links
    assert found.text == "terms and conditions"


def test_addresses_in_the_text_alone_are_no_links(pages: Pages) -> None:
    path = pages.text(50, 100, "Visit https://example.org or mail info@example.org").save()
    assert deck_of(path).slides[0].links == ()


def test_the_outline_has_levels_and_pages(pages: Pages) -> None:
    for number, (title, level) in enumerate([("Why now", 0), ("Kosten – “ja”", 1), ("Next", 0)]):
        pages.canvas.bookmarkPage(str(number))
        pages.canvas.addOutlineEntry(title, str(number), level)
        pages.text(50, 100, title).next()
    assert deck_of(pages.save()).outline == (
        Bookmark("Why now", 0, 1),
        Bookmark("Kosten – “ja”", 1, 2),
        Bookmark("Next", 0, 3),
    )


def test_an_outline_that_comes_back_to_itself_ends(pages: Pages, tmp_path: Path) -> None:
    with pikepdf.open(pages.text(50, 100, "One page").save()) as file:
        first = file.make_indirect(Dictionary(Title=String("First")))
        second = file.make_indirect(Dictionary(Title=String("Second"), Prev=first, Next=first))
        first.Next = second
        second.First = first
        file.Root.Outlines = file.make_indirect(Dictionary(First=first, Last=second, Count=2))
        file.save(tmp_path / "circle.pdf")
    outline = deck_of(tmp_path / "circle.pdf").outline
    assert outline == (Bookmark("First", 0, None), Bookmark("Second", 0, None))


def test_a_label_is_told_where_it_is_not_the_number(pages: Pages, tmp_path: Path) -> None:
    path = pages.text(50, 100, "One").next().text(50, 100, "Two").next().text(50, 100, "3").save()
    assert [slide.label for slide in deck_of(path).slides] == ["", "", ""]
    with pikepdf.open(path) as file:
        numbers = Array([0, Dictionary(S=Name.r, St=4), 1, Dictionary(P=String("A-"), S=Name.D),
                         2, Dictionary(S=Name.D, St=3)])  # fmt: skip
        file.Root.PageLabels = Dictionary(Nums=numbers)
        file.save(tmp_path / "labels.pdf")
    assert [s.label for s in deck_of(tmp_path / "labels.pdf").slides] == ["iv", "A-1", ""]


def test_properties_are_read_in_full(pages: Pages, tmp_path: Path) -> None:
    told = {
        "Keywords": "claims, speed",
        "Company": "Example Ltd",
        "Manager": "Mo",
        "Category": "Pitch",
        "Comments": "Draft",
        "Creator": "Writer",
        "Producer": "Printer",
        "CreationDate": "D:20260131093005+01'00'",
        "ModDate": "D:20260201",
    }
    with pikepdf.open(pages.text(50, 100, "Words").save()) as file:
        file.docinfo = file.make_indirect(
            Dictionary({f"/{key}": String(value) for key, value in told.items()})
        )
        file.save(tmp_path / "told.pdf")
    found = deck_of(tmp_path / "told.pdf").properties
    assert (found.keywords, found.company, found.manager) == ("claims, speed", "Example Ltd", "Mo")
    assert (found.category, found.description, found.application) == ("Pitch", "Draft", "Writer")
    assert (found.created, found.modified) == ("2026-01-31T09:30:05+01:00", "2026-02-01")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("D:2026", "2026"),
        ("D:202601312359", "2026-01-31T23:59:00"),
        ("D:20260131235958Z", "2026-01-31T23:59:58Z"),
        ("D:20260131235958-08'30'", "2026-01-31T23:59:58-08:30"),
        ("20260131235958+02", "2026-01-31T23:59:58+02:00"),
        ("yesterday", "yesterday"),
        ("", ""),
    ],
)
def test_dates_come_in_iso_8601(text: str, date: str) -> None:
    assert iso_date(text) == date


def test_a_page_without_annotations_has_none(pages: Pages) -> None:
    slide = deck_of(pages.text(50, 100, "Plain words").save()).slides[0]
    assert (slide.links, slide.comments, slide.unseen) == ((), (), ())
