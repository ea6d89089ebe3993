"""The kinds of hostile and odd PowerPoint files."""

from __future__ import annotations

from tests.hostile import OPENS, Hostile
from tests.hostile.powerpoint.parts import changed

KINDS: tuple[Hostile, ...] = (Hostile("plain", OPENS, changed(lambda _: None)),)
