"""Walls of marks, and what only looks like one, on slides of the plain model."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from sowhat import language, signs
from sowhat.model import (
    Block,
    Box,
    Motif,
    Picture,
    PictureKind,
    PictureOrigin,
    Profile,
    Role,
    Sign,
    Slide,
    Source,
    hull,
)
from sowhat.rules import load
from sowhat.signs.score import FOUND, decided_motifs, motif_scores
from sowhat.signs.view import house_pictures, picture_key
from tests.decks import slide, written

WIDTHS = (0.06, 0.09, 0.14, 0.18)  # of marks 0.06 high on a slide of 16 by 9
SQUARE = 0.09 * 9 / 16


def picture(
    x: float, y: float, width: float, height: float, number: object = "", **more: Any
) -> Picture:
    box = Box(x, y, x + width, y + height)
    made = Picture(box, PictureOrigin.IMAGE, sha256=f"{number or box}")
    return replace(made, **more)


def wall(count: int, **more: Any) -> tuple[Picture, ...]:
    """Make marks of several widths in rows of four."""
    return tuple(
        picture(0.05 + 0.24 * (n % 4), 0.3 + 0.1 * (n // 4), WIDTHS[n % 4], 0.06, n + 1, **more)
        for n in range(count)
    )


def icons(count: int) -> tuple[Picture, ...]:
    """Make a set of icons, one a bullet."""
    return tuple(picture(0.05, 0.2 + 0.12 * n, SQUARE, 0.09, n + 1) for n in range(count))


def found(pictures: Iterable[Picture], title: str = "", *lines: str) -> tuple[Sign, ...]:
    deck = written(("Start",), slide(2, title, *lines, pictures=tuple(pictures)), ("End",))
    return signs.find(deck, language.parse(deck), Profile())[1]


def marks(pictures: Iterable[Picture], title: str = "", *lines: str) -> Sign | None:
    """Return the sign of a wall of marks."""
    signed = found(pictures, title, *lines)
    return next((sign for sign in signed if sign.id == "logos/marks"), None)


def is_wall(pictures: Iterable[Picture], title: str = "", *lines: str) -> bool:
    return motif_scores(found(pictures, title, *lines)).get(Motif.LOGOS, 0.0) >= FOUND


# Walls.


@pytest.mark.parametrize("count", [4, 7, 12, 24])
def test_marks_of_several_shapes_are_a_wall(count: int) -> None:
    pictures = wall(count)
    sign = marks(pictures)
    assert sign is not None
    assert sign.why.startswith(f"{count} marks")
    assert sign.place.box == hull(p.box for p in pictures)
    assert is_wall(pictures)


def test_three_marks_are_none() -> None:
    assert marks(wall(3)) is None
    assert not is_wall(wall(3))


@pytest.mark.parametrize("wide", [False, True])
def test_a_single_row_or_column_is_a_wall(wide: bool) -> None:
    places = ((0.05 + 0.22 * n, 0.5) if wide else (0.4, 0.1 + 0.15 * n) for n in range(4))
    row = [picture(*at, WIDTHS[n], 0.06, n + 1) for n, at in enumerate(places)]
    assert marks(row) is not None


def test_scattered_marks_of_several_sizes_are_a_wall() -> None:
    boxes = [(0.1, 0.3, 1), (0.5, 0.37, 1.3), (0.7, 0.61, 0.8), (0.25, 0.73, 1.5), (0.45, 0.9, 0.9)]
    scattered = [
        picture(x, y, WIDTHS[n % 4] * size, 0.06 * size, n + 1)
        for n, (x, y, size) in enumerate(boxes)
    ]
    sign = marks(scattered)
    assert sign is not None
    assert sign.why.startswith("5 ")


def test_square_marks_beside_wide_ones_are_counted() -> None:
    square = picture(0.77, 0.5, 0.05, 0.05 * 16 / 9, "round")
    sign = marks((*wall(7), square))
    assert sign is not None
    assert sign.why.startswith("8 ")


def test_a_larger_mark_among_others_is_counted_but_makes_no_wall() -> None:
    large = picture(0.05, 0.55, 0.4, 0.2, "large")
    middling = [picture(0.05 + 0.3 * n, 0.3, 0.2 + 0.03 * n, 0.09, n + 1) for n in range(3)]
    named = picture(0.6, 0.6, 0.1, 0.12, "square")
    sign = marks((*middling, named, large))
    assert sign is not None
    assert sign.why.startswith("5 ")
    assert marks((*middling, large)) is None


def test_a_crowd_of_marks_needs_not_be_wide() -> None:
    def crowd(words: int) -> Sign | None:
        widths = [0.1 if n % 5 == 0 else 0.03 + 0.001 * n for n in range(30)]
        small = [
            picture(0.05 + 0.14 * (n % 6), 0.2 + 0.14 * (n // 6), width, 0.08, n + 1)
            for n, width in enumerate(widths)
        ]
        return marks(small, "", "word " * words)

    assert crowd(10) is not None
    assert crowd(200) is None


def test_the_same_picture_counts_once() -> None:
    twice = [replace(p, sha256=str(n % 3)) for n, p in enumerate(wall(6))]
    assert marks(twice) is None


def test_check_marks_of_a_table_are_none() -> None:
    assert (
        marks([replace(p, sha256="check" if n % 2 else "cross") for n, p in enumerate(wall(12))])
        is None
    )


def test_marks_of_a_page_that_is_turned_are_seen_upright() -> None:
    turned = [
        picture(p.box.y0 * 0.9, p.box.x0, p.box.height * 9 / 16, p.box.width * 16 / 9, p.sha256)
        for p in wall(8)
    ]
    title = Block("Who else there is, and where", Role.TITLE, Box(0.9, 0.1, 0.95, 0.8))
    page = Slide(2, title.text, (title,), tuple(turned))
    deck = written(("Start",), page, ("End",))
    assert "logos/marks" in {s.id for s in signs.find(deck, language.parse(deck), Profile())[1]}
    level = replace(page, blocks=(replace(title, box=Box(0.1, 0.05, 0.8, 0.1)),))
    deck = written(("Start",), level, ("End",))
    assert "logos/marks" not in {s.id for s in signs.find(deck, language.parse(deck), Profile())[1]}


def test_pieces_of_a_split_picture_are_one_mark() -> None:
    def halves(pictures: Iterable[Picture]) -> list[Picture]:
        return [
            picture(p.box.x0, top, p.box.width, 0.03, f"{p.sha256} {top}")
            for p in pictures
            for top in (p.box.y0, p.box.y0 + 0.03)
        ]

    sign = marks(halves(wall(6)))
    assert sign is not None
    assert sign.why.startswith("6 ")
    assert marks(halves(wall(3))) is None


def test_drawn_marks_are_counted_among_images_and_make_a_wall_where_they_are_many() -> None:
    drawn = wall(12, origin=PictureOrigin.DRAWING)
    mixed = marks((*wall(4), *drawn[4:8]))
    assert mixed is not None
    assert mixed.why.startswith("8 ")
    assert marks(drawn) is not None
    assert marks(drawn[:5]) is None
    assert marks(drawn, "", "word " * 60) is None


# What the pictures say of themselves.


def test_square_pictures_that_say_they_are_logos_are_a_wall() -> None:
    assert marks(replace(p, alt="Image result for globex logo") for p in icons(5)) is not None
    assert marks(replace(p, name="globex_logo_2.png") for p in icons(5)) is not None
    assert marks(replace(p, kind=PictureKind.LOGO) for p in icons(5)) is not None
    assert marks(icons(5)) is None


def test_a_picture_that_says_it_is_a_wall_is_one() -> None:
    for alt in ("A group of logos on a white background", "Collage of several brands", "Logo wall"):
        assert is_wall([picture(0.1, 0.2, 0.8, 0.6, alt=alt)]), alt
    for alt in ("A group of people", "A logo", "A collection of tools"):
        assert not is_wall([picture(0.1, 0.2, 0.8, 0.6, alt=alt)]), alt


@pytest.mark.parametrize(
    "alt", ["Gear icon", "A person smiling", "Screenshot of a page", "QR code"]
)
def test_pictures_that_say_something_else_are_no_marks(alt: str) -> None:
    assert marks(wall(8, alt=alt)) is None


@pytest.mark.parametrize("kind", sorted(set(PictureKind) - {PictureKind.LOGO, PictureKind.ICON}))
def test_pictures_of_another_kind_are_no_marks(kind: PictureKind) -> None:
    assert marks(wall(8, kind=kind)) is None


# What is no wall.


def test_sets_of_icons_are_none() -> None:
    assert not is_wall(icons(6), "What you get", *["a bullet of six words here"] * 6)
    assert not is_wall(icons(6), "Our partners", *["a bullet of six words here"] * 6)
    assert is_wall(icons(6), "Our partners", "Globex", "Initech")


def test_screenshots_are_none() -> None:
    large = [picture(0.05 + 0.3 * n, 0.3, 0.28, 0.25 + 0.02 * n, n + 1) for n in range(3)]
    assert marks(large) is None
    thumbs = [picture(0.05 + 0.24 * n, 0.3, 0.2, 0.2, n + 1) for n in range(4)]
    assert marks(thumbs) is None


@pytest.mark.parametrize("pixels", [(1920, 1080), (800, 600), (1080, 1920), (3000, 2000)])
def test_pictures_in_the_shapes_of_cameras_and_screens_are_none(pixels: tuple[int, int]) -> None:
    assert marks(wall(8, pixels=pixels)) is None
    assert marks(wall(8, pixels=(1920, 700))) is not None
    assert marks(wall(8, pixels=(160, 90))) is not None
    assert marks(wall(8, pixels=pixels, crop=Box(0, 0, 1, 0.5))) is not None


def test_tiles_of_one_wide_shape_are_a_wall_where_they_are_many_among_few_words() -> None:
    def tiles(count: int) -> list[Picture]:
        return [
            picture(0.05 + 0.18 * (n % 5), 0.3 + 0.15 * (n // 5), 0.15, 0.12, n + 1)
            for n in range(count)
        ]

    assert marks(tiles(10)) is not None
    assert marks(tiles(10), "", "word " * 50) is None
    assert marks(tiles(7)) is None


def test_cards_with_words_on_them_are_none() -> None:
    cards = wall(8)
    blocks = tuple(Block("Step", Role.BODY, p.box) for p in cards)
    deck = written(("Start",), Slide(2, "", blocks, cards), ("End",))
    assert "logos/marks" not in {s.id for s in signs.find(deck, language.parse(deck), Profile())[1]}


def test_charts_lines_dots_and_pictures_of_the_layout_are_none() -> None:
    assert marks(wall(8, origin=PictureOrigin.CHART)) is None
    assert marks(wall(8, source=Source.LAYOUT)) is None
    assert marks(picture(0.1, 0.1 * n, 0.7, 0.01, n) for n in range(1, 8)) is None
    assert marks(picture(0.1 * n, 0.5, 0.02 + 0.001 * n, 0.02, n) for n in range(1, 8)) is None
    assert marks(picture(p.box.x0 + 1, 0.4, 0.1, 0.05, p.sha256) for p in wall(8)) is None


def test_a_house_row_at_one_place_of_several_slides_is_none() -> None:
    def deck(pages: int, shift: float = 0.0, step: int | None = None) -> bool:
        def page(number: int) -> Slide:
            moved = [
                replace(p, box=Box(p.box.x0, p.box.y0 + n, p.box.x1, p.box.y1 + n))
                for p in wall(6)
                for n in [shift * number]
            ]
            return slide(number, "Globe", pictures=tuple(moved), step_of=step)

        made = written(*(page(number) for number in range(1, pages + 1)))
        first = signs.find(made, language.parse(made), Profile())[0]
        return "logos/marks" in {sign.id for sign in first}

    assert deck(2)
    assert not deck(3)
    assert deck(3, shift=0.1)
    assert deck(3, step=4)  # pages of one build-up


def test_house_pictures_are_those_of_the_master_wherever_they_stand() -> None:
    first, other = wall(2)
    deck = written(
        slide(1, "a", pictures=(replace(first, source=Source.LAYOUT),)),
        slide(2, "b", pictures=(first, other)),
    )
    assert house_pictures(deck) == {first.sha256}


def test_drawings_at_one_place_of_several_slides_belong_to_the_house() -> None:
    at = picture(0.1, 0.9, 0.1, 0.04, origin=PictureOrigin.DRAWING, sha256=None)
    elsewhere = replace(at, box=Box(0.5, 0.9, 0.6, 0.94))
    pages = [slide(n, "a", pictures=(at, elsewhere) if n == 1 else (at,)) for n in (1, 2, 3)]
    assert house_pictures(written(*pages)) == {picture_key(at)}
    assert picture_key(at) != picture_key(elsewhere)


# With words.


def test_typed_names_are_no_wall() -> None:
    names = ["Globex", "Initech", "Umbrella", "Hooli"]
    assert not is_wall((), "Our customers", *names)
    assert not is_wall((), "Our partners")
    assert not is_wall((), "Trusted by the best", "our customers", *names)


def test_marks_of_one_shape_need_words_that_say_so() -> None:
    tiles = [
        picture(0.1 + 0.2 * n, 0.5, 0.08 + 0.005 * n, 0.14 + 0.009 * n, n + 1) for n in range(4)
    ]
    assert not is_wall(tiles, "What we do")
    for title in ("Our customers", "Trusted by", "Our partners", "Competition"):
        assert is_wall(tiles, title), title


def test_a_large_picture_under_such_words_is_a_wall() -> None:
    large = picture(0.1, 0.25, 0.8, 0.6)
    assert is_wall((large,), "Our customers")
    assert is_wall((large,), "Platinum members")
    assert not is_wall((large,), "Our site at night")
    assert not is_wall((picture(0.0, 0.0, 1.0, 1.0),), "Our customers")  # a ground


def test_a_wall_is_one_beside_many_words_too() -> None:
    assert is_wall(wall(6), "Why they joined", "word " * 240)
    assert is_wall(wall(6), "Our team", "Ann, ten years at these")


def test_hints_are_signs_only_beside_words_that_speak_for_them() -> None:
    hints = {"logos/grid", "logos/poster", "logos/few-words"}
    large = picture(0.1, 0.25, 0.8, 0.6)
    for pictures in (icons(6), (large,)):
        assert not hints & {sign.id for sign in found(pictures, "At night")}
        assert len(hints & {sign.id for sign in found(pictures, "Our partners")}) == 2


# Kinds.


def test_a_picture_of_a_known_kind_is_a_sign() -> None:
    counted = {"marks", "grid", "poster", "speechless", "graphic", "certificate"}
    kinds = {
        kind
        for rule in load().motifs.values()
        for sign in rule.signs
        if sign.kind == "picture"
        for kind in sign.match
    } - counted
    assert kinds <= set(PictureKind)
    for kind in kinds:
        large = picture(0.1, 0.2, 0.8, 0.7, kind=PictureKind(kind))
        pictured = [sign for sign in found((large,)) if sign.kind == "picture"]
        assert pictured, kind
        assert {sign.place.box for sign in pictured} == {large.box}


# Pictures that were looked at.


def looked(kind: PictureKind, *confidences: float) -> tuple[Picture, ...]:
    """Make squares of one size in a row, which only what was seen in them tells apart."""
    return tuple(
        picture(0.05 + 0.1 * n, 0.5, SQUARE, 0.09, n + 1, kind=kind, confidence=confidence)
        for n, confidence in enumerate(confidences)
    )


def test_logos_are_a_wall_wherever_they_stand() -> None:
    logos = looked(PictureKind.LOGO, 0.9, 0.8, 0.75, 0.6)
    sign = marks(logos)
    assert sign is not None
    assert sign.why.startswith("4 ")
    assert sign.place.parts == tuple(p.box for p in logos)


def test_doubtful_logos_are_none() -> None:
    assert marks(looked(PictureKind.LOGO, 0.9, 0.8, 0.6, 0.6)) is None


def test_wide_pictures_that_show_something_else_are_none() -> None:
    assert marks(wall(12, kind=PictureKind.PHOTO, confidence=0.9)) is None


def test_names_read_from_marks_do_not_hide_them() -> None:
    logos = looked(PictureKind.LOGO, 0.9, 0.9, 0.9, 0.9)
    read = [Block("Acme", Role.BODY, p.box, source=Source.OCR, confidence=0.9) for p in logos]
    page = slide(2, "", pictures=logos)
    deck = written(("Start",), replace(page, blocks=(*page.blocks, *read)), ("End",))
    signed = signs.find(deck, language.parse(deck), Profile())[1]
    assert any(sign.id == "logos/marks" for sign in signed)


def test_a_drawn_wall_counts_where_it_is_sure_and_frames_its_marks() -> None:
    inner = (Box(0.2, 0.3, 0.3, 0.4), Box(0.5, 0.3, 0.6, 0.4))
    shown = picture(0.1, 0.2, 0.6, 0.5, kind=PictureKind.LOGO_WALL, confidence=0.9, marks=inner)
    (sign,) = [s for s in found([shown]) if s.id == "logos/wall"]
    assert sign.place.parts == inner
    doubtful = replace(shown, confidence=0.6)
    assert not [s for s in found([doubtful]) if s.id == "logos/wall"]


# Analysts' graphics.


@pytest.mark.parametrize(
    ("confidence", "name"), [(0.66, None), (0.85, "analyst/quadrant"), (0.96, "analyst/graphic")]
)
def test_an_analysts_graphic_counts_by_how_sure_it_is(confidence: float, name: str | None) -> None:
    graphic = picture(0.3, 0.2, 0.4, 0.6, kind=PictureKind.ANALYST, confidence=confidence)
    signed = found((graphic,), "Where we are")
    assert [s.id for s in signed if s.kind == "picture" and s.motif == "analyst"] == [name] * bool(
        name
    )
    assert (Motif.ANALYST in decided_motifs(signed)) is (name == "analyst/graphic")


@pytest.mark.parametrize(
    ("title", "decided"),
    [
        ("Acme named a Leader in the 2031 Magic Quadrant", True),
        ("Acme named Top 30 fastest growing", True),
        ("Ranked #1 by Larkfield", True),
        ("Awards and recognition", True),
        ("From award to first delivery", False),
        ("Leaders who listen", False),
        ("Your best customers, named and counted", False),
    ],
)
def test_a_headline_of_ranks_decides(title: str, decided: bool) -> None:
    assert (Motif.ANALYST in decided_motifs(found((), title))) is decided


def test_a_certificate_decides_and_a_badge_needs_words() -> None:
    sheet = picture(0.5, 0.4, 0.2, 0.4, kind=PictureKind.BADGE, confidence=0.85)
    read = replace(sheet, reason="picture-certificate")
    assert Motif.ANALYST in decided_motifs(found((read,), "How we work"))
    plain = found((sheet,), "How we work")
    assert Motif.ANALYST not in decided_motifs(plain)
    assert "analyst/badge" not in {sign.id for sign in plain}
    assert "analyst/badge" in {sign.id for sign in found((sheet,), "Awards and recognition")}
