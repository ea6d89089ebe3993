"""The program's own icons: SVG files that take the text's colour."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from sowhat.gui.theme.colours import Colours
from sowhat.paths import resources

SIZES = (16, 20, 32, 40)  # pixels that menus, toolbars and dialogs ask for, on dense screens too


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def picture(name: str, size: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """Return icon ``name`` in ``colour``, ``size`` logical pixels wide on a ``ratio`` screen."""
    return _painted(_source(name).replace("currentColor", colour.name()), size, ratio)


def drawn(name: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return icon ``name`` in the colours that it brings."""
    return _painted(_source(name), size, ratio)


def _painted(svg: str, size: int, ratio: float) -> QPixmap:
    side = round(size * ratio)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def icon(name: str, colours: Colours) -> QIcon:
    """Return icon ``name`` for the theme, in the usual sizes."""
    made = QIcon()
    for size in SIZES:
        made.addPixmap(picture(name, size, colours.ink))
        made.addPixmap(picture(name, size, colours.faint), QIcon.Mode.Disabled)
    return made
