"""Writes a sample deck as PowerPoint, the same bytes each time."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Pt

from samples import brand
from samples.canvas import Chart, Deck, Frame, Item, Line, Para, Picture, Shape, Slide, Table, Text
from samples.template import footers, make, paint, place

WHEN = dt.datetime(2026, 10, 5, 9, 0, 0)  # every date in the file
STAMP = (2026, 10, 5, 9, 0, 0)
CELL = (8.0, 3.0)
INDENT = 15.0
KINDS = {
    "rect": MSO_SHAPE.RECTANGLE,
    "round": MSO_SHAPE.ROUNDED_RECTANGLE,
    "oval": MSO_SHAPE.OVAL,
    "chevron": MSO_SHAPE.PENTAGON,
}
ALIGN = {"left": PP_ALIGN.LEFT, "center": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}


def write(deck: Deck, path: Path) -> None:
    """Write ``deck`` to ``path``."""
    made = make()
    layouts = {layout.name: layout for layout in made.slide_layouts}
    for number, slide in enumerate(deck.slides, start=1):
        _slide(made.slides.add_slide(layouts[slide.layout]), slide, number)
    about = made.core_properties
    about.title, about.subject = deck.title, deck.subject
    about.author = about.last_modified_by = brand.VENDOR
    about.created = about.modified = WHEN
    about.revision = 1
    about.keywords = about.category = about.comments = ""
    held = BytesIO()
    made.save(held)
    path.write_bytes(_still(held.getvalue()))


def _slide(target: Any, slide: Slide, number: int) -> None:
    if slide.ground != brand.WHITE:
        target.background.fill.solid()
        paint(target.background.fill.fore_color, slide.ground)
    for item in slide.items:
        _add(target, item)
    for shape in list(target.placeholders):
        if not shape.text_frame.text:
            shape._element.getparent().remove(shape._element)
    if slide.footer:
        footers(target, number)
    if slide.notes:
        target.notes_slide.notes_text_frame.text = slide.notes


def _add(target: Any, item: Item) -> None:
    shapes = target.shapes
    match item:
        case Text():
            _text(target, item)
        case Shape():
            _shape(shapes, item)
        case Line():
            _line(shapes, item)
        case Picture():
            at = item.at
            sizes = (Pt(at.x), Pt(at.y), Pt(at.w), Pt(at.h))
            picture = shapes.add_picture(BytesIO(item.png), *sizes)
            picture._element.nvPicPr.cNvPr.set("descr", item.alt)
        case Table():
            _table(shapes, item)
        case Chart():
            _chart(shapes, item)


def _text(target: Any, item: Text) -> None:
    if item.role == "title":
        shape = target.shapes.title
        if item.at != _layout_place(shape):
            place(shape, item.at)
    elif item.role == "subtitle":
        shape = next(p for p in target.placeholders if p.placeholder_format.idx == 1)
        if item.at != _layout_place(shape):
            place(shape, item.at)
    else:
        at = item.at
        shape = target.shapes.add_textbox(Pt(at.x), Pt(at.y), Pt(at.w), Pt(at.h))
        _insets(shape.text_frame, 0, 0)
        middle = item.anchor == "middle"
        shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
    _paras(shape.text_frame, item.paras)


def _layout_place(shape: Any) -> Frame:
    return Frame(*(Emu(v).pt for v in (shape.left, shape.top, shape.width, shape.height)))


def _insets(frame: Any, across: float, down: float) -> None:
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = Pt(across)
    frame.margin_top = frame.margin_bottom = Pt(down)


def _paras(frame: Any, paras: tuple[Para, ...]) -> None:
    for number, part in enumerate(paras):
        line = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        line.alignment = ALIGN[part.align]
        if part.after:
            line.space_after = Pt(part.after)
        for run in part.runs:
            piece = line.add_run()
            piece.text = run.text
            piece.font.size, piece.font.bold = Pt(part.size), run.bold
            paint(piece.font.color, run.color or part.color)
        if part.bullet:
            properties = line._p.get_or_add_pPr()
            properties.set("marL", str(Pt(INDENT)))
            properties.set("indent", str(-Pt(INDENT)))
            properties.append(parse_xml(f'<a:buChar {nsdecls("a")} char="•"/>'))


def _shape(shapes: Any, item: Shape) -> None:
    at = item.at
    shape = shapes.add_shape(KINDS[item.kind], Pt(at.x), Pt(at.y), Pt(at.w), Pt(at.h))
    style = shape._element.find(qn("p:style"))
    shape._element.remove(style)  # no effects of the theme
    if item.kind == "round":
        shape.adjustments[0] = 0.12
    if item.kind == "chevron":
        shape.adjustments[0] = 0.25
    if item.fill:
        shape.fill.solid()
        paint(shape.fill.fore_color, item.fill)
    else:
        shape.fill.background()
    if item.line:
        paint(shape.line.color, item.line)
        shape.line.width = Pt(1)
    else:
        shape.line.fill.background()
    if item.paras:
        _insets(shape.text_frame, 6, 2)
        shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        _paras(shape.text_frame, item.paras)


def _line(shapes: Any, item: Line) -> None:
    ends = (Pt(item.x0), Pt(item.y0), Pt(item.x1), Pt(item.y1))
    line = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
    paint(line.line.color, item.color)
    line.line.width = Pt(item.width)


def _table(shapes: Any, item: Table) -> None:
    size = (Pt(sum(item.widths)), Pt(sum(item.heights)))
    frame = shapes.add_table(len(item.rows), len(item.widths), Pt(item.x), Pt(item.y), *size)
    table = frame.table
    table.horz_banding = False
    for column, width in zip(table.columns, item.widths, strict=True):
        column.width = Pt(width)
    for row, height in zip(table.rows, item.heights, strict=True):
        row.height = Pt(height)
    for row, cells in enumerate(item.rows):
        for column, cell in enumerate(cells):
            target = table.cell(row, column)
            target.fill.solid()
            paint(target.fill.fore_color, cell.fill)
            target.vertical_anchor = MSO_ANCHOR.MIDDLE
            _insets(target, *CELL)
            _paras(target.text_frame, (cell.para,))
            _borders(target)


def _borders(cell: Any) -> None:
    properties = cell._tc.get_or_add_tcPr()
    for place_, side in enumerate(("lnL", "lnR", "lnT", "lnB")):
        inner = "<a:noFill/>"
        if side == "lnB":
            inner = f'<a:solidFill><a:srgbClr val="{brand.EDGE}"/></a:solidFill>'
        line = parse_xml(f'<a:{side} {nsdecls("a")} w="9525">{inner}</a:{side}>')
        properties.insert(place_, line)


def _chart(shapes: Any, item: Chart) -> None:
    data: Any = CategoryChartData(number_format="General")  # type: ignore[no-untyped-call]
    data.categories = item.categories
    data.add_series(item.name, item.values)
    at = item.at
    sizes = (Pt(at.x), Pt(at.y), Pt(at.w), Pt(at.h))
    chart = shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *sizes, data).chart
    chart.has_legend = chart.has_title = False
    chart.font.size, chart.font.name = Pt(13), brand.FAMILY
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    chart.value_axis.minimum_scale = 0
    chart.value_axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    paint(chart.value_axis.tick_labels.font.color, brand.WHITE)  # some draw it all the same
    chart.value_axis.major_tick_mark = XL_TICK_MARK.NONE
    chart.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    chart.value_axis.format.line.fill.background()
    paint(chart.category_axis.format.line.color, brand.EDGE)
    paint(chart.category_axis.tick_labels.font.color, brand.SLATE)
    plot = chart.plots[0]
    plot.gap_width = 67
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.position = XL_LABEL_POSITION.OUTSIDE_END
    labels.number_format, labels.number_format_is_linked = "General", False
    labels.font.size, labels.font.bold = Pt(16), True
    paint(labels.font.color, brand.INK)
    for index, color in enumerate(item.colors):
        point = plot.series[0].points[index].format.fill
        point.solid()
        paint(point.fore_color, color)


def _still(data: bytes) -> bytes:
    """Return the package with every date fixed, in the file and in the workbooks within."""
    held = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as source,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target,
    ):
        for name in source.namelist():
            part = source.read(name)
            if name.endswith(".xlsx"):
                part = _still(part)
            elif name == "docProps/core.xml":
                part = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2026-10-05T09:00:00Z", part)
            elif name == "docProps/app.xml":
                part = re.sub(rb"<Company>.*?</Company>", b"<Company>Quayfold Ltd</Company>", part)
                part = part.replace(b"On-screen Show (4:3)", b"Widescreen")
            entry = zipfile.ZipInfo(name, STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            target.writestr(entry, part)
    return held.getvalue()
