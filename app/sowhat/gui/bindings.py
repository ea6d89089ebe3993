"""Qt's bindings for Python, taken as they are."""

from __future__ import annotations

import builtins
import importlib

MODULES = ("QtCore", "QtGui", "QtWidgets")


def load() -> None:
    """Import the modules that the window stands on; raises ``ImportError`` where one is missing.

    From their first import on the bindings read the source of every module that is imported, to
    see whether it asks for their names in another spelling. None of ours does, and it would cost
    a third of what the window and the engine take to load.
    """
    for name in MODULES:
        importlib.import_module(f"PySide6.{name}")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
