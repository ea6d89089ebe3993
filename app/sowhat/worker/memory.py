"""How the C library deals with memory that is freed."""

from __future__ import annotations

import ctypes
import sys

_TRIM, _MAPPED = -1, -3  # as malloc.h numbers what can be set
KEPT = 64 * 2**20  # bytes that are freed and not given back at once
LARGE = 8 * 2**20  # bytes of what is given back as soon as it is freed


def keep_freed() -> None:
    """Keep some of what is freed for what is asked for next, where the library is GNU's.

    Else each picture's few megabytes are given back to the system and asked for again, which clears
    them page by page: a tenth of what seeing a picture costs.
    """
    if not sys.platform.startswith("linux"):
        return
    setting = getattr(ctypes.CDLL(None), "mallopt", None)
    if setting is not None:
        setting(_TRIM, KEPT)
        setting(_MAPPED, LARGE)
