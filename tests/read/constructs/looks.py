"""How words look and where that comes from: theme, master, layout, placeholder, run; and what of a
slide is its layout's and master's."""

from __future__ import annotations

from typing import Any

from pptx.util import Inches

from sowhat.model import Box, PictureOrigin, Role, Run, Source
from tests.read.constructs.construct import Construct, Read
from tests.read.constructs.drawing import BLUE, CYAN, GREEN, MAGENTA, RED
from tests.read.constructs.parts import add_image, paragraph, q, run, textbox, write, xml

FULL, BODY = 7, 1  # layouts of python-pptx's template: content with caption, title and content
MASTER_TEXT = "Acme keeps this to itself"
MASTER_PICTURE = (9.4, 7.1, 0.4, 0.3)
LEFT, RIGHT = Box(0.0, 0.0, 0.5, 1.0), Box(0.5, 0.0, 1.0, 1.0)
LAYOUT_PICTURE = (1.0, 6.0, 1.0, 0.5)
LAYOUT_TEXT = "Every slide of this layout says so"


def prepare(deck: Any) -> None:
    """Give theme, master and layouts what slides are to take from them."""
    master = deck.slide_master
    theme = next(r.target_part for r in master.part.rels.values() if r.reltype.endswith("/theme"))
    theme._blob = theme.blob.replace(b'latin typeface="Calibri"', b'latin typeface="Carlito"')
    theme._blob = theme.blob.replace(b'val="C0504D"', b'val="00FF00"')  # accent 2
    level = master._element.find(f"{q('p:txStyles')}/{q('p:bodyStyle')}/{q('a:lvl2pPr')}")
    level.find(q("a:defRPr")).set("sz", "2600")
    level.find(q("a:defRPr")).set("i", "1")
    body = deck.slide_layouts[BODY].placeholders[1]._element
    style = body.txBody.find(q("a:lstStyle"))
    style.append(xml(
        '<a:lvl1pPr><a:buNone/><a:defRPr sz="2200" b="1"><a:solidFill>'
        '<a:schemeClr val="accent2"/></a:solidFill></a:defRPr></a:lvl1pPr>'))  # fmt: skip
    textbox(master, (0.5, 7.05, 4, 0.35), paragraph(run(MASTER_TEXT, CYAN, 'sz="1000"')))
    add_image(master, MASTER_PICTURE, CYAN, name="Our mark")


def themed(slide: Any) -> None:
    """Words that say nothing of themselves: the theme's font, the master's size and colour."""
    textbox(slide, (1, 2, 6, 1), "<a:p><a:r><a:t>Plain as the theme</a:t></a:r></a:p>")
    accent = '<a:solidFill><a:schemeClr val="accent2"/></a:solidFill>'
    textbox(slide, (1, 4, 6, 1), f'<a:p><a:r><a:rPr b="1">{accent}<a:latin typeface="+mj-lt"/>'
            "</a:rPr><a:t>Accent of the theme</a:t></a:r></a:p>")  # fmt: skip


def check_themed(read: Read) -> None:
    plain, accent = (block.runs for block in read.own)
    assert plain == (Run("Plain as the theme", 18.0, font="Carlito", color="#000000"),)
    assert accent == (Run("Accent of the theme", 18.0, bold=True, font="Carlito", color="#00ff00"),)
    read.on_lines(read.own[1], GREEN)


def inherited(slide: Any) -> None:
    """A placeholder's words: the layout's look, the master's, the placeholder's own, the run's."""
    holder = slide.placeholders[1]
    red = '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>'
    blue = '<a:solidFill><a:srgbClr val="0000FF"/></a:solidFill>'
    write(holder,
          "<a:p><a:r><a:t>By the layout</a:t></a:r></a:p>",
          f'<a:p><a:pPr lvl="1"><a:buNone/></a:pPr><a:r><a:rPr>{blue}</a:rPr>'
          "<a:t>By the master</a:t></a:r></a:p>",
          '<a:p><a:pPr lvl="2"><a:buNone/></a:pPr><a:r><a:t>By the holder</a:t></a:r></a:p>',
          f'<a:p><a:r><a:rPr sz="1600" b="0" i="1">{red}<a:latin typeface="Cousine"/></a:rPr>'
          "<a:t>By the run</a:t></a:r></a:p>")  # fmt: skip
    holder._element.txBody.find(q("a:lstStyle")).append(xml(
        '<a:lvl3pPr><a:defRPr sz="3000"><a:solidFill><a:srgbClr val="FF00FF"/></a:solidFill>'
        "</a:defRPr></a:lvl3pPr>"))  # fmt: skip


def check_inherited(read: Read) -> None:
    assert [run for block in read.own for run in block.runs] == [
        Run("By the layout", 22.0, bold=True, font="Carlito", color="#00ff00"),
        Run("By the master", 26.0, italic=True, font="Carlito", color="#0000ff"),
        Run("By the holder", 30.0, font="Carlito", color="#ff00ff"),
        Run("By the run", 16.0, italic=True, font="Cousine", color="#ff0000"),
    ]
    assert {block.role for block in read.own} == {Role.BODY}
    assert [block.level for block in read.own] == [0, 1, 2, 0]
    for block, color in zip(read.own, (GREEN, BLUE, MAGENTA, RED), strict=True):
        read.around(block.box, color, 12.0)


def cover(slide: Any) -> None:
    slide.shapes.title.text = "Nine days become three"
    write(slide.placeholders[1], paragraph(run("What that takes", BLUE, 'sz="2400"')))


def check_cover(read: Read) -> None:
    assert read.slide.title == "Nine days become three"
    subtitle = read.block("What that takes")
    assert (subtitle.role, subtitle.source) == (Role.SUBTITLE, Source.SLIDE)
    assert read.slide.layout == "Title Slide"
    read.on_lines(subtitle, BLUE)


def from_master(slide: Any) -> None:
    textbox(slide, (1, 3, 6, 1), paragraph(run("Its own words")))


def check_from_master(read: Read) -> None:
    block = read.block(MASTER_TEXT)
    assert (block.role, block.source) == (Role.FOOTER, Source.LAYOUT)
    picture = read.picture(PictureOrigin.IMAGE, Source.LAYOUT)
    assert picture.name == "Our mark"
    read.fills(picture.box, CYAN, near=RIGHT)
    read.on_lines(block, CYAN, near=LEFT)


def prepare_layout(layout: Any) -> None:
    """Write on a layout that only one construct has."""
    for holder in list(layout.placeholders):
        if holder.placeholder_format.idx != 0:
            holder._element.getparent().remove(holder._element)
    textbox(layout, (1, 3, 6, 1), paragraph(run(LAYOUT_TEXT, MAGENTA)))
    add_image(layout, LAYOUT_PICTURE, GREEN, name="The layout's")


def from_layout(slide: Any) -> None:
    for holder in list(slide.placeholders):
        if holder.placeholder_format.idx != 0:
            holder._element.getparent().remove(holder._element)
    slide.shapes.title.text = "layout's words and picture"
    textbox(slide, (1, 4.5, 6, 1), paragraph(run("The slide's words")))


def check_from_layout(read: Read) -> None:
    assert read.texts == ["The slide's words"]
    block = read.block(LAYOUT_TEXT)
    assert (block.role, block.source) == (Role.BODY, Source.LAYOUT)
    read.on_lines(block, MAGENTA)
    (picture,) = (p for p in read.slide.pictures if p.name == "The layout's")
    assert (picture.origin, picture.source) == (PictureOrigin.IMAGE, Source.LAYOUT)
    read.fills(picture.box, GREEN)


def footers(slide: Any) -> None:
    """The footer and number placeholders that PowerPoint puts on a slide."""
    holders = ((11, "ftr", "Prepared for Globex", BLUE), (12, "sldNum", "‹#›", GREEN))
    for index, kind, text, color in holders:
        left = 3.5 if kind == "ftr" else 7.5
        shape = textbox(slide, (left, 6.6, 2, 0.35), paragraph(run(text, color, 'sz="1200"')))
        properties = shape._element.nvSpPr.nvPr
        properties.append(xml(f'<p:ph type="{kind}" sz="quarter" idx="{index}"/>'))
    slide.shapes.add_textbox(*(Inches(v) for v in (1, 2, 3, 1))).text_frame.text = "Main words"


def check_footers(read: Read) -> None:
    assert read.texts == ["Main words"]
    block = read.block("Prepared for Globex")
    assert (block.role, block.source) == (Role.FOOTER, Source.SLIDE)
    assert read.slide.blocks[-1].role is Role.FOOTER
    read.on_lines(block, BLUE)


CONSTRUCTS = (
    Construct("looks from the theme", themed, check_themed),
    Construct("looks from layout, master, holder and run", inherited, check_inherited, layout=BODY),
    Construct("cover", cover, check_cover, layout=0),
    Construct("master's words and picture", from_master, check_from_master),
    Construct("layout's words and picture", from_layout, check_from_layout, layout=FULL),
    Construct("footers", footers, check_footers),
)
