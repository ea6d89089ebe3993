"""The window's memory of decks, which the user can turn off: then nothing is kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from sowhat.gui import remembered
from sowhat.gui.remembered import Opened, Recent, Remembered
from sowhat.paths import resources


class Memory(QObject):
    """Decks that were audited last, and what was open. ``changed``: the list is another one."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None, *, on: bool = True) -> None:
        super().__init__(parent)
        self._on = on
        self.damaged: Path | None = None  # the file that could not be read, where it was put

    @property
    def on(self) -> bool:
        """Whether decks are remembered."""
        return self._on

    @property
    def known(self) -> Remembered:
        """What is remembered; nothing while it is off."""
        return remembered.kept(self._put_aside) if self._on else Remembered()

    def switch(self, *, on: bool) -> None:
        """Remember from now on; or no longer, and forget what was."""
        if not on:
            remembered.forget()
        if on != self._on:
            self._on = on
            self.changed.emit()

    def add(self, path: Path, share: float | None) -> None:
        """Remember a deck that was just audited; the samples are always at hand."""
        from datetime import date

        if self._on and not path.is_relative_to(resources()):
            one = Recent(str(path.absolute()), share, date.today().isoformat())
            remembered.change(lambda known: known.with_deck(one), self._put_aside)
            self.changed.emit()

    def remove(self, path: str) -> None:
        """Forget one deck."""
        remembered.change(lambda known: known.without(path), self._put_aside)
        self.changed.emit()

    def clear(self) -> None:
        """Forget the decks; what is open now is remembered still."""
        remembered.change(lambda known: known._replace(decks=()), self._put_aside)
        self.changed.emit()

    def leave(self, decks: Sequence[Opened], front: int, geometry: bytes) -> None:
        """Remember the window as it is."""
        if self._on:
            remembered.change(
                lambda known: known._replace(open=tuple(decks), front=front, geometry=geometry),
                self._put_aside,
            )

    def _put_aside(self, file: Path) -> None:
        self.damaged = file
