"""What a slide as a whole says of the names on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sowhat.check import cues
from sowhat.check.known import Known
from sowhat.check.languages import is_foreign
from sowhat.check.look import is_listed_place
from sowhat.check.names import Strength, kinds, names_in, unknown
from sowhat.check.parts import Part
from sowhat.check.passages import Passage
from sowhat.check.tables import rows
from sowhat.model import Audit, Block, Motif, PictureKind, Role, Slide, Source, Stance
from sowhat.profile.names import key, tokens
from sowhat.rules.check import load_check

GERMAN = 3  # of its small words, from which a slide is in German
SEVERAL = 3  # names that stand alone on a slide
OTHERS = 2  # names
PERSON = 2  # words of a name
WALL = 4  # logos that make a wall
TO_THEM = 0.5  # share of a slide's lines that speak to the customer, from which it is not of others
_YOU = re.compile(r"\byou(?:rs?)?\b", re.IGNORECASE)
_PLACED = re.compile(r"\b(?:in|near|from) (?:the )?$")
_LOGO = re.compile(r"\blogo\b", re.IGNORECASE)
_REFERRING = frozenset({Motif.LOGOS, Motif.TESTIMONIAL, Motif.PEER, Motif.ANALYST})
_FRAMING = frozenset({Motif.TITLE, Motif.CLOSING})
_PRESENTING = frozenset({Motif.COMPANY, Motif.PRAISE, Motif.ANALYST, Motif.LOGOS})


class Slides:
    """What is known of slides for all names on them."""

    def __init__(self, audit: Audit, known: Known) -> None:
        slides = audit.deck.slides
        self._abroad = {s.number for s in slides if _names_others(s, known)}
        self._told = {s.number for s in slides if _is_theirs(audit, s, known)} - self._abroad
        self._referring = {s.number for s in slides if _refers(audit, s, known) or _is_wall(s)}
        self._theirs = {s.number for s in slides if _speaks_to_them(audit, s, known)}
        self._speaking = {s.number for s in slides if _share(s, known)}
        self._naming = {s.number for s in slides if known.is_named(_said(s))}
        self._framing = {v.slide for v in audit.verdicts if v.motif in _FRAMING}
        self._several = {s.number for s in slides[1:] if _several(s, known)} - self._framing
        self._ours = {s.number for s in slides if _tells_of_us(audit, s, known)}
        self._quoting = {s.number for s in slides if _quotes(s)}
        self._heads = dict(_columns(audit))
        self._german = {s.number for s in slides if len(_german() & _small(s)) >= GERMAN}
        self._listing = {s.number for s in slides if _lists(s)}
        self._counted = {(s.number, label) for s in slides for label in _categories(s)}

    def referring(self, passage: Passage) -> bool:
        """Say whether a slide tells of others on purpose."""
        return passage.slide in self._referring or passage.slide in self._several

    def usual(self, passage: Passage) -> Part:
        """Return what a name is that stands on a slide where a customer's name could: hardly one on
        a slide that presents the vendor, its owners, its past, its prizes."""
        if passage.slide in self._ours:
            return Part.LOOSE
        return Part.LIKELY if passage.slide in self._theirs else Part.LOOSE

    def names_them(self, passage: Passage) -> bool:
        """Say whether a slide names the customer."""
        return passage.slide in self._naming

    def speaking(self, passage: Passage) -> bool:
        """Say whether a line of a slide names the customer or says "you"."""
        return passage.slide in self._speaking

    def to_them(self, passage: Passage) -> bool:
        """Say whether a slide is the customer's own by what its lines say."""
        return passage.slide in self._told

    def framing(self, passage: Passage) -> bool:
        """Say whether a slide opens or ends the deck with who speaks and where to reach them."""
        return passage.slide in self._framing

    def german(self, passage: Passage) -> bool:
        """Say whether a slide is in German, where every noun has a capital."""
        return passage.slide in self._german

    def quoting(self, passage: Passage) -> bool:
        """Say whether somebody is quoted on a slide."""
        return passage.slide in self._quoting

    def abroad(self, passage: Passage) -> bool:
        """Say whether a slide's headline names others."""
        return passage.slide in self._abroad

    def listing(self, passage: Passage) -> bool:
        """Say whether a slide shows several names that stand alone: a wall of typed ones."""
        return passage.slide in self._listing

    def counted(self, passage: Passage) -> bool:
        """Say whether words are one of the things that a chart counts: a label of its axis."""
        return (passage.slide or 0, passage.text.strip()) in self._counted

    def heads(self, passage: Passage) -> Part | None:
        """Return what a name is that stands in a row with the vendor's; None elsewhere."""
        return self._heads.get((passage.slide or 0, id(passage.block)))


@cache
def _german() -> frozenset[str]:
    return frozenset(load_check().references.german)


def _small(slide: Slide) -> set[str]:
    return {word for block in slide.blocks for word in block.text.split() if word.islower()}


def _refers(audit: Audit, slide: Slide, known: Known) -> bool:
    """Say whether a slide tells of others, by its verdict or its headline; one of peers names them
    in its headline, or more than once."""
    verdict = audit.verdict(slide.number)
    peers = verdict.motif is Motif.PEER
    shown = not peers or _names_others(slide, known) or _others(slide, known) > 1
    shown = shown and (verdict.motif is Motif.LOGOS or _share(slide, known) < TO_THEM)
    sure = not verdict.unsure and verdict.motif in _REFERRING and shown
    return sure or cues.referring().search(slide.title) is not None


def _is_theirs(audit: Audit, slide: Slide, known: Known) -> bool:
    """Say whether half of a slide's lines speak to the customer, or some and it is about them."""
    share, verdict = _share(slide, known), audit.verdict(slide.number)
    about = verdict.stance is Stance.CUSTOMER and verdict.motif is not Motif.PEER
    return share >= TO_THEM or (share > 0 and about)


def _share(slide: Slide, known: Known) -> float:
    """Return the share of a slide's lines that name the customer or say "you"."""
    lines = [block.text for block in slide.blocks if _is_line(block)]
    told = [line for line in lines if _YOU.search(line) or known.is_named(line)]
    return len(told) / len(lines) if lines else 0.0


def _others(slide: Slide, known: Known) -> int:
    """Return how often a slide's lines name others, places and people apart."""
    lines = (block.text for block in slide.blocks if _is_line(block))
    names = [name.text for line in lines for name in names_in(line)]
    apart = (_may_be_person, is_listed_place)
    return sum(known.is_other(n) and not any(is_one(n) for is_one in apart) for n in names)


def _several(slide: Slide, known: Known) -> bool:
    """Say whether a slide speaks to nobody and names several others, places and people apart."""
    if _share(slide, known):
        return False
    found = {
        key(name.text)
        for block in slide.blocks
        if _is_line(block) and not is_foreign(block.text)
        for name in names_in(block.text)
        if name.strength >= Strength.UNKNOWN
        and not _PLACED.search(block.text[: name.start])
        and not _may_be_person(name.text)
    }
    others = [name for name in found if known.is_other(name) and not known.may_be_sold(name)]
    return len(others) >= OTHERS


def _may_be_person(name: str) -> bool:
    words = tokens(name)
    return len(words) == PERSON and all(map(unknown, words)) and words[-1] not in kinds()


def _is_line(block: Block) -> bool:
    return block.role is not Role.FOOTER and block.source is Source.SLIDE


def _names_others(slide: Slide, known: Known) -> bool:
    """Say whether a slide is of others: its headline names somebody."""
    return any(known.is_other(name.text) for name in names_in(slide.title))


def _said(slide: Slide) -> str:
    return "\n".join(block.text for block in (*slide.blocks, *slide.unseen))


def _speaks_to_them(audit: Audit, slide: Slide, known: Known) -> bool:
    """Say whether a slide names the customer, speaks to them, is about them or frames the deck."""
    if _share(slide, known) > 0:
        return True
    verdict = audit.verdict(slide.number)
    return verdict.stance in (Stance.CUSTOMER, Stance.MIXED) or verdict.motif in _FRAMING


def _tells_of_us(audit: Audit, slide: Slide, known: Known) -> bool:
    verdict = audit.verdict(slide.number)
    shown = verdict.stance is Stance.VENDOR and not _PRESENTING.isdisjoint(verdict.motifs)
    return shown and not _share(slide, known)


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


def _categories(slide: Slide) -> Iterator[str]:
    for picture in slide.pictures:
        if picture.chart:
            yield from (label.strip() for label in picture.chart.categories)


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
