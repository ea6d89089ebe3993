"""An end to what PDFium or a reader does with one page: neither can be interrupted, only ended."""

from __future__ import annotations

import faulthandler
from collections.abc import Iterator
from contextlib import contextmanager

A_PAGE = 20.0  # seconds
_ERRORS = 2  # the descriptor that takes the traceback


@contextmanager
def limited(seconds: float = A_PAGE) -> Iterator[None]:
    """End this process, the worker, where what is done within takes longer than ``seconds``.

    The time is kept by a thread of C, so that no library can hold it up.
    """
    faulthandler.dump_traceback_later(seconds, exit=True, file=_ERRORS)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()
