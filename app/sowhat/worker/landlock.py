"""Linux from 5.13 on: the kernel lets this process change files in some folders only.

After the kernel's documentation of Landlock; reading is not bound.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterable
from pathlib import Path

from sowhat.worker import kernel

CREATE, ADD, RESTRICT = 444, 445, 446  # calls of the kernel, the same on every machine
VERSION = 1  # the flag that asks for it
BENEATH = 1

WRITE_FILE, MOVE, TRUNCATE = 1 << 1, 1 << 13, 1 << 14
EXECUTE, READ_FILE, READ_FOLDER = 1 << 0, 1 << 2, 1 << 3
MAKE_SOCKET = 1 << 9
READ = READ_FILE | READ_FOLDER
CHANGE_FOLDERS = sum(1 << bit for bit in (4, 5, 7, 8))  # make and remove files and folders
MAKE_OTHERS = sum(1 << bit for bit in (6, 9, 10, 11, 12))  # devices, sockets, pipes, links
FROM_VERSION = {MOVE: 2, TRUNCATE: 3}


class _Rule(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("access", ctypes.c_uint64), ("parent", ctypes.c_int32))


def refuse(folders: Iterable[Path]) -> None:
    """From now on refuse to change any file outside of ``folders``; raises ``OSError``."""
    rights = _changes()
    null = (Path(os.devnull), rights & (WRITE_FILE | TRUNCATE))
    # Nobody should find a link or a pipe where a result of the worker is expected.
    _bind(rights | MAKE_OTHERS, [*((folder, rights) for folder in folders), null])


def keep_to(room: Path, readable: Iterable[Path], runnable: Iterable[Path]) -> None:
    """From now on refuse to change any file outside of ``room``, to read any but those in there
    and those ``readable``, and to start any program but ``runnable`` ones; raises ``OSError``.

    Sockets may be made in the folder for temporary files, where programs look for their likes.
    """
    rights, seen = _changes() | MAKE_OTHERS, READ | EXECUTE
    allowed = [(room, rights | READ), (Path("/tmp"), MAKE_SOCKET)]
    allowed += [(path, READ if path.is_dir() else READ_FILE) for path in readable]
    allowed += [(path, READ | EXECUTE) for path in runnable]
    allowed.append((Path(os.devnull), WRITE_FILE | READ_FILE))
    _bind(rights | seen, [(path, right) for path, right in allowed if path.exists()])


def _changes() -> int:
    """Return the rights to change files that this kernel knows."""
    version = kernel.call(CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(VERSION))
    rights = WRITE_FILE | CHANGE_FOLDERS
    return rights | sum(right for right, since in FROM_VERSION.items() if version >= since)


def _bind(handled: int, allowed: Iterable[tuple[Path, int]]) -> None:
    """Give up the rights ``handled`` for good, but for those ``allowed`` beneath each path."""
    told = ctypes.c_uint64(handled)
    size = ctypes.c_size_t(ctypes.sizeof(told))
    rules = kernel.call(CREATE, ctypes.byref(told), size, ctypes.c_uint32(0))
    try:
        for path, rights in allowed:
            _allow(rules, path, rights)
        kernel.give_up_privileges()
        kernel.call(RESTRICT, ctypes.c_int(rules), ctypes.c_uint32(0))
    finally:
        os.close(rules)


def _allow(rules: int, path: Path, rights: int) -> None:
    parent = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        rule = _Rule(rights, parent)
        none = ctypes.c_uint32(0)
        kernel.call(ADD, ctypes.c_int(rules), ctypes.c_int(BENEATH), ctypes.byref(rule), none)
    finally:
        os.close(parent)
