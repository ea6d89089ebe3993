"""What a slide as a whole says of the names on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sowhat.check import cues
from sowhat.check.names import names_in
from sowhat.check.parts import Part
from sowhat.check.passages import Passage
from sowhat.model import Audit, Block, Motif, PictureKind, Role, Slide
from sowhat.profile.names import key
from sowhat.rules.check import load_check

SEVERAL = 3  # names that stand alone on a slide
WALL = 4  # logos that make a wall
ROW = 50  # cells whose tops are the same to a fiftieth of the slide stand in one row
_LOGO = re.compile(r"\blogo\b", re.IGNORECASE)
_REFERRING = frozenset({Motif.LOGOS, Motif.TESTIMONIAL, Motif.PEER, Motif.ANALYST})


class Slides:
    """What is known of slides for all names on them."""

    def __init__(self, audit: Audit) -> None:
        slides = audit.deck.slides
        self._referring = {s.number for s in slides if _refers(audit, s) or _is_wall(s)}
        self._quoting = {s.number for s in slides if _quotes(s)}
        self._heads = dict(_columns(audit))
        self._listing = {s.number for s in slides if _lists(s)}

    def referring(self, passage: Passage) -> bool:
        """Say whether a slide tells of others on purpose."""
        return passage.slide in self._referring

    def quoting(self, passage: Passage) -> bool:
        """Say whether somebody is quoted on a slide."""
        return passage.slide in self._quoting

    def listing(self, passage: Passage) -> bool:
        """Say whether a slide shows several names that stand alone: a wall of typed ones."""
        return passage.slide in self._listing

    def heads(self, passage: Passage) -> Part | None:
        """Return what a name is that stands in a row with the vendor's; None elsewhere."""
        return self._heads.get((passage.slide or 0, id(passage.block)))


def _refers(audit: Audit, slide: Slide) -> bool:
    verdict = audit.verdict(slide.number)
    sure = not verdict.unsure and verdict.motif in _REFERRING
    return sure or cues.referring().search(slide.title) is not None


def _quotes(slide: Slide) -> bool:
    marks = load_check().references.quotes
    texts = [block.text for block in slide.blocks]
    return any(text.startswith('"') or any(mark in text for mark in marks) for text in texts)


def _is_wall(slide: Slide) -> bool:
    wall = any(picture.kind is PictureKind.LOGO_WALL for picture in slide.pictures)
    return wall or sum(bool(_LOGO.search(picture.alt)) for picture in slide.pictures) >= WALL


def _lists(slide: Slide) -> bool:
    alone = {
        b.text.casefold() for b in slide.blocks if b.role is not Role.TITLE and _is_named(b.text)
    }
    return len(alone) >= SEVERAL


def _columns(audit: Audit) -> Iterator[tuple[tuple[int, int], Part]]:
    """Yield the cells with names in a row with the vendor's: one is the customer's, several are
    competitors'."""
    own = {key(name) for name in audit.profile.vendor.names}
    for slide in audit.deck.slides:
        for row in _rows(slide):
            if any(key(block.text) in own for block in row):
                named = [b for b in row if key(b.text) not in own and _is_named(b.text)]
                part = Part.TELLING if len(named) == 1 else Part.REFERENCE
                yield from (((slide.number, id(block)), part) for block in named)


def _rows(slide: Slide) -> list[list[Block]]:
    rows: dict[tuple[int, int], list[Block]] = {}
    for block in slide.blocks:
        if block.role is Role.CELL and block.box is not None:
            rows.setdefault((block.group, round(block.box.y0 * ROW)), []).append(block)
    return list(rows.values())


def _is_named(text: str) -> bool:
    found = names_in(text)
    return len(found) == 1 and found[0].text == text.strip()
