"""The window as the command line sees it; passed in, for this layer knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sowhat.settings import AuditOptions


class Window(Protocol):
    """Opens decks where they can be seen."""

    def run(self, paths: Sequence[Path] = (), options: AuditOptions | None = None) -> int:
        """Open the window with these decks and return its exit code."""

    def obstacle(self) -> str | None:
        """Say what is in the way of a window, None where nothing is."""
