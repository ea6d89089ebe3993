"""The PowerPoint template of the sample decks: theme, master, three layouts."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR as THEME_COLOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.oxml.shapes.autoshape import CT_Shape
from pptx.oxml.shapes.picture import CT_Picture
from pptx.util import Pt

from samples import brand
from samples.canvas import HEIGHT, WIDTH, Frame
from samples.pictures.logos import vendor_logo

PANOSE = "020F0502020204030204"  # as Calibri's, which programs without Carlito then take
COLORS = {
    brand.INK: THEME_COLOR.TEXT_1,
    brand.WHITE: THEME_COLOR.BACKGROUND_1,
    brand.NAVY: THEME_COLOR.TEXT_2,
    brand.MIST: THEME_COLOR.BACKGROUND_2,
    brand.BLUE: THEME_COLOR.ACCENT_1,
    brand.CORAL: THEME_COLOR.ACCENT_2,
    brand.SLATE: THEME_COLOR.ACCENT_3,
    brand.SKY: THEME_COLOR.ACCENT_4,
    brand.GOLD: THEME_COLOR.ACCENT_5,
    brand.GREEN: THEME_COLOR.ACCENT_6,
}
_KEPT = {"Title Slide": "Cover", "Title Only": "Headline", "Section Header": "Closing"}
_TITLES = {
    "Cover": (brand.COVER_TITLE_AT, 44, "b"),
    "Headline": (brand.TITLE_AT, 30, "ctr"),
    "Closing": (brand.CLOSING_TITLE_AT, 44, "b"),
}
_SUBTITLES = {"Cover": brand.COVER_SUB_AT, "Closing": Frame(64, 300, 700, 60)}


def paint(color: Any, value: str) -> None:
    """Set python-pptx's ``color`` to the theme's colour where ``value`` is one."""
    if value in COLORS:
        color.theme_color = COLORS[value]
    else:
        color.rgb = RGBColor.from_string(value)  # type: ignore[no-untyped-call]


def place(shape: Any, at: Frame) -> None:
    """Put a python-pptx shape at ``at``."""
    shape.left, shape.top, shape.width, shape.height = (Pt(v) for v in (at.x, at.y, at.w, at.h))


def make() -> Any:
    """Return an empty presentation in the brand's look."""
    deck = Presentation()
    _unused(deck.part.package)
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    deck.element.find(qn("p:sldSz")).attrib.pop("type", None)
    for layout in list(deck.slide_layouts):
        if layout.name not in _KEPT:
            deck.slide_layouts.remove(layout)
    master = deck.slide_master
    _theme(master)
    _placeholders(master, "Headline")
    for layout in deck.slide_layouts:
        layout.name = _KEPT[layout.name]
        _placeholders(layout, layout.name)
        if layout.name == "Headline":
            _bar(layout)
            _logo(layout)
    return deck


def _unused(package: Any) -> None:
    """Drop the default template's thumbnail and printer settings."""
    for owner in (package, package.presentation_part):
        for key, relation in list(owner._rels.items()):
            if relation.reltype.endswith(("/thumbnail", "/printerSettings")):
                owner._rels.pop(key)


def _theme(master: Any) -> None:
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    xml = part.blob.decode("utf-8")
    for name, value in brand.THEME.items():
        color = f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
        xml = re.sub(rf"<a:{name}>.*?</a:{name}>", color, xml, flags=re.DOTALL)
    face = f'<a:latin typeface="{brand.FAMILY}" panose="{PANOSE}"/>'
    xml = re.sub(r'<a:latin typeface="[^"]+"[^>]*/>', face, xml)
    xml = re.sub(r'name="Office Theme"', f'name="{brand.VENDOR}"', xml)
    part._blob = xml.encode("utf-8")  # python-pptx has no door to the theme


def _placeholders(holder: Any, layout: str) -> None:
    """Put the placeholders of a layout or the master in their places."""
    for shape in list(holder.placeholders):
        kind = shape.placeholder_format.type
        name = str(kind).split(" ")[0]
        if name in ("TITLE", "CENTER_TITLE"):
            at, size, anchor = _TITLES[layout]
            place(shape, at)
            _level(shape, size, anchor, brand.NAVY)
        elif name in ("SUBTITLE", "BODY") and layout in _SUBTITLES:
            place(shape, _SUBTITLES[layout])
            _level(shape, 20, "t", brand.SLATE)
        elif name == "BODY":
            place(shape, Frame(brand.LEFT, brand.TOP, 864, brand.BOTTOM - brand.TOP))
        elif name == "FOOTER":
            place(shape, brand.FOOTER_AT)
            _level(shape, brand.FOOTER_SIZE, "t", brand.SLATE)
        elif name == "SLIDE_NUMBER":
            place(shape, brand.NUMBER_AT)
            _level(shape, brand.FOOTER_SIZE, "t", brand.SLATE, align="r")
        else:
            shape._element.getparent().remove(shape._element)


def _level(shape: Any, size: float, anchor: str, color: str, align: str = "l") -> None:
    """Set what a placeholder's words look like: in its own list style, without insets."""
    body = shape.text_frame._txBody
    properties = body.find(qn("a:bodyPr"))
    for child in list(properties):
        properties.remove(child)
    properties.attrib.update({"lIns": "0", "tIns": "0", "rIns": "0", "bIns": "0", "anchor": anchor})
    styles = body.find(qn("a:lstStyle"))
    for child in list(styles):
        styles.remove(child)
    bold = int(size > 24)
    scheme = next(key for key, value in brand.THEME.items() if value == color)
    scheme = {"dk2": "tx2", "dk1": "tx1"}.get(scheme, scheme)
    styles.append(
        parse_xml(
            f'<a:lvl1pPr {nsdecls("a")} marL="0" indent="0" algn="{align}">'
            '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef>'
            f'<a:buNone/><a:defRPr sz="{round(size * 100)}" b="{bold}" cap="none">'
            f'<a:solidFill><a:schemeClr val="{scheme}"/></a:solidFill></a:defRPr></a:lvl1pPr>'
        )
    )


def _bar(layout: Any) -> None:
    at = brand.BAR_AT
    sizes = (Pt(at.x), Pt(at.y), Pt(at.w), Pt(at.h))
    shape = CT_Shape.new_autoshape_sp(91, "Bar", "rect", *sizes)
    shape.remove(shape.find(qn("p:style")))
    fill = f'<a:solidFill {nsdecls("a")}><a:schemeClr val="accent2"/></a:solidFill>'
    shape.spPr.append(parse_xml(fill))
    layout.shapes._spTree.append(shape)


def _logo(layout: Any) -> None:
    _, relation = layout.part.get_or_add_image_part(BytesIO(vendor_logo()))
    at = brand.LOGO_AT
    sizes = (Pt(at.x), Pt(at.y), Pt(at.w), Pt(at.h))
    name = f"{brand.VENDOR} logo"
    new_picture: Any = CT_Picture.new_pic
    picture = new_picture(90, name, name, relation, *sizes)
    layout.shapes._spTree.append(picture)


def footers(slide: Any, number: int) -> None:
    """Give a slide the footer and the slide number of its layout."""
    tree = slide.shapes._spTree
    field = (
        '<a:fld id="{6F0C2B5A-8D3E-4C1B-9A57-2E41D0C7B8F1}" type="slidenum"><a:rPr lang="en-GB"/>'
        f"<a:t>{number}</a:t></a:fld>"
    )
    words = f'<a:r><a:rPr lang="en-GB"/><a:t>{brand.FOOTER}</a:t></a:r>'
    kinds = {"FOOTER": ("ftr", words), "SLIDE_NUMBER": ("sldNum", field)}
    for holder in slide.slide_layout.placeholders:
        kind = str(holder.placeholder_format.type).split(" ")[0]
        if kind not in kinds:
            continue
        tag, content = kinds[kind]
        ident = max(int(i) for i in tree.xpath("//p:cNvPr/@id")) + 1
        index = holder.placeholder_format.idx
        tree.append(
            parse_xml(
                f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr>"
                f'<p:cNvPr id="{ident}" name="{kind.title()} {ident}"/>'
                '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
                f'<p:nvPr><p:ph type="{tag}" sz="quarter" idx="{index}"/></p:nvPr></p:nvSpPr>'
                f"<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>{content}</a:p></p:txBody></p:sp>"
            )
        )
