"""LibreOffice, where it is installed: each slide becomes the page it should, or a gap tells."""

from __future__ import annotations

import hashlib
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pptx
import pypdfium2 as pdfium
import pytest
from pptx.dml.color import RGBColor
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Inches

from sowhat import engine
from sowhat.errors import CancelledError
from sowhat.model import Deck, Gap
from sowhat.paths import resources
from sowhat.read import read_deck
from sowhat.render import Renderer, libreoffice
from sowhat.render.whole import NOWHERE, prepare
from sowhat.settings import AuditOptions
from sowhat.texts import text
from sowhat.worker import Patience, Worker
from tests.benchmarks.packages import parts_of
from tests.hostile.pdf.raw import Raw
from tests.pictures.made_decks import Show, noise, png, put, swapped
from tests.render.pixels import picture_of

INSTALLED = pytest.mark.skipif(
    libreoffice.found() is None, reason="LibreOffice is not installed here"
)
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the kernel is Linux'")
GONE = Patience(0.0)


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker() as made:
        libreoffice.turn(made, on=True)
        yield made


def show(path: Path) -> Path:
    """Save slides in one colour each: red, green (hidden), blue; with a link and linked files."""
    deck = pptx.Presentation()
    for number, color in enumerate(((255, 0, 0), (0, 255, 0), (0, 0, 255))):
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        fill = slide.background.fill
        fill.solid()
        fill.fore_color.rgb = RGBColor(*color)  # type: ignore[no-untyped-call]
        if number == 1:
            slide._element.set("show", "0")
    link = slide.shapes.add_textbox(0, 0, Inches(3), Inches(1))
    link.text_frame.text = "Our page"
    link.click_action.hyperlink.address = "https://example.com/page"
    for kind in (RELATIONSHIP_TYPE.IMAGE, RELATIONSHIP_TYPE.OLE_OBJECT, RELATIONSHIP_TYPE.VIDEO):
        slide.part.relate_to("http://127.0.0.1:9/x", kind, is_external=True)
    deck.save(str(path))
    return path


def read(path: Path, worker: Worker) -> Deck:
    return read_deck(path, worker, pictures=False)


def colors(renderer: Renderer, slides: int) -> list[Any]:
    return [picture_of(renderer.slide(n, 96).png).getpixel((80, 60)) for n in range(1, slides + 1)]


@INSTALLED
def test_hidden_slides_are_pages_too(tmp_path: Path, worker: Worker) -> None:
    deck = read(show(tmp_path / "deck.pptx"), worker)
    renderer = Renderer(deck, worker)
    assert colors(renderer, 3) == [(255, 0, 0), (0, 255, 0), (0, 0, 255)]
    assert renderer.office_gap is None
    first = renderer.slide(1, 96)
    assert (first.sketch, first.gaps) == (False, ())
    drawing = libreoffice.drawing(deck, worker)
    assert drawing is not None
    made = drawing.pages(deck, None, GONE).path  # as it was made before
    assert made is not None
    worker.close()
    assert not made.parents[1].exists()


@INSTALLED
def test_words_stand_where_they_were_read(worker: Worker) -> None:
    """So that marks do: each title's middle lies in the place that was read of it."""
    deck = read(resources() / "samples" / "customer-story.pptx", worker)
    drawing = libreoffice.drawing(deck, worker)
    assert drawing is not None
    pages = drawing.pages(deck, None, Patience(60.0))
    assert pages.path is not None, pages.gap
    document = pdfium.PdfDocument(pages.path)
    try:
        assert len(document) == len(deck.slides)
        missed = [slide.number for slide in deck.slides if not stands(document, slide.number, deck)]
    finally:
        document.close()
    assert missed == []


def stands(document: pdfium.PdfDocument, number: int, deck: Deck) -> bool:
    page = document[number - 1]
    words = page.get_textpage()
    slide = deck.slides[number - 1]
    box = next(block.box for block in slide.blocks if block.text == slide.title)
    found = words.search(slide.title[:12]).get_next()
    assert found is not None
    assert box is not None
    left, bottom, right, top = words.get_charbox(found[0])
    wide, high = page.get_size()
    middle = ((left + right) / 2 / wide, 1 - (top + bottom) / 2 / high)
    words.close()
    page.close()
    return box.grown(0.01).contains(*middle)


@LINUX
def test_another_number_of_pages_is_no_success(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a program in its place that makes one page of every deck, and says that all is well."""
    made = Raw()
    made.page()
    in_place(tmp_path, monkeypatch, b"printf '%s' '" + made.whole() + b"' > deck.pdf")
    with Worker() as worker:
        libreoffice.turn(worker, on=True)
        renderer = Renderer(read(show(tmp_path / "deck.pptx"), worker), worker)
        gaps = [gap.id for gap in renderer.slide(1, 96).gaps if gap.id != "font"]
        assert gaps in (["libreoffice-pages"], ["libreoffice-unconfined"])
        assert renderer.office_gap == Gap(gaps[0])


def in_place(folder: Path, monkeypatch: pytest.MonkeyPatch, script: bytes) -> None:
    """Put a shell's script where LibreOffice is looked for; it may start nothing."""
    place = folder / "office" / "program" / "soffice.bin"
    place.parent.mkdir(parents=True)
    place.write_bytes(b"#!/bin/sh\n" + script + b"\n")
    place.chmod(0o755)
    monkeypatch.setattr(libreoffice, "PLACES", {"linux": (str(place),)})
    monkeypatch.setattr(libreoffice, "LOADERS", (*libreoffice.LOADERS, "/bin", "/usr/bin"))


def test_it_is_off_by_default_and_for_pdf(tmp_path: Path) -> None:
    assert not AuditOptions().libreoffice
    with Worker() as worker:
        deck = read(show(tmp_path / "deck.pptx"), worker)
        assert libreoffice.drawing(deck, worker) is None
        libreoffice.turn(worker, on=True)
        assert libreoffice.drawing(deck, worker) is not None
        libreoffice.turn(worker, on=False)
        assert libreoffice.drawing(deck, worker) is None


def test_where_there_is_none_that_is_told_once(
    tmp_path: Path, worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "PLACES", {})
    monkeypatch.setenv("PATH", str(tmp_path))
    deck = read(show(tmp_path / "deck.pptx"), worker)
    renderer = Renderer(deck, worker)
    told = [renderer.slide(number, 96) for number in (1, 2, 3)]
    gaps = [[gap.id for gap in one.gaps if gap.id != "font"] for one in told]
    assert gaps == [["libreoffice-missing"], [], []]
    assert not any(one.sketch for one in told)


@LINUX
@pytest.mark.parametrize(
    ("script", "seconds", "reason"),
    [
        (b"exit 0", 20.0, "failed"),
        (b"exit 81", 20.0, "failed"),
        (b"while :; do :; done", 1.0, "too-slow"),
        (b"printf x > deck.pdf", 20.0, "failed"),
    ],
)
def test_what_goes_wrong_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: bytes, seconds: float, reason: str
) -> None:
    """With a program that makes nothing, wants to be started again, does not end, makes no PDF."""
    in_place(tmp_path, monkeypatch, script)
    monkeypatch.setattr(libreoffice, "SECONDS", seconds)
    with Worker() as worker:
        libreoffice.turn(worker, on=True)
        renderer = Renderer(read(show(tmp_path / "deck.pptx"), worker), worker)
        drawn = renderer.slide(1, 96)
    assert drawn.gaps[0] in (Gap(f"libreoffice-{reason}"), Gap("libreoffice-unconfined"))
    assert not drawn.sketch


@LINUX
def test_it_can_be_cancelled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_place(tmp_path, monkeypatch, b"while :; do :; done")
    with Worker() as worker:
        libreoffice.turn(worker, on=True)
        renderer = Renderer(read(show(tmp_path / "deck.pptx"), worker), worker)

        def cancel() -> None:
            while worker._program is None:
                time.sleep(0.01)
            worker.cancel()

        waiting = threading.Thread(target=cancel)
        waiting.start()
        with pytest.raises(CancelledError):
            renderer.slide(1, 96)
        waiting.join()


def test_what_it_gets_leads_nowhere(tmp_path: Path) -> None:
    path = show(tmp_path / "deck.pptx")
    out = tmp_path / "out.pptx"
    assert prepare(str(path), str(out), None, hashlib.sha256(path.read_bytes()).hexdigest()) == 3
    made = parts_of(out)
    led = b"".join(data for name, data in made.items() if name.endswith(".rels"))
    assert b"127.0.0.1" not in led
    assert b"example.com" not in led
    assert led.count(b"External") == led.count(NOWHERE.encode()) == 1
    assert b"show=" not in b"".join(d for n, d in made.items() if n.startswith("ppt/slides/slide"))


def test_an_audit_may_ask_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its gap is told among the deck's where something had to be drawn."""
    monkeypatch.setattr(libreoffice, "PLACES", {})
    monkeypatch.setenv("PATH", str(tmp_path))
    made, data = Show(), png(noise(1))
    put(made.slide("Our platform"), data, (0.1, 0.3, 0.9, 0.9))
    path = swapped(made.save(tmp_path / "deck.pptx"), data, b"what is this")
    with Worker() as worker:
        found = engine.read(path, worker, AuditOptions(libreoffice=True))
        assert libreoffice.drawing(found, worker) is not None
        engine.read(path, worker)
        assert libreoffice.drawing(found, worker) is None
    assert [gap.id for gap in found.gaps if "libre" in gap.id] == ["libreoffice-missing"]
    for reason in ("missing", "unconfined", "failed", "pages", "too-slow", "too-large", "changed"):
        assert "LibreOffice" in text(f"gaps.libreoffice-{reason}")
