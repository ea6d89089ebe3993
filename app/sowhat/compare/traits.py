"""What a slide is known by from one version of a deck to the next. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from sowhat.model import Block, Box, Picture, Role, Slide, Source

_UNSAID = frozenset({Source.NOTES, Source.ALT, Source.OCR, Source.LAYOUT})
# Words; where a script has no spaces between them, its characters.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\u3040-\u30ff\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Traits:
    """A slide's words (title included), its title's, its pictures' digests and where they stand.

    Footers, notes and what the layout brings do not count, nor what a program fills in.
    """

    words: tuple[str, ...]
    title: tuple[str, ...]
    pictures: frozenset[str]
    boxes: tuple[Box, ...]
    hidden: bool


def traits(slide: Slide) -> Traits:
    """Return what ``slide`` is known by."""
    said = [b for b in slide.blocks if b.role is not Role.FOOTER and b.source not in _UNSAID]
    shown = [p for p in slide.pictures if p.source is not Source.LAYOUT]
    return Traits(
        words=_words(_text(block) for block in said),
        title=_words([slide.title]),
        pictures=frozenset(_digest(picture) for picture in shown),
        boxes=tuple(picture.box.clamped() for picture in shown),
        hidden=slide.hidden,
    )


def _text(block: Block) -> str:
    if any(run.field for run in block.runs):
        return "".join(run.text for run in block.runs if not run.field)
    return block.text


def _words(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the words in alphabetical order, so that readers may differ about what comes first."""
    folded = (unicodedata.normalize("NFKC", text).casefold() for text in texts)
    return tuple(sorted(word for text in folded for word in _WORD.findall(text)))


def _digest(picture: Picture) -> str:
    """Return the picture's own digest; of a chart its numbers; of a drawing what it is called."""
    if picture.sha256:
        return picture.sha256
    return f"{picture.origin} {picture.content or picture.name} {picture.chart or ''}"
