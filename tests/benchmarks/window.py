"""What the window costs with a deck of 500 slides: ``python -m tests.benchmarks.window``.

Prints, each beside its limit: the time from the start to a window that can be used, beside that of
an empty PySide6 window; the memory of the window's process above that of an empty one, without the
engine (a made-up audit is shown) and with it; the longest time that the event loop did not come
round while the deck was opened and audited, scrolled and exported, by the clock and by the
process's own work, which other programs on the machine do not lengthen; the slowest frame while the
filmstrip scrolls; and the time from dropping the deck to its verdict as a ratio to the bare audit.
Each is measured in a process of its own, without a screen.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil

from tests.benchmarks import starting

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SLIDES = 500
LIMITS = {
    "start, as a ratio to an empty window": 1.5,
    "memory without the engine, MB above an empty window": 300.0,
    "memory with the engine, MB": 900.0,
    "event loop while opening and auditing, ms": 100.0,
    "event loop while scrolling, ms": 100.0,
    "event loop while exporting, ms": 100.0,
    "slowest frame of the filmstrip, ms": 50.0,
}
MB = 1 << 20
EVEN = (0.25, 0.25, 0.25, 0.25)
WAIT = 600.0  # seconds
STEP = 90  # logical pixels that one turn of the wheel scrolls


def main() -> int:
    """Measure and print; 1 where something is over its limit."""
    if len(sys.argv) > 1:
        print(json.dumps(CHILDREN[sys.argv[1]](*map(Path, sys.argv[2:]))))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SOWHAT_DATA"] = f"{folder}/kept"
        # As an installed program: its code is compiled already.
        os.environ["PYTHONPYCACHEPREFIX"] = f"{folder}/compiled"
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        deck = Path(folder) / "deck.pptx"
        from tests.benchmarks.speed import make_deck

        make_deck(deck, SLIDES)
        found = starting.measured(Path(folder)) | measured(deck)
    over = 0
    for name, value in found.items():
        limit = LIMITS.get(name)
        told = f"(must be under {limit:g})" if limit is not None else ""
        over += limit is not None and value >= limit
        print(f"{name:56}{value:8.2f}  {told}")
    return int(over > 0)


def measured(deck: Path) -> dict[str, float]:
    """Return what is measured, by name."""
    empty = _child("empty")["memory"]
    bare, shown, whole = (_child(name, deck) for name in ("bare", "shown", "whole"))
    return {
        "memory without the engine, MB above an empty window": shown["memory"] - empty,
        "memory with the engine, MB": whole["memory"],
        "slowest frame of the filmstrip, ms": shown["frame"],
        **_gaps("scrolling", shown["scroll"]),
        **_gaps("opening and auditing", whole["audit"]),
        **_gaps("exporting", whole["export"]),
        "bare audit, s": bare["seconds"],
        "from drop to verdict, as a ratio to the bare audit": whole["seconds"] / bare["seconds"],
        "from drop to verdict, as a ratio of the work": whole["work"] / bare["work"],
    }


def _gaps(meanwhile: str, found: list[float]) -> dict[str, float]:
    clock, own = found
    named = f"event loop while {meanwhile}"
    return {f"{named}, ms": clock, f"{named}, own work, ms": own}


def _child(name: str, *paths: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.benchmarks.window", name, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=WAIT)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _memory() -> float:
    gc.collect()
    return psutil.Process().memory_info().rss / MB


def _work() -> float:
    """Return the seconds of the processor's time that went into this process and its workers."""
    ended = os.times()
    workers = [one.cpu_times() for one in psutil.Process().children()]
    return (
        time.process_time()
        + ended.children_user
        + ended.children_system
        + sum(one.user + one.system for one in workers)
    )


# What is measured in a process of its own.


def empty() -> dict[str, float]:
    """An empty window."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    application.processEvents()
    return {"memory": _memory()}


def bare(deck: Path) -> dict[str, float]:
    """The audit alone."""
    from sowhat.engine import audit

    begun, before = time.perf_counter(), _work()
    audit(deck)
    return {"seconds": time.perf_counter() - begun, "work": _work() - before}


def shown(deck: Path) -> dict[str, Any]:
    """The deck in the window with a made-up audit, scrolled from end to end."""
    from sowhat.gui.doors import Doors

    window = _window(Doors(audit=_made_up))
    _opened(window, deck)
    _settled(window)
    with beats() as gap:
        frame = _scrolled(window)
        _settled(window)
    return {"memory": _memory(), "frame": frame, "scroll": gap()}


def whole(deck: Path) -> dict[str, Any]:
    """The deck opened, audited and exported in the window."""
    window = _window()
    _until(lambda: window.arriving.done)  # by the time that a user has found a deck
    begun, before = time.perf_counter(), _work()
    with beats() as audit:
        _opened(window, deck)
        seconds, work = time.perf_counter() - begun, _work() - before
        _settled(window)
    memory = _memory()
    with beats() as export:
        _exported(window, deck.with_suffix(".pdf"))
    window.close()
    return {
        "seconds": seconds,
        "work": work,
        "audit": audit(),
        "export": export(),
        "memory": memory,
    }


def _window(doors: Any = None) -> Any:
    from sowhat import gui

    gui.obstacle()  # as the program does, which has Qt's bindings loaded by it
    from PySide6.QtWidgets import QApplication

    from sowhat.gui.application import opened

    application = QApplication([])
    window = opened(application, doors=doors)
    window.setProperty("application", application)  # or it would be gone before the window
    return window


def _made_up(path: Path, _: object, progress: Any, worker: Any) -> Any:
    """Return an audit of the deck in which every other slide is about the vendor."""
    from sowhat.measure import measure
    from sowhat.model import Audit, Motif, Profile, Stance, Verdict
    from sowhat.read import read_deck

    deck = read_deck(path, worker, progress=lambda done, total: progress("read", done, total))
    stances = (Stance.VENDOR, Stance.CUSTOMER)
    verdicts = tuple(
        Verdict(slide.number, stances[slide.number % 2], (Motif.OTHER,), 0.9, False, EVEN)
        for slide in deck.slides
    )
    none = ((),) * len(verdicts)
    measures = measure(deck, verdicts, none)
    made = {"advice": (), "sentence": "…", "version": "0", "guesses": verdicts, "signs": none}
    return Audit(deck, Profile(), verdicts, measures, (), **made)  # type: ignore[arg-type]


@contextmanager
def beats() -> Iterator[Callable[[], list[float]]]:
    """Have the event loop's longest gap measured meanwhile, in milliseconds: by the clock, and
    as far as the process was at work."""
    from PySide6.QtCore import QTimer

    longest, last = [0.0, 0.0], [time.perf_counter(), time.process_time()]

    def beat() -> None:
        now = [time.perf_counter(), time.process_time()]
        clock, work = (after - before for after, before in zip(now, last, strict=True))
        longest[:] = max(longest[0], clock), max(longest[1], min(clock, work))
        last[:] = now

    timer = QTimer()
    timer.timeout.connect(beat)
    timer.start(1)
    yield lambda: [1000 * one for one in longest]
    timer.stop()


def _until(true: Callable[[], bool]) -> None:
    """Serve events until something holds, by Qt's own loop as in the program: ``QTest.qWait`` keeps
    Python's lock while it waits, and other threads from their work."""
    from PySide6.QtCore import QEventLoop, QTimer

    deadline = time.monotonic() + WAIT
    loop, timer = QEventLoop(), QTimer()
    timer.timeout.connect(lambda: loop.quit() if true() or time.monotonic() > deadline else None)
    timer.start(5)
    if not true():
        loop.exec()
    if not true():
        raise TimeoutError


def _opened(window: Any, deck: Path) -> None:
    window.open_deck(deck)
    _until(lambda: window.page is not None)


def _settled(window: Any) -> None:
    _until(lambda: not window.runner.busy)


def _scrolled(window: Any) -> float:
    """Scroll the filmstrip to its end; return the milliseconds of the slowest frame."""
    from PySide6.QtTest import QTest

    strip = window.page.filmstrip
    bar, slowest = strip.verticalScrollBar(), 0.0
    while bar.value() < bar.maximum():
        begun = time.perf_counter()
        bar.setValue(bar.value() + STEP)
        strip.viewport().repaint()
        slowest = max(slowest, time.perf_counter() - begun)
        QTest.qWait(1)
    return 1000 * slowest


def _exported(window: Any, path: Path) -> None:
    written: list[object] = []
    window.session.reported.connect(written.append)
    window.session.start_report(path)
    _until(lambda: bool(written))


CHILDREN: dict[str, Callable[..., dict[str, Any]]] = {
    "empty": empty,
    "bare": bare,
    "shown": shown,
    "whole": whole,
}

if __name__ == "__main__":
    sys.exit(main())
