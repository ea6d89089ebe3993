"""The command line: commands and exit codes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sowhat.cli.ending import ended
from sowhat.cli.wish import decks_alone

if TYPE_CHECKING:
    from sowhat.cli.window import Window

__all__ = ["main"]


def main(argv: list[str], window: Window) -> int:
    """Run the program with ``argv`` and return its exit code (see README)."""
    if decks_alone(argv):  # the window, which need not wait until the commands are loaded
        return ended(lambda: window.run([Path(word) for word in argv]))
    from sowhat.cli.commands import run

    return ended(lambda: run(argv, window))
