"""A mistake of ours that nobody caught is written down on this computer, without a deck's words."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from sowhat.gui import crash
from sowhat.gui.crash import MOST, Crashes
from sowhat.gui.crash_desk import CrashDesk
from sowhat.gui.theme import Theme
from sowhat.gui.window import Window

# The offscreen platform says so of every dialog; it has no screen to fit them to.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


@pytest.fixture
def crashes(qtbot: QtBot) -> Iterator[Crashes]:
    del qtbot
    before = sys.excepthook, threading.excepthook
    made = Crashes()
    yield made
    made.close()
    sys.excepthook, threading.excepthook = before


def _mistake() -> ValueError:
    try:
        raise ValueError("secret words of a slide")
    except ValueError as error:
        return error


def _reports() -> list[Path]:
    return sorted(crash.folder().glob("crash-*.txt"))


def test_a_report_says_where_and_holds_no_message(crashes: Crashes) -> None:
    error = _mistake()
    crashes.catch(type(error), error)
    (report,) = _reports()
    words = report.read_text(encoding="utf-8")
    assert "test_crash.py:" in words
    assert words.rstrip().endswith("ValueError")
    assert "SoWhat " in words
    assert "secret" not in words
    assert report.stat().st_mode & 0o077 == 0


def test_the_window_tells_of_it_once_and_opens_the_folder(
    qtbot: QtBot, window: Window, theme: Theme, crashes: Crashes
) -> None:
    CrashDesk(window, theme, crashes)
    error = _mistake()
    for _ in range(3):
        crashes.catch(type(error), error)
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    (box,) = window.findChildren(QMessageBox)
    assert "secret" not in box.text() + box.informativeText()
    (report,) = _reports()
    assert report.name in box.informativeText()
    desktop = _Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "open")  # type: ignore[arg-type]
    try:
        (button,) = (one for one in box.buttons() if "report" in one.text())
        button.click()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert desktop.opened == [str(crash.folder())]


class _Desktop(QObject):
    """Stands where the desktop opens files."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_threads_are_listened_to_as_well(qtbot: QtBot, crashes: Crashes) -> None:
    crashes.install()
    with qtbot.waitSignal(crashes.happened):
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()
    (report,) = _reports()
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")


def test_the_oldest_reports_go(crashes: Crashes) -> None:
    for number in range(MOST + 3):
        try:
            exec(f"{chr(10) * number}raise KeyError")  # each in a line of its own
        except KeyError as error:
            crashes.catch(type(error), error)
    assert len(_reports()) == MOST


def test_where_no_report_can_be_written_it_is_told_all_the_same(
    qtbot: QtBot, crashes: Crashes, own_data: Path
) -> None:
    own_data.write_bytes(b"a file where the folder should be")
    error = _mistake()
    with qtbot.waitSignal(crashes.happened) as told:
        crashes.catch(type(error), error)
    assert told.args == [None]


DYING = """
import os
from sowhat.gui.crash import Crashes
crashes = Crashes()
crashes.install()
secret = "words of a slide"
os.abort()
"""


def test_a_program_that_died_is_told_of_at_the_next_start(
    window: Window, theme: Theme, crashes: Crashes
) -> None:
    ended = subprocess.run([sys.executable, "-c", DYING], capture_output=True, check=False)
    assert ended.returncode != 0
    crashes.install()  # a file of its own, beside the one that was left
    CrashDesk(window, theme, crashes)
    (box,) = window.findChildren(QMessageBox)
    assert "the last time" in box.text()
    (report,) = crash.folder().glob("died*.txt")
    words = report.read_text(encoding="utf-8")
    assert "line 7" in words
    assert "slide" not in words
    assert Crashes().found() is None


def test_a_program_that_ends_as_it_should_leaves_nothing(crashes: Crashes) -> None:
    crashes.install()
    crashes.close()
    assert list(crash.folder().iterdir()) == []
