"""Tables: the text of each cell with its place in the grid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from sowhat.model import Role
from sowhat.read.pptx.colors import Paint
from sowhat.read.pptx.found import Found
from sowhat.read.pptx.frames import Frame
from sowhat.read.pptx.lines import needed_height
from sowhat.read.pptx.names import EMU, A, Element, number, truth
from sowhat.read.pptx.place import Place
from sowhat.read.pptx.styles import Levels
from sowhat.read.pptx.text import Paragraph, Reader
from sowhat.read.pptx.theme import Theme

MEDIUM = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"  # files use it without saying what it is
_EDGES = ("firstCol", "lastCol", "firstRow", "lastRow")  # the later ones on top
_WHOLE = "wholeTbl"


class Look(NamedTuple):
    """How a table's style sets some of its cells; None leaves it as it is."""

    bold: bool | None = None
    italic: bool | None = None
    paint: Paint | None = None

    def over(self, levels: Levels) -> Levels:
        """Return ``levels`` set in this look."""
        changes: dict[str, Any] = {}
        if self.bold is not None:
            changes["bold"] = self.bold
        if self.italic is not None:
            changes["italic"] = self.italic
        if self.paint is not None:
            changes |= {"color": self.paint.color, "alpha": self.paint.alpha, "sure": True}
        return tuple(style._replace(**changes) for style in levels) if changes else levels


Looks: TypeAlias = Mapping[str, Look]


class TableStyles:
    """How the styles of a deck's tables set their text; ``root`` is their part."""

    def __init__(self, root: Element | None) -> None:
        styles = () if root is None else root.iterfind(A + "tblStyle")
        self._styles = {style.get("styleId"): style for style in styles}

    def looks(self, table: Element, theme: Theme) -> Looks:
        """Return the looks of an ``a:tbl``'s parts that are switched on."""
        properties = table.find(A + "tblPr")
        if properties is None:
            return {}
        switched = {edge for edge in _EDGES if truth(properties.get(edge))}
        own = properties.findtext(A + "tableStyleId", "")
        style = self._styles.get(own)
        if style is None:
            return _medium(switched, theme) if own == MEDIUM else {}
        return {
            part: _look(text, theme)
            for part in (_WHOLE, *_EDGES)
            if (part == _WHOLE or part in switched)
            and (text := style.find(f"{A}{part}/{A}tcTxStyle")) is not None
        }


def _look(text: Element, theme: Theme) -> Look:
    bold, italic = (_SWITCHES.get(text.get(name) or "") for name in "bi")
    paint = theme.paint(text)
    if paint is None and (reference := text.find(A + "fontRef")) is not None:
        paint = theme.paint(reference)
    return Look(bold, italic, paint)


def _medium(switched: set[str], theme: Theme) -> Looks:
    def paint(name: str) -> Paint | None:
        color = theme.colors.get(name)
        return None if color is None else Paint(color)

    looks = {edge: Look(bold=True, paint=paint("lt1")) for edge in switched}
    return {_WHOLE: Look(paint=paint("dk1")), **looks}


class _Cell(NamedTuple):
    paragraphs: list[Paragraph]
    frame: Frame
    row: int
    rows: int
    left: float
    width: float


def read_table(table: Element, place: Place, reader: Reader, found: Found, looks: Looks) -> None:
    """Add the cells of an ``a:tbl``; rows grow with their text as they do when shown."""
    heights = [number(row.get("h")) / EMU for row in table.iterfind(A + "tr")]
    cells = list(_cells(table, reader, looks))
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


def _cells(table: Element, reader: Reader, looks: Looks) -> Iterator[_Cell]:
    grid = table.find(A + "tblGrid")
    columns = [number(c.get("w")) / EMU for c in (grid if grid is not None else ())]
    rows = table.findall(A + "tr")
    readers: dict[tuple[str, ...], Reader] = {}
    for index, row in enumerate(rows):
        edges = {"firstRow": index == 0, "lastRow": index == len(rows) - 1}
        for column, cell in enumerate(row.iterchildren(A + "tc")):
            body = cell.find(A + "txBody")
            merged = truth(cell.get("hMerge")) or truth(cell.get("vMerge"))
            if body is None or merged:
                continue
            edges |= {"firstCol": column == 0, "lastCol": column == len(columns) - 1}
            parts = tuple(part for part in looks if part == _WHOLE or edges[part])
            if parts not in readers:
                readers[parts] = _dressed(reader, (looks[part] for part in parts))
            span = max(int(number(cell.get("gridSpan"), 1)), 1)
            rows_taken = max(int(number(cell.get("rowSpan"), 1)), 1)
            frame = _frame(cell.find(A + "tcPr"))
            paragraphs = readers[parts].paragraphs(body, frame)
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


def _dressed(reader: Reader, looks: Iterable[Look]) -> Reader:
    levels = reader.levels
    for look in looks:
        levels = look.over(levels)
    return reader._replace(levels=levels)


_SWITCHES = {"on": True, "off": False}
