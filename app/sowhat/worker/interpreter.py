"""How the program starts a process of its own code: its interpreter, or itself where frozen."""

from __future__ import annotations

import os
import sys
from pathlib import Path

WORKER, LAUNCHER = "--worker", "--launcher"  # how a frozen build is told which of them to be
FLAGS = 0x08000000 if sys.platform == "win32" else 0  # CREATE_NO_WINDOW
_MODULES = {WORKER: "sowhat.worker", LAUNCHER: "sowhat.worker.launched"}


def command(which: str) -> list[str]:
    """Return the words that start ``which``: a worker, or the launcher of other programs."""
    if getattr(sys, "frozen", False):
        return [sys.executable, which]
    # -P and the explicit path: the deck's folder must never be searched for modules.
    root = str(Path(__file__).resolve().parents[2])
    # First, where it is not searched anyway: another SoWhat may be installed there.
    code = f"import sys; {root!r} in sys.path or sys.path.insert(0, {root!r}); import runpy; "
    code += f"runpy.run_module({_MODULES[which]!r}, run_name='__main__', alter_sys=True)"
    return [_python(), "-P", "-c", code]


def environment(room: Path) -> dict[str, str]:
    """Return the variables of such a process, whose temporary files are to lie in ``room``."""
    made = {**os.environ, "MALLOC_ARENA_MAX": "2", "PYTHONIOENCODING": "utf-8"}
    made |= dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(room))
    # An empty or relative folder there means the current one, where the deck may lie.
    folders = made.pop("PYTHONPATH", "").split(os.pathsep)
    if absolute := [folder for folder in folders if Path(folder).is_absolute()]:
        made["PYTHONPATH"] = os.pathsep.join(absolute)
    if sys.platform == "win32":
        made["__PYVENV_LAUNCHER__"] = sys.executable
    return made


def _python() -> str:
    """Return the interpreter itself.

    On Windows that of a virtual environment is another program that starts it: memory would be
    watched, and the worker be killed, at the wrong one.
    """
    if sys.platform == "win32":
        return getattr(sys, "_base_executable", sys.executable)
    return sys.executable
