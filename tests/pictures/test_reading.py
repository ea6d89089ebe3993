from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps

from sowhat import decisions
from sowhat.engine import audit
from sowhat.model import Audit, Block, DeckKind, Motif, PictureKind, Role, Slide, Source
from sowhat.pictures import ocr
from sowhat.settings import AuditOptions
from sowhat.worker import Worker
from tests.pictures.made_decks import Show, noise, page_of_words, pdf, png, put

pytestmark = pytest.mark.skipif(not ocr.there(), reason="sowhat[ocr] is not installed")

LINES = ("About Acme", "We are the leading vendor", "of office plants since 1998")


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as running:
        yield running


@pytest.fixture(scope="module", params=list(DeckKind))
def scanned(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, worker: Worker
) -> Audit:
    """Audit a deck of two slides, a picture of words and one of nothing."""
    folder, page = tmp_path_factory.mktemp("scanned"), page_of_words(LINES)
    if request.param is DeckKind.PDF:
        whole = (0.0, 0.0, 1.0, 1.0)
        path = pdf(folder / "deck.pdf", [[(page, whole)], [(noise(5), whole)]])
    else:
        show = Show()
        put(show.slide(), png(page), (0, 0, 1, 1))
        put(show.slide(), png(noise(5)), (0, 0, 1, 1))
        path = show.save(folder / "deck.pptx")
    return audit(path, AuditOptions(decisions=()), worker=worker)


def said(slide: Slide) -> str:
    return " ".join(block.text for block in slide.blocks)


def test_a_picture_of_words_is_read(scanned: Audit) -> None:
    first = scanned.deck.slides[0]
    assert said(first).split() == " ".join(LINES).split()
    assert first.title == LINES[0]
    assert first.blocks[0].role is Role.TITLE
    assert all(b.source is Source.OCR and b.confidence and not b.exact for b in first.blocks)
    assert first.pictures[0].read == first.blocks


def test_it_is_no_longer_told_as_unread(scanned: Audit) -> None:
    gaps = [(gap.id, gap.slide) for gap in scanned.deck.gaps if gap.slide]
    assert gaps == [("no-text", 2)]  # there is nothing to read on it
    assert [f.slides for f in scanned.findings if f.id == "not-read"] == [(2,)]


def test_the_words_are_judged_and_told_where_from(scanned: Audit) -> None:
    first, second = scanned.verdicts
    assert first.stance.value == "vendor"
    assert any("(Read from the picture.)" in sign.why for sign in first.evidence)
    assert {s.place.source for s in first.evidence if s.place.quote} == {Source.OCR}
    assert first.confidence < max(first.chances)
    assert second.unsure
    assert second.evidence[-1].id == "not-read"


def test_places_of_words_are_those_on_the_picture(scanned: Audit) -> None:
    (title, body) = scanned.deck.slides[0].blocks
    assert title.box is not None
    assert title.box.x0 == pytest.approx(70 / 1280, abs=0.01)
    assert title.box.center[1] == pytest.approx((50 + 32) / 720, abs=0.03)
    assert len(body.spans) == 2
    assert body.spans[0].box.y1 <= body.spans[1].box.y0 + 0.01


def test_decisions_do_not_depend_on_what_is_read(scanned: Audit) -> None:
    slide = scanned.deck.slides[0]
    bare = Slide(1, "", (), slide.pictures)
    assert decisions.fingerprint(slide) == decisions.fingerprint(bare)


def test_without_it_the_slide_says_so(tmp_path: Path, worker: Worker) -> None:
    show = Show()
    put(show.slide("Company"), png(page_of_words(LINES)), (0.2, 0.25, 0.8, 0.9))
    path = show.save(tmp_path / "deck.pptx")
    without = audit(path, AuditOptions(decisions=(), ocr=False), worker=worker)
    assert [gap.slide for gap in without.deck.gaps if gap.id == "few-words"] == [1]
    assert without.verdict(1).unsure
    assert without.verdict(1).evidence[-1].id == "not-read"
    with_it = audit(path, AuditOptions(decisions=()), worker=worker)
    assert not [gap for gap in with_it.deck.gaps if gap.id == "few-words"]
    assert said(with_it.deck.slides[0]) == " ".join(("Company", *LINES))


NAMES = ("Norvia", "Tessel Bank", "Quantor", "Helio", "Brightly")


def test_small_pictures_that_may_be_a_wall_are_read(tmp_path: Path, worker: Worker) -> None:
    show = Show()
    shown = show.slide("These are the ones who work with all of us every day")
    for number, name in enumerate(NAMES):
        left = 0.05 + 0.18 * number
        put(shown, png(page_of_words((name,), (360, 170))), (left, 0.5, left + 0.15, 0.64))
    alone = show.slide("And one who stands beside us here on this slide alone")
    put(alone, png(page_of_words(("Orla",), (360, 170))), (0.1, 0.5, 0.25, 0.64))
    found = audit(show.save(tmp_path / "deck.pptx"), AuditOptions(decisions=()), worker=worker)
    first, second = found.deck.slides
    assert [" ".join(b.text for b in p.read) for p in first.pictures] == list(NAMES)
    assert all(p.kind is PictureKind.LOGO for p in first.pictures)
    assert not any(block.source is Source.OCR for block in first.blocks)  # they do not judge it
    (sign,) = [s for s in found.signs[0] if s.id == "logos/marks"]
    assert len(sign.place.parts) == len(NAMES)
    assert second.pictures[0].read == ()


def test_names_in_a_wall_are_read_but_not_judged(tmp_path: Path, worker: Worker) -> None:
    show = Show()
    show.slide("An offer to the bakers of Ravensby")
    shown = show.slide("Partners")
    for number, name in enumerate(("Smart Cables", "Trusted Bank", *NAMES)):
        left, top = 0.05 + 0.24 * (number % 4), 0.4 + 0.2 * (number // 4)
        put(shown, png(page_of_words((name,), (360, 170))), (left, top, left + 0.2, top + 0.15))
    show.slide("Thank you for your time")
    found = audit(show.save(tmp_path / "deck.pptx"), AuditOptions(decisions=()), worker=worker)
    wall = found.deck.slides[1]
    assert said(wall) == "Partners"
    assert wall.pictures[0].read[0].text.startswith("Smart")
    assert found.verdict(2).motifs[0] is Motif.LOGOS
    assert not found.verdict(2).unsure


def words(image: Image.Image) -> list[str]:
    return [word.text for word in ocr.lines(np.asarray(image.convert("RGBA")))]


@pytest.fixture(scope="module")
def page() -> Image.Image:
    return page_of_words(LINES, (800, 400))


def test_words_are_read_on_any_ground(page: Image.Image) -> None:
    assert words(page) == list(LINES)
    assert words(ImageOps.invert(page)) == list(LINES)
    for colour in ("white", "black"):  # nothing but letters
        letters = Image.new("RGBA", page.size, colour)
        letters.putalpha(ImageOps.invert(page.convert("L")))
        assert words(letters) == list(LINES)


def test_boxes_of_lines_lie_in_the_picture(page: Image.Image) -> None:
    found = ocr.lines(np.asarray(page.convert("RGBA")))
    assert all(0 <= w.box.x0 < w.box.x1 <= 1 and 0 <= w.box.y0 < w.box.y1 <= 1 for w in found)
    assert [w.box.y0 for w in found] == sorted(w.box.y0 for w in found)
    assert all(word.confidence > 0.8 for word in found)


def test_where_nothing_is_written_nothing_is_read() -> None:
    assert words(noise(5, (640, 400))) == []
    assert words(Image.new("RGB", (300, 200), "white")) == []


def test_a_block_of_the_file_has_no_confidence() -> None:
    assert Block("x", Role.BODY, None).confidence is None
