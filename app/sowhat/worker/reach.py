"""What another program may use and see while it works for this one."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Reach:
    """Limits of a program that is not ours.

    It may change files in the folder ``room``, read what is ``readable``, and start programs in
    ``runnable`` folders. ``resident`` bytes of memory are watched, its own and its children's; the
    other limits are the system's: bytes of address space, seconds of CPU, open files, bytes a file.
    """

    room: str
    readable: tuple[str, ...] = ()
    runnable: tuple[str, ...] = ()
    resident: int = 2048 * MIB
    address: int = 6144 * MIB
    work: int = 120
    files: int = 512
    file_size: int = 512 * MIB
