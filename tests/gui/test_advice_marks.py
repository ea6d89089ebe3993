"""Advice marked as done, for later, or ignored with a reason: kept, and undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sowhat import decisions
from sowhat.gui.panels.advice import AdviceMark
from sowhat.gui.window import Window
from sowhat.model import Status

from .conftest import parts

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
    qtbot: QtBot, opened: Window, deck_file: Path
) -> None:
    session, page = parts(opened)
    session.go(2)
    assert page.reasons.drafts
    shown = mark(qtbot, opened, Status.IGNORED)
    assert kept(deck_file) == [(2, "rewrite", "ignored", "")]
    assert len(page.reasons.drafts) == 0
    assert shown.buttons[Status.IGNORED].isChecked()
    QTest.keyClicks(shown.reason, "it is true")
    QTest.keyClick(shown.reason, Qt.Key.Key_Return)
    assert kept(deck_file) == [(2, "rewrite", "ignored", "it is true")]
    qtbot.waitUntil(lambda: page.reasons.marks[0] is not shown)
    assert page.reasons.marks[0].reason.text() == "it is true"
    session.start_audit()
    qtbot.waitUntil(lambda: not session.busy)
    assert page.reasons.marks[0].buttons[Status.IGNORED].isChecked()


def test_a_mark_is_taken_back_by_its_button_and_undone(
    qtbot: QtBot, opened: Window, deck_file: Path
) -> None:
    session, page = parts(opened)
    session.go(2)
    shown = mark(qtbot, opened, Status.LATER)
    assert kept(deck_file) == [(2, "rewrite", "later", "")]
    assert len(page.reasons.drafts) == 1
    assert page.filmstrip.facts[1].statuses == {Status.LATER}
    shown = mark(qtbot, opened, Status.LATER)
    assert kept(deck_file) == []
    assert not any(button.isChecked() for button in shown.buttons.values())
    undo = opened.actions_["undo"]
    assert undo.text() == "Undo the mark on the advice for slide 2"
    undo.trigger()
    assert kept(deck_file) == [(2, "rewrite", "later", "")]
    undo.trigger()
    assert kept(deck_file) == []
    opened.actions_["redo"].trigger()
    assert kept(deck_file) == [(2, "rewrite", "later", "")]
    assert page.filmstrip.facts[1].statuses == {Status.LATER}


def test_marks_go_along_in_a_file_of_decisions(
    qtbot: QtBot, opened: Window, deck_file: Path, tmp_path: Path
) -> None:
    session, _ = parts(opened)
    session.go(2)
    mark(qtbot, opened, Status.DONE)
    file = tmp_path / "mine.json"
    session.deciding.save(file)
    opened.actions_["undo"].trigger()
    assert kept(deck_file) == []
    session.deciding.open(file)
    assert kept(deck_file) == [(2, "rewrite", "done", "")]
    opened.actions_["undo"].trigger()
    assert kept(deck_file) == []
