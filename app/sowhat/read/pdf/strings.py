"""Texts that PDFium hands over in a buffer: asked for their length first, and never without end."""

from __future__ import annotations

import ctypes
from typing import Any

_LONGEST, _MARK = 1 << 20, 256  # bytes; characters


def wide_text(function: Any, *arguments: Any) -> str:
    """Return what a PDFium function writes as UTF-16; empty where it has nothing."""
    length = function(*arguments, None, 0)
    if not 2 < length <= _LONGEST:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    function(*arguments, buffer, length)
    return _clean(bytes(buffer)[:length].decode("utf-16-le", "replace"))


def narrow_text(function: Any, *arguments: Any) -> str:
    """Return what a PDFium function writes as UTF-8 or plain bytes; empty where it has nothing."""
    length = function(*arguments, None, 0)
    if not 1 < length <= _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(length)
    function(*arguments, buffer, length)
    return _clean(buffer.raw[:length].decode("utf-8", "replace"))


def mark_text(function: Any, *arguments: Any) -> str:
    """Return what a PDFium function about a mark in the content writes, if it is short."""
    buffer, length = (ctypes.c_ushort * _MARK)(), ctypes.c_ulong(0)
    function(*arguments, buffer, ctypes.sizeof(buffer), ctypes.byref(length))
    written = min(length.value, ctypes.sizeof(buffer))
    return _clean(bytes(buffer)[:written].decode("utf-16-le", "replace"))


def _clean(text: str) -> str:
    return text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").strip()
