"""Linux: the kernel refuses this process the network, other programs and other processes.

A filter of the calls it makes, after the kernel's documentation of seccomp. Threads may be
started, processes may not. On machines whose numbers are not listed nothing is refused here.
"""

from __future__ import annotations

import ctypes
import errno
import platform
from collections.abc import Sequence
from dataclasses import dataclass

from sowhat.worker import kernel

LOAD, JUMP_IF_EQUAL, JUMP_IF_SET, RETURN = 0x20, 0x15, 0x45, 0x06  # of its little language
NUMBER, MACHINE, FIRST_ARGUMENT = 0, 4, 16  # offsets of what it looks at
ALLOW, FAIL = 0x7FFF0000, 0x00050000
SET_FILTER, ALL_THREADS = 1, 1
THREAD = 0x00010000  # the flag of ``clone`` that makes a thread
OTHER_NUMBERS = 0x40000000  # the bit of the x32 calls


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine's numbers: its own, those of calls. ``refused`` fail, ``clone`` makes threads."""

    number: int
    seccomp: int
    clone: int
    clone3: int
    refused: tuple[int, ...]


MACHINES = {
    "x86_64": Machine(
        number=0xC000003E,
        seccomp=317,
        clone=56,
        clone3=435,
        refused=(
            *range(41, 56),  # socket to getsockopt
            57, 58, 59, 322,  # fork, vfork, execve, execveat
            62, 101, 310, 311,  # kill, ptrace, process_vm_readv and _writev
            288, 165, 272, 308, 321, 298, 425,  # accept4, mount, unshare, setns, bpf, perf, uring
        ),
    ),
    "aarch64": Machine(
        number=0xC00000B7,
        seccomp=277,
        clone=220,
        clone3=435,
        refused=(
            *range(198, 213),  # socket to recvmsg
            221, 281,  # execve, execveat
            129, 117, 270, 271,  # kill, ptrace, process_vm_readv and _writev
            242, 40, 97, 268, 280, 241, 425,  # accept4, mount, unshare, setns, bpf, perf, uring
        ),
    ),
}  # fmt: skip


class Step(ctypes.Structure):
    """``struct sock_filter``: what to do with ``value``, and how many steps to skip then."""

    _fields_ = (
        ("code", ctypes.c_uint16),
        ("skip_if", ctypes.c_uint8),
        ("skip_else", ctypes.c_uint8),
        ("value", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("steps", ctypes.POINTER(Step)))


def refuse() -> None:
    """From now on refuse all that, with EPERM; raises ``OSError`` where the kernel cannot."""
    machine = MACHINES.get(platform.machine())
    if machine is None or ctypes.sizeof(ctypes.c_void_p) != 8:
        return
    steps = program(machine)
    whole = _Program(len(steps), (Step * len(steps))(*steps))
    kernel.give_up_privileges()
    kernel.call(
        machine.seccomp,
        ctypes.c_uint(SET_FILTER),
        ctypes.c_uint(ALL_THREADS),
        ctypes.byref(whole),
    )


def program(machine: Machine) -> Sequence[Step]:
    """Return the filter for ``machine``."""
    refused, unknown = FAIL | errno.EPERM, FAIL | errno.ENOSYS
    steps = [
        Step(LOAD, 0, 0, MACHINE),
        Step(JUMP_IF_EQUAL, 1, 0, machine.number),
        Step(RETURN, 0, 0, refused),
        Step(LOAD, 0, 0, NUMBER),
        Step(JUMP_IF_SET, 0, 1, OTHER_NUMBERS),
        Step(RETURN, 0, 0, refused),
        # Its flags lie where a filter cannot look; the C library then takes the older call.
        Step(JUMP_IF_EQUAL, 0, 1, machine.clone3),
        Step(RETURN, 0, 0, unknown),
    ]
    for number in machine.refused:
        steps += [Step(JUMP_IF_EQUAL, 0, 1, number), Step(RETURN, 0, 0, refused)]
    steps += [
        Step(JUMP_IF_EQUAL, 0, 3, machine.clone),
        Step(LOAD, 0, 0, FIRST_ARGUMENT),
        Step(JUMP_IF_SET, 1, 0, THREAD),
        Step(RETURN, 0, 0, refused),
        Step(RETURN, 0, 0, ALLOW),
    ]
    return steps
