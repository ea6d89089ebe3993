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
    return _painted(_renderer(name, colour), size, ratio)


def drawn(name: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return icon ``name`` in the colours that it brings."""
    return _painted(QSvgRenderer(QByteArray(_source(name).encode())), size, ratio)


def _renderer(name: str, colour: QColor) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour.name()).encode()))


def _painted(renderer: QSvgRenderer, size: int, ratio: float) -> QPixmap:
    side = round(size * ratio)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def icon(name: str, colours: Colours, scale: float) -> QIcon:
    """Return icon ``name`` for the theme, in the usual sizes, ``scale`` times as large."""
    made = QIcon()
    for colour, mode in ((colours.ink, QIcon.Mode.Normal), (colours.faint, QIcon.Mode.Disabled)):
        renderer = _renderer(name, colour)  # read once for all sizes
        for size in SIZES:
            made.addPixmap(_painted(renderer, round(size * scale), 1.0), mode)
    return made
