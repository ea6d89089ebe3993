"""What is fuzzed: bytes in, and nothing but an expected refusal or a sound value may come out."""

from __future__ import annotations

import contextlib
import copy
import io
import math
import random
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pptx
from lxml import etree

from sowhat.errors import DeckError
from sowhat.model import Block, Box, Deck
from sowhat.paths import resources
from sowhat.pdf.gates import MOST_PAGES
from sowhat.pdf.gates import gates as weighed
from sowhat.pdf.mended import mended
from sowhat.read.pdf.blocks import blocks_of
from sowhat.read.pdf.bullets import Mark
from sowhat.read.pdf.frame import Frame
from sowhat.read.pdf.glyphs import Style
from sowhat.read.pdf.layout import layout_of
from sowhat.read.pdf.titles import headings
from sowhat.read.pdf.words import Word
from sowhat.read.pptx import read as read_pptx
from tests import decks
from tests.hostile.pdf.raw import WORDS, Raw

SLIDE = "ppt/slides/slide1.xml"
MOST_WORDS = 120


@dataclass(frozen=True, slots=True)
class Target:
    """``run`` tries one input and raises what should never be raised; ``seeds`` are good ones."""

    run: Callable[[bytes], None]
    seeds: Callable[[], Iterable[bytes]]


def gates(data: bytes) -> None:
    """Read ``data`` as a whole file."""
    _read(data)


def slide(data: bytes) -> None:
    """Read a deck whose first slide is the XML ``data``: geometry, text, styles, tables."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, part in _parts().items():
            archive.writestr(zipfile.ZipInfo(name), data if name == SLIDE else part)
    _read(made.getvalue())


def values(data: bytes) -> None:
    """Read a deck whose first slide is a sound one with odd values in odd places."""
    slides = _sound_slides()
    root = etree.fromstring(slides[data[0] % len(slides)] if data else slides[0])
    for at in range(1, len(data) - 4, 5):
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        where = int.from_bytes(data[at : at + 2], "big") % len(elements)
        _spoil(elements, where, *data[at + 2 : at + 5])
    slide(etree.tostring(root))


def words(data: bytes) -> None:
    """Build the blocks of a PDF's page from words that ``data`` places."""
    drawn = random.Random(data[:8])
    turn = data[8] % 4 if len(data) > 8 else 0
    frame = Frame(0.0, 0.0, 720.0, 405.0, turn)
    found = [_word(order, data[at : at + 8], drawn) for order, at in enumerate(_starts(data))]
    marks = [Mark(word.x0 - word.size, word.base, word.size / 3) for word in found[::7]]
    layout = layout_of(found, frame, marks)
    (heading,) = headings([layout], [set()])
    blocks = blocks_of(layout, set(), heading)
    _sound(blocks)
    told = {letter for block in blocks for letter in block.text}
    # Single signs may be bullets, and what is drawn twice on one place is one word.
    lost = {letter for word in found if len(word.text) > 1 for letter in word.text} - told
    assert not {letter for letter in lost if letter.isalpha()}, lost


def pages(data: bytes) -> None:
    """Weigh the pages of the PDF file ``data``, and mend it as if it were damaged."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        found = weighed(Path(file.name), None)
    assert all(0 <= page < min(found.pages or 0, MOST_PAGES) for page in found.heavy), found
    with contextlib.suppress(DeckError):  # locked
        whole = mended(data, None)
        assert whole is None or whole.startswith(b"%PDF")


def _read(data: bytes) -> None:
    with tempfile.NamedTemporaryFile(suffix=".pptx") as file:
        file.write(data)
        file.flush()
        try:
            deck = read_pptx(file.name, None, False, lambda _done, _total: None)
        except (DeckError, MemoryError, RecursionError):  # what a worker answers by itself
            return
    _sound([block for one in deck.slides for block in one.blocks])
    again = msgspec.msgpack.decode(msgspec.msgpack.encode(deck), type=Deck)
    assert again.slides == deck.slides


def _sound(blocks: Iterable[Block]) -> None:
    for block in blocks:
        for box in (block.box, *(span.box for span in block.spans)):
            assert box is None or _finite(box), box
        for span in block.spans:
            assert 0 <= span.start <= span.end <= len(block.text), span


ODD = (
    *("", "0", "-1", "1", " 7 ", "5.5", "NaN", "inf", "1e400", "0x10", "50%", "-100000%"),
    *("-2147483649", "-5400000", "21600000", "1000000000000", "9" * 20, "9" * 400),
    *("true", "none", "hidden", "vert270", "b", "tx1", "FFFFFF", "rId1", "rId99"),
    *("{}", "{0}", "\u202e", "\ue000"),
)


def _spoil(elements: list[Any], where: int, what: int, which: int, value: int) -> None:
    """Change one element of an XML tree: an attribute, its text, its place, its parts."""
    element, odd = elements[where], ODD[value % len(ODD)]
    names = sorted(element.attrib)
    parent = element.getparent()
    if names and what < 150:
        element.set(names[which % len(names)], odd)
    elif names and what < 170:
        del element.attrib[names[which % len(names)]]
    elif what < 190:
        element.text = odd
    elif parent is not None and what < 220:
        parent.remove(element)
    elif parent is not None:
        other = elements[value % len(elements)]
        other.append(copy.deepcopy(element))


def _finite(box: Box) -> bool:
    edges = (box.x0, box.y0, box.x1, box.y1)
    return all(map(math.isfinite, edges)) and box.x0 <= box.x1 and box.y0 <= box.y1


@cache
def _sound_slides() -> tuple[bytes, ...]:
    return tuple(_slides())


@cache
def _parts() -> dict[str, bytes]:
    """The parts of a deck of one slide."""
    made = io.BytesIO()
    deck = pptx.Presentation()
    deck.slides.add_slide(deck.slide_layouts[1]).shapes.title.text = "Your nine days"
    deck.save(made)
    with zipfile.ZipFile(made) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _starts(data: bytes) -> range:
    return range(9, min(len(data) - 7, 9 + 8 * MOST_WORDS), 8)


SAID = (
    "a",
    "Nine",
    "days.",
    "•",
    "–",
    "1.",
    "(2)",
    "we",
    "東京",
    "שלום",
    "A",
    "fi",
    "-",
    "12%",
    "…",
)


def _word(order: int, data: bytes, drawn: random.Random) -> Word:
    x, y, wide, size, said, style, turn, jitter = data
    points = 1 + size / 4
    x0, base = 3.0 * x - 20, 1.7 * y - 10 + (drawn.random() - 0.5) * (jitter % 8)
    x1 = x0 + wide
    top, bottom = base - points * (0.6 + jitter / 512), base + points / 4
    box = Box(x0 / 720, top / 405, x1 / 720, bottom / 405)
    return Word(
        text=SAID[said % len(SAID)],
        x0=x0,
        x1=x1,
        top=top,
        bottom=bottom,
        base=base,
        size=points,
        style=_STYLES[style % len(_STYLES)],
        turn=90 * (turn % 4) if turn > 240 else 0,  # nearly all text is level
        order=order if jitter % 5 else drawn.randrange(MOST_WORDS),
        box=box,
        spacing=math.inf if jitter == 255 else 0.0,
        goes_on=jitter % 31 == 0,
    )


_STYLES = tuple(
    Style(font, bold, italic, color)
    for font, color in (("Carlito", "#000000"), ("Lato", "#ff0000"))
    for bold, italic in ((False, False), (True, False), (False, True))
)


def _files() -> Iterable[bytes]:
    yield from (path.read_bytes() for path in sorted((resources() / "samples").glob("*.pptx")))
    with tempfile.TemporaryDirectory() as folder:
        yield decks.vendor_pptx(Path(folder) / "acme.pptx").read_bytes()


def _small_files() -> Iterable[bytes]:
    """Decks that can be tried often."""
    for packing in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", packing) as archive:
            for name, part in _parts().items():
                if packing == zipfile.ZIP_DEFLATED or "Layout1" in name or "Layout" not in name:
                    archive.writestr(zipfile.ZipInfo(name), part)
        yield made.getvalue()


def _slides() -> Iterable[bytes]:
    for data in _files():
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [name for name in archive.namelist() if name.startswith("ppt/slides/slide")]
            yield from (archive.read(name) for name in names)


def _drawings() -> Iterable[bytes]:
    for number in range(8):
        drawn = random.Random(number)
        yield drawn.randbytes(9 + 8 * (number + 1) * 6)


def _portable_files() -> Iterable[bytes]:
    """PDFs of a page or two: plain, packed, one form in another, names of pages, cut off."""
    plain = Raw()
    plain.page()
    yield plain.whole()
    yield plain.whole()[:-200]
    forms = Raw()
    head = b"/Type /XObject /Subtype /Form /BBox [0 0 720 405] "
    inner = forms.packed(WORDS, head)
    outer = forms.stream(
        b"/X Do /X Do", head + b"/Resources << /XObject << /X %d 0 R >> >>" % inner
    )
    forms.page(b"/Y Do", b"/XObject << /Y %d 0 R >>" % outer)
    labels = forms.add(b"<< /Nums [0 << /S /D >>] >>")
    forms.page_of(forms.packed(WORDS))
    yield forms.whole(b"/PageLabels << /Kids [%d 0 R] >>" % labels)


def _odd_values() -> Iterable[bytes]:
    for number in range(len(_sound_slides())):
        yield bytes([number]) + random.Random(number).randbytes(20)


TARGETS = {
    "gates": Target(gates, _small_files),
    "pages": Target(pages, _portable_files),
    "slide": Target(slide, _slides),
    "values": Target(values, _odd_values),
    "words": Target(words, _drawings),
}
