"""The deck's sections after its slides were moved, and a section for the appendix."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence, Set
from itertools import groupby
from typing import TypeAlias

from sowhat.export.copy.pptx.names import P14, Element, child

Stretch: TypeAlias = tuple[Element, list[str]]
_SECTION, _LIST, _SLIDE = (f"{{{P14}}}{name}" for name in ("section", "sldIdLst", "sldId"))


def rearrange(
    root: Element, slides: Sequence[str], moved: Set[str], last: Sequence[str], name: str
) -> None:
    """Let the sections in a presentation's ``root`` hold ``slides``, ids in their new order.

    A slide that moved alone belongs to the section it came to stand in, a section that moved as a
    whole stays one, and what it came to stand in is told in two parts of one name. ``last`` slides,
    the appendix, become a section called ``name`` unless one of that name, or one of just these
    slides, is there already. A deck without sections gets none.
    """
    listed: Element = next(root.iter(f"{{{P14}}}sectionLst"), None)
    sections = [] if listed is None else list(listed.iterchildren(_SECTION))
    if not sections:
        return
    held = {section: _ids(section) for section in sections}
    homes = {id_: section for section, ids in held.items() for id_ in ids}
    if last:
        homes |= dict.fromkeys(last, _appendix(held, last, name))
    alone = {
        id_
        for section, ids in held.items()
        if not moved >= set(ids)
        for id_ in ids
        if id_ in moved and homes[id_] is section
    }
    stretches = _stretches(slides, homes, alone)
    _write(listed, held, stretches)


def _write(listed: Element, held: dict[Element, list[str]], stretches: Sequence[Stretch]) -> None:
    """Write the stretches as sections; empty ones stay after the section that they followed."""
    order: list[Element] = []
    for section, ids in stretches:
        made = _again(section, ids[0]) if section in order else section
        _fill(made, ids)
        order.append(made)
    before: list[Element] = []
    for section, ids in held.items():
        listed.remove(section)
        if not ids and section not in order:
            at = next((order.index(s) + 1 for s in reversed(before) if s in order), 0)
            order.insert(at, section)
        before.append(section)
    listed.extend(order)


def _ids(section: Element) -> list[str]:
    return [slide.get("id") or "" for slide in section.iterfind(f"{_LIST}/{_SLIDE}")]


def _appendix(held: dict[Element, list[str]], last: Sequence[str], name: str) -> Element:
    for section, ids in held.items():
        named = (section.get("name") or "").strip().casefold() == name.casefold()
        if named or set(ids) == set(last):
            return section
    return _made(next(iter(held)), name, last[0])


def _again(section: Element, first: str) -> Element:
    """Return a section of the same name for slides that another came to stand before."""
    return _made(section, section.get("name") or "", first)


def _made(some: Element, name: str, first: str) -> Element:
    guid = uuid.uuid5(uuid.NAMESPACE_OID, f"sowhat {name} {first}")
    return some.makeelement(_SECTION, {"name": name, "id": f"{{{guid}}}".upper()})


def _stretches(
    slides: Sequence[str], homes: dict[str, Element], alone: Collection[str]
) -> list[Stretch]:
    """Part the slides where the section changes; those ``alone`` take their neighbour's."""
    found: list[tuple[Element | None, str]] = []
    for at, slide in enumerate(slides):
        home = homes.get(slide)
        near = [homes.get(other) for other in slides[at + 1 : at + 2]]
        if found:
            near.insert(0, found[-1][0])
        if home is None or (slide in alone and home not in near):
            home = next((other for other in near if other is not None), home)
        found.append((home, slide))
    parts = [(home, [s for _, s in part]) for home, part in groupby(found, lambda pair: pair[0])]
    return [(home, ids) for home, ids in parts if home is not None]


def _fill(section: Element, ids: Sequence[str]) -> None:
    old = section.find(_LIST)
    if old is not None:
        section.remove(old)
    listed = child(section, _LIST)
    section.insert(0, listed)  # the schema has it first
    for id_ in ids:
        child(listed, _SLIDE, {"id": id_})
