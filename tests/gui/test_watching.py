"""A deck that is worked on in another program: each save is audited, and what moved is said."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from sowhat import decisions
from sowhat.compare import compare
from sowhat.gui.doors import Doors, StageProgress
from sowhat.gui.following import moved_words, news_words
from sowhat.gui.models.slides import SlideRole
from sowhat.gui.theme import Theme
from sowhat.gui.watch import Watch
from sowhat.gui.window import Window
from sowhat.measure import measure
from sowhat.model import (
    Audit,
    Deck,
    Motif,
    Place,
    Profile,
    Side,
    Sign,
    Slide,
    Stance,
    Verdict,
)
from sowhat.read import read_deck
from sowhat.settings import AuditOptions
from sowhat.worker import Worker

from .conftest import SLIDES, make_deck

VENDOR, CUSTOMER = Stance.VENDOR, Stance.CUSTOMER


def _verdict(slide: Slide) -> Verdict:
    """A slide with "you" on it is about the customer, all others about the vendor."""
    words = " ".join(block.text for block in slide.blocks).lower()
    stance = CUSTOMER if "you" in words else VENDOR
    index, block = next((i, b) for i, b in enumerate(slide.blocks) if b.text)
    word = block.text.split()[0]
    found = block.box_of(0, len(word))
    assert found is not None
    place = Place(slide.number, box=found[0], quote=word, block=index, start=0)
    side = Side(stance.value)
    sign = Sign("t/t", "phrase", Motif.COMPANY, side, 1.0, f"“{word}” says so.", place)
    chances = (0.25, 0.25, 0.25, 0.25)
    return Verdict(slide.number, stance, (Motif.COMPANY,), 0.9, False, chances, (sign,))


def _audited(deck: Deck) -> Audit:
    verdicts = tuple(_verdict(slide) for slide in deck.slides)
    kept = decisions.fit(deck, decisions.kept(Path(deck.path)).decisions)
    return Audit(
        deck=deck,
        profile=Profile(),
        verdicts=verdicts,
        measures=measure(deck, verdicts, [()] * len(verdicts)),
        findings=(),
        advice=(),
        sentence="",
        version="0",
        decisions=kept.standing,
        guesses=verdicts,
        signs=((),) * len(verdicts),
    )


def _read(path: Path, _: AuditOptions, __: StageProgress, worker: Worker) -> Audit:
    return _audited(read_deck(path, worker))


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return make_deck(tmp_path / "work" / "acme.pptx")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()


@pytest.fixture
def watching(qtbot: QtBot, theme: Theme, deck: Path) -> Iterator[Window]:
    """A window that has read the deck, and follows it."""
    made = Window(theme, AuditOptions(), Doors(audit=_read))
    qtbot.addWidget(made)
    made.show()
    made.open_deck(deck)
    qtbot.waitUntil(lambda: made.page is not None, timeout=30_000)
    yield made
    made.close()


def _save(deck: Path, slides: tuple[tuple[str, str], ...]) -> None:
    """Save as PowerPoint does: beside the deck, then by renaming, with its lock there all the
    while."""
    (deck.parent / f"~${deck.name}").write_bytes(b"ada")
    fresh = make_deck(deck.with_name("ppt1A2B.pptx"), slides).rename(deck.with_name("ppt1A2B.tmp"))
    old = deck.rename(deck.with_name("ppt3C4D.tmp"))
    fresh.rename(deck)
    old.unlink()


def _watch(window: Window) -> Watch:
    (tab,) = window.decks.tabs
    assert tab.following is not None
    (found,) = tab.following.findChildren(Watch)
    return found


def _words(window: Window) -> str:
    return window.page.notice.words.text() if window.page is not None else ""


def _told(qtbot: QtBot, window: Window, words: str) -> str:
    qtbot.waitUntil(lambda: words in _words(window), timeout=30_000)
    return _words(window)


def test_a_save_is_audited_and_what_moved_is_said(
    qtbot: QtBot, watching: Window, deck: Path
) -> None:
    changed = list(SLIDES)
    changed[1] = ("About Acme and you", "We are the leading maker of your rockets")
    _save(deck, tuple(changed))
    said = _told(qtbot, watching, "Saved again")
    assert said == "Saved again: vendor share 40% → 20%; slide 2 changed."
    assert watching.session is not None
    assert watching.session.audit.verdict(2).stance is CUSTOMER
    page = watching.page
    assert page is not None
    qtbot.waitUntil(lambda: page.filmstrip.model().index(1, 0).data(SlideRole.NEWS) == "changed")
    assert page.filmstrip.model().index(0, 0).data(SlideRole.NEWS) == ""
    assert page.filmstrip.model().index(1, 0).data().endswith("(changed)")
    _save(deck, (*changed, ("New for you", "One more")))
    said = _told(qtbot, watching, "is new")
    assert said == "Saved again: vendor share 20% → 17%; slide 7 is new."


def test_slide_reason_and_decisions_stay(qtbot: QtBot, watching: Window, deck: Path) -> None:
    session = watching.session
    assert session is not None
    session.go(3)
    session.deciding.decide(3, Stance.MIXED)
    qtbot.waitUntil(lambda: not session.busy, timeout=30_000)
    session.choose(1)
    _save(deck, (("A new beginning", "With other words than the rest"), *SLIDES))
    said = _told(qtbot, watching, "Saved again")
    assert said.endswith("slide 1 is new.")
    assert session.number == 4  # the same slide, which is the fourth now
    assert session.reason == 1
    assert [one.slide for one in session.audit.decisions] == [4]


def test_what_is_being_written_is_kept_and_the_focus_stays(
    qtbot: QtBot, watching: Window, deck: Path
) -> None:
    session, page = watching.session, watching.page
    assert session is not None
    assert page is not None
    watching.activateWindow()
    page.decision.choose(VENDOR)
    qtbot.waitUntil(lambda: not session.busy, timeout=30_000)
    page.decision.reason.setFocus()
    QTest.keyClicks(page.decision.reason, "it is")
    with qtbot.waitSignal(session.audited, timeout=30_000):
        _save(deck, SLIDES[:-1])
    assert [one.reason for one in session.audit.decisions] == ["it is"]
    assert page.decision.reason.text() == "it is"
    assert QApplication.focusWidget() is page.decision.reason


def test_the_same_bytes_are_no_new_version(qtbot: QtBot, watching: Window, deck: Path) -> None:
    session = watching.session
    assert session is not None
    begun: list[object] = []
    session.working.connect(begun.append)
    shutil.copy(deck, deck.with_name("same.tmp"))
    number = deck.with_name("same.tmp").rename(deck).stat().st_ino
    watch = _watch(watching)
    qtbot.waitUntil(lambda: watch.seen == (number, session.audit.deck.sha256))
    assert not begun


def test_a_file_that_is_written_in_place_is_read(
    qtbot: QtBot, watching: Window, deck: Path, tmp_path: Path
) -> None:
    deck.write_bytes(make_deck(tmp_path / "other.pptx", SLIDES[:4]).read_bytes())
    said = _told(qtbot, watching, "Saved again")
    assert said.endswith("the old slides 5 and 6 are gone.")


def test_a_damaged_save_leaves_the_version_before_and_the_next_is_read(
    qtbot: QtBot, watching: Window, deck: Path
) -> None:
    session = watching.session
    assert session is not None
    old = session.audit
    deck.write_bytes(b"PK\x03\x04 not yet")
    said = _told(qtbot, watching, "could not be read yet")
    assert "You see the version before" in said
    assert session.audit is old
    assert not watching.findChildren(QMessageBox)
    _save(deck, SLIDES[:3])
    _told(qtbot, watching, "Saved again")


def test_a_deck_that_was_moved_is_told_and_so_is_its_return(
    qtbot: QtBot, watching: Window, deck: Path
) -> None:
    away = deck.rename(deck.with_name("elsewhere.pptx"))
    assert _told(qtbot, watching, "no longer").startswith("acme.pptx is no longer where it was")
    assert watching.page is not None
    away.rename(deck)
    assert _told(qtbot, watching, "there again") == "acme.pptx is there again."


def test_a_save_is_found_when_the_window_is_looked_at_again(
    qtbot: QtBot, watching: Window, deck: Path
) -> None:
    qtbot.waitUntil(lambda: _watch(watching).seen is not None)
    watcher = _watch(watching).watcher
    watcher.removePaths(watcher.files() + watcher.directories())  # a server that says nothing
    _save(deck, SLIDES[:3])
    watching.activateWindow()
    qtbot.waitUntil(watching.isActiveWindow)
    QApplication.sendEvent(watching, QEvent(QEvent.Type.ActivationChange))
    _told(qtbot, watching, "Saved again")


def test_a_closed_deck_is_followed_no_more(qtbot: QtBot, watching: Window) -> None:
    watch = _watch(watching)
    qtbot.waitUntil(lambda: watch.seen is not None)
    watching.actions_["close"].trigger()
    assert not watch.watcher.files() + watch.watcher.directories()
    watch.look_soon()
    assert not watch.findChildren(QTimer)[0].isActive()
    qtbot.waitUntil(lambda: not watching.runner.busy)


class _Desktop(QObject):
    """Stands where the desktop opens files."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_slides_are_drawn_from_what_was_audited(qtbot: QtBot, watching: Window, deck: Path) -> None:
    session = watching.session
    assert session is not None
    deck.unlink()
    session.pictures.ask(6, 1600)
    qtbot.waitUntil(lambda: session.pictures.get(6, 1600) is not None, timeout=30_000)
    assert not session.pictures.is_sketch(6)


def test_the_deck_is_opened_in_its_program_and_its_folder_shown(
    watching: Window, deck: Path
) -> None:
    desktop = _Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "open")  # type: ignore[arg-type]
    try:
        keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(watching, Qt.Key.Key_P, keys)
        watching.actions_["folder"].trigger()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert desktop.opened == [str(deck), str(deck.parent)]


def test_what_moved_is_one_sentence(tmp_path: Path) -> None:
    from sowhat.compare import compare

    with Worker() as worker:
        old, new = (
            _audited(read_deck(make_deck(tmp_path / name, slides), worker))
            for name, slides in (
                ("a.pptx", SLIDES),
                ("b.pptx", (SLIDES[2], SLIDES[0], *SLIDES[3:5], ("Your plan", "You decide"))),
            )
        )
    assert moved_words(compare(old, new)).startswith("Saved again: vendor share 40% → ")
    assert moved_words(compare(old, old)) == "Saved again: the same slides."


def test_slides_that_look_as_before_are_shown_until_they_are_drawn_anew(
    qtbot: QtBot, watching: Window, deck: Path
) -> None:
    session, page = watching.session, watching.page
    assert session is not None
    assert page is not None
    width = page.filmstrip.picture_width
    numbers = range(1, len(SLIDES) + 1)

    def drawn() -> bool:
        for number in numbers:  # again and again: those out of sight are forgotten
            session.pictures.ask(number, width)
        return all(session.pictures.get(number, width) for number in numbers)

    qtbot.waitUntil(drawn, timeout=30_000)
    shown: list[dict[int, bool]] = []
    session.audited.connect(
        lambda: shown.append({n: session.pictures.get(n, width) is not None for n in numbers})
    )
    _, second, *others = SLIDES
    _save(deck, (second, ("New words", "Nobody has seen them"), *others))
    qtbot.waitUntil(lambda: bool(shown), timeout=30_000)
    assert shown[0] == {1: True, 2: False, **dict.fromkeys(range(3, len(SLIDES) + 1), True)}


def test_what_is_new_of_each_slide_is_said_in_a_word(deck: Path) -> None:
    with Worker() as worker:
        old = read_deck(deck, worker)
        first, second, third, *others = SLIDES
        slides = (second, first, third, ("New for you", "One more"), *others)
        new = read_deck(make_deck(deck.with_name("new.pptx"), slides), worker)
    news = news_words(compare(_audited(old), _audited(new)))
    assert news[4] == "new"
    assert (news.get(1), news.get(2)) in (("was 2", None), (None, "was 1"))
