"""A PowerPoint deck in, plain data out. Runs in the worker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation

from sowhat.errors import DeckError
from sowhat.model import (
    WHOLE,
    Block,
    Box,
    Deck,
    DeckKind,
    Gap,
    PictureOrigin,
    Role,
    Slide,
    Source,
)
from sowhat.read.pptx.design import Design, Designs, holder_of, related
from sowhat.read.pptx.fields import first_number, numbered
from sowhat.read.pptx.found import Found
from sowhat.read.pptx.headings import with_title
from sowhat.read.pptx.images import Images
from sowhat.read.pptx.names import EMU, NOTES, Element, P, R, number
from sowhat.read.pptx.order import in_reading_order
from sowhat.read.pptx.package import UNREADABLE, Package, light_copy, mended
from sowhat.read.pptx.place import slide_space
from sowhat.read.pptx.properties import read_properties
from sowhat.read.pptx.repeats import at_edge, with_footers
from sowhat.read.pptx.shapes import Walk
from sowhat.read.pptx.text import Reader

USUAL = (720.0, 540.0)  # points; the size of a deck that gives none


def read(
    path: str,
    password: str | None,
    pictures: bool,  # noqa: FBT001 - the worker passes arguments by name
    progress: Callable[[int, int], None],
) -> Deck:
    """Read the deck at ``path``; ``pictures`` off leaves their bytes alone.

    ``password`` is of no use to PowerPoint files: encrypted ones are told from their first bytes.
    Raises ``DeckError`` damaged, not-a-deck, password, too-large or no-slides.
    """
    del password
    with Package(Path(path)) as package:
        parts = package.parts()
        main = _opened(parts)
        reader = _DeckReader(main, package, look=pictures)
        slides = with_footers(reader.slides(progress))
        return Deck(
            path,
            package.sha256,
            DeckKind.PPTX,
            *reader.canvas,
            tuple(slides),
            tuple(reader.gaps),
            read_properties(parts),
            tuple(family for family, _ in reader.fonts.most_common()),
        )


def _opened(parts: dict[str, bytes]) -> Any:
    """Return python-pptx's presentation part; a deck it refuses is mended and tried again."""
    expected = (KeyError, AttributeError, TypeError, etree.LxmlError, *UNREADABLE)
    try:
        return Presentation(light_copy(parts)).part
    except expected:
        pass
    try:
        return Presentation(light_copy(mended(parts))).part
    except expected as error:
        raise DeckError("damaged") from error


class _DeckReader:
    """Reads the slides of one presentation part and remembers what they share."""

    def __init__(self, main: Any, package: Package, *, look: bool) -> None:
        self._main = main
        self._images = Images(main, package, look=look)
        self._designs = Designs(main)
        self._seen: dict[tuple[int, bool], Found] = {}
        self.canvas = _canvas(main._element)
        self._space = slide_space(self.canvas)
        self._first = first_number(main._element)
        self.gaps: list[Gap] = []
        self.fonts: Counter[str] = Counter()

    def slides(self, progress: Callable[[int, int], None]) -> list[Slide]:
        """Return the slides in order; raises ``DeckError`` no-slides."""
        ids = self._main._element.findall(f"{P}sldIdLst/{P}sldId")
        if not ids:
            raise DeckError("no-slides")
        slides = []
        for count, entry in enumerate(ids, start=1):
            relation = self._main.rels.get(entry.get(R + "id") or "")
            part = None if relation is None or relation.is_external else relation.target_part
            if hasattr(part, "_element"):
                slides.append(self._slide(part, count))
            else:
                slides.append(Slide(count))
                self.gaps.append(Gap("shape", count, "the slide itself is missing"))
            progress(count, len(ids))
        return slides

    def _slide(self, part: Any, count: int) -> Slide:
        root = part._element
        design = self._designs.of(part)
        page = self._first + count - 1
        found = Found(Source.SLIDE, count, page=page)
        images = self._images.of(part)
        own_background = images.background(root, found, WHOLE)
        self._walk(part, design, images, found)
        below = [self._behind(design, own_background=own_background)]
        if root.get("showMasterSp") not in ("0", "false"):
            below.append(self._below(design))
        blocks, title = with_title(found.blocks)
        blocks += [numbered(block, page) for layer in below for block in layer.blocks]
        pictures = [picture for layer in (*below, found) for picture in layer.pictures]
        self._account(found, blocks, count)
        return Slide(
            count,
            title,
            in_reading_order(blocks, self.canvas[0] / self.canvas[1]),
            tuple(pictures),
            self._notes(part, design),
            root.get("show") in ("0", "false"),
            design.name,
        )

    def _account(self, found: Found, blocks: list[Block], count: int) -> None:
        self.gaps += found.gaps
        self.fonts += found.fonts
        words = any(b.source is not Source.LAYOUT and b.role is not Role.FOOTER for b in blocks)
        charts = (p.origin is PictureOrigin.CHART for p in found.pictures)
        if found.pictures and not words and not all(charts):
            self.gaps.append(Gap("no-text", count))

    def _walk(self, part: Any, design: Design, images: Images, found: Found) -> None:
        tree = part._element.find(f"{P}cSld/{P}spTree")
        if tree is not None:
            Walk(part, design, images, found).tree(tree, self._space)

    def _below(self, design: Design) -> Found:
        """Return what slides show of their layout and master, read once."""
        key = id(design), True
        if key not in self._seen:
            found = self._seen[key] = Found(Source.LAYOUT, None)
            for part in (design.master if design.shows_master else None, design.layout):
                if part is not None:
                    self._walk(part, design, self._images.of(part), found)
            found.pictures = [picture for picture in found.pictures if _seen(picture.box)]
            found.blocks = [
                replace(block, role=Role.FOOTER) if at_edge(block) else block
                for block in found.blocks
                if block.box and _seen(block.box)
            ]
            self.gaps += found.gaps
            self.fonts += found.fonts
        return self._seen[key]

    def _behind(self, design: Design, *, own_background: bool) -> Found:
        """Return the background that slides show of their layout or master, read once."""
        key = id(design), False
        if own_background:
            return Found(Source.LAYOUT, None)
        if key not in self._seen:
            found = self._seen[key] = Found(Source.LAYOUT, None)
            for part in (design.layout, design.master):
                root: Element | None = None if part is None else part._element
                if root is not None and self._images.of(part).background(root, found, WHOLE):
                    break
            self.gaps += found.gaps
        return self._seen[key]

    def _notes(self, part: Any, design: Design) -> tuple[Block, ...]:
        notes = related(part, NOTES)
        if notes is None or not hasattr(notes, "_element"):
            return ()
        blocks: list[Block] = []
        for shape in notes._element.iterfind(f"{P}cSld/{P}spTree/{P}sp"):
            holder = holder_of(shape)
            body = shape.find(P + "txBody")
            if body is None or holder is None or holder.type != "body":
                continue
            reader = Reader(design.free.levels, design.theme, lambda _: None)
            blocks += [
                Block(p.text, Role.NOTES, None, source=Source.NOTES, level=p.level, group=1)
                for p in reader.paragraphs(body, design.free.frame)
                if p.text
            ]
        return tuple(blocks)


def _seen(box: Box) -> bool:
    """Say whether any of it lies on the slide; masters keep notes and swatches beside it."""
    return box.x1 > 0 and box.y1 > 0 and box.x0 < 1 and box.y0 < 1


def _canvas(root: Element) -> tuple[float, float]:
    size = root.find(P + "sldSz")
    if size is None:
        return USUAL
    width, height = number(size.get("cx")) / EMU, number(size.get("cy")) / EMU
    return (width, height) if width > 0 and height > 0 else USUAL
