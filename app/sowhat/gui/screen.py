"""Whether a window can be opened here; asked before Qt is imported, for Qt aborts where not."""

from __future__ import annotations

import os
import sys

from sowhat.gui import bindings
from sowhat.texts import text

# What Qt's xcb plugin loads by itself: it ends the program where one is missing.
XCB_LIBRARIES = (
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-keysyms.so.1",
    "libxkbcommon-x11.so.0",
)


def obstacle() -> str | None:
    """Say in plain words what is in the way of a window, None where nothing is."""
    if sys.platform == "linux" and not _has_screen():
        return text("window.no-screen")
    try:
        bindings.load()
    except ImportError as error:
        return str(error)
    missing = _missing_libraries() if sys.platform == "linux" else ()
    return text("window.no-library", detail=", ".join(missing)) if missing else None


def _has_screen() -> bool:
    return any(os.environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"))


def _missing_libraries() -> tuple[str, ...]:
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    xcb = chosen.startswith("xcb") or not (chosen or os.environ.get("WAYLAND_DISPLAY"))
    return tuple(name for name in XCB_LIBRARIES if not _loads(name)) if xcb else ()


def _loads(library: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
