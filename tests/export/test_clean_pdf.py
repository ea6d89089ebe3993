"""Cleaned PDF copies: no secret in the file, and pages that look as before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from reportlab.pdfgen.canvas import Canvas

from sowhat.errors import DeckError
from sowhat.export.copy.plan import Made, Plan, Trace
from tests.benchmarks.cleaned import everything
from tests.export.copies import copied

ALL = frozenset(Trace)
SECRETS = {
    Trace.PROPERTIES: ("SecretAuthor", "SecretXmp", "SecretPrivate"),
    Trace.COMMENTS: ("SecretRemark", "SecretStamp"),
    Trace.LINKS: ("secretserver", "SecretPlan"),
    Trace.FILES: ("SecretFile", "SecretInside"),
    Trace.ALT: ("SecretFolder",),
    Trace.LAYERS: ("SecretLayer", "Secret words"),
}
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    b'xmlns:pdf="http://ns.adobe.com/pdf/1.3/" pdf:Keywords="SecretXmp"/></rdf:RDF></x:xmpmeta>'
)
SHOWN = ("Your plan", "Seen on a layer", "After the layers")


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    plain = tmp_path / "plain.pdf"
    canvas = Canvas(str(plain), pagesize=(400, 300), invariant=True, pageCompression=0)
    canvas.setAuthor("SecretAuthor")
    for number in (1, 2):
        canvas.setFont("Helvetica", 20)
        canvas.drawString(30, 250, f"{SHOWN[0]} {number}")
        for address in ("http://secretserver.corp/x", "https://www.acme.example/public"):
            canvas.linkURL(address, (30, 240, 200, 270))
        canvas.showPage()
    canvas.save()
    with pikepdf.open(plain) as pdf:
        _properties(pdf)
        _remarks(pdf)
        _layers(pdf)
        pdf.attachments["SecretFile.txt"] = b"SecretInside"
        pdf.save(tmp_path / "deck.pdf")
    return tmp_path / "deck.pdf"


def _properties(pdf: Pdf) -> None:
    told = pdf.make_stream(XMP)
    told.Type, told.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = told
    page = pdf.pages[0].obj
    page.PieceInfo = Dictionary(Maker=Dictionary(Private=String("SecretPrivate")))
    figure = Dictionary(Type=Name.StructElem, S=Name.Figure, Alt=String(r"C:\SecretFolder\a.png"))
    root = Dictionary(Type=Name.StructTreeRoot, K=pdf.make_indirect(figure))
    pdf.Root.StructTreeRoot = pdf.make_indirect(root)


def _remarks(pdf: Pdf) -> None:
    rect = Array([300, 20, 320, 40])
    notes = pdf.pages[0].obj.Annots
    for kind, words in ((Name.Text, "SecretRemark"), (Name.Stamp, "SecretStamp")):
        note = Dictionary(Type=Name.Annot, Subtype=kind, Rect=rect, Contents=String(words))
        notes.append(pdf.make_indirect(note))
        pdf.Root.StructTreeRoot.K.K = Dictionary(Type=Name.OBJR, Obj=notes[-1])
    place = Dictionary(S=Name.Launch, F=Dictionary(Type=Name.Filespec, F=String("SecretPlan.xls")))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=rect, A=place)
    notes.append(pdf.make_indirect(link))


def _layers(pdf: Pdf) -> None:
    """Add a layer that is seen and one that is not, with words, a line, a picture and a form."""
    seen, off = (
        pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name)))
        for name in ("Shown", "SecretLayer")
    )
    shown = Dictionary(OFF=Array([off]), Order=Array([seen, off]))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([seen, off]), D=shown)
    picture, font = _picture(pdf), _font(pdf)
    form = pdf.make_stream(b"BT /F1 12 Tf 30 40 Td (Secret words in a form) Tj ET")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 400, 300])
    form.OC = off
    for page in pdf.pages:
        resources = page.obj.Resources
        resources.Properties = Dictionary(Seen=seen, Off=off)
        resources.XObject = Dictionary(Pic=picture, Form=form)
        page.contents_add(
            b"q /OC /Seen BDC BT /F1 14 Tf 30 200 Td (Seen on a layer) Tj ET EMC "
            b"/OC /Off BDC 1 0 0 rg BT /F1 14 Tf 30 170 Td (Secret words) Tj ET "
            b"0 0 50 50 re f q 60 0 0 60 200 100 cm /Pic Do Q /Span << >> BDC "
            b"10 10 m 90 90 l S EMC EMC /Form Do "
            b"BT /F1 14 Tf 30 100 Td (After the layers) Tj ET Q"
        )
        resources.Font[Name.F1] = font


def _font(pdf: Pdf) -> Any:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    return pdf.make_indirect(font)


def _picture(pdf: Pdf) -> Any:
    pixels = pdf.make_stream(bytes((0, 0, 128)) * 81)
    pixels.Type, pixels.Subtype, pixels.ColorSpace = Name.XObject, Name.Image, Name.DeviceRGB
    pixels.Width = pixels.Height = 9
    pixels.BitsPerComponent = 8
    return pixels


def drawn(path: Path) -> list[bytes]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.render(may_draw_forms=False, draw_annots=False).to_pil().tobytes()
                for page in document]  # fmt: skip
    finally:
        document.close()


def words_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return " ".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def there(path: Path) -> str:
    return everything(path) + words_of(path)


def test_no_secret_is_left_and_pages_look_the_same(deck: Path) -> None:
    out, made = copied(deck, Plan(clean=ALL))
    before, after = there(deck), there(out)
    secrets = [secret for listed in SECRETS.values() for secret in listed]
    assert [secret for secret in secrets if secret not in before] == []
    assert [secret for secret in secrets if secret in after] == []
    assert [words for words in SHOWN if words not in words_of(out)] == []
    assert "https://www.acme.example/public" in after
    assert drawn(out) == drawn(deck)
    assert {one.trace for one in made.removed} == set(SECRETS)


def test_what_was_removed_is_told(deck: Path) -> None:
    _, made = copied(deck, Plan(clean=ALL))
    told = [(one.trace, one.slide, one.text) for one in made.removed]
    assert (Trace.COMMENTS, 1, "SecretRemark") in told
    assert (Trace.LINKS, 1, "SecretPlan.xls") in told
    assert (Trace.LINKS, 2, "http://secretserver.corp/x") in told
    assert (Trace.LAYERS, None, "SecretLayer") in told
    assert (Trace.FILES, None, "SecretFile.txt") in told
    assert (Trace.PROPERTIES, None, "Author: SecretAuthor") in told


@pytest.mark.parametrize("kept", [Trace.COMMENTS, Trace.LINKS, Trace.ALT, Trace.PROPERTIES])
def test_what_is_kept_is_left_alone(kept: Trace, deck: Path) -> None:
    out, made = copied(deck, Plan(clean=ALL - {kept}))
    # What acts by itself goes in every copy, a link that starts a program too.
    wanted = [secret for secret in SECRETS[kept] if secret != "SecretPlan"]
    assert [secret for secret in wanted if secret not in there(out)] == []
    assert kept not in {one.trace for one in made.removed}


def test_a_layer_of_several_is_seen_as_its_rule_says(tmp_path: Path, deck: Path) -> None:
    with pikepdf.open(deck) as pdf:
        seen, off = pdf.Root.OCProperties.OCGs
        resources = pdf.pages[0].obj.Resources
        any_on = Dictionary(Type=Name.OCMD, OCGs=Array([seen, off]))
        all_on = Dictionary(Type=Name.OCMD, OCGs=Array([seen, off]), P=Name.AllOn)
        resources.Properties = Dictionary(
            Any=pdf.make_indirect(any_on), All=pdf.make_indirect(all_on)
        )
        pdf.pages[0].obj.Contents = Stream(
            pdf,
            b"/OC /Any BDC BT /F1 14 Tf 30 200 Td (Seen on a layer) Tj ET EMC "
            b"/OC /All BDC BT /F1 14 Tf 30 100 Td (Secret words) Tj ET EMC",
        )
        pdf.save(tmp_path / "sets.pdf")
    out, _ = copied(tmp_path / "sets.pdf", Plan(clean=frozenset((Trace.LAYERS,))))
    said = words_of(out)
    assert "Seen on a layer" in said
    assert "Secret words" not in said
    assert drawn(out) == drawn(tmp_path / "sets.pdf")


def test_an_owner_who_forbids_changes_is_heeded(deck: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked.pdf"
    with pikepdf.open(deck) as pdf:
        none = pikepdf.Permissions(modify_other=False, modify_assembly=False)
        pdf.save(locked, encryption=pikepdf.Encryption(owner="x", user="", allow=none))
    with pytest.raises(DeckError, match="locked"):
        copied(locked, Plan(clean=ALL))


def test_a_plain_copy_removes_nothing(deck: Path) -> None:
    _, made = copied(deck, Plan((2, 1)))
    assert made == Made()
