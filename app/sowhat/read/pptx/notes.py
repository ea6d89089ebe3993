"""What the speaker wrote below a slide."""

from __future__ import annotations

from typing import Any

from sowhat.model import Block, Role, Source
from sowhat.read.pptx.design import Design, related
from sowhat.read.pptx.holders import holder_of
from sowhat.read.pptx.names import NOTES, P
from sowhat.read.pptx.text import Reader


def read_notes(slide: Any, design: Design) -> tuple[Block, ...]:
    """Return the notes of a slide part; none are made where there are none."""
    notes = related(slide, NOTES)
    if notes is None or not hasattr(notes, "_element"):
        return ()
    reader = Reader(design.free.levels, design.theme, lambda _: None)
    blocks: list[Block] = []
    for shape in notes._element.iterfind(f"{P}cSld/{P}spTree/{P}sp"):
        holder = holder_of(shape)
        body = shape.find(P + "txBody")
        if body is None or holder is None or holder.type != "body":
            continue
        blocks += [
            Block(p.text, Role.NOTES, None, source=Source.NOTES, level=p.level, group=1)
            for p in reader.paragraphs(body, design.free.frame)
            if p.text
        ]
    return tuple(blocks)
