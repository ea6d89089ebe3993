"""What acts, taken off a slide: its picture stands in for it where it has one."""

from __future__ import annotations

import re
from collections.abc import Collection

from sowhat.errors import DeckError
from sowhat.export.copy.pptx.clean.objects import frame_of, put_picture
from sowhat.export.copy.pptx.clean.work import Work, take_out
from sowhat.export.copy.pptx.names import Element

DRAWINGS = ("vmlDrawing",)  # the same pictures for very old programs
_RUNS = re.compile(r"\s*ppaction://(?:macro|program|ole)\b", re.IGNORECASE)


def strip(work: Work, part: str, ids: Collection[str], *, running: bool) -> bool:
    """Take relations off a part, by their ids, with all that names them; with ``running`` the
    clicks that start something, too. Say whether there were such clicks."""
    if not ids and not running:
        return False
    clicks = False
    try:
        root = work.package.tree(part) if part else None
    except DeckError:  # no XML that PowerPoint would open
        root = None
    if root is not None and (ids or any(map(_starts, root.iter("*")))):
        with work.editing(part):
            clicks = _stripped(root, ids)
        if next(root.iter("{*}oleObj", "{*}control"), None) is None:
            work.unrelate(part, DRAWINGS)
    work.package.unrelate(part, ids)
    return clicks


def _stripped(root: Element, ids: Collection[str]) -> bool:
    clicks = False
    for element in [e for e in root.iter("*") if _starts(e) or _names(e, ids)]:
        if not _is_in(element, root):
            continue  # gone with another
        clicks = clicks or _starts(element)
        kind = element.tag.rpartition("}")[2]
        if kind == "oleObj":
            put_picture(element)
        elif kind == "control":
            _flatten(element, root)
        elif kind == "webextensionref":
            _fall_back(element)
        else:
            take_out(element)
    for empty in [e for e in root.iter("{*}controls") if next(e.iter("{*}control"), None) is None]:
        take_out(empty)
    return clicks


def _starts(element: Element) -> bool:
    return _RUNS.match(element.get("action") or "") is not None


def _names(element: Element, ids: Collection[str]) -> bool:
    """Say whether an attribute of relations names one of ``ids``."""
    return any(
        value in ids and name.startswith("{") and "/relationships}" in name
        for name, value in element.attrib.items()
    )


def _is_in(element: Element, root: Element) -> bool:
    return element is root or any(above is root for above in element.iterancestors())


def _flatten(control: Element, root: Element) -> None:
    """Put the picture of a control among the shapes, as the last one, above all others."""
    picture = control.find("{*}pic")
    tree = root.find("{*}cSld/{*}spTree")
    take_out(control)
    if picture is None or tree is None or next(picture.iter("{*}blip"), None) is None:
        return
    named = next(picture.iter("{*}cNvPr"), None)
    if named is not None:
        taken = (one.get("id") or "" for one in tree.iter("{*}cNvPr"))
        named.set("id", str(max((int(id_) for id_ in taken if id_.isdecimal()), default=1) + 1))
        named.set("name", control.get("name") or "")
    last = tree.find("{*}extLst")
    tree.insert(len(tree) if last is None else tree.index(last), picture)


def _fall_back(reference: Element) -> None:
    """Put what older programs show in the place of an add-in."""
    frame = frame_of(reference)
    if frame is None:
        take_out(reference)
        return
    instead = frame.find("{*}Fallback")
    for child in [] if instead is None else list(instead):
        frame.addprevious(child)
    take_out(frame)
