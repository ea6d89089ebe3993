from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from sowhat.errors import DeckError
from sowhat.model import Gap
from sowhat.opc import archive as archive_module
from sowhat.read.pptx.found import MOST_SHAPES
from sowhat.read.pptx.names import number
from sowhat.read.pptx.pixels import pixels
from tests.read.conftest import Edit, Make, Read

SLIDE = "ppt/slides/slide1.xml"


def one_slide(presentation: Any) -> None:
    slide = presentation.slides.add_slide(presentation.slide_layouts[5])
    slide.shapes.title.text = "Only this"


def refusal(read_pptx: Read, path: Path) -> str:
    with pytest.raises(DeckError) as caught:
        read_pptx(path)
    return caught.value.reason


def test_relations_to_nowhere_do_not_stop_the_reader(
    make_deck: Make, edit_parts: Edit, read_pptx: Read
) -> None:
    kept = edit_parts(
        make_deck(one_slide),
        {
            "ppt/presProps.xml": lambda _: None,
            "docProps/thumbnail.jpeg": lambda _: None,
            "docProps/app.xml": lambda data: data[:40],
        },
    )
    assert read_pptx(kept).slides[0].title == "Only this"


def test_relations_without_a_target_are_left_out(
    make_deck: Make, edit_parts: Edit, read_pptx: Read
) -> None:
    odd = b'<Relationship Id="rId77" Type="x"/></Relationships>'
    names = ("ppt/_rels/presentation.xml.rels", "ppt/slides/_rels/slide1.xml.rels")
    changes = {name: lambda data: data.replace(b"</Relationships>", odd) for name in names}
    assert read_pptx(edit_parts(make_deck(one_slide), changes)).slides[0].title == "Only this"


def test_a_document_type_is_refused(make_deck: Make, edit_parts: Edit, read_pptx: Read) -> None:
    def armed(data: bytes) -> bytes:
        head, _, rest = data.partition(b"?>")
        return head + b'?><!DOCTYPE p [<!ENTITY a "boom">]>' + rest.replace(b"Only", b"&a;")

    deck = read_pptx(edit_parts(make_deck(one_slide), {SLIDE: armed}))
    assert deck.gaps == (Gap("shape", 1, "the slide itself is missing"),)


def test_parts_in_all_and_alone_are_limited(
    make_deck: Make, read_pptx: Read, edit_parts: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = edit_parts(make_deck(one_slide), added={"ppt/media/film.mp4": bytes(3 << 20)})
    assert read_pptx(path).slides[0].title == "Only this"  # films are not inflated
    for name, value in (("MOST_A_PART", 900), ("MOST_IN_ALL", 900), ("MOST_ENTRIES", 9)):
        with monkeypatch.context() as patch:
            patch.setattr(archive_module, name, value)
            assert refusal(read_pptx, path) == "too-large"


def test_a_bomb_is_told_by_its_ratio(
    make_deck: Make, edit_parts: Edit, read_pptx: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = edit_parts(make_deck(one_slide))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ppt/bomb.xml", bytes(4 << 20))
    monkeypatch.setattr(archive_module, "RATIO_FROM", 1 << 20)
    monkeypatch.setattr(archive_module, "MOST_RATIO", 10)
    assert refusal(read_pptx, path) == "too-large"


def test_a_packed_password_is_told(make_deck: Make, read_pptx: Read) -> None:
    path = make_deck(one_slide)
    data = bytearray(path.read_bytes())
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1  # the flag of the central directory
        at += 4
    path.write_bytes(data)
    assert refusal(read_pptx, path) == "password"


def test_too_many_shapes_and_groups_are_cut_off(
    make_deck: Make, edit_parts: Edit, read_pptx: Read
) -> None:
    shapes = b"<p:sp><p:nvSpPr/></p:sp>" * (MOST_SHAPES + 5)
    path = edit_parts(
        make_deck(one_slide),
        {SLIDE: lambda data: data.replace(b"</p:spTree>", shapes + b"</p:spTree>")},
    )
    deck = read_pptx(path)
    assert [(gap.id, gap.slide) for gap in deck.gaps] == [("shape", 1)]
    assert deck.slides[0].title == "Only this"

    deep = b"<p:grpSp>" * 210 + b"</p:grpSp>" * 210
    path = edit_parts(
        make_deck(one_slide),
        {SLIDE: lambda data: data.replace(b"</p:spTree>", deep + b"</p:spTree>")},
    )
    assert [(gap.id, gap.slide) for gap in read_pptx(path).gaps] == [("shape", 1)]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP"])
def test_pixels_from_the_head_of_a_picture(kind: str) -> None:
    data = io.BytesIO()
    Image.new("RGB", (31, 17), "blue").save(data, kind)
    assert pixels(data.getvalue()) == (31, 17)
    assert pixels(data.getvalue()[:8]) is None


def test_pixels_of_others() -> None:
    metafile = struct.pack("<IIiiii", 1, 88, 0, 0, 40, 30)
    assert pixels(metafile) == (40, 30)
    assert pixels(b"<svg/>") is None
    assert pixels(b"") is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [("12", 12.0), ("50%", 50_000.0), (None, 7.0), ("x", 7.0), ("nan", 7.0), ("1e400", 7.0)],
)
def test_numbers_of_odd_files(value: str | None, expected: float) -> None:
    assert number(value, 7.0) == expected
