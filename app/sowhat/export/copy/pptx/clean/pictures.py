"""What cameras and programs write into pictures beside the pixels: who, where, by which file."""

from __future__ import annotations

from collections.abc import Iterator

from sowhat.export.copy.plan import Removed, Trace
from sowhat.export.copy.pptx.clean.work import Work
from sowhat.export.copy.stripped import stripped

ENDINGS = (".jpg", ".jpeg", ".jpe", ".jfif", ".png")


def remove(work: Work) -> Iterator[Removed]:
    """Take remarks out of JPEG and PNG pictures; not a pixel changes."""
    for part in work.package.reached():
        if not part.lower().endswith(ENDINGS):
            continue
        data = work.package.bytes_of(part)
        plain = stripped(data)
        if plain is not None:
            work.package.replace(part, plain)
            yield Removed(Trace.PICTURES, work.owner(part), part.rpartition("/")[2])
