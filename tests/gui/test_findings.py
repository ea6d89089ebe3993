"""What to change first, what to write, what was found: three lists behind tabs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from sowhat.gui.brief import BriefDialog
from sowhat.gui.deck_page import DeckPage
from sowhat.gui.models.advice import AdviceModel
from sowhat.gui.models.findings import FindingRole
from sowhat.gui.panels.lines import LinesView
from sowhat.gui.window import Window
from sowhat.model import Audit, Fix, FixKind, Missing

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)

MISSING = Missing(
    "plan",
    "What we do together by spring",
    "Nobody buys without a next step.",
    ("__ (name) at your side, __ at ours",),
    "Who must agree, and by when?",
    4,
    "your customer first appears, as slide 5",
)
TOP = (
    Fix(FixKind.ORDER, "Move 2 slides", "Their problem first.", "it comes sooner", 3.0, (3, 2)),
    Fix(FixKind.REWRITE, "Rewrite slide 2", "Say what it changes.", "share falls", 2.0, (2, 4)),
    Fix(FixKind.WRITE, "Write the plan", "It is missing.", "", 1.0, (), "plan"),
)


@pytest.fixture
def audit(audit: Audit) -> Audit:
    return replace(audit, top=TOP, missing=(MISSING,))


@pytest.fixture
def page(opened: Window) -> DeckPage:
    assert opened.page is not None
    return opened.page


def click(view: LinesView, row: int) -> None:
    at = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def brief(qtbot: QtBot, page: DeckPage) -> BriefDialog:
    qtbot.waitUntil(lambda: bool(page.findChildren(BriefDialog)))
    return page.findChildren(BriefDialog)[0]


def test_what_to_change_first_stands_first(page: DeckPage) -> None:
    found = page.findings
    assert [tab.text() for tab in found.tabs] == [
        "Change first (3)",
        "To write (1)",
        "Findings (3)",
    ]
    assert found.changes.isVisible()
    first = found.changes.model().index(0, 0)
    assert (first.data(), first.data(FindingRole.NUMBER)) == ("Move 2 slides", 1)
    assert first.data(FindingRole.SLIDES) == "Their problem first. It comes sooner."
    QTest.mouseClick(found.tabs[2], Qt.MouseButton.LeftButton)
    assert found.view.isVisible()
    assert found.view.model().index(0, 0).data(FindingRole.NUMBER) == 0


def test_a_fix_leads_to_its_slides_one_by_one(page: DeckPage) -> None:
    page.session.go(6)
    click(page.findings.changes, 1)
    assert page.session.number == 2
    click(page.findings.changes, 1)
    assert page.session.number == 4


def test_a_new_order_leads_to_the_order(page: DeckPage) -> None:
    click(page.findings.changes, 0)
    assert page.ordering


@pytest.mark.parametrize("tab", [0, 1])
def test_a_slide_to_write_has_a_brief_to_copy(qtbot: QtBot, page: DeckPage, tab: int) -> None:
    page.findings.show_list(tab)
    view = page.findings.views[tab]
    click(view, view.model().rowCount() - 1)
    dialog = brief(qtbot, page)
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0] == MISSING.title
    assert f"• {MISSING.lines[0]}" in copied
    assert copied[-1] == MISSING.ask
    dialog.close()


def test_the_model_is_sound(audit: Audit) -> None:
    model = AdviceModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert tester.model() is model
    model.show(audit.missing)
    assert model.index(0).data(FindingRole.NUMBER) == 0
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole).startswith(MISSING.title)
    model.show(audit.top)
    assert model.rowCount() == 3
