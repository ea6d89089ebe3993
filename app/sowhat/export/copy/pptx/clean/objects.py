"""Embedded files: a workbook or a document on a slide, of which the slide shows a picture."""

from __future__ import annotations

from collections.abc import Iterator

from sowhat.export.copy.plan import Removed, Trace
from sowhat.export.copy.pptx.clean.work import Work, take_out
from sowhat.export.copy.pptx.names import Element

FRAMES = ("AlternateContent", "graphicFrame")
DRAWINGS = ("vmlDrawing",)  # the same pictures for very old programs


def remove(work: Work) -> Iterator[Removed]:
    """Put the picture of an embedded file in its place.

    Where the slide holds no picture of it (very old decks) it stays.
    """
    for part in work.surfaces():
        objects = list(work.package.tree(part).iter("{*}oleObj"))
        pictures = [picture for one in objects if (picture := _picture(one)) is not None]
        if not pictures:
            continue
        with work.editing(part) as root:
            for one in objects:
                frame = frame_of(one)
                if _picture(one) is None or frame is None or frame.getparent() is None:
                    continue
                name = one.get("name") or one.get("progId") or ""
                yield Removed(Trace.OBJECTS, work.number(part), name)
                put_picture(one)
            left = next(root.iter("{*}oleObj", "{*}control"), None)
        if left is None:
            work.unrelate(part, DRAWINGS)


def put_picture(one: Element) -> None:
    """Put the picture of an object in its place; without one nothing is left of it.

    Only one of the two ways to write an object holds it.
    """
    frame = frame_of(one)
    if frame is None:
        take_out(one)
        return
    pictures = (_picture(other) for other in frame.iter("{*}oleObj"))
    if (picture := next(filter(lambda found: found is not None, pictures), None)) is None:
        take_out(frame)
    else:
        _stand_in(frame, picture)


def _picture(one: Element) -> Element | None:
    """Return the picture with an image that is in an object."""
    found = one.find("{*}pic")
    return None if found is None or next(found.iter("{*}blip"), None) is None else found


def _stand_in(frame: Element, picture: Element) -> None:
    """Put a picture in the place of its frame, called as that was."""
    named, name = (next(element.iter("{*}cNvPr"), None) for element in (frame, picture))
    if named is not None and name is not None and named is not name:
        for key in ("id", "name", "descr"):
            name.set(key, named.get(key) or "")
    frame.getparent().replace(frame, picture)


def frame_of(one: Element) -> Element | None:
    """Return what stands in the tree of shapes for an object, with both ways to write it."""
    frames = [e for e in one.iterancestors() if e.tag.rpartition("}")[2] in FRAMES]
    return next((f for f in reversed(frames) if _in_tree(f)), None)


def _in_tree(frame: Element) -> bool:
    return frame.getparent().tag.rpartition("}")[2] in ("spTree", "grpSp")
