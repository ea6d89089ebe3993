"""Windows: the worker joins a job object, which holds it to its limits and lets it start nobody.

Written after Microsoft's documentation of job objects; the numbers are those of ``winnt.h``.
"""

from __future__ import annotations

import ctypes
import sys
from functools import cache
from typing import Any

PROCESS_TIME = 0x2
ACTIVE_PROCESSES = 0x8
PROCESS_MEMORY = 0x100
DIE_ON_UNHANDLED_EXCEPTION = 0x400  # instead of a window that waits for a click
EXTENDED_LIMITS = 9
TICKS = 10_000_000  # a second in units of 100 nanoseconds


class _Basic(ctypes.Structure):
    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_resident", ctypes.c_size_t),
        ("most_resident", ctypes.c_size_t),
        ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class Extended(ctypes.Structure):
    """``JOBOBJECT_EXTENDED_LIMIT_INFORMATION``."""

    _fields_ = (
        ("basic", _Basic),
        ("transfers", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


def limited(memory: int, seconds: float) -> Extended:
    """Return the limits of one process: ``memory`` bytes committed, ``seconds`` of its time."""
    made = Extended()
    made.basic.flags = PROCESS_TIME | ACTIVE_PROCESSES | PROCESS_MEMORY | DIE_ON_UNHANDLED_EXCEPTION
    made.basic.process_time = int(seconds * TICKS)
    made.basic.processes = 1
    made.process_memory = memory
    return made


def enter(memory: int, seconds: float) -> None:
    """Put this process under the limits; called again, it has ``seconds`` in all.

    Raises ``OSError`` where the system refuses, and where it is not Windows.
    """
    limits = limited(memory, seconds)
    kernel, size = _kernel(), ctypes.sizeof(limits)
    job = _joined()
    _check(kernel.SetInformationJobObject(job, EXTENDED_LIMITS, ctypes.byref(limits), size))


@cache
def _joined() -> Any:
    """Return the job that this process is in; its handle is open for as long as that lives."""
    kernel = _kernel()
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    here = ctypes.c_void_p(kernel.GetCurrentProcess())
    _check(kernel.AssignProcessToJobObject(job, here))
    return job


@cache
def _kernel() -> Any:
    if sys.platform == "win32":
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        for name in ("CreateJobObjectW", "GetCurrentProcess"):
            getattr(kernel, name).restype = ctypes.c_void_p
        return kernel
    raise OSError("job objects are Windows'")


def _check(done: int) -> None:
    if sys.platform == "win32" and not done:
        raise ctypes.WinError(ctypes.get_last_error())
