"""Qt's application: made once, here, for the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from sowhat.gui.crash import Crashes
from sowhat.gui.first_look import first_look
from sowhat.gui.theme import Theme
from sowhat.gui.window import NAME, Window

if TYPE_CHECKING:
    from sowhat.gui.doors import Doors
    from sowhat.settings import AuditOptions

STYLE = ("-style", "Fusion")  # as an argument, which spares Python the making of Qt's class
TURN = 0.001  # seconds that another thread keeps Python while the window waits for its turn


def run(paths: Sequence[Path], options: AuditOptions | None) -> int:
    """Open the window and serve it until it is closed; return the exit code."""
    application = QApplication([*sys.argv[:1], *STYLE])
    crashes = Crashes(application)
    crashes.install()
    window = opened(application, options, paths)
    window.arriving.arrived.connect(lambda: _watch(window, crashes))
    try:
        return application.exec()
    finally:
        crashes.close()


def opened(
    application: QApplication,
    options: AuditOptions | None = None,
    paths: Sequence[Path] = (),
    doors: Doors | None = None,
) -> Window:
    """Return the window, shown, with the decks at ``paths`` or those that were open."""
    application.setApplicationName(NAME)
    application.setApplicationDisplayName("")
    application.setDesktopFileName("sowhat")
    sys.setswitchinterval(TURN)
    look = first_look()
    theme = Theme(application, look.theme, look.size)
    window = Window(theme, options, doors)
    window.arriving.arrived.connect(lambda: _complete(window))
    window.reopen(decks=not paths)
    window.open_decks(paths)
    window.show()
    return window


def _watch(window: Window, crashes: Crashes) -> None:
    from sowhat.gui.crash_desk import CrashDesk

    CrashDesk(window, window.theme, crashes)


def _complete(window: Window) -> None:
    from PySide6.QtGui import QIcon

    from sowhat.gui import spoken
    from sowhat.gui.collecting import Collector
    from sowhat.paths import resources

    QApplication.setWindowIcon(QIcon(str(resources() / "icons" / "sowhat.svg")))
    spoken.install()
    window.settings.begin()
    Collector(window.runner, window)
