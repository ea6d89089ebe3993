"""Slides that are not shown, with all that only they use."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Set

from sowhat.errors import DeckError
from sowhat.export.copy.plan import Removed, Trace
from sowhat.export.copy.pptx.clean.work import Work, take_out
from sowhat.export.copy.pptx.names import Element
from sowhat.export.copy.pptx.order import PROPERTIES, follow_range
from sowhat.export.copy.pptx.slides import entries_of
from sowhat.read.pptx.names import truth

ZOOMS = ("{*}sldZmObj",)  # a picture of a slide that leads to it
FRAMES = ("AlternateContent", "graphicFrame")


def remove(work: Work) -> Iterator[Removed]:
    """Remove hidden slides, what leads to them, and sections that held no others.

    Raises ``DeckError`` no-slides where none would be left.
    """
    gone = {p for p in work.slides if not truth(work.package.tree(p).get("show"), default=True)}
    if not gone:
        return
    if gone == set(work.slides):
        raise DeckError("no-slides")
    for part in gone:
        yield Removed(Trace.HIDDEN, work.slides[part], title_of(work.package.tree(part)))
    _take_out(work, gone)


def cut(work: Work, numbers: Collection[int]) -> None:
    """Remove the slides with these numbers, as if they were hidden.

    Raises ``DeckError`` no-slides where none would be left.
    """
    gone = {part for part, number in work.slides.items() if number in numbers}
    if gone == set(work.slides):
        raise DeckError("no-slides")
    if gone:
        _take_out(work, gone)


def _take_out(work: Work, gone: Set[str]) -> None:
    numbers = {work.ids[part] for part in gone}
    _leave_out(work, gone)
    for part in work.parts():
        if part not in gone:
            _unlink(work, part, gone, numbers)


def title_of(root: Element) -> str:
    """Return the words of a slide's title, else its first words."""
    titles = [sp for sp in root.iter("{*}sp") if _holds_title(sp)]
    found = (
        " ".join("".join(t.text or "" for t in p.iter("{*}t")) for p in sp.iter("{*}p")).strip()
        for sp in (*titles, *root.iter("{*}sp"))
    )
    return next((words for words in found if words), "")


def _holds_title(shape: Element) -> bool:
    holder = shape.find("{*}nvSpPr/{*}nvPr/{*}ph")
    return holder is not None and holder.get("type") in ("title", "ctrTitle")


def _leave_out(work: Work, gone: Set[str]) -> None:
    """Take slides out of the list of slides, custom shows and sections."""
    ids = {r.id for r in work.package.relations(work.main) if r.target in gone}
    name = work.dialect.id
    kept = [at for at, part in enumerate(work.slides, 1) if part not in gone]
    with work.editing(work.main) as root:
        entries = [e for e in entries_of(root, work.dialect) if e.get(name) in ids]
        numbers = {entry.get("id") for entry in entries}
        for entry in [*entries, *(e for e in root.iter("{*}sld") if e.get(name) in ids)]:
            take_out(entry)
        for section in list(root.iter("{*}section")):
            _empty(section, numbers)
        shows = _without_empty(root)
    work.package.unrelate(work.main, ids)
    follow_range(work.package, work.main, work.dialect, kept)
    _follow_show(work, shows)
    for part in gone:
        del work.slides[part]


def _without_empty(root: Element) -> set[str | None]:
    """Take out custom shows of no slide; return their ids."""
    empty = [show for show in root.iter("{*}custShow") if show.find("{*}sldLst/{*}sld") is None]
    for show in empty:
        listed = show.getparent()
        take_out(show)
        if not len(listed):
            take_out(listed)
    return {show.get("id") for show in empty}


def _follow_show(work: Work, gone: Set[str | None]) -> None:
    """Let a deck that is set to a custom show of no slide show all its slides."""
    for relation in work.related(work.main, PROPERTIES):
        shown = work.package.tree(relation.target).find("{*}showPr/{*}custShow")
        if shown is not None and shown.get("id") in gone:
            with work.editing(relation.target):
                every = shown.makeelement(work.dialect.tag("sldAll"))
                shown.getparent().replace(shown, every)


def _empty(section: Element, numbers: Set[str | None]) -> None:
    """Take slides out of a section, and it as well where it held no others."""
    held = list(section.iterfind("{*}sldIdLst/{*}sldId"))
    lost = [entry for entry in held if entry.get("id") in numbers]
    for entry in lost:
        take_out(entry)
    if lost and len(lost) == len(held):
        take_out(section)


def _unlink(work: Work, part: str, gone: Set[str], numbers: Set[str]) -> None:
    """Remove links of a part to slides that are gone, and zooms that show them."""
    ids = {r.id for r in work.package.relations(part) if not r.external and r.target in gone}
    zooms = [e for e in work.package.tree(part).iter(*ZOOMS) if e.get("sldId") in numbers]
    if not ids and not zooms:
        return
    name = work.dialect.id
    with work.editing(part) as root:
        for zoom in zooms:
            frames = [e for e in zoom.iterancestors() if e.tag.rpartition("}")[2] in FRAMES]
            if frames and frames[-1].getparent() is not None:
                take_out(frames[-1])
        for element in [e for e in root.iter("*") if e.get(name) in ids]:
            take_out(element)
    work.package.unrelate(part, ids)
