"""Which of the two is asked for, a command or the window; known before the commands are loaded."""

from __future__ import annotations

from collections.abc import Sequence

COMMANDS = ("audit", "report", "copy", "compare", "check", "draft", "explain", "sample")
HELP = ("-h", "--help", "--version")


def command(argv: Sequence[str]) -> bool:
    """Return whether ``argv`` asks for a command, and not for the window."""
    return bool(argv) and argv[0] in (*COMMANDS, *HELP)


def decks_alone(argv: Sequence[str]) -> bool:
    """Return whether ``argv`` asks for the window, with decks or none, and for nothing else."""
    return not command(argv) and not any(word.startswith("-") for word in argv)
