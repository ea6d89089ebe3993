"""Pictures of a deck's older version that still show what its slides look like."""

from __future__ import annotations

from PySide6.QtGui import QPixmap

from sowhat.gui.pictures import WIDTHS, Pictures
from sowhat.model import Audit, Role, Slide


def handed_over(
    pictures: Pictures | None, old: Audit | None, new: Audit, looked_at: int
) -> dict[int, QPixmap]:
    """Return a picture for each slide of ``new`` that ``old`` has, maybe elsewhere: small ones, and
    a large one of the slide that is ``looked_at``; none where there is no older version."""
    if pictures is None or old is None:
        return {}
    known = {_seen(slide): slide.number for slide in old.deck.slides}
    found = {}
    for slide in new.deck.slides:
        number = known.get(_seen(slide))
        wide = WIDTHS[-1] if slide.number == looked_at else WIDTHS[0]
        picture = pictures.get(number, wide) if number is not None else None
        if picture is not None:
            found[slide.number] = picture
    return found


def _seen(slide: Slide) -> tuple[object, ...]:
    """Return what tells how a slide looks; its number, in a footer, is not worth a blank page."""
    words = tuple((b.text, b.box, b.runs) for b in slide.blocks if b.role is not Role.FOOTER)
    return words, tuple((one.box, one.sha256, one.crop, one.chart) for one in slide.pictures)
