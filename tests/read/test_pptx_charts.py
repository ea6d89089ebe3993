"""Charts: what they hold as data, and which of their words a person sees."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from lxml import etree
from pptx.chart.data import BubbleChartData, CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE as KIND
from pptx.enum.chart import XL_LEGEND_POSITION as SIDE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.util import Inches

from sowhat.model import Block, Box, Chart, Picture, PictureOrigin, Role, Series, Slide, Workbook
from tests.read.conftest import Edit, Make, Read

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CX = "http://schemas.microsoft.com/office/drawing/2014/chartex"
PLACE = (1, 1, 6, 4)  # inches
WIDE, HIGH = 10.0, 7.5

category_data: Any = CategoryChartData  # python-pptx carries no types
xy_data: Any = XyChartData
bubble_data: Any = BubbleChartData


def by_stage(*series: tuple[str, tuple[float | None, ...]], form: str = "General") -> Any:
    data = category_data(number_format=form)
    data.categories = ["Days", "Errors", "Late"]
    for name, values in series or (("Before", (9, 3, 5)), ("After", (3, None, 2))):
        data.add_series(name, values)
    return data


def added(presentation: Any, kind: Any, data: Any) -> Any:
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    return slide.shapes.add_chart(kind, *map(Inches, PLACE), data).chart


def element(holder: Any, xml: str) -> Any:
    """Append an element of a chart written as XML."""
    made = parse_xml(xml.replace(">", f' xmlns:c="{C}" xmlns:a="{A}">', 1))
    holder.append(made)
    return made


@pytest.fixture
def charted(make_deck: Make, read_pptx: Read) -> Any:
    """Read back the slide with a chart of a kind, after ``change`` was made to it."""

    def run(kind: Any, data: Any, change: Any = lambda _: None) -> Slide:
        return read_pptx(make_deck(lambda deck: change(added(deck, kind, data)))).slides[0]

    return run


def chart_of(slide: Slide) -> Chart:
    (picture,) = slide.pictures
    assert picture.origin is PictureOrigin.CHART
    assert picture.chart is not None
    return picture.chart


def words(slide: Slide) -> list[str]:
    return [block.text for block in slide.blocks]


def share(box: Box | None) -> tuple[float, float, float, float]:
    """Return a box in shares of the chart."""
    assert box is not None
    x, y, wide, high = PLACE
    return (
        (box.x0 * WIDE - x) / wide,
        (box.y0 * HIGH - y) / high,
        (box.x1 * WIDE - x) / wide,
        (box.y1 * HIGH - y) / high,
    )


def test_a_chart_is_told_in_full(charted: Any) -> None:
    def change(chart: Any) -> None:
        chart.has_title = chart.has_legend = True
        chart.chart_title.text_frame.text = "Closing the books"
        chart.category_axis.axis_title.text_frame.text = "Stage"
        chart.value_axis.axis_title.text_frame.text = "Hours taken"

    slide = charted(KIND.COLUMN_CLUSTERED, by_stage(), change)
    assert chart_of(slide) == Chart(
        ("bar",),
        "Closing the books",
        ("Days", "Errors", "Late"),
        (Series("Before", (9.0, 3.0, 5.0)), Series("After", (3.0, None, 2.0))),
        ("Stage", "Hours taken"),
    )
    assert sorted(words(slide)) == sorted(
        ["Closing the books", "Stage", "Hours taken", "Before", "After", "Days", "Errors", "Late"]
    )


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (KIND.LINE, "line"),
        (KIND.AREA, "area"),
        (KIND.RADAR, "radar"),
        (KIND.BAR_STACKED_100, "bar"),
        (KIND.DOUGHNUT, "doughnut"),
    ],
)
def test_kinds_of_charts(kind: Any, name: str, charted: Any) -> None:
    slide = charted(kind, by_stage())
    assert chart_of(slide).kinds == (name,)
    assert [series.name for series in chart_of(slide).series] == ["Before", "After"]


def test_charts_in_space(charted: Any) -> None:
    def change(chart: Any) -> None:
        chart.has_legend = False
        flat = chart._chartSpace.find(f".//{{{C}}}barChart")
        solid = element(flat.getparent(), "<c:bar3DChart></c:bar3DChart>")
        solid.extend(list(flat))
        flat.getparent().replace(flat, solid)
        element(solid.getparent(), '<c:serAx><c:axId val="3"/><c:delete val="0"/></c:serAx>')

    slide = charted(KIND.COLUMN_CLUSTERED, by_stage(), change)
    assert chart_of(slide).kinds == ("bar3D",)
    assert words(slide)[-2:] == ["Before", "After"]  # along the depth


def test_what_is_not_shown_is_data_only(charted: Any) -> None:
    def change(chart: Any) -> None:
        chart.has_title = chart.has_legend = False
        chart.category_axis.visible = False

    slide = charted(KIND.COLUMN_CLUSTERED, by_stage(), change)
    assert words(slide) == []
    assert [series.name for series in chart_of(slide).series] == ["Before", "After"]
    assert chart_of(slide).categories == ("Days", "Errors", "Late")


def test_an_only_series_names_the_chart_once(charted: Any) -> None:
    def change(chart: Any) -> None:
        chart.has_legend = False

    slide = charted(KIND.LINE, by_stage(("Before", (1, 2, 3))), change)
    assert words(slide) == ["Before", "Days", "Errors", "Late"]
    assert chart_of(slide).title == "Before"


def test_entries_may_be_left_out_of_the_legend(charted: Any) -> None:
    def change(chart: Any) -> None:
        chart.has_legend = True
        legend = chart.legend._element
        element(legend, '<c:legendEntry><c:idx val="1"/><c:delete val="1"/></c:legendEntry>')

    slide = charted(KIND.LINE, by_stage(), change)
    assert "Before" in words(slide)
    assert "After" not in words(slide)


def test_a_pie_tells_its_categories_in_the_legend(charted: Any) -> None:
    def change(chart: Any) -> None:
        chart.has_title = False
        chart.has_legend = True

    data = by_stage(("Share", (2, 1, 1)))
    assert words(charted(KIND.PIE, data, change)) == ["Days", "Errors", "Late"]

    def bare(chart: Any) -> None:
        chart.has_title = chart.has_legend = False

    assert words(charted(KIND.PIE, data, bare)) == []


def test_labels_are_shown_as_formatted(charted: Any) -> None:
    def change(chart: Any) -> None:
        plot = chart.plots[0]
        plot.has_data_labels = True
        plot.data_labels.show_value = True

    slide = charted(KIND.COLUMN_CLUSTERED, by_stage(form='"$"#,##0.0'), change)
    assert words(slide)[-2:] == ["$9.0 $3.0 $5.0", "$3.0 $2.0"]

    def own(chart: Any) -> None:
        change(chart)
        chart.plots[0].data_labels.number_format = "0.00"
        chart.plots[0].data_labels.number_format_is_linked = False

    assert words(charted(KIND.LINE, by_stage(), own))[-2:] == ["9.00 3.00 5.00", "3.00 2.00"]


def test_labels_of_pies_and_points(charted: Any) -> None:
    def change(chart: Any) -> None:
        chart.has_title = chart.has_legend = False
        plot = chart.plots[0]
        plot.has_data_labels = True
        labels = plot.data_labels
        labels.show_category_name = labels.show_percentage = True
        labels.show_value = False
        points = plot.series[0].points
        points[1].data_label.text_frame.text = "Hardly any"

    slide = charted(KIND.PIE, by_stage(("Share", (2, 1, 1))), change)
    assert words(slide) == ["Hardly any"]  # a series with a label of its own sets the others off

    def all_of_them(chart: Any) -> None:
        change(chart)
        labels = chart.plots[0].series[0]._element.find(f"{{{C}}}dLbls")
        labels.find(f"{{{C}}}showCatName").set("val", "1")
        labels.find(f"{{{C}}}showPercent").set("val", "1")
        labels.find(f"{{{C}}}showVal").set("val", "0")

    slide = charted(KIND.PIE, by_stage(("Share", (2, 1, 1))), all_of_them)
    assert words(slide) == ["Days, 50%", "Hardly any", "Late, 25%"]


def test_fields_and_cells_in_labels(charted: Any) -> None:
    c15 = "http://schemas.microsoft.com/office/drawing/2012/chart"
    spoken = "".join(
        f'<a:fld id="{{{n}}}" type="{kind}"><a:t>[{kind}]</a:t></a:fld><a:r><a:t> </a:t></a:r>'
        for n, kind in enumerate(("CELLRANGE", "CATEGORYNAME", "VALUE"))
    )

    def change(chart: Any) -> None:
        series = chart.plots[0].series[0]._element
        labels = element(
            series,
            '<c:dLbls><c:dLbl><c:idx val="0"/><c:tx><c:rich><a:bodyPr/><a:p>'
            f"{spoken}</a:p></c:rich></c:tx></c:dLbl>"
            '<c:dLbl><c:idx val="2"/><c:delete val="1"/></c:dLbl><c:showVal val="1"/></c:dLbls>',
        )
        series.find(f"{{{C}}}cat").addprevious(labels)
        element(
            series,
            f'<c:extLst><c:ext uri="x"><x:datalabelsRange xmlns:x="{c15}"><x:dlblRangeCache>'
            '<c:pt idx="0"><c:v>Best</c:v></c:pt></x:dlblRangeCache></x:datalabelsRange></c:ext>'
            "</c:extLst>",
        )

    slide = charted(KIND.COLUMN_CLUSTERED, by_stage(("Before", (9, 3, 5))), change)
    assert words(slide)[-2:] == ["Best Days 9", "3"]


def test_scatter_and_bubbles(charted: Any) -> None:
    data = xy_data()
    series = data.add_series("Visits")
    for point in ((1, 2.5), (2, 4)):
        series.add_data_point(*point)
    chart = chart_of(charted(KIND.XY_SCATTER, data))
    assert (chart.kinds, chart.categories) == (("scatter",), ("1", "2"))
    assert chart.series == (Series("Visits", (2.5, 4.0)),)

    sized = bubble_data()
    bubbles = sized.add_series("Visits")
    bubbles.add_data_point(1, 2, 10)

    def change(chart: Any) -> None:
        chart.plots[0].has_data_labels = True
        labels = chart.plots[0].data_labels._element
        labels.find(f"{{{C}}}showBubbleSize").set("val", "1")
        labels.find(f"{{{C}}}showVal").set("val", "0")

    slide = charted(KIND.BUBBLE, sized, change)
    assert chart_of(slide).kinds == ("bubble",)
    assert words(slide)[-1] == "10"


def test_levels_of_categories_are_joined(charted: Any) -> None:
    data = category_data()
    for year in ("2023", "2024"):
        parent = data.add_category(year)
        for half in ("H1", "H2"):
            parent.add_sub_category(half)
    data.add_series("Orders", (1, 2, 3, 4))
    chart = chart_of(charted(KIND.COLUMN_CLUSTERED, data))
    assert chart.categories == ("2023 H1", "2023 H2", "2024 H1", "2024 H2")


def test_two_plots_in_one_area(charted: Any) -> None:
    def change(chart: Any) -> None:
        chart.has_legend = True
        plot = chart._chartSpace.find(f".//{{{C}}}barChart")
        line = element(plot.getparent(), "<c:lineChart></c:lineChart>")
        plot.addnext(line)
        line.append(plot.findall(f"{{{C}}}ser")[1])

    slide = charted(KIND.COLUMN_CLUSTERED, by_stage(), change)
    assert chart_of(slide).kinds == ("bar", "line")
    assert [series.name for series in chart_of(slide).series] == ["Before", "After"]
    assert {"Before", "After"} <= set(words(slide))


def test_trend_lines_and_data_tables(charted: Any) -> None:
    def change(chart: Any) -> None:
        chart.has_legend = True
        series = chart.plots[0].series[0]._element
        line = element(series, "<c:trendline><c:name>Where it goes</c:name></c:trendline>")
        series.find(f"{{{C}}}cat").addprevious(line)

    assert "Where it goes" in words(charted(KIND.LINE, by_stage(), change))

    def table(chart: Any) -> None:
        chart.has_legend = False
        element(chart._chartSpace.find(f".//{{{C}}}plotArea"), "<c:dTable></c:dTable>")

    assert words(charted(KIND.LINE, by_stage(), table))[-4:] == ["Before", "After", "9 3 5", "3 2"]


def test_dates_on_an_axis(charted: Any) -> None:
    def change(chart: Any) -> None:
        for series in chart._chartSpace.iter(f"{{{C}}}ser"):
            names = series.find(f"{{{C}}}cat")
            series.replace(
                names,
                element(
                    series,
                    "<c:cat><c:numRef><c:numCache><c:formatCode>mmm yy</c:formatCode>"
                    '<c:pt idx="0"><c:v>45292</c:v></c:pt><c:pt idx="1"><c:v>45323</c:v></c:pt>'
                    "</c:numCache></c:numRef></c:cat>",
                ),
            )

    assert chart_of(charted(KIND.LINE, by_stage(), change)).categories == ("Jan 24", "Feb 24")

    def own(chart: Any) -> None:
        change(chart)
        axis = chart._chartSpace.find(f".//{{{C}}}catAx")
        for form in axis.findall(f"{{{C}}}numFmt"):
            axis.remove(form)
        element(axis, '<c:numFmt formatCode="yyyy-mm" sourceLinked="0"></c:numFmt>')

    slide = charted(KIND.LINE, by_stage(), own)
    assert chart_of(slide).categories == ("2024-01", "2024-02")
    assert words(slide)[-2:] == ["2024-01", "2024-02"]


def test_sizes_are_limited(charted: Any) -> None:
    data = category_data()
    data.categories = [f"Number {n}" for n in range(1200)]
    for n in range(60):
        data.add_series(f"Row {n}", range(1200))
    slide = charted(KIND.LINE, data)
    chart = chart_of(slide)
    assert (len(chart.series), len(chart.categories)) == (50, 1000)
    assert len(chart.series[0].values) == 1000
    assert len(slide.blocks) == 200


def of(slide: Slide, text: str) -> Block:
    (block,) = (block for block in slide.blocks if block.text == text)
    return block


def test_places_of_the_parts(charted: Any) -> None:
    """As they are drawn by LibreOffice and by the library that draws the slides: nearly so."""

    def change(chart: Any) -> None:
        chart.has_title = chart.has_legend = True
        chart.chart_title.text_frame.text = "Closing the books"
        chart.legend.position = SIDE.RIGHT
        chart.legend.include_in_layout = False
        chart.category_axis.axis_title.text_frame.text = "Stage"
        chart.value_axis.axis_title.text_frame.text = "Hours taken"

    slide = charted(KIND.COLUMN_CLUSTERED, by_stage(), change)
    drawn = {
        "Closing the books": (0.34, 0.038, 0.66, 0.113),
        "Before": (0.86, 0.47, 0.972, 0.55),
        "After": (0.86, 0.56, 0.945, 0.64),
        "Days": (0.22, 0.81, 0.30, 0.888),
        "Errors": (0.42, 0.81, 0.52, 0.888),
        "Late": (0.64, 0.81, 0.71, 0.888),
        "Stage": (0.42, 0.889, 0.52, 0.966),
        "Hours taken": (0.021, 0.31, 0.072, 0.64),
    }
    for text, expected in drawn.items():
        assert share(of(slide, text).box) == pytest.approx(expected, abs=0.035), text
    assert not any(block.exact for block in slide.blocks)


@pytest.mark.parametrize(
    ("side", "before", "after"),
    [
        (SIDE.BOTTOM, (0.387, 0.89), (0.562, 0.89)),
        (SIDE.TOP, (0.387, 0.13), (0.562, 0.13)),
        (SIDE.LEFT, (0.058, 0.48), (0.058, 0.57)),
        (SIDE.CORNER, (0.866, 0.16), (0.866, 0.26)),
    ],
)
def test_places_of_the_legend(side: Any, before: Any, after: Any, charted: Any) -> None:
    def change(chart: Any) -> None:
        chart.has_title = chart.has_legend = True
        chart.chart_title.text_frame.text = "Closing the books"
        chart.legend.position = side

    slide = charted(KIND.COLUMN_CLUSTERED, by_stage(), change)
    for text, place in (("Before", before), ("After", after)):
        assert share(of(slide, text).box)[:2] == pytest.approx(place, abs=0.035)


def test_bars_that_lie_have_their_names_beside_them(charted: Any) -> None:
    slide = charted(KIND.BAR_CLUSTERED, by_stage())
    days, late = (share(of(slide, name).box) for name in ("Days", "Late"))
    assert days[1] > late[1] + 0.4
    assert days[2] == pytest.approx(late[2])


def test_what_was_moved_by_hand_stands_there(charted: Any) -> None:
    def change(chart: Any) -> None:
        chart.has_title = chart.has_legend = True
        chart.chart_title.text_frame.text = "Closing the books"
        for part, at in ((chart.chart_title, (0.1, 0.8)), (chart.legend, (0.5, 0.2, 0.3, 0.4))):
            values = "".join(f'<c:{n} val="{v}"/>' for n, v in zip("xywh", at, strict=False))
            made = element(
                part._element,
                '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
                f"{values}</c:manualLayout></c:layout>",
            )
            for old in part._element.findall(f"{{{C}}}layout")[:-1]:
                part._element.replace(old, made)

    slide = charted(KIND.LINE, by_stage(), change)
    assert share(of(slide, "Closing the books").box)[:2] == pytest.approx((0.1, 0.8))
    assert share(of(slide, "Before").box) == pytest.approx((0.5, 0.2, 0.8, 0.4))
    assert share(of(slide, "After").box) == pytest.approx((0.5, 0.4, 0.8, 0.6))


def test_words_drawn_into_a_chart(charted: Any) -> None:
    cdr = "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing"
    drawn = (
        f'<c:userShapes xmlns:c="{C}" xmlns:a="{A}" xmlns:d="{cdr}"><d:relSizeAnchor>'
        "<d:from><d:x>0.5</d:x><d:y>0.25</d:y></d:from><d:to><d:x>1</d:x><d:y>0.5</d:y></d:to>"
        "<d:sp><d:txBody><a:bodyPr/><a:p><a:r><a:rPr sz='1200'/><a:t>Here we began</a:t></a:r>"
        "</a:p></d:txBody></d:sp></d:relSizeAnchor></c:userShapes>"
    )

    def change(chart: Any) -> None:
        package = chart.part.package
        uri = PackURI("/ppt/drawings/drawing1.xml")
        kind = "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml"
        made = Part(uri, kind, package, drawn.encode())
        relation = chart.part.relate_to(made, f"{R}/chartUserShapes")
        holder = element(chart._chartSpace, "<c:userShapes></c:userShapes>")
        holder.set(f"{{{R}}}id", relation)

    block = of(charted(KIND.LINE, by_stage(), change), "Here we began")
    assert block.role is Role.CHART
    x0, y0, x1, y1 = share(block.box)
    assert (x0, y0) == pytest.approx((0.5 + 7.2 / 432, 0.25 + 3.6 / 288))
    assert (x1 < 0.75, y1 < 0.35) == (True, True)
    assert block.runs[0].size == 12.0


MODERN = f"""<cx:chartSpace xmlns:cx="{CX}" xmlns:a="{A}"><cx:chartData><cx:data id="0">
<cx:strDim type="cat"><cx:lvl ptCount="3"><cx:pt idx="0">Start</cx:pt><cx:pt idx="1">Saved</cx:pt>
<cx:pt idx="2">Now</cx:pt></cx:lvl></cx:strDim><cx:numDim type="val">
<cx:lvl ptCount="3" formatCode="0%"><cx:pt idx="0">1</cx:pt><cx:pt idx="1">-0.4</cx:pt>
<cx:pt idx="2">0.6</cx:pt></cx:lvl></cx:numDim></cx:data></cx:chartData><cx:chart><cx:title><cx:tx>
<cx:rich><a:p><a:r><a:t>Cost of closing</a:t></a:r></a:p></cx:rich></cx:tx></cx:title><cx:plotArea>
<cx:plotAreaRegion><cx:series layoutId="KIND"><cx:tx><cx:txData><cx:v>Cost</cx:v></cx:txData>
</cx:tx><cx:dataLabels><cx:visibility seriesName="0" categoryName="0" value="1"/></cx:dataLabels>
<cx:dataId val="0"/></cx:series></cx:plotAreaRegion>
<cx:axis id="0"><cx:catScaling/><cx:tickLabels/></cx:axis>
<cx:axis id="1" HIDDEN><cx:valScaling/><cx:title><cx:tx><cx:txData><cx:v>Share</cx:v></cx:txData>
</cx:tx></cx:title></cx:axis></cx:plotArea>LEGEND</cx:chart></cx:chartSpace>"""


def modern_deck(presentation: Any, xml: str) -> None:
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    package = slide.part.package
    uri = PackURI("/ppt/charts/chartEx1.xml")
    made = Part(uri, "application/vnd.ms-office.chartex+xml", package, xml.encode())
    kind = "http://schemas.microsoft.com/office/2014/relationships/chartEx"
    relation = slide.part.relate_to(made, kind)
    x, y, wide, high = map(Inches, PLACE)
    p = "http://schemas.openxmlformats.org/presentationml/2006/main"
    slide.shapes._spTree.append(
        etree.fromstring(
            f'<p:graphicFrame xmlns:p="{p}" xmlns:a="{A}" xmlns:r="{R}"><p:nvGraphicFramePr>'
            '<p:cNvPr id="9" name="Bridge"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>'
            f'<p:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></p:xfrm><a:graphic>'
            f'<a:graphicData uri="{CX}"><cx:chart xmlns:cx="{CX}" r:id="{relation}"/>'
            "</a:graphicData></a:graphic></p:graphicFrame>"
        )
    )


@pytest.mark.parametrize(
    ("kind", "hidden", "legend", "expected"),
    [
        ("waterfall", "", "<cx:legend pos='t'/>", ["Share", "Start", "Saved", "Now"]),
        ("funnel", 'hidden="1"', "", ["Start", "Saved", "Now"]),
        ("clusteredColumn", 'hidden="1"', "<cx:legend/>", ["Cost", "Start", "Saved", "Now"]),
    ],
)
def test_newer_charts(
    kind: str, hidden: str, legend: str, expected: list[str], make_deck: Make, read_pptx: Read
) -> None:
    xml = MODERN.replace("KIND", kind).replace("HIDDEN", hidden).replace("LEGEND", legend)
    slide = read_pptx(make_deck(lambda deck: modern_deck(deck, xml))).slides[0]
    values = (1.0, -0.4, 0.6)
    assert chart_of(slide) == Chart(
        (kind,), "Cost of closing", ("Start", "Saved", "Now"), (Series("Cost", values),), ("Share",)
    )
    assert words(slide) == ["Cost of closing", *expected, "100% -40% 60%"]


def test_newer_charts_without_anything(make_deck: Make, read_pptx: Read) -> None:
    xml = f'<cx:chartSpace xmlns:cx="{CX}"/>'
    slide = read_pptx(make_deck(lambda deck: modern_deck(deck, xml))).slides[0]
    assert chart_of(slide) == Chart()


def book_of(slide: Slide) -> Workbook | None:
    picture: Picture = slide.pictures[0]
    return picture.workbook


def test_the_workbook_behind_a_chart(charted: Any) -> None:
    book = book_of(charted(KIND.LINE, by_stage()))
    assert book is not None
    assert book.file.endswith(".xlsx")
    assert book.sheets == ("Sheet1",)
    assert set(book.words) == {"Before", "After", "Days", "Errors", "Late"}


def test_a_linked_workbook_is_named_and_left_alone(charted: Any) -> None:
    def change(chart: Any) -> None:
        holder = chart._chartSpace.find(f"{{{C}}}externalData")
        target = "file:///C:\\Deals\\Some%20customer.xlsx"
        kind = f"{R}/oleObject"
        holder.set(f"{{{R}}}id", chart.part.relate_to(target, kind, is_external=True))

    assert book_of(charted(KIND.LINE, by_stage(), change)) == Workbook(
        "C:\\Deals\\Some customer.xlsx"
    )


@pytest.mark.parametrize("damage", [b"", b"\xd0\xcf\x11\xe0 a locked", b"PK\x03\x04 and no more"])
def test_a_damaged_workbook_costs_nothing(
    damage: bytes, make_deck: Make, edit_parts: Edit, read_pptx: Read
) -> None:
    path = make_deck(lambda deck: added(deck, KIND.LINE, by_stage()))
    with zipfile.ZipFile(path) as archive:
        (name,) = (n for n in archive.namelist() if n.startswith("ppt/embeddings/"))
    deck = read_pptx(edit_parts(path, {name: lambda _: damage}))
    assert book_of(deck.slides[0]) == Workbook(name.rpartition("/")[2])
    assert deck.gaps == ()
    assert len(chart_of(deck.slides[0]).series) == 2


S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(parts: dict[str, str]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, inner in parts.items():
            archive.writestr(name, f'<x xmlns="{S}">{inner}</x>')
    return data.getvalue()


def test_names_and_words_of_a_workbook() -> None:
    from sowhat.read.pptx.workbooks import read_workbook

    book = workbook(
        {
            "xl/workbook.xml": '<sheets><sheet name="Deal"/><sheet name="Hidden"/></sheets>'
            '<definedNames><definedName name="Discount">1</definedName>'
            '<definedName name="_xlnm.Print_Area">2</definedName></definedNames>',
            "xl/sharedStrings.xml": "<si><t>Net</t></si><si><r><t>Net </t></r><r><t>price</t></r>"
            f"</si><si><t>Net</t></si><si><t>{'long ' * 100}</t></si>",
            "xl/worksheets/sheet1.xml": '<c t="inlineStr"><is><t>In place</t></is></c>'
            '<c t="str"><v>Computed</v></c><c t="s"><v>0</v></c><c><v>12</v></c>',
        }
    )
    found = read_workbook("deal.xlsx", book)
    assert found.sheets == ("Deal", "Hidden")
    assert found.names == ("Discount",)
    assert found.words == ("Net", "Net price", ("long " * 24).strip(), "In place", "Computed")


def test_a_workbook_of_another_kind_gives_its_file() -> None:
    from sowhat.read.pptx.workbooks import read_workbook

    assert read_workbook("b.xlsb", workbook({"xl/workbook.bin": ""})) == Workbook("b.xlsb")


def test_a_workbook_that_swells_is_left_alone() -> None:
    from sowhat.read.pptx.workbooks import read_workbook

    names = "".join(f"<si><t>Row {n}</t></si>" for n in range(2000))
    book = workbook({"xl/workbook.xml": "<sheets/>", "xl/sharedStrings.xml": names})
    assert len(read_workbook("many.xlsx", book).words) == 500
    huge = workbook({"xl/workbook.xml": "<sheets/>", "xl/sharedStrings.xml": " " * (9 << 20)})
    assert read_workbook("huge.xlsx", huge) == Workbook("huge.xlsx")
