"""The workbooks behind charts: a chart is drawn from what it holds itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sowhat.export.copy.plan import Removed, Trace
from sowhat.export.copy.pptx.clean.work import Work, take_out
from sowhat.export.copy.pptx.names import Element

SHEET = "Sheet1"
ANY = "Sheet1!$A$1"
BOOKS = ("package", "oleObject", "externalLink")
CHARTS = ("chart", "chartEx")
_CELLS = re.compile(r"\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?\)?$")


def remove(work: Work) -> Iterator[Removed]:
    """Remove workbooks, the names of their sheets, and rows that a filter keeps from being drawn.

    The charts look as before, and can no longer be edited as a table.
    """
    for part in work.parts():
        if any(work.package.content_type(part).endswith(f".{k}+xml") for k in _TYPES):
            yield from _strip(work, part)


_TYPES = ("drawingml.chart", "ms-office.chartex")


def _strip(work: Work, part: str) -> Iterator[Removed]:
    books = [r.target for r in work.package.relations(part) if _is_book(r.type)]
    with work.editing(part) as root:
        for element in list(root.iter("{*}externalData", "{*}pivotSource")):
            take_out(element)
        filtered = [e for e in root.iter("*") if _local(e).startswith("filtered")]
        lost = [_drawn(element) for element in filtered]
        for element in filtered:
            if element.getparent() is not None:
                take_out(element)
        for formula in root.iter("{*}f", "{*}sqref"):
            formula.text = _neutral(formula.text or "")
    slide = work.owner(part)
    work.unrelate(part, BOOKS)
    for name in (*(book.rpartition("/")[2] for book in books), *filter(None, lost)):
        yield Removed(Trace.WORKBOOKS, slide, name)


def _is_book(kind: str) -> bool:
    return kind.rpartition("/")[2] in BOOKS


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _drawn(element: Element) -> str:
    """Return the name of a row that is not drawn."""
    return next((v.text or "" for v in element.iter("{*}v")), "")


def _neutral(formula: str) -> str:
    """Return a formula's cells on a sheet of no name; a name of its own becomes any cell."""
    cells = [part.rpartition("!")[2] for part in formula.split(",")]
    if not all(map(_CELLS.match, cells)):
        return ANY
    told = ",".join(f"{SHEET}!{cell.rstrip(')')}" for cell in cells)
    return f"({told})" if len(cells) > 1 else told
