"""What a file is, told from its first bytes; the sentences for those that are no deck."""

from __future__ import annotations

import stat
from pathlib import Path

from sowhat.errors import DeckError
from sowhat.model import DeckKind

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLD_POWERPOINT = "PowerPoint Document".encode("utf-16-le")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
HEAD = 1024  # bytes; a PDF may begin with some others
CHUNK = 1 << 20


def kind_of(path: Path) -> DeckKind:
    """Return the family of the deck at ``path``.

    Raises ``DeckError``: missing, folder, unreadable, empty, not-a-deck, old-ppt or password, with
    ``path`` among its values.
    """
    try:
        kind, reason = _look(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        kind, reason = None, "missing"
    except OSError:
        kind, reason = None, "unreadable"
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
    if not head:
        return None, "empty"
    if head.startswith(b"PK\x03\x04"):
        return DeckKind.PPTX, ""
    if b"%PDF-" in head:
        return DeckKind.PDF, ""
    return None, _ole_reason(path) if head.startswith(OLE) else "not-a-deck"


def _ole_reason(path: Path) -> str:
    encrypted, tail = False, b""
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            window = tail + chunk
            if OLD_POWERPOINT in window:
                return "old-ppt"
            encrypted = encrypted or ENCRYPTED in window
            tail = window[-len(OLD_POWERPOINT) :]
    return "password" if encrypted else "not-a-deck"
