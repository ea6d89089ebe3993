"""Kinds whose tables, charts, diagrams and remarks are hostile or odd."""

from __future__ import annotations

import io
import zipfile

from tests.hostile import OPENS, Hostile
from tests.hostile.powerpoint.parts import SLIDE_RELATIONS, TYPES, Change, Parts, changed, replaced
from tests.hostile.powerpoint.relations import frame, related
from tests.hostile.powerpoint.zips import bomb, entry, written

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
C = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
DGM = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"


def table(rows: int, columns: int, cell: str = "", text: str = "9") -> Change:
    """Return the change that adds a table."""
    words = f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>"
    one = f"<a:tc {cell}><a:txBody><a:bodyPr/>{words}</a:txBody></a:tc>"
    row = f'<a:tr h="100">{one * columns}</a:tr>'
    grid = "<a:tblGrid>" + '<a:gridCol w="9999"/>' * columns + "</a:tblGrid>"
    return frame(f"<a:tbl>{grid}{row * rows}</a:tbl>")


def chart(plot: str, more: str = "") -> Change:
    """Return the change that adds a chart, whose workbook is ``book.xlsx`` in the same package."""

    def change(parts: Parts) -> None:
        parts["ppt/charts/chart1.xml"] = (
            f"<c:chartSpace {C} {A} {R}><c:chart><c:plotArea>{plot}</c:plotArea></c:chart>{more}"
            "</c:chartSpace>"
        ).encode()
        kind = f'<Override PartName="/ppt/charts/chart1.xml" ContentType="{CHART}"/></Types>'
        replaced(TYPES, b"</Types>", kind.encode())(parts)
        related(SLIDE_RELATIONS, ("rIdC", "chart", "../charts/chart1.xml"), outside=False)(parts)
        frame(f'<c:chart {C} r:id="rIdC"/>')(parts)

    return change


def book(data: bytes) -> Change:
    """Return the change that puts a workbook behind the chart."""

    def change(parts: Parts) -> None:
        parts["ppt/embeddings/book.xlsx"] = data
        parts["ppt/charts/_rels/chart1.xml.rels"] = (
            b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            b'<Relationship Id="rIdB" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            b'relationships/package" Target="../embeddings/book.xlsx"/></Relationships>'
        )

    return change


def _swelling() -> bytes:
    """Return a workbook whose words hide their size."""
    import tempfile
    from dataclasses import replace
    from pathlib import Path

    strings = replace(bomb("xl/sharedStrings.xml", 900, b"<sst>"), size=4_000)
    with tempfile.TemporaryDirectory() as folder:
        path = written(
            [entry("[Content_Types].xml", b"<Types/>"), entry("xl/workbook.xml", b"<x/>"), strings],
            Path(folder) / "book.xlsx",
        )
        return path.read_bytes()


def _nested(depth: int) -> bytes:
    """Return a zip in a zip in a zip."""
    data = b"x"
    for _ in range(depth):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("xl/workbook.xml", data)
        data = out.getvalue()
    return data


def diagram(data: str) -> Change:
    """Return the change that adds SmartArt without a drawing."""

    def change(parts: Parts) -> None:
        parts["ppt/diagrams/data1.xml"] = (
            f"<dgm:dataModel {DGM} {A}>{data}</dgm:dataModel>".encode()
        )
        related(SLIDE_RELATIONS, ("rIdD", "diagramData", "../diagrams/data1.xml"), outside=False)(
            parts
        )
        frame(f'<dgm:relIds {DGM} r:dm="rIdD" r:lo="rIdD" r:qs="rIdD" r:cs="rIdD"/>')(parts)

    return change


def remarks(count: int) -> Change:
    """Return the change that leaves so many comments on the slide."""

    def change(parts: Parts) -> None:
        parts["ppt/comments/comment1.xml"] = (
            f"<p:cmLst {P}>"
            + "".join(
                f'<p:cm authorId="0" dt="never" idx="{n}"><p:pos x="NaN" y="9e99"/>'
                "<p:text>x</p:text></p:cm>"
                for n in range(count)
            )
            + "</p:cmLst>"
        ).encode()
        related(SLIDE_RELATIONS, ("rIdK", "comments", "../comments/comment1.xml"), outside=False)(
            parts
        )

    return change


def _point(key: int, text: str = "point") -> str:
    words = f"<dgm:t><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t>"
    return f'<dgm:pt modelId="{key}">{words}</dgm:pt>'


def _connection(a: int, b: int) -> str:
    return f'<dgm:cxn modelId="c{a}-{b}" srcId="{a}" destId="{b}" srcOrd="0" destOrd="0"/>'


def _points(count: int) -> str:
    return "".join(f'<c:pt idx="{n}"><c:v>{n}</c:v></c:pt>' for n in range(count))


_BAR = "<c:barChart>{}</c:barChart>"
_ODD_NUMBERS = _BAR.format(
    "<c:ser><c:val><c:numRef><c:numCache><c:formatCode>"
    + "0." + "0" * 5_000 + '[$-9999]#,##0.00_);[Red]\\"' * 50
    + '</c:formatCode><c:ptCount val="2000000000"/><c:pt idx="1999999999"><c:v>1</c:v></c:pt>'
    '<c:pt idx="-1"><c:v>NaN</c:v></c:pt><c:pt idx="0"><c:v>1e308</c:v></c:pt>'
    '<c:pt idx="1"><c:v>-1e400</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>'
)  # fmt: skip
_RING = "".join(_point(n) for n in range(50)) + "".join(
    _connection(a, b) for a in range(50) for b in range(50)
)
_TREE = "".join(_point(n) for n in range(1_000)) + "".join(
    _connection(n, n + 1) for n in range(1_000)
)

KINDS = (
    Hostile("a table of 150 by 100", OPENS, changed(table(150, 100)), slow=True),
    Hostile("a table of 40 by 40", OPENS, changed(table(40, 40))),
    Hostile("cells that span all", OPENS, changed(table(
        20, 20, 'gridSpan="999999999" rowSpan="2147483648"'))),
    Hostile("cells that span nothing", OPENS, changed(table(
        9, 9, 'gridSpan="-9" rowSpan="NaN" hMerge="maybe"'))),
    Hostile("a table in a table", OPENS, changed(frame(
        "<a:tbl><a:tr><a:tc>" * 60 + "</a:tc></a:tr></a:tbl>" * 60))),
    Hostile("charts with odd numbers", OPENS, changed(chart(_ODD_NUMBERS))),
    Hostile("a chart of 2,000 series", OPENS, changed(chart(_BAR.format(
        f"<c:ser><c:val><c:numLit>{_points(20)}</c:numLit></c:val></c:ser>" * 2_000)))),
    Hostile("a chart of 100,000 points", OPENS, changed(chart(_BAR.format(
        f"<c:ser><c:val><c:numLit>{_points(100_000)}</c:numLit></c:val></c:ser>")))),
    Hostile("a workbook that hides its size", OPENS, changed(
        chart(_ODD_NUMBERS, '<c:externalData r:id="rIdB"/>'), book(_swelling()))),
    Hostile("a workbook in a workbook", OPENS, changed(
        chart(_ODD_NUMBERS, '<c:externalData r:id="rIdB"/>'), book(_nested(60)))),
    Hostile("a workbook that is none", OPENS, changed(
        chart(_ODD_NUMBERS, '<c:externalData r:id="rIdB"/>'), book(b"PK\3\4" + bytes(9_000)))),
    Hostile("SmartArt in a ring", OPENS, changed(diagram(
        f"<dgm:ptLst>{_RING}</dgm:ptLst><dgm:cxnLst>{_RING}</dgm:cxnLst>"))),
    Hostile("SmartArt 1,000 deep", OPENS, changed(diagram(
        f"<dgm:ptLst>{_TREE}</dgm:ptLst><dgm:cxnLst>{_TREE}</dgm:cxnLst>"))),
    Hostile("4,000 comments", OPENS, changed(remarks(4_000))),
)  # fmt: skip
