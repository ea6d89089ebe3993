"""Little files that want to become large."""

from __future__ import annotations

import zlib
from functools import partial

from tests.hostile import OPENS, Hostile
from tests.hostile.pdf.raw import SIZE, WORDS, Raw, built

FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 720 405] "


def _forms(levels: int, times: int, deck: Raw) -> None:
    """A form that draws another ten times, which draws another ten times, …"""
    inner = deck.stream(WORDS, FORM + b"/Resources << /Font << /F1 3 0 R >> >>")
    for _ in range(levels):
        entries = FORM + b"/Resources << /XObject << /X %d 0 R >> >>" % inner
        inner = deck.stream(b"/X Do " * times, entries)
    deck.page(WORDS + b"/X Do ", b"/XObject << /X %d 0 R >>" % inner)
    deck.page()


def _flate(deck: Raw) -> None:
    """Contents that inflate to 200 MB."""
    packer = zlib.compressobj(9)
    block = bytes(1 << 20)
    data = b"".join(packer.compress(block) for _ in range(200)) + packer.flush()
    content = deck.stream(data, b"/Filter /FlateDecode")
    deck.page_of(content)
    deck.page()


def _flate_twice(deck: Raw) -> None:
    """300 MB packed twice: 1 KB."""
    packer = zlib.compressobj(9)
    block = bytes(1 << 20)
    data = b"".join(packer.compress(block) for _ in range(300)) + packer.flush()
    content = deck.stream(zlib.compress(data, 9), b"/Filter [/FlateDecode /FlateDecode]")
    deck.page_of(content)
    deck.page()


def _flate_words(deck: Raw) -> None:
    """Contents that inflate to 100 MB of words."""
    packer = zlib.compressobj(9)
    block = b"BT /F1 9 Tf 60 300 Td (Nine days) Tj ET\n" * 10_000
    data = b"".join(packer.compress(block) for _ in range(250)) + packer.flush()
    deck.page_of(deck.stream(data, b"/Filter /FlateDecode"))
    deck.page()


def _picture(deck: Raw) -> None:
    """A picture of 12,000 by 12,000 pixels in 400 KB."""
    packer = zlib.compressobj(9)
    row = bytes(12_000 * 3)
    data = b"".join(packer.compress(row) for _ in range(12_000)) + packer.flush()
    image = deck.stream(
        data,
        b"/Type /XObject /Subtype /Image /Width 12000 /Height 12000 /BitsPerComponent 8 "
        b"/ColorSpace /DeviceRGB /Filter /FlateDecode",
    )
    deck.page(WORDS + b"q 300 0 0 200 60 60 cm /I Do Q", b"/XObject << /I %d 0 R >>" % image)
    deck.page()


def _patterns(deck: Raw) -> None:
    """A pattern of tiny tiles that are patterns of tiny tiles, …"""
    entries = b"/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep .01 /YStep .01 "
    inner = deck.stream(b"0 0 1 1 re f", entries + b"/Resources << >>")
    for _ in range(6):
        own = b"/Resources << /Pattern << /P %d 0 R >> >>" % inner
        inner = deck.stream(b"/Pattern cs /P scn 0 0 1 1 re f", entries + own)
    content = WORDS + b"/Pattern cs /P scn 0 0 720 405 re f"
    deck.page(content, b"/Pattern << /P %d 0 R >>" % inner)
    deck.page()


def _objects(deck: Raw) -> None:
    """A stream of objects that inflates to 200 MB."""
    packer = zlib.compressobj(9)
    block = bytes(1 << 20).replace(b"\0", b" ")
    data = b"9 0 " + b"".join(packer.compress(block) for _ in range(200)) + packer.flush()
    deck.stream(data[4:], b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode")
    deck.page()


def _lines(count: int, deck: Raw) -> None:
    """Very many little lines on one page."""
    deck.page_of(deck.packed(WORDS + b"1 1 m 9 9 l S\n" * count))
    deck.page()


def _shading(deck: Raw) -> None:
    """A mesh of a million patches."""
    data = deck.packed(
        bytes(1 << 24),
        b"/ShadingType 4 /ColorSpace /DeviceRGB /BitsPerCoordinate 8 /BitsPerComponent 8 "
        b"/BitsPerFlag 8 /Decode [0 720 0 405 0 1 0 1 0 1]",
    )
    deck.page(WORDS + b"/S sh", b"/Shading << /S %d 0 R >>" % data)
    deck.page()


def _function(deck: Raw) -> None:
    """A sampled function that tells of more samples than there are bytes in the world."""
    samples = deck.stream(
        b"\0" * 64,
        b"/FunctionType 0 /Domain [0 1 0 1 0 1 0 1] /Range [0 1 0 1 0 1] "
        b"/Size [65535 65535 65535 65535] /BitsPerSample 32",
    )
    space = b"/ColorSpace << /C [/DeviceN [/A /B /C /D] /DeviceRGB %d 0 R] >>" % samples
    deck.page(WORDS + b"/C cs 1 1 1 1 scn 0 0 99 99 re f", space)
    deck.page()


def _dashes(deck: Raw) -> None:
    """A line with dashes that are far too short."""
    deck.page(WORDS + b"[.00001 .00001] 0 d .1 w 0 0 m 720 405 l S")
    deck.page()


def _soft_masks(deck: Raw) -> None:
    """Masks in masks in masks, each as large as the page."""
    group = b"/Group << /S /Transparency /CS /DeviceGray /I true >> "
    inner = deck.stream(b"0 0 720 405 re f", FORM + group)
    for _ in range(12):
        state = b"/Resources << /ExtGState << /G << /SMask << /S /Luminosity /G %d 0 R >> >> >> >>"
        inner = deck.stream(b"/G gs 0 0 720 405 re f " * 3, FORM + group + state % inner)
    deck.page(WORDS + b"/X Do", b"/XObject << /X %d 0 R >>" % inner, size=SIZE)
    deck.page()


KINDS = (
    Hostile("forms in forms, ten times each", OPENS, built(partial(_forms, 9, 10))),
    Hostile("forms in forms, a hundred times", OPENS, built(partial(_forms, 4, 100))),
    Hostile("contents of 200 MB in 200 KB", OPENS, built(_flate)),
    Hostile("contents of 300 MB packed twice", OPENS, built(_flate_twice)),
    Hostile("100 MB of words", OPENS, built(_flate_words)),
    Hostile("a picture of 144 million pixels", OPENS, built(_picture)),
    Hostile("patterns in patterns", OPENS, built(_patterns), slow=True),
    Hostile("a stream of objects of 200 MB", OPENS, built(_objects)),
    Hostile("a hundred thousand lines", OPENS, built(partial(_lines, 100_000))),
    Hostile("a million lines", OPENS, built(partial(_lines, 1_000_000)), slow=True),
    Hostile("a mesh of a million patches", OPENS, built(_shading)),
    Hostile("a function without end", OPENS, built(_function)),
    Hostile("dashes without end", OPENS, built(_dashes)),
    Hostile("masks in masks", OPENS, built(_soft_masks), slow=True),
)
