"""One face of a font family: the value that is handed out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

Style = tuple[bool, bool]
"""Bold, italic."""

REGULAR: Style = (False, False)


@dataclass(frozen=True, slots=True)
class Face:
    """A face in a font file; ``index`` is its place in a collection, 0 elsewhere.

    ``family`` is the face's own; ``stand_in`` says that another family was asked for. ``scale`` is
    how much larger the face is to be set than asked, so that its words are as wide as the other's.
    """

    family: str
    path: Path
    index: int = 0
    stand_in: bool = False
    scale: float = 1.0


def nearest(styles: dict[Style, Face], *, bold: bool, italic: bool) -> Face:
    """Return the face closest to the style asked for; raises ``ValueError`` where none is given."""
    for style in ((bold, italic), (bold, False), (False, italic), REGULAR):
        if style in styles:
            return styles[style]
    if not styles:
        raise ValueError("no faces")
    return next(iter(styles.values()))
