"""The decks that were audited last, on the page that invites, and in the menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sowhat.gui.jobs import Report, Runner
from sowhat.gui.memory import Memory
from sowhat.gui.panels.parts import label, put
from sowhat.gui.recent_row import SHAPE, RecentRow, tr
from sowhat.gui.theme import Theme
from sowhat.gui.tips import tip
from sowhat.texts import text

IN_MENU = 9  # decks, each with a digit to press


class RecentList(QFrame):
    """The decks in a card, with a way to forget them all; hidden where there is nothing to say."""

    chosen = Signal(object)

    def __init__(self, memory: Memory, runner: Runner, theme: Theme) -> None:
        super().__init__()
        self._memory = memory
        self._runner = runner
        self._theme = theme
        self.rows: tuple[RecentRow, ...] = ()
        self._banded = False
        self.setProperty("card", True)  # noqa: FBT003
        self.clear = QPushButton(self.tr("Clear all"))
        self.clear.setProperty("link", True)  # noqa: FBT003
        self.clear.setToolTip(self.tr("Forget all decks on this list; the files stay"))
        self.clear.clicked.connect(memory.clear)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 6, 0)
        head.addWidget(label(self.tr("Recent decks"), theme, bold=True), 1)
        head.addWidget(self.clear)
        self.told = label("", theme, quiet=True)
        self.told.setContentsMargins(12, 0, 6, 4)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        put(self._area, frameShape="NoFrame", focusPolicy="NoFocus")
        put(self._area, horizontalScrollBarPolicy="ScrollBarAlwaysOff")
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 12, 6, 8)
        column.addLayout(head)
        column.addWidget(self.told)
        column.addWidget(self._area, 1)
        memory.changed.connect(self.show_decks)
        theme.changed.connect(self.show_decks)

    def show_decks(self) -> None:
        """Show the decks of now, and look which are still there."""
        decks = self._memory.known.decks
        inside = QWidget()
        inside.setObjectName("recent")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        self.rows = tuple(RecentRow(deck, self._theme) for deck in decks)
        for row in self.rows:
            row.chosen.connect(self.chosen)
            row.removed.connect(self._remove)
            column.addWidget(row)
        column.addStretch(1)
        if self._banded:
            self._band()
        self._area.setWidget(inside)
        damaged = self._memory.damaged
        self.told.setText(text("recent.damaged", path=damaged) if damaged else "")
        self.told.setVisible(damaged is not None)
        self.clear.setVisible(bool(decks))
        self.setVisible(bool(decks) or damaged is not None)
        self._look(self.rows)

    def show_bands(self) -> None:
        """Show the decks' bands from now on; before, the rules that tell them need not be there."""
        self._banded = True
        self._band()

    def _band(self) -> None:
        from sowhat.gui.band_label import BandLabel

        for row in self.rows:
            row.show_band(BandLabel(row.deck.share, self._theme, SHAPE))

    def _remove(self, path: str) -> None:
        """Forget a deck once its row, which goes with it, has done what it does."""
        QTimer.singleShot(0, self, lambda: self._memory.remove(path))

    def _look(self, rows: tuple[RecentRow, ...]) -> None:
        """Look for the files on a job's thread: a server that is away may take long to say so."""
        paths = [Path(row.deck.path) for row in rows]

        def work(_: Report) -> list[bool]:
            return [not path.is_file() for path in paths]

        def done(missing: list[bool]) -> None:
            if rows is self.rows:
                for row, gone in zip(rows, missing, strict=True):
                    row.set_missing(gone)

        if rows:
            self._runner.start(work, done=done, failed=lambda _: None)


def fill_menu(menu: QMenu, memory: Memory, chosen: Callable[[Path], None]) -> None:
    """Fill the menu of recent decks anew, with a way to forget them."""
    menu.clear()
    decks = memory.known.decks[:IN_MENU]
    for number, deck in enumerate(decks, 1):
        path = Path(deck.path)
        name = path.name.replace("&", "&&")
        action = menu.addAction(f"&{number}  {name}", partial(chosen, path))
        action.setToolTip(tip(deck.path))
    if decks:
        menu.addSeparator()
        menu.addAction(tr("&Clear all"), memory.clear)
    menu.menuAction().setEnabled(bool(decks))
