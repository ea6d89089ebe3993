"""Reports are written by the program and read back by other libraries."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf
import pypdfium2
import pytest

from sowhat.errors import OutputError
from sowhat.export import report
from sowhat.export.report.picture import WIDTH
from sowhat.marks import marks
from sowhat.model import Audit, Fix, FixKind, Gap, Mark, Move, Note, Order
from sowhat.settings import Paper, ReportOptions
from sowhat.worker import Worker

SUBTYPES = {"highlight": "/Highlight", "square": "/Square"}


@pytest.fixture(scope="module")
def pptx_report(
    pptx_audit: Audit, worker: Worker, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    return written(pptx_audit, worker, tmp_path_factory.mktemp("pptx"))


@pytest.fixture(scope="module")
def pdf_report(pdf_audit: Audit, worker: Worker, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(pdf_audit, worker, tmp_path_factory.mktemp("pdf"))


def written(audit: Audit, worker: Worker, folder: Path) -> Path:
    path = folder / "report.pdf"
    report.write(audit, path, worker)
    assert [file.name for file in folder.iterdir()] == ["report.pdf"]
    return path


def pages_of(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Page]:
    """The slide pages by their label."""
    return {str(page.label): page for page in reversed(pdf.pages)}


def notes_on(page: pikepdf.Page) -> list[Any]:
    return [a for a in page.obj.get("/Annots", []) if a.Subtype not in ("/Link", "/Popup")]


def expected(audit: Audit, slide: int) -> tuple[Mark, ...]:
    return marks(audit.deck.slides[slide - 1], audit.verdict(slide))


def test_annotations_are_the_marks(pdf_audit: Audit, pdf_report: Path) -> None:
    with pikepdf.open(pdf_report) as pdf:
        pages = pages_of(pdf)
        for slide in pdf_audit.deck.slides:
            found = notes_on(pages[f"Slide {slide.number}"])
            wanted = expected(pdf_audit, slide.number)
            assert wanted
            assert [str(a.Subtype) for a in found[:-1]] == [SUBTYPES[m.shape] for m in wanted]
            assert [str(a.Subj) for a in found[:-1]] == [m.label for m in wanted]
            assert all(m.why in str(a.Contents) for a, m in zip(found, wanted, strict=False))
            assert str(found[-1].Subtype) == "/Text"


def test_annotations_are_whole(pptx_report: Path) -> None:
    with pikepdf.open(pptx_report) as pdf:
        found = [a for page in pdf.pages for a in notes_on(page)]
        assert len({str(a.NM) for a in found}) == len(found)
        for item in found:
            assert str(item.T) == "SoWhat"
            assert item.F == 4
            assert item.AP.N.Subtype == "/Form"
            assert list(item.AP.N.BBox) == list(item.Rect)
        highlights = [a for a in found if a.Subtype == "/Highlight"]
        assert highlights
        for item in highlights:
            x0, y0, x1, y1, x2, y2, x3, y3 = (float(n) for n in list(item.QuadPoints)[:8])
            assert x0 == x2 < x1 == x3  # top left, top right, bottom left, bottom right
            assert y0 == y1 > y2 == y3
            assert item.AP.N.Resources.ExtGState.Multiply.BM == "/Multiply"
        asked = [a for a in found if "So what does a leader change?" in str(a.Contents)]
        assert asked


def test_marks_lie_on_their_words(pdf_audit: Audit, pdf_report: Path) -> None:
    """Turned and cropped pages too: the words under each highlight are its quote."""
    with pdfplumber.open(pdf_report) as pdf:
        hits = 0
        for page in pdf.pages:
            for item in page.annots:
                if str(item["data"]["Subtype"]) != "/'Highlight'":
                    continue
                box = (item["x0"] - 1, item["top"] - 1, item["x1"] + 1, item["bottom"] + 1)
                words = page.crop(box, strict=False).extract_words()
                assert " ".join(word["text"] for word in words) == "the leading platform"
                hits += 1
        assert hits == len(pdf_audit.deck.slides)


def test_fonts_are_embedded_and_text_can_be_selected(pdf_report: Path, pptx_report: Path) -> None:
    for path in (pdf_report, pptx_report):
        with pikepdf.open(path) as pdf:
            fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary)]
            fonts = [o for o in fonts if o.get("/Type") == "/Font" and "/FontDescriptor" in o]
            assert fonts
            assert all("/FontFile2" in font.FontDescriptor for font in fonts)
            named = {o.BaseFont for page in pdf.pages for o in page.resources.Font.values()}
            assert all("+" in str(name) for name in named), named
        document = pypdfium2.PdfDocument(path)
        text = document[0].get_textpage().get_text_range()
        assert "Nearly all of it is about you." in " ".join(text.split())
        assert "Acme (found in the deck)" in text
        document.close()


def test_outline_links_and_labels_lead_to_the_slides(pptx_report: Path) -> None:
    document = pypdfium2.PdfDocument(pptx_report)
    toc = [(b.level, b.get_title(), b.get_dest().get_index()) for b in document.get_toc()]
    labels = [document.get_page_label(i) for i in range(len(document))]
    document.close()
    assert [title for level, title, _ in toc if level == 0] == [
        "Summary",
        "What the deck as a whole does",
        "Slides",
        "A new order",
        "All slides",
        "How it was measured",
    ]
    entries = [(title, page) for level, title, page in toc if level == 1]
    assert entries[0][0] == "1. About us (About you, quite sure)"
    assert [labels[page] for _, page in entries] == ["Slide 1", "Slide 2", "Slide 3"]
    with pikepdf.open(pptx_report) as pdf:
        links = [a for a in pdf.pages[0].obj.Annots if a.Subtype == "/Link"]
        targets = {pdf.pages.index(pikepdf.Page(link.Dest[0])) for link in links}
    assert targets == {page for _, page in entries}


def test_the_document_says_what_it_is(pptx_report: Path) -> None:
    with pikepdf.open(pptx_report) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert str(pdf.docinfo.Title) == "Audit of small.pptx"
        assert str(pdf.docinfo.Author) == "SoWhat"
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Audit of small.pptx"


def test_long_texts_run_on_and_nothing_is_cut(
    pptx_audit: Audit, worker: Worker, tmp_path: Path
) -> None:
    draft = " ".join(f"word{n}" for n in range(2500)) + " " + "x" * 300
    advice = (replace(pptx_audit.advice[0], draft=draft),)
    path = written(replace(pptx_audit, advice=advice), worker, tmp_path)
    document = pypdfium2.PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    labels = [document.get_page_label(i) for i in range(len(document))]
    document.close()
    found = set(text.split())
    assert {f"word{n}" for n in range(2500)} <= found
    assert labels.count("Slide 1") > 1
    assert text.count("x" * 20) >= 2


def test_a_deck_that_changed_since_is_shown_as_pictures(
    pdf_audit: Audit, worker: Worker, tmp_path: Path
) -> None:
    changed = replace(pdf_audit, deck=replace(pdf_audit.deck, sha256="0" * 64))
    path = written(changed, worker, tmp_path)
    with pikepdf.open(path) as pdf:
        pages = pages_of(pdf)
        drawn = pages["Slide 1"].resources.XObject.values()
        assert [str(o.Subtype) for o in drawn] == ["/Image"]
        assert len(notes_on(pages["Slide 1"])) == len(expected(pdf_audit, 1)) + 1


def test_own_pages_stay_vectors(pdf_report: Path) -> None:
    with pikepdf.open(pdf_report) as pdf:
        pages = pages_of(pdf)
        for slide in range(1, 5):
            (form,) = pages[f"Slide {slide}"].resources.XObject.values()
            assert str(form.Subtype) == "/Form"


def test_a_locked_deck_gets_a_new_file_without_its_lock(
    pdf_audit: Audit, worker: Worker, tmp_path: Path
) -> None:
    locked = tmp_path / "locked.pdf"
    with pikepdf.open(pdf_audit.deck.path) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="owner", user=""))
    sha256 = hashlib.sha256(locked.read_bytes()).hexdigest()
    deck = replace(pdf_audit.deck, path=str(locked), sha256=sha256)
    report.write(replace(pdf_audit, deck=deck), tmp_path / "report.pdf", worker)
    with pikepdf.open(tmp_path / "report.pdf") as pdf:
        assert not pdf.is_encrypted
        (form,) = pages_of(pdf)["Slide 1"].resources.XObject.values()
        assert str(form.Subtype) == "/Form"
    assert hashlib.sha256(locked.read_bytes()).hexdigest() == sha256


def test_layers_that_are_off_stay_off(pdf_audit: Audit, worker: Worker, tmp_path: Path) -> None:
    layered = tmp_path / "deck" / "layered.pdf"
    layered.parent.mkdir()
    with pikepdf.open(pdf_audit.deck.path) as pdf:
        layer = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="Hidden"))
        off = pikepdf.Dictionary(OFF=[layer], Order=[layer])
        pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=[layer], D=off)
        page = pdf.pages[0]
        page.add_resource(layer, pikepdf.Name.Properties, pikepdf.Name.Layer)
        page.contents_add(b"/OC /Layer BDC 1 0 0 rg 0 0 720 405 re f EMC")
        pdf.save(layered)
    sha256 = hashlib.sha256(layered.read_bytes()).hexdigest()
    deck = replace(pdf_audit.deck, path=str(layered), sha256=sha256)
    report.write(replace(pdf_audit, deck=deck), tmp_path / "report.pdf", worker)
    document = pypdfium2.PdfDocument(tmp_path / "report.pdf")
    index = [document.get_page_label(i) for i in range(len(document))].index("Slide 1")
    picture = document[index].render(scale=0.5).to_pil().convert("RGB")
    document.close()
    red = sum(picture.getpixel((x, 100)) == (255, 0, 0) for x in range(picture.width))
    assert red == 0


def test_pictures_of_slides_are_whole(pptx_report: Path) -> None:
    with pikepdf.open(pptx_report) as pdf:
        (image,) = pages_of(pdf)["Slide 2"].resources.XObject.values()
        assert isinstance(image, pikepdf.Stream)
        picture = pikepdf.PdfImage(image).as_pil_image().convert("RGB")
    assert picture.width == WIDTH
    colors = picture.getcolors(1 << 20)
    assert colors is not None
    assert max(colors)[1] == (255, 255, 255)  # paper
    assert len(colors) > 10  # letters with soft edges


def test_progress_is_told(pptx_audit: Audit, worker: Worker, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    report.write(pptx_audit, tmp_path / "r.pdf", worker, lambda *step: told.append(step))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_the_deck_is_never_overwritten(
    pptx_audit: Audit, pptx_path: Path, worker: Worker, tmp_path: Path
) -> None:
    before = pptx_path.read_bytes()
    link = tmp_path / "link.pdf"
    link.symlink_to(pptx_path)
    for path in (pptx_path, link):
        with pytest.raises(OutputError) as caught:
            report.write(pptx_audit, path, worker)
        assert caught.value.reason == "would-overwrite-input"
    assert pptx_path.read_bytes() == before


def test_what_cannot_be_written_is_said(pptx_audit: Audit, worker: Worker, tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere" / "r.pdf", tmp_path):
        with pytest.raises(OutputError) as caught:
            report.write(pptx_audit, path, worker)
        assert caught.value.reason == "cannot-write"
        assert caught.value.values["detail"]


def test_an_empty_deck_and_no_share_still_make_a_report(
    pptx_audit: Audit, audit_of: Callable[..., Audit], worker: Worker, tmp_path: Path
) -> None:
    slides = tuple(
        replace(slide, blocks=(), notes=(), title="") for slide in pptx_audit.deck.slides
    )
    audit = audit_of(replace(pptx_audit.deck, slides=slides))
    path = written(replace(audit, findings=(), advice=()), worker, tmp_path)
    document = pypdfium2.PdfDocument(path)
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert "No share" in text
    assert "Nothing stands out that must change." in text


def test_findings_only_shows_no_slide_and_none_of_its_words(
    pptx_audit: Audit, pdf_audit: Audit, worker: Worker, tmp_path: Path
) -> None:
    lost = Gap("decision-lost", detail="3, “Lost words”,")
    for audit in (pptx_audit, pdf_audit):
        line = (2, 1, *range(3, len(audit.deck.slides) + 1))
        moved = Order(line, moves=(Move(2, 1, "They come first."),), note=Note.PROPOSED)
        fix = Fix(
            FixKind.REWRITE, "Rewrite “Lost words”", "“Lost words”: so what?", "less", 1, (1,)
        )
        deck = replace(audit.deck, gaps=(*audit.deck.gaps, lost))
        told = replace(audit, deck=deck, order=moved, top=(fix,))
        path = tmp_path / "report.pdf"
        report.write(told, path, worker, options=ReportOptions(findings_only=True))
        with pdfplumber.open(path) as pdf:
            words = " ".join((page.extract_text() or "") for page in pdf.pages)
            assert not any(page.images for page in pdf.pages)
        assert audit.findings[0].message in " ".join(words.split())
        for slide in audit.deck.slides:
            assert f"Slide {slide.number}" in words
            said = [block.text for block in slide.blocks if len(block.text.split()) > 2]
            assert not [block for block in said if block in words]
        assert "Lost words" not in words
        assert "Rewrite slide 1" in words
        assert "They come first." in words
        with pikepdf.open(path) as pdf:
            links = [a for page in pdf.pages for a in page.obj.get("/Annots", [])]
            assert links
            assert {str(a.Subtype) for a in links} == {"/Link"}
            titles = [str(entry.title) for entry in pdf.open_outline().root]
        parts = ["Summary", "What the deck as a whole does", "Slides", "A new order"]
        assert titles == [*parts, "How it was measured"]


def test_a_report_for_letter_paper_is_the_same_report(
    pdf_audit: Audit, pdf_report: Path, worker: Worker, tmp_path: Path
) -> None:
    path = tmp_path / "letter.pdf"
    report.write(pdf_audit, path, worker, options=ReportOptions(paper=Paper.LETTER))
    scale = 792 / 842
    with pdfplumber.open(pdf_report) as usual, pdfplumber.open(path) as letter:
        assert len(usual.pages) == len(letter.pages)
        for one, other in zip(usual.pages, letter.pages, strict=True):
            assert (other.width, other.height) == (792, 612)
            assert [word["text"] for word in one.extract_words()] == [
                word["text"] for word in other.extract_words()
            ]
            first, moved = one.chars[0], other.chars[0]
            assert moved["x0"] == pytest.approx(first["x0"] * scale, abs=0.1)
            middle = (595 / 2 - first["top"]) * scale
            assert 612 / 2 - moved["top"] == pytest.approx(middle, abs=0.1)
            for mark, there in zip(one.annots, other.annots, strict=True):
                assert there["x0"] == pytest.approx(mark["x0"] * scale, abs=0.1)
                assert there["width"] == pytest.approx(mark["width"] * scale, abs=0.1)
    with pikepdf.open(path) as pdf:
        marked = [a for page in pdf.pages for a in notes_on(page) if "/QuadPoints" in a]
        assert marked
        for item in marked:
            xs = [float(n) for n in item.QuadPoints][::2]
            assert min(xs) == pytest.approx(float(item.Rect[0]), abs=0.01)
