"""The window: panels that only show, one session, one job runner."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sowhat.gui.screen import obstacle
from sowhat.settings import AuditOptions

__all__ = ["obstacle", "run"]

DEFAULT = AuditOptions()


def run(paths: Sequence[Path] = (), options: AuditOptions = DEFAULT) -> int:
    """Open the window, with the decks at ``paths``, or those that were open; return its exit code.

    Raises ``UsageError`` no-window where no window can be opened.
    """
    from sowhat.errors import UsageError

    if (reason := obstacle()) is not None:
        raise UsageError("no-window", detail=reason)
    from sowhat.gui.application import run as open_window

    return open_window(paths, options)
