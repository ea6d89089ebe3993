"""Small pieces that panels are put together from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from sowhat.gui.theme import Theme


def put(on: QObject, **properties: str) -> None:
    """Set properties of ``on`` to values that are told by their names in Qt, as in a style sheet.

    For what stands in the first picture: the enums of Qt's namespace are made all at once, which
    costs a tenth of the start. Raises ``ValueError`` for names that Qt does not know.
    """
    for name, value in properties.items():
        if not on.setProperty(name, value):
            raise ValueError(f"{name}: {value}")


class Label(QLabel):
    """A label whose font is ``scale`` times the window's, also after that has changed."""

    def __init__(self, theme: Theme, scale: float = 1.0, *, bold: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._scale = scale
        self._bold = bold
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._theme.font(self._scale, bold=self._bold))


def label(
    words: str, theme: Theme, *, scale: float = 1.0, bold: bool = False, quiet: bool = False
) -> QLabel:
    """Return a label that wraps; its words are never taken for markup."""
    made = Label(theme, scale, bold=bold)
    put(made, textFormat="PlainText")
    made.setText(words)
    made.setWordWrap(True)
    made.setProperty("quiet", quiet)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


def push(words: str, told: str, look: str = "") -> QPushButton:
    """Return a button; ``told`` is what its tooltip says, ``look`` one of the style sheet's."""
    made = QPushButton(words)
    made.setToolTip(told)
    if look:
        made.setProperty(look, True)  # noqa: FBT003
    return made


def card() -> QFrame:
    """Return an empty card with a thin frame."""
    made = QFrame()
    made.setProperty("card", True)  # noqa: FBT003
    return made


def stacked(above: QWidget, below: QWidget, grows: int = 1) -> QWidget:
    """Return a widget with one above the other; the one at ``grows`` (0 or 1) gets the room."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for place, part in enumerate((above, below)):
        column.addWidget(part, int(place == grows))
    return made


def abreast(parts: Sequence[QWidget], sizes: Sequence[int]) -> QSplitter:
    """Return parts side by side with edges to drag; ``sizes`` are their widths at first."""
    made = QSplitter()
    made.setChildrenCollapsible(False)
    made.setHandleWidth(8)
    for part in parts:
        made.addWidget(part)
    made.setSizes(list(sizes))
    return made


def steady_bar(view: QAbstractScrollArea) -> None:
    """Keep room for a scroll bar, lest all moves as it comes and goes; show it where needed."""
    put(view, verticalScrollBarPolicy="ScrollBarAlwaysOn")
    bar = view.verticalScrollBar()
    bar.rangeChanged.connect(lambda low, high: bar.setEnabled(high > low))
    bar.setEnabled(bar.maximum() > bar.minimum())


def fill_page(page: QWidget, head: QWidget, middle: QWidget, foot: QLayout) -> None:
    """Lay a page out: what is told on top, what is looked at, and the buttons below."""
    column = QVBoxLayout(page)
    column.setContentsMargins(12, 8, 12, 12)
    column.setSpacing(8)
    column.addWidget(head)
    column.addWidget(middle, 1)
    column.addLayout(foot)
