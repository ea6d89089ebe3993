"""Tables: the text of each cell with its place in the grid."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sowhat.model import Role
from sowhat.read.pptx.found import Found
from sowhat.read.pptx.frames import Frame
from sowhat.read.pptx.lines import needed_height
from sowhat.read.pptx.names import EMU, A, Element, number, truth
from sowhat.read.pptx.place import Place
from sowhat.read.pptx.text import Paragraph, Reader

MEDIUM = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"  # files use it without saying what it is
_EDGES = ("firstRow", "lastRow", "firstCol", "lastCol")


class TableStyles:
    """Which edges of a table are bold, by its style."""

    def __init__(self, root: Element | None) -> None:
        self._bold = {MEDIUM: frozenset(_EDGES)}
        for style in () if root is None else root.iterfind(A + "tblStyle"):
            self._bold[style.get("styleId")] = frozenset(_bold_edges(style))

    def bold(self, table: Element) -> frozenset[str]:
        """Return the edges of an ``a:tbl`` that are bold and switched on."""
        properties = table.find(A + "tblPr")
        if properties is None:
            return frozenset()
        edges = self._bold.get(properties.findtext(A + "tableStyleId", ""), frozenset())
        return frozenset(edge for edge in edges if truth(properties.get(edge)))


class _Cell(NamedTuple):
    paragraphs: list[Paragraph]
    frame: Frame
    row: int
    rows: int
    left: float
    width: float


def read_table(
    table: Element, place: Place, reader: Reader, found: Found, bold: frozenset[str]
) -> None:
    """Add the cells of an ``a:tbl``; rows grow with their text as they do when shown."""
    heights = [number(row.get("h")) / EMU for row in table.iterfind(A + "tr")]
    cells = list(_cells(table, reader, bold))
    for cell in sorted(cells, key=lambda cell: cell.rows > 1):
        needed = needed_height(cell.paragraphs, cell.frame, cell.width)
        last = min(cell.row + cell.rows, len(heights)) - 1
        heights[last] += max(needed - sum(heights[cell.row : last + 1]), 0.0)
    group = found.next_group()
    for cell in cells:
        own = place._replace(
            x=place.x + cell.left,
            y=place.y + sum(heights[: cell.row]),
            width=cell.width,
            height=sum(heights[cell.row : cell.row + cell.rows]),
        )
        found.text(cell.paragraphs, cell.frame, own, Role.CELL, group)


def _cells(table: Element, reader: Reader, bold: frozenset[str]) -> Iterator[_Cell]:
    grid = table.find(A + "tblGrid")
    columns = [number(c.get("w")) / EMU for c in (grid if grid is not None else ())]
    rows = table.findall(A + "tr")
    heavy = reader._replace(levels=tuple(style._replace(bold=True) for style in reader.levels))
    for index, row in enumerate(rows):
        edges = {"firstRow": index == 0, "lastRow": index == len(rows) - 1}
        for column, cell in enumerate(row.iterchildren(A + "tc")):
            body = cell.find(A + "txBody")
            merged = truth(cell.get("hMerge")) or truth(cell.get("vMerge"))
            if body is None or merged:
                continue
            edges |= {"firstCol": column == 0, "lastCol": column == len(columns) - 1}
            look = heavy if any(edges[edge] for edge in bold) else reader
            span = max(int(number(cell.get("gridSpan"), 1)), 1)
            rows_taken = max(int(number(cell.get("rowSpan"), 1)), 1)
            frame = _frame(cell.find(A + "tcPr"))
            paragraphs = look.paragraphs(body, frame)
            left, width = sum(columns[:column]), sum(columns[column : column + span])
            yield _Cell(paragraphs, frame, index, rows_taken, left, width)


def _frame(properties: Element | None) -> Frame:
    frame = Frame()
    if properties is None:
        return frame
    return frame._replace(
        left=number(properties.get("marL"), frame.left * EMU) / EMU,
        right=number(properties.get("marR"), frame.right * EMU) / EMU,
        top=number(properties.get("marT"), frame.top * EMU) / EMU,
        bottom=number(properties.get("marB"), frame.bottom * EMU) / EMU,
        anchor=properties.get("anchor") or "t",
    )


def _bold_edges(style: Element) -> Iterator[str]:
    for edge in _EDGES:
        text = style.find(f"{A}{edge}/{A}tcTxStyle")
        if text is not None and text.get("b") == "on":
            yield edge
