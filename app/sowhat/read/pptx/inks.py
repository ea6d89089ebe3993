"""In what words are written: whether it can be seen at all, and which colours it has for sure."""

from __future__ import annotations

from collections.abc import Sequence

from sowhat.model import Unseen
from sowhat.read.pptx.colors import straight_light
from sowhat.read.pptx.fills import FAINT, FULL
from sowhat.read.pptx.text import Piece

SMALLEST = 1.0  # points; PowerPoint sets nothing smaller, and nobody reads it
LEAST = 1.1  # contrast below which words and ground are one; 21 is black on white
NEAR = 24  # of 255, by which red, green and blue may differ: hues of one brightness are seen
_LIGHT = (0.2126, 0.7152, 0.0722)  # how bright red, green and blue are to the eye
_GLARE = 0.05


def never_seen(pieces: Sequence[Piece]) -> Unseen | None:
    """Return why words of these pieces are seen on no ground, None where they may be."""
    written = [style for run, style, _ in pieces if not run.text.isspace()]
    if all(style.size <= SMALLEST for style in written):
        return Unseen.NO_SIZE
    if all(style.alpha <= FAINT and not style.edged for style in written):
        return Unseen.NO_CONTRAST
    return None


def sure_inks(pieces: Sequence[Piece]) -> frozenset[str] | None:
    """Return the colours of the words where all of them are plain, opaque and known."""
    inks = set()
    for run, style, _ in pieces:
        if run.text.isspace():
            continue
        if style.color is None or not style.sure or style.edged or style.alpha < FULL:
            return None
        inks.add(style.color)
    return frozenset(inks)


def alike(ink: str, ground: str) -> bool:
    """Say whether nobody can tell a colour from another."""
    if ink == ground:
        return True
    bright, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    near = max(abs(a - b) for a, b in zip(_parts(ink), _parts(ground), strict=True)) < NEAR
    return near and (bright + _GLARE) / (dark + _GLARE) < LEAST


def _parts(color: str) -> tuple[int, ...]:
    return tuple(int(color[i : i + 2], 16) for i in (1, 3, 5))


def _luminance(color: str) -> float:
    return sum(share * part for share, part in zip(_LIGHT, straight_light(color), strict=True))
