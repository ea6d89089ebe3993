"""What a slide's layout, as betteroffice-pptx tells it, says about its fonts and pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from sowhat.model import Box

UNDRAWN = (".emf", ".wmf")  # Windows' own drawings


class Glyph(msgspec.Struct, rename="camel"):
    """A drawn sign; ``glyph_id`` 0 is the box for what the face lacks."""

    glyph_id: int
    cluster: int  # where it stands in the story, in UTF-16 units


class Run(msgspec.Struct, rename="camel"):
    """A stretch of one line; ``start`` and ``end`` are UTF-16 units of the story."""

    text: str
    start: int
    end: int
    font_family: str
    glyphs: list[Glyph]


class Line(msgspec.Struct):
    """A line of text."""

    runs: list[Run]


class Primitive(msgspec.Struct, rename="camel"):
    """A shape, text box, image or table, in pixels; only what is asked of it here is kept."""

    asset_id: str | None = None
    x: float = 0.0
    y: float = 0.0
    w: float = 0.0
    h: float = 0.0
    story_id: str | None = None
    lines: list[Line] = []
    primitives: list[Primitive] = []


class Layout(msgspec.Struct):
    """A slide laid out on ``width`` by ``height`` pixels."""

    width: float
    height: float
    primitives: list[Primitive]


@dataclass(frozen=True, slots=True)
class Missing:
    """Signs that a face lacks: ``text`` at ``start:end`` (UTF-16 units) of a story."""

    story: str
    start: int
    end: int
    text: str


_decoder = msgspec.json.Decoder(Layout)


def parse(json: str) -> Layout:
    """Decode a display list; raises ``msgspec.MsgspecError`` where its form has changed."""
    return _decoder.decode(json)


def families(layout: Layout) -> tuple[str, ...]:
    """Return the families the words are drawn in, in order of appearance."""
    return tuple(dict.fromkeys(run.font_family for _, run in _runs(layout.primitives)))


def runs(layout: Layout) -> Iterator[tuple[str, Run]]:
    """Yield the stretches of text with the story they belong to, bullets left out."""
    return ((story, run) for story, run in _runs(layout.primitives) if run.start < run.end)


def missing(layout: Layout) -> Iterator[Missing]:
    """Yield each sign that was drawn as an empty box."""
    for story, run in runs(layout):
        text = run.text.encode("utf-16-le")
        for glyph in run.glyphs:
            if glyph.glyph_id == 0:
                at = 2 * (glyph.cluster - run.start)
                sign = text[at : at + 4].decode("utf-16-le", "ignore")[:1]
                if sign:
                    end = glyph.cluster + len(sign.encode("utf-16-le")) // 2
                    yield Missing(story, glyph.cluster, end, sign)


def undrawn(layout: Layout) -> tuple[Box, ...]:
    """Return where the pictures stand that the library leaves out."""
    return tuple(
        Box(item.x / w, item.y / h, (item.x + item.w) / w, (item.y + item.h) / h)
        for item in layout.primitives
        if (item.asset_id or "").lower().endswith(UNDRAWN)
        for w, h in ((layout.width or 1.0, layout.height or 1.0),)
    )


def _runs(primitives: list[Primitive]) -> Iterator[tuple[str, Run]]:
    for item in primitives:
        for line in item.lines:
            for run in line.runs:
                yield item.story_id or "", run
        yield from _runs(item.primitives)
