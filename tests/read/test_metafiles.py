from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from typing import Any

import pytest
from pptx.util import Inches

from sowhat.model import Source
from sowhat.read.pptx.metafiles import is_metafile, words_of
from tests.read.conftest import Make, Read

WIDE, HIGH = 400, 200  # pixels of the device that the picture takes
PER_MM = 4  # pixels


def record(kind: int, data: bytes = b"") -> bytes:
    data += b"\0" * (-len(data) % 4)
    return struct.pack("<II", kind, 8 + len(data)) + data


def ints(kind: int, *values: int) -> bytes:
    return record(kind, struct.pack(f"<{len(values)}i", *values))


def font(number: int, height: int, turn: int = 0, signs: int = 0) -> bytes:
    looks = (-height, 0, turn * 10, turn * 10, 400, signs << 24)
    return ints(82, number, *looks) + ints(37, number)


def text(words: str, x: int, y: int, advances: Sequence[int] = (), options: int = 0) -> bytes:
    letters = words.encode("utf-16-le")
    letters += b"\0" * (-len(letters) % 4)
    widths = 76 + len(letters) if advances else 0
    fixed = struct.pack("<4iIff", 0, 0, -1, -1, 1, 1.0, 1.0)
    fixed += struct.pack("<iiIII4iI", x, y, len(words), 76, options, 0, 0, -1, -1, widths)
    return record(84, fixed + letters + struct.pack(f"<{len(advances)}I", *advances))


def metafile(*orders: bytes) -> bytes:
    frame = (0, 0, WIDE * 100 // PER_MM, HIGH * 100 // PER_MM)
    head = struct.pack("<4i4i", 0, 0, WIDE, HIGH, *frame) + b" EMF"
    head += struct.pack("<IIIHHIII", 0x10000, 0, len(orders) + 2, 1, 0, 0, 0, 0)
    head += struct.pack("<4i", 4000, 4000, 4000 // PER_MM, 4000 // PER_MM)
    return record(1, head) + b"".join(orders) + ints(14, 0, 16, 20)


def place(data: bytes) -> dict[str, tuple[float, ...]]:
    return {
        words.text: (words.box.x0, words.box.y0, words.box.x1, words.box.y1)
        for words in words_of(data)
    }


def test_words_stand_where_the_picture_draws_them() -> None:
    data = metafile(font(1, 20), text("Cost", 40, 100, [10, 10, 10, 10]))
    assert is_metafile(data)
    assert place(data) == {"Cost": pytest.approx((0.1, 0.5, 0.2, 0.6))}


def test_baseline_centre_and_right_are_respected() -> None:
    low = metafile(font(1, 20), ints(22, 24 | 6), text("ab", 200, 100, [20, 20]))
    assert place(low)["ab"] == pytest.approx((0.45, 0.42, 0.55, 0.52))
    right = metafile(font(1, 20), ints(22, 2), text("ab", 200, 100, [20, 20]))
    assert place(right)["ab"] == pytest.approx((0.4, 0.5, 0.5, 0.6))


def test_coordinates_are_followed_and_restored() -> None:
    halved = metafile(
        font(1, 20),
        ints(33),
        *(ints(9, 800, 400), ints(11, 400, 200), ints(10, 80, 0)),
        text("small", 160, 100, [20] * 5),
        ints(34, -1),
        text("large", 0, 0, [20] * 5),
    )
    assert place(halved)["small"] == pytest.approx((0.1, 0.25, 0.225, 0.3))
    assert place(halved)["large"] == pytest.approx((0.0, 0.0, 0.25, 0.1))
    turned = struct.pack("<6f", 0.0, 1.0, -1.0, 0.0, 200.0, 0.0)
    upright = metafile(font(1, 20), record(35, turned), text("up", 40, 0, [20, 20]))
    assert place(upright)["up"] == pytest.approx((0.45, 0.2, 0.5, 0.4))
    doubled = struct.pack("<6fI", 2.0, 0.0, 0.0, 2.0, 0.0, 0.0, 2)
    grown = metafile(font(1, 20), record(36, doubled), text("two", 40, 20, [10] * 3))
    assert place(grown)["two"] == pytest.approx((0.2, 0.2, 0.35, 0.4))


def test_pieces_of_a_line_are_joined_and_cells_are_not() -> None:
    data = metafile(
        font(1, 20),
        *(text("Cus", 0, 0, [10] * 3), text("tomer", 30, 0, [10] * 5)),
        text("first", 85, 0, [10] * 5),
        text("96", 300, 0, [10] * 2),
        text("below", 0, 40, [10] * 5),
    )
    assert list(place(data)) == ["Customer first", "96", "below"]


def test_pieces_are_joined_as_they_are_seen_whatever_the_shape_of_the_picture() -> None:
    wide = metafile(font(1, 20), text("960", 0, 0, [10] * 3), text("144", 55, 0, [10] * 3))
    assert list(place(wide)) == ["960", "144"]  # 1.25 of the height apart
    kerned = metafile(font(1, 20), text("D", 0, 0, [12]), text("ata", 15, 0, [10] * 3))
    assert list(place(kerned)) == ["Data"]
    blanks = (text(" ", 0, 0, [6]), text("a", 6, 0, [10]), text(" ", 16, 0, [6]))
    spaced = metafile(font(1, 20), *blanks, text("day", 22, 0, [10] * 3), text(" ", 52, 0, [6]))
    assert place(spaced) == {"a day": pytest.approx((0.015, 0.0, 0.13, 0.1))}


def test_turned_lines_are_read_and_take_the_room_that_is_seen() -> None:
    down = metafile(font(1, 20, 270), text("Ri", 200, 40, [12, 8]), text("sks", 200, 60, [10] * 3))
    assert place(down) == {"Risks": pytest.approx((0.45, 0.2, 0.5, 0.45))}
    up = metafile(font(1, 20, 90), text("Co", 200, 140, [10, 10]), text("st", 200, 120, [10, 10]))
    assert place(up) == {"Cost": pytest.approx((0.5, 0.5, 0.55, 0.7))}
    crossing = metafile(
        *(font(1, 20), text("Plan", 0, 100, [10] * 4)),
        *(font(2, 20, 90), text("Time", 40, 100, [10] * 4)),
    )
    assert list(place(crossing)) == ["Plan", "Time"]


def test_symbols_and_glyphs_are_no_words() -> None:
    data = metafile(
        *(font(1, 20, signs=2), text("lll", 0, 0, [10] * 3)),
        *(font(2, 20), text("Done", 40, 0, [10] * 4)),
        text("XYZ", 40, 60, [10] * 3, options=0x10),
    )
    assert list(place(data)) == ["Done"]


def old_record(kind: int, data: bytes = b"") -> bytes:
    data += b"\0" * (len(data) % 2)
    return struct.pack("<IH", 3 + len(data) // 2, kind) + data


def shorts(kind: int, *values: int) -> bytes:
    return old_record(kind, struct.pack(f"<{len(values)}h", *values))


def old_text(words: bytes, x: int, y: int, advance: int) -> bytes:
    padded = words + b"\0" * (len(words) % 2)
    head = struct.pack("<hhhH", y, x, len(words), 4) + struct.pack("<4h", 0, 0, 9, 9)
    return old_record(
        0x0A32, head + padded + struct.pack(f"<{len(words)}h", *[advance] * len(words))
    )


def old_font(height: int, signs: int = 0) -> bytes:
    looks = struct.pack("<5h4B4B", -height, 0, 0, 0, 400, 0, 0, 0, signs, 0, 0, 0, 0)
    return old_record(0x02FB, looks + b"Arial\0")


def old_metafile(*orders: bytes, before: bytes = b"") -> bytes:
    head = struct.pack("<HHHIHIH", 1, 9, 0x300, 0, 4, 0, 0)
    return before + head + b"".join(orders) + old_record(0)


WINDOW = shorts(0x020B, 0, 0) + shorts(0x020C, HIGH, WIDE)  # y before x
PLACED = b"\xd7\xcd\xc6\x9a" + struct.pack("<H4hHIH", 0, 100, 0, 300, HIGH, 96, 0, 0)


def test_old_metafiles_are_read_too() -> None:
    data = old_metafile(
        WINDOW,
        old_record(0x02FC, struct.pack("<HIH", 0, 0, 0)),  # a brush takes the first number
        old_font(20) + shorts(0x012D, 1),
        old_text(b"Open", 40, 100, 10),
        *(shorts(0x01F0, 0), old_font(20, signs=2), shorts(0x012D, 0)),
        old_text(b"lll", 40, 150, 10),
        *(shorts(0x012D, 1), shorts(0x012E, 6)),
        old_record(0x0521, struct.pack("<h", 4) + b"Quit" + struct.pack("<hh", 20, 200)),
    )
    assert is_metafile(data)
    assert place(data) == {
        "Open": pytest.approx((0.1, 0.5, 0.2, 0.6)),
        "Quit": pytest.approx((0.45, 0.1, 0.55, 0.2)),
    }
    placed = old_metafile(
        old_font(20), shorts(0x012D, 0), old_text(b"Go", 150, 0, 10), before=PLACED
    )
    assert place(placed) == {"Go": pytest.approx((0.25, 0.0, 0.35, 0.1))}


@pytest.mark.parametrize("cut", [0, 10, 18, 30, 41, 60, 90])
def test_damaged_old_metafiles_do_no_harm(cut: int) -> None:
    whole = old_metafile(WINDOW, old_font(20), shorts(0x012D, 0), old_text(b"Open", 40, 100, 10))
    assert words_of(whole[:cut]) == []
    assert words_of(old_metafile(old_font(20), old_text(b"No window", 1, 1, 9))) == []
    assert words_of(whole[:18] + b"\0" * 64) == []


def test_letters_set_upright_and_blanks_are_no_words() -> None:
    data = metafile(text("E", 0, 0), text("n", 0, 30), text("  ", 0, 60), text("7", 0, 90))
    assert list(place(data)) == ["7"]


@pytest.mark.parametrize("cut", [0, 7, 44, 90, 120, 150, 180])
def test_damaged_metafiles_have_no_words_and_do_no_harm(cut: int) -> None:
    whole = metafile(font(1, 20), text("Cost", 40, 100, [10] * 4))
    assert words_of(whole[:cut]) == []
    assert words_of(b"\xff" * 400) == []
    endless = whole[:8] + struct.pack("<I", 0) * 200
    assert words_of(endless) == []
    far = metafile(font(1, 20), text("Gone", 4_000, 100))
    assert words_of(far) == []


def test_words_of_a_pasted_table_are_on_the_slide(
    make_deck: Make, read_pptx: Read, png: bytes
) -> None:
    data = metafile(font(1, 20), text("Cost", 40, 100, [10] * 4), text("96", 200, 100, [10] * 2))

    def build(presentation: Any) -> None:
        slide = presentation.slides.add_slide(presentation.slide_layouts[6])
        place = (Inches(1), Inches(1.5), Inches(5), Inches(3))
        picture = slide.shapes.add_picture(io.BytesIO(png), *place)
        picture.crop_left = 0.3  # which leaves "Cost" out
        slide.part.rels[picture._element.blipFill.blip.rEmbed].target_part._blob = data

    path = make_deck(build)
    (slide,) = read_pptx(path).slides
    (block,) = slide.blocks
    assert (block.text, block.source, block.exact) == ("96", Source.SLIDE, False)
    assert block.box is not None
    left, wide = 0.1, 0.5 / 0.7
    assert (block.box.x0, block.box.y0) == pytest.approx((left + 0.2 * wide, 0.4), abs=1e-3)
    assert (block.box.x1, block.box.y1) == pytest.approx((left + 0.25 * wide, 0.44), abs=1e-3)
    assert read_pptx(path, pictures=False).slides[0].blocks == ()
