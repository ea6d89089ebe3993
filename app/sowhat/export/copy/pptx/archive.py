"""A zip that differs from another in some entries; all others are carried over as they are packed.

What is not changed is never inflated: a film costs no time, and a bomb does no harm.
"""

from __future__ import annotations

import copy
import struct
import zipfile
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import IO

CHUNK = 1 << 20
LOCAL = struct.Struct("<26xHH")  # of an entry's own header: how long name and extra are
LATER = 0x08  # the flag of an entry whose sizes follow its data
EPOCH = (1980, 1, 1, 0, 0, 0)


def write_changed(
    source: zipfile.ZipFile,
    out: Path,
    changed: Mapping[str, bytes],
    dropped: Collection[str] = frozenset(),
) -> None:
    """Write ``source`` to ``out`` with ``changed`` entries, in the old order, new ones at the end.

    ``dropped`` entries are left out.

    An entry that ``source`` has twice is written once, as the last, which is the one in force.
    Raises ``OSError`` or ``zipfile.BadZipFile``.
    """
    listed = source.infolist()
    entries = {info.filename: info for info in listed if info.filename not in dropped}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, info in entries.items():
            if name in changed:
                target.writestr(_anew(name, info.date_time), changed[name])
            else:
                _carry(source, info, target)
        for name, data in changed.items():
            if name not in entries and name not in dropped:
                target.writestr(_anew(name, EPOCH), data)


def _anew(name: str, date: tuple[int, int, int, int, int, int]) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, date)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    return info


def _carry(source: zipfile.ZipFile, info: zipfile.ZipInfo, target: zipfile.ZipFile) -> None:
    """Copy an entry's packed bytes; ``zipfile`` writes the list of entries from ``filelist``."""
    assert source.fp is not None
    assert target.fp is not None
    source.fp.seek(info.header_offset)
    header = source.fp.read(LOCAL.size)
    if len(header) < LOCAL.size:
        raise zipfile.BadZipFile(info.filename)
    source.fp.seek(sum(LOCAL.unpack(header)), 1)
    fresh = copy.copy(info)
    fresh.header_offset = target.fp.tell()
    fresh.flag_bits &= ~LATER
    target.fp.write(fresh.FileHeader())
    _pour(source.fp, target.fp, info.compress_size)
    target.filelist.append(fresh)
    target.NameToInfo[fresh.filename] = fresh
    target.start_dir = target.fp.tell()


def _pour(source: IO[bytes], target: IO[bytes], size: int) -> None:
    while size:
        data = source.read(min(size, CHUNK))
        if not data:
            raise zipfile.BadZipFile("cut short")
        target.write(data)
        size -= len(data)
