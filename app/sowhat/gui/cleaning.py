"""Cleaned copies of a session's deck: rehearsed, so that one sees what goes, and then made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sowhat.gui.doors import Doors
from sowhat.gui.jobs import Report
from sowhat.gui.under_way import UnderWay
from sowhat.worker import Worker

if TYPE_CHECKING:
    from sowhat.export.copy import Made, Trace
    from sowhat.gui.session import Session

KIND = "clean"


class Cleaning(QObject):
    """``listed`` carries what a cleaned copy would be without, a ``Made``; ``cleaned`` the path of
    one that was written, and its ``Made``."""

    listed = Signal(object)
    cleaned = Signal(object, object)

    def __init__(self, session: Session, under_way: UnderWay, doors: Doors) -> None:
        super().__init__(session)
        self._session = session
        self._under_way = under_way
        self._doors = doors

    def rehearse(self) -> None:
        """Make a copy without any trace, for the list of them alone; it is thrown away."""
        if self._session.busy or not self._session.has_audit:
            return
        deck, worker = self._session.path, Worker()

        def work(_: Report) -> Made:
            from sowhat.export.copy import Trace

            with worker, worker.folder() as folder:
                copy = folder / f"copy{deck.suffix}"
                return self._doors.clean(deck, copy, worker, frozenset(Trace))

        def done(made: Made) -> None:
            self._under_way.end()
            self.listed.emit(made)

        self._under_way.start("traces", work, done, stop=worker.cancel)

    def start(self, path: Path, traces: frozenset[Trace]) -> None:
        """Write a copy without these traces to ``path``."""
        if self._session.busy or not self._session.has_audit:
            return
        deck, worker = self._session.path, Worker()

        def work(_: Report) -> Made:
            with worker:
                return self._doors.clean(deck, path, worker, traces)

        def done(made: Made) -> None:
            self._under_way.end()
            self.cleaned.emit(path, made)

        self._under_way.start(KIND, work, done, stop=worker.cancel)
