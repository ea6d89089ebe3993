"""What this program is, which version, and what it never does."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

import sowhat
from sowhat.gui.panels.parts import label
from sowhat.gui.theme import Theme
from sowhat.gui.theme.icons import drawn
from sowhat.paths import user_data
from sowhat.texts import text

ICON, WIDE = 64, 420  # logical pixels


def versions() -> str:
    """Return what somebody who helps wants to know, without anything of the user's."""
    system = f"{platform.system()} {platform.release()}, {platform.machine()}"
    return text(
        "about.versions",
        version=sowhat.__version__,
        python=platform.python_version(),
        qt=qVersion(),
        system=system,
    )


class AboutDialog(QDialog):
    """Says it, and copies the versions."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About SoWhat"))
        picture = QLabel()
        picture.setPixmap(drawn("sowhat", round(ICON * theme.size), self.devicePixelRatioF()))
        self.words = QVBoxLayout()
        self.words.setSpacing(8)
        for words, scale, bold, quiet in (
            ("SoWhat", 1.8, True, False),
            (text("about.what"), 1.0, False, False),
            (text("about.offline"), 1.0, False, False),
            (versions(), 0.92, False, True),
        ):
            line = label(words, theme, scale=scale, bold=bold, quiet=quiet)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            line.setMinimumWidth(round(WIDE * theme.size))
            self.words.addWidget(line)
        across = QHBoxLayout()
        across.setSpacing(18)
        across.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(self.words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(16)
        column.addLayout(across)
        column.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.copy = box.addButton(self.tr("Copy the versions"), role)
        self.copy.setToolTip(self.tr("Copy them for whoever helps you"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(versions()))
        self.folder: QPushButton = box.addButton(self.tr("Show what is kept"), role)
        self.folder.setToolTip(self.tr("Open the folder with your decisions and settings"))
        self.folder.clicked.connect(_show_folder)
        return box


def _show_folder() -> None:
    folder = user_data()
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
