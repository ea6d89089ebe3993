"""The title of a slide: its placeholder, else the biggest words in its upper part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from sowhat.model import Block, Box, Role, Source

UPPER = 0.4  # a heading begins above this share of the slide's height
BIGGER = 1.15  # times as big as what it heads
LONGEST = 24  # words
SUBTITLE = 40  # words
FEW = 3  # blocks on a slide that may have its heading anywhere
CROWD = 8  # frames with words about as big, among which none is the heading
TOP, CLEAR = 0.2, 0.1  # share of the height: where words alone at the top begin, and what is below
ALIGNED = 0.005  # share of the width by which the lines of a list are out of line
_HEADS = (Role.BODY, Role.SUBTITLE)


def with_title(blocks: Sequence[Block]) -> tuple[list[Block], str]:
    """Return the blocks with the title's role given, and the title's words ("" if none)."""
    titles = [i for i, block in enumerate(blocks) if block.role is Role.TITLE]
    chosen = _first_frame(blocks, titles) or _heading(blocks)
    marked = list(blocks)
    for i in {*titles, *chosen}:
        role = Role.TITLE if i in chosen else Role.BODY
        if blocks[i].role is not role:
            marked[i] = replace(blocks[i], role=role)
    return _with_subtitle(marked), " ".join(" ".join(blocks[i].text.split()) for i in chosen)


def _with_subtitle(blocks: list[Block]) -> list[Block]:
    """Return the blocks; what stands in several subtitle placeholders, or at length, is body."""
    held = [block for block in blocks if block.role is Role.SUBTITLE]
    words = sum(len(block.text.split()) for block in held)
    if len({block.group for block in held}) < 2 and words <= SUBTITLE:
        return blocks
    return [replace(b, role=Role.BODY) if b.role is Role.SUBTITLE else b for b in blocks]


def _first_frame(blocks: Sequence[Block], titles: list[int]) -> list[int]:
    """Return those of one frame: some decks use title placeholders for every heading."""
    if len({blocks[i].group for i in titles}) < 2:
        return titles
    first = min(titles, key=lambda i: (-(blocks[i].size or 0), _top(blocks[i])))
    return [i for i in titles if blocks[i].group == blocks[first].group]


def _heading(blocks: Sequence[Block]) -> list[int]:
    """Return which blocks are the heading of a slide without a title placeholder."""
    own = [
        i
        for i, block in enumerate(blocks)
        if block.source is Source.SLIDE and block.role in _HEADS and block.size and block.box
    ]
    spots = [i for i in own if _may_head(blocks[i], anywhere=len(own) <= FEW)]
    return _biggest(blocks, own, spots) or _topmost(blocks, own, spots) if spots else []


def _biggest(blocks: Sequence[Block], own: Sequence[int], spots: Sequence[int]) -> list[int]:
    """Return the biggest of the words that may be the heading, if they are told from the rest."""
    first = min(spots, key=lambda i: (-(blocks[i].size or 0), _top(blocks[i])))
    size = blocks[first].size or 0.0
    # the paragraphs right after it in the same frame and size are the same heading, broken up
    follow = takewhile(
        lambda i: blocks[i].group == blocks[first].group and blocks[i].size == size,
        range(first, len(blocks)),
    )
    chosen = list(follow)
    words = sum(len(blocks[i].text.split()) for i in chosen)
    rest = [blocks[i] for i in own if i not in chosen]
    return chosen if words <= LONGEST and _stands_out(blocks[first], size, rest) else []


def _may_head(block: Block, *, anywhere: bool) -> bool:
    letters = sum(character.isalpha() for character in block.text)
    box = block.box
    if box is None or letters < 3 or letters < len(block.text) / 2:
        return False
    on_slide = box.y1 > 0 and box.x1 > 0 and box.x0 < 1
    return on_slide and (anywhere or box.y0 < UPPER) and len(block.text.split()) <= LONGEST


def _stands_out(block: Block, size: float, rest: Sequence[Block]) -> bool:
    usual = _usual(rest)
    if not rest:
        return True
    above = all(_top(block) <= _top(other) + 0.02 for other in rest)
    as_big = {other.group for other in rest if (other.size or 0.0) > size / BIGGER}
    if len(as_big) > CROWD:
        return False
    return size >= BIGGER * usual or (above and size > usual)


def _topmost(blocks: Sequence[Block], own: Sequence[int], spots: Sequence[int]) -> list[int]:
    """Return the words that stand alone at the top, well above all others and no smaller."""
    first = min(own, key=lambda i: _top(blocks[i]))
    head, rest = blocks[first], [blocks[i] for i in own if i != first]
    if first not in spots or len(rest) < FEW or head.box is None or head.box.y0 > TOP:
        return []
    size = head.size or 0.0
    listed = any(b.box and _aligned(b.box, head.box) and b.size == size for b in rest)
    clear = all(_top(other) > head.box.y1 + CLEAR for other in rest)
    return [first] if clear and not listed and size >= _usual(rest) else []


def _aligned(one: Box, other: Box) -> bool:
    shift = one.center[0] - other.center[0]
    return abs(shift) < ALIGNED or abs(one.x0 - other.x0) < ALIGNED


def _usual(blocks: Sequence[Block]) -> float:
    """Return the size of most of the words."""
    weights: dict[float, int] = {}
    for block in blocks:
        weights[block.size or 0.0] = weights.get(block.size or 0.0, 0) + len(block.text)
    return max(weights, key=lambda found: weights[found], default=0.0)


def _top(block: Block) -> float:
    return block.box.y0 if block.box else 1.0
