"""Layouts and masters that no slide uses: their prompts and texts are of other decks."""

from __future__ import annotations

from collections.abc import Iterator

from sowhat.export.copy.plan import Removed, Trace
from sowhat.export.copy.pptx.clean.work import Work, take_out


def remove(work: Work) -> Iterator[Removed]:
    """Remove unused layouts, and masters of which no layout is used."""
    used = set(work.surfaces())
    for master in work.related(work.main, "slideMaster"):
        part = master.target
        if part not in work.package:
            continue
        if part in used:
            yield from _layouts(work, part, used)
        else:
            yield from (Removed(Trace.LAYOUTS, None, name) for name in _names(work, part))
            _leave_out(work, work.main, "sldMasterId", {master.id})


def _layouts(work: Work, master: str, used: set[str]) -> Iterator[Removed]:
    unused = [r for r in work.related(master, "slideLayout") if r.target not in used]
    if unused:
        for relation in unused:
            if relation.target in work.package:
                yield Removed(Trace.LAYOUTS, None, _name(work, relation.target))
        _leave_out(work, master, "sldLayoutId", {relation.id for relation in unused})


def _leave_out(work: Work, part: str, tag: str, ids: set[str]) -> None:
    with work.editing(part) as root:
        for entry in [e for e in root.iter(f"{{*}}{tag}") if e.get(work.dialect.id) in ids]:
            take_out(entry)
    work.package.unrelate(part, ids)


def _names(work: Work, master: str) -> list[str]:
    parts = [r.target for r in work.related(master, "slideLayout") if r.target in work.package]
    return [_name(work, part) for part in parts]


def _name(work: Work, layout: str) -> str:
    named = work.package.tree(layout).find("{*}cSld")
    return "" if named is None else named.get("name") or ""
