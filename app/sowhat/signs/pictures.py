"""Signs in pictures: kinds that are known, and walls of small marks."""

from __future__ import annotations

from collections.abc import Iterator

from sowhat.model import Picture, PictureKind, Sign, hull
from sowhat.rules import derived, load
from sowhat.signs import walls
from sowhat.signs.view import Entry, View

KINDS = ("picture",)
# Speak for a motif only beside words that do; many a round drawing looks like a seal.
HINTS = frozenset(("grid", "poster", "speechless", "badge"))
COUNTED = frozenset(("logo-wall", "marks"))  # each mark is framed
CERTIFICATE = "picture-certificate"  # reason of a badge that calls itself so
CERTAIN = 0.9  # from which an analyst's graphic is one by its drawing and by its words


@derived
def _entries() -> tuple[tuple[str, Entry], ...]:
    return tuple(
        (kind, (rule, sign))
        for rule in load().motifs.values()
        for sign in rule.signs
        if sign.kind == "picture"
        for kind in sign.match
    )


def find(view: View) -> Iterator[Sign]:
    """Yield the picture signs of a slide."""
    wall = walls.find(view)
    shown: dict[str, tuple[Picture, ...]] = {
        PictureKind.LOGO_WALL: wall.drawn,
        "marks": wall.marks,
        "grid": wall.grid,
        "poster": wall.posters,
        "speechless": wall.speechless,
        PictureKind.ANALYST: _graphics(view, walls.SURE, CERTAIN),
        "graphic": _graphics(view, CERTAIN, 2.0),
        PictureKind.BADGE: _badges(view, certified=False),
        "certificate": _badges(view, certified=True),
    }
    for kind, entry in _entries():
        found = shown[kind] if kind in shown else _of_kind(view, kind)
        if found:
            box = hull(picture.box for picture in found)
            parts = [part for picture in found for part in (picture.marks or (picture.box,))]
            counted = parts if kind in COUNTED else []
            place = view.area(box, found[0].source, parts=counted)
            yield view.at(entry, place, len(counted or found))


def backed(signs: tuple[Sign, ...]) -> tuple[Sign, ...]:
    """Return a slide's signs without the hints for a motif that none of its words speaks for."""
    told = {s.motif for s in signs if s.kind in ("title", "phrase") and s.weight > 0}
    return tuple(s for s in signs if s.motif in told or s.id not in _hints())


@derived
def _hints() -> frozenset[str]:
    return frozenset(
        f"{rule.id}/{sign.id}"
        for kind, (rule, sign) in _entries()
        if kind in HINTS and sign.weight > 0
    )


def graphics(view: View) -> tuple[Picture, ...]:
    """Return the analysts' graphics of a slide."""
    return _of_kind(view, PictureKind.ANALYST)


def _graphics(view: View, least: float, below: float) -> tuple[Picture, ...]:
    return tuple(p for p in graphics(view) if least <= (p.confidence or 1.0) < below)


def _badges(view: View, *, certified: bool) -> tuple[Picture, ...]:
    badges = _of_kind(view, PictureKind.BADGE)
    return tuple(p for p in badges if (p.reason == CERTIFICATE) is certified)


def _of_kind(view: View, kind: str) -> tuple[Picture, ...]:
    return tuple(p for p in view.slide.pictures if walls.is_sure(p, kind))
