"""What a worker may be asked to run, and what may go wrong in it."""

from __future__ import annotations

import ctypes
import math
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sowhat.errors import DeckError, OutputError
from sowhat.model import Box, Role
from sowhat.paths import user_cache


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


def write(size: int) -> str:
    """Write ``size`` bytes to a file in the worker's own folder."""
    return _tried(lambda: (Path(tempfile.gettempdir()) / "big").write_bytes(bytes(size)))


def attempt(what: str, path: str) -> str:
    """Try what a worker may not do; say what came of it."""
    file = Path(path)
    attempts: dict[str, Callable[[], object]] = {
        "write": lambda: file.write_bytes(b"x"),
        "append": lambda: os.close(os.open(file, os.O_WRONLY | os.O_APPEND)),
        "remove": file.unlink,
        "rename": lambda: file.rename(file.with_name("other")),
        "permissions": lambda: file.chmod(0o777),
        "folder": lambda: file.with_name("folder").mkdir(),
        "link": lambda: (Path(tempfile.gettempdir()) / "link").symlink_to(file),
        "bring": lambda: file.rename(Path(tempfile.gettempdir()) / "brought"),
        "read": file.read_bytes,
        "own": lambda: (Path(tempfile.gettempdir()) / "own").write_bytes(b"x"),
        "cache": lambda: (user_cache() / "trial").write_bytes(b"x"),
        "start": lambda: subprocess.run([sys.executable, "-V"], check=True),
        "shell": lambda: os.system("true"),
        "fork": os.fork,
        "kill": lambda: os.kill(os.getppid(), 0),
        "resolve": lambda: socket.getaddrinfo("localhost", 80),
        "socket": socket.socket,
    }
    return _tried(attempts[what])


def past_python(what: str, path: str) -> str:
    """Try the same by the C library, as code that took over the worker would."""
    library = ctypes.CDLL(None, use_errno=True)
    file = os.fsencode(path)
    attempts: dict[str, Callable[[], int]] = {
        "open": lambda: int(library.open(file, os.O_WRONLY)),
        "remove": lambda: int(library.unlink(file)),
        "link": lambda: int(library.symlink(file, os.fsencode(tempfile.gettempdir() + "/link"))),
        "own": lambda: int(library.creat(os.fsencode(tempfile.gettempdir() + "/own"), 0o600)),
        "socket": lambda: int(library.socket(2, 1, 0)),
        "fork": lambda: int(library.fork()),
        "run": lambda: int(library.execv(b"/bin/true", None)),
        "kill": lambda: int(library.kill(os.getppid(), 0)),
        "thread": _threaded,
    }
    result = attempts[what]()
    return "done" if result >= 0 else os.strerror(ctypes.get_errno())


def _threaded() -> int:
    thread = threading.Thread(target=time.sleep, args=(0,))
    thread.start()
    thread.join()
    return 0


def _tried(act: Callable[[], object]) -> str:
    try:
        act()
    except OSError as error:
        return type(error).__name__
    return "done"


def status() -> dict[str, str]:
    """Return what the kernel says of this process."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}
