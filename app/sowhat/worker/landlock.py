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
CHANGE_FOLDERS = sum(1 << bit for bit in (4, 5, 7, 8))  # make and remove files and folders
MAKE_OTHERS = sum(1 << bit for bit in (6, 9, 10, 11, 12))  # devices, sockets, pipes, links
FROM_VERSION = {MOVE: 2, TRUNCATE: 3}


class _Rule(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("access", ctypes.c_uint64), ("parent", ctypes.c_int32))


def refuse(folders: Iterable[Path]) -> None:
    """From now on refuse to change any file outside of ``folders``; raises ``OSError``."""
    version = kernel.call(CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(VERSION))
    rights = WRITE_FILE | CHANGE_FOLDERS
    rights |= sum(right for right, since in FROM_VERSION.items() if version >= since)
    # Nobody should find a link or a pipe where a result of the worker is expected.
    handled = ctypes.c_uint64(rights | MAKE_OTHERS)
    size = ctypes.c_size_t(ctypes.sizeof(handled))
    rules = kernel.call(CREATE, ctypes.byref(handled), size, ctypes.c_uint32(0))
    try:
        for folder in folders:
            _allow(rules, folder, rights)
        _allow(rules, Path(os.devnull), rights & (WRITE_FILE | TRUNCATE))
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
