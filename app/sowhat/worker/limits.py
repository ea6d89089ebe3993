"""What a worker may use."""

from __future__ import annotations

import sys
from dataclasses import dataclass

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one worker.

    ``seconds``: wall-clock time of one call; ``resident``: bytes of resident memory, watched by the
    parent; ``address``: bytes of address space, well above, set in the child where the system can.
    """

    seconds: float = 120.0
    resident: int = 1024 * MIB
    address: int = 3072 * MIB
    files: int = 256
    file_size: int = 2048 * MIB


def apply(limits: Limits) -> None:
    """Bind this process to ``limits`` as far as the system allows (POSIX only)."""
    if sys.platform == "win32":
        return
    import resource

    _lower(resource.RLIMIT_NOFILE, limits.files)
    _lower(resource.RLIMIT_FSIZE, limits.file_size)
    _lower(resource.RLIMIT_CORE, 0)
    if sys.platform == "linux":  # macOS does not honour it; the parent watches there
        _lower(resource.RLIMIT_AS, limits.address)


def _lower(which: int, value: int) -> None:
    import resource

    _, hard = resource.getrlimit(which)
    ceiling = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(which, (ceiling, ceiling))
