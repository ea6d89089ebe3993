"""Rows and columns of the tables on slides."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from sowhat.model import Block, Deck, Role, Slide

SAME = 50  # cells whose edges are the same to a fiftieth of the slide stand in one row or column


class Cell(NamedTuple):
    """A table's cell with the one that heads its column."""

    block: Block
    head: Block


def rows(slide: Slide) -> list[list[Block]]:
    """Return the rows of all tables of a slide, from the top."""
    found: dict[tuple[int, int], list[Block]] = {}
    for block in slide.blocks:
        if block.role is Role.CELL and block.box is not None:
            found.setdefault((block.group, round(block.box.y0 * SAME)), []).append(block)
    return [found[place] for place in sorted(found)]


def cells(slide: Slide) -> Iterator[Cell]:
    """Yield the cells below the first row of each table of a slide."""
    heads: dict[int, list[Block]] = {}
    for row in rows(slide):
        first = heads.setdefault(row[0].group, row)
        for block in row if first is not row else ():
            head = next((one for one in first if _column(one) == _column(block)), None)
            if head is not None:
                yield Cell(block, head)


def headed(deck: Deck, heads: Collection[str]) -> Iterator[Cell]:
    """Yield the cells below heads of which a word is one of ``heads``, in small letters."""
    for slide in deck.slides:
        for cell in cells(slide):
            if not set(cell.head.text.casefold().split()).isdisjoint(heads):
                yield cell


def _column(block: Block) -> int | None:
    return round(block.box.x0 * SAME) if block.box is not None else None
