"""The fonts of the user's system, by the names they give themselves.

Reading hundreds of files takes a second, so the index is kept in the user's cache folder for as
long as no font folder changes.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from sowhat import atomic
from sowhat.fonts import tables
from sowhat.fonts.face import Face, Style
from sowhat.paths import user_cache

Index = dict[str, dict[Style, Face]]
Row = tuple[str, str, int, bool, bool]  # family, path, index, bold, italic

DEPTH = 5  # folders below a font folder; deeper ones are no font folders


def folders() -> tuple[Path, ...]:
    """Return the system's and the user's font folders, also those that do not exist."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
        windows = Path(os.environ.get("WINDIR", "C:/Windows"))
        return windows / "Fonts", local / "Microsoft" / "Windows" / "Fonts"
    if sys.platform == "darwin":
        office = Path("/Applications/Microsoft PowerPoint.app/Contents/Resources/DFonts")
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts", office
    own = Path(os.environ.get("XDG_DATA_HOME", home / ".local" / "share")) / "fonts"
    return Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), own, home / ".fonts"


@cache
def families() -> Index:
    """Return the system's faces by case-folded family and style, read once a process."""
    places = [place for top in folders() for place in _walk(top, DEPTH)]
    key = [[str(place), stamp] for place, stamp in places]
    rows = _load(key)
    if rows is None:
        rows = [row for place, _ in places for row in _read(place)]
        _save(key, rows)
    return _indexed(rows)


def index(folder: Path) -> Index:
    """Return the faces in ``folder`` and below, read anew."""
    return _indexed([row for place, _ in _walk(folder, DEPTH) for row in _read(place)])


def _indexed(rows: list[Row]) -> Index:
    found: Index = {}
    for family, path, number, bold, italic in rows:
        styles = found.setdefault(family.casefold(), {})
        styles.setdefault((bold, italic), Face(family, Path(path), number))
    return found


def _walk(folder: Path, depth: int) -> Iterator[tuple[Path, int]]:
    try:
        yield folder, folder.stat().st_mtime_ns
        inner = sorted(entry.path for entry in os.scandir(folder) if entry.is_dir())
    except OSError:
        return
    if depth:
        for path in inner:
            yield from _walk(Path(path), depth - 1)


def _read(folder: Path) -> Iterator[Row]:
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() not in tables.SUFFIXES:
            continue
        # Fonts of a system are of all sorts: one that cannot be read is simply not offered.
        with contextlib.suppress(Exception):
            for number in range(tables.faces_in(path)):
                named = tables.names(Face("", path, number))
                for family in named.families:
                    yield family, str(path), number, named.bold, named.italic


def _file() -> Path:
    return user_cache() / "fonts.json"


def _load(key: list[Any]) -> list[Row] | None:
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
        kept = json.loads(_file().read_text(encoding="utf-8"))
        if kept["folders"] == key:
            return [(str(f), str(p), int(n), bool(b), bool(i)) for f, p, n, b, i in kept["faces"]]
    return None


def _save(key: list[Any], rows: list[Row]) -> None:
    file = _file()
    with contextlib.suppress(OSError):  # a cache that cannot be written is only slow
        file.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(json.dumps({"folders": key, "faces": rows}).encode(), file)
