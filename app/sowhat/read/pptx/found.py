"""What the walk over a slide gathers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from sowhat.model import Block, Box, Gap, Link, Picture, Role, Source, Span, Unseen, hull
from sowhat.read.pptx.frames import Frame
from sowhat.read.pptx.inks import never_seen, sure_inks
from sowhat.read.pptx.lines import Line, lay_out
from sowhat.read.pptx.links import Target
from sowhat.read.pptx.place import Place
from sowhat.read.pptx.stretches import stretches
from sowhat.read.pptx.surfaces import Surface
from sowhat.read.pptx.text import Paragraph
from sowhat.read.pptx.warped import fill

MOST_SHAPES = 20_000
MOST_ADDRESS = 2_000  # characters of where a link leads
MOST_DETAIL = 120  # characters of a name that is told
BESIDE = 0.005  # of the slide


def on_slide(box: Box) -> bool:
    """Say whether any of a box lies on the slide; places are estimated, so nearly is enough."""
    near, far = -BESIDE, 1 + BESIDE
    return box.x1 >= near and box.y1 >= near and box.x0 <= far and box.y0 <= far


class Mark(NamedTuple):
    """How much was found at some time."""

    blocks: int
    pictures: int
    surfaces: int
    links: int
    panels: int


@dataclass
class Found:
    """Blocks, pictures and gaps in the order of the file; ``fonts`` counts letters by family.

    ``inks`` are the colours of blocks by index, where they are known for sure. What moves or comes
    and goes, of which ``moving`` holds the shapes' ids, is loose, and so are words that run over
    the edge of the slide, where only their estimated place says so. ``boxes`` are where the shapes
    stand whose ids are ``wanted``; ``alts`` and ``empty`` are as in ``Slide``; on ``panels`` words
    may stand together, and the groups in one of the ``diagrams`` do. No more than ``most`` of the
    ``shapes`` are read.
    """

    source: Source
    number: int | None  # of the slide; None for a layout
    blocks: list[Block] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    fonts: Counter[str] = field(default_factory=Counter)
    page: int | None = None  # the number that the slide shows
    links: list[Link] = field(default_factory=list)
    surfaces: list[Surface] = field(default_factory=list)
    panels: list[Box] = field(default_factory=list)
    diagrams: list[range] = field(default_factory=list)
    inks: dict[int, frozenset[str]] = field(default_factory=dict)
    moving: frozenset[str] = frozenset()
    loose_blocks: set[int] = field(default_factory=set)
    loose_pictures: set[int] = field(default_factory=set)
    wanted: frozenset[str] = frozenset()
    boxes: dict[str, Box] = field(default_factory=dict)
    alts: list[Block] = field(default_factory=list)
    empty: list[Block] = field(default_factory=list)
    shapes: int = 0
    most: int = MOST_SHAPES
    groups: int = 0

    def gap(self, kind: str, detail: str) -> None:
        """Note what could not be read."""
        gap = Gap(kind, self.number, detail[:MOST_DETAIL])
        if gap not in self.gaps:
            self.gaps.append(gap)

    def mark(self) -> Mark:
        """Return how much there is."""
        return Mark(
            len(self.blocks),
            len(self.pictures),
            len(self.surfaces),
            len(self.links),
            len(self.panels),
        )

    def hide(self, since: Mark) -> None:
        """Take what was found since then as hidden."""
        why = Unseen.HIDDEN
        self.blocks[since.blocks :] = [replace(b, unseen=why) for b in self.blocks[since.blocks :]]
        own = self.pictures[since.pictures :]
        self.pictures[since.pictures :] = [replace(picture, unseen=why) for picture in own]
        del self.surfaces[since.surfaces :], self.links[since.links :]
        del self.panels[since.panels :]

    def stir(self, since: Mark) -> None:
        """Take what was found since then as moving, or coming and going."""
        self.loose_blocks.update(range(since.blocks, len(self.blocks)))
        self.loose_pictures.update(range(since.pictures, len(self.pictures)))
        own = self.surfaces[since.surfaces :]
        self.surfaces[since.surfaces :] = [s._replace(solid=None, color=None) for s in own]

    def keep(self, since: Mark, pictures: list[Picture]) -> None:
        """Put ``pictures`` in the place of those found since then."""
        self.pictures[since.pictures :] = pictures
        count = len(self.pictures)
        for at in range(since.surfaces, len(self.surfaces)):
            own = self.surfaces[at]
            self.surfaces[at] = own._replace(pictures=min(own.pictures, count))

    def paint(self, surface: Surface | None) -> None:
        """Note what was painted over all that is there."""
        if surface is not None:
            counted = surface._replace(blocks=len(self.blocks), pictures=len(self.pictures))
            self.surfaces.append(counted)

    def ground(self, panel: Box | None) -> None:
        """Note on what words may stand together."""
        if panel is not None:
            self.panels.append(panel)

    def group(self, since: int) -> None:
        """Take the blocks added after the first ``since`` as those of a group of shapes."""
        self.blocks[since:] = [replace(block, grouped=True) for block in self.blocks[since:]]

    @contextmanager
    def drawn_together(self) -> Iterator[None]:
        """Take the groups that are added meanwhile as parts of one drawing."""
        before, blocks = self.groups, len(self.blocks)
        try:
            yield
        finally:
            self.group(blocks)
            self.diagrams.append(range(before + 1, self.groups + 1))

    def lead(self, target: Target, box: Box | None, text: str) -> None:
        """Note where words or a shape lead."""
        address = target.address[:MOST_ADDRESS]
        self.links.append(Link(address, target.slide, box, " ".join(text.split())))

    def next_group(self) -> int:
        """Return a number for a new frame, table or chart; those of layouts are negative."""
        self.groups += 1
        return -self.groups if self.source is Source.LAYOUT else self.groups

    def text(
        self, paragraphs: list[Paragraph], frame: Frame, place: Place, role: Role, group: int
    ) -> None:
        """Add the paragraphs of one text frame, each with an estimated place."""
        if not any(paragraph.text for paragraph in paragraphs):
            return
        if frame.upended:
            place = place.upended().turned(frame.turn)
        if frame.warped:
            laid = fill(paragraphs, place.width, place.height)
        else:
            laid = lay_out(paragraphs, frame, place.width, place.height)
        held = on_slide(place.box())
        for paragraph, lines in zip(paragraphs, laid, strict=True):
            if paragraph.text:
                inks = sure_inks(paragraph.pieces)
                if inks:
                    self.inks[len(self.blocks)] = inks
                block = self._block(paragraph, lines, place, role, group)
                if held and block.box and not on_slide(block.box):
                    self.loose_blocks.add(len(self.blocks))
                self.blocks.append(block)
                for target, box, words in stretches(paragraph, lines, place):
                    self.lead(target, box, words)

    def label(self, text: str, box: Box, group: int) -> None:
        """Add words of a chart, whose place is known roughly."""
        words = " ".join(text.split())
        if words:
            source = self.source if self.source is Source.LAYOUT else Source.CHART
            self.blocks.append(
                Block(words, Role.CHART, box, exact=False, source=source, group=group)
            )

    def drawn(self, text: str, box: Box) -> None:
        """Add words that a picture draws."""
        group = self.next_group()
        self.blocks.append(
            Block(text, Role.BODY, box, exact=False, source=self.source, group=group)
        )

    def _block(
        self, paragraph: Paragraph, lines: list[Line], place: Place, role: Role, group: int
    ) -> Block:
        spans = tuple(
            Span(start, end, place.part(x0, y0, x1, y1)) for start, end, x0, y0, x1, y1 in lines
        )
        runs = tuple(piece.run for piece in paragraph.pieces)
        for run in runs:
            if run.font:
                self.fonts[run.font] += len(run.text)
        return Block(
            paragraph.text,
            role,
            spans[0].box if len(spans) == 1 else hull(span.box for span in spans),
            exact=False,
            source=self.source,
            level=paragraph.level,
            group=group,
            runs=runs,
            spans=spans,
            unseen=never_seen(paragraph.pieces),
        )
