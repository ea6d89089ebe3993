"""Decks that try to reach the network, other files or other programs: each names the canaries."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pptx
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image
from pptx.util import Inches

from tests import decks

Part = Callable[[bytes], bytes]
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True, slots=True)
class Canaries:
    """What must stay untouched: an address, a file, and a program that would leave a trace."""

    address: str
    file: Path
    program: Path

    @property
    def uri(self) -> str:
        """The file as an address."""
        return self.file.as_uri()


Make = Callable[[Path, Canaries], None]


def _changed(path: Path, changes: dict[str, Part], more: dict[str, bytes] | None = None) -> None:
    """Save a deck of one slide with parts changed and added."""
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "About Acme"
    slide.placeholders[1].text = "Your controllers re-key 1,200 invoices a month."
    slide.notes_slide.notes_text_frame.text = "Ask first."
    deck.save(str(path))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, change in changes.items():
        parts[name] = change(parts[name])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**parts, **(more or {})}.items():
            archive.writestr(name, data)


SLIDE = "ppt/slides/slide1.xml"
RELATIONS = "ppt/slides/_rels/slide1.xml.rels"


def _related(kind: str, target: str, ident: str = "rId99") -> Part:
    said = (
        f'<Relationship Id="{ident}" Type="{REL}/{kind}" Target="{target}" TargetMode="External"/>'
    )
    return lambda data: data.replace(b"</Relationships>", said.encode() + b"</Relationships>")


def _inserted(said: str) -> Part:
    return lambda data: data.replace(b"</p:spTree>", said.encode() + b"</p:spTree>")


def _picture(attributes: str, inner: str = "") -> str:
    return (
        '<p:pic xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'xmlns:r="{REL}"><p:nvPicPr><p:cNvPr id="77" name="x"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
        f"<p:blipFill><a:blip {attributes}>{inner}</a:blip><a:stretch><a:fillRect/></a:stretch>"
        '</p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="3000000" cy="3000000"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def _linked(kind: str, target: Callable[[Canaries], str], inserted: str = "") -> Make:
    def make(path: Path, canaries: Canaries) -> None:
        changes = {RELATIONS: _related(kind, target(canaries))}
        if inserted:
            changes[SLIDE] = _inserted(inserted)
        _changed(path, changes)

    return make


def _entities(declared: Callable[[Canaries], str]) -> Make:
    def make(path: Path, canaries: Canaries) -> None:
        head = f"<!DOCTYPE x [{declared(canaries)}]>".encode()

        def change(data: bytes) -> bytes:
            end = data.index(b"?>") + 2
            return data[:end] + head + data[end:].replace(b"About Acme", b"About &amp; &e;")

        _changed(path, {SLIDE: change})

    return make


def _svg(path: Path, canaries: Canaries) -> None:
    """A drawing that names pictures, styles and entities elsewhere, beside its bitmap."""
    svg = (
        f'<?xml version="1.0"?><?xml-stylesheet href="{canaries.address}/style.css"?>'
        f'<!DOCTYPE svg [<!ENTITY e SYSTEM "{canaries.uri}">]>'
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="300" height="300"><style>@import url("{canaries.address}/i.css");</style>'
        f'<image href="{canaries.uri}" width="100" height="100"/>'
        f'<image xlink:href="{canaries.address}/p.png" width="100" height="100"/>'
        f'<use href="{canaries.uri}#a"/><text y="50">&e;</text></svg>'
    )
    data = io.BytesIO()
    Image.new("RGB", (300, 300), "navy").save(data, "PNG")
    kinds = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
    inner = (
        '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
        f'<asvg:svgBlip xmlns:asvg="{kinds}" r:embed="rId98"/></a:ext></a:extLst>'
    )
    said = "".join(
        f'<Relationship Id="{ident}" Type="{REL}/image" Target="../media/{name}"/>'
        for ident, name in (("rId98", "x.svg"), ("rId99", "x.png"))
    )
    types = b'<Default Extension="svg" ContentType="image/svg+xml"/>'
    types += b'<Default Extension="png" ContentType="image/png"/></Types>'
    _changed(
        path,
        {
            SLIDE: _inserted(_picture('r:embed="rId99"', inner)),
            RELATIONS: lambda d: d.replace(b"</Relationships>", f"{said}</Relationships>".encode()),
            "[Content_Types].xml": lambda data: data.replace(b"</Types>", types),
        },
        {"ppt/media/x.svg": svg.encode(), "ppt/media/x.png": data.getvalue()},
    )


def _clicks(path: Path, canaries: Canaries) -> None:
    """Links to everything a link can lead to."""
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    targets = (
        canaries.address,
        canaries.uri,
        canaries.program.as_uri(),
        f"javascript:x('{canaries.uri}')",
        r"\\canary.invalid\share\x",
        "data:text/html,x",
        "ms-settings:x",
        "mailto:a@canary.invalid",
    )
    for row, target in enumerate(targets):
        frame = slide.shapes.add_textbox(0, Inches(row), Inches(5), Inches(1)).text_frame
        frame.text = "Click here for the price of nine days"
        frame.paragraphs[0].runs[0].hyperlink.address = target
    deck.save(str(path))


def _pdf(fill: Callable[[Pdf, Canaries], None]) -> Make:
    def make(path: Path, canaries: Canaries) -> None:
        decks.customer_pdf(path)
        with Pdf.open(path, allow_overwriting_input=True) as pdf:
            del pdf.pages[1:]
            fill(pdf, canaries)
            pdf.save(path)

    return make


def _opens(pdf: Pdf, canaries: Canaries) -> None:
    launch = Dictionary(S=Name.Launch, F=String(str(canaries.program)))
    script = f"app.launchURL('{canaries.address}'); this.submitForm('{canaries.address}')"
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(script), Next=launch)
    pdf.Root.AA = Dictionary(WC=launch)
    pdf.pages[0].obj.AA = Dictionary(O=launch)


def _submits(pdf: Pdf, canaries: Canaries) -> None:
    address = Dictionary(FS=Name.URL, F=String(canaries.address))
    action = Dictionary(S=Name.SubmitForm, F=address)
    field = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("a"), V=String("b"),
        Rect=Array([10, 10, 90, 40]), A=action, AA=Dictionary(K=action, F=action, C=action),
    )  # fmt: skip
    made = pdf.make_indirect(field)
    pdf.pages[0].obj.Annots = Array([made])
    pdf.Root.AcroForm = Dictionary(Fields=Array([made]), NeedAppearances=True)


def _elsewhere(pdf: Pdf, canaries: Canaries) -> None:
    """Pages whose pictures, forms and films are said to lie in other files."""
    outer = Dictionary(Type=Name.Filespec, F=String(str(canaries.file)))
    image = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Image, Width=9, Height=9,
                            ColorSpace=Name.DeviceGray, BitsPerComponent=8, F=outer)  # fmt: skip
    form = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]),
                           Ref=Dictionary(F=outer, Page=0))  # fmt: skip
    page = pdf.pages[0]
    names = [page.add_resource(made, Name.XObject) for made in (image, form)]
    page.contents_add(" ".join(f"q 90 0 0 90 9 9 cm {name} Do Q" for name in names).encode())
    film = Dictionary(Type=Name.Annot, Subtype=Name.Movie, Rect=Array([0, 0, 90, 90]),
                      Movie=Dictionary(F=outer), A=True)  # fmt: skip
    page.obj.Annots = Array([pdf.make_indirect(film)])


def _leads(pdf: Pdf, canaries: Canaries) -> None:
    def link(action: Dictionary) -> pikepdf.Object:
        box = Array([0, 0, 90, 90])
        return pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=box, A=action))

    pdf.pages[0].obj.Annots = Array(
        [
            link(Dictionary(S=Name.URI, URI=String(canaries.address))),
            link(Dictionary(S=Name.URI, URI=String(canaries.uri))),
            link(Dictionary(S=Name.Launch, F=String(str(canaries.program)))),
            link(Dictionary(S=Name.GoToR, F=String(str(canaries.file)), D=Array([0, Name.Fit]))),
        ]
    )


def _attached(pdf: Pdf, canaries: Canaries) -> None:
    pdf.attachments["run.sh"] = pikepdf.AttachedFileSpec.from_filepath(pdf, canaries.program)
    forms = (
        f'<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><a href="{canaries.address}"/></xdp:xdp>'
    )
    xfa = pdf.make_stream(forms.encode())
    pdf.Root.AcroForm = Dictionary(Fields=Array(), XFA=xfa)


_ADDRESS: Callable[[Canaries], str] = lambda canaries: f"{canaries.address}/picture.png"  # noqa: E731
_FILE: Callable[[Canaries], str] = lambda canaries: canaries.uri  # noqa: E731
_UNC: Callable[[Canaries], str] = lambda _: r"\\canary.invalid\share\picture.png"  # noqa: E731
_PLAIN: Callable[[Canaries], str] = lambda canaries: str(canaries.file)  # noqa: E731


def _acts(pdf: Pdf, canaries: Canaries) -> None:
    for fill in (_opens, _attached, _leads):
        fill(pdf, canaries)


DECKS: dict[str, Make] = {
    "picture-from-the-web.pptx": _linked("image", _ADDRESS, _picture('r:link="rId99"')),
    "picture-from-a-file.pptx": _linked("image", _FILE, _picture('r:link="rId99"')),
    "picture-from-a-path.pptx": _linked("image", _PLAIN, _picture('r:link="rId99"')),
    "picture-from-a-share.pptx": _linked("image", _UNC, _picture('r:link="rId99"')),
    "picture-said-to-be-within.pptx": _linked("image", _FILE, _picture('r:embed="rId99"')),
    "layout-from-the-web.pptx": _linked("slideLayout", _ADDRESS),
    "notes-from-a-file.pptx": _linked("notesSlide", _FILE),
    "film-from-the-web.pptx": _linked("video", _ADDRESS),
    "frame-from-the-web.pptx": _linked("frame", _ADDRESS),
    "object-from-a-file.pptx": _linked("oleObject", _FILE),
    "entity-from-a-file.pptx": _entities(lambda c: f'<!ENTITY e SYSTEM "{c.uri}">'),
    "entity-from-the-web.pptx": _entities(lambda c: f'<!ENTITY e SYSTEM "{c.address}/e">'),
    "types-from-the-web.pptx": _entities(
        lambda c: f'<!ENTITY % d SYSTEM "{c.address}/d.dtd"> %d; <!ENTITY e "x">'
    ),
    "drawing.pptx": _svg,
    "links.pptx": _clicks,
    "acts.pdf": _pdf(_acts),
    "form.pdf": _pdf(_submits),
    "elsewhere.pdf": _pdf(_elsewhere),
    "links.pdf": _pdf(_leads),
    "opens-itself.pdf": _pdf(_opens),
}
