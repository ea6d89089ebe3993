"""Painters paint values; hit tests beside them are pure."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from sowhat.gui.paint import (
    Look,
    Sight,
    cell,
    finding,
    frame,
    gauge,
    marks,
    ribbon,
    shape,
    version,
)
from sowhat.gui.theme import Theme, colours
from sowhat.model import Box, Mark, Side

AREA = QRectF(10, 5, 300, 40)


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def look(request: pytest.FixtureRequest, theme: Theme) -> Look:
    return Look(colours(dark=request.param), theme.font())


def _canvas() -> QImage:
    image = QImage(320, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return image


def _mark(number: int, box: Box, kind: str = "square", side: Side = Side.VENDOR) -> Mark:
    return Mark(1, number, kind, box, (box,), True, side, "label", "why")


def test_shapes_differ_without_colour(look: Look) -> None:
    silhouettes = set()
    for shown in Sight:
        image = _canvas()
        painter = QPainter(image)
        shape.paint(painter, shown, QRectF(0, 0, 64, 64), look)
        painter.end()
        ink = tuple(image.pixelColor(x, y) != QColor("white") for x in range(64) for y in range(64))
        assert any(ink)
        if shown is not Sight.MIXED:  # a disc like the customer's, but in two halves
            silhouettes.add(ink)
    assert len(silhouettes) == len(Sight) - 1


def test_a_mixed_disc_has_both_halves(look: Look) -> None:
    image = _canvas()
    painter = QPainter(image)
    shape.paint(painter, Sight.MIXED, QRectF(0, 0, 64, 64), look)
    painter.end()
    assert image.pixelColor(16, 32) == look.colours.vendor
    assert image.pixelColor(48, 32) == look.colours.customer


@pytest.mark.parametrize("count", [1, 6, 40, 500])
def test_each_cell_of_the_ribbon_is_hit_at_its_place(count: int) -> None:
    for index in {0, count // 2, count - 1}:
        at = ribbon.place(count, index, AREA)
        assert ribbon.hit(count, AREA, at.center()) == index + 1
        assert at.right() <= AREA.right() + 0.01


def test_beside_the_ribbon_nothing_is_hit() -> None:
    assert ribbon.hit(3, AREA, QPointF(9, 20)) == 0
    assert ribbon.hit(3, AREA, QPointF(20, 60)) == 0
    assert ribbon.hit(3, AREA, QPointF(AREA.right() - 1, 20)) == 0
    assert ribbon.hit(0, AREA, AREA.center()) == 0


@pytest.mark.parametrize("count", [5, 60])
def test_the_ribbon_shows_the_stances(count: int, look: Look) -> None:
    sights = [list(Sight)[index % 5] for index in range(count)]
    cells = tuple(ribbon.Cell(i + 1, shown, hidden=i == 2) for i, shown in enumerate(sights))
    image = _canvas()
    painter = QPainter(image)
    ribbon.paint(painter, ribbon.Ribbon(cells, current=1, hover=2), AREA, look)
    painter.end()
    found = {image.pixelColor(x, y).name() for x in range(320) for y in range(60)}
    assert look.colours.customer.name() in found
    assert look.colours.accent.name() in found


def test_marks_are_hit_by_badge_then_by_the_smallest_box() -> None:
    sheet = QRectF(0, 0, 320, 180)
    found = (_mark(1, Box(0.1, 0.2, 0.9, 0.9)), _mark(2, Box(0.4, 0.5, 0.6, 0.7)))
    assert marks.hit(found, sheet, QPointF(160, 110)) == 2
    assert marks.hit(found, sheet, QPointF(50, 140)) == 1
    assert marks.hit(found, sheet, marks.badges(found, sheet)[0]) == 1
    assert marks.hit(found, sheet, QPointF(2, 178)) == 0
    assert marks.hit((), sheet, QPointF(5, 5)) == 0


def test_marks_stand_where_their_boxes_are(look: Look) -> None:
    sheet = QRectF(0, 0, 320, 180)
    found = (_mark(1, Box(0.25, 0.5, 0.75, 0.8), "highlight", Side.CUSTOMER),)
    image = _canvas()
    painter = QPainter(image)
    marks.paint(painter, marks.Marked(found, chosen=1), sheet, look)
    painter.end()
    assert image.pixelColor(200, 110) != QColor("white")
    assert image.pixelColor(40, 40) == QColor("white")
    assert image.pixelColor(300, 170) == QColor("white")


@pytest.mark.parametrize(("width", "height"), [(16.0, 9.0), (3.0, 4.0), (0.0, 0.0)])
def test_a_sheet_keeps_its_shape_inside_its_room(width: float, height: float) -> None:
    room = QRectF(3, 4, 300, 150)
    place = frame.fit(width, height, room)
    assert room.adjusted(-1, -1, 1, 1).contains(place) or place.isEmpty()
    if width:
        assert place.width() / place.height() == pytest.approx(width / height, rel=0.02)


def test_cells_and_lines_paint_in_all_states(look: Look) -> None:
    image = _canvas()
    painter = QPainter(image)
    for state in (False, True):
        value = cell.FilmCell(3, Sight.VENDOR, state, None, 16 / 9, state, state, state)
        cell.paint(painter, value, QRectF(0, 0, 160, 90), look)
        line = finding.FindingLine("gap", "No plan", "Slide 3", state, state, state)
        finding.paint(painter, line, QRectF(0, 100, 300, 60), look)
    for share in (None, 0.0, 0.5, 1.0):
        value_ = gauge.Gauge(share, (0.4, 0.7), ("them", "both", "us"))
        gauge.paint(painter, value_, QRectF(0, 160, 300, 36), look)
    painter.end()
    assert image.pixelColor(5, 5) != QColor("white")


def test_a_long_finding_takes_more_lines_in_less_room(look: Look) -> None:
    line = finding.FindingLine("us", "Many words " * 12, "Slides 1 to 4")
    assert finding.height(line, 200, look) > finding.height(line, 900, look)


@pytest.mark.parametrize("width", [320, 640, 880, 1600])
def test_two_versions_of_a_slide_stand_beside_each_other(width: int) -> None:
    area = QRectF(0, 40, width, version.height(width, 16 / 9))
    old, words, new = version.places(area)
    assert old.width() == new.width() == version.picture_width(width)
    assert area.contains(old)
    assert area.contains(new)
    assert old.right() < words.left()
    assert words.right() < new.left() - version.GUTTER
    assert old.width() / old.height() == pytest.approx(16 / 9, rel=0.01)


def test_a_slide_of_one_version_has_an_empty_place_beside_it(look: Look) -> None:
    area = QRectF(0, 0, 800, version.height(800, 16 / 9))
    half = version.Half(3, Sight.VENDOR, None, 16 / 9)
    seen = []
    for old, new in ((half, half), (None, half), (half, None)):
        image = QImage(800, round(area.height()), QImage.Format.Format_RGB32)
        image.fill(look.colours.card)
        painter = QPainter(image)
        version.paint(painter, version.VersionRow(old, new, "Prices", "moved", "none"), area, look)
        painter.end()
        seen.append(image)
    assert len({bytes(image.constBits()) for image in seen}) == 3
