"""The program's side of a worker: start it, ask it, watch it, end it."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import msgspec

from sowhat.errors import CancelledError, DeckError, OutputError, SowhatError, UsageError
from sowhat.worker import interpreter, wire
from sowhat.worker.limits import Limits
from sowhat.worker.program import Program
from sowhat.worker.reach import Reach
from sowhat.worker.rooms import Room

T = TypeVar("T")
Progress = Callable[[int, int], None]

WATCH_EVERY = 0.02  # seconds between two looks at a worker's memory and clock
MOST_COPIED = 512 << 20  # bytes of a file that gets a copy
DYING = 1.0  # seconds from a worker's last word to its end


class Worker:
    """One child process that serves one deck; use it as a context.

    ``call`` may be used from any thread, one at a time; ``cancel`` from any other. A worker that
    died is started anew by the next call.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._child: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._ended_by: str | None = None
        self._room: Room | None = None
        self._program: Program | None = None
        self._copies: dict[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The process's number while it runs."""
        return self._child.pid if self._child is not None else None

    def start(self) -> None:
        """Start the process ahead of the first call, so that both can load side by side.

        Raises ``OutputError`` cannot-write where there is no room for temporary files.
        """
        child = self._child
        if child is None or self._ended_by or child.poll() is not None:
            self._end()
            self._ended_by = None
            self._child = _spawn(self._own_room().path)

    @contextmanager
    def folder(self) -> Iterator[Path]:
        """Give a new folder that the worker may write to; it is removed afterwards.

        It outlives the process, should that have to be started anew. Raises as ``start`` does.
        """
        with self._own_room().folder() as made:
            yield made

    def lasting_folder(self) -> Path:
        """Return a new folder as ``folder`` gives, which lasts until ``close``."""
        return Path(tempfile.mkdtemp(dir=self._own_room().path))

    def copy(self, path: Path) -> None:
        """Copy the file at ``path`` for this worker: calls for ``path`` read the copy from then on.

        So another program may replace the file at any time. What is no file, is larger than
        ``MOST_COPIED`` or cannot be copied is read where it is. The copy goes with the room.
        """
        with contextlib.suppress(OSError, OutputError):
            if path.is_file() and path.stat().st_size <= MOST_COPIED:
                target = Path(tempfile.mkdtemp(dir=self._own_room().path)) / f"deck{path.suffix}"
                shutil.copyfile(path, target)
                self._copies[str(path)] = str(target)

    def call(
        self,
        function: str,
        result: type[T],
        /,
        progress: Progress | None = None,
        within: float | None = None,
        **arguments: Any,
    ) -> T:
        """Run ``function`` ("sowhat.module:name") in the worker and return its result.

        ``within`` are the seconds it may take, where that is less than the worker allows.
        Arguments and result are plain data: builtins, enums and the model's values. Raises the
        function's own ``SowhatError``; ``DeckError`` too-large, too-slow or damaged where a limit
        was hit or the worker died; ``CancelledError`` after ``cancel``.
        """
        with self._lock:
            self.start()
            child = self._child
            assert child is not None
            done = threading.Event()
            seconds = self._limits.seconds if within is None else min(within, self._limits.seconds)
            deadline = time.monotonic() + seconds
            watch = threading.Thread(target=self._watch, args=(child, done, deadline), daemon=True)
            watch.start()
            try:
                room = str(self._own_room().path)
                if arguments.get("path") in self._copies:
                    arguments["path"] = self._copies[arguments["path"]]
                call = wire.Call(function, arguments, self._limits, room)
                answer = self._exchange(child, call, progress)
            finally:
                done.set()
                watch.join()
            if self._look(child, deadline):  # so that a limit holds between two looks, too
                raise DeckError(self._ended_by or "damaged")
            return msgspec.msgpack.decode(answer, type=result)

    def run(
        self, words: Sequence[str], reach: Reach, variables: Mapping[str, str], within: float
    ) -> int:
        """Run another program and return its exit code; it serves the worker's deck, and ends with
        ``cancel`` as a call does. Raises as ``Program.wait`` does."""
        self._program = Program(words, reach, variables)
        try:
            return self._program.wait(within)
        finally:
            self._program = None

    def cancel(self) -> None:
        """End the work at once; the waiting call raises ``CancelledError``."""
        self._kill("cancelled")
        if (program := self._program) is not None:
            program.end()

    def close(self) -> None:
        """End the process and remove its folder; a call that waits raises ``CancelledError``."""
        self.cancel()
        self._end()
        room, self._room = self._room, None
        self._copies.clear()
        if room is not None:
            room.close()

    def _own_room(self) -> Room:
        if self._room is None:
            try:
                self._room = Room()
            except OSError as error:
                detail = (error.strerror or type(error).__name__).lower()
                place = tempfile.tempdir or ""
                raise OutputError("cannot-write", path=place, detail=detail) from error
        return self._room

    def _end(self) -> None:
        self._kill("cancelled")
        child, self._child = self._child, None
        if child is None:
            return
        child.wait()
        for stream in (child.stdin, child.stdout):  # last: a thread that reads holds its lock
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()

    def _exchange(
        self, child: subprocess.Popen[bytes], call: wire.Call, progress: Progress | None
    ) -> msgspec.Raw:
        answered = False
        try:
            message = self._next(child, call)
            while isinstance(message, wire.Step):
                if progress is not None:
                    progress(message.done, message.total)
                message = self._next(child)
            answered = True
        finally:
            if not answered:  # what is left of the answer must not be taken for the next one
                self._end()
        if isinstance(message, wire.Failure):
            raise _error(message)
        return message.result

    def _next(self, child: subprocess.Popen[bytes], call: wire.Call | None = None) -> wire.Message:
        """Return the worker's next message, after sending ``call`` where there is one."""
        assert child.stdin is not None
        assert child.stdout is not None
        try:
            if call is not None:
                wire.send(child.stdin, call)
            data = wire.receive(child.stdout)
            if data is not None:
                message: wire.Message = msgspec.msgpack.decode(data, type=wire.Message)
                return message
        except (OSError, EOFError, ValueError, msgspec.DecodeError):
            pass  # the worker is gone or babbles
        reason = self._ended_by or _died_of(child)
        raise CancelledError() if reason == "cancelled" else DeckError(reason)

    def _watch(
        self, child: subprocess.Popen[bytes], done: threading.Event, deadline: float
    ) -> None:
        while not done.wait(WATCH_EVERY):
            if self._look(child, deadline):
                return

    def _look(self, child: subprocess.Popen[bytes], deadline: float) -> bool:
        """Say whether the worker is over a limit, and end it if so."""
        import psutil  # here, for the worker itself loads this package and must start quickly

        try:
            large = psutil.Process(child.pid).memory_info().rss > self._limits.resident
        except psutil.Error:
            return False  # it ended by itself
        if large or time.monotonic() > deadline:
            self._kill("too-large" if large else "too-slow")
            return True
        return False

    def _kill(self, reason: str) -> None:
        child = self._child
        if child is not None and child.poll() is None:
            self._ended_by = self._ended_by or reason
            child.kill()


def _error(failure: wire.Failure) -> SowhatError:
    kind = {known.__name__: known for known in (OutputError, UsageError)}.get(failure.kind)
    return (kind or DeckError)(failure.reason, **failure.values)


def _died_of(child: subprocess.Popen[bytes]) -> str:
    """Return the reason that the system's own limits gave, if any."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        code = child.wait(DYING)
        if sys.platform != "win32" and code == -signal.SIGXCPU:
            return "too-slow"
    return "damaged"


def _spawn(room: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        interpreter.command(interpreter.WORKER),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if os.environ.get("SOWHAT_DEBUG") else subprocess.DEVNULL,
        env=interpreter.environment(room),
        creationflags=interpreter.FLAGS,
    )
