"""Tables: the text of each cell with its place in the grid."""

from __future__ import annotations

from typing import NamedTuple

from sowhat.model import Role
from sowhat.read.pptx.found import Found
from sowhat.read.pptx.frames import Frame
from sowhat.read.pptx.lines import needed_height
from sowhat.read.pptx.names import EMU, A, Element, number, truth
from sowhat.read.pptx.place import Place
from sowhat.read.pptx.text import Paragraph, Reader


class _Cell(NamedTuple):
    paragraphs: list[Paragraph]
    frame: Frame
    row: int
    rows: int
    left: float
    width: float


def read_table(table: Element, place: Place, reader: Reader, found: Found) -> None:
    """Add the cells of an ``a:tbl``; rows grow with their text as they do when shown."""
    grid = table.find(A + "tblGrid")
    columns = [number(c.get("w")) / EMU for c in (grid if grid is not None else ())]
    rows = table.findall(A + "tr")
    heights = [number(row.get("h")) / EMU for row in rows]
    cells = [cell for index, row in enumerate(rows) for cell in _cells(row, index, columns, reader)]
    for cell in cells:
        if cell.rows == 1:
            needed = needed_height(cell.paragraphs, cell.frame, cell.width)
            heights[cell.row] = max(heights[cell.row], needed)
    group = found.next_group()
    for cell in cells:
        own = place._replace(
            x=place.x + cell.left,
            y=place.y + sum(heights[: cell.row]),
            width=cell.width,
            height=sum(heights[cell.row : cell.row + cell.rows]),
        )
        found.text(cell.paragraphs, cell.frame, own, Role.CELL, group)


def _cells(row: Element, index: int, columns: list[float], reader: Reader) -> list[_Cell]:
    cells = []
    for column, cell in enumerate(row.iterchildren(A + "tc")):
        body = cell.find(A + "txBody")
        merged = truth(cell.get("hMerge")) or truth(cell.get("vMerge"))
        if body is None or merged:
            continue
        span = max(int(number(cell.get("gridSpan"), 1)), 1)
        rows = max(int(number(cell.get("rowSpan"), 1)), 1)
        frame = _frame(cell.find(A + "tcPr"))
        width = sum(columns[column : column + span])
        paragraphs = reader.paragraphs(body, frame)
        cells.append(_Cell(paragraphs, frame, index, rows, sum(columns[:column]), width))
    return cells


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
