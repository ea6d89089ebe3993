from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from sowhat.model import WHOLE
from sowhat.pictures.marks import fraction, ground_of, layout_of, within_cards
from sowhat.pictures.opened import drawn
from sowhat.pictures.seen import Pixels
from tests.pictures.made.sheet import font


def paper(
    width: int = 400, height: int = 240, colour: tuple[int, ...] = (255, 255, 255)
) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("RGBA" if len(colour) == 4 else "RGB", (width, height), colour)
    return image, ImageDraw.Draw(image)


def pixels(image: Image.Image) -> Pixels:
    return drawn(image, WHOLE)


def test_a_plain_ground_is_told_from_the_ink() -> None:
    image, pen = paper(colour=(20, 30, 60))
    pen.rectangle((100, 100, 199, 149), (250, 250, 250))
    ground = ground_of(pixels(image))
    assert ground.colour == (20, 30, 60)
    assert not ground.clear
    assert int(ground.ink.sum()) == 5000


def test_a_clear_ground_is_told_by_its_alpha() -> None:
    image, pen = paper(colour=(0, 0, 0, 0))
    pen.rectangle((10, 10, 59, 39), (255, 255, 255, 255))
    ground = ground_of(pixels(image))
    assert ground.clear
    assert int(ground.ink.sum()) == 1500


def test_letters_and_lines_of_one_mark_are_one_mark() -> None:
    image, pen = paper(640, 300)
    for column in range(3):
        for row in range(2):
            x, y = 40 + column * 210, 50 + row * 150
            pen.text((x, y), "Quantor", (30, 30, 30), font("Arimo-Bold", 28))
            pen.text((x, y + 32), "SYSTEMS", (30, 30, 30), font("Arimo-Regular", 14))
    layout = layout_of(pixels(image))
    assert len(layout.marks) == 6
    assert layout.gap > 2
    first = layout.box(int(layout.marks[:, :2].sum(axis=1).argmin()))
    assert abs(first.x0 - 40 / 640) < 0.02
    assert first.y1 - first.y0 > 0.12


def test_a_line_is_no_mark_but_is_counted() -> None:
    image, pen = paper()
    pen.line((20, 120, 380, 120), (0, 0, 0), 1)
    for x in (40, 120, 200, 280):
        pen.ellipse((x, 40, x + 40, 80), (200, 30, 30))
    layout = layout_of(pixels(image))
    assert layout.lines == 1
    assert len(layout.marks) == 4


def test_marks_on_cards_are_what_stands_on_them() -> None:
    image, pen = paper(480, 260, (200, 210, 225))
    for column in range(4):
        for row in range(2):
            x, y = 14 + column * 116, 16 + row * 120
            pen.rectangle((x, y, x + 76, y + 80), (255, 255, 255))
            pen.ellipse((x + 20, y + 20, x + 54, y + 45 + row * 10), (200, 40 * column, 30))
    seen = pixels(image)
    cards = within_cards(layout_of(seen), seen)
    assert cards is not None
    assert not cards.painted
    assert len(cards.layout.marks) == 8
    assert int((cards.layout.marks[:, 2] - cards.layout.marks[:, 0]).max()) < 50


def test_boxes_of_different_colours_are_painted_cards() -> None:
    image, pen = paper(480, 120)
    for column, colour in enumerate(((200, 40, 40), (40, 140, 60), (30, 70, 160), (120, 60, 160))):
        x = 10 + column * 118
        pen.rectangle((x, 30, x + 100, 90), colour)
        pen.text((x + 20, 50), "Step", (255, 255, 255), font("Arimo-Bold", 22))
    seen = pixels(image)
    cards = within_cards(layout_of(seen), seen)
    assert cards is not None
    assert cards.painted


def test_an_empty_picture_has_no_marks() -> None:
    layout = layout_of(pixels(paper()[0]))
    assert len(layout.marks) == 0
    assert len(layout.parts) == 0


def test_a_page_of_specks_is_a_crowd() -> None:
    image, pen = paper()
    for x in range(4, 396, 9):
        for y in range(4, 236, 9):
            pen.rectangle((x, y, x + 3, y + 3), (0, 0, 0))
    layout = layout_of(pixels(image))
    assert layout.crowded
    assert len(layout.marks) == 0


def test_boxes_are_given_in_fractions() -> None:
    box = fraction(np.array([10, 20, 60, 40]), (100, 80))
    assert (box.x0, box.y0, box.x1, box.y1) == (0.1, 0.25, 0.6, 0.5)
