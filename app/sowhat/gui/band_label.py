"""The shape of a deck's band, as it stands beside the deck's name."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sowhat.gui.paint import Look, shape, tab
from sowhat.gui.theme import Theme
from sowhat.model import Band
from sowhat.rules.measures import load_measures


def band_of(share: float | None) -> Band | None:
    """Return the band that a share falls into."""
    return None if share is None else load_measures().bands.of(share)


class BandLabel(QWidget):
    """The shape of a share's band in a square of ``size`` pixels; none where there is no share."""

    def __init__(self, share: float | None, theme: Theme, size: int) -> None:
        super().__init__()
        self.band = band_of(share)
        self._theme = theme
        self._shown = True
        self.setFixedSize(size, size)

    def set_shown(self, shown: bool) -> None:  # noqa: FBT001
        """Paint it, or leave its place empty."""
        self._shown = shown
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Paint it."""
        if self.band is not None and self._shown:
            painter = QPainter(self)
            look = Look(self._theme.colours, self.font())
            within = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            shape.paint(painter, tab.BANDS[self.band], within, look)
