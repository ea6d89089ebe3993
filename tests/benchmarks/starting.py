"""From a process's start to a window that can be used: ``python -m tests.benchmarks.starting``.

The program, as its command starts it, with recent decks on its first page, in turn with an empty
PySide6 window: by the clock from the start of the process until the window has been painted, and
by the processor's time that went into it, which other programs on the machine lengthen less. Both
run from compiled code, as installed programs do. Also tells how long the event loop was held up
until all else had arrived.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 15
WAIT = 60.0  # seconds
HERE = Path(__file__).parent
EMPTY, OURS = HERE / "empty_window.py", HERE / "our_window.py"


def main() -> int:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        found = measured(Path(folder))
    for name, value in found.items():
        print(f"{name:56}{value:8.2f}")
    return 0


def measured(folder: Path) -> dict[str, float]:
    """Return what is measured, by name; what is kept and compiled goes into ``folder``."""
    environment = dict(os.environ)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment |= {
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "SOWHAT_DATA": str(folder / "kept"),
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
    }
    remember(folder)
    for script in (EMPTY, OURS):
        started(script, environment)  # compiles
    empty, ours = zip(
        *((started(EMPTY, environment), started(OURS, environment)) for _ in range(ROUNDS)),
        strict=True,
    )
    clock = min(one[0] for one in ours) / min(one[0] for one in empty)
    work = min(one[1] for one in ours) / min(one[1] for one in empty)
    return {
        "start of an empty window, s": min(one[0] for one in empty),
        "start, as a ratio to an empty window": clock,
        "start, median of the ratios": statistics.median(
            b[0] / a[0] for a, b in zip(empty, ours, strict=True)
        ),
        "start, as a ratio of the work": work,
        "event loop after the start, ms": 1000 * statistics.median(one[2] for one in ours),
        "all has arrived, s after the start": statistics.median(one[3] for one in ours),
    }


def remember(folder: Path) -> None:
    """Have three decks remembered, as by a program that was used before."""
    decks = [
        {"path": f"{folder}/deck {n}.pptx", "share": n / 4, "date": "2026-11-22"} for n in (1, 2, 3)
    ]
    known = {"decks": decks, "open": [], "front": 0, "geometry": ""}
    kept = folder / "kept"
    kept.mkdir()
    said = json.dumps({"schema": "sowhat.recent/1", "remembered": known})
    (kept / "recent.json").write_text(said, encoding="utf-8")


def started(script: Path, environment: dict[str, str]) -> tuple[float, ...]:
    """Return the seconds until the window of ``script`` stood, and what else it tells."""
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, str(script)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        clock = time.perf_counter() - begun
        rest = process.stdout.read()
        process.wait(WAIT)
    return (clock, *map(float, (first + rest).split()))


if __name__ == "__main__":
    sys.exit(main())
