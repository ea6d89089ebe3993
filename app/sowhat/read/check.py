"""What a file is, told from its first bytes; the sentences for those that are no deck."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from sowhat.errors import DeckError
from sowhat.model import DeckKind

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLD_POWERPOINT = "PowerPoint Document".encode("utf-16-le")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
HEAD = 1024  # bytes; a PDF may begin with some others, or have lost its beginning
PDF_TRACES = re.compile(rb"%PDF|\d+\s+\d+\s+obj\b|\btrailer\b|\bstartxref\b")
CHUNK = 1 << 20
MOST_LOOKED = 64 << 20  # bytes at either end of an OLE file: nothing of it is understood here


def kind_of(path: Path, password: str | None = None) -> DeckKind:
    """Return the family of the deck at ``path``.

    An encrypted deck is PowerPoint's where a ``password`` is given; whether it fits is told later.
    Raises ``DeckError``: missing, folder, unreadable, empty, not-a-deck, old-ppt or password, with
    ``path`` among its values.
    """
    try:
        kind, reason = _look(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        kind, reason = None, "missing"
    except OSError:
        kind, reason = None, "unreadable"
    if reason == "password" and password is not None:
        return DeckKind.PPTX
    if kind is None:
        raise DeckError(reason, path=str(path))
    return kind


def _look(path: Path) -> tuple[DeckKind | None, str]:
    about = path.stat()
    if stat.S_ISDIR(about.st_mode):
        return None, "folder"
    if not stat.S_ISREG(about.st_mode):  # a pipe or device would wait for ever
        return None, "not-a-deck"
    with path.open("rb") as file:
        head = file.read(HEAD)
        file.seek(-min(HEAD, about.st_size), os.SEEK_END)
        tail = file.read(HEAD)
    if not head:
        return None, "empty"
    if head.startswith(b"PK\x03\x04"):
        return DeckKind.PPTX, ""
    if head.startswith(OLE):
        return None, _ole_reason(path, about.st_size)
    if PDF_TRACES.search(head) or PDF_TRACES.search(tail):
        return DeckKind.PDF, ""
    return None, "not-a-deck"


def _ole_reason(path: Path, size: int) -> str:
    """Return what an OLE file is, by the names of the streams in its head and its tail."""
    encrypted, tail = False, b""
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            window = tail + chunk
            if OLD_POWERPOINT in window:
                return "old-ppt"
            encrypted = encrypted or ENCRYPTED in window
            tail = window[-len(OLD_POWERPOINT) :]
            if MOST_LOOKED <= file.tell() < size - MOST_LOOKED:
                file.seek(size - MOST_LOOKED)
    return "password" if encrypted else "not-a-deck"
