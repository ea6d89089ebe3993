"""The theme in use: follows the system's light or dark, or stays as it is told."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from sowhat import fonts
from sowhat.gui.theme import icons
from sowhat.gui.theme.colours import Colours, colours, qt_palette
from sowhat.gui.theme.sheet import style_sheet


class Theme(QObject):
    """Colours, fonts and icons, handed to every panel; ``changed`` says that they are others.

    ``dark`` None follows the system.
    """

    changed = Signal()

    def __init__(self, application: QApplication, *, dark: bool | None = None) -> None:
        super().__init__(application)
        self._application = application
        self._fixed = dark
        self._icons: dict[str, QIcon] = {}
        self._pictures: dict[tuple[str, int, float], QPixmap] = {}
        self.colours: Colours = colours(dark=False)
        application.setStyle("Fusion")
        application.setFont(_interface_font())
        self._follow()
        application.styleHints().colorSchemeChanged.connect(self._follow)

    def icon(self, name: str) -> QIcon:
        """Return the icon in the colours of now."""
        if name not in self._icons:
            self._icons[name] = icons.icon(name, self.colours)
        return self._icons[name]

    def picture(self, name: str, size: int, ratio: float) -> QPixmap:
        """Return the icon as a picture of ``size`` logical pixels, in muted ink."""
        key = (name, size, ratio)
        if key not in self._pictures:
            self._pictures[key] = icons.picture(name, size, self.colours.muted, ratio)
        return self._pictures[key]

    def font(self, scale: float = 1.0, *, bold: bool = False) -> QFont:
        """Return the window's font, ``scale`` times its size."""
        font = QFont(self._application.font())
        font.setPointSizeF(font.pointSizeF() * scale)
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _follow(self) -> None:
        system = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        self.colours = colours(dark=system if self._fixed is None else self._fixed)
        self._icons.clear()
        self._pictures.clear()
        self._application.setPalette(qt_palette(self.colours))
        self._application.setStyleSheet(style_sheet(self.colours))
        self.changed.emit()


# What a system without a font of its own answers: there a shipped one looks better.
GENERIC = frozenset(("", "Sans", "Sans Serif", "DejaVu Sans", "Bitstream Vera Sans"))


def _interface_font() -> QFont:
    """Return the system's own font, and a shipped one where the system has none to name."""
    for path in dict.fromkeys(face.path for face in fonts.shipped()):
        QFontDatabase.addApplicationFont(str(path))
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if font.family() in GENERIC or font.family() not in QFontDatabase.families():
        font = QFont("Arimo", 10)
    if QFontInfo(font).pointSizeF() < 10:
        font.setPointSizeF(10)
    return font
