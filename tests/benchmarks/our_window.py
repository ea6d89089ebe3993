"""The program as its command starts it, until its window has been painted and all has arrived.

Run by ``starting.py`` as a program. Prints the seconds of work until the first picture; then the
longest gap of the event loop until all had arrived, the seconds that took, and its work.
"""

import gc
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from sowhat import __main__, gui


def run(paths: Sequence[Path] = ()) -> int:
    """Start as the program does, but end once all has arrived."""
    gc.disable()  # as gui.run does before it brings Qt
    gui.obstacle()
    from PySide6.QtWidgets import QApplication

    QApplication.exec = staticmethod(_served)  # type: ignore[method-assign]
    return start(paths)


def _served() -> int:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    print(time.process_time(), flush=True)
    begun = last = time.perf_counter()
    longest = 0.0

    def beat() -> None:
        nonlocal last, longest
        now = time.perf_counter()
        longest, last = max(longest, now - last), now

    timer = QTimer()
    timer.timeout.connect(beat)
    timer.start(1)
    (window,) = (one for one in QApplication.topLevelWidgets() if hasattr(one, "arriving"))
    while not window.arriving.done:
        QApplication.processEvents()
    beat()
    print(longest, time.perf_counter() - begun, time.process_time(), flush=True)
    window.close()
    return 0


start, gui.run = gui.run, run  # type: ignore[assignment]
sys.argv[1:] = []
__main__.main()
