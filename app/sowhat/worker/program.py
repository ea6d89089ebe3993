"""The program's side of another program: start it confined, watch it, end all of it."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from sowhat.errors import CancelledError, DeckError
from sowhat.worker import interpreter
from sowhat.worker.launched import UNCONFINED
from sowhat.worker.reach import Reach

LOOK_EVERY = 0.05  # seconds


class Program:
    """One run of a program that is not ours, within its ``reach``.

    ``words`` are its absolute path and its arguments, ``variables`` all that it has. ``end`` may be
    called from any thread.
    """

    def __init__(self, words: Sequence[str], reach: Reach, variables: Mapping[str, str]) -> None:
        self._reach = reach
        self._ended_by: str | None = None
        launcher = interpreter.command(interpreter.LAUNCHER)
        said = msgspec.json.encode(reach).decode()
        self._process = subprocess.Popen(
            [*launcher, said, *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=reach.room,
            env={**interpreter.environment(Path(reach.room)), **variables},
            start_new_session=True,  # so that it is ended with all that it starts
            creationflags=interpreter.FLAGS,
        )

    def wait(self, seconds: float) -> int:
        """Return the exit code, ``UNCONFINED`` where it could not be started as it has to be.

        Raises ``DeckError`` too-slow after ``seconds``, or too-large; ``CancelledError`` after
        ``end``. Nothing of it runs any more then.
        """
        deadline = time.monotonic() + seconds
        try:
            while (code := self._exit(LOOK_EVERY)) is None:
                if time.monotonic() > deadline:
                    self._kill("too-slow")
                elif self._resident() > self._reach.resident:
                    self._kill("too-large")
        finally:
            self._kill("cancelled")
            self._process.wait()
        if self._ended_by == "cancelled":
            raise CancelledError()
        if self._ended_by is not None:
            raise DeckError(self._ended_by)
        return code

    def end(self) -> None:
        """End it; whoever waits gets ``CancelledError``."""
        self._kill("cancelled")

    def _exit(self, seconds: float) -> int | None:
        with contextlib.suppress(subprocess.TimeoutExpired):
            return self._process.wait(seconds)
        return None

    def _resident(self) -> int:
        import psutil

        total = 0
        with contextlib.suppress(psutil.Error):
            first = psutil.Process(self._process.pid)
            for one in (first, *first.children(recursive=True)):
                with contextlib.suppress(psutil.Error):
                    total += one.memory_info().rss
        return total

    def _kill(self, reason: str) -> None:
        """End the program and its children; a group outlives its leader."""
        if self._process.poll() is None:
            self._ended_by = self._ended_by or reason
        if sys.platform == "win32":
            self._kill_children()
            self._process.kill()
        else:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def _kill_children(self) -> None:
        import psutil

        with contextlib.suppress(psutil.Error):
            for child in psutil.Process(self._process.pid).children(recursive=True):
                with contextlib.suppress(psutil.Error):
                    child.kill()


__all__ = ["UNCONFINED", "Program"]
