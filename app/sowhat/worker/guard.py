"""What a worker never does, refused by Python itself on every system: connect, start, write about.

The kernel refuses the same where it can (``sowhat.worker.seccomp``, ``sowhat.worker.landlock``),
also to code that is not Python's.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

# The names of Python's audit events.
REFUSED = frozenset(
    {
        "os.exec", "os.fork", "os.forkpty", "os.kill", "os.killpg", "os.link", "os.posix_spawn",
        "os.spawn", "os.startfile", "os.startfile/2", "os.symlink", "os.system", "pty.spawn",
        "subprocess.Popen", "urllib.Request", "webbrowser.open",
    }
)  # fmt: skip
NETWORK = "socket."
CHANGING = {  # how many of the first arguments are paths
    "os.chmod": 1, "os.chown": 1, "os.mkdir": 1, "os.remove": 1, "os.rename": 2, "os.rmdir": 1,
    "os.truncate": 1, "os.utime": 1, "shutil.rmtree": 1,
}  # fmt: skip
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def refuse(folders: Iterable[Path]) -> None:
    """From now on refuse all that, and to change any file outside of ``folders``.

    There is no way back. What is refused raises ``PermissionError``.
    """
    allowed = tuple(os.path.realpath(folder) for folder in folders)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, mode, flags = arguments
            if _writes(mode, flags):
                _check(allowed, event, path)
        elif event in CHANGING:
            for path in arguments[: CHANGING[event]]:
                _check(allowed, event, path)
        elif event in REFUSED or event.startswith(NETWORK):
            raise PermissionError(errno.EPERM, f"a worker may not: {event}")

    sys.addaudithook(hook)


def _writes(mode: str | None, flags: int | None) -> bool:
    return bool((flags or 0) & WRITING) or bool(set(mode or "") & set("wax+"))


def _check(allowed: tuple[str, ...], event: str, path: Any) -> None:
    if isinstance(path, int) or os.fspath(path) == os.devnull:
        return
    meant = os.path.realpath(os.fsdecode(path))
    if not any(meant == folder or meant.startswith(folder + os.sep) for folder in allowed):
        raise PermissionError(errno.EPERM, f"a worker may not: {event}")
