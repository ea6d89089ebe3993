"""What a worker may use."""

from __future__ import annotations

import contextlib
import sys
import time
from dataclasses import dataclass

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one worker.

    ``seconds``: wall-clock time of one call; ``resident``: bytes of resident memory. Both are
    watched by the parent. ``address``: bytes of address space (on Windows: committed), well above,
    set in the child where the system can; so are ``work``, seconds of CPU for one call, for the day
    when nobody watches, ``files``, open at a time, and ``file_size`` in bytes.
    """

    seconds: float = 60.0
    work: float = 120.0
    resident: int = 992 * MIB  # and what it may grow by between two looks: 1 GiB
    address: int = 3072 * MIB
    files: int = 256
    file_size: int = 2048 * MIB


def apply(limits: Limits) -> None:
    """Bind this process to ``limits`` as far as the system allows."""
    if sys.platform == "win32":
        renew(limits)
        return
    import resource

    _lower(resource.RLIMIT_NOFILE, limits.files)
    _lower(resource.RLIMIT_FSIZE, limits.file_size)
    _lower(resource.RLIMIT_CORE, 0)
    if sys.platform == "linux":  # macOS does not honour it; the parent watches there
        _lower(resource.RLIMIT_AS, limits.address)


def renew(limits: Limits) -> None:
    """Allow this process the CPU of one more call: it ends by itself where nobody watches it."""
    seconds = time.process_time() + limits.work
    if sys.platform == "win32":
        from sowhat.worker import job

        with contextlib.suppress(OSError):  # the parent watches, too
            job.enter(limits.address, seconds)
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soft = int(seconds) + 1
    if hard != resource.RLIM_INFINITY:
        soft = min(soft, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _lower(which: int, value: int) -> None:
    import resource

    _, hard = resource.getrlimit(which)
    ceiling = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(which, (ceiling, ceiling))
