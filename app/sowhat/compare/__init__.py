"""Two versions of a deck: slides matched by content, what was resolved, is new, and remains."""

from __future__ import annotations

from sowhat.compare.figures import Figure, figures, names
from sowhat.compare.outcomes import outcomes
from sowhat.compare.rows import Row, aligned, gone, slides
from sowhat.compare.wording import advised, counted, sentence
from sowhat.model import Audit, Comparison

__all__ = [
    "Figure",
    "Row",
    "advised",
    "aligned",
    "compare",
    "counted",
    "figures",
    "gone",
    "names",
    "slides",
]


def compare(old: Audit, new: Audit) -> Comparison:
    """Return what changed from ``old`` to ``new``."""
    from sowhat.compare.matching import match  # brings numpy: the window shows rows without it

    pairs, added, dropped = match(old.deck, new.deck)
    became = outcomes(old, new, pairs)
    return Comparison(old, new, pairs, added, dropped, became, sentence(old, new, became))
