"""How long the list of a zip's entries is, told before it is read."""

from __future__ import annotations

import os
import struct
from typing import BinaryIO

_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_WHERE_64 = struct.Struct("<4sLQL")
_COMMENT = 1 << 16  # bytes that may follow


def size_of_directory(file: BinaryIO) -> int:
    """Return the bytes of the list of entries, 0 where no end of a zip is found."""
    length = file.seek(0, os.SEEK_END)
    start = max(length - _COMMENT - _END.size, 0)
    file.seek(start)
    tail = file.read()
    at = tail.rfind(b"PK\5\6")
    if at < 0 or len(tail) - at < _END.size:
        return 0
    told: int = _END.unpack_from(tail, at)[5]
    return max(told, _of_large_zip(file, start + at))


def _of_large_zip(file: BinaryIO, end: int) -> int:
    """Return what the end record of a large zip says, 0 where there is none."""
    if end < _WHERE_64.size:
        return 0
    file.seek(end - _WHERE_64.size)
    mark, _, place, _ = _WHERE_64.unpack(file.read(_WHERE_64.size))
    if mark != b"PK\6\7" or place > end:
        return 0
    file.seek(place)
    record = file.read(_END_64.size)
    return int(_END_64.unpack(record)[8]) if len(record) == _END_64.size else 0
