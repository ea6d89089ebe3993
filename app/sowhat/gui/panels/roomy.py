"""Pages that can be scrolled where large words, or a small window, leave them too little room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QStackedWidget, QWidget

from sowhat.gui.theme import Theme

TALL = 540  # logical pixels that a page takes by each size of words
LARGE = 1.2  # from which size of words on


def roomy_size(size: QSize, theme: Theme, parent: QWidget) -> QSize:
    """Return the size of a dialog that is usually ``size``: larger with large words, but no larger
    than the window over which it stands."""
    return (size * theme.size).boundedTo(parent.window().size()).expandedTo(size)


class Pages(QStackedWidget):
    """Several pages of which one is shown, and it alone asks for room."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self._settle)

    def addWidget(self, page: QWidget) -> int:  # noqa: N802
        """Add a page; return its index."""
        index = super().addWidget(page)
        self._settle()
        return index

    def _settle(self) -> None:
        for page in (self.widget(index) for index in range(self.count())):
            shown = page is self.currentWidget()
            policy = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Ignored
            if page is not None:
                page.setSizePolicy(policy, policy)


class Roomy(QScrollArea):
    """Shows ``page`` as large as it has room; with large words as tall as they need.

    Not by Qt's own resizing, which gives a page the height that it would like to have.
    """

    def __init__(self, page: QWidget, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._page = page
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        if isinstance(page, Pages):
            page.currentChanged.connect(self._begin_at_top)
        theme.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the page to the new room."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Fit the page anew when what it shows needs another size."""
        if watched is self._page and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _begin_at_top(self) -> None:
        """Show a page from its beginning, once what takes the keyboard on it has it."""
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(0))

    def _fit(self) -> None:
        size = self._theme.size
        tall = round(TALL * size) if size > LARGE else 0
        least = self._page.minimumSizeHint().expandedTo(QSize(0, tall))
        self._page.resize(self.viewport().size().expandedTo(least))
