"""Linux: the kernel refuses this process the network, other programs and other processes.

A filter of the calls it makes, after the kernel's documentation of seccomp. Threads may be
started, processes may not. On machines whose numbers are not listed nothing is refused here.
"""

from __future__ import annotations

import ctypes
import errno
import platform
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sowhat.worker import kernel

LOAD, JUMP_IF_EQUAL, JUMP_IF_SET, RETURN = 0x20, 0x15, 0x45, 0x06  # of its little language
NUMBER, MACHINE, FIRST_ARGUMENT = 0, 4, 16  # offsets of what it looks at
ALLOW, FAIL = 0x7FFF0000, 0x00050000
REFUSED = FAIL | errno.EPERM
WITHIN = 1  # the family of sockets within the machine
SET_FILTER, ALL_THREADS = 1, 1
THREAD = 0x00010000  # the flag of ``clone`` that makes a thread
OTHER_NUMBERS = 0x40000000  # the bit of the x32 calls


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine's numbers: its own, those of calls. ``clone`` makes threads.

    ``always`` are refused, ``network`` and ``start`` to workers, which speak with nobody and start
    nothing. Others may become one program, and have ``sockets`` within the machine.
    """

    number: int
    seccomp: int
    clone: int
    clone3: int
    sockets: tuple[int, ...]
    network: tuple[int, ...]
    start: tuple[int, ...]
    always: tuple[int, ...]


MACHINES = {
    "x86_64": Machine(
        number=0xC000003E,
        seccomp=317,
        clone=56,
        clone3=435,
        sockets=(41, 53),  # socket, socketpair
        network=(*range(41, 56), 288),  # socket to getsockopt, accept4
        start=(59,),  # execve
        always=(
            57, 58, 322,  # fork, vfork, execveat
            62, 101, 310, 311,  # kill, ptrace, process_vm_readv and _writev
            165, 272, 308, 321, 298, 425,  # mount, unshare, setns, bpf, perf, uring
        ),
    ),
    "aarch64": Machine(
        number=0xC00000B7,
        seccomp=277,
        clone=220,
        clone3=435,
        sockets=(198, 199),  # socket, socketpair
        network=(*range(198, 213), 242),  # socket to recvmsg, accept4
        start=(221,),  # execve
        always=(
            281,  # execveat
            129, 117, 270, 271,  # kill, ptrace, process_vm_readv and _writev
            40, 97, 268, 280, 241, 425,  # mount, unshare, setns, bpf, perf, uring
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
    machine = _machine()
    if machine is not None:
        _load(machine, program(machine))


def refuse_all_but_local() -> None:
    """From now on refuse the network and other processes, for a program that is not ours; one may
    still be started in this one's place. Raises ``OSError`` where that cannot be kept."""
    machine = _machine()
    if machine is None:
        raise OSError(errno.ENOSYS, "no filter for this machine")
    _load(machine, local_program(machine))


def _machine() -> Machine | None:
    wide = ctypes.sizeof(ctypes.c_void_p) == 8
    return MACHINES.get(platform.machine()) if wide else None


def _load(machine: Machine, steps: Sequence[Step]) -> None:
    whole = _Program(len(steps), (Step * len(steps))(*steps))
    kernel.give_up_privileges()
    kernel.call(
        machine.seccomp,
        ctypes.c_uint(SET_FILTER),
        ctypes.c_uint(ALL_THREADS),
        ctypes.byref(whole),
    )


def program(machine: Machine) -> Sequence[Step]:
    """Return the filter of workers for ``machine``."""
    refused = (*machine.network, *machine.start, *machine.always)
    return [*_head(machine), *_refused(refused), *_tail(machine)]


def local_program(machine: Machine) -> Sequence[Step]:
    """Return the filter of other programs for ``machine``."""
    steps = [*_head(machine), *_refused(machine.always)]
    for number in machine.sockets:
        steps += [
            Step(JUMP_IF_EQUAL, 0, 4, number),
            Step(LOAD, 0, 0, FIRST_ARGUMENT),
            Step(JUMP_IF_EQUAL, 1, 0, WITHIN),
            Step(RETURN, 0, 0, REFUSED),
            Step(RETURN, 0, 0, ALLOW),
        ]
    return [*steps, *_tail(machine)]


def _head(machine: Machine) -> Iterator[Step]:
    """Yield what refuses calls of another machine, and unknown ones, and loads a call's number."""
    yield Step(LOAD, 0, 0, MACHINE)
    yield Step(JUMP_IF_EQUAL, 1, 0, machine.number)
    yield Step(RETURN, 0, 0, REFUSED)
    yield Step(LOAD, 0, 0, NUMBER)
    yield Step(JUMP_IF_SET, 0, 1, OTHER_NUMBERS)
    yield Step(RETURN, 0, 0, REFUSED)
    # Its flags lie where a filter cannot look; the C library then takes the older call.
    yield Step(JUMP_IF_EQUAL, 0, 1, machine.clone3)
    yield Step(RETURN, 0, 0, FAIL | errno.ENOSYS)


def _refused(numbers: Iterable[int]) -> Iterator[Step]:
    for number in numbers:
        yield Step(JUMP_IF_EQUAL, 0, 1, number)
        yield Step(RETURN, 0, 0, REFUSED)


def _tail(machine: Machine) -> Iterator[Step]:
    """Yield what lets threads be made, but no processes, and allows all other calls."""
    yield Step(JUMP_IF_EQUAL, 0, 3, machine.clone)
    yield Step(LOAD, 0, 0, FIRST_ARGUMENT)
    yield Step(JUMP_IF_SET, 1, 0, THREAD)
    yield Step(RETURN, 0, 0, REFUSED)
    yield Step(RETURN, 0, 0, ALLOW)
