"""A deck made here, an audit of it made by hand, and the window that shows them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from functools import partialmethod
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["SOWHAT_PLAIN_DIALOGS"] = "1"

from pptx import Presentation
from pptx.util import Inches, Pt
from pytestqt.qtbot import QtBot

from sowhat.gui import obstacle
from sowhat.model import (
    Action,
    Advice,
    Audit,
    Deck,
    Finding,
    Motif,
    Party,
    Place,
    Profile,
    Side,
    Sign,
    Stance,
    Verdict,
)
from sowhat.read import read_deck
from sowhat.worker import Worker

if TYPE_CHECKING:
    from sowhat.gui.deck_page import DeckPage
    from sowhat.gui.session import Session
    from sowhat.gui.theme import Theme
    from sowhat.gui.trouble_page import TroublePage
    from sowhat.gui.window import Window
    from sowhat.settings import AuditOptions

REASON = obstacle()

SLIDES = (
    ("Acme for you", "A first meeting"),
    ("About Acme", "We are the leading maker of rockets\nOffices in twelve countries"),
    ("Your launches slip", "Three of ten launches are late\nEach day costs you a crew"),
    ("Late crews and our rockets", "Crews wait\nRocket Nine waits for nobody"),
    ("Awards", "Best rocket 2024"),
    ("Thank you", "Questions?"),
)
HIDDEN = 5


class _NoWindow(pytest.Module):
    """A module of tests that needs a window where none can be opened."""

    def collect(self) -> Iterator[pytest.Item]:
        pytest.skip(f"no window can be opened here: {REASON}", allow_module_level=True)


if REASON is not None:

    def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module:
        return _NoWindow.from_parent(parent, path=module_path)


def make_deck(path: Path, slides: tuple[tuple[str, str], ...] = SLIDES) -> Path:
    """Write a deck with a headline and a body on each slide; the fifth is hidden."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(10), Inches(5.625)
    for title, body in slides:
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = title
        box = slide.shapes.add_textbox(Inches(1), Inches(2), Inches(8), Inches(3))
        box.text_frame.text = body
        for paragraph in box.text_frame.paragraphs:
            paragraph.font.size = Pt(24)
    if len(slides) >= HIDDEN:
        deck.slides[HIDDEN - 1]._element.set("show", "0")
    deck.save(str(path))
    return path


class Patient(QtBot):
    """Waits as long as a busy machine needs: only a test that fails waits so long."""

    waitUntil = partialmethod(QtBot.waitUntil, timeout=30_000)  # noqa: N815
    waitSignal = partialmethod(QtBot.waitSignal, timeout=30_000)  # noqa: N815


@pytest.fixture
def qtbot(request: pytest.FixtureRequest) -> QtBot:
    request.getfixturevalue("qapp")
    return Patient(request)


@pytest.fixture(scope="session")
def deck_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_deck(tmp_path_factory.mktemp("decks") / "acme.pptx")


@pytest.fixture(scope="session")
def deck(deck_file: Path) -> Deck:
    with Worker() as worker:
        return read_deck(deck_file, worker)


def _sign(deck: Deck, slide: int, quote: str, motif: Motif, side: Side) -> Sign:
    """Return a sign on the words ``quote``, which stand on the slide."""
    blocks = deck.slides[slide - 1].blocks
    index, block = next((i, b) for i, b in enumerate(blocks) if quote in b.text)
    start = block.text.index(quote)
    found = block.box_of(start, start + len(quote))
    assert found is not None
    place = Place(slide, box=found[0], exact=found[1], quote=quote, block=index, start=start)
    return Sign(f"{motif}/test", "phrase", motif, side, 1.0, f"“{quote}” says it.", place)


def _verdict(
    deck: Deck, slide: int, stance: Stance, motif: Motif, quotes: tuple[str, ...] = ()
) -> Verdict:
    side = Side(stance.value) if stance is not Stance.MIXED else Side.VENDOR
    evidence = tuple(_sign(deck, slide, quote, motif, side) for quote in quotes)
    unsure = stance is Stance.MIXED
    chances = (0.25, 0.25, 0.25, 0.25)
    return Verdict(slide, stance, (motif,), 0.5 if unsure else 0.9, unsure, chances, evidence)


@pytest.fixture(scope="session")
def audit(deck: Deck) -> Audit:
    from sowhat.measure import measure

    vendor, customer, neutral = Stance.VENDOR, Stance.CUSTOMER, Stance.NEUTRAL
    verdicts = (
        _verdict(deck, 1, neutral, Motif.TITLE),
        _verdict(deck, 2, vendor, Motif.COMPANY, ("About Acme", "leading maker", "Offices")),
        _verdict(deck, 3, customer, Motif.PROBLEM, ("Your launches slip", "costs you a crew")),
        _verdict(deck, 4, Stance.MIXED, Motif.PRODUCT, ("Rocket Nine",)),
        _verdict(deck, 5, vendor, Motif.ANALYST, ("Best rocket 2024",)),
        _verdict(deck, 6, neutral, Motif.CLOSING),
    )
    place = verdicts[1].evidence[1].place
    return Audit(
        deck=deck,
        profile=Profile(vendor=Party("Acme")),
        verdicts=verdicts,
        measures=measure(deck, verdicts, [()] * len(verdicts)),
        findings=(
            Finding("long-vendor-run", (2, 5), "Two slides are about you.", "us", (place,)),
            Finding("no-plan", (), "No slide plans your customer's project.", "gap"),
            Finding("mostly-unsure", (4, 6), "Some slides want your eye.", "check"),
        ),
        advice=(
            Advice(2, Action.REWRITE, "So what do twelve offices do for them?", "Near you", None),
            Advice(3, Action.MOVE, to=2, why="Begin with them"),
        ),
        sentence="1 of 5 slides is about you, 1 is about your customer.",
        version="0",
        guesses=verdicts,
        signs=((),) * len(verdicts),
    )


@pytest.fixture(scope="session")
def theme(qapp: object) -> Theme:
    from PySide6.QtWidgets import QApplication

    from sowhat.gui.theme import Theme

    assert isinstance(qapp, QApplication)
    return Theme(qapp, Theme.LIGHT)


@pytest.fixture(scope="session")
def language_loaded() -> None:
    """Have the language loaded before a test waits for advice in the window."""
    from sowhat import language

    language.load()


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for what is kept, new for each test."""
    monkeypatch.setenv("SOWHAT_DATA", str(tmp_path / "kept"))
    return tmp_path / "kept"


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, audit: Audit) -> Iterator[Window]:
    """An empty window whose audits are the one made by hand."""
    from sowhat.gui.doors import Doors, StageProgress
    from sowhat.gui.window import Window
    from sowhat.settings import AuditOptions

    def at_once(_: Path, __: AuditOptions, progress: StageProgress, ___: Worker) -> Audit:
        progress("read", len(audit.deck.slides), len(audit.deck.slides))
        return audit

    made = Window(theme, AuditOptions(), Doors(audit=at_once))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    qtbot.waitUntil(lambda: made.arriving.done)
    yield made
    made.close()


@pytest.fixture
def opened(qtbot: QtBot, window: Window, deck_file: Path) -> Window:
    """The window with the deck open."""
    window.open_deck(deck_file)
    qtbot.waitUntil(lambda: window.page is not None)
    return window


@pytest.fixture
def deciding(
    qtbot: QtBot, theme: Theme, audit: Audit, deck_file: Path, language_loaded: None
) -> Iterator[Window]:
    """A window with the deck open whose guesses are made by hand, and decisions laid over them."""
    from sowhat.engine import decided
    from sowhat.gui.doors import Doors, StageProgress
    from sowhat.gui.window import Window
    from sowhat.settings import AuditOptions

    del language_loaded

    def audited(_: Path, options: AuditOptions, __: StageProgress, ___: Worker) -> Audit:
        return decided(audit, options)

    made = Window(theme, AuditOptions(), Doors(audit=audited))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.open_deck(deck_file)
    qtbot.waitUntil(lambda: made.page is not None, timeout=30000)
    yield made
    made.close()


def parts(window: Window) -> tuple[Session, DeckPage]:
    """Return the session and the page of a window with a deck."""
    assert window.session is not None
    assert window.page is not None
    return window.session, window.page


def settled(qtbot: QtBot, window: Window) -> None:
    """Wait until the verdicts have followed what was decided."""
    session, _ = parts(window)
    qtbot.waitUntil(lambda: not session.busy)


def as_read(audit: Audit, path: Path) -> Audit:
    """Return the audit as one of the bytes at ``path``, which is followed from then on."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return replace(audit, deck=replace(audit.deck, sha256=digest))


def trouble_of(qtbot: QtBot, window: Window) -> TroublePage:
    """Return what the tab in front says of a deck that could not be audited."""
    qtbot.waitUntil(lambda: window.decks.front is not None and window.decks.front.error is not None)
    front = window.decks.front
    assert front is not None
    assert front.currentWidget() is front.trouble
    return front.trouble
