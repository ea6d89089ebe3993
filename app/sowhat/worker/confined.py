"""All that keeps a worker from the network, from other programs and from files that are not its."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Sequence
from pathlib import Path

from sowhat.paths import user_cache
from sowhat.worker import guard


def confine(room: Path) -> None:
    """Bind this process for good: it may change files in ``room`` and in the user's cache only."""
    cache = user_cache()
    with contextlib.suppress(OSError):  # without one the cache is only slow
        cache.mkdir(parents=True, exist_ok=True)
    folders = [folder for folder in (room, cache) if folder.is_dir()]
    if sys.platform == "linux":
        _by_kernel(folders)
    guard.refuse(folders)


def _by_kernel(folders: Sequence[Path]) -> None:
    from sowhat.worker import landlock, seccomp

    # A kernel may know neither, or be told to let nobody use them; then Python's guard is alone.
    with contextlib.suppress(OSError):
        landlock.refuse(folders)
    with contextlib.suppress(OSError):
        seccomp.refuse()
