"""The window with a sample open, set up anew for each picture."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QWidget

from sowhat.gui.deck_page import DeckPage
from sowhat.gui.doors import DOORS, StageProgress
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme
from sowhat.gui.window import Window
from sowhat.model import Audit
from sowhat.paths import resources
from sowhat.settings import AuditOptions
from sowhat.worker import Worker

SIZE = 1280, 800  # logical pixels of the window
PATIENCE = 400.0  # seconds
SAMPLE = resources() / "samples" / "vendor-pitch.pptx"


def serve(milliseconds: int) -> None:
    """Serve events by Qt's own loop, as in the program: ``QTest.qWait`` keeps Python's lock while
    it waits, and the audit's thread from its work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Stage:
    """Hands a window to the shots, and a ``folder`` that lasts from one to the next."""

    window: Window

    def __init__(self, theme: Theme, folder: Path, options: AuditOptions | None = None) -> None:
        self.theme = theme
        self.folder = folder
        self._options = options or AuditOptions()
        self._audits: dict[tuple[Path, AuditOptions], Audit] = {}
        self._hold = False

    def set(self, theme: str, size: float) -> None:
        """Begin a picture in this look, with an empty window."""
        self.window = Window(self.theme, self._options, replace(DOORS, audit=self._audit))
        preferences = self.window.settings.preferences
        percent = round(100 * size)
        preferences.change(replace(preferences.settings, theme=theme, text_size=percent))
        preferences.wear()
        self.window.resize(*SIZE)
        self.window.show()

    def clear(self) -> None:
        """End a picture."""
        self._hold = False
        self.window.close()
        self.window.deleteLater()
        serve(1)

    @property
    def page(self) -> DeckPage:
        """The page of the deck that is open."""
        assert self.window.page is not None
        return self.window.page

    @property
    def session(self) -> Session:
        """The session of the deck that is open."""
        return self.page.session

    def open(self, slide: int = 1, path: Path = SAMPLE) -> DeckPage:
        """Open a sample at a slide."""
        self.window.open_deck(path)
        self.until(lambda: self.window.page is not None)
        self.session.go(slide)
        return self.page

    def read(self, path: Path = SAMPLE) -> QWidget:
        """Show a sample while it is being read."""
        self._hold = True
        self.window.open_deck(path)
        serve(300)
        return self.window

    def dialog(self, kind: type[QDialog] = QDialog) -> QDialog:
        """Return the dialog that was opened last."""
        found = self.window.findChildren(kind)
        assert found
        return found[-1]

    def until(self, true: Callable[[], bool]) -> None:
        """Wait until something is so."""
        deadline = time.monotonic() + PATIENCE
        while not true():
            assert time.monotonic() < deadline, "waited too long"
            serve(5)

    def take(self, shown: QWidget) -> QPixmap:
        """Return a picture of ``shown`` once nothing is under way in the window."""
        if not self._hold:
            serve(60)
            self.until(lambda: not self.window.runner.busy)
        serve(60)
        return shown.grab()

    def _audit(
        self, path: Path, options: AuditOptions, progress: StageProgress, worker: Worker
    ) -> Audit:
        while self._hold:
            progress("pictures", 7, 12)
            time.sleep(0.02)
        known = path, options
        if known not in self._audits:
            self._audits[known] = DOORS.audit(path, options, progress, worker)
        return self._audits[known]
