"""The command line: commands and exit codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sowhat.cli.ending import ended

if TYPE_CHECKING:
    from sowhat.cli.window import Window

__all__ = ["main"]


def main(argv: list[str], window: Window) -> int:
    """Run the program with ``argv`` and return its exit code (see README)."""
    if not argv:  # the window, which need not wait until the commands are loaded
        return ended(window.run)
    from sowhat.cli.commands import run

    return ended(lambda: run(argv, window))
