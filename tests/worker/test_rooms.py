"""Temporary folders: gone with the worker, and after a kill with the next program."""

from __future__ import annotations

import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from sowhat.errors import OutputError
from sowhat.worker import Worker, rooms

HOLD = """
from sowhat.worker import Worker
worker = Worker()
with worker.folder() as folder:
    (folder / "page.png").write_bytes(b"of the deck")
    print(folder.parent, flush=True)
    input()
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for temporary files that belongs to the test."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    yield folder
    tempfile.tempdir = None


def test_a_workers_folder_goes_with_it(temporary: Path) -> None:
    with Worker() as worker:
        first = worker.call("sowhat.trials:process", int)
        (room,) = temporary.iterdir()
        if sys.platform != "win32":
            assert stat.S_IMODE(room.stat().st_mode) == 0o700
        with worker.folder() as folder:
            (folder / "page.png").write_bytes(b"of the deck")
            worker.cancel()
            assert worker.call("sowhat.trials:process", int) != first
            assert (folder / "page.png").exists()
        assert not folder.exists()
        assert room.is_dir()
    assert list(temporary.iterdir()) == []
    worker.close()


def test_a_closed_worker_that_is_asked_again_gets_another(temporary: Path) -> None:
    worker = Worker()
    worker.call("sowhat.trials:process", int)
    worker.close()
    worker.call("sowhat.trials:process", int)
    assert len(list(temporary.iterdir())) == 1
    worker.close()
    assert list(temporary.iterdir()) == []


def test_what_a_killed_program_left_is_swept_and_nothing_else(temporary: Path) -> None:
    others = temporary / "sowhat-report.pdf", temporary / "sowhat-notes" / "mine.txt"
    others[1].parent.mkdir()
    for file in others:
        file.write_text("mine")
    with subprocess.Popen(
        [sys.executable, "-c", HOLD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        room = Path(program.stdout.readline().strip())
        rooms.sweep()
        assert list(room.rglob("page.png"))
        program.kill()
    if sys.platform != "win32":
        assert program.returncode == -signal.SIGKILL
    assert list(room.rglob("page.png"))
    rooms.sweep()
    assert not room.exists()
    assert all(file.read_text() == "mine" for file in others)


def test_no_room_for_temporary_files_is_told(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(temporary / "none"))
    with Worker() as worker, pytest.raises(OutputError) as caught:
        worker.call("sowhat.trials:process", int)
    assert caught.value.reason == "cannot-write"
    assert caught.value.values["path"] == str(temporary / "none")
