"""The command line: commands and exit codes."""

from sowhat.cli.commands import main

__all__ = ["main"]
