"""A deck that holds all that a new order may hurt, and variants of it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pptx
from PIL import Image
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Inches

from sowhat.export.copy.made import make
from sowhat.export.copy.plan import Made, Plan, Remark
from sowhat.read import kind_of
from tests.read.pptx_factory import NAMES, P, R, words, xml

TITLES = ("Welcome", "Products", "Prices", "Your goals", "Your plan", "Logos")
NEW = (1, 4, 5, 2, 3, 6)
DATE, UTC = "2026-05-01T10:00:00.000", "2026-05-01T08:00:00.000"
MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
MODERN = "http://schemas.microsoft.com/office/2018/10/relationships"
P188 = "http://schemas.microsoft.com/office/powerpoint/2018/8/main"
COMMAND = "http://schemas.microsoft.com/office/powerpoint/2013/main/command"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
STRICT = (
    ("officeDocument/2006/extended-properties", "officeDocument/extendedProperties"),
    ("officeDocument/2006/", "officeDocument/"),
    ("presentationml/2006/", "presentationml/"),
    ("drawingml/2006/", "drawingml/"),
)
Change = Callable[[str, bytes], bytes]


def plan(slides: tuple[int, ...] = NEW, **values: Any) -> Plan:
    """A plan with the words that every plan has."""
    named = {"section": "Appendix", "author": "SoWhat", "initials": "SW", "date": DATE, "utc": UTC}
    return Plan(slides, **{**named, **values})


def remark(slide: int, text: str, x: float = 0.25, y: float = 0.5) -> Remark:
    """A comment on a slide."""
    return Remark(slide, x, y, text)


def copied(path: Path, wanted: Plan, name: str = "") -> tuple[Path, Made]:
    """Make a copy in this process, without the worker."""
    import hashlib

    out = path.with_name(name or f"copy-{path.name}")
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    assert kind_of(path)
    return out, make(str(path), sha256, str(out), str(out), wanted)


def rich(path: Path, extra: Callable[[Any], None] | None = None) -> Path:
    """Save six slides with sections, a custom show, a range to show, links between slides, a
    hidden slide, notes, an animation, a film, a picture and titles among the file's properties."""
    deck = pptx.Presentation()
    for title in TITLES:
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = title
    slides = list(deck.slides)
    button = words(slides[1], "To your plan")
    button.click_action.target_slide = slides[4]
    _click(words(slides[1], "Onwards"), 'action="ppaction://hlinkshowjump?jump=nextslide"')
    slides[2]._element.set("show", "0")
    slides[3].notes_slide.notes_text_frame.text = "Ask for their goals."
    slides[3]._element.append(_timing(slides[3].shapes.title.shape_id))
    picture = io.BytesIO()
    Image.new("RGB", (30, 20), "red").save(picture, "PNG")
    slides[5].shapes.add_picture(picture, Inches(1), Inches(1))
    place = (Inches(4), Inches(4), Inches(2), Inches(2))
    slides[5].shapes.add_movie(io.BytesIO(b"film" * 999), *place, mime_type="video/mp4")
    _divided(deck)
    _titled(deck)
    if extra is not None:
        extra(deck)
    deck.save(str(path))
    return path


def _click(shape: Any, action: str) -> None:
    named = shape._element.nvSpPr.cNvPr
    named.append(xml(f'<a:hlinkClick r:id="" {action}/>'))


def _timing(shape: int) -> Any:
    return xml(
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" nodeType="tmRoot"/></p:par>'
        f'</p:tnLst><p:bldLst><p:bldP spid="{shape}" grpId="0"/></p:bldLst></p:timing>'
    )


def _divided(deck: Any) -> None:
    """Add three sections, a custom show of slides 5 and 2, and a show of slides 4 and 5."""
    root = deck.part._element
    entries = list(root.sldIdLst)
    parts = (("Us", entries[:3]), ("You", entries[3:5]), ("Proof", entries[5:]))
    sections = "".join(_section(at, *part) for at, part in enumerate(parts))
    show = "".join(f'<p:sld r:id="{entries[at].rId}"/>' for at in (4, 1))
    shows = f'<p:custShow name="Short" id="0"><p:sldLst>{show}</p:sldLst></p:custShow>'
    at = list(root).index(root.find(f"{{{P}}}notesSz")) + 1
    root.insert(at, xml(f"<p:custShowLst>{shows}</p:custShowLst>"))
    root.append(
        xml(
            '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
            f"<p14:sectionLst>{sections}</p14:sectionLst></p:ext></p:extLst>"
        )
    )
    properties = next(r for r in deck.part.rels.values() if r.reltype.endswith("/presProps"))
    properties.target_part._blob = (
        f'<p:presentationPr {NAMES}><p:showPr><p:sldRg st="4" end="5"/></p:showPr>'
        "</p:presentationPr>"
    ).encode()


def _section(at: int, name: str, entries: list[Any]) -> str:
    listed = "".join(f'<p14:sldId id="{entry.id}"/>' for entry in entries)
    return (
        f'<p14:section name="{name}" id="{{0000000{at}-0000-4000-8000-000000000000}}">'
        f"<p14:sldIdLst>{listed}</p14:sldIdLst></p14:section>"
    )


def _titled(deck: Any) -> None:
    known = deck.part.package.iter_parts()
    part = next(part for part in known if str(part.partname) == "/docProps/app.xml")
    titles = "".join(f"<vt:lpstr>{title}</vt:lpstr>" for title in ("Calibri", "Theme", *TITLES))
    pairs = "".join(
        f"<vt:variant><vt:lpstr>{name}</vt:lpstr></vt:variant>"
        f"<vt:variant><vt:i4>{count}</vt:i4></vt:variant>"
        for name, count in (("Fonts", 1), ("Theme", 1), ("Slide Titles", len(TITLES)))
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006"
    part._blob = (
        f'<Properties xmlns="{office}/extended-properties" xmlns:vt="{office}/docPropsVTypes">'
        f"<Slides>{len(TITLES)}</Slides><Notes>1</Notes><HiddenSlides>1</HiddenSlides>"
        f'<HeadingPairs><vt:vector size="6" baseType="variant">{pairs}</vt:vector></HeadingPairs>'
        f'<TitlesOfParts><vt:vector size="8" baseType="lpstr">{titles}</vt:vector></TitlesOfParts>'
        "</Properties>"
    ).encode()


def with_classic(deck: Any) -> None:
    """Add a classic comment of Kim Roe on the second slide."""
    authors = (
        f'<p:cmAuthorLst xmlns:p="{P}"><p:cmAuthor id="4" name="Kim Roe" initials="KR" '
        'lastIdx="7" clrIdx="3"/></p:cmAuthorLst>'
    )
    listed = (
        f'<p:cmLst xmlns:p="{P}"><p:cm authorId="4" dt="2026-01-01T10:00:00" idx="7">'
        '<p:pos x="10" y="10"/><p:text>Theirs</p:text></p:cm></p:cmLst>'
    )
    kind = "application/vnd.openxmlformats-officedocument.presentationml."
    _typed(
        deck.part,
        "/ppt/commentAuthors.xml",
        authors,
        f"{R}/commentAuthors",
        f"{kind}commentAuthors+xml",
    )
    slide = deck.slides[1].part
    _typed(slide, "/ppt/comments/comment1.xml", listed, f"{R}/comments", f"{kind}comments+xml")


def with_threads(deck: Any) -> None:
    """Add a thread of Kim Roe on the second slide, as PowerPoint writes them."""
    id_ = deck.part._element.sldIdLst[1].id
    authors = (
        f'<p188:authorLst xmlns:p188="{P188}"><p188:author '
        'id="{11111111-2222-4333-8444-555555555555}" name="Kim Roe" initials="KR" '
        'userId="kim@acme.example" providerId="AD"/></p188:authorLst>'
    )
    listed = (
        f'<p188:cmLst xmlns:p188="{P188}" xmlns:a="{A}"><p188:cm '
        'id="{A1B2C3D4-0000-4000-8000-000000000001}" '
        'authorId="{11111111-2222-4333-8444-555555555555}" created="2026-01-01T10:00:00.000">'
        f'<pc:sldMkLst xmlns:pc="{COMMAND}"><pc:docMk/><pc:sldMk cId="0" sldId="{id_}"/>'
        '</pc:sldMkLst><p188:pos x="0" y="0"/><p188:txBody><a:bodyPr/><a:lstStyle/>'
        "<a:p><a:r><a:t>Theirs</a:t></a:r></a:p></p188:txBody></p188:cm></p188:cmLst>"
    )
    kind = "application/vnd.ms-powerpoint."
    _typed(deck.part, "/ppt/authors.xml", authors, f"{MODERN}/authors", f"{kind}authors+xml")
    slide = deck.slides[1]
    name = "/ppt/comments/modernComment_101_0.xml"
    relation = _typed(slide.part, name, listed, f"{MODERN}/comments", f"{kind}comments+xml")
    slide._element.append(
        xml(
            '<p:extLst><p:ext uri="{6950BFC3-D8DA-4A85-94F7-54DA5524770B}">'
            f'<p188:commentRel xmlns:p188="{P188}" r:id="{relation}"/></p:ext></p:extLst>'
        )
    )


def with_macros(deck: Any) -> None:
    """Add macros."""
    kind = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    _typed(deck.part, "/ppt/vbaProject.bin", "macros", kind, "application/vnd.ms-office.vbaProject")


def _typed(owner: Any, name: str, data: str, kind: str, content_type: str) -> str:
    made = Part(PackURI(name), content_type, owner.package, data.encode())
    relation: str = owner.relate_to(made, kind)
    return relation


def changed(path: Path, name: str, change: Change) -> Path:
    """Save a deck anew with each part changed."""
    target = path.with_name(name)
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as made:
        for entry in source.namelist():
            made.writestr(entry, change(entry, source.read(entry)))
    return target


def as_type(path: Path, name: str, content_type: str) -> Path:
    """Save a deck as another kind of PowerPoint file."""
    return changed(path, name, lambda _, data: data.replace(MAIN.encode(), content_type.encode()))


def strict(path: Path) -> Path:
    """Save a deck in strict OOXML."""

    def change(name: str, data: bytes) -> bytes:
        if not name.endswith((".xml", ".rels")):
            return data
        for loose, tight in STRICT:
            old = f"http://schemas.openxmlformats.org/{loose}".encode()
            data = data.replace(old, f"http://purl.oclc.org/ooxml/{tight}".encode())
        return re.sub(rb"<p:presentation ", b'<p:presentation conformance="strict" ', data)

    return changed(path, f"strict-{path.name}", change)
