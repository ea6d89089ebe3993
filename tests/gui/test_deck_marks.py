"""Advice on the whole deck marked as on a slide: the order, slides to write, slides that can go."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from sowhat import decisions
from sowhat.gui.brief import BriefDialog
from sowhat.gui.models.findings import FindingRole
from sowhat.gui.panels.advice import MarkedAdvice
from sowhat.gui.panels.lines import LinesView
from sowhat.gui.window import Window
from sowhat.model import Audit, Fix, FixKind, Status

from .conftest import parts, settled

# The offscreen platform says so of every dialog and menu; it has no screen to fit them to.
pytestmark = pytest.mark.qt_log_ignore("plugin does not support", extend=True)

ORDER = "Put the customer first: move 1 slide"


def kept(deck_file: Path) -> list[tuple[int, str, str, str, str]]:
    return [
        (one.slide, one.action.value, one.id, one.status.value, one.reason)
        for one in decisions.kept(deck_file).resolutions
    ]


def told(view: LinesView) -> list[str]:
    model = view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def more(view: LinesView, row: int) -> str:
    said: str = view.model().index(row, 0).data(FindingRole.SLIDES)
    return said


def choose(view: LinesView, row: int) -> None:
    """Choose a line by keys, as whoever does not want to go to its slide."""
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    for _ in range(row):
        QTest.keyClick(view, Qt.Key.Key_Down)


def press(qtbot: QtBot, marked: MarkedAdvice, status: Status) -> None:
    before = marked.mark
    assert before is not None
    QTest.mouseClick(before.buttons[status], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: marked.mark is not before)


def test_the_order_is_ignored_by_a_key_and_comes_back_with_a_step_back(
    qtbot: QtBot, deciding: Window, deck_file: Path
) -> None:
    _, page = parts(deciding)
    view = page.findings.changes
    choose(view, 0)
    assert told(view)[0] == ORDER
    QTest.keyClick(view, Qt.Key.Key_I)
    settled(qtbot, deciding)
    assert kept(deck_file) == [(0, "order", "", "ignored", "")]
    assert ORDER not in told(view)
    assert view.currentIndex().row() == 0  # whoever works by keys goes on from there
    undo = deciding.actions_["undo"]
    assert undo.text() == "Undo the mark on the proposed order"
    undo.trigger()
    settled(qtbot, deciding)
    assert told(view)[0] == ORDER
    assert kept(deck_file) == []


def test_the_order_is_marked_where_it_is_tried_with_a_reason(
    qtbot: QtBot, deciding: Window, deck_file: Path
) -> None:
    session, page = parts(deciding)
    page.show_order(on=True)
    press(qtbot, page.order.marked, Status.LATER)
    shown = page.order.marked.mark
    assert shown is not None
    assert shown.buttons[Status.LATER].isChecked()
    QTest.keyClicks(shown.reason, "after the fair")
    settled(qtbot, deciding)
    assert page.order.marked.mark is shown  # what is being typed outlasts new verdicts
    QTest.keyClick(shown.reason, Qt.Key.Key_Return)
    assert kept(deck_file) == [(0, "order", "", "later", "after the fair")]
    settled(qtbot, deciding)
    page.show_order(on=False)
    assert more(page.findings.changes, 0).startswith("Later. Their world")
    (word,) = session.audit.resolutions
    assert (word.status, word.reason) == (Status.LATER, "after the fair")


def test_a_slide_to_write_is_marked_in_its_brief_and_told_in_both_lists(
    qtbot: QtBot, deciding: Window, deck_file: Path
) -> None:
    _, page = parts(deciding)
    found = page.findings
    found.show_list(1)
    choose(found.briefs, 0)
    QTest.keyClick(found.briefs, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.findChildren(BriefDialog)))
    (dialog,) = page.findChildren(BriefDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    press(qtbot, dialog.marked, Status.DONE)
    focused = dialog.focusWidget()
    assert dialog.marked.mark is not None
    assert focused is dialog.marked.mark.buttons[Status.DONE]  # where the keyboard was
    QTest.keyClick(focused, Qt.Key.Key_Return)  # closes it, and takes nothing back
    assert not dialog.isVisible()
    settled(qtbot, deciding)
    assert kept(deck_file) == [(0, "write", "cost-of-the-problem", "done", "")]
    first = found.briefs.model().index(0, 0)
    assert first.data(FindingRole.LEVEL) == "ready"
    assert more(found.briefs, 0).startswith("Done. ")
    row = told(found.changes).index("Write the slide “What it costs to go on like this”")
    assert more(found.changes, row).startswith("Done. ")
    undo = deciding.actions_["undo"]
    assert undo.text() == "Undo the mark on a slide to write"


def test_what_is_ignored_can_be_given_a_reason_at_once(
    qtbot: QtBot, deciding: Window, deck_file: Path
) -> None:
    _, page = parts(deciding)
    found = page.findings
    found.show_list(1)
    choose(found.briefs, 1)
    QTest.keyClick(found.briefs, Qt.Key.Key_W)
    (dialog,) = found.briefs.findChildren(QInputDialog)
    (line,) = dialog.findChildren(QLineEdit)
    QTest.keyClicks(line, "we know them")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert kept(deck_file) == [(0, "write", "their-people", "ignored", "we know them")]
    settled(qtbot, deciding)
    assert more(found.briefs, 1).startswith("Ignored. ")
    deciding.activateWindow()
    qtbot.waitUntil(deciding.isActiveWindow)
    choose(found.briefs, 1)
    QTest.keyClick(found.briefs, Qt.Key.Key_I)  # again: it is taken back
    assert kept(deck_file) == []


class TestGroups:
    """Slides that can go together."""

    @pytest.fixture
    def audit(self, audit: Audit) -> Audit:
        top = (Fix(FixKind.CUT, "Cut slides 2 and 4", "They say the same.", "", 1.0, (2, 4)),)
        return replace(audit, top=top)

    def test_a_group_is_marked_as_one_and_its_menu_ticks_the_mark(
        self, qtbot: QtBot, opened: Window, deck_file: Path
    ) -> None:
        _, page = parts(opened)
        view = page.findings.changes
        choose(view, 0)
        QTest.keyClick(view, Qt.Key.Key_D)
        both = [(2, "cut", "", "done", ""), (4, "cut", "", "done", "")]
        assert kept(deck_file) == both
        undo = opened.actions_["undo"]
        assert undo.text() == "Undo the mark on the advice for slides 2 and 4"
        at = view.visualRect(view.currentIndex()).center()
        QApplication.sendEvent(
            view.viewport(),
            QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at)),
        )
        qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        entries = {one.text().replace("&", ""): one for one in menu.actions()}
        assert list(entries) == ["Done", "Later", "Ignore", "Ignore, and say why…"]
        assert [one.isChecked() for one in entries.values()] == [True, False, False, False]
        QTest.mouseClick(
            menu,
            Qt.MouseButton.LeftButton,
            pos=menu.actionGeometry(entries["Later"]).center(),
        )
        assert [one[3] for one in kept(deck_file)] == ["later", "later"]
        undo.trigger()
        assert kept(deck_file) == both
        undo.trigger()
        assert kept(deck_file) == []
