"""Colours, weights and fonts of words as a person sees them, wherever they are said."""

from __future__ import annotations

from typing import Any

import pytest
from pptx.util import Inches

from sowhat.model import Run
from tests.read.conftest import Make, Read
from tests.read.pptx_factory import A, R, add_part, blank, solid, words, xml

LIGHT_TITLES = (
    'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" accent1="accent2" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
    'folHlink="folHlink"'
)
FADING = ("112233", "FF0000")
KEEPS = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/>'
    "</a:ext></a:extLst>"
)


def only_run(make_deck: Make, read_pptx: Read, build: Any) -> Run:
    (run,) = read_pptx(make_deck(lambda deck: build(blank(deck)))).slides[0].blocks[0].runs
    return run


@pytest.mark.parametrize(
    ("color", "seen"),
    [
        ('<a:srgbClr val="C01020"/>', "#c01020"),
        ('<a:prstClr val="tomato"/>', "#ff6347"),
        ('<a:prstClr val="dkBlue"/>', "#00008b"),
        ('<a:prstClr val="ltGrey"/>', "#d3d3d3"),
        ('<a:prstClr val="medSeaGreen"/>', "#3cb371"),
        ('<a:hslClr hue="14400000" sat="100000" lum="50000"/>', "#0000ff"),
        ('<a:hslClr hue="0" sat="100%" lum="25%"/>', "#800000"),
        ('<a:scrgbClr r="100000" g="0" b="0"/>', "#ff0000"),
        ('<a:scrgbClr r="50000" g="50000" b="50000"/>', "#bcbcbc"),
        ('<a:sysClr val="windowText" lastClr="112233"/>', "#112233"),
        ('<a:sysClr val="window"><a:lumMod val="50000"/></a:sysClr>', "#808080"),
        ('<a:schemeClr val="accent1"/>', "#4f81bd"),
        ('<a:schemeClr val="accent1"><a:lumMod val="75000"/></a:schemeClr>', "#376092"),
        ('<a:schemeClr val="tx1"><a:lumMod val="50000"/><a:lumOff val="50000"/></a:schemeClr>',
         "#808080"),
        ('<a:srgbClr val="808080"><a:shade val="50000"/></a:srgbClr>', "#5c5c5c"),
        ('<a:srgbClr val="808080"><a:tint val="50000"/></a:srgbClr>', "#cdcdcd"),
        ('<a:srgbClr val="FF0000"><a:hueOff val="7200000"/></a:srgbClr>', "#00ff00"),
        ('<a:srgbClr val="FF0000"><a:satMod val="0"/></a:srgbClr>', "#808080"),
        ('<a:srgbClr val="FF0000"><a:comp/></a:srgbClr>', "#00ffff"),
        ('<a:srgbClr val="FF0000"><a:inv/></a:srgbClr>', "#00ffff"),
        ('<a:srgbClr val="00FF00"><a:gray/></a:srgbClr>', "#969696"),
        ('<a:srgbClr val="C01020"><a:alpha val="40000"/></a:srgbClr>', "#c01020"),
        ('<a:srgbClr val="nonsense"/>', "#000000"),  # the theme's, as if nothing were said
        ('<a:prstClr val="octarine"/>', "#000000"),
        ('<a:schemeClr val="phClr"/>', "#000000"),
    ],
)  # fmt: skip
def test_colours_by_value_name_and_change(
    color: str, seen: str, make_deck: Make, read_pptx: Read
) -> None:
    look = "|" + solid(color)
    run = only_run(make_deck, read_pptx, lambda slide: words(slide, "Words", look=look))
    assert run.color == seen


def test_of_gradients_the_first_colour(make_deck: Make, read_pptx: Read) -> None:
    stops = "".join(f'<a:gs pos="0"><a:srgbClr val="{color}"/></a:gs>' for color in FADING)
    fill = f"|<a:gradFill><a:gsLst>{stops}</a:gsLst></a:gradFill>"
    run = only_run(make_deck, read_pptx, lambda slide: words(slide, "Words", look=fill))
    assert run.color == "#112233"


@pytest.mark.parametrize(("inner", "color"), [("", "#0000ff"), (KEEPS, "#c01020")])
def test_links_have_the_colour_of_links(
    inner: str, color: str, make_deck: Make, read_pptx: Read
) -> None:
    def build(slide: Any) -> None:
        relation = slide.part.relate_to("https://example.com/", f"{R}/hyperlink", is_external=True)
        click = f'<a:hlinkClick r:id="{relation}">{inner}</a:hlinkClick>'
        words(slide, "Words", look="|" + solid("C01020") + click)

    assert only_run(make_deck, read_pptx, build).color == color


def override(part: Any, mapping: str) -> None:
    known = part._element.find("{*}clrMapOvr")
    if known is None:
        known = xml("<p:clrMapOvr/>")
        part._element.append(known)
    for child in list(known):
        known.remove(child)
    known.append(xml(f"<a:overrideClrMapping {mapping}/>"))


@pytest.mark.parametrize("on_layout", [True, False])
def test_slides_and_layouts_may_call_colours_otherwise(
    on_layout: bool, make_deck: Make, read_pptx: Read
) -> None:
    def build(presentation: Any) -> None:
        for layout in (6, 5):
            slide = presentation.slides.add_slide(presentation.slide_layouts[layout])
            words(slide, "Plain")
            words(slide, "Accent", (2, 5, 4, 1), "|" + solid('<a:schemeClr val="accent1"/>'))
            if layout == 6:
                override(slide.slide_layout.part if on_layout else slide.part, LIGHT_TITLES)

    changed, usual = read_pptx(make_deck(build)).slides
    assert [run.color for block in changed.blocks for run in block.runs] == ["#ffffff", "#c0504d"]
    assert [run.color for block in usual.blocks for run in block.runs] == ["#000000", "#4f81bd"]


def test_a_slide_may_have_colours_and_fonts_of_its_own(make_deck: Make, read_pptx: Read) -> None:
    scheme = '<a:accent1><a:srgbClr val="123456"/></a:accent1>'
    fonts = '<a:majorFont/><a:minorFont><a:latin typeface="Georgia"/></a:minorFont>'
    changed = (
        f'<a:themeOverride xmlns:a="{A}"><a:clrScheme name="x">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="x">{fonts}</a:fontScheme></a:themeOverride>'
    )

    def build(presentation: Any) -> None:
        for own in (True, False):
            slide = blank(presentation)
            words(slide, "Accent", look="|" + solid('<a:schemeClr val="accent1"/>'))
            if own:
                add_part(slide.part, "/ppt/theme/over1.xml", changed, f"{R}/themeOverride")

    slides = read_pptx(make_deck(build)).slides
    assert [(s.blocks[0].runs[0].color, s.blocks[0].runs[0].font) for s in slides] == [
        ("#123456", "Georgia"),
        ("#4f81bd", "Calibri"),
    ]


def test_a_theme_without_latin_letters_shows_its_other_font(
    make_deck: Make, read_pptx: Read
) -> None:
    def build(presentation: Any) -> None:
        words(blank(presentation), "Words")
        master = presentation.slide_master.part
        theme = next(r.target_part for r in master.rels.values() if r.reltype.endswith("/theme"))
        theme._blob = theme.blob.replace(
            b'<a:latin typeface="Calibri"/><a:ea typeface=""/>',
            b'<a:latin typeface=""/><a:ea typeface="Noto Serif"/>',
        )

    assert read_pptx(make_deck(build)).slides[0].blocks[0].runs[0].font == "Noto Serif"


def test_style_of_a_shape_gives_colour_and_font(make_deck: Make, read_pptx: Read) -> None:
    def build(slide: Any) -> None:
        shape = slide.shapes.add_shape(1, *(Inches(value) for value in (1, 1, 3, 1)))
        shape.text_frame.text = "Words"
        reference = shape._element.find(".//{*}fontRef")
        reference.set("idx", "major")
        reference[0].set("val", "accent2")

    run = only_run(make_deck, read_pptx, build)
    assert (run.color, run.font) == ("#c0504d", "Calibri")


def table(presentation: Any, style: str | None, parts: str = "") -> None:
    frame = blank(presentation).shapes.add_table(2, 2, *(Inches(v) for v in (1, 1, 6, 1.5)))
    for at, text in enumerate(("head", "second", "first", "plain")):
        frame.table.cell(at // 2, at % 2).text = text
    frame.table.first_col = True
    if style is None:
        return
    frame._element.find(".//{*}tableStyleId").text = "{X}"
    main = presentation.part
    known = f'<a:tblStyle styleId="{{X}}" styleName="x">{parts}</a:tblStyle>'
    part = next(r.target_part for r in main.rels.values() if r.reltype.endswith("tableStyles"))
    part._blob = f'<a:tblStyleLst xmlns:a="{A}" def="{{X}}">{known}</a:tblStyleLst>'.encode()


def looks(deck: Any) -> dict[str, tuple[str | None, bool, bool]]:
    runs = [run for block in deck.slides[0].blocks for run in block.runs]
    return {run.text: (run.color, run.bold, run.italic) for run in runs}


def test_the_usual_table_style(make_deck: Make, read_pptx: Read) -> None:
    found = looks(read_pptx(make_deck(lambda deck: table(deck, None))))
    assert found == {
        "head": ("#ffffff", True, False),
        "second": ("#ffffff", True, False),
        "first": ("#ffffff", True, False),
        "plain": ("#000000", False, False),
    }


def test_table_styles_of_the_deck(make_deck: Make, read_pptx: Read) -> None:
    parts = (
        '<a:wholeTbl><a:tcTxStyle i="on"><a:fontRef idx="minor"><a:prstClr val="red"/></a:fontRef>'
        '</a:tcTxStyle></a:wholeTbl><a:firstCol><a:tcTxStyle b="on"/></a:firstCol><a:lastCol>'
        '<a:tcTxStyle b="on"/></a:lastCol><a:firstRow><a:tcTxStyle b="off" i="off"><a:fontRef '
        'idx="minor"/><a:schemeClr val="accent2"/></a:tcTxStyle></a:firstRow>'
    )
    found = looks(read_pptx(make_deck(lambda deck: table(deck, "{X}", parts))))
    assert found == {
        "head": ("#c0504d", False, False),
        "second": ("#c0504d", False, False),
        "first": ("#ff0000", True, True),
        "plain": ("#ff0000", False, True),  # the last column is not switched on
    }
