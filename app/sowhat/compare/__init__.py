"""Two versions of a deck: slides matched by content, what was resolved, is new, and remains."""

from __future__ import annotations

from sowhat.compare.figures import Figure, figures, names
from sowhat.compare.outcomes import outcomes
from sowhat.compare.rows import Row, aligned, gone, slides
from sowhat.compare.wording import advised, apart_sentence, counted, sentence
from sowhat.model import Audit, Comparison

SHARED = 0.25  # of the smaller deck's slides: below it they are two different decks
FEWEST = 3  # slides, below which none need be in both

__all__ = [
    "Figure",
    "Row",
    "advised",
    "aligned",
    "apart",
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
    if _apart(old, new, len(pairs)):
        said = apart_sentence(old, new, len(pairs))
        return Comparison(old, new, pairs, added, dropped, (), said, apart=True)
    became = outcomes(old, new, pairs)
    return Comparison(old, new, pairs, added, dropped, became, sentence(old, new, pairs, became))


def apart(old: Audit, new: Audit) -> bool:
    """Say whether these seem to be two different decks, for hardly any slide is in both."""
    from sowhat.compare.matching import match

    return _apart(old, new, len(match(old.deck, new.deck)[0]))


def _apart(old: Audit, new: Audit, pairs: int) -> bool:
    smaller = min(len(old.deck.slides), len(new.deck.slides))
    return smaller >= FEWEST and pairs < SHARED * smaller
