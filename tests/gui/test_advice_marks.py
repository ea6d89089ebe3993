"""Advice marked as done, for later, or ignored with a reason: kept, and undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sowhat import decisions
from sowhat.gui.models.advice import AdviceModel
from sowhat.gui.models.findings import FindingRole
from sowhat.gui.panels.advice import AdviceMark
from sowhat.gui.window import Window
from sowhat.model import Fix, FixKind, Status

from .conftest import parts, settled

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


def kept(deck_file: Path) -> list[tuple[int, str, str, str]]:
    found = decisions.kept(deck_file).resolutions
    return [(one.slide, one.action.value, one.status.value, one.reason) for one in found]


def mark(qtbot: QtBot, window: Window, *status: Status) -> AdviceMark:
    """Press a button of the first advice, and return what stands in its place then."""
    _, page = parts(window)
    (before,) = page.reasons.marks
    for one in status:
        QTest.mouseClick(before.buttons[one], Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: page.reasons.marks[0] is not before)
    return page.reasons.marks[0]


def test_advice_is_ignored_with_a_reason_and_that_is_kept(
    qtbot: QtBot, deciding: Window, deck_file: Path
) -> None:
    session, page = parts(deciding)
    session.go(2)
    assert page.reasons.drafts
    shown = mark(qtbot, deciding, Status.IGNORED)
    assert kept(deck_file) == [(2, "move", "ignored", "")]
    assert len(page.reasons.drafts) == 0
    assert shown.buttons[Status.IGNORED].isChecked()
    QTest.keyClicks(shown.reason, "it is true")
    QTest.keyClick(shown.reason, Qt.Key.Key_Return)
    assert kept(deck_file) == [(2, "move", "ignored", "it is true")]
    qtbot.waitUntil(lambda: page.reasons.marks[0] is not shown)
    assert page.reasons.marks[0].reason.text() == "it is true"
    session.start_audit()
    qtbot.waitUntil(lambda: not session.busy)
    assert page.reasons.marks[0].buttons[Status.IGNORED].isChecked()


def test_a_mark_is_taken_back_by_its_button_and_undone(
    qtbot: QtBot, deciding: Window, deck_file: Path
) -> None:
    session, page = parts(deciding)
    session.go(2)
    shown = mark(qtbot, deciding, Status.LATER)
    assert kept(deck_file) == [(2, "move", "later", "")]
    assert len(page.reasons.drafts) == 1
    assert page.filmstrip.facts[1].statuses == {Status.LATER}
    shown = mark(qtbot, deciding, Status.LATER)
    assert kept(deck_file) == []
    assert not any(button.isChecked() for button in shown.buttons.values())
    undo = deciding.actions_["undo"]
    assert undo.text() == "Undo the mark on the advice for slide 2"
    undo.trigger()
    assert kept(deck_file) == [(2, "move", "later", "")]
    undo.trigger()
    assert kept(deck_file) == []
    deciding.actions_["redo"].trigger()
    assert kept(deck_file) == [(2, "move", "later", "")]
    assert page.filmstrip.facts[1].statuses == {Status.LATER}


def test_marks_go_along_in_a_file_of_decisions(
    qtbot: QtBot, deciding: Window, deck_file: Path, tmp_path: Path
) -> None:
    session, _ = parts(deciding)
    session.go(2)
    mark(qtbot, deciding, Status.DONE)
    file = tmp_path / "mine.json"
    session.deciding.save(file)
    deciding.actions_["undo"].trigger()
    assert kept(deck_file) == []
    session.deciding.open(file)
    assert kept(deck_file) == [(2, "move", "done", "")]
    deciding.actions_["undo"].trigger()
    assert kept(deck_file) == []


def test_whoever_marks_by_keys_stays_where_he_was(qtbot: QtBot, deciding: Window) -> None:
    session, page = parts(deciding)
    session.go(2)
    button = page.reasons.marks[0].buttons[Status.DONE]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)

    def held() -> bool:
        again = page.reasons.marks[0].buttons[Status.DONE]
        return again is not button and again.isChecked() and again.hasFocus()

    qtbot.waitUntil(held)
    settled(qtbot, deciding)
    (one,) = session.audit.resolutions
    assert (one.slide, one.status) == (2, Status.DONE)


def test_what_is_done_is_ticked_among_what_to_change_first() -> None:
    model = AdviceModel()
    fixes = [Fix(FixKind.REWRITE, "Rewrite", "How?", "", 0.4, (n,)) for n in (1, 2)]
    model.show((replace(fixes[0], status=Status.DONE), fixes[1]))
    done, other = model.index(0), model.index(1)
    assert (done.data(FindingRole.LEVEL), done.data(FindingRole.NUMBER)) == ("ready", 0)
    assert done.data(Qt.ItemDataRole.AccessibleTextRole) == "Rewrite. Done. How?"
    assert other.data(FindingRole.NUMBER) == 2


def test_what_is_being_typed_outlasts_new_verdicts(qtbot: QtBot, deciding: Window) -> None:
    session, page = parts(deciding)
    session.go(2)
    shown = mark(qtbot, deciding, Status.LATER)
    QTest.keyClicks(shown.reason, "when the")
    settled(qtbot, deciding)
    assert page.reasons.marks[0] is shown
    assert shown.reason.text() == "when the"
