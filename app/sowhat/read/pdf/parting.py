"""Where lines below each other are parted: a wider gap, a line ended by hand, a further item."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sowhat.read.pdf.lines import Line

_LOOSER = 1.28  # a gap so much wider than the narrowest of its paragraph ends it
_OPEN_ENDS = (",", "-", "–", "—", "&", "/", "(", "|", "+")
OPEN_WORDS = frozenset(
    "a an and as at by for from in is of on or our that the to with your".split()  # noqa: SIM905
)


def parted(chain: Sequence[Line]) -> list[list[Line]]:
    """Part a chain where the gap widens, and where a line was ended by hand before a new item."""
    if len(chain) == 1:
        return [list(chain)]
    pitches = [b.base - a.base for a, b in pairwise(chain)]
    narrow = min(pitches)
    width = max(line.x1 for line in chain) - min(line.x0 for line in chain)
    parts = [[chain[0]]]
    for pitch, line in zip(pitches, chain[1:], strict=True):
        last = parts[-1][-1]
        if (
            pitch > _LOOSER * narrow
            or _ended_by_hand(last, line, width)
            or _starts_bold(chain[0], last, line)
        ):
            parts.append([])
        parts[-1].append(line)
    return parts


def _ended_by_hand(line: Line, below: Line, width: float) -> bool:
    """Say whether the next word would have fitted and the next line reads like a new item."""
    first, last = below.words[0], line.words[-1].text
    opens = first.text.lstrip("-–•")[:1]
    room = width - (line.x1 - line.x0) - 0.4 * line.size
    if first.x1 - first.x0 >= room or not (opens.isupper() or opens.isdigit()):
        return False
    if last.endswith(_OPEN_ENDS) or last.lower() in OPEN_WORDS:
        return False
    if last.endswith((".", "!", "?", ";", ":")) or not _titled(line, below):
        return True
    return first.style.bold and not line.words[-1].style.bold


def _starts_bold(first: Line, last: Line, line: Line) -> bool:
    """Say whether a line starts a further item of those that all open with bold words."""
    opens = first.words[0].style.bold and line.words[0].style.bold
    return opens and not last.words[-1].style.bold and last.text.endswith((".", "!", "?", ";"))


def _titled(line: Line, below: Line) -> bool:
    """Say whether both lines are parts of a heading: most words with a capital."""
    words = [w.text for w in (*line.words, *below.words) if w.text[:1].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) > 2 and capitals >= 0.8 * len(words) and len(words) <= 12
