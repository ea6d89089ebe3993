"""A PowerPoint deck in, plain data out. Runs in the worker."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sowhat.errors import DeckError
from sowhat.model import (
    WHOLE,
    Block,
    Deck,
    DeckKind,
    Gap,
    Layout,
    Picture,
    PictureOrigin,
    Role,
    Slide,
    Source,
)
from sowhat.opc import cut
from sowhat.read.builds import with_steps
from sowhat.read.pptx.backdrop import Backdrop, own_part
from sowhat.read.pptx.comments import Authors, read_comments, shapes_remarked
from sowhat.read.pptx.design import Design, Designs
from sowhat.read.pptx.fields import first_number, numbered
from sowhat.read.pptx.fills import Fill, ground
from sowhat.read.pptx.found import MOST_SHAPES, Found
from sowhat.read.pptx.graphics import read_controls
from sowhat.read.pptx.images import Images
from sowhat.read.pptx.layouts import read_layouts
from sowhat.read.pptx.links import Ways
from sowhat.read.pptx.names import P, R
from sowhat.read.pptx.notes import read_notes
from sowhat.read.pptx.opened import canvas_of, moving_in, numbers_of, opened, part_behind
from sowhat.read.pptx.order import in_reading_order
from sowhat.read.pptx.package import Package
from sowhat.read.pptx.place import slide_space
from sowhat.read.pptx.properties import read_properties
from sowhat.read.pptx.repeats import with_footers
from sowhat.read.pptx.scene import Scene
from sowhat.read.pptx.sections import custom_shows, section_names
from sowhat.read.pptx.shapes import read_shapes
from sowhat.read.pptx.visible import parted, titled
from sowhat.worker import Patience

MOST_SLIDES = 2_000
MOST_SHAPES_IN_ALL = 100_000  # of a deck
MOST_FONTS = 100  # that are told; what more there are changes nothing that is judged


def read(
    path: str,
    password: str | None,
    pictures: bool,  # noqa: FBT001 - the worker passes arguments by name
    progress: Callable[[int, int], None],
    seconds: float = math.inf,
) -> Deck:
    """Read the deck at ``path``; ``pictures`` off leaves their bytes alone.

    Slides that are not begun within ``seconds`` are left out, with a gap.
    Raises ``DeckError`` damaged, not-a-deck, password, wrong-password, unsupported, too-large or
    no-slides.
    """
    patience = Patience(seconds)
    patience.start()
    with Package(Path(path), password) as package:
        parts, long = cut(package.parts())
        main = opened(parts)
        reader = _DeckReader(main, package, look=pictures)
        reader.tell_of(long, package.lost)
        slides = with_steps(with_footers(reader.slides(progress, patience)))
        return Deck(
            path,
            package.sha256,
            DeckKind.PPTX,
            *reader.canvas,
            slides,
            reader.gaps,
            read_properties(parts),
            reader.fonts,
            reader.shows,
            layouts=reader.layouts(),
        )


class _DeckReader:
    """Reads the slides of one presentation part and remembers what they share."""

    def __init__(self, main: Any, package: Package, *, look: bool) -> None:
        root = main._element
        self._main = main
        self._images = Images(main, package, look=look)
        self._designs = Designs(main)
        self._backdrop = Backdrop(self._images, self._walk)
        self._authors = Authors(main)
        self._sections = section_names(root)
        entries = root.findall(f"{P}sldIdLst/{P}sldId")
        self._entries, self._more = entries[:MOST_SLIDES], len(entries[MOST_SLIDES:])
        relations = {entry.get(R + "id") or "": at for at, entry in enumerate(self._entries, 1)}
        shows = custom_shows(root, relations)
        self._ways = Ways(numbers_of(main, relations), shows)
        self.shows = tuple(shows.values())
        self.canvas = canvas_of(root)
        self._first = first_number(root)
        self._numbers = self._ways.numbers
        self._shapes = MOST_SHAPES_IN_ALL
        self._gaps: list[Gap] = []
        self._fonts: Counter[str] = Counter()

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What could not be read so far."""
        fonts = len(self._fonts + self._backdrop.fonts) - MOST_FONTS
        more = (Gap("fonts", detail=str(fonts)),) if fonts > 0 else ()
        return (*self._gaps, *self._backdrop.gaps, *more)

    @property
    def fonts(self) -> tuple[str, ...]:
        """The families of the words read so far, the most used first, ``MOST_FONTS`` at most."""
        used = (self._fonts + self._backdrop.fonts).most_common(MOST_FONTS)
        return tuple(family for family, _ in used)

    def tell_of(self, long: frozenset[str], lost: int) -> None:
        """Note the parts of which not all words are read, and how many cannot be read at all."""
        slides = {self._numbers.get(f"/{name}") for name in long}
        for number in sorted(slides, key=lambda number: number or 0):
            self._gaps.append(Gap("long-slide", number))
        if lost:
            self._gaps.append(Gap("parts", detail=str(lost)))
        if self._more:
            self._gaps.append(Gap("slides", detail=str(self._more)))

    def slides(self, progress: Callable[[int, int], None], patience: Patience) -> list[Slide]:
        """Return the slides in order; raises ``DeckError`` no-slides."""
        if not self._entries:
            raise DeckError("no-slides")
        slides: list[Slide] = []
        for count, entry in enumerate(self._entries, start=1):
            if slides and patience.over:
                late = len(self._entries) - len(slides)
                self._gaps.append(Gap("slides-late", detail=f"{late:,}"))
                break
            part = part_behind(self._main, entry.get(R + "id"))
            section = self._sections.get(entry.get("id") or "", "")
            if hasattr(part, "_element"):
                slides.append(self._slide(part, count, section))
            else:
                slides.append(Slide(count, section=section))
                self._gaps.append(Gap("shape", count, "the slide itself is missing"))
            progress(count, len(self._entries))
        return slides

    def layouts(self) -> tuple[Layout, ...]:
        """Return the deck's layouts and masters with their words."""
        parts = (part_behind(self._main, entry.get(R + "id")) for entry in self._entries)
        return read_layouts(self._main, list(parts))

    def _slide(self, part: Any, count: int, section: str) -> Slide:
        root, design = part._element, self._designs.of(part)
        page = self._first + count - 1
        found = Found(Source.SLIDE, count, page=page, moving=moving_in(root))
        found.most = min(MOST_SHAPES, self._shapes)
        found.wanted = shapes_remarked(part)
        layers, ground = self._layers(part, design, found)
        self._walk(part, design, found)
        self._shapes -= min(found.shapes, found.most)
        *below, own = parted((*layers, found), ground)
        below = own_part(below)
        shown, title = titled(own)
        shown += [numbered(block, page) for layer in below for block in layer.blocks]
        self._account(found, shown, own.pictures)
        return Slide(
            count,
            title,
            in_reading_order(shown, self.canvas[0] / self.canvas[1], found.panels, found.diagrams),
            tuple(picture for layer in (*below, own) for picture in layer.pictures),
            read_notes(part, design),
            root.get("show") in ("0", "false"),
            design.name,
            section,
            links=tuple(link for layer in (*layers, found) for link in layer.links),
            comments=read_comments(part, self._authors, self.canvas, found.boxes),
            unseen=tuple(block for layer in (own, *below) for block in layer.unseen),
            unseen_pictures=tuple(p for layer in (own, *below) for p in layer.unseen_pictures),
            alts=tuple(found.alts),
            empty=tuple(found.empty),
        )

    def _layers(self, part: Any, design: Design, own: Found) -> tuple[list[Found], Fill | None]:
        """Return what lies under the slide's shapes, and its background; its own is ``own``'s."""
        root, layers = part._element, []
        if self._images.of(part).background(root, own, WHOLE):
            behind = ground((root,), design.theme)
        else:
            found, behind = self._backdrop.behind(design)
            layers.append(found)
        if root.get("showMasterSp") not in ("0", "false"):
            layers.append(self._backdrop.below(design))
        return layers, behind

    def _account(self, found: Found, shown: list[Block], pictures: list[Picture]) -> None:
        self._gaps += found.gaps
        self._fonts += found.fonts
        words = any(b.source is not Source.LAYOUT and b.role is not Role.FOOTER for b in shown)
        charts = (p.origin is PictureOrigin.CHART for p in pictures)
        if pictures and not words and not all(charts):
            self._gaps.append(Gap("no-text", found.number))

    def _walk(self, part: Any, design: Design, found: Found) -> None:
        sheet = part._element.find(P + "cSld")
        tree = None if sheet is None else sheet.find(P + "spTree")
        if tree is None:
            return
        scene = Scene(part, design, self._images.of(part), found, self._ways)
        space = slide_space(self.canvas)
        read_shapes(scene, tree, space)
        read_controls(scene, sheet, space)
