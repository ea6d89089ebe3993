"""Work off the window's thread: nothing is lost, everything ends once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from sowhat.errors import CancelledError
from sowhat.gui.jobs import Report, Runner


def _fail(error: Exception) -> None:
    raise AssertionError from error


@pytest.fixture
def runner() -> Iterator[Runner]:
    made = Runner()
    yield made
    made.close()


def test_results_come_on_the_thread_of_the_runner(qtbot: QtBot, runner: Runner) -> None:
    threads: list[QThread] = []
    results: list[QThread] = []

    def finish(worked_on: QThread) -> None:
        results.append(worked_on)
        threads.append(QThread.currentThread())

    runner.start(lambda _: QThread.currentThread(), done=finish, failed=_fail)
    qtbot.waitUntil(lambda: bool(results))
    assert threads == [runner.thread()]
    assert results != threads
    assert not runner.busy


def test_no_result_is_lost_when_work_ends_at_once(qtbot: QtBot, runner: Runner) -> None:
    results: list[int] = []
    for number in range(500):
        runner.start(lambda _, n=number: n, done=results.append, failed=_fail)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(results) == 500)
    assert sorted(results) == list(range(500))
    assert not runner.busy


def test_progress_comes_before_the_result(qtbot: QtBot, runner: Runner) -> None:
    told: list[object] = []

    def work(report: Report) -> str:
        report("read", 1, 2)
        report("read", 2, 2)
        return "end"

    runner.start(work, done=told.append, failed=_fail, progress=lambda *step: told.append(step))
    qtbot.waitUntil(lambda: "end" in told)
    assert told[-2:] == [("read", 2, 2), "end"]


def test_progress_that_comes_too_fast_is_told_by_its_latest(qtbot: QtBot, runner: Runner) -> None:
    told: list[object] = []
    worked = Event()

    def work(report: Report) -> str:
        for step in range(1000):
            report("read", step, 1000)
        report("judge", 1, 2)
        worked.set()
        return "end"

    runner.start(work, done=told.append, failed=_fail, progress=lambda *step: told.append(step))
    assert worked.wait(30)  # the window's thread is at something else meanwhile
    qtbot.waitUntil(lambda: "end" in told)
    assert told == [("read", 999, 1000), ("judge", 1, 2), "end"]


def test_an_error_comes_to_failed(qtbot: QtBot, runner: Runner) -> None:
    errors: list[Exception] = []

    def work(_: Report) -> None:
        raise ValueError("broken")

    runner.start(work, done=lambda _: pytest.fail("done"), failed=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ValueError)


def test_cancelled_work_ends_with_its_error_and_never_with_a_result(
    qtbot: QtBot, runner: Runner
) -> None:
    begun, stopped = threading.Event(), threading.Event()
    errors: list[Exception] = []

    def work(_: Report) -> str:
        begun.set()
        stopped.wait(10)
        return "too late"

    job = runner.start(
        work, done=lambda _: pytest.fail("done"), failed=errors.append, stop=stopped.set
    )
    assert begun.wait(10)
    job.cancel()
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], CancelledError)


def test_reporting_ends_cancelled_work(qtbot: QtBot, runner: Runner) -> None:
    errors: list[Exception] = []
    begun = threading.Event()

    def work(report: Report) -> None:
        while True:
            report("read", 0, 0)
            begun.set()

    job = runner.start(work, done=lambda _: pytest.fail("done"), failed=errors.append)
    assert begun.wait(10)
    job.cancel()
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], CancelledError)


def test_closing_ends_work_and_delivers_nothing(qtbot: QtBot, runner: Runner) -> None:
    begun, stopped = threading.Event(), threading.Event()

    def work(_: Report) -> None:
        begun.set()
        stopped.wait(10)

    def never(_: object) -> None:
        pytest.fail("delivered after close")

    runner.start(work, done=never, failed=never, stop=stopped.set)
    assert begun.wait(10)
    runner.close()
    assert stopped.is_set()
    assert not runner.busy
    with qtbot.assertNotEmitted(runner.destroyed, wait=20):
        pass
