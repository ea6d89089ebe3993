from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from sowhat import fonts
from sowhat.model import (
    Action,
    Advice,
    Audit,
    Deck,
    Finding,
    Measures,
    Motif,
    Origin,
    Party,
    Place,
    Profile,
    Side,
    Sign,
    Source,
    Stance,
    Verdict,
)
from sowhat.read import read_deck
from sowhat.rules.measures import load_measures
from sowhat.worker import Worker
from tests.export.browser import Browser, found

PRAISE = "the leading platform"
HEADLINE = "Nearly all of it is about you."
DRAFT = "You close the books in __ days instead of __, and these are the steps that lead there."


@pytest.fixture(scope="session")
def worker() -> Iterator[Worker]:
    with Worker() as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = found()
    if program is None:
        pytest.skip("needs Chromium (Debian's package chromium, or SOWHAT_CHROMIUM names it)")
    with Browser(program) as opened:
        yield opened


@pytest.fixture(scope="session")
def pptx_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from pptx import Presentation

    deck = Presentation()
    for title, body in (
        ("About us", f"We are {PRAISE} for everybody who sells."),
        ("Your week", "You close the books in nine days."),
        ("Спасибо, Ευχαριστώ", "Thank you"),
    ):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = body
    deck.slides[0].notes_slide.notes_text_frame.text = "Say that we are number one."
    deck.slides[2]._element.set("show", "0")
    path = tmp_path_factory.mktemp("decks") / "small.pptx"
    deck.save(str(path))
    return path


@pytest.fixture(scope="session")
def pdf_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four pages: plain, turned by 90 degrees, cropped, and upright."""
    import pikepdf

    pdfmetrics.registerFont(TTFont("Tinos", str(fonts.find("Tinos").path)))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(720, 405), initialFontName="Tinos")
    for size in ((720, 405), (405, 720), (720, 405), (400, 700)):
        canvas.setPageSize(size)
        if size == (405, 720):  # is read turned: its text runs upwards
            canvas.translate(405, 0)
            canvas.rotate(90)
        canvas.setFont("Tinos", 28)
        canvas.drawString(60, 300, "About our company")
        canvas.setFont("Tinos", 14)
        canvas.drawString(60, 250, f"We are {PRAISE} for everybody.")
        canvas.showPage()
    canvas.save()
    path = tmp_path_factory.mktemp("decks") / "small.pdf"
    with pikepdf.open(io.BytesIO(buffer.getvalue())) as deck:
        deck.pages[1].rotate(90, relative=False)
        deck.pages[2].cropbox = pikepdf.Array([40, 200, 440, 380])
        deck.save(path)
    return path


@pytest.fixture(scope="session")
def audit_of() -> Callable[..., Audit]:
    """Make an audit of a deck by hand: deck, and a draft for its first slide."""
    return _audit


@pytest.fixture(scope="session")
def pptx_audit(pptx_path: Path, worker: Worker) -> Audit:
    return _audit(read_deck(pptx_path, worker))


@pytest.fixture(scope="session")
def pdf_audit(pdf_path: Path, worker: Worker) -> Audit:
    return _audit(read_deck(pdf_path, worker))


def _audit(deck: Deck, draft: str = DRAFT) -> Audit:
    """An audit whose evidence is found in the deck's words, without any judge."""
    verdicts = tuple(_verdict(deck, number) for number in range(1, len(deck.slides) + 1))
    shown = [v for v in verdicts if not deck.slides[v.slide - 1].hidden]
    count = {stance: sum(v.stance is stance for v in shown) for stance in Stance}
    total = count[Stance.VENDOR] + count[Stance.CUSTOMER]
    share = count[Stance.VENDOR] / total if total else None
    measures = Measures(
        vendor=count[Stance.VENDOR],
        customer=count[Stance.CUSTOMER],
        mixed=0,
        neutral=count[Stance.NEUTRAL],
        unsure=0,
        hidden=len(verdicts) - len(shown),
        vendor_share=share,
        band=None if share is None else load_measures().bands.of(share),
        first_customer_slide=None,
        longest_vendor_run=None,
        opens_with=Motif.COMPANY,
        closes_with=Motif.CLOSING,
        we_vendor=3,
        we_together=0,
        you_words=1,
        outcomes=0,
        outcomes_with_number=0,
    )
    profile = Profile(Party("Acme", (), Origin.FOUND), products=("Anvil",))
    advice = (Advice(1, Action.REWRITE, "So what does a leader change?", draft, None, "Say it."),)
    finding = Finding("all-about-us", (1,), "Nearly all is about you.", "us")
    return Audit(deck, profile, verdicts, measures, (finding,), advice, HEADLINE, "0")


def _verdict(deck: Deck, number: int) -> Verdict:
    slide = deck.slides[number - 1]
    evidence: list[Sign] = []
    for index, block in enumerate(slide.blocks):
        at = block.text.find(PRAISE)
        if at >= 0:
            box, exact = block.box_of(at, at + len(PRAISE)) or (None, False)
            place = Place(number, Source.SLIDE, box, exact, PRAISE, index, at)
            evidence.append(_sign("phrase", "Praise that nobody can check.", place))
            evidence.append(_sign("layout", "The whole frame.", Place(number, box=block.box)))
    for note in slide.notes:
        place = Place(number, Source.NOTES, None, quote=note.text, block=0)
        evidence.append(_sign("phrase", "Said in the notes.", place))
    stance = Stance.VENDOR if evidence else Stance.NEUTRAL
    motifs = (Motif.PRAISE, Motif.COMPANY) if evidence else (Motif.OTHER,)
    return Verdict(number, stance, motifs, 0.8, False, (0.8, 0.1, 0.05, 0.05), tuple(evidence))


def _sign(kind: str, why: str, place: Place) -> Sign:
    return Sign("praise/x", kind, Motif.PRAISE, Side.VENDOR, 1.0, why, place)
