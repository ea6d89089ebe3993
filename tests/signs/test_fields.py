from __future__ import annotations

from collections.abc import Iterable

import pytest

from sowhat import language, signs
from sowhat.model import (
    Block,
    Box,
    Motif,
    Origin,
    Party,
    Picture,
    PictureKind,
    PictureOrigin,
    Profile,
    Role,
    Sign,
    Slide,
    Source,
)
from sowhat.signs.fields import field_of
from tests.decks import written

PLOT = Box(0.4, 0.2, 0.9, 0.9)
CORNERS = {
    "Challengers": (0.5, 0.25),
    "LEADERS": (0.75, 0.25),
    "Niche Players": (0.5, 0.85),
    "Visionaries": (0.75, 0.85),
}


def word(text: str, x: float, y: float) -> Block:
    return Block(text, Role.BODY, Box(x, y, x + 0.08, y + 0.03), source=Source.OCR)


def found(
    words: Iterable[Block], confidence: float = 0.96, kind: PictureKind = PictureKind.ANALYST
) -> list[Sign]:
    graphic = Picture(PLOT, PictureOrigin.IMAGE, sha256="1", kind=kind, confidence=confidence)
    page = Slide(2, "Where we stand", tuple(words), (graphic,))
    deck = written(("Start",), page, ("End",))
    profile = Profile(Party("Acme", (), Origin.GIVEN), Party(), ())
    return [s for s in signs.find(deck, language.parse(deck), profile)[1] if s.kind == "field"]


def fields() -> list[Block]:
    return [word(name, *at) for name, at in CORNERS.items()]


@pytest.mark.parametrize(
    ("at", "field"),
    [
        ((0.8, 0.4), "LEADERS"),
        ((0.45, 0.3), "Challengers"),
        ((0.5, 0.7), "Niche Players"),
        ((0.7, 0.75), "Visionaries"),
    ],
)
def test_the_vendors_name_tells_its_field(at: tuple[float, float], field: str) -> None:
    (sign,) = found([*fields(), word("Globex", 0.45, 0.5), word("Acme", *at)])
    assert sign.motif is Motif.ANALYST
    assert f"Acme among the “{field}”" in sign.why
    assert sign.place.quote == "Acme"
    assert sign.place.box == Box(*at, at[0] + 0.08, at[1] + 0.03)


def test_fields_that_the_reader_joined_in_one_line_are_told_apart() -> None:
    assert (
        field_of((0.8, 0.3), [("a", (0.5, 0.2)), ("b", (0.8, 0.2)), ("c", (0.5, 0.8))], PLOT) == "b"
    )


def test_without_the_vendor_or_the_fields_nothing_is_said() -> None:
    here = word("Acme", 0.8, 0.4)
    assert not found(fields())
    assert not found([here, *fields()[:2]])
    assert not found([*fields(), word("Acme", 0.1, 0.4)])  # beside the graphic
    assert not found([*fields(), word("Quadrant for storage, drawn for Acme", 0.6, 0.4)])
    assert not found([here, *fields()], confidence=0.66)
    assert not found([here, *fields()], kind=PictureKind.DIAGRAM)


def test_names_in_one_row_or_column_make_no_fields() -> None:
    row = [(name, (0.45 + 0.1 * n, 0.3)) for n, name in enumerate(CORNERS)]
    assert field_of((0.8, 0.4), row, PLOT) is None
    twice = [*((name, at) for name, at in CORNERS.items()), ("Experts", (0.8, 0.3))]
    assert field_of((0.8, 0.4), twice, PLOT) is None
