"""A zip written by hand, so that its headers can say what is not so."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

STORED, DEFLATED = 0, 8
MIB = 1 << 20

_LOCAL = struct.Struct("<4sHHHHHLLLHH")
_CENTRAL = struct.Struct("<4sHHHHHHLLLHHHHHLL")
_END = struct.Struct("<4sHHHHLLH")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as its headers tell it.

    ``packed`` are its bytes in the file; ``hole`` are so many zeros instead, which cost no room on
    most disks. ``size`` and ``crc`` are those of what it unpacks to, told truly or not. ``at`` is
    another entry's place in the list, whose bytes it shares.
    """

    name: bytes
    packed: bytes = b""
    size: int = 0
    crc: int = 0
    method: int = DEFLATED
    flags: int = 0
    hole: int = 0
    at: int | None = None

    @property
    def length(self) -> int:
        """Return how many bytes it takes in the file."""
        return self.hole or len(self.packed)


def entry(name: str | bytes, data: bytes) -> Entry:
    """Return an honest entry."""
    packer = zlib.compressobj(wbits=-15)
    packed = packer.compress(data) + packer.flush()
    raw = name.encode() if isinstance(name, str) else name
    return Entry(raw, packed, len(data), zlib.crc32(data))


def entries(parts: Mapping[str, bytes]) -> list[Entry]:
    """Return honest entries for ``parts``."""
    return [entry(name, data) for name, data in parts.items()]


def hole(name: str, size: int) -> Entry:
    """Return an entry of so many zeros that are not packed; its checksum is not told truly."""
    return Entry(name.encode(), size=size, method=STORED, hole=size)


def bomb(name: str, mebibytes: int, head: bytes = b"") -> Entry:
    """Return an entry that unpacks to ``head`` and so many mebibytes of spaces."""
    packer = zlib.compressobj(9, wbits=-15)
    start = packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(b" " * MIB) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = start + block * mebibytes + packer.flush()
    return Entry(name.encode(), packed, len(head) + mebibytes * MIB)


@dataclass(slots=True)
class _Writer:
    path: Path
    directory: list[bytes] = field(default_factory=list)

    def write(self, items: Iterable[Entry], comment: bytes, after: bytes) -> Path:
        places: list[int] = []
        with self.path.open("wb") as file:
            for item in items:
                place = file.tell() if item.at is None else places[item.at]
                places.append(place)
                if item.at is None:
                    file.write(_local(item))
                    file.write(item.packed)
                    file.seek(item.hole, 1)
                self.directory.append(_central(item, place))
            start, listed = file.tell(), b"".join(self.directory)
            file.write(listed)
            count = min(len(places), 0xFFFF)
            end = (b"PK\5\6", 0, 0, count, count, len(listed), start, len(comment))
            file.write(_END.pack(*end) + comment + after)
        return self.path


def written(
    items: Iterable[Entry], path: Path, *, comment: bytes = b"", after: bytes = b""
) -> Path:
    """Save the entries as a zip, with a comment, and with bytes behind all of it."""
    return _Writer(path).write(items, comment, after)


def _local(item: Entry) -> bytes:
    sizes = item.crc, item.length, item.size
    return (
        _LOCAL.pack(b"PK\3\4", 20, item.flags, item.method, 0, 33, *sizes, len(item.name), 0)
        + item.name
    )


def _central(item: Entry, place: int) -> bytes:
    sizes = item.crc, item.length, item.size
    head = (b"PK\1\2", 20, 20, item.flags, item.method, 0, 33, *sizes)
    return _CENTRAL.pack(*head, len(item.name), 0, 0, 0, 0, 0, place) + item.name
