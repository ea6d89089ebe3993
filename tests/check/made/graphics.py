"""Tables, groups, SmartArt, charts and walls of logos on the slides of made decks."""

from __future__ import annotations

import io
from typing import Any
from xml.sax.saxutils import escape

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.util import Inches, Pt
from xlsxwriter import Workbook

from tests.check.made import parts
from tests.check.made.cast import SPLIT
from tests.check.made.ink import INK, coloured, panel, said
from tests.check.made.marks import mark
from tests.check.made.story import Page
from tests.read.constructs.parts import SPACES, spaces

Place = tuple[float, float, float, float]  # inches: left, top, width, height
DIAGRAM = "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing"
WHITE, PALE = "FFFFFF", "EEF1F5"


def bar(colour: str) -> Any:
    """Return a bar at the slide's left edge, for a master's tree of shapes."""
    high, wide = Inches(5.625), Inches(0.14)
    return parse_xml(
        f'<p:sp {spaces("p", "a")}><p:nvSpPr><p:cNvPr id="879" name="Bar"/><p:cNvSpPr/>'
        '<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></p:spPr></p:sp>'
    )


def draw(slide: Any, page: Page, place: Place, color: str) -> None:
    """Draw whatever of these the page has."""
    if page.table:
        _table(slide, page.table, place, color)
    if page.group:
        _group(slide, page.group, place, color)
    if page.steps:
        _steps(slide, page.steps, place, color)
    if page.chart:
        _chart(slide, page, place)
    if page.logos:
        _wall(slide, page.logos, place)


def _table(slide: Any, rows: tuple[tuple[str, ...], ...], place: Place, color: str) -> None:
    high = min(place[3], 0.5 * len(rows))
    left, top, wide = map(Inches, place[:3])
    size = (left, top, wide, Inches(high))
    table = slide.shapes.add_table(len(rows), len(rows[0]), *size).table
    for row, cells in enumerate(rows):
        for column, words in enumerate(cells):
            cell = table.cell(row, column)
            cell.fill.solid()
            cell.fill.fore_color.rgb = coloured(PALE if row else color)
            ink = INK if row else WHITE
            said(cell.text_frame.paragraphs[0], words, 14, ink)


def _group(slide: Any, boxes: tuple[str, ...], place: Place, color: str) -> None:
    group = slide.shapes.add_group_shape()
    step = place[2] / len(boxes)
    for at, words in enumerate(boxes):
        where = (place[0] + at * step, place[1] + 0.5, step - 0.25, 1.1)
        frame = panel(group.shapes, where, color).text_frame
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
        frame.paragraphs[0].alignment = PP_ALIGN.CENTER
        said(frame.paragraphs[0], words, 14, WHITE)
    arrow = slide.shapes.add_shape(
        MSO_SHAPE.RIGHT_ARROW, *map(Inches, (place[0], place[1] + 1.9, place[2], 0.25))
    )
    arrow.fill.solid()
    arrow.fill.fore_color.rgb = coloured(PALE)
    arrow.line.fill.background()


def _steps(slide: Any, steps: tuple[str, ...], place: Place, color: str) -> None:
    """Draw SmartArt: its words, and the drawing that PowerPoint keeps beside them."""
    number = slide.part.partname.idx
    kind = "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml"
    drawn = parts.add(
        slide.part,
        f"/ppt/diagrams/drawing{number}.xml",
        "application/vnd.ms-office.drawingml.diagramDrawing+xml",
        _drawing(steps, place[2], color),
        DIAGRAM,
    )
    points = "".join(
        f'<dgm:pt modelId="{at}"><dgm:t><a:bodyPr/><a:lstStyle/>{_runs(words)}</dgm:t></dgm:pt>'
        for at, words in enumerate(steps, 1)
    )
    data = (
        f'<dgm:dataModel {spaces("dgm", "a")}><dgm:ptLst><dgm:pt modelId="0" type="doc"/>{points}'
        "</dgm:ptLst><dgm:cxnLst/><dgm:bg/><dgm:whole/><dgm:extLst>"
        '<a:ext uri="http://schemas.microsoft.com/office/drawing/2008/diagram">'
        f'<dsp:dataModelExt {spaces("dsp")} relId="{drawn}"/></a:ext></dgm:extLst></dgm:dataModel>'
    )
    name = f"/ppt/diagrams/data{number}.xml"
    relation = parts.add(slide.part, name, kind, data, f"{SPACES['r']}/diagramData")
    x, y, wide, high = map(Inches, place)
    slide.shapes._spTree.append(
        parse_xml(
            f"<p:graphicFrame {spaces('p', 'a', 'r', 'dgm')}><p:nvGraphicFramePr>"
            '<p:cNvPr id="770" name="Steps"/><p:cNvGraphicFramePr/><p:nvPr/>'
            f'</p:nvGraphicFramePr><p:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/>'
            f'</p:xfrm><a:graphic><a:graphicData uri="{SPACES["dgm"]}">'
            f'<dgm:relIds r:dm="{relation}"/></a:graphicData></a:graphic></p:graphicFrame>'
        )
    )


def _drawing(steps: tuple[str, ...], wide: float, color: str) -> str:
    step = wide / len(steps)
    shapes = "".join(_step(words, at * step, step - 0.2, color) for at, words in enumerate(steps))
    return (
        f'<dsp:drawing {spaces("dsp", "a")}><dsp:spTree><dsp:nvGrpSpPr><dsp:cNvPr id="0" name=""/>'
        f"<dsp:cNvGrpSpPr/></dsp:nvGrpSpPr><dsp:grpSpPr/>{shapes}</dsp:spTree></dsp:drawing>"
    )


def _step(words: str, left: float, wide: float, color: str) -> str:
    x, y, w, h = map(Inches, (left, 0.5, wide, 1.1))
    return (
        f'<dsp:sp modelId="{{{escape(words)}}}"><dsp:nvSpPr><dsp:cNvPr id="0" name=""/>'
        f'<dsp:cNvSpPr/></dsp:nvSpPr><dsp:spPr><a:xfrm><a:off x="{x}" y="{y}"/>'
        f'<a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="homePlate"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill></dsp:spPr><dsp:txBody>'
        f'<a:bodyPr anchor="ctr"/><a:lstStyle/>{_runs(words, WHITE)}</dsp:txBody></dsp:sp>'
    )


def _runs(words: str, color: str = "") -> str:
    fill = f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>' if color else ""
    looks = f'<a:rPr lang="en-GB" sz="1400">{fill}</a:rPr>'
    parts_ = words.split(SPLIT)
    return "<a:p>" + "".join(f"<a:r>{looks}<a:t>{escape(p)}</a:t></a:r>" for p in parts_) + "</a:p>"


def _chart(slide: Any, page: Page, place: Place) -> None:
    entry = page.chart
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = [_whole(name) for name in entry["categories"]]
    for name, values in entry["series"].items():
        data.add_series(_whole(name), values)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *map(Inches, place), data)
    chart = frame.chart
    chart.font.size, chart.font.name = Pt(11), "Carlito"
    chart.has_legend, chart.legend.position = True, XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False
    chart.has_title = True
    chart.chart_title.text_frame.text = _whole(entry["title"])
    book = _book(entry)
    chart.part.chart_workbook.update_from_xlsx_blob(book)


def _book(entry: Any) -> bytes:
    """Return the workbook behind a chart, with more in it than is drawn."""
    held = io.BytesIO()
    book = Workbook(held, {"in_memory": True})
    sheet = book.add_worksheet("Sheet1")
    for row, name in enumerate(entry["categories"], 1):
        sheet.write(row, 0, _whole(name))
    for column, (name, values) in enumerate(entry["series"].items(), 1):
        sheet.write(0, column, _whole(name))
        for row, value in enumerate(values, 1):
            sheet.write(row, column, value)
    for row, words in enumerate(entry["book"]):
        sheet.write(20 + row, 7, _whole(words))
    book.close()
    return held.getvalue()


def _whole(words: str) -> str:
    return words.replace(SPLIT, "")


def _wall(slide: Any, names: tuple[str, ...], place: Place) -> None:
    for at, name in enumerate(names):
        left, top = place[0] + at % 3 * 2.9, place[1] + 0.3 + at // 3 * 1.2
        picture = io.BytesIO(mark(name))
        where = map(Inches, (left, top, 2.3, 0.7))
        made = slide.shapes.add_picture(picture, *where)
        made._element.nvPicPr.cNvPr.set("descr", f"{name} logo")
