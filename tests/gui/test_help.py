"""The keys, searched, and what the program says of itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

import sowhat
from sowhat.gui.about import AboutDialog
from sowhat.gui.keys_dialog import KeysDialog
from sowhat.gui.window import Window

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


@pytest.fixture
def keys(window: Window) -> KeysDialog:
    window.actions_["keys"].trigger()
    dialog = window.findChild(KeysDialog)
    assert isinstance(dialog, KeysDialog)
    return dialog


def test_all_keys_are_listed(keys: KeysDialog, window: Window) -> None:
    tips = [window.actions_.entry(name).tip for name in window.actions_.names()]
    assert list(keys.shown[: len(tips)]) == tips
    assert len(keys.shown) > len(tips)


def test_what_is_typed_leaves_what_has_all_of_it(keys: KeysDialog, window: Window) -> None:
    QTest.keyClicks(keys.search, "decide CUSTOMER")
    assert keys.shown == (window.actions_.entry("customer").tip,)
    keys.search.setText("ctrl+o")
    assert window.actions_.entry("open").tip in keys.shown
    keys.search.setText("no such thing")
    assert (len(keys.shown), keys.none.isVisible()) == (0, True)
    keys.search.clear()
    assert (keys.view.isVisible(), keys.none.isVisible()) == (True, False)
    QTest.keyClick(keys, Qt.Key.Key_Escape)
    assert not keys.isVisible()


class _Opened(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.urls.append(url)


def test_the_program_says_what_it_is(window: Window) -> None:
    window.actions_["about"].trigger()
    dialog = window.findChild(AboutDialog)
    assert isinstance(dialog, AboutDialog)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert sowhat.__version__ in said
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert f"Version {sowhat.__version__}" in QGuiApplication.clipboard().text()
    opened = _Opened()
    QDesktopServices.setUrlHandler("file", opened, "take")  # type: ignore[arg-type]
    try:
        dialog.folder.click()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert [url.fileName() for url in opened.urls] == ["kept"]
