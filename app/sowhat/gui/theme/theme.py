"""The theme in use: follows the system, or is as the user wants it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from sowhat.gui.theme.colours import Colours, colours, qt_palette
from sowhat.gui.theme.sheet import style_sheet
from sowhat.paths import resources

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QPixmap


class Theme(QObject):
    """Colours, fonts and icons, handed to every panel; ``changed`` says that they are others.

    ``name`` is one of the names below; words have ``size`` times their usual size.
    """

    SYSTEM, LIGHT, DARK, CONTRAST = "system", "light", "dark", "contrast"

    changed = Signal()

    def __init__(self, application: QApplication, name: str = SYSTEM, size: float = 1.0) -> None:
        super().__init__(application)
        self._application = application
        self._name = name
        self._size = size
        self._icons: dict[str, QIcon] = {}
        self._pictures: dict[tuple[str, int, float], QPixmap] = {}
        self._font = _interface_font()
        self.colours: Colours = self._guessed()
        self._dress()
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self.follow)
        hints.accessibility().contrastPreferenceChanged.connect(self.follow)

    @property
    def size(self) -> float:
        """How many times their usual size words have."""
        return self._size

    def wear(self, name: str, size: float = 1.0) -> None:
        """Take the theme ``name`` (system, light, dark, contrast), and words ``size`` times."""
        if (name, size) != (self._name, self._size):
            self._name, self._size = name, size
            self.colours = self._chosen()
            self._dress()

    def icon(self, name: str) -> QIcon:
        """Return the icon in the colours of now."""
        from sowhat.gui.theme import icons  # the first picture of a window goes without

        if name not in self._icons:
            self._icons[name] = icons.icon(name, self.colours, self._size)
        return self._icons[name]

    def picture(self, name: str, size: int, ratio: float) -> QPixmap:
        """Return the icon as a picture, in muted ink: of ``size`` logical pixels where words have
        their usual size, and larger beside larger ones."""
        from sowhat.gui.theme import icons

        key = (name, size, ratio)
        if key not in self._pictures:
            side = round(size * self._size)
            self._pictures[key] = icons.picture(name, side, self.colours.muted, ratio)
        return self._pictures[key]

    def font(self, scale: float = 1.0, *, bold: bool = False) -> QFont:
        """Return the window's font, ``scale`` times its size."""
        font = QFont(self._application.font())
        font.setPointSizeF(font.pointSizeF() * scale)
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    @staticmethod
    def further_fonts() -> Iterator[None]:
        """Register the shipped faces that the window itself does not need, one at each step."""
        for path in _faces(""):
            if not path.name.startswith(OWN):
                QFontDatabase.addApplicationFont(str(path))
                yield

    def follow(self) -> None:
        """Follow the system where the user wants that."""
        if self._name == self.SYSTEM and (now := self._chosen()) != self.colours:
            self.colours = now
            self._dress()

    def _guessed(self) -> Colours:
        """Return the colours for the first picture, without the enums of Qt's namespace, which
        cost a tenth of the start: where the system is dark, so is what Qt wears by itself."""
        dark, strong = self._name == self.DARK, self._name == self.CONTRAST
        if self._name == self.SYSTEM:
            ground = self._application.palette().color(QPalette.ColorRole.Window)
            dark = ground.lightness() < HALF
        return colours(dark=dark, contrast=strong)

    def _chosen(self) -> Colours:
        hints = self._application.styleHints()
        dark, strong = self._name == self.DARK, self._name == self.CONTRAST
        if self._name == self.SYSTEM:
            dark = hints.colorScheme() is QtCore.Qt.ColorScheme.Dark
            wanted = hints.accessibility().contrastPreference()
            strong = wanted is QtCore.Qt.ContrastPreference.HighContrast
        return colours(dark=dark, contrast=strong)

    def _dress(self) -> None:
        self._icons.clear()
        font = QFont(self._font)
        font.setPointSizeF(font.pointSizeF() * self._size)
        self._application.setFont(font)
        self._pictures.clear()
        self._application.setPalette(qt_palette(self.colours))
        self._application.setStyleSheet(style_sheet(self.colours, self._size))
        self.changed.emit()


OWN = "Arimo"
SMALLEST = 10  # points
HALF = 128  # of a colour's lightness
# What a system without a font of its own answers: there a shipped one looks better.
GENERIC = frozenset(("", "Sans", "Sans Serif", "DejaVu Sans", "Bitstream Vera Sans"))


def _interface_font() -> QFont:
    """Return the system's own font, and a shipped one where the system has none to name."""
    for path in _faces(OWN):
        QFontDatabase.addApplicationFont(str(path))
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if font.family() in GENERIC or font.family() not in QFontDatabase.families():
        return QFont(OWN, SMALLEST)
    if QFontInfo(font).pointSizeF() < SMALLEST:
        font.setPointSizeF(SMALLEST)
    return font


def _faces(name: str) -> list[Path]:
    return sorted((resources() / "fonts").glob(f"{name}*.ttf"))
