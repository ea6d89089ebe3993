"""Mistakes of ours that nobody caught: a report on this computer, with no word of any deck."""

from __future__ import annotations

import contextlib
import faulthandler
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QObject, Signal

from sowhat import locks
from sowhat.paths import user_data

MOST = 10  # reports that are kept
FATAL = "fatal-{number}.txt"  # what the system's own handler writes when the program dies


def folder() -> Path:
    """Return the folder of the reports."""
    return user_data() / "crashes"


class Crashes(QObject):
    """Writes a report for each mistake; ``happened`` carries its path, once a place in the code.

    A report has versions, and where it happened: files of the program, lines, kinds of errors.
    """

    happened = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: set[tuple[str, ...]] = set()
        self._fatal: IO[bytes] | None = None

    def install(self) -> None:
        """Catch what nobody else does, on all threads; and what ends the program at once."""
        sys.excepthook = self.catch
        threading.excepthook = self._catch_on_thread
        with contextlib.suppress(OSError):
            folder().mkdir(parents=True, exist_ok=True)
            self._fatal = _own_file()
            faulthandler.enable(self._fatal)

    def found(self) -> Path | None:
        """Return the report of a program that died, None where there is none; told once."""
        with contextlib.suppress(OSError):
            for left in sorted(folder().glob(FATAL.format(number="*"))):
                with left.open("rb") as file:
                    abandoned = locks.take(file)
                    data = file.read()
                if abandoned and data:
                    return left.rename(_free(left.with_name("died")))
                if abandoned:
                    left.unlink()
        return None

    def catch(
        self, _: type[BaseException], error: BaseException, __: TracebackType | None = None
    ) -> None:
        """Write a report on ``error`` and tell of it."""
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(type(error), error, error.__traceback__)
            return
        from sowhat.gui import fault

        lines = fault.report(error)
        if lines not in self._told:
            self._told.add(lines)
            self.happened.emit(_written(lines))

    def _catch_on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.catch(args.exc_type, args.exc_value)

    def close(self) -> None:
        """Leave nothing behind of a program that ends as it should."""
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
        if self._fatal is not None:
            faulthandler.disable()
            file, self._fatal = self._fatal, None
            file.close()
            with contextlib.suppress(OSError):
                Path(file.name).unlink()


def _own_file() -> IO[bytes]:
    number = 1
    while True:
        file = (folder() / FATAL.format(number=number)).open("ab")
        if locks.take(file) and not file.tell():  # else another's, or of a program that died
            return file
        file.close()
        number += 1


def _written(lines: tuple[str, ...]) -> Path | None:
    """Write a report and drop the oldest; None where it cannot be written."""
    from datetime import datetime

    from sowhat import atomic

    now = datetime.now().astimezone()
    try:
        folder().mkdir(parents=True, exist_ok=True)
        path = _free(folder() / f"crash-{now:%Y-%m-%d-%H%M%S}")
        words = "\n".join((f"{now:%Y-%m-%d %H:%M:%S %z}", *lines, ""))
        atomic.write(words.encode(), path, private=True)
        for old in sorted(folder().glob("crash-*.txt"), key=lambda one: one.name)[:-MOST]:
            old.unlink()
    except OSError:
        return None
    return path


def _free(stem: Path) -> Path:
    """Return a name that nothing has yet."""
    number, path = 1, stem.with_name(f"{stem.name}.txt")
    while path.exists():
        number += 1
        path = stem.with_name(f"{stem.name}-{number}.txt")
    return path
