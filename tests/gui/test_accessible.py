"""Everything without a mouse: each page and dialog is walked through by the Tab key alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sowhat.gui import spoken
from sowhat.gui.theme import Theme
from sowhat.settings import AuditOptions
from tests.screenshots.shots import SHOTS
from tests.screenshots.stage import Stage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

USED = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
)
NO_ROLE = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Border)
PAGES = [one for one in SHOTS if not one.startswith(("menu", "deck-"))]
MOST = 400  # steps of a walk


@pytest.fixture(scope="module")
def stage(theme: Theme, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The window on the sample, audited once and quickly."""
    spoken.install()
    quick = AuditOptions(pictures=False, ocr=False, decisions=())
    yield Stage(theme, tmp_path_factory.mktemp("stage"), quick)
    theme.wear("light")


def walked(qtbot: QtBot, top: QWidget) -> list[QWidget]:
    """Return what has had the focus after each press of Tab, until it comes round again."""
    top.window().activateWindow()
    qtbot.waitUntil(lambda: top.window().isActiveWindow())
    found: list[QWidget] = []
    for _ in range(MOST):
        here = QApplication.focusWidget()
        if here is not None and here in found[:-1]:
            return found
        if here is not None and here not in found[-1:]:  # on a slide Tab goes from mark to mark
            found.append(here)
        QTest.keyClick(here or top.window(), Qt.Key.Key_Tab)
    raise AssertionError("Tab never comes round")


def interactive(top: QWidget) -> list[QWidget]:
    """Return what can be used with a mouse in ``top``, but for parts of other such widgets."""
    return [
        one
        for one in top.findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and not isinstance(one, QHeaderView)
        and one.focusProxy() is None  # which is looked at itself
        and (isinstance(one, USED) or one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and not _part(one)
    ]


def _part(one: QWidget) -> bool:
    """Say whether it belongs to another widget, which does with keys what it does."""
    parent = one.parentWidget()
    inside = isinstance(parent, QAbstractSpinBox | QComboBox | QLineEdit)
    scrolls = isinstance(parent, QTabBar) and isinstance(one, QToolButton) and not one.toolTip()
    return inside or scrolls or one.objectName().startswith("qt_")


def by_key(one: QWidget, keys: set[str]) -> bool:
    """Say whether an action with a key of its own does the same, as its tooltip tells."""
    if isinstance(one, QToolButton) and one.defaultAction() is not None:
        return bool(one.defaultAction().shortcuts())
    _, _, told = one.toolTip().rpartition("(")
    return told.rstrip(")") in keys


def by_arrows(one: QWidget, reached: list[QWidget]) -> bool:
    """Say whether it is one of several of which Tab reaches the chosen, and arrows the others."""
    group = one.group() if isinstance(one, QAbstractButton) else None
    return group is not None and group.exclusive() and any(b in reached for b in group.buttons())


@pytest.mark.parametrize("name", PAGES)
def test_all_that_can_be_used_has_a_name_a_role_and_is_reached_by_keys(
    qtbot: QtBot, stage: Stage, name: str
) -> None:
    stage.set("light", 1.0)
    top = SHOTS[name](stage)
    actions = [stage.window.actions_[one] for one in stage.window.actions_.names()]
    keys = {QKeySequence(key).toString() for one in actions for key in one.shortcuts()}
    reached = walked(qtbot, top)
    used = interactive(top)
    assert used
    for one in used:
        told = QAccessible.queryAccessibleInterface(one)
        assert told.text(QAccessible.Text.Name).strip(), one
        assert told.role() not in NO_ROLE, one
        found = one in reached or by_arrows(one, reached) or by_key(one, keys)
        assert found, told.text(QAccessible.Text.Name)
    stage.clear()


def test_every_action_has_a_key_a_tooltip_and_a_place_in_a_menu(stage: Stage) -> None:
    stage.set("light", 1.0)
    window = stage.window
    menus = window.menuBar().findChildren(QMenu)
    listed = {action for menu in menus for action in menu.actions()}
    for name in window.actions_.names():
        action = window.actions_[name]
        assert action.shortcuts(), name
        assert action.toolTip(), name
        assert action in listed, name
    letters = [action.text().partition("&")[2][:1].lower() for action in window.menuBar().actions()]
    assert len(set(letters)) == len(letters)
    stage.clear()
