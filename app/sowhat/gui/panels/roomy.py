"""A page that can be scrolled where large words leave it too little room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from sowhat.gui.theme import Theme

TALL = 540  # logical pixels that a page takes by each size of words
LARGE = 1.2  # from which size of words on


class Roomy(QScrollArea):
    """Shows ``page`` as large as it has room; with large words as tall as they need."""

    def __init__(self, page: QWidget, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._page = page
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        size = self._theme.size
        self._page.setMinimumHeight(round(TALL * size) if size > LARGE else 0)
