"""Writing is stopped by the kernel at each of its steps: the old file is there, or the new one."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sowhat import atomic, locks
from sowhat.errors import OutputError
from sowhat.export import files
from tests import traced

OLD, NEW = b"old" * 9, b"new" * 500_000
SAVE = """
import secrets, sys
secrets.token_hex = lambda _: "00000000"  # the unfinished part is called by it
from pathlib import Path
from sowhat.errors import SowhatError
from sowhat.export import files
try:
    files.save(Path(sys.argv[2]).read_bytes(), Path(sys.argv[1]), "deck.pptx")
except SowhatError as error:
    print(error)
"""
KILLED = -signal.SIGKILL


@pytest.fixture
def result(tmp_path: Path) -> Path:
    """A result of before."""
    (tmp_path / "new").write_bytes(NEW)
    folder = tmp_path / "results"
    folder.mkdir()
    path = folder / "result.pdf"
    path.write_bytes(OLD)
    return path


def _save(result: Path, calls: str, path: Path, effect: str) -> subprocess.CompletedProcess[str]:
    """Save in a process of its own, in which ``calls`` on ``path`` have the ``effect``."""
    options = ["-P", str(path), "-e", f"trace={calls}", "-e", f"inject={calls}:{effect}"]
    options += ["-o", "/dev/null"]
    return traced.run(options, ["-c", SAVE, str(result), str(result.parents[1] / "new")])


def _part(result: Path) -> Path:
    return result.with_name(f".{result.name}.00000000.part")


@pytest.mark.parametrize("calls", ["write", "fsync", "fchmod,chmod,fchmodat", "rename"])
def test_killed_at_each_step_it_leaves_the_old_and_the_next_one_cleans_up(
    result: Path, calls: str
) -> None:
    traced.require()
    done = _save(result, calls, _part(result), "signal=SIGKILL:when=1")
    assert done.returncode == KILLED
    assert result.read_bytes() == OLD
    assert _part(result).exists()
    atomic.write(NEW, result)
    assert result.read_bytes() == NEW
    assert [file.name for file in result.parent.iterdir()] == [result.name]


def test_killed_after_the_last_step_the_new_one_is_there(result: Path) -> None:
    traced.require()
    done = _save(result, "fsync", result.parent, "signal=SIGKILL")
    assert done.returncode == KILLED
    assert result.read_bytes() == NEW


@pytest.mark.parametrize(
    ("calls", "fault", "said"),
    [
        ("write", "ENOSPC:when=1", "no space left on device"),
        ("fsync", "EIO:when=1", "input/output error"),
        ("fsync", "ENOSPC:when=1", "no space left on device"),
        ("write", "EDQUOT:when=1", "disk quota exceeded"),
        ("openat", "EROFS:when=1", "read-only file system"),
        ("rename", "EACCES:when=1", "permission denied"),
    ],
)
def test_a_disk_that_fails_leaves_the_old_and_nothing_else(
    result: Path, calls: str, fault: str, said: str
) -> None:
    traced.require()
    done = _save(result, calls, _part(result), f"error={fault}")
    assert done.stdout.startswith(f"cannot-write (path={result}, detail={said}")
    assert result.read_bytes() == OLD
    assert [file.name for file in result.parent.iterdir()] == [result.name]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_quota_is_told_like_a_full_disk(result: Path) -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, before[1]))
    try:
        with pytest.raises(OutputError) as caught:
            files.save(NEW, result, "deck.pptx")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert caught.value.values["detail"] == "file too large"
    assert result.read_bytes() == OLD
    assert [file.name for file in result.parent.iterdir()] == [result.name]


def test_killed_at_any_moment_the_file_is_whole(result: Path) -> None:
    """Writers that never stop, each killed after a while; readers always find a whole file."""
    script = "import sys; from pathlib import Path; from sowhat import atomic\n"
    script += "target, data = Path(sys.argv[1]), Path(sys.argv[2]).read_bytes()\n"
    script += "print(flush=True)\nwhile True: atomic.write(data, target)\n"
    for round_ in range(8):
        command = [sys.executable, "-c", script, str(result), str(result.parents[1] / "new")]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            until = time.monotonic() + 0.003 * round_
            while time.monotonic() < until:
                assert result.read_bytes() in (OLD, NEW)
            writer.kill()
        assert result.read_bytes() in (OLD, NEW)
    atomic.write(OLD, result)
    assert [file.name for file in result.parent.iterdir()] == [result.name]


def test_what_another_process_is_writing_is_left_alone(result: Path) -> None:
    ours = _part(result)
    with ours.open("xb") as file:
        assert locks.take(file)
        atomic.write(NEW, result)
        assert ours.exists()
    other = result.with_name(".result.pdf.notes.part")
    other.write_bytes(b"somebody else's")
    atomic.write(OLD, result)
    assert not ours.exists()
    assert other.exists()


def test_what_windows_says_of_a_file_in_use_comes_with_a_free_name(
    result: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def in_use(*_: object) -> None:
        error = PermissionError(13, "Permission denied")
        error.winerror = 32  # type: ignore[attr-defined]
        raise error

    result.with_name("result (2).pdf").write_bytes(b"taken")
    monkeypatch.setattr(os, "replace", in_use)
    with pytest.raises(OutputError) as caught:
        files.save(NEW, result, "deck.pptx")
    assert caught.value.reason == "in-use"
    other = result.with_name("result (3).pdf")
    assert caught.value.values == {
        "path": str(result), "detail": "result (3).pdf", "other": str(other)
    }  # fmt: skip
    assert result.read_bytes() == OLD
    assert not list(result.parent.glob(".*"))


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are of another kind there")
def test_a_result_that_is_read_only_is_replaced_and_stays_so(result: Path) -> None:
    result.chmod(0o444)
    atomic.write(NEW, result)
    assert result.read_bytes() == NEW
    assert stat.S_IMODE(result.stat().st_mode) == 0o444
