"""Kinds whose relations lead outside, nowhere, in circles, or to the wrong kind of part."""

from __future__ import annotations

from tests.hostile import OPENS, Hostile
from tests.hostile.powerpoint.parts import (
    MAIN,
    MAIN_RELATIONS,
    SLIDE_RELATIONS,
    TYPES,
    Change,
    Parts,
    changed,
    replaced,
    shapes,
)

KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROOT = "_rels/.rels"
LAYOUT_RELATIONS = "ppt/slideLayouts/_rels/slideLayout6.xml.rels"
MASTER_RELATIONS = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
LOST = ("shape",)


def related(part: str, *links: tuple[str, str, str], outside: bool = True) -> Change:
    """Return the change that adds relations to a part's: id, kind and target."""
    mode = ' TargetMode="External"' if outside else ""
    made = "".join(
        f'<Relationship Id="{key}" Type="{KIND}/{kind}" Target="{target}"{mode}/>'
        for key, kind, target in links
    )
    return replaced(part, b"</Relationships>", f"{made}</Relationships>".encode())


def led(part: str, old: str, new: str) -> Change:
    """Return the change that leads a relation of a part elsewhere."""
    return replaced(part, f'Target="{old}"'.encode(), f'Target="{new}"'.encode())


def _outside(part: str, old: str, new: str) -> Change:
    return replaced(
        part, f'Target="{old}"'.encode(), f'Target="{new}" TargetMode="External"'.encode()
    )


def _click(key: str, more: str = "") -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="7" name="c"><a:hlinkClick r:id="{key}" {more}/></p:cNvPr>'
        '<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="900" cy="900"/></a:xfrm></p:spPr></p:sp>'
    )


_PLACES = (
    "http://127.0.0.1:9/", "file:///etc/passwd", "\\\\127.0.0.1\\share\\x.exe",
    "javascript:alert(1)", "data:text/html,x", "ms-word:ofe|u|http://127.0.0.1:9/",
    "search-ms:query=x", "C:\\Windows\\x.exe",
    "x" * 60_000, "http://[::1", "%00%0a%0d", " ",
)  # fmt: skip
_CLICKS = tuple((f"rIdL{n}", "hyperlink", place) for n, place in enumerate(_PLACES))
_FRAME = (
    '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="8" name="f"/><p:cNvGraphicFramePr/><p:nvPr/>'
    '</p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="9000000" cy="5000000"/></p:xfrm>'
    '<a:graphic><a:graphicData uri="x">{}</a:graphicData></a:graphic></p:graphicFrame>'
)
_C = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
_DGM = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'


def frame(content: str) -> Change:
    """Return the change that adds a graphic frame."""
    return shapes(_FRAME.format(content))


def _without_types(parts: Parts) -> None:
    start = parts[TYPES].index(b'<Override PartName="/ppt/slides/slide1.xml"')
    end = parts[TYPES].index(b"/>", start) + 2
    parts[TYPES] = parts[TYPES][:start] + parts[TYPES][end:]


def _many(parts: Parts) -> None:
    related(SLIDE_RELATIONS, *((f"rIdM{n}", "image", f"../media/{n}.png") for n in range(8_000)),
            outside=False)(parts)  # fmt: skip


KINDS = (
    Hostile("links of all kinds", OPENS, changed(
        related(SLIDE_RELATIONS, *_CLICKS), shapes("".join(_click(key) for key, *_ in _CLICKS)))),
    Hostile("clicks that run programs", OPENS, changed(
        related(SLIDE_RELATIONS, ("rIdL", "hyperlink", "calc.exe")),
        shapes(_click("rIdL", 'action="ppaction://program"')
               + _click("", 'action="ppaction://macro?name=AutoOpen"')
               + _click("rIdNo", 'action="ppaction://hlinkshowjump?jump=nowhere"')
               + _click("", 'action="ppaction://customshow?id=99999999999999999999"')))),
    Hostile("a main part from elsewhere", "damaged", changed(
        _outside(ROOT, "ppt/presentation.xml", "http://127.0.0.1:9/p.xml"))),
    Hostile("a slide from elsewhere", OPENS, changed(
        _outside(MAIN_RELATIONS, "slides/slide1.xml", "http://127.0.0.1:9/s.xml")), LOST),
    Hostile("a slide from above", OPENS, changed(
        led(MAIN_RELATIONS, "slides/slide1.xml", "../../../../../etc/passwd")), LOST),
    Hostile("a layout from elsewhere", OPENS, changed(
        _outside(SLIDE_RELATIONS, "../slideLayouts/slideLayout6.xml", "file:///etc/passwd"))),
    Hostile("a template from elsewhere", OPENS, changed(related(
        MAIN_RELATIONS, ("rIdT", "attachedTemplate", "http://127.0.0.1:9/t.potm")))),
    Hostile("objects from elsewhere", OPENS, changed(
        related(SLIDE_RELATIONS, ("rIdO", "oleObject", "file://127.0.0.1/x.xlsx"),
                ("rIdC", "chart", "http://127.0.0.1:9/c.xml"),
                ("rIdV", "video", "http://127.0.0.1:9/v.mp4")),
        frame('<p:oleObj r:id="rIdO" progId="Excel.Sheet.12"><p:link/></p:oleObj>'),
        frame(f'<c:chart {_C} r:id="rIdC"/>')), ("chart",)),
    Hostile("a slide that is its own layout", OPENS, changed(
        led(SLIDE_RELATIONS, "../slideLayouts/slideLayout6.xml", "slide1.xml"))),
    Hostile("a layout that is its own master", OPENS, changed(
        led(LAYOUT_RELATIONS, "../slideMasters/slideMaster1.xml", "slideLayout6.xml"))),
    Hostile("a master that is a slide", OPENS, changed(
        led(LAYOUT_RELATIONS, "../slideMasters/slideMaster1.xml", "../slides/slide1.xml"))),
    Hostile("a theme that is a picture", OPENS, changed(
        led(MASTER_RELATIONS, "../theme/theme1.xml", "../../docProps/thumbnail.jpeg"))),
    Hostile("a slide that is the main part", OPENS, changed(
        led(MAIN_RELATIONS, "slides/slide1.xml", "presentation.xml"))),
    Hostile("a chart that is its slide", OPENS, changed(
        related(SLIDE_RELATIONS, ("rIdC", "chart", "slide1.xml"), outside=False),
        frame(f'<c:chart {_C} r:id="rIdC"/>'))),
    Hostile("SmartArt that is its slide", OPENS, changed(
        related(SLIDE_RELATIONS, ("rIdD", "diagramData", "slide1.xml"), outside=False),
        frame(f'<dgm:relIds {_DGM} r:dm="rIdD" r:lo="rIdD" r:qs="rIdD" r:cs="rIdD"/>'))),
    Hostile("relations with one id", OPENS, changed(related(
        SLIDE_RELATIONS, *(("rId1", "image", f"../media/{n}.png") for n in range(9)),
        outside=False))),
    Hostile("relations without a part", OPENS, changed(related(
        SLIDE_RELATIONS, ("rIdA", "image", ""), ("rIdB", "image", "#x"), ("rIdC", "image", "NULL"),
        ("rIdD", "image", "http://127.0.0.1:9/a.png"), ("", "", ""), outside=False))),
    Hostile("8,000 relations", OPENS, changed(_many)),
    Hostile("no type for the slide", OPENS, changed(_without_types), LOST),
    Hostile("no slides", "no-slides", changed(replaced(
        MAIN, b"<p:sldIdLst>", b"<p:extLst>"), replaced(MAIN, b"</p:sldIdLst>", b"</p:extLst>"))),
    Hostile("slides that are not there", OPENS, changed(replaced(
        MAIN, b"</p:sldIdLst>", b'<p:sldId id="900" r:id="rIdNo"/><p:sldId/></p:sldIdLst>')), LOST),
    Hostile("sections and shows without end", OPENS, changed(replaced(
        MAIN, b"</p:presentation>", ('<p:custShowLst>' + "".join(
            f'<p:custShow name="{n}" id="{n}"><p:sldLst><p:sld r:id="rId2"/></p:sldLst>'
            "</p:custShow>"
            for n in range(5_000)) + "</p:custShowLst></p:presentation>").encode()))),
)  # fmt: skip
