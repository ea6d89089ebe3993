"""What is painted of slides from near, in the filmstrip's gutter and above the ribbon."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from sowhat.gui.paint import Look, Sight, cell, ribbon, shade, view
from sowhat.gui.theme import Theme, colours
from sowhat.model import Block, BlockVerdict, Box, Role, Slide, Stance, Verdict

AREA = QRectF(10, 25, 300, 40)


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def look(request: pytest.FixtureRequest, theme: Theme) -> Look:
    return Look(colours(dark=request.param), theme.font())


def _canvas() -> QImage:
    image = QImage(320, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return image


def _cells(said: str) -> tuple[ribbon.Cell, ...]:
    """Make cells: v vendor, c customer, u unsure; a capital letter is hidden."""
    sights = {"v": Sight.VENDOR, "c": Sight.CUSTOMER, "u": Sight.UNSURE}
    return tuple(
        ribbon.Cell(number, sights[letter.lower()], hidden=letter.isupper())
        for number, letter in enumerate(said, 1)
    )


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("vvcvvv", [(3, 5, 3)]),
        ("vvVv", [(0, 3, 3)]),
        ("vvCvu", [(0, 3, 3)]),
        ("vvuvv", []),
        ("", []),
        ("vvvcvvvv", [(0, 2, 3), (4, 7, 4)]),
    ],
)
def test_stretches_about_the_vendor_are_found(said: str, found: list[tuple[int, int, int]]) -> None:
    assert list(ribbon.stretches(_cells(said))) == found


def test_stretches_and_the_first_customer_slide_are_marked_above_the_cells(look: Look) -> None:
    image = _canvas()
    painter = QPainter(image)
    value = ribbon.Ribbon(_cells("uvvvvc"), flag=6, row="{count} in a row")
    ribbon.paint(painter, value, AREA, look)
    painter.end()
    lane = range(round(25 - ribbon.lane(look.font)), 24)

    def inks(index: int) -> set[str]:
        cell_ = ribbon.place(6, index, AREA)
        across = range(round(cell_.left()), round(cell_.right()))
        return {image.pixelColor(x, y).name() for x in across for y in lane}

    assert look.colours.customer.name() in inks(5)
    assert inks(0) == {"#ffffff"}
    assert len(inks(1)) > 1


@pytest.mark.parametrize("height", [30.0, 70.0, 96.0, 120.0])
def test_motifs_stand_in_the_gutter_below_the_shape(height: float) -> None:
    area = QRectF(3, 7, 190, height)
    places = cell.icon_places(5, area)
    assert len(places) <= cell.MOST_ICONS
    assert (len(places) == cell.MOST_ICONS) == (height > 100)
    for place in places:
        assert area.contains(place)
        assert place.right() <= area.left() + cell.GUTTER


ROOM, SHEET = QRectF(0, 0, 400, 300), QRectF(0, 38, 400, 225)


def test_a_slide_from_near_leaves_no_gap_and_keeps_what_is_under_the_pointer() -> None:
    at = QPointF(100, 80)
    near = view.zoomed(view.View(), 3, SHEET, ROOM, at)
    place = view.placed(near, SHEET, ROOM)
    assert place.width() == 1200
    assert (at.x() - place.left()) / 1200 == pytest.approx(100 / 400, abs=0.01)
    far = view.moved(near, QPointF(9999, 9999), SHEET, ROOM)
    assert view.placed(far, SHEET, ROOM).topLeft() == ROOM.topLeft()
    far = view.moved(near, QPointF(-9999, -9999), SHEET, ROOM)
    assert view.placed(far, SHEET, ROOM).bottomRight() == QPointF(400, 300)
    back = view.moved(far, QPointF(10, 0), SHEET, ROOM)
    assert view.placed(back, SHEET, ROOM).right() == 410


def test_a_slide_that_is_narrower_than_its_room_is_centred() -> None:
    tall = QRectF(150, 0, 100, 300)
    near = view.zoomed(view.View(), 2, tall, ROOM, QPointF(0, 0))
    place = view.placed(near, tall, ROOM)
    assert place.center().x() == 200
    assert place.width() == 200


@pytest.mark.parametrize(("asked", "given"), [(0.2, 1.0), (99.0, view.NEAREST), (2.0, 2.0)])
def test_nearness_has_its_limits(asked: float, given: float) -> None:
    found = view.zoomed(view.View(), asked, SHEET, ROOM, ROOM.center())
    assert found.zoom == given
    assert found.whole == (given == 1.0)
    assert view.moved(view.View(), QPointF(9, 9), SHEET, ROOM) == view.View()


def test_blocks_are_shaded_by_side_as_strongly_as_they_weigh(look: Look) -> None:
    box = Box(0.1, 0.1, 0.9, 0.3)
    blocks = (
        Block("We", Role.BODY, box),
        Block("They", Role.BODY, Box(0.1, 0.6, 0.9, 0.8)),
        Block("Nowhere", Role.BODY, None),
    )
    verdict = Verdict(
        1,
        Stance.MIXED,
        (),
        0.5,
        True,
        (0.25, 0.25, 0.25, 0.25),
        blocks=(
            BlockVerdict(0, 0.9, (0.8, 0.1, 0.1, 0)),
            BlockVerdict(1, 0.1, (0.1, 0.8, 0.1, 0)),
            BlockVerdict(2, 0.1, (0.1, 0.8, 0.1, 0)),
            BlockVerdict(7, 0.1, (0.1, 0.8, 0.1, 0)),
        ),
    )
    found = shade.shades(Slide(1, blocks=blocks), verdict)
    assert [(one.box, one.stance) for one in found] == [
        (box, Stance.VENDOR),
        (blocks[1].box, Stance.CUSTOMER),
    ]
    image = _canvas()
    painter = QPainter(image)
    shade.paint(painter, found, QRectF(0, 0, 320, 180), look.font)
    painter.end()
    vendor = min(image.pixelColor(x, 40).blue() for x in range(100, 250))
    customer = min(image.pixelColor(x, 125).red() for x in range(100, 250))
    assert vendor < customer < 255
    assert image.pixelColor(200, 80) == QColor("white")
