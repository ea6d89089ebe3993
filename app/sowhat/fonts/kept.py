"""Figures of font files, kept in the user's cache folder for as long as the file does not change.

Opening a face costs 60 milliseconds, nearly all of it the import of fontTools; a worker that only
has to know how wide words are should not pay that for every deck.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable

from sowhat import atomic
from sowhat.fonts.face import Face
from sowhat.paths import user_cache

Figures = dict[str, float]


def figures(kind: str, face: Face, read: Callable[[Face], Figures]) -> Figures:
    """Return the figures of ``face``: kept ones, else what ``read`` finds, which is then kept."""
    stat = face.path.stat()
    key = f"{kind} {face.path} {face.index} {stat.st_size} {stat.st_mtime_ns}"
    file = user_cache() / "fonts" / f"{hashlib.sha256(key.encode()).hexdigest()[:24]}.json"
    with contextlib.suppress(OSError, ValueError, TypeError):
        found: Figures = json.loads(file.read_text(encoding="utf-8"))
        return found
    found = read(face)
    with contextlib.suppress(OSError):  # a cache that cannot be written is only slow
        file.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(json.dumps(found).encode(), file)
    return found
