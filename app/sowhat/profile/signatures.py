"""Where a deck shows its maker's name: title slide, last slide, footers, copyright."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from sowhat.profile.evidence import LINES, Evidence
from sowhat.profile.filed import Witness, leading
from sowhat.profile.names import BREAK, NAME, STOP, WORD, is_generic, is_ordinary, words

ENGAGED = 0.4  # of a title's weight: a proposal's or a kick-off's title names the customer too
_COPYRIGHT = re.compile(
    r"(?:(?:©|(?i:\(c\)|copyright))[\s,.]*)+(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,.]*(?:by )?"
    rf"({NAME})"
)
_BY = re.compile(
    rf"(?:^|[\n.;] ?|\b)(?:((?i:presented|prepared|submitted|proposed|offered) (?i:by):?)"
    rf"|By|BY|^From) ({NAME})"
)
_FOR = re.compile(rf"^({WORD}(?: {WORD})?) for {NAME}$")
_PLACE = re.compile(r"^[^\d,|]+, (?:le |den |the )?\d{1,2}(?:\.|st|nd|rd|th)? ?[A-Za-zÀ-þ]+.*$")
_FIRM = re.compile(
    rf"{WORD}(?: {WORD})?(?:, {WORD}){{1,3}},? & {WORD}(?: (?:LLP|LLC|Ltd|Inc|PC)\.?)?"
)
_CAMEL = re.compile(r"^\S*[a-z&][A-Z]\S*$")


def copyright_(evidence: Evidence) -> Iterator[Witness]:
    """Name whose copyright it is."""
    marked = [t for t in evidence.slides if "©" in t or "opyright" in t or "(c)" in t.lower()]
    for name, count in Counter(_COPYRIGHT.findall("\n".join(marked))).items():
        yield name, 5.0 if count > 1 else 4.0


def furniture(evidence: Evidence) -> Iterator[Witness]:
    """Name what stands on many slides in the same words."""
    for line, share in evidence.furniture.items():
        for piece in re.split(BREAK, line):
            yield from leading(piece.strip(), 4.0 * share)


def firms(evidence: Evidence) -> Iterator[Witness]:
    """Name firms of partners, whose names have commas in them: "Lee, Ray & Moss"."""
    lines = {line for line, _ in evidence.opening[:LINES]} | set(evidence.furniture)
    for line in (line for line in lines if "," in line and "&" in line):
        name = re.split(STOP, line)[0].strip()
        if _FIRM.fullmatch(name) and not any(is_ordinary(p) for p in re.findall(WORD, name)):
            yield name, 4.0


def opening(evidence: Evidence) -> Iterator[Witness]:
    """Name what the title slide shows."""
    for line, title in evidence.opening[:LINES]:
        pieces = [piece.strip() for piece in re.split(BREAK, _PLACE.sub("", line))]
        for piece in pieces:
            alone = sum(map(_telling, pieces)) == 1 and len(piece.split()) <= 4
            weight = (3.0 if alone else 2.0) if title else 2.0 if alone else 1.2
            if title and evidence.engaged:
                weight *= ENGAGED
            yield from leading(piece, weight + (1.0 if alone and _CAMEL.search(piece) else 0.0))
        for _, name in _BY.findall(line):
            yield name, 2.5
        if title and (match := _FOR.match(line)) and not is_ordinary(match.group(1)):
            yield match.group(1), 2.0


def preparers(evidence: Evidence) -> Iterator[Witness]:
    """Name who prepared or submitted the deck, where it reads like no person."""
    for line, _ in evidence.opening[:LINES]:
        for verb, name in _BY.findall(line):
            parts = name.split()
            if verb and (len(parts) != 2 or set(name.lower().split()) & words().organisation_words):
                yield name, 7.0


def closing(evidence: Evidence) -> Iterator[Witness]:
    """Name what stands alone in a line of the last slide, as a sign-off does."""
    for line in evidence.slides[-1].split("\n") if len(evidence.slides) > 2 else ():
        if len(line.split()) <= 4 and re.fullmatch(NAME, line) and not is_ordinary(line):
            ordinary = any(is_ordinary(part) for part in line.split())
            yield line, 0.7 if ordinary and line not in evidence.slides[0] else 1.5


def _telling(piece: str) -> bool:
    """Say whether a piece of a line is more than a date or "Pitch deck"."""
    return not all(is_generic(word) for word in piece.split())
