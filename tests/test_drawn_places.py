"""The reader's places against the renderer's own layout: every line, on made-up slides."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches, Pt

from tests.benchmarks.marks import compare

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
LONG = "Their planners close the books in three days, and nobody waits for numbers any more"

Fill = Callable[[Any], None]


def body(attributes: str, *paragraphs: str, inner: str = "") -> Fill:
    """Fill a slide with one text box, its body and paragraphs given as XML."""

    def fill(slide: Any) -> None:
        box = slide.shapes.add_textbox(Inches(1), Inches(1), Inches(4), Inches(3))
        write(box, f"<a:bodyPr {attributes}>{inner}</a:bodyPr><a:lstStyle/>" + "".join(paragraphs))

    return fill


def write(shape: Any, xml: str) -> None:
    words = shape._element.txBody
    for child in list(words):
        words.remove(child)
    words.extend(etree.fromstring(f'<a:x xmlns:a="{A}">{xml}</a:x>'))


def p(*runs: str, properties: str = "<a:pPr/>", end: str = "") -> str:
    return f"<a:p>{properties}{''.join(runs)}{end}</a:p>"


def r(text: str, looks: str = 'sz="1800"', more: str = "") -> str:
    return f"<a:r><a:rPr {looks}>{more}</a:rPr><a:t>{text}</a:t></a:r>"


def br(size: int = 1800) -> str:
    return f'<a:br><a:rPr sz="{size}"/></a:br>'


def gaps(before: str = "", after: str = "", line: str = "", attributes: str = "") -> str:
    parts = (("lnSpc", line), ("spcBef", before), ("spcAft", after))
    inner = "".join(f"<a:{name}>{value}</a:{name}>" for name, value in parts if value)
    return f"<a:pPr {attributes}>{inner}</a:pPr>"


def points(value: int) -> str:
    return f'<a:spcPts val="{value}"/>'


def percent(value: int) -> str:
    return f'<a:spcPct val="{value}000"/>'


def shape(kind: Any, *, rounding: float | None = None, **frame: str) -> Fill:
    def fill(slide: Any) -> None:
        place = (Inches(value) for value in (1, 1, 4, 3))
        drawn = slide.shapes.add_shape(kind, *place)
        if rounding is not None:
            drawn.adjustments[0] = rounding
        drawn.text_frame.text = LONG
        xfrm = drawn._element.spPr.find(f"{{{A}}}xfrm")
        for name, value in frame.items():
            xfrm.set(name, value)

    return fill


def table(slide: Any) -> None:
    place = (Inches(value) for value in (1, 1, 6, 2))
    grid = slide.shapes.add_table(4, 3, *place).table
    grid.last_col = True
    for row in range(4):
        for column in range(3):
            grid.cell(row, column).text = f"{LONG[:28]} {row}" if column else f"Row {row}"
    grid.cell(1, 0).merge(grid.cell(2, 0))
    grid.cell(1, 0).text = LONG
    for column in grid.columns:  # other than the frame says
        column._gridCol.set("w", str(Pt(110)))


def holders(slide: Any) -> None:
    """Words in a placeholder whose master is found by its kind, not by its index."""
    layout = slide.slide_layout
    (held,) = (shape for shape in layout.placeholders if shape.placeholder_format.idx == 1)
    for owner in (held, next(s for s in slide.placeholders if s.placeholder_format.idx == 1)):
        owner._element.find(".//{*}ph").set("idx", "17")
        owner._element.find(".//{*}ph").set("type", "body")
    master = layout.slide_master
    above = next(s for s in master.placeholders if "BODY" in str(s.placeholder_format.type))
    above._element.txBody.bodyPr.set("lIns", "640000")
    above._element.txBody.bodyPr.set("tIns", "320000")
    next(s for s in slide.placeholders if s.placeholder_format.idx == 17).text_frame.text = LONG


CASES: dict[str, Fill] = {
    "wraps": body('wrap="square"', p(r(LONG))),
    "kerned": body('wrap="square"', *(p(r("To AVOID WAVES, Type Years Totally", f'sz="{n}"'))
                                      for n in range(1800, 2800, 100))),
    "never kerned": body('wrap="square"', *(p(r("To AVOID WAVES, Type", f'sz="{n}" kern="0"'))
                                            for n in range(2000, 3000, 100))),
    "breaks": body('wrap="square"', p(r("One"), br(900), br(3000), r("two"), br(), br(900)),
                   p(br(2400), r("three"), br(1200)), p(br(), br(900)), p(r("four"))),
    "no words": body('wrap="square"', p(r(" ", 'sz="3000"')), p(end='<a:endParaRPr sz="900"/>'),
                     p(r("last"))),
    "spaces ahead": body('wrap="square"', p(r("      " + LONG)), p(r("\t" + LONG[:20])),
                         p(r("a\tb\tc")), p(r("end"), br(), r("   more"))),
    "percent": body('wrap="square"', *(p(r(LONG, 'sz="1200"'), properties=gaps(percent(50), "",
                                        percent(90))) for _ in range(3))),
    "points": body('wrap="square"', *(p(r(LONG, 'sz="1200"'), properties=gaps(points(900), points(
        300), points(2000))) for _ in range(3))),
    "shrunk": body('wrap="square"', *(p(r(LONG, 'sz="2100"'), properties=gaps(points(900)))
                                      for _ in range(3)),
                   inner='<a:normAutofit fontScale="62500" lnSpcReduction="20000"/>'),
    "outer gaps": body('wrap="square" spcFirstLastPara="1" anchor="b"',
                       *(p(r("Outer"), properties=gaps(points(900), points(1500)))
                         for _ in range(2))),
    "middle": body('wrap="square" anchor="ctr"', *(p(r(LONG)) for _ in range(5))),
    "clipped": body('wrap="square" anchor="ctr" vertOverflow="clip"',
                    *(p(r(LONG)) for _ in range(5))),
    "columns": body('wrap="square" numCol="2" spcCol="180000"', *(p(r(LONG)) for _ in range(3))),
    "no wrap": body('wrap="none"', p(r(LONG), properties='<a:pPr algn="ctr"/>')),
    "torn": body('wrap="square"', p(r("so " + "mighty" * 20 + " and on"))),
    "signs": body('wrap="square"', p(r("pre-sales/post-sales–and—so on, 24/7 and COVID-19 (or {x})"
                                       " https://example.org/a-b/c?d=e " * 3))),
    "bullets": body('wrap="square"', *(p(r(LONG), properties=(
        f'<a:pPr marL="{left}" indent="{indent}"><a:buChar char="•"/></a:pPr>'
    )) for left, indent in ((342900, -342900), (100000, -50000), (0, 0)))),
    "indents": body('wrap="square"', *(p(r(LONG), properties=(
        f'<a:pPr marL="{left}" indent="{indent}" marR="200000"/>'
    )) for left, indent in ((342900, -342900), (0, 300000), (300000, -900000)))),
    "aligned": body('wrap="square"', *(p(r(LONG), properties=f'<a:pPr algn="{name}"/>')
                                       for name in ("ctr", "r", "just"))),
    "mixed": body('wrap="square"', p(r("Big ", 'sz="3200" b="1"'), r(LONG, 'sz="1400"'),
                                     r("nd", 'sz="1400" baseline="30000"'), r(" caps", 'cap="all"'),
                                     r(" wide", 'spc="300"'))),
    "ellipse": shape(MSO_SHAPE.OVAL),
    "rounded": shape(MSO_SHAPE.ROUNDED_RECTANGLE),
    "rounded more": shape(MSO_SHAPE.ROUNDED_RECTANGLE, rounding=0.4),
    "arrow": shape(MSO_SHAPE.RIGHT_ARROW),
    "turned": shape(MSO_SHAPE.RECTANGLE, rot="1800000"),
    "upside down": shape(MSO_SHAPE.RECTANGLE, flipV="1"),
    "upright": body('wrap="square" vert="vert270"', p(r(LONG))),
    "table": table,
}  # fmt: skip


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The words of each case's lines that are read somewhere else than they are drawn."""
    deck = Presentation()
    for fill in CASES.values():
        fill(deck.slides.add_slide(deck.slide_layouts[6]))
    holders(deck.slides.add_slide(deck.slide_layouts[1]))
    path = tmp_path_factory.mktemp("drawn") / "drawn.pptx"
    deck.save(str(path))
    rows, unseen = compare(Path(path))
    assert unseen == 0
    names = [*CASES, "holders"]
    wrong: dict[str, list[str]] = {names[row.slide - 1]: [] for row in rows}
    assert list(wrong) == names
    for row in rows:
        wrong[names[row.slide - 1]] += [
            f"{word.text} {word.down:+.1f} {word.across:+.1f}"
            for word in row.words
            if not word.right or abs(word.across) > 4
        ]
    return wrong


@pytest.mark.parametrize("name", [*CASES, "holders"])
def test_words_are_read_where_they_are_drawn(drawn: dict[str, list[str]], name: str) -> None:
    assert drawn[name] == []
