"""Charts with their workbooks, and SmartArt with a drawing and without."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE

from sowhat.model import Chart, PictureOrigin, Role, Series, Source, hull
from tests.read.constructs.construct import Construct, Read
from tests.read.constructs.drawing import BLUE, GREEN, MAGENTA, RED
from tests.read.constructs.objects import sheets
from tests.read.constructs.parts import q, xml
from tests.read.constructs.pictures import inches, rgb

category_data: Any = CategoryChartData  # python-pptx carries no types
xy_data: Any = XyChartData
PLACE = (1.0, 2.0, 7.0, 4.5)
LINE = 10.0  # points that a line of 18-point words is higher than its letters
CHART = (Source.CHART,)
GROUPS = ("Days", "Errors")


def groups(*series: tuple[str, Sequence[float | None]]) -> Any:
    data = category_data()
    data.categories = GROUPS
    for name, values in series:
        data.add_series(name, values)
    return data


def chart(slide: Any, kind: Any, data: Any, title: str) -> Any:
    """Add a chart with a title on a green ground, so that its frame is seen."""
    frame = slide.shapes.add_chart(kind, *inches(PLACE), data)
    made = frame.chart
    made.has_title = True
    made.chart_title.text_frame.text = title
    (words,) = made.chart_title.text_frame.paragraphs[0].runs
    words.font.color.rgb = rgb.from_string(RED)
    fill = f'<a:solidFill><a:srgbClr val="{GREEN}"/></a:solidFill>'
    made._chartSpace.find(q("c:chart")).addnext(xml(f"<c:spPr>{fill}</c:spPr>"))
    frame.name = f"Chart of {title}"
    return made


def bars(slide: Any) -> None:
    data = groups(("Before", (9, 3)), ("After", (3, None)))
    made = chart(slide, XL_CHART_TYPE.COLUMN_CLUSTERED, data, "Closing the books")
    for axis, text in ((made.category_axis, "What counts"), (made.value_axis, "How many")):
        axis.has_title = True
        axis.axis_title.text_frame.text = text
    made.has_legend = True
    made.legend.include_in_layout = False
    made.legend.font.color.rgb = rgb.from_string(BLUE)
    made.category_axis.tick_labels.font.color.rgb = rgb.from_string(MAGENTA)
    label = made.plots[0].series[0].points[0].data_label
    label.text_frame.text = "nine whole days"
    made.part.chart_workbook.update_from_xlsx_blob(sheets("Acme pipeline", "Weighted", "won"))


def check_bars(read: Read) -> None:
    picture = read.picture(PictureOrigin.CHART)
    assert picture.chart == Chart(
        ("bar",),
        "Closing the books",
        GROUPS,
        (Series("Before", (9.0, 3.0)), Series("After", (3.0, None))),
        ("What counts", "How many"),
    )
    assert picture.workbook is not None
    assert picture.workbook.file.endswith(".xlsx")
    assert picture.workbook.sheets == ("Acme pipeline", "Assumptions")
    assert picture.workbook.names == ("won",)
    assert "Weighted" in picture.workbook.words
    words = {"Closing the books", "Before", "After", *GROUPS, "What counts", "How many"}
    assert {*read.texts} >= {*words, "nine whole days"}
    check_place(read)
    legend = hull(box for box in (read.block(n).box for n in ("Before", "After")) if box)
    read.around(legend, BLUE, LINE)
    names = hull(box for box in (read.block(n).box for n in GROUPS) if box)
    read.around(names, MAGENTA, LINE)


def check_place(read: Read) -> None:
    """The chart's frame is drawn in its ground's colour; its words stand in it."""
    picture = read.picture(PictureOrigin.CHART)
    read.fills(picture.box, GREEN)
    for block in read.own:
        assert (block.role, block.source, block.exact) == (Role.CHART, Source.CHART, False)
        assert block.box is not None
        assert picture.box.holds(block.box, slack=0.001)
    assert picture.chart is not None
    read.around(read.block(picture.chart.title).box, RED, LINE)


def pie(slide: Any) -> None:
    made = chart(slide, XL_CHART_TYPE.PIE, groups(("Where time goes", (70, 30))), "Where time goes")
    made.plots[0].has_data_labels = True
    made.plots[0].data_labels.show_percentage = True


def check_pie(read: Read) -> None:
    found = read.picture(PictureOrigin.CHART).chart
    series = (Series("Where time goes", (70.0, 30.0)),)
    assert found == Chart(("pie",), "Where time goes", GROUPS, series)
    assert read.texts.count("Where time goes") == 1
    check_place(read)


def line(slide: Any) -> None:
    data = groups(("Plan", (1.5, 2.5)), ("Fact", (1.0, 4.0)))
    chart(slide, XL_CHART_TYPE.LINE, data, "Plan and fact")


def check_line(read: Read) -> None:
    found = read.picture(PictureOrigin.CHART).chart
    series = (Series("Plan", (1.5, 2.5)), Series("Fact", (1.0, 4.0)))
    assert found == Chart(("line",), "Plan and fact", GROUPS, series)
    check_place(read)


def scatter(slide: Any) -> None:
    data = xy_data()
    series = data.add_series("Plants")
    for x, y in ((1.0, 4.0), (2.0, 2.0)):
        series.add_data_point(x, y)
    chart(slide, XL_CHART_TYPE.XY_SCATTER, data, "Size and cost")


def check_scatter(read: Read) -> None:
    found = read.picture(PictureOrigin.CHART).chart
    assert found is not None
    assert (found.kinds, found.title) == (("scatter",), "Size and cost")
    assert found.series == (Series("Plants", (4.0, 2.0)),)
    check_place(read)


CONSTRUCTS = (
    Construct("bar chart", bars, check_bars, origins=CHART),
    Construct("pie chart", pie, check_pie, origins=CHART),
    Construct("line chart", line, check_line, origins=CHART),
    Construct("scatter chart", scatter, check_scatter, origins=CHART),
)
