"""What slides show of their layout and master: read once for all slides of a design."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeAlias

from sowhat.model import WHOLE, Block, Gap, Role, Source, Unseen
from sowhat.read.pptx.design import Design
from sowhat.read.pptx.fills import Fill, ground
from sowhat.read.pptx.found import Found
from sowhat.read.pptx.images import Images
from sowhat.read.pptx.repeats import at_edge
from sowhat.read.pptx.visible import Parted

Walk: TypeAlias = Callable[[Any, Design, Found], None]  # reads the shapes of a part
NOT_ITS_OWN = (Unseen.OFF_SLIDE, Unseen.HIDDEN)  # masters keep notes and swatches beside the slide


class Backdrop:
    """The layers under the shapes of a deck's slides; ``walk`` reads the shapes of one part."""

    def __init__(self, images: Images, walk: Walk) -> None:
        self._images = images
        self._walk = walk
        self._below: dict[int, Found] = {}
        self._behind: dict[int, tuple[Found, Fill | None]] = {}
        self.gaps: list[Gap] = []
        self.fonts: Counter[str] = Counter()

    def below(self, design: Design) -> Found:
        """Return the shapes of layout and master."""
        key = id(design)
        if key not in self._below:
            found = self._below[key] = Found(Source.LAYOUT, None)
            for part in (design.master if design.shows_master else None, design.layout):
                if part is not None:
                    self._walk(part, design, found)
            found.blocks = [_footer(block) if at_edge(block) else block for block in found.blocks]
            self.gaps += found.gaps
            self.fonts += found.fonts
        return self._below[key]

    def behind(self, design: Design) -> tuple[Found, Fill | None]:
        """Return the background of layout or master, for slides that have none of their own."""
        key = id(design)
        if key not in self._behind:
            found = Found(Source.LAYOUT, None)
            for part in (design.layout, design.master):
                root = None if part is None else part._element
                if root is not None and self._images.of(part).background(root, found, WHOLE):
                    break
            self._behind[key] = found, ground((design.root, design.master_root), design.theme)
            self.gaps += found.gaps
        return self._behind[key]


def own_part(layers: Iterable[Parted]) -> list[Parted]:
    """Return layers without what is no part of any slide: what lies beside it, or is hidden."""
    return [
        Parted(
            blocks,
            pictures,
            [block for block in unseen if block.unseen not in NOT_ITS_OWN],
            [picture for picture in unseen_pictures if picture.unseen not in NOT_ITS_OWN],
        )
        for blocks, pictures, unseen, unseen_pictures in layers
    ]


def _footer(block: Block) -> Block:
    return replace(block, role=Role.FOOTER)
