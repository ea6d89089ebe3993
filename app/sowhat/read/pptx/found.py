"""What the walk over a slide gathers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from sowhat.model import Block, Box, Gap, Picture, Role, Source, Span, hull
from sowhat.read.pptx.frames import Frame
from sowhat.read.pptx.lines import Line, lay_out
from sowhat.read.pptx.place import Place
from sowhat.read.pptx.text import Paragraph
from sowhat.read.pptx.warped import fill

MOST_SHAPES = 20_000


@dataclass
class Found:
    """Blocks, pictures and gaps in the order of the file; ``fonts`` counts letters by family."""

    source: Source
    number: int | None  # of the slide; None for a layout
    blocks: list[Block] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    fonts: Counter[str] = field(default_factory=Counter)
    page: int | None = None  # the number that the slide shows
    shapes: int = 0
    groups: int = 0

    def gap(self, kind: str, detail: str) -> None:
        """Note what could not be read."""
        gap = Gap(kind, self.number, detail)
        if gap not in self.gaps:
            self.gaps.append(gap)

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
        for paragraph, lines in zip(paragraphs, laid, strict=True):
            if paragraph.text:
                self.blocks.append(self._block(paragraph, lines, place, role, group))

    def label(self, text: str, box: Box, group: int) -> None:
        """Add words of a chart, whose place is known roughly."""
        words = " ".join(text.split())
        if words:
            source = self.source if self.source is Source.LAYOUT else Source.CHART
            self.blocks.append(
                Block(words, Role.CHART, box, exact=False, source=source, group=group)
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
        )
