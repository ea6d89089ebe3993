"""PDF copies: pages in a new order, read back by PDFium, by pikepdf and by our own reader."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String
from reportlab.pdfgen.canvas import Canvas

from sowhat.errors import DeckError
from sowhat.model import Deck
from sowhat.read.pdf import read
from tests.export.copies import copied, plan

ORDER = (1, 4, 5, 2, 3)
WORDS = ("Welcome", "Products", "Prices", "Your goals", "Your plan")
ORDERED = [WORDS[number - 1] for number in ORDER]
Build = Callable[[Pdf], None]


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Path]:
    """Save five pages after ``build`` has added to them."""

    def made(build: Build | None = None, **saving: Any) -> Path:
        path = tmp_path / "plain.pdf"
        canvas = Canvas(str(path), pagesize=(720, 405))
        for word in WORDS:
            canvas.setFont("Helvetica", 30)
            canvas.drawString(60, 300, word)
            canvas.showPage()
        canvas.save()
        if build is None and not saving:
            return path
        target = tmp_path / "deck.pdf"
        with pikepdf.open(path) as pdf:
            if build is not None:
                build(pdf)
            pdf.save(target, **saving)
        return target

    return made


def words_of(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_bounded().strip() for page in document]
    finally:
        document.close()


def opened(path: Path) -> Deck:
    return read(str(path), None, False, lambda *_: None)


def link(pdf: Pdf, page: int, **how: Any) -> None:
    """Add a link annotation to a page."""
    note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[60, 100, 200, 140], **how)
    target = pdf.pages[page].obj
    if "/Annots" not in target:
        target.Annots = Array()
    target.Annots.append(pdf.make_indirect(note))


def view(pdf: Pdf, page: int) -> Array:
    return Array([pdf.pages[page].obj, Name.Fit])


def test_pages_are_in_the_new_order(make: Callable[..., Path]) -> None:
    before = make()
    data = before.read_bytes()
    out, made = copied(before, plan(ORDER))
    assert words_of(out) == ORDERED
    assert (made.comments, made.notes) == (0, ())
    assert before.read_bytes() == data


def test_links_and_bookmarks_lead_to_the_same_slides(make: Callable[..., Path]) -> None:
    def build(pdf: Pdf) -> None:
        with pdf.open_outline() as outline:
            outline.root.append(OutlineItem("Plan", 4))
            outline.root.append(OutlineItem("Prices", 2))
        pdf.Root.Outlines.Last.Dest = Array([2, Name.Fit])  # a number is not by the book, but used
        link(pdf, 1, Dest=view(pdf, 4))
        link(pdf, 2, A=Dictionary(S=Name.GoTo, D=Array([3, Name.XYZ, 0, 400, 0])))
        link(pdf, 3, Dest=Name.Old)
        link(pdf, 4, A=Dictionary(S=Name.GoTo, D=String("new")))
        link(pdf, 0, A=Dictionary(S=Name.GoToR, F="other.pdf", D=Array([3, Name.Fit])))
        pdf.Root.Dests = Dictionary(Old=Dictionary(D=Array([1, Name.Fit])))
        leaf = Dictionary(Names=Array([String("new"), Array([0, Name.FitH, 400])]))
        pdf.Root.Names = Dictionary(Dests=Dictionary(Kids=Array([pdf.make_indirect(leaf)])))

    before = make(build)
    out, _ = copied(before, plan(ORDER))
    old, new = opened(before), opened(out)
    assert {b.title: new.slides[(b.slide or 0) - 1].title for b in new.outline} == {
        "Plan": "Your plan",
        "Prices": "Prices",
    }

    def led(deck: Deck) -> dict[str, list[str]]:
        return {
            slide.title: [deck.slides[x.slide - 1].title for x in slide.links if x.slide]
            for slide in deck.slides
        }

    assert (
        led(new)
        == led(old)
        == {
            "Welcome": [],
            "Products": ["Your plan"],
            "Prices": ["Your goals"],
            "Your goals": ["Products"],
            "Your plan": ["Welcome"],
        }
    )
    with pikepdf.open(out) as pdf:
        assert pdf.pages[0].Annots[0].A.D[0] == 3  # a page of the other file


def titles_in(deck: Deck) -> list[tuple[int, str]]:
    return [(entry.level, entry.title) for entry in deck.outline]


def test_bookmarks_follow_where_they_were_in_order(make: Callable[..., Path]) -> None:
    def build(pdf: Pdf) -> None:
        pdf.Root.Dests = Dictionary(Goals=view(pdf, 3))
        with pdf.open_outline() as outline:
            for page in (0, 1, 2, 3):
                outline.root.append(OutlineItem(WORDS[page], page))
            own = OutlineItem("Own order", 4)
            own.children.extend(OutlineItem(WORDS[page], page) for page in (4, 1))
            outline.root.append(own)
        goals = pdf.Root.Outlines.First.Next.Next.Next
        goals.Dest = Name.Goals

    out, _ = copied(make(build), plan(ORDER))
    assert titles_in(opened(out)) == [
        (0, "Welcome"),
        (0, "Your goals"),
        (0, "Own order"),
        (1, "Your plan"),
        (1, "Products"),
        (0, "Products"),
        (0, "Prices"),
    ]


def test_bookmarks_that_lead_nowhere_leave_the_others(make: Callable[..., Path]) -> None:
    def build(pdf: Pdf) -> None:
        with pdf.open_outline() as outline:
            outline.root.extend(OutlineItem(WORDS[page], page) for page in (0, 1, 4))
            outline.root.append(OutlineItem("Nowhere"))

    out, _ = copied(make(build), plan(ORDER))
    assert [title for _, title in titles_in(opened(out))] == [
        "Welcome",
        "Products",
        "Your plan",
        "Nowhere",
    ]


def test_the_structure_is_read_in_the_new_order(make: Callable[..., Path]) -> None:
    def build(pdf: Pdf) -> None:
        def part(page: int) -> Dictionary:
            inner = Dictionary(S=Name.P, Pg=pdf.pages[page].obj, K=0)
            return Dictionary(S=Name.Sect, T=String(WORDS[page]), K=Array([inner]))

        parts = [*map(part, range(3)), Dictionary(S=Name.Sect, T=String("-")), part(3), part(4)]
        whole = Dictionary(S=Name.Document, K=Array(parts))
        pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(K=Array([whole])))

    out, _ = copied(make(build), plan(ORDER))
    with pikepdf.open(out) as pdf:
        parts = pdf.Root.StructTreeRoot.K[0].K
        assert [str(part.T) for part in parts] == [*ORDERED, "-"]


def test_names_of_pages_go_along(make: Callable[..., Path]) -> None:
    def build(pdf: Pdf) -> None:
        first = Dictionary(S=Name.r)
        rest = Dictionary(S=Name.D, P=String("Ä-"), St=7)
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, first, 2, rest]))

    out, _ = copied(make(build), plan(ORDER))
    with pikepdf.open(out) as pdf:
        assert [str(page.label) for page in pdf.pages] == ["i", "Ä-8", "Ä-9", "ii", "Ä-7"]
        assert list(pdf.Root.PageLabels.Nums)[::2] == [0, 1, 3, 4]
    assert [slide.label for slide in opened(out).slides] == ["i", "Ä-8", "Ä-9", "ii", "Ä-7"]
    plain, _ = copied(make(), plan(ORDER))
    with pikepdf.open(plain) as pdf:
        assert "/PageLabels" not in pdf.Root


def test_names_without_numbers_and_before_the_first_range(make: Callable[..., Path]) -> None:
    def build(pdf: Pdf) -> None:
        ranges = [1, Dictionary(P=String("Cover")), 3, Dictionary(S=Name.A)]
        pdf.Root.PageLabels = Dictionary(Nums=Array(ranges))

    out, _ = copied(make(build), plan(ORDER))
    with pikepdf.open(out) as pdf:
        assert [str(page.label) for page in pdf.pages] == ["1", "A", "B", "Cover", "Cover"]


def test_nothing_in_it_acts_or_is_carried_along(make: Callable[..., Path]) -> None:
    secrets = ("app.alert", "secret file", "calc.exe", "example.test/form")

    def build(pdf: Pdf) -> None:
        script = Dictionary(S=Name.JavaScript, JS=String("app.alert('1')"))
        pdf.Root.OpenAction = script
        pdf.Root.AA = Dictionary(WC=script)
        pdf.Root.Names = Dictionary(
            JavaScript=Dictionary(Names=Array([String("a"), pdf.make_indirect(script)]))
        )
        pdf.attachments["plan.txt"] = b"secret file"
        pdf.Root.PageMode = Name.UseAttachments
        pdf.pages[0].obj.AA = Dictionary(O=script)
        with pdf.open_outline() as outline:
            outline.root.append(OutlineItem("Run", 1))
        pdf.Root.Outlines.First.A = Dictionary(S=Name.Launch, F=String("calc.exe"))
        link(pdf, 1, A=Dictionary(S=Name.Launch, F=String("calc.exe")))
        link(pdf, 1, A=Dictionary(S=Name.URI, URI=String("https://acme.example"), Next=script))
        link(pdf, 1, A=Dictionary(S=Name.Named, N=Name.Print))
        link(pdf, 1, A=Dictionary(S=Name.Named, N=Name.NextPage))
        link(pdf, 1, A=Dictionary(S=Name.SubmitForm, F=String("https://example.test/form")))
        file = Dictionary(
            Type=Name.Filespec, F=String("x"), EF=Dictionary(F=pdf.make_stream(b"secret file"))
        )
        note = Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=[0, 0, 9, 9], FS=file)
        pdf.pages[1].obj.Annots.append(pdf.make_indirect(note))

    before = make(
        build, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable
    )
    assert all(secret.encode() in before.read_bytes() for secret in secrets)
    out, _ = copied(before, plan(ORDER))
    with pikepdf.open(out) as pdf:
        assert not {"/OpenAction", "/AA", "/PageMode"} & set(pdf.Root.keys())
        assert not pdf.attachments
        plain = out.with_name("plain-copy.pdf")
        pdf.save(plain, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        actions = [note.A.S for note in pdf.pages[3].Annots if "/A" in note]
        assert actions == [Name.URI, Name.Named]
        assert len(pdf.pages[3].Annots) == 5
    data = plain.read_bytes()
    assert [secret for secret in secrets if secret.encode() in data] == []
    assert words_of(out) == ORDERED


def test_what_is_named_and_not_there_does_no_harm(make: Callable[..., Path]) -> None:
    def build(pdf: Pdf) -> None:
        pdf.Root.Names = Dictionary(JavaScript=Name.Missing)
        pdf.Root.OpenAction = Name.Missing

    before = make(build, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    data = before.read_bytes()
    assert data.count(b"/Missing") == 2
    before.write_bytes(data.replace(b"/Missing", b" 999 0 R"))
    out, _ = copied(before, plan(ORDER))
    assert words_of(out) == ORDERED


def test_layers_forms_and_language_stay(make: Callable[..., Path]) -> None:
    def build(pdf: Pdf) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Extra")))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
        pdf.Root.Lang = String("en-GB")
        field = Dictionary(FT=Name.Tx, T=String("name"), Subtype=Name.Widget, Rect=[0, 0, 9, 9])
        field.AA = Dictionary(K=Dictionary(S=Name.JavaScript, JS=String("1")))
        held = pdf.make_indirect(field)
        pdf.pages[3].obj.Annots = Array([held])
        pdf.Root.AcroForm = Dictionary(Fields=Array([held]), CO=Array([held]))

    out, _ = copied(make(build), plan(ORDER))
    with pikepdf.open(out) as pdf:
        assert len(pdf.Root.OCProperties.D.OFF) == 1
        assert str(pdf.Root.Lang) == "en-GB"
        assert [str(field.T) for field in pdf.Root.AcroForm.Fields] == ["name"]
        assert "/AA" not in pdf.Root.AcroForm.Fields[0]
        assert "/CO" not in pdf.Root.AcroForm


def test_inherited_sizes_and_dashes_stay(make: Callable[..., Path]) -> None:
    def build(pdf: Pdf) -> None:
        pdf.Root.Pages.Rotate = 90
        for page in pdf.pages:
            del page.obj["/Rotate"]
        link(pdf, 1, Dest=view(pdf, 0), BS=Dictionary(S=Name.D, D=Array([3, 2])))

    out, _ = copied(make(build), plan(ORDER))
    with pikepdf.open(out) as pdf:
        assert [page.rotation for page in pdf.pages] == [90] * 5
        assert list(pdf.pages[3].Annots[0].BS.D) == [3, 2]


def test_what_its_author_forbids_is_not_done(make: Callable[..., Path]) -> None:
    allowed = pikepdf.Permissions(modify_assembly=False, modify_other=False)
    locked = make(encryption=pikepdf.Encryption(owner="boss", user="", allow=allowed))
    with pytest.raises(DeckError, match="locked"):
        copied(locked, plan(ORDER))
    free = make(encryption=pikepdf.Encryption(owner="boss", user=""))
    out, _ = copied(free, plan(ORDER))
    with pikepdf.open(out) as pdf:
        assert pdf.is_encrypted
    assert words_of(out) == ORDERED


def test_signed_decks_and_those_with_other_pages_are_refused(make: Callable[..., Path]) -> None:
    def sign(pdf: Pdf) -> None:
        field = Dictionary(FT=Name.Sig, T=String("s"), V=Dictionary(Type=Name.Sig))
        pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(field)]), SigFlags=3)

    with pytest.raises(DeckError, match="signed"):
        copied(make(sign), plan(ORDER))
    with pytest.raises(DeckError, match="damaged"):
        copied(make(), plan((2, 1)))


def test_nothing_to_move_leaves_the_pages(make: Callable[..., Path]) -> None:
    out, _ = copied(make(), plan((1, 2, 3, 4, 5)))
    assert words_of(out) == list(WORDS)
