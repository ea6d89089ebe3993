"""The pictures of a PowerPoint file by their digest, taken from the zip. Runs in the worker.

Which part a picture lies in is the reader's business; here it is known by its SHA-256, which the
reader tells, so that neither has to know the other.
"""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

LARGEST = 64 << 20  # bytes of a picture
PICTURES = (
    ".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".gif", ".bmp", ".dib", ".tif", ".tiff", ".webp",
    ".emf", ".wmf", ".emz", ".wmz", ".svg", ".wdp", ".hdp", ".jxr", ".img", ".ico", ".pct",
)  # fmt: skip
UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError)


class Package:
    """The pictures in the zip at ``path``, looked through only as far as they are asked for."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._known: dict[str, str] = {}
        self._rest: Iterator[tuple[str, str]] = self._digests()

    def data(self, sha256: str) -> bytes | None:
        """Return the bytes of a picture, None where the file has none of that digest."""
        name = self._known.get(sha256)
        while name is None:
            digest, part = next(self._rest, ("", ""))
            if not part:
                return None
            self._known.setdefault(digest, part)
            name = part if digest == sha256 else None
        with zipfile.ZipFile(self._path) as package:
            return _inflated(package, package.getinfo(name))

    def _digests(self) -> Iterator[tuple[str, str]]:
        with zipfile.ZipFile(self._path) as package:
            for info in package.infolist():
                if info.filename.lower().endswith(PICTURES):
                    data = _inflated(package, info)
                    if data:
                        yield hashlib.sha256(data).hexdigest(), info.filename


def package(path: str) -> Package:
    """Return the package at ``path``; it stays known until another is asked for.

    Raises ``OSError``.
    """
    about = Path(path).stat()
    return _package(path, about.st_mtime_ns, about.st_size)


@lru_cache(maxsize=1)
def _package(path: str, _changed: int, _size: int) -> Package:
    return Package(path)


def _inflated(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes | None:
    if not 0 < info.file_size <= LARGEST:
        return None
    try:
        return package.read(info)
    except UNREADABLE:
        return None
