"""When Python's collector goes through all there is: while nobody waits for the window."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from sowhat.gui.jobs import Runner

YOUNG, MIDDLE = 2000, 10  # as Python counts: new objects, and rounds through these
SELDOM = 10_000  # rounds until Python goes through everything by itself: that is, hardly ever
DUE = 5  # rounds after which it is worth while
PAUSE = 3000  # milliseconds between two looks


class Collector(QObject):
    """Has what is loaded by now left alone, and the rest gone through where no job is under way.

    Going through a large audit takes a tenth of a second, in which nothing else happens; Python
    would do so in the middle of the work, and on whichever thread it likes, also to Qt's objects.
    """

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._rested = False
        gc.freeze()
        gc.set_threshold(YOUNG, MIDDLE, SELDOM)
        gc.enable()
        clock = QTimer(self)
        clock.timeout.connect(self.look)
        clock.start(PAUSE)

    def look(self) -> None:
        """Collect, if there is something to collect and no job was under way the last time."""
        rested, self._rested = self._rested, not self._runner.busy
        if rested and self._rested and gc.get_count()[2] >= DUE:
            gc.collect()
