"""Qt's application: made once, here, for the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from sowhat.gui import spoken
from sowhat.gui.crash import Crashes
from sowhat.gui.crash_desk import CrashDesk
from sowhat.gui.theme import Theme
from sowhat.gui.warming import warm
from sowhat.gui.window import NAME, Window
from sowhat.paths import resources
from sowhat.settings import AuditOptions


def run(paths: Sequence[Path], options: AuditOptions) -> int:
    """Open the window and serve it until it is closed; return the exit code."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName(NAME)
    application.setApplicationDisplayName("")
    application.setDesktopFileName("sowhat")
    application.setWindowIcon(QIcon(str(resources() / "icons" / "sowhat.svg")))
    spoken.install()
    crashes = Crashes(application)
    crashes.install()
    theme = Theme(application)
    window = Window(theme, options)
    window.settings.begin()
    window.reopen(decks=not paths)
    window.show()
    CrashDesk(window, theme, crashes)
    window.open_decks(paths)
    warm()
    try:
        return application.exec()
    finally:
        crashes.close()
