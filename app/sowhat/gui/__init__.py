"""The window: panels that only show, one session, one job runner."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sowhat.gui.screen import obstacle

if TYPE_CHECKING:
    from sowhat.settings import AuditOptions

__all__ = ["obstacle", "run"]


def run(paths: Sequence[Path] = (), options: AuditOptions | None = None) -> int:
    """Open the window, with the decks at ``paths``, or those that were open; return its exit code.

    Raises ``UsageError`` no-window where no window can be opened.
    """
    from sowhat.errors import UsageError

    gc.disable()  # until the window stands: what is loaded meanwhile stays
    if (reason := obstacle()) is not None:
        gc.enable()
        raise UsageError("no-window", detail=reason)
    from sowhat.gui.application import run as open_window

    return open_window(paths, options)
