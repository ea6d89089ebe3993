"""The launcher: binds itself to limits and a few folders, then becomes another program.

On Linux the kernel keeps that program from the network and from all other files; where it cannot,
the program is not started. macOS' own sandbox keeps it from the network.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from sowhat.worker.reach import Reach

UNCONFINED = 125  # the exit code where the program was not started
_SANDBOX = "/usr/bin/sandbox-exec"
_NO_NETWORK = "(version 1)(allow default)(deny network*)(allow network* (local unix))"


def main() -> int:
    """Become the program that the arguments name after the reach that it is to have."""
    reach = msgspec.json.decode(sys.argv[1], type=Reach)
    words = sys.argv[2:]
    if sys.platform == "win32":
        return subprocess.run(words, check=False).returncode
    _limit(reach)
    try:
        words = _confined(reach, words)
        os.execv(words[0], words)
    except OSError:
        return UNCONFINED


def _limit(reach: Reach) -> None:
    import resource

    bounds = (
        (resource.RLIMIT_CPU, reach.work),
        (resource.RLIMIT_FSIZE, reach.file_size),
        (resource.RLIMIT_NOFILE, reach.files),
        (resource.RLIMIT_CORE, 0),
    )
    for which, value in (*bounds, *_space(reach)):
        _, hard = resource.getrlimit(which)
        ceiling = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(which, (ceiling, ceiling))


def _space(reach: Reach) -> Sequence[tuple[int, int]]:
    if sys.platform != "linux":  # macOS does not honour it; the program's memory is watched
        return ()
    import resource

    return ((resource.RLIMIT_AS, reach.address),)


def _confined(reach: Reach, words: list[str]) -> list[str]:
    """Bind this process for good; raises ``OSError`` where the system cannot."""
    if sys.platform == "darwin":
        return [_SANDBOX, "-p", _NO_NETWORK, *words]
    from sowhat.worker import landlock, seccomp

    landlock.keep_to(Path(reach.room), map(Path, reach.readable), map(Path, reach.runnable))
    seccomp.refuse_all_but_local()
    return words


if __name__ == "__main__":
    sys.exit(main())
