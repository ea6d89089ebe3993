"""Remarks, free text, form fields and films that lie on a PDF's pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from sowhat.model import CommentKind, PictureOrigin, Role, Slide, Unseen
from tests.read.pdf_factory import HIGH, WIDE, Pages, deck_of, texts


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Pages(tmp_path / "deck.pdf").text(50, 100, "Claims take far too long", 20).save()


def annotation(kind: str, rect: tuple[float, float, float, float], **values: Any) -> Dictionary:
    """Return an annotation; ``rect`` is left, top, right, bottom from the page's top left."""
    left, top, right, bottom = rect
    place = Array([left, HIGH - bottom, right, HIGH - top])
    texts = {
        f"/{key}": String(value) if isinstance(value, str) else value
        for key, value in values.items()
    }
    return Dictionary({"/Type": Name.Annot, "/Subtype": Name("/" + kind), "/Rect": place, **texts})


def annotated(path: Path, *annotations: Dictionary) -> Slide:
    with pikepdf.open(path) as file:
        file.pages[0].Annots = Array([file.make_indirect(item) for item in annotations])
        file.save(path.with_name("annotated.pdf"))
    return deck_of(path.with_name("annotated.pdf")).slides[0]


def test_a_note_has_author_date_and_place(path: Path) -> None:
    slide = annotated(
        path,
        annotation("Text", (600, 40, 620, 60), Contents="Who says\rso? – “us”", T="Ada",
                   M="D:20260131093005Z"),
    )  # fmt: skip
    (note,) = slide.comments
    assert (note.text, note.kind) == ("Who says\nso? – “us”", CommentKind.NOTE)
    assert (note.author, note.date) == ("Ada", "2026-01-31T09:30:05Z")
    assert note.box is not None
    assert note.box.x0 * WIDE == pytest.approx(600, abs=0.5)
    assert note.box.y0 * HIGH == pytest.approx(40, abs=0.5)
    assert texts(slide) == ["Claims take far too long"]


@pytest.mark.parametrize("kind", ["Highlight", "Underline", "Squiggly", "StrikeOut"])
def test_marked_words_are_told_where_nothing_is_written(path: Path, kind: str) -> None:
    left, right = 112.0, 223.0
    quads = Array([left, HIGH - 82, right, HIGH - 82, left, HIGH - 106, right, HIGH - 106])
    rect = (left, 82, right, 106)
    slide = annotated(
        path,
        annotation(kind, rect, QuadPoints=quads),
        annotation(kind, rect, QuadPoints=quads, Contents="How long?"),
    )
    assert [(c.text, c.kind) for c in slide.comments] == [
        ("take far too", CommentKind.MARKUP),
        ("How long?", CommentKind.MARKUP),
    ]


def test_free_text_is_a_remark_and_a_block(path: Path) -> None:
    slide = annotated(
        path, annotation("FreeText", (50, 200, 250, 230), Contents="Ask Bob", DA="/Helv 14 Tf 0 g")
    )
    assert [(c.text, c.kind) for c in slide.comments] == [("Ask Bob", CommentKind.FREE_TEXT)]
    block = slide.blocks[-1]
    assert (block.text, block.role, block.exact, block.size) == ("Ask Bob", Role.BODY, True, 14.0)
    assert block.box is not None
    assert block.box.y0 * HIGH == pytest.approx(200, abs=0.5)


@pytest.mark.parametrize(
    "kind", ["Stamp", "Ink", "Square", "Circle", "Line", "Polygon", "PolyLine"]
)
def test_what_is_drawn_by_hand_is_a_remark(path: Path, kind: str) -> None:
    (comment,) = annotated(path, annotation(kind, (9, 9, 99, 99), Contents="Here")).comments
    assert (comment.text, comment.kind) == ("Here", CommentKind.DRAWING)


def test_a_reply_answers_its_remark(path: Path) -> None:
    with pikepdf.open(path) as file:
        asked = file.make_indirect(annotation("Text", (9, 9, 29, 29), Contents="Really?", T="Ada"))
        said = file.make_indirect(
            annotation("Text", (9, 9, 29, 29), Contents="Yes.", T="Bo", IRT=asked, F=30)
        )
        agreed = annotation("Text", (9, 9, 29, 29), Contents="Accepted", IRT=asked,
                            StateModel="Review", State="Accepted")  # fmt: skip
        popup = file.make_indirect(annotation("Popup", (300, 9, 400, 99), Parent=asked))
        asked.Popup = popup
        file.pages[0].Annots = Array([said, asked, popup, file.make_indirect(agreed)])
        file.save(path.with_name("reply.pdf"))
    comments = deck_of(path.with_name("reply.pdf")).slides[0].comments
    assert [(c.text, c.author, c.answers) for c in comments] == [
        ("Yes.", "Bo", 1),
        ("Really?", "Ada", None),
    ]


def test_an_attached_file_is_named(path: Path) -> None:
    with pikepdf.open(path) as file:
        data = Dictionary(F=file.make_stream(b"1;2"))
        named = Dictionary(Type=Name.Filespec, F=String("figures.csv"), EF=data)
        item = annotation("FileAttachment", (9, 9, 29, 29), FS=file.make_indirect(named))
        file.pages[0].Annots = Array([file.make_indirect(item)])
        file.save(path.with_name("attached.pdf"))
    (comment,) = deck_of(path.with_name("attached.pdf")).slides[0].comments
    assert (comment.text, comment.kind) == ("figures.csv", CommentKind.ATTACHMENT)


@pytest.mark.parametrize("flag", [2, 32])
@pytest.mark.parametrize("kind", ["Text", "FreeText", "Square"])
def test_a_remark_that_is_not_shown_is_unseen(path: Path, kind: str, flag: int) -> None:
    slide = annotated(path, annotation(kind, (50, 200, 250, 230), Contents="For us only", F=flag))
    assert slide.comments == () or kind == "FreeText"
    assert texts(slide) == ["Claims take far too long"]
    assert [(b.text, b.unseen) for b in slide.unseen] == [("For us only", Unseen.HIDDEN)]


def test_free_text_off_the_page_is_unseen(path: Path) -> None:
    slide = annotated(path, annotation("FreeText", (800, 9, 900, 99), Contents="Beside"))
    assert [(b.text, b.unseen) for b in slide.unseen] == [("Beside", Unseen.OFF_SLIDE)]
    assert texts(slide) == ["Claims take far too long"]


def test_the_values_of_a_form_are_seen(path: Path) -> None:
    with pikepdf.open(path) as file:
        fields = [
            annotation("Widget", (50, 200, 250, 230), FT=Name.Tx, T="name", V="Contoso plc"),
            annotation("Widget", (50, 240, 250, 270), FT=Name.Tx, T="pin", V="1234", Ff=1 << 13),
            annotation("Widget", (50, 280, 250, 310), FT=Name.Tx, T="sum", V="9 %", F=2),
            annotation("Widget", (50, 320, 250, 350), FT=Name.Ch, T="land", V="France", Ff=1 << 17,
                       Opt=Array([String("Spain"), String("France")])),
            annotation("Widget", (300, 9, 320, 29), FT=Name.Btn, T="yes", V=Name.Yes),
        ]  # fmt: skip
        made = Array([file.make_indirect(field) for field in fields])
        file.pages[0].Annots = made
        file.Root.AcroForm = Dictionary(Fields=made, DA=String("/Helv 0 Tf 0 g"))
        file.save(path.with_name("form.pdf"))
    slide = deck_of(path.with_name("form.pdf")).slides[0]
    assert texts(slide) == ["Claims take far too long", "Contoso plc", "France"]
    box = slide.blocks[1].box
    assert box is not None
    assert (box.x0 * WIDE, box.y0 * HIGH) == pytest.approx((50, 200), abs=0.5)
    assert [(b.text, b.unseen) for b in slide.unseen] == [("9 %", Unseen.HIDDEN)]
    assert slide.comments == ()


def test_a_film_is_a_picture_with_a_name(path: Path) -> None:
    slide = annotated(path, annotation("Screen", (360, 100, 700, 300), T="Demo"))
    (film,) = slide.pictures
    assert (film.origin, film.name) == (PictureOrigin.MEDIA, "Demo")
    assert film.box.x0 == pytest.approx(0.5)


@pytest.mark.parametrize(
    "broken",
    [
        Dictionary(Type=Name.Annot),
        Dictionary(Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=Dictionary(S=Name.URI)),
        Dictionary(Subtype=Name.Highlight, Rect=Array([0]), QuadPoints=Array([1, 2])),
        Dictionary(Subtype=Name.Text, Rect=Array([9e9, -9e9, 9e9, 1]), Contents=Name.No),
        Dictionary(Subtype=Name.FreeText, Rect=Array([0, 0, 9, 9]), IRT=Array([1])),
    ],
)
def test_odd_annotations_do_no_harm(path: Path, broken: Dictionary) -> None:
    with pikepdf.open(path) as file:
        file.pages[0].Annots = Array([broken, 7, Name.What])
        file.save(path.with_name("odd.pdf"))
    slide = deck_of(path.with_name("odd.pdf")).slides[0]
    assert texts(slide) == ["Claims take far too long"]
    assert slide.links == ()
