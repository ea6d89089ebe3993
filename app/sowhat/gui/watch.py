"""Watches a deck's file while other programs write it.

PowerPoint writes beside the deck and renames, others write in place, and a server may lag behind;
so each sign of change only starts a clock, and what is said of the file is said once it rests. The
lock file ``~$deck.pptx`` is of no use for that: it is there as long as PowerPoint has it open.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from sowhat.gui.jobs import Report, Runner

REST = 400  # milliseconds that a file has to stay as it is
LOOKS = 6  # at a place without the file, before it is called gone: renaming takes a moment


@dataclass(frozen=True, slots=True)
class _Found:
    """What a look found: ``state`` changes with the file, None where there is none to be read."""

    state: tuple[int, int, int] | None = None
    sha256: str | None = None


class Watch(QObject):
    """Watches one file and its folder; it is opened for a moment only, once it rests.

    ``saved``: it holds other bytes than those known. ``gone``: it is not there any more. ``back``:
    it is there again with the bytes known.
    """

    saved = Signal()
    gone = Signal()
    back = Signal()

    def __init__(self, path: Path, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._path = path
        self._runner = runner
        self._known = ""
        self._told = ""  # so that no version is told twice, whatever comes of its reading
        self._last = _Found()
        self._missed = 0
        self._lost = False
        self._looking = False
        self._clock = QTimer(self, singleShot=True, interval=REST)
        self._clock.timeout.connect(self._look)
        self.watcher = QFileSystemWatcher(self)
        self.watcher.fileChanged.connect(self.look_soon)
        self.watcher.directoryChanged.connect(self.look_soon)

    @property
    def seen(self) -> tuple[int, str] | None:
        """The file's number and digest at the last look, None where it did not rest then."""
        last = self._last
        return (last.state[0], last.sha256) if last.state and last.sha256 else None

    def begin(self, sha256: str) -> None:
        """Watch from now on; ``sha256`` is that of the bytes that are known."""
        self._known = sha256
        self._attend()
        self.look_soon()  # it may have been saved while it was read

    def end(self) -> None:
        """Watch no longer."""
        self._known = ""
        self._clock.stop()
        watched = [*self.watcher.files(), *self.watcher.directories()]
        if watched:
            self.watcher.removePaths(watched)

    def look_soon(self) -> None:
        """Look at the file once nothing has happened to it for a moment."""
        if self._known:
            self._clock.start()

    def _attend(self) -> None:
        """Watch file and folder, anew where the file was replaced: the watch goes with the old."""
        watched = {*self.watcher.files(), *self.watcher.directories()}
        wanted = [str(path) for path in (self._path, self._path.parent) if path.exists()]
        new = [path for path in wanted if path not in watched]
        if new:
            self.watcher.addPaths(new)

    def _look(self) -> None:
        if self._looking:
            self._clock.start()
            return
        self._looking = True
        path, before = self._path, self._last

        def work(_: Report) -> _Found:
            return _found(path, before)

        self._runner.start(work, done=self._take, failed=lambda _: self._take(_Found()))

    def _take(self, found: _Found) -> None:
        self._looking = False
        if not self._known:
            return
        self._last = found
        if found.state is None:
            self._miss()
        elif found.sha256 is None:
            self._clock.start()  # it changed since the last look
        else:
            self._rest(found.sha256)

    def _miss(self) -> None:
        self._missed += 1
        if self._missed < LOOKS:
            self._clock.start()
        elif not self._lost:
            self._lost = True
            self.gone.emit()

    def _rest(self, sha256: str) -> None:
        self._missed = 0
        self._attend()
        lost, self._lost = self._lost, False
        if sha256 not in (self._known, self._told):
            self._told = sha256
            self.saved.emit()
        elif lost:
            self.back.emit()


def _found(path: Path, before: _Found) -> _Found:
    """Look at the file; its digest is taken where it is as it was at the look ``before``."""
    try:
        about = path.stat()
        state = about.st_ino, about.st_size, about.st_mtime_ns
        if state != before.state or not about.st_size:
            return _Found(state)
        with path.open("rb") as file:  # fails where another program keeps it to itself
            return _Found(state, hashlib.file_digest(file, "sha256").hexdigest())
    except FileNotFoundError:
        return _Found()
    except OSError:
        return _Found(before.state or (0, 0, 0))
