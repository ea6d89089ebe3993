"""How a command ends: what went wrong is told in one sentence, and is an exit code."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable

from sowhat.errors import SowhatError, error_place
from sowhat.texts import error_text

INTERRUPTED = 130
_CONTROLS = r"[\x00-\x08\x0b-\x1f\x7f-\x9f]"
_BUT_STYLES = rf"(?!\x1b\[[\d;]*m){_CONTROLS}"


def printable(words: str, *, styled: bool = False) -> str:
    """Return the words without what would steer a terminal, colours apart where ``styled``."""
    steering = _BUT_STYLES if styled else _CONTROLS
    return re.sub(steering, "\N{REPLACEMENT CHARACTER}", words)


def tell(sentence: str) -> None:
    """Say a sentence beside the results."""
    sys.stderr.write(printable(sentence) + "\n")


def complain(error: SowhatError) -> int:
    """Say what happened and what to do; return the exit code."""
    tell(f"sowhat: {error_text(error)}")
    return error.exit_code


def where(error: Exception) -> str:
    """Return where a mistake of ours is; its message may quote the deck."""
    return ", ".join(error_place(error)[-2:])


def ended(command: Callable[[], int]) -> int:
    """Run ``command`` and return its exit code, or that of what stopped it, which is told."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        return command()
    except SowhatError as error:
        return complain(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        return complain(SowhatError("fault", detail=where(error)))
