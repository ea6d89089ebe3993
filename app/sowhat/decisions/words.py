"""What a decision knows its slide by: the slide's words, whatever their case, breaks and order."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable

from sowhat.model import Block, Picture, Role, Slide, Source

DIGITS = 32  # of the hexadecimal digest: 128 bits
_NOT_SAID = frozenset({Source.NOTES, Source.ALT, Source.OCR})


def fingerprint(slide: Slide) -> str:
    """Return the digest of the slide's words, of its pictures where it has no words.

    Footers do not count, nor what a program fills in (numbers, dates). Empty where the slide has
    nothing of its own, so that only its number tells it from others.
    """
    blocks = (b for b in slide.blocks if b.role is not Role.FOOTER and b.source not in _NOT_SAID)
    words = sorted(word for block in blocks for word in _words(block))
    if words:
        return _digest("words", words)
    pictures = sorted(_known_by(p) for p in slide.pictures if p.source is not Source.LAYOUT)
    return _digest("pictures", pictures) if pictures else ""


def fingerprint_of(slides: Iterable[Slide]) -> str:
    """Return the digest of several slides in their order."""
    return _digest("slides", map(fingerprint, slides))


def _words(block: Block) -> list[str]:
    said = block.text
    if any(run.field for run in block.runs):
        said = "".join(run.text for run in block.runs if not run.field)
    return unicodedata.normalize("NFKC", said).casefold().split()


def _known_by(picture: Picture) -> str:
    """Return the picture's own digest; for one that is drawn, what it is and where it stands."""
    box = picture.box
    place = " ".join(f"{side:.2f}" for side in (box.x0, box.y0, box.x1, box.y1))
    return picture.sha256 or f"{picture.origin} {picture.content} {place}"


def _digest(kind: str, parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join((kind, *parts)).encode()).hexdigest()[:DIGITS]
