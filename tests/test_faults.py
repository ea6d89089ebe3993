"""What may happen while a deck is worked on: its worker dies at each step, its file changes."""

from __future__ import annotations

import contextlib
import os
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pptx
import psutil
import pytest

from sowhat.engine import audit
from sowhat.errors import DeckError, OutputError
from sowhat.export import copy, html, report
from sowhat.model import Audit, Deck
from sowhat.read import read_deck
from sowhat.render import Renderer
from sowhat.settings import AuditOptions
from sowhat.worker import Limits, Worker

TOLD_WITHIN = 10.0  # seconds, far below the time that a deck has


def kill(worker: Worker) -> None:
    """Kill the worker's process and wait until it is dead."""
    deadline, pid = time.monotonic() + 5, worker.pid
    if pid is None:  # to psutil that would be this process
        return
    with contextlib.suppress(psutil.NoSuchProcess):
        process = psutil.Process(pid)
        process.kill()
        while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
            assert time.monotonic() < deadline


class Killer:
    """Kills a worker at one step of its work and tells when."""

    def __init__(self, worker: Worker, stage: str, at: int = 1) -> None:
        self._worker = worker
        self._stage = stage
        self._left = at
        self.killed: float | None = None

    def __call__(self, stage: str, *_: int) -> None:
        if stage == self._stage and self.killed is None:
            self._left -= 1
            if self._left == 0:
                kill(self._worker)
                self.killed = time.monotonic()

    def step(self, *_: int) -> None:
        self(self._stage)


@pytest.fixture
def deck(vendor_pptx: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(vendor_pptx, tmp_path / "deck.pptx"))


@pytest.fixture(scope="module")
def audited(vendor_pptx: Path) -> Audit:
    return audit(vendor_pptx, AuditOptions(ocr=False))


def test_a_worker_killed_while_it_reads_is_told_at_once_and_tried_again(tmp_path: Path) -> None:
    pages = pptx.Presentation()
    for _ in range(80):  # enough that the end is far when the first page is told
        pages.slides.add_slide(pages.slide_layouts[1]).shapes.title.text = "We ship rockets"
    deck = tmp_path / "long.pptx"
    pages.save(str(deck))
    with Worker() as worker:
        killer = Killer(worker, "read")
        with pytest.raises(DeckError) as caught:
            audit(deck, AuditOptions(ocr=False), killer, worker)
        assert killer.killed is not None
        assert time.monotonic() - killer.killed < TOLD_WITHIN
        assert (caught.value.reason, caught.value.values["path"]) == ("damaged", str(deck))
        assert len(audit(deck, AuditOptions(ocr=False), worker=worker).verdicts) == 80


@pytest.mark.parametrize("stage", ["pictures", "language", "judge"])
def test_a_worker_killed_later_costs_at_most_pictures(
    deck: Path, audited: Audit, stage: str
) -> None:
    with Worker() as worker:
        killer = Killer(worker, stage)
        found = audit(deck, AuditOptions(ocr=False), killer, worker)
    assert [one.slide for one in found.verdicts] == [one.slide for one in audited.verdicts]
    lost = {gap.id for gap in found.deck.gaps} - {gap.id for gap in audited.deck.gaps}
    assert lost <= {"picture-failed"}


def test_a_worker_killed_between_two_slides_draws_the_next(audited: Audit) -> None:
    with Worker() as worker:
        renderer = Renderer(audited.deck, worker)
        for number in (1, 2, 3):
            assert not renderer.slide(number, 200).sketch
            kill(worker)


@pytest.mark.parametrize("at", [1, 4, 7])
def test_a_report_is_whole_though_its_worker_was_killed(
    audited: Audit, tmp_path: Path, at: int
) -> None:
    path = tmp_path / "report.pdf"
    with Worker() as worker:
        report.write(audited, path, worker, Killer(worker, "report", at).step)
    assert path.read_bytes().startswith(b"%PDF-")
    assert path.read_bytes().rstrip().endswith(b"%%EOF")
    assert [file.name for file in tmp_path.iterdir()] == ["report.pdf"]


def test_a_page_is_whole_though_its_worker_was_killed(audited: Audit) -> None:
    with Worker() as worker:
        made = html.made(audited, worker, Killer(worker, "pages", 2).step)
    assert made.rstrip().endswith("</html>")


def _copy(found: Audit, path: Path, worker: Worker) -> None:
    copy.write(found, path, worker, comments=True, order=True)


@pytest.mark.parametrize("after", [0.0, 0.05, 0.2])
def test_a_worker_killed_while_it_copies_leaves_the_old_copy_or_the_new(
    audited: Audit, tmp_path: Path, after: float
) -> None:
    path = tmp_path / "copy.pptx"
    path.write_bytes(b"old")
    with Worker() as worker:
        worker.call("sowhat.read.pptx:read", Deck, path=audited.deck.path, password=None,
                    pictures=False)  # fmt: skip
        timer = threading.Timer(after, kill, (worker,))
        timer.start()
        refused = None
        try:
            _copy(audited, path, worker)
        except DeckError as error:
            refused = error.reason
        timer.join()
    if refused:
        assert (refused, path.read_bytes()) == ("damaged", b"old")
    else:
        assert len(pptx.Presentation(str(path)).slides) == 7
    assert [file.name for file in tmp_path.iterdir()] == ["copy.pptx"]


@pytest.mark.parametrize(("write", "name"), [(_copy, "out.pptx"), (report.write, "out.pdf")])
def test_a_worker_that_hangs_while_it_writes_leaves_the_old_result(
    audited: Audit, tmp_path: Path, write: Callable[..., None], name: str
) -> None:
    """No call gets the time it needs: the clock stops it."""
    path = tmp_path / name
    path.write_bytes(b"old")
    with Worker(Limits(seconds=0.01)) as worker, pytest.raises(DeckError) as caught:
        write(audited, path, worker)
    assert caught.value.reason == "too-slow"
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


Change = Callable[[Path], None]


def append(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"more")


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def swap(path: Path) -> None:
    """As programs save: another file takes the name; of the same size, and by the clock older."""
    other = path.with_name("other")
    data = bytearray(path.read_bytes())
    data[-1:] = b"\x01"
    other.write_bytes(data)
    os.utime(other, (0, 0))
    other.replace(path)


@pytest.mark.parametrize("change", [append, cut, swap, Path.unlink])
def test_a_deck_that_changes_while_it_is_read_is_told(deck: Path, change: Change) -> None:
    done: list[int] = []

    def meddle(*_: int) -> None:
        if not done:
            change(deck)
        done.append(1)

    with Worker() as worker, pytest.raises(DeckError) as caught:
        read_deck(deck, worker, progress=meddle)
    assert caught.value.reason == "changed"
    assert caught.value.values["path"] == str(deck)


@pytest.mark.parametrize("change", [append, swap, Path.unlink])
def test_a_deck_that_changed_since_is_never_drawn_under_old_marks(
    deck: Path, change: Change
) -> None:
    with Worker() as worker:
        read: Deck = read_deck(deck, worker)
        change(deck)
        drawn = Renderer(read, worker).slide(1, 200)
    assert drawn.sketch
    assert [gap.id for gap in drawn.gaps] == ["render"]


def test_a_copy_of_a_deck_that_changed_since_is_refused(deck: Path, tmp_path: Path) -> None:
    with Worker() as worker:
        found = audit(deck, AuditOptions(pictures=False), worker=worker)
        append(deck)
        out = tmp_path / "copy.pptx"
        with pytest.raises(DeckError) as caught:
            copy.write(found, out, worker, comments=True, order=False)
    assert caught.value.reason == "changed"
    assert not out.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="permissions are of another kind there")
def test_nothing_is_written_into_a_folder_that_cannot_be_written(
    audited: Audit, tmp_path: Path
) -> None:
    folder = tmp_path / "none"
    with Worker() as worker, pytest.raises(OutputError) as caught:
        report.write(audited, folder / "report.pdf", worker)
    assert caught.value.values["detail"] == "its folder does not exist"
    assert not folder.exists()
