"""One deck of those audited last: its name, share, day and folder in a row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QDate, QEvent, QLocale, QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from sowhat.gui.panels.parts import label, put
from sowhat.gui.remembered import Recent
from sowhat.gui.theme import Theme
from sowhat.gui.tips import tip
from sowhat.texts import percent

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessible, QEnterEvent, QKeyEvent, QMouseEvent, QResizeEvent

    from sowhat.gui.band_label import BandLabel

SHAPE = 16  # logical pixels


def tr(words: str) -> str:
    """Return ``words`` in the user's language."""
    return QCoreApplication.translate("Recent", words)


def short_path(path: Path, home: Path) -> str:
    """Return the folder of ``path`` as people write it, with ``~`` for ``home``."""
    folder = path.parent
    if folder.is_relative_to(home):
        return str(Path("~") / folder.relative_to(home))
    return str(folder)


def day_words(iso: str, today: QDate) -> str:
    """Return a day as people say it; empty where there is none."""
    day = QDate.fromString(iso, "yyyy-MM-dd")
    if not day.isValid():
        return ""
    if (past := day.daysTo(today)) in (0, 1):
        return tr("yesterday") if past else tr("today")
    return QLocale().toString(day, "d MMM yyyy")


def shortened(words: str, room: int, wide: Callable[[str], int]) -> str:
    """Return ``words``, without some in their middle where they are wider than ``room``.

    As Qt's own does, whose enums the first picture goes without.
    """
    if wide(words) <= room:
        return words
    least, most = 0, len(words) - 1
    while least < most:
        kept = (least + most + 1) // 2
        least, most = (kept, most) if wide(_without(words, kept)) <= room else (least, kept - 1)
    return _without(words, least)


def _without(words: str, kept: int) -> str:
    """Return ``words`` with ``kept`` letters at most, and no sign parted from its letter."""
    head, tail = (kept + 1) // 2, len(words) - kept // 2
    while head and not _stands(words[head]):
        head -= 1
    while tail < len(words) and not _stands(words[tail]):
        tail += 1
    return f"{words[:head]}…{words[tail:]}"


def _stands(letter: str) -> bool:
    """Return whether it is no accent, and nothing that others are joined by."""
    return letter.isascii() or letter.isalnum()


class ElidedLabel(QLabel):
    """One line that is shortened in its middle where there is no room for it."""

    def __init__(self, words: str, theme: Theme, *, quiet: bool = False) -> None:
        super().__init__()
        self._words = words
        put(self, textFormat="PlainText")
        self.setFont(theme.font())
        self.setProperty("quiet", quiet)
        self.setMinimumWidth(40)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Shorten the words to the new width."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the whole words."""
        size = super().sizeHint()
        size.setWidth(self.fontMetrics().horizontalAdvance(self._words) + 2)
        return size

    def _fit(self) -> None:
        self.setText(shortened(self._words, self.width(), self.fontMetrics().horizontalAdvance))


class RecentRow(QFrame):
    """One deck: opened by click or Return, forgotten by its button or Delete.

    A deck that is not there any more is grey, and opening it says so.
    """

    chosen = Signal(object)
    removed = Signal(str)

    def __init__(self, deck: Recent, theme: Theme) -> None:
        super().__init__()
        self.deck = deck
        self.missing = False
        self._theme = theme
        path = Path(deck.path)
        self.setProperty("row", True)  # noqa: FBT003
        put(self, focusPolicy="StrongFocus")
        self.name = ElidedLabel(path.name, theme)
        self.about = label(self._about(), theme, quiet=True)
        self.about.setWordWrap(False)
        self.band: BandLabel | None = None
        self._room = QWidget()
        self._room.setFixedSize(SHAPE, SHAPE)
        self.folder = ElidedLabel(short_path(path, Path.home()), theme, quiet=True)
        self.remove = QToolButton()
        self.remove.setAutoRaise(True)
        put(self.remove, focusPolicy="NoFocus")
        self.remove.setToolTip(self.tr("Take it off this list (Delete)"))
        self.remove.setAccessibleName(self.tr("Take {name} off this list").format(name=path.name))
        self.remove.clicked.connect(lambda: self.removed.emit(deck.path))
        self.remove.setVisible(False)
        self._assemble()
        self._tell()

    @property
    def spoken_role(self) -> QAccessible.Role:
        """What it is to assistive technology."""
        from PySide6.QtGui import QAccessible

        return QAccessible.Role.Button

    def set_missing(self, missing: bool) -> None:  # noqa: FBT001
        """Show whether the file is still there."""
        self.missing = missing
        self.name.setEnabled(not missing)
        self.folder.setEnabled(not missing)
        if self.band is not None:
            self.band.set_shown(not missing)
        self.about.setText(self.tr("not there any more") if missing else self._about())
        self._tell()

    def show_band(self, band: BandLabel) -> None:
        """Show the shape of the deck's band, for which there is room."""
        self._line.replaceWidget(self._room, band)
        self._room.deleteLater()
        self.band = band
        band.set_shown(not self.missing)
        self._tell()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open the deck."""
        if event.button() is QtCore.Qt.MouseButton.LeftButton:
            self.chosen.emit(Path(self.deck.path))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Open the deck by Return or Space, forget it by Delete, go on by the arrows."""
        keys, key = QtCore.Qt.Key, event.key()
        if key in (keys.Key_Return, keys.Key_Enter, keys.Key_Space):
            self.chosen.emit(Path(self.deck.path))
        elif key == keys.Key_Delete:
            self.removed.emit(self.deck.path)
        elif key in (keys.Key_Down, keys.Key_Up):
            self.focusNextPrevChild(key == keys.Key_Down)
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Offer to forget it."""
        super().enterEvent(event)
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        self.remove.setIcon(self._theme.icon("cancel"))
        self.remove.setVisible(True)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Offer it no longer."""
        super().leaveEvent(event)
        self.remove.setVisible(False)

    def _assemble(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.name)
        words.addWidget(self.folder)
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(10, 6, 8, 6)
        line.setSpacing(10)
        line.addWidget(self._room)
        line.addLayout(words, 1)
        line.addWidget(self.about)
        line.addWidget(self.remove)

    def _about(self) -> str:
        share = self.deck.share
        parts = (
            percent(share) if share is not None else "",
            day_words(self.deck.date, QDate.currentDate()),
        )
        return " · ".join(part for part in parts if part)

    def _tell(self) -> None:
        band = self.band.band if self.band is not None else None
        about = f"{band}, {self.about.text()}" if band and not self.missing else self.about.text()
        self.setAccessibleName(f"{Path(self.deck.path).name}, {about}")
        self.setToolTip(tip(f"{self.deck.path}, {about}"))
