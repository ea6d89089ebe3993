"""Linux: calls of the kernel that Python has no names for."""

from __future__ import annotations

import ctypes
import os
from functools import cache
from typing import Any

_NO_NEW_PRIVILEGES = 38


def call(number: int, *arguments: Any) -> int:
    """Make the call ``number``; raises ``OSError`` where the kernel refuses."""
    return _checked(_library().syscall(ctypes.c_long(number), *arguments))


def give_up_privileges() -> None:
    """Never gain any: what the kernel asks of who wants to be bound. Raises ``OSError``."""
    one, none = ctypes.c_ulong(1), ctypes.c_ulong(0)
    _checked(_library().prctl(_NO_NEW_PRIVILEGES, one, none, none, none))


@cache
def _library() -> Any:
    return ctypes.CDLL(None, use_errno=True)


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
