"""What a worker may be asked to run, and what may go wrong in it."""

from __future__ import annotations

import math
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sowhat.errors import DeckError, OutputError
from sowhat.model import Box, Role


@dataclass(frozen=True)
class Answer:
    """Every kind of value that a result may hold."""

    count: int
    share: float
    name: str
    data: bytes
    role: Role
    boxes: tuple[Box, ...]
    names: dict[str, list[str]]
    missing: str | None = None


def answer(count: int, role: Role, box: Box, data: bytes) -> Answer:
    """Return what was given in a value of every kind."""
    return Answer(count, count / 3, "Straße 東京 🙂\x00", data, role, (box, box), {"a": ["b"]})


def kinds(role: Role, box: Box) -> str:
    """Tell what types the arguments arrived as."""
    return f"{type(role).__name__} {type(box).__name__}"


def process() -> int:
    """Return this process's number."""
    return os.getpid()


def path() -> list[str]:
    """Return the folders that are searched for modules."""
    return sys.path


def echo(data: bytes) -> bytes:
    """Return what was given."""
    return data


def refuse() -> None:
    """Fail in an expected way."""
    raise DeckError("password", path="a.pptx", detail="x")


def refuse_output() -> None:
    """Fail in another expected way."""
    raise OutputError("cannot-write", path="r.pdf")


def fail() -> None:
    """Fail in an unexpected way, with the deck's own words in the message."""
    raise ZeroDivisionError("secret of the deck")


def leave(code: int) -> None:
    """End the process without a word."""
    os._exit(code)


def leave_politely() -> None:
    """End the process the usual way."""
    sys.exit(0)


def hang() -> None:
    """Never come back."""
    while True:
        time.sleep(0.05)


def spin() -> float:
    """Never come back and never let go of the interpreter either."""
    return float(math.factorial(5_000_000) % 7)


def eat(step: int) -> None:
    """Take ``step`` bytes of memory again and again."""
    kept = []
    while True:
        kept.append(b"x" * step)
        time.sleep(0.01)


def dig() -> None:
    """Call itself until Python says stop."""
    dig()


def count(upto: int, progress: Callable[[int, int], None]) -> int:
    """Tell each step."""
    for done in range(1, upto + 1):
        progress(done, upto)
    return upto


def endless(progress: Callable[[int, int], None]) -> None:
    """Tell steps for ever."""
    done = 0
    while True:
        done += 1
        progress(done, 0)
        time.sleep(0.01)


def chatter() -> str:
    """Print in every way there is, as C libraries do too."""
    print("to the standard output", flush=True)
    sys.stdout.write("again\n" * 50)
    sys.__stdout__.write("and again\n")  # type: ignore[union-attr]
    os.write(1, b"\x00\x00\x00\x05past Python\n")
    os.system("echo from a child")
    print("to the error stream", file=sys.stderr)
    return "told"


def no_data() -> object:
    """Return what is no plain data."""
    return object()


def open_files() -> int:
    """Open files until the system refuses; return how many it gave."""
    opened: list[int] = []
    try:
        while len(opened) < 5000:
            opened.append(os.open(os.devnull, os.O_RDONLY))
    except OSError:
        return len(opened)
    finally:
        for file in opened:
            os.close(file)
    return len(opened)


def write(file: str, size: int) -> str:
    """Write ``size`` bytes to a file."""
    try:
        Path(file).write_bytes(bytes(size))
    except OSError as error:
        return type(error).__name__
    return "written"
