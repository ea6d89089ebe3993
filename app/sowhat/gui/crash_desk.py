"""What the window says of a mistake that nobody caught."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from sowhat.gui.crash import Crashes
from sowhat.gui.theme import Theme
from sowhat.texts import text


class CrashDesk(QObject):
    """Says so, and offers to open the folder with the report; one dialog at a time."""

    def __init__(self, window: QWidget, theme: Theme, crashes: Crashes) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._open = False
        crashes.happened.connect(self.tell, Qt.ConnectionType.QueuedConnection)
        if (left := crashes.found()) is not None:
            self.tell(left, "crash.died")

    def tell(self, report: Path | None, key: str = "crash.happened") -> None:
        """Tell of a mistake and its ``report``, None where none could be written."""
        if self._open:
            return
        self._open = True
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setObjectName("error")
        box.setIconPixmap(self._theme.picture("warning", 36, self._window.devicePixelRatioF()))
        box.setWindowTitle(self.tr("SoWhat made a mistake"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text(key))
        box.setStandardButtons(QMessageBox.StandardButton.Ok)
        if report is not None:
            box.setInformativeText(text("crash.report", name=report.name))
            button = box.addButton(self.tr("Show the report"), QMessageBox.ButtonRole.ActionRole)
            button.setToolTip(self.tr("Open the folder that holds the report"))
            folder = QUrl.fromLocalFile(str(report.parent))
            button.clicked.connect(lambda: QDesktopServices.openUrl(folder))
        box.finished.connect(self._closed)
        box.open()

    def _closed(self) -> None:
        self._open = False
