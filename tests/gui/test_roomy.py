"""A deck's page fills the window as it is, and scrolls where large words need more."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sowhat.gui.panels.roomy import Roomy
from sowhat.gui.theme import Theme
from sowhat.gui.window import Window

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
    foot = decision.mapTo(inside, decision.rect().bottomLeft()).y()
    assert foot <= inside.height()
    assert decision.height() >= decision.minimumSizeHint().height()
    theme.wear("light")
    qtbot.waitUntil(lambda: room.verticalScrollBar().maximum() == 0)
