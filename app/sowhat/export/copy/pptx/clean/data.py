"""What programs keep in a deck for themselves: tags, custom XML, printer settings."""

from __future__ import annotations

from collections.abc import Iterator

from sowhat.export.copy.plan import Removed, Trace
from sowhat.export.copy.pptx.clean.work import Work, take_out

KINDS = ("tags", "customXml", "printerSettings", "webextensiontaskpanes")


def remove(work: Work) -> Iterator[Removed]:
    """Remove tags and custom data with the elements that name them."""
    for part in ("", *work.package.reached()):
        lost = [r for r in work.package.relations(part) if r.type.rpartition("/")[2] in KINDS]
        if not lost:
            continue
        ids = {relation.id for relation in lost}
        if part and work.package.content_type(part).endswith("xml"):
            with work.editing(part) as root:
                for element in [e for e in root.iter("*") if e.get(work.dialect.id) in ids]:
                    take_out(element)
                for listed in list(root.iter("{*}custDataLst")):
                    if not len(listed):
                        take_out(listed)
        work.package.unrelate(part, ids)
        for relation in lost:
            yield Removed(Trace.DATA, work.number(part), relation.target.rpartition("/")[2])
