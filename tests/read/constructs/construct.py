"""What a construct is, and what is asked of each when it was read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sowhat.model import Block, Box, Deck, Picture, PictureOrigin, Role, Slide, Source
from tests.read.constructs.drawing import NEAR, Drawing, apart, letters

INSET = (7.2, 3.6)  # points between a text box and its words

Build = Callable[[Any], None]


@dataclass(frozen=True)
class Read:
    """The deck as it was read, the number of a construct's first slide, and how slides look."""

    deck: Deck
    number: int
    draw: Callable[[int], Drawing]

    @property
    def slide(self) -> Slide:
        """Return the construct's own slide."""
        return self.deck.slides[self.number - 1]

    @cached_property
    def drawing(self) -> Drawing:
        """Return the construct's slide as drawn."""
        return self.draw(self.number)

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height of the slides in points."""
        return self.deck.width, self.deck.height

    @property
    def own(self) -> list[Block]:
        """Return the blocks that the construct made: without title, footers and the layout's."""
        apart_from = (Role.TITLE, Role.FOOTER)
        return [
            block
            for block in self.slide.blocks
            if block.role not in apart_from and block.source is not Source.LAYOUT
        ]

    @property
    def texts(self) -> list[str]:
        """Return the texts of the construct's blocks."""
        return [block.text for block in self.own]

    @property
    def origins(self) -> set[Source]:
        """Return where the construct's words come from."""
        return {block.source for block in self.own}

    def starts(self, box: Box | None, corner: Box) -> None:
        """Ask that words start in the corner of a text box that stands at ``corner``."""
        assert box is not None
        assert corner.holds(box, slack=NEAR)
        assert abs(box.x0 - corner.x0 - INSET[0] / self.size[0]) < NEAR
        assert abs(box.y0 - corner.y0 - INSET[1] / self.size[1]) < NEAR

    def block(self, text: str) -> Block:
        """Return the only block of this text."""
        (found,) = (block for block in self.slide.blocks if block.text == text)
        return found

    def picture(self, origin: PictureOrigin, source: Source = Source.SLIDE) -> Picture:
        """Return the only picture of this origin."""
        (found,) = (p for p in self.slide.pictures if (p.origin, p.source) == (origin, source))
        return found

    def fills(self, box: Box | None, color: str, near: Box | None = None) -> None:
        """Ask that ``box`` is where this colour is drawn, only ``near`` there if given."""
        assert apart(box, self.drawing.ink(color, near)) < NEAR

    def on_lines(self, block: Block, color: str, near: Box | None = None) -> None:
        """Ask that each line of a block is where it is drawn: its letters, set in its box."""
        assert block.box is not None
        drawn = self.drawing.lines(color, near)
        read = [letters(block, span, self.size) for span in block.spans]
        assert len(read) == len(drawn)
        assert [apart(one, ink) for one, ink in zip(read, drawn, strict=True) if
                apart(one, ink) >= NEAR] == []  # fmt: skip
        assert all(block.box.holds(ink, slack=NEAR) for ink in drawn)

    def around(self, box: Box | None, color: str, spare: float) -> None:
        """Ask that all of the colour lies in ``box``, which is ``spare`` points larger at most:
        by bearings of letters and the room of a line."""
        ink = self.drawing.ink(color)
        assert box is not None
        assert ink is not None
        assert box.holds(ink, slack=NEAR)
        across, down = (NEAR + spare / side for side in self.size)
        assert ink.x0 - box.x0 < across
        assert box.x1 - ink.x1 < across
        assert ink.y0 - box.y0 < down
        assert box.y1 - ink.y1 < down


@dataclass(frozen=True)
class Construct:
    """Something a deck can say: ``build`` makes it on a slide, ``check`` asks what was read."""

    name: str
    build: Build
    check: Callable[[Read], None]
    pages: int = 1
    origins: tuple[Source, ...] = (Source.SLIDE,)  # of the construct's words
    layout: int = 5  # of python-pptx's template: a title, and nothing below it
