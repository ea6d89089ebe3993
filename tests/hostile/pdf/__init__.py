"""The kinds of hostile and odd PDF files."""

from __future__ import annotations

from tests.hostile import Hostile
from tests.hostile.pdf import actions, bombs, boxes, damage, letters, locked, loops, many, pictures

KINDS: tuple[Hostile, ...] = (
    *actions.KINDS,
    *bombs.KINDS,
    *boxes.KINDS,
    *damage.KINDS,
    *letters.KINDS,
    *locked.KINDS,
    *loops.KINDS,
    *many.KINDS,
    *pictures.KINDS,
)
