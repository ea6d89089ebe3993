"""Kinds whose slides are too much, or nowhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.hostile import OPENS, Hostile
from tests.hostile.powerpoint.parts import (
    MAIN,
    MAIN_RELATIONS,
    SLIDE,
    TYPES,
    Change,
    Parts,
    changed,
    plain,
    replaced,
    shapes,
)

SHAPE = ("shape",)
PLACE = '<a:off x="914400" y="914400"/><a:ext cx="2743200" cy="457200"/>'


def box(text: str = "word", place: str = PLACE, run: str = "", body: str = "<a:bodyPr/>") -> str:
    """Return a text box."""
    words = f"<a:p><a:r><a:rPr {run}/><a:t>{text}</a:t></a:r></a:p>" if text[:1] != "<" else text
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="9" name="b"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm>{place}</a:xfrm><a:prstGeom prst="rect"/></p:spPr>'
        f"<p:txBody>{body}<a:lstStyle/>{words}</p:txBody></p:sp>"
    )


def groups(depth: int, inner: str = "") -> str:
    """Return groups in groups."""
    return "<p:grpSp><p:nvGrpSpPr/><p:grpSpPr/>" * depth + inner + "</p:grpSp>" * depth


def sized(width: str, height: str) -> Change:
    """Return the change that gives the slides a size in EMU."""

    def change(parts: Parts) -> None:
        size = f'<p:sldSz cx="{width}" cy="{height}"/>'.encode()
        old = parts[MAIN].index(b"<p:sldSz")
        end = parts[MAIN].index(b"/>", old) + 2
        parts[MAIN] = parts[MAIN][:old] + size + parts[MAIN][end:]

    return change


def _places(*values: str) -> str:
    return "".join(
        box(place=f'<a:off x="{x}" y="{x}"/><a:ext cx="{x}" cy="{x}"/>') for x in values
    ) + "".join(
        box(place=f'<a:off x="{x}" y="1"/><a:ext cx="{y}" cy="9"/>') for x in values for y in values
    )


def _listed(count: int) -> Change:
    """Name the one slide so often in the deck's list."""

    def change(parts: Parts) -> None:
        start = parts[MAIN].index(b"<p:sldId ")
        end = parts[MAIN].index(b"/>", start) + 2
        one = parts[MAIN][start:end]
        again = (one.replace(b'id="256"', b'id="%d"' % (256 + n)) for n in range(count))
        parts[MAIN] = parts[MAIN][:start] + b"".join(again) + parts[MAIN][end:]

    return change


def _slides(count: int, more: str = "") -> Change:
    """Make so many slides of the one."""

    def change(parts: Parts) -> None:
        slide = plain()[SLIDE].replace(b"</p:spTree>", more.encode() + b"</p:spTree>")
        relations = parts["ppt/slides/_rels/slide1.xml.rels"]
        ids, links, types = [], [], []
        for n in range(2, count + 1):
            parts[f"ppt/slides/slide{n}.xml"] = slide.replace(b"nine days", b"%d days" % n)
            parts[f"ppt/slides/_rels/slide{n}.xml.rels"] = relations
            ids.append(f'<p:sldId id="{1000 + n}" r:id="rIdS{n}"/>')
            links.append(
                f'<Relationship Id="rIdS{n}" Type="{_TYPE}" Target="slides/slide{n}.xml"/>'
            )
            types.append(f'<Override PartName="/ppt/slides/slide{n}.xml" ContentType="{_SLIDE}"/>')
        replaced(MAIN, b"</p:sldIdLst>", "".join((*ids, "</p:sldIdLst>")).encode())(parts)
        end = "</Relationships>"
        replaced(MAIN_RELATIONS, end.encode(), "".join((*links, end)).encode())(parts)
        replaced(TYPES, b"</Types>", "".join((*types, "</Types>")).encode())(parts)

    return change


_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide"
_SLIDE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
_FONTS = "".join(f'<a:r><a:rPr><a:latin typeface="Face {n}"/></a:rPr><a:t>w</a:t></a:r>'
                 for n in range(5_000))  # fmt: skip
_ODD_SETTINGS = "".join(
    box(f"<a:p><a:pPr {paragraph}>{inner}</a:pPr><a:r><a:rPr {run}/><a:t>odd</a:t></a:r></a:p>")
    for paragraph, inner, run in (
        ('lvl="99" marL="-9999999999" indent="99999999999"', "", 'sz="0"'),
        ('lvl="-3"', '<a:lnSpc><a:spcPct val="-100000"/></a:lnSpc>', 'sz="-400"'),
        ("", '<a:lnSpc><a:spcPct val="999999999"/></a:lnSpc>', 'sz="99999999"'),
        ("", '<a:buAutoNum type="romanLcPeriod" startAt="2000000000"/>', 'sz="NaN"'),
        ("", '<a:buAutoNum type="alphaUcPeriod" startAt="99999999"/>', 'spc="999999999"'),
        ('defTabSz="0"', '<a:tabLst><a:tab pos="-5"/><a:tab pos="inf"/></a:tabLst>', 'kern="-1"'),
    )
)
_ALTERNATIVES = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="p14">' * 60 + box("deep")
    + "</mc:Choice><mc:Fallback/></mc:AlternateContent>" * 60
)  # fmt: skip
_STARTS = "".join(f'<p:spTgt spid="{n}"/>' for n in range(50_000))


def _text(words: str, count: int = 1) -> Callable[[Path], Path]:
    return changed(shapes(box("".join(f"<a:p><a:r><a:t>{words}</a:t></a:r></a:p>" * count))))


KINDS = (
    Hostile("100,000 shapes", OPENS, changed(shapes("<p:sp><p:nvSpPr/></p:sp>" * 100_000)), SHAPE),
    Hostile("15,000 boxes with words", OPENS, changed(shapes(box() * 15_000)), slow=True),
    Hostile("300 boxes with words", OPENS, changed(shapes(box() * 300))),
    Hostile("1,500 connectors and frames", OPENS,
            changed(shapes("<p:cxnSp/><p:graphicFrame/>" * 1_500))),
    Hostile("groups 120 deep", OPENS, changed(shapes(groups(120, box("deep"))))),
    Hostile("groups 240 deep", OPENS, changed(shapes(groups(240, box("deep")))), SHAPE),
    Hostile("groups 5,000 deep", OPENS, changed(shapes(groups(5_000, box("deep")))), SHAPE),
    Hostile("20,000 groups", OPENS, changed(shapes(groups(1, box()) * 10_000)), slow=True),
    Hostile("alternatives in alternatives", OPENS, changed(shapes(_ALTERNATIVES))),
    Hostile("3 MB of words in a run", OPENS, _text("about you and your team " * 125_000),
            gaps=("long-slide",)),
    Hostile("a word of 1 MB", OPENS, _text("a" * 1_000_000), gaps=("long-slide",)),
    Hostile("20,000 paragraphs", OPENS, _text("You pay late.", 20_000), gaps=("long-slide",)),
    Hostile("20,000 empty paragraphs", OPENS, changed(shapes(box("<a:p/>" * 20_000)))),
    Hostile("5,000 fonts", OPENS, changed(shapes(box(f"<a:p>{_FONTS}</a:p>"))),
            gaps=("font", "fonts")),
    Hostile("odd settings of text", OPENS, changed(shapes(_ODD_SETTINGS))),
    Hostile("a frame of no size", OPENS, changed(shapes(box(
        "narrow " * 300, '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/>')))),
    Hostile("NaN and giant places", OPENS, changed(shapes(_places(
        "NaN", "inf", "-inf", "1e400", "9" * 40, "-9223372036854775808", "", "0x10", "1.5")))),
    Hostile("turned beyond measure", OPENS, changed(shapes(
        box().replace("<a:xfrm>", '<a:xfrm rot="99999999999999999999" flipH="maybe">')))),
    Hostile("slides of no size", OPENS, changed(sized("0", "0"))),
    Hostile("slides of negative size", OPENS, changed(sized("-9144000", "-6858000"))),
    Hostile("slides of size NaN", OPENS, changed(sized("NaN", "inf"))),
    Hostile("giant slides", OPENS, changed(sized("99999999999", "99999999999"))),
    Hostile("slides like a thread", OPENS, changed(sized("1", "51206400"))),
    Hostile("slides like a ribbon", OPENS, changed(sized("51206400", "914"))),
    Hostile("one slide named 30,000 times", OPENS, changed(_listed(30_000)), gaps=("slides",),
            slow=True),
    Hostile("one slide named 100 times", OPENS, changed(_listed(100))),
    Hostile("300 slides of 50 boxes", OPENS, changed(_slides(300, box() * 50)), slow=True),
    Hostile("2,000 slides", OPENS, changed(_slides(2_000)), slow=True),
    Hostile("50,000 targets of animation", OPENS, changed(replaced(
        SLIDE, b"</p:cSld>", f"</p:cSld><p:timing>{_STARTS}</p:timing>".encode()))),
)  # fmt: skip
