"""The user's word on slides, given in the window."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from sowhat import decisions
from sowhat.engine import decided
from sowhat.gui.deck_page import DeckPage
from sowhat.gui.doors import Doors, StageProgress
from sowhat.gui.models.slides import SlideRole
from sowhat.gui.paint import Sight
from sowhat.gui.panels.summary import unbroken
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme
from sowhat.gui.window import Window
from sowhat.gui.words import sight_name
from sowhat.model import Audit, Decision, Stance
from sowhat.settings import AuditOptions
from sowhat.worker import Progress, Worker

pytestmark = [
    pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True),
    pytest.mark.usefixtures("language_loaded"),
]

Open = Callable[[], Window]
UNSURE = 4  # the slide of the deck on which the judge is unsure


@pytest.fixture
def open_window(
    qtbot: QtBot, theme: Theme, audit: Audit, deck_file: Path
) -> Iterator[Callable[..., Window]]:
    """Opens the deck in a new window; its guesses are made by hand, decisions are laid over."""
    made: list[Window] = []

    def audited(_: Path, options: AuditOptions, __: StageProgress, ___: Worker) -> Audit:
        return decided(audit, options)

    def open_it(**doors: Callable[..., None]) -> Window:
        window = Window(theme, AuditOptions(), Doors(audit=audited, **doors))  # type: ignore[arg-type]
        qtbot.addWidget(window)
        window.show()
        window.open_deck(deck_file)
        qtbot.waitUntil(lambda: window.page is not None, timeout=30000)
        made.append(window)
        return window

    yield open_it
    for window in made:
        window.close()


@pytest.fixture
def opened(open_window: Open) -> Window:
    return open_window()


def parts(window: Window) -> tuple[Session, DeckPage]:
    assert window.session is not None
    assert window.page is not None
    return window.session, window.page


def settled(qtbot: QtBot, window: Window) -> None:
    session, _ = parts(window)
    qtbot.waitUntil(lambda: not session.busy)


def decide(qtbot: QtBot, window: Window, number: int, stance: str) -> None:
    parts(window)[0].go(number)
    window.actions_[stance].trigger()
    settled(qtbot, window)


def kept(deck_file: Path) -> dict[int, tuple[str, str]]:
    found = decisions.kept(deck_file).decisions
    return {one.slide: (one.stance.value, one.reason) for one in found}


def test_all_that_is_shown_follows_a_decision(
    qtbot: QtBot, opened: Window, deck_file: Path, audit: Audit
) -> None:
    session, page = parts(opened)
    pictures = session.pictures
    session.go(UNSURE)
    session.choose(1)
    assert page.decision.unsure.text() == "Next unsure slide (1 left)"
    with qtbot.waitSignal(session.judged):
        QTest.mouseClick(page.decision.buttons[Stance.CUSTOMER], Qt.MouseButton.LeftButton)
    assert kept(deck_file) == {UNSURE: ("customer", "")}
    told = [line.text() for line in page.reasons.findChildren(QLabel)]
    assert sight_name(Sight.CUSTOMER) in told
    verdict = session.verdict
    assert (verdict.stance, verdict.decided, verdict.unsure) == (Stance.CUSTOMER, True, False)
    assert verdict.evidence == audit.verdict(UNSURE).evidence
    assert page.summary.sentence.text() == unbroken(session.audit.sentence)
    assert session.audit.sentence != audit.sentence
    assert "(1 + 0/2) / (1 + 2 + 0) = 33%" in page.summary.formula.text()
    assert page.summary.band.text() == "About them"
    row = page.filmstrip.model().index(UNSURE - 1, 0)
    assert row.data(SlideRole.SIGHT) == "customer"
    assert page.filmstrip.currentIndex() == row
    assert "about your customer" in page.summary.ribbon.accessibleDescription()
    assert [s for s, b in page.decision.buttons.items() if b.isChecked()] == [Stance.CUSTOMER]
    assert not page.decision.unsure.isVisible()
    assert not opened.actions_["next-unsure"].isEnabled()
    assert (session.number, session.reason, session.pictures) == (UNSURE, 1, pictures)
    assert len(page.slide.marks) == 1


def test_a_decision_after_a_key_with_ctrl_is_for_the_slide_that_it_led_to_alone(
    qtbot: QtBot, opened: Window, deck_file: Path
) -> None:
    session, page = parts(opened)
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    handle, ctrl = opened.windowHandle(), Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(handle, Qt.Key.Key_End, ctrl)  # as the system tells it: Ctrl counts as held
    assert session.number == 6
    assert page.filmstrip.chosen == session.deciding.slides == (6,)
    QTest.keyClick(handle, Qt.Key.Key_1, ctrl)
    settled(qtbot, opened)
    assert kept(deck_file) == {6: ("vendor", "")}


def test_a_button_decides_and_another_window_knows(
    qtbot: QtBot, open_window: Open, deck_file: Path
) -> None:
    first = open_window()
    session, page = parts(first)
    session.go(2)
    QTest.mouseClick(page.decision.buttons[Stance.MIXED], Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.decision.buttons[Stance.MIXED], Qt.MouseButton.LeftButton)
    settled(qtbot, first)
    assert page.decision.buttons[Stance.MIXED].isChecked()
    second = open_window()
    assert parts(second)[0].audit.verdict(2).stance is Stance.MIXED
    decide(qtbot, second, 3, "neutral")
    decide(qtbot, first, 6, "vendor")
    assert {n: stance for n, (stance, _) in kept(deck_file).items()} == {
        2: "mixed",
        3: "neutral",
        6: "vendor",
    }


def test_a_reason_is_kept_with_enter(qtbot: QtBot, opened: Window, deck_file: Path) -> None:
    _, page = parts(opened)
    assert not page.decision.reason.isEnabled()
    assert not opened.actions_["why"].isEnabled()
    decide(qtbot, opened, 2, "customer")
    opened.actions_["why"].trigger()
    QTest.keyClicks(page.decision.reason, "12 they said so")
    QTest.keyClick(page.decision.reason, Qt.Key.Key_Return)
    settled(qtbot, opened)
    assert kept(deck_file) == {2: ("customer", "12 they said so")}
    assert parts(opened)[0].verdict.reason == "12 they said so"
    decide(qtbot, opened, 2, "mixed")
    assert kept(deck_file) == {2: ("mixed", "12 they said so")}
    parts(opened)[0].go(3)
    assert not opened.actions_["why"].isEnabled()
    assert page.decision.reason.text() == ""
    parts(opened)[0].go(2)
    assert opened.actions_["why"].isEnabled()
    assert page.decision.reason.text() == "12 they said so"


def test_a_reason_is_kept_when_the_slide_is_left_and_when_the_window_closes(
    qtbot: QtBot, opened: Window, deck_file: Path
) -> None:
    session, page = parts(opened)
    for number in (2, 3):
        decide(qtbot, opened, number, "neutral")
    session.go(2)
    page.decision.reason.setText("left")
    session.go(3)
    assert page.decision.reason.text() == ""
    page.decision.reason.setFocus()
    QTest.keyClicks(page.decision.reason, "shortcut")
    QTest.keyClick(page.decision.reason, Qt.Key.Key_F8)
    assert session.number == UNSURE
    settled(qtbot, opened)
    assert kept(deck_file)[3] == ("neutral", "shortcut")
    session.go(3)
    page.decision.reason.setText("closed")
    opened.close()
    assert kept(deck_file) == {2: ("neutral", "left"), 3: ("neutral", "closed")}


def test_what_is_being_written_survives_other_verdicts(qtbot: QtBot, opened: Window) -> None:
    _, page = parts(opened)
    parts(opened)[0].go(2)
    opened.actions_["vendor"].trigger()
    page.decision.reason.setText("half a sen")
    settled(qtbot, opened)
    assert page.decision.reason.text() == "half a sen"


def test_a_decision_is_taken_back(
    qtbot: QtBot, opened: Window, deck_file: Path, audit: Audit
) -> None:
    session, page = parts(opened)
    assert not opened.actions_["clear"].isEnabled()
    decide(qtbot, opened, 2, "customer")
    QTest.mouseClick(page.decision.clear, Qt.MouseButton.LeftButton)
    settled(qtbot, opened)
    assert kept(deck_file) == {}
    assert session.audit.verdicts == audit.verdicts
    assert session.audit.measures == audit.measures
    assert not any(button.isChecked() for button in page.decision.buttons.values())
    assert not opened.actions_["clear"].isEnabled()


def test_unsure_slides_are_stepped_through(opened: Window) -> None:
    session, page = parts(opened)
    opened.actions_["next-unsure"].trigger()
    assert session.number == UNSURE
    session.go(6)
    QTest.mouseClick(page.decision.unsure, Qt.MouseButton.LeftButton)
    assert session.number == UNSURE
    opened.actions_["next-unsure"].trigger()
    assert session.number == UNSURE


def test_decisions_during_a_report_follow_after_it(
    qtbot: QtBot, open_window: Callable[..., Window], tmp_path: Path, deck_file: Path
) -> None:
    go_on = threading.Event()

    def write(_: Audit, __: Path, ___: Worker, progress: Progress, ____: str | None) -> None:
        while not go_on.wait(0.01):
            progress(1, 2)

    opened = open_window(report=write)
    session, page = parts(opened)
    session.start_report(tmp_path / "r.pdf")
    for number, stance in ((2, "customer"), (3, "vendor")):
        session.go(number)
        opened.actions_[stance].trigger()
    assert set(kept(deck_file)) == {2, 3}
    assert not session.audit.decisions
    with qtbot.waitSignal(session.judged):
        go_on.set()
    settled(qtbot, opened)
    assert [one.slide for one in session.audit.decisions] == [2, 3]
    assert page.notice.isVisible()
    assert "r.pdf" in page.notice.words.text()


def test_new_verdicts_cannot_be_cancelled_away(
    qtbot: QtBot, opened: Window, deck_file: Path
) -> None:
    session, _ = parts(opened)
    session.go(2)
    opened.actions_["customer"].trigger()
    opened.actions_["cancel"].trigger()
    settled(qtbot, opened)
    assert session.verdict.decided
    assert set(kept(deck_file)) == {2}


def test_decisions_are_saved_and_opened(
    qtbot: QtBot, opened: Window, deck_file: Path, tmp_path: Path
) -> None:
    session, page = parts(opened)
    assert not opened.actions_["save-decisions"].isEnabled()
    decide(qtbot, opened, 2, "customer")
    decide(qtbot, opened, 3, "mixed")
    opened.actions_["save-decisions"].trigger()
    dialog = opened.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "acme - decisions.json"
    file = tmp_path / "mine.json"
    dialog.fileSelected.emit(str(file))
    dialog.close()
    assert page.notice.words.text() == "The decisions are saved: mine.json"
    assert not page.notice.open.isVisible()
    saved = json.loads(file.read_text(encoding="utf-8"))
    assert saved["deck"] == "acme.pptx"
    saved["slides"][0]["stance"] = "neutral"
    saved["slides"][1] |= {"number": 9, "words": "0" * 32}
    file.write_text(json.dumps(saved), encoding="utf-8")
    session.deciding.open(file)
    settled(qtbot, opened)
    assert {n: stance for n, (stance, _) in kept(deck_file).items()} == {2: "neutral", 3: "mixed"}
    assert page.notice.words.text() == (
        "1 slide is decided by mine.json. 1 of its decisions fits no slide of this deck."
    )
    assert page.notice.isVisible()


def test_a_file_of_decisions_is_asked_for(
    qtbot: QtBot, opened: Window, deck_file: Path, tmp_path: Path
) -> None:
    file = tmp_path / "short.json"
    file.write_text('{"slides": {"2": {"stance": "mixed"}, "3": {"stance": "mixed"}}}')
    opened.actions_["open-decisions"].trigger()
    dialog = opened.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.close()
    settled(qtbot, opened)
    assert set(kept(deck_file)) == {2, 3}
    words = parts(opened)[1].notice.words.text()
    assert words == "2 slides are decided by short.json."


def told(qtbot: QtBot, window: Window) -> tuple[str, str]:
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    dialog = window.findChildren(QMessageBox)[0]
    dialog.close()
    return dialog.text(), dialog.informativeText()


def test_a_file_that_holds_no_decisions_is_told(
    qtbot: QtBot, opened: Window, deck_file: Path, tmp_path: Path
) -> None:
    decide(qtbot, opened, 2, "customer")
    file = tmp_path / "bad.json"
    file.write_text("[]")
    parts(opened)[0].deciding.open(file)
    title, words = told(qtbot, opened)
    assert title == "The decisions could not be opened"
    assert "is not a file of decisions" in words
    assert set(kept(deck_file)) == {2}


def test_decisions_are_never_saved_over_the_deck(
    qtbot: QtBot, opened: Window, deck_file: Path
) -> None:
    decide(qtbot, opened, 2, "customer")
    before = deck_file.read_bytes()
    parts(opened)[0].deciding.save(deck_file)
    assert told(qtbot, opened)[0] == "The decisions could not be saved"
    assert deck_file.read_bytes() == before


def test_a_decision_that_cannot_be_kept_is_told_and_not_shown(
    qtbot: QtBot, opened: Window, own_data: Path, audit: Audit
) -> None:
    session, page = parts(opened)
    shutil.rmtree(own_data, ignore_errors=True)
    own_data.write_text("no folder")
    session.go(2)
    opened.actions_["customer"].trigger()
    title, words = told(qtbot, opened)
    assert title == "Your decision could not be kept"
    assert "cannot be written" in words
    assert session.audit.verdicts == audit.verdicts
    assert not any(button.isChecked() for button in page.decision.buttons.values())


def test_what_no_longer_fits_is_told_and_can_be_forgotten(
    qtbot: QtBot, open_window: Open, deck_file: Path
) -> None:
    old = Decision(2, Stance.VENDOR, "", "As it was", "0" * 32)
    decisions.keep(deck_file, (old,))
    opened = open_window()
    _, page = parts(opened)

    def notes() -> list[str]:
        model = page.findings.view.model()
        lines = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
        return [line for line in lines if "no longer fits" in line]

    assert len(notes()) == 1
    assert "slide 2, “As it was”," in notes()[0]
    decide(qtbot, opened, 3, "mixed")
    assert len(notes()) == 1
    opened.actions_["forget"].trigger()
    settled(qtbot, opened)
    assert notes() == []
    assert kept(deck_file) == {3: ("mixed", "")}
    assert not opened.actions_["forget"].isEnabled()
