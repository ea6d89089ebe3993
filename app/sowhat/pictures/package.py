"""The pictures of a PowerPoint file by their digest, taken from its package. Runs in the worker.

Which part a picture lies in is the reader's business; here it is known by its SHA-256, which the
reader tells, so that neither has to know the other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from sowhat import opc


class Package:
    """The pictures in the deck at ``path``, looked through only as far as they are asked for."""

    def __init__(self, path: str, password: str | None) -> None:
        self._path, self._password = path, password
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
        with opc.opened(self._path, self._password) as archive:
            return archive.read(name)

    def _digests(self) -> Iterator[tuple[str, str]]:
        with opc.opened(self._path, self._password) as archive:
            for name in opc.pictures_of(archive.names):
                data = archive.read(name)
                if data:
                    yield hashlib.sha256(data).hexdigest(), name


def package(path: str, password: str | None) -> Package:
    """Return the package at ``path``; it stays known until another is asked for.

    Raises ``OSError``.
    """
    about = Path(path).stat()
    return _package(path, password, about.st_mtime_ns, about.st_size)


@lru_cache(maxsize=1)
def _package(path: str, password: str | None, _changed: int, _size: int) -> Package:
    return Package(path, password)
