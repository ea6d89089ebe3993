"""What a slide as a whole says of the names on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sowhat.check import cues
from sowhat.check.known import Known
from sowhat.check.names import names_in
from sowhat.check.parts import Part
from sowhat.check.passages import Passage
from sowhat.check.tables import rows
from sowhat.model import Audit, Motif, PictureKind, Role, Slide, Stance
from sowhat.profile.names import key
from sowhat.rules.check import load_check

SEVERAL = 3  # names that stand alone on a slide
WALL = 4  # logos that make a wall
_YOU = re.compile(r"\byou(?:rs?)?\b", re.IGNORECASE)
_LOGO = re.compile(r"\blogo\b", re.IGNORECASE)
_REFERRING = frozenset({Motif.LOGOS, Motif.TESTIMONIAL, Motif.PEER, Motif.ANALYST})
_PRESENTING = frozenset({Motif.COMPANY, Motif.PRAISE, Motif.ANALYST, Motif.LOGOS})


class Slides:
    """What is known of slides for all names on them."""

    def __init__(self, audit: Audit, known: Known) -> None:
        slides = audit.deck.slides
        self._referring = {s.number for s in slides if _refers(audit, s) or _is_wall(s)}
        self._theirs = {s.number for s in slides if _speaks_to_them(audit, s, known)}
        self._naming = {s.number for s in slides if known.is_named(_said(s))}
        self._framing = {v.slide for v in audit.verdicts if v.motif in (Motif.TITLE, Motif.CLOSING)}
        self._ours = {s.number for s in slides if _tells_of_us(audit, s)}
        self._quoting = {s.number for s in slides if _quotes(s)}
        self._heads = dict(_columns(audit))
        self._listing = {s.number for s in slides if _lists(s)}

    def referring(self, passage: Passage) -> bool:
        """Say whether a slide tells of others on purpose."""
        return passage.slide in self._referring

    def usual(self, passage: Passage) -> Part:
        """Return what a name is that stands on a slide where a customer's name could: hardly one on
        a slide that presents the vendor, its owners, its past, its prizes."""
        if passage.slide in self._ours:
            return Part.TOLD
        return Part.LIKELY if passage.slide in self._theirs else Part.LOOSE

    def names_them(self, passage: Passage) -> bool:
        """Say whether a slide names the customer."""
        return passage.slide in self._naming

    def framing(self, passage: Passage) -> bool:
        """Say whether a slide opens or ends the deck with who speaks and where to reach them."""
        return passage.slide in self._framing

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


def _said(slide: Slide) -> str:
    return "\n".join(block.text for block in (*slide.blocks, *slide.unseen))


def _speaks_to_them(audit: Audit, slide: Slide, known: Known) -> bool:
    """Say whether a slide names the customer, speaks to them, or is not about the vendor."""
    said = _said(slide)
    told = _YOU.search(said) is not None or known.is_named(said)
    return told or audit.verdict(slide.number).stance is not Stance.VENDOR


def _tells_of_us(audit: Audit, slide: Slide) -> bool:
    verdict = audit.verdict(slide.number)
    return verdict.stance is Stance.VENDOR and not _PRESENTING.isdisjoint(verdict.motifs)


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
        for row in rows(slide):
            if any(key(block.text) in own for block in row):
                named = [b for b in row if key(b.text) not in own and _is_named(b.text)]
                vendors = audit.verdict(slide.number).stance is Stance.VENDOR
                part = Part.TELLING if len(named) == 1 and not vendors else Part.REFERENCE
                yield from (((slide.number, id(block)), part) for block in named)


def _is_named(text: str) -> bool:
    found = names_in(text)
    return len(found) == 1 and found[0].text == text.strip()
