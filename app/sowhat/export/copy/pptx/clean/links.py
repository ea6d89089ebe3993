"""Links to servers and files of the house that a deck comes from."""

from __future__ import annotations

from collections.abc import Iterator

from sowhat.export.copy.plan import Removed, Trace
from sowhat.export.copy.pptx.clean.work import Work, take_out
from sowhat.rules.traces import leads_inside, names_file

NOWHERE = "NULL"  # what PowerPoint itself writes where a linked file is no more
LINK = "hyperlink"


def remove(work: Work) -> Iterator[Removed]:
    """Remove links that lead inside; linked pictures and films keep their place and lose the path.

    The words of a link stay.
    """
    for part in ("", *work.package.reached()):
        inside = [
            relation
            for relation in work.package.relations(part)
            if relation.external and _inside(relation.target)
        ]
        for relation in inside:
            yield Removed(Trace.LINKS, work.number(part) or work.owner(part), relation.target)
            if not relation.type.endswith(f"/{LINK}"):
                work.package.lead(part, relation.id, NOWHERE)
        clicks = {relation.id for relation in inside if relation.type.endswith(f"/{LINK}")}
        if clicks:
            _unlink(work, part, clicks)


def _inside(target: str) -> bool:
    """Say whether an address leads inside, or to a file beside the deck."""
    return leads_inside(target) or names_file(target)


def _unlink(work: Work, part: str, ids: set[str]) -> None:
    with work.editing(part) as root:
        for element in [e for e in root.iter("*") if e.get(work.dialect.id) in ids]:
            take_out(element)
    work.package.unrelate(part, ids)
