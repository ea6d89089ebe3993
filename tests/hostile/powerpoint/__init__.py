"""The kinds of hostile and odd PowerPoint files."""

from __future__ import annotations

from tests.hostile import OPENS, Hostile
from tests.hostile.powerpoint import (
    archives,
    forms,
    markup,
    media,
    objects,
    relations,
    slides,
    words,
)
from tests.hostile.powerpoint.parts import changed

PLAIN = Hostile("plain", OPENS, changed(lambda _: None))
KINDS: tuple[Hostile, ...] = (
    PLAIN,
    *archives.KINDS,
    *markup.KINDS,
    *slides.KINDS,
    *words.KINDS,
    *media.KINDS,
    *relations.KINDS,
    *objects.KINDS,
    *forms.KINDS,
)
