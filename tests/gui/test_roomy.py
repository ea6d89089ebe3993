"""A deck's page fills the window as it is, and scrolls where large words need more."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from sowhat.gui.menus import Tools
from sowhat.gui.panels.roomy import Roomy
from sowhat.gui.panels.sieve import Choices
from sowhat.gui.theme import Theme
from sowhat.gui.window import Window

LONG = (
    "13 of 16 slides are about your customer, 1 is about you. Your customer first appears on "
    "slide 2. 1 slide is left for you to decide."
)

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


@pytest.fixture(autouse=True)
def light_again(theme: Theme) -> Iterator[None]:
    yield
    theme.wear("light")


def test_a_page_fills_the_window_and_does_not_scroll(opened: Window) -> None:
    assert opened.page is not None
    room = opened.page.findChild(Roomy)
    assert isinstance(room, Roomy)
    QApplication.processEvents()
    for ordering in (False, True, False):
        opened.page.show_order(on=ordering)
        QApplication.processEvents()
        assert room.verticalScrollBar().maximum() == 0
        assert room.horizontalScrollBar().maximum() == 0


def test_with_large_words_all_of_a_page_can_be_scrolled_to(
    qtbot: QtBot, opened: Window, theme: Theme
) -> None:
    assert opened.page is not None
    room = opened.page.findChild(Roomy)
    assert isinstance(room, Roomy)
    theme.wear("light", 2.0)
    qtbot.waitUntil(lambda: room.verticalScrollBar().maximum() > 0)
    inside = room.widget()
    assert inside is not None
    decision = opened.page.decision
    qtbot.waitUntil(lambda: decision.height() >= decision.minimumSizeHint().height())
    foot = decision.mapTo(inside, decision.rect().bottomLeft()).y()
    assert foot <= inside.height()
    theme.wear("light")
    qtbot.waitUntil(lambda: room.verticalScrollBar().maximum() == 0)


def test_another_page_begins_at_its_top(qtbot: QtBot, opened: Window, theme: Theme) -> None:
    assert opened.page is not None
    room = opened.page.findChild(Roomy)
    assert isinstance(room, Roomy)
    theme.wear("light", 2.0)
    bar = room.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    opened.page.show_order(on=True)
    qtbot.waitUntil(lambda: bar.value() == 0)


def test_large_words_push_no_tool_out(qtbot: QtBot, opened: Window, theme: Theme) -> None:
    (tools,) = opened.findChildren(Tools)
    first, last = (tools.widgetForAction(opened.actions_[name]) for name in ("open", "next"))
    opened.resize(1280, 800)

    def wordless() -> bool:
        whole = last.isVisible() and tools.rect().contains(last.geometry())
        style = first.property("toolButtonStyle")
        return whole and style == Qt.ToolButtonStyle.ToolButtonIconOnly

    assert not wordless()
    theme.wear("light", 2.0)
    qtbot.waitUntil(wordless)
    theme.wear("light")
    qtbot.waitUntil(lambda: not wordless() and last.isVisible())


def test_large_words_of_a_long_verdict_do_not_widen_the_page(
    qtbot: QtBot, opened: Window, theme: Theme
) -> None:
    page = opened.page
    assert page is not None
    room = page.findChild(Roomy)
    assert isinstance(room, Roomy)
    page.summary.sentence.setText(LONG)
    needed = page.summary.heightForWidth(page.summary.width())
    assert page.summary.minimumSizeHint().height() == needed  # not that of a narrow column
    page.sieve.says.setText("About you, greatest effect first")
    page.sieve.says.show()
    theme.wear("light", 2.0)
    qtbot.waitUntil(lambda: room.verticalScrollBar().maximum() > 0)
    assert page.decision.queue.isVisible()  # its two links take two lines
    assert room.horizontalScrollBar().maximum() == 0


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_icons_and_choices_grow_with_the_words_and_stay_on_the_screen(
    opened: Window, theme: Theme
) -> None:
    page = opened.page
    assert page is not None
    tabs = opened.findChild(QTabWidget)
    assert tabs is not None
    icon, picture = tabs.iconSize().width(), theme.picture("deck", 20, 1.0).width()
    theme.wear("light", 2.0)
    assert tabs.iconSize().width() == 2 * icon
    assert theme.picture("deck", 20, 1.0).width() == 2 * picture
    page.sieve.open()
    choices = page.sieve.findChildren(Choices)[-1]
    screen = choices.screen().availableSize()
    assert choices.first.height() < choices.height() <= screen.height()
    assert choices.width() <= screen.width()
    choices.close()


def test_tabs_that_take_two_lines_are_not_cut(qtbot: QtBot, opened: Window, theme: Theme) -> None:
    page = opened.page
    assert page is not None
    found = page.findings
    theme.wear("light", 2.0)
    opened.resize(900, 700)
    first, last = found.tabs[0], found.tabs[-1]
    qtbot.waitUntil(lambda: last.y() > first.y())
    view = found.views[found.shown]

    def bottom(tab: QWidget) -> int:
        return tab.mapTo(found, tab.rect().bottomLeft()).y()

    qtbot.waitUntil(lambda: bottom(last) < view.mapTo(found, view.rect().topLeft()).y())
