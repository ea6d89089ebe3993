"""The program's errors: each knows its reason, its exit code, and what fills its sentence.

The sentences and the next steps stand in ``resources/texts``; nothing here is shown to a person.
"""

from __future__ import annotations

from pathlib import PurePath


class SowhatError(Exception):
    """Base of all expected failures.

    ``reason`` is the key of the sentence in the texts, ``values`` fill its blanks.
    """

    exit_code = 3

    def __init__(self, reason: str, **values: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values

    def __str__(self) -> str:
        filled = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.reason} ({filled})" if filled else self.reason


class DeckError(SowhatError):
    """The deck could not be read.

    ``reason`` is one of: missing, folder, unreadable, empty, password, wrong-password,
    not-a-deck, old-ppt, damaged, too-large, too-slow, unsupported, no-slides, changed, signed,
    locked, protected.
    """

    exit_code = 3


class OutputError(SowhatError):
    """A result could not be written.

    ``reason``: cannot-write, cannot-print, in-use, would-overwrite-input, wrong-ending,
    macro-ending.
    """

    exit_code = 4


class EndpointError(SowhatError):
    """The user's own model gave no draft that can be used; the offline one stands in.

    ``reason``, of the connection: unresolved, refused, lost, timeout, certificate, proxy, redirect,
    key, no-model, busy, server, long-answer; of the answer: not-json, cut-off, empty-answer, form,
    token-lost, token-invented, language, unsound, numbers, names, vendor-subject, off-topic.
    """

    exit_code = 5


class UsageError(SowhatError):
    """The program was called wrongly. ``reason`` names the sentence."""

    exit_code = 2


class CancelledError(SowhatError):
    """The user stopped the work."""

    exit_code = 3

    def __init__(self) -> None:
        super().__init__("cancelled")


def error_place(error: BaseException) -> tuple[str, ...]:
    """Return where ``error`` comes from, a line a step, and what kind it is.

    Its message is left out: that may quote the deck.
    """
    import traceback

    steps = traceback.extract_tb(error.__traceback__)
    lines = (f"{PurePath(step.filename).name}:{step.lineno} {step.name}" for step in steps)
    return (*lines, type(error).__name__)
