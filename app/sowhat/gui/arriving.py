"""What a window needs once a deck is open, loaded after its first picture and not before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal

from sowhat import texts
from sowhat.gui.jobs import Report, Runner

PARTS = ("gui.workplace", "gui.session", "gui.deck_page", "gui.following", "drafting")


def load(_: Report | None = None) -> None:
    """Import the parts and read the sentences: more than all that a window without a deck needs."""
    for name in PARTS:
        import_module(f"sowhat.{name}")
    texts.load()


class Arriving(QObject):
    """Imports the parts on a thread of the runner, then has the pieces of the window made one by
    one, between which it answers whoever uses it. At the end it is ``done``, and ``arrived`` says
    so."""

    arrived = Signal()

    def __init__(
        self, runner: Runner, pieces: Callable[[], Iterator[None]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._make = pieces
        self._pieces: Iterator[None] | None = None
        self._begun = False
        self.done = False

    def begin(self) -> None:
        """Begin, if it has not begun yet."""
        if not self._begun:
            self._begun = True
            self._runner.start(load, done=self._loaded, failed=self._failed)

    def _loaded(self, _: None) -> None:
        self._pieces = self._make()
        self._go_on()

    def _go_on(self) -> None:
        if self._pieces is None:
            return
        try:
            next(self._pieces)
        except StopIteration:
            self._pieces, self.done = None, True
            self.arrived.emit()
        else:
            QTimer.singleShot(0, self, self._go_on)

    @staticmethod
    def _failed(error: Exception) -> None:
        raise error  # a mistake of ours, which is told as any other
