"""Words that stand in the same place on most slides are footers, not content."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from sowhat.model import Block, Role, Slide

MOST = 0.5  # of the slides
FEWEST = 3  # slides
EDGE = 0.12  # share of the height, above and below, where a layout's words are a footer
SHORT = 25  # words

_DIGITS = re.compile(r"\d+")
Mark: TypeAlias = tuple[str, int, int]


def with_footers(slides: Sequence[Slide]) -> list[Slide]:
    """Return the slides with repeated words given the footer's role."""
    counts = Counter(mark for slide in slides for mark in {_mark(b) for b in slide.blocks})
    least = max(FEWEST, MOST * len(slides))
    often = {mark for mark, count in counts.items() if count >= least and mark is not None}
    if not often:
        return list(slides)
    return [replace(slide, blocks=_marked(slide.blocks, often)) for slide in slides]


def at_edge(block: Block) -> bool:
    """Say whether a layout's block stands where footers do."""
    box = block.box
    return box is not None and (box.y0 > 1 - EDGE or box.y1 < EDGE / 2)


def _marked(blocks: tuple[Block, ...], often: set[Mark]) -> tuple[Block, ...]:
    main = tuple(block for block in blocks if _mark(block) not in often)
    repeated = (block for block in blocks if _mark(block) in often)
    return main + tuple(replace(block, role=Role.FOOTER) for block in repeated)


def _mark(block: Block) -> Mark | None:
    if block.role in (Role.TITLE, Role.SUBTITLE, Role.FOOTER) or block.box is None:
        return None
    if len(block.text) > SHORT * 8:
        return None
    x, y = block.box.x0, block.box.y0
    return _DIGITS.sub("#", block.text), round(x * 50), round(y * 50)
