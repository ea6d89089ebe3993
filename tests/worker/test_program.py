"""Another program, started for a deck: it reaches nothing but what it is given, and ends whole."""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path

import psutil
import pytest

from sowhat.errors import CancelledError, DeckError
from sowhat.worker import Reach, Worker
from sowhat.worker.program import UNCONFINED, Program

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the kernel is Linux'")
SECONDS = 30.0
OWN = {str(Path(p).resolve()) for p in (sys.base_prefix, sys.prefix)}
SYSTEM = ("/usr", "/lib", "/lib64", "/etc/ld.so.cache", "/proc", "/dev")


def reach(folder: Path, **limits: int) -> Reach:
    return Reach(str(folder), (*SYSTEM, *OWN), ("/usr/lib", "/lib", "/lib64", *OWN), **limits)


def python(code: str) -> list[str]:
    return [str(Path(sys.executable).resolve()), "-I", "-S", "-c", code]


@pytest.fixture
def room(tmp_path: Path) -> Path:
    made = tmp_path / "room"
    made.mkdir()
    return made


@pytest.fixture(autouse=True, scope="module")
def confined(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("tried")
    if Program(python("pass"), reach(folder), {}).wait(SECONDS) == UNCONFINED:
        pytest.skip("this system cannot confine other programs")


def ends(room: Path, code: str, **limits: int) -> int:
    return Program(python(code), reach(room, **limits), {}).wait(SECONDS)


def test_it_works_in_its_room(room: Path) -> None:
    assert ends(room, "open('made', 'w').write('x'); raise SystemExit(7)") == 7
    assert (room / "made").read_text() == "x"


@LINUX
@pytest.mark.parametrize(
    ("what", "refusal"),
    [
        ("import socket; socket.socket()", "PermissionError"),
        ("import socket; socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)", "PermissionError"),
        ("import socket; socket.socket(16, socket.SOCK_RAW)", "PermissionError"),
        ("open(CANARY).read()", "PermissionError"),
        ("open(CANARY, 'w')", "PermissionError"),
        ("import os; os.remove(CANARY)", "PermissionError"),
        ("import os; os.listdir(os.path.dirname(CANARY))", "PermissionError"),
        ("import os; os.fork()", "PermissionError"),
        ("import os; os.kill(os.getppid(), 0)", "PermissionError"),
        ("import os; os.execv('/usr/bin/env', ['env'])", "PermissionError"),
        ("open('large', 'wb').truncate(1 << 40)", "OSError"),
        ("bytearray(1 << 40)", "MemoryError"),
    ],
)
def test_what_it_may_not_do(room: Path, what: str, refusal: str) -> None:
    canary = room.parent / "canary"
    canary.write_text("untouched")
    code = f"CANARY = {str(canary)!r}\ntry:\n    {what}\nexcept {refusal}:\n    raise SystemExit(9)"
    assert ends(room, code) == 9
    assert canary.read_text() == "untouched"


@LINUX
def test_it_may_speak_within_the_machine(room: Path) -> None:
    assert ends(room, "import socket; socket.socket(socket.AF_UNIX).bind('here')") == 0


@LINUX
def test_where_it_cannot_be_started_that_is_told(room: Path) -> None:
    words = ["/usr/bin/env", "true"]
    assert Program(words, reach(room), {}).wait(SECONDS) == UNCONFINED


def test_one_that_hangs_is_ended(room: Path) -> None:
    program = Program(python("while True: pass"), reach(room), {})
    with pytest.raises(DeckError, match="too-slow"):
        program.wait(0.3)
    assert children() == []


def test_one_that_grows_is_ended(room: Path) -> None:
    grow = "import time; held = b'x' * (300 << 20); time.sleep(60)"
    program = Program(python(grow), reach(room, resident=200 << 20), {})
    with pytest.raises(DeckError, match="too-large"):
        program.wait(SECONDS)
    assert children() == []


def test_cancelling_a_worker_ends_its_program(room: Path) -> None:
    started = room / "started"
    code = "open('started', 'w').close()\nwhile True: pass"
    with Worker() as worker:
        waiting = threading.Thread(target=cancel, args=(worker, started))
        waiting.start()
        with pytest.raises(CancelledError):
            worker.run(python(code), reach(room), {}, SECONDS)
        waiting.join()
    assert children() == []


def cancel(worker: Worker, started: Path) -> None:
    while not started.exists():
        time.sleep(0.01)
    worker.cancel()


def children() -> list[psutil.Process]:
    return [p for p in psutil.Process().children(recursive=True) if "-I" in p.cmdline()]
