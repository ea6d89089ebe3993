"""What a worker may not do, tried in it: by Python, and past Python."""

from __future__ import annotations

import ctypes
import platform
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from sowhat.worker import Worker, job, seccomp

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the kernel is Linux'")
EPERM, EACCES = "Operation not permitted", "Permission denied"


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """A file outside of the worker's folder."""
    file = tmp_path / "canary"
    file.write_bytes(b"untouched")
    return file


@pytest.mark.parametrize(
    "what",
    ["write", "append", "remove", "rename", "bring", "permissions", "folder", "link", "start",
     "shell", "kill", "resolve", "socket",
     pytest.param("fork", marks=pytest.mark.skipif(sys.platform == "win32", reason="no fork"))],
)  # fmt: skip
def test_python_refuses(shared: Worker, canary: Path, what: str) -> None:
    tried = shared.call("sowhat.trials:attempt", str, what=what, path=str(canary))
    assert tried == "PermissionError"
    assert [file.name for file in canary.parent.iterdir()] == ["canary"]
    assert canary.read_bytes() == b"untouched"


@pytest.mark.parametrize("what", ["read", "own", "cache"])
def test_what_it_needs_is_allowed(
    canary: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, what: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with Worker() as worker:
        assert worker.call("sowhat.trials:attempt", str, what=what, path=str(canary)) == "done"


@LINUX
@pytest.mark.skipif(platform.machine() not in seccomp.MACHINES, reason="its numbers are unknown")
@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("open", EACCES),
        ("remove", EACCES),
        ("link", EACCES),
        ("socket", EPERM),
        ("fork", EPERM),
        ("run", EPERM),
        ("kill", EPERM),
        ("own", "done"),
        ("thread", "done"),
    ],
)
def test_the_kernel_refuses(shared: Worker, canary: Path, what: str, said: str) -> None:
    _require_confinement(shared)
    tried = shared.call("sowhat.trials:past_python", str, what=what, path=str(canary))
    assert tried == said
    assert canary.read_bytes() == b"untouched"


def _require_confinement(worker: Worker) -> None:
    """Skip where this machine's kernel has been told to offer neither."""
    modes = worker.call("sowhat.trials:status", dict[str, str])
    if modes.get("Seccomp") != "2":
        pytest.skip("this kernel lets no process filter its calls")


@pytest.mark.parametrize("name", seccomp.MACHINES)
def test_the_filter_is_sound(name: str) -> None:
    """Run as the kernel would: what is refused, allowed, unknown, and of another machine."""
    machine = seccomp.MACHINES[name]
    outcome = partial(outcome_of, seccomp.program(machine), machine.number)
    refused = seccomp.FAIL | 1
    every = (*machine.network, *machine.start, *machine.always, *machine.sockets)
    assert {outcome(number) for number in every} == {refused}
    assert outcome(machine.clone, seccomp.THREAD | 0x100) == seccomp.ALLOW
    assert outcome(machine.clone, 0x1200011) == refused
    assert outcome(machine.clone3) == seccomp.FAIL | 38
    assert outcome(0) == outcome(machine.seccomp) == seccomp.ALLOW
    assert outcome(0, of=0x40000003) == outcome(0x40000000 | 59) == refused


@pytest.mark.parametrize("name", seccomp.MACHINES)
def test_the_filter_of_other_programs_is_sound(name: str) -> None:
    """One may be started, which has threads and sockets within the machine, and nothing else."""
    machine = seccomp.MACHINES[name]
    outcome = partial(outcome_of, seccomp.local_program(machine), machine.number)
    refused = seccomp.FAIL | 1
    for number in machine.sockets:
        families = {family: outcome(number, family) for family in range(46)}
        assert {family for family, end in families.items() if end == seccomp.ALLOW} == {1}
        assert set(families.values()) == {refused, seccomp.ALLOW}
    assert {outcome(number) for number in machine.always} == {refused}
    assert {outcome(number) for number in machine.start} == {seccomp.ALLOW}
    assert outcome(machine.clone, seccomp.THREAD | 0x100) == seccomp.ALLOW
    assert outcome(machine.clone, 0x1200011) == refused
    assert outcome(machine.clone3) == seccomp.FAIL | 38
    assert outcome(0, of=0x40000003) == outcome(0x40000000 | 59) == refused


def outcome_of(
    steps: Sequence[seccomp.Step], own: int, number: int, first: int = 0, of: int | None = None
) -> int:
    """Run a filter as the kernel would for the call ``number`` with its first argument."""
    data = {seccomp.NUMBER: number, seccomp.FIRST_ARGUMENT: first}
    data[seccomp.MACHINE] = own if of is None else of
    at = value = 0
    while steps[at].code != seccomp.RETURN:
        step = steps[at]
        if step.code == seccomp.LOAD:
            value = data[step.value]
        else:
            equal = step.code == seccomp.JUMP_IF_EQUAL
            met = value == step.value if equal else bool(value & step.value)
            at += step.skip_if if met else step.skip_else
        at += 1
    return int(steps[at].value)


def test_the_limits_of_windows_are_laid_out_as_its_headers_say() -> None:
    limits = job.limited(3 << 30, 240)
    assert ctypes.sizeof(limits) == (144 if ctypes.sizeof(ctypes.c_void_p) == 8 else 112)
    assert (limits.basic.processes, limits.process_memory) == (1, 3 << 30)
    assert limits.basic.process_time == 2_400_000_000
    assert limits.basic.flags == 0x2 | 0x8 | 0x100 | 0x400
    if sys.platform != "win32":
        with pytest.raises(OSError, match="Windows"):
            job.enter(3 << 30, 240)
