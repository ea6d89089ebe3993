from __future__ import annotations

import gc
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from sowhat.errors import CancelledError, DeckError, SowhatError
from sowhat.worker import Worker
from tests.worker.conftest import Start

MIB = 1 << 20


def reason(worker: Worker, function: str, **arguments: Any) -> str:
    with pytest.raises(SowhatError) as caught:
        worker.call(f"sowhat.trials:{function}", object, **arguments)
    return caught.value.reason


def later(action: Callable[[], None], seconds: float = 0.2) -> threading.Timer:
    timer = threading.Timer(seconds, action)
    timer.start()
    return timer


def pipes() -> int:
    links = [file for file in Path("/proc/self/fd").iterdir() if file.is_symlink()]
    return sum(str(link.readlink()).startswith("pipe:") for link in links)


@pytest.mark.parametrize("code", [0, 1, 137])
def test_a_worker_that_exits_is_a_damaged_deck_and_comes_back(worker: Worker, code: int) -> None:
    first = worker.call("sowhat.trials:process", int)
    assert reason(worker, "leave", code=code) == "damaged"
    assert worker.pid is None
    assert worker.call("sowhat.trials:process", int) != first


def test_leaving_politely_is_no_answer_either(worker: Worker) -> None:
    assert reason(worker, "leave_politely") == "damaged"
    assert worker.call("sowhat.trials:echo", bytes, data=b"x") == b"x"


def test_a_worker_that_died_between_calls_comes_back(worker: Worker) -> None:
    first = worker.call("sowhat.trials:process", int)
    process = psutil.Process(first)
    process.kill()
    gone(process)
    assert worker.call("sowhat.trials:process", int) != first


def test_a_call_may_have_less_time_than_the_worker(start: Start) -> None:
    worker = start(seconds=60)
    begun = time.monotonic()
    with pytest.raises(DeckError) as caught:
        worker.call("sowhat.trials:hang", object, within=0.5)
    assert caught.value.reason == "too-slow"
    assert time.monotonic() - begun < 30
    assert worker.call("sowhat.trials:echo", bytes, data=b"x") == b"x"


@pytest.mark.parametrize("function", ["hang", "spin"])
def test_a_worker_that_hangs_is_too_slow(start: Start, function: str) -> None:
    worker = start(seconds=2)
    begun = time.monotonic()
    assert reason(worker, function) == "too-slow"
    assert time.monotonic() - begun < 30
    assert worker.call("sowhat.trials:echo", bytes, data=b"x") == b"x"


def test_a_worker_that_eats_memory_is_too_large(start: Start) -> None:
    worker = start(seconds=20, resident=150 * MIB)
    assert reason(worker, "eat", step=4 * MIB) == "too-large"
    assert worker.call("sowhat.trials:echo", bytes, data=b"x") == b"x"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the address space")
def test_one_bite_beyond_the_address_space_is_too_large(start: Start) -> None:
    worker = start(seconds=20, address=600 * MIB)
    pid = worker.call("sowhat.trials:process", int)
    assert reason(worker, "eat", step=700 * MIB) == "too-large"
    assert worker.pid == pid


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends it without saying why")
def test_it_ends_by_itself_where_nobody_watches(start: Start) -> None:
    """As when the program was killed while its worker is busy."""
    worker = start(seconds=60, work=1)
    assert reason(worker, "spin") == "too-slow"
    assert worker.call("sowhat.trials:echo", bytes, data=b"x") == b"x"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_files_and_their_sizes_are_limited(start: Start) -> None:
    worker = start(files=40, file_size=MIB)
    assert worker.call("sowhat.trials:open_files", int) < 40
    assert worker.call("sowhat.trials:write", str, size=MIB) == "done"
    assert worker.call("sowhat.trials:write", str, size=MIB + 1) == "OSError"


def test_cancel_from_another_thread(worker: Worker) -> None:
    timer = later(worker.cancel)
    with pytest.raises(CancelledError):
        worker.call("sowhat.trials:hang", object)
    timer.join()
    assert worker.call("sowhat.trials:echo", bytes, data=b"x") == b"x"


def test_cancel_while_steps_come(worker: Worker) -> None:
    steps: list[int] = []

    def told(done: int, _: int) -> None:
        steps.append(done)
        if done == 3:
            worker.cancel()

    with pytest.raises(CancelledError):
        worker.call("sowhat.trials:endless", object, told)
    assert steps[:3] == [1, 2, 3]


def test_cancel_of_nothing_is_forgotten(worker: Worker) -> None:
    worker.cancel()
    assert worker.call("sowhat.trials:echo", bytes, data=b"x") == b"x"
    worker.cancel()
    assert worker.call("sowhat.trials:echo", bytes, data=b"x") == b"x"


def test_closing_from_another_thread_ends_a_call(worker: Worker) -> None:
    timer = later(worker.close)
    with pytest.raises(CancelledError):
        worker.call("sowhat.trials:hang", object)
    timer.join(5)
    assert not timer.is_alive()


@pytest.mark.parametrize("error", [KeyError, OSError, ValueError, EOFError, KeyboardInterrupt])
def test_an_error_of_the_listener_is_its_own(worker: Worker, error: type[BaseException]) -> None:
    """What it raises goes through, and what is left of the answer is not taken for the next."""

    def told(done: int, _: int) -> None:
        if done == 2:
            raise error("the listener's")

    with pytest.raises(error, match="the listener's"):
        worker.call("sowhat.trials:count", int, told, upto=5)
    assert worker.call("sowhat.trials:echo", bytes, data=b"x") == b"x"


def test_calls_from_many_threads_take_turns(worker: Worker) -> None:
    answers: list[bytes] = []

    def ask(number: int) -> None:
        answers.append(worker.call("sowhat.trials:echo", bytes, data=bytes([number])))

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [bytes([number]) for number in range(8)]


def test_close_leaves_no_process(start: Start) -> None:
    worker = start()
    process = psutil.Process(worker.call("sowhat.trials:process", int))
    worker.close()
    assert not process.is_running()
    assert worker.pid is None
    worker.close()


def test_a_context_closes_even_when_its_body_fails() -> None:
    processes: list[psutil.Process] = []

    def fail() -> None:
        with Worker() as worker:
            processes.append(psutil.Process(worker.call("sowhat.trials:process", int)))
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert not processes[0].is_running()


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_nothing_is_left_open_after_deaths_and_closing(start: Start) -> None:
    gc.collect()
    before = pipes(), psutil.Process().children(), threading.active_count()
    worker = start()
    assert reason(worker, "leave", code=3) == "damaged"
    assert reason(worker, "hang", within=0.3) == "too-slow"
    timer = later(worker.cancel, 0.1)
    assert reason(worker, "hang") == "cancelled"
    timer.join()
    worker.close()
    assert (pipes(), psutil.Process().children(), threading.active_count()) == before


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_the_worker_ends_when_the_program_dies(start: Start) -> None:
    """Its standard input closes with the program: no orphan stays."""
    worker = start()
    process = psutil.Process(worker.call("sowhat.trials:process", int))
    child = worker._child
    assert child is not None
    assert child.stdin is not None
    child.stdin.close()
    gone(process)


def gone(process: psutil.Process) -> None:
    """Wait until the process has ended (it stays a zombie until the worker's side collects it)."""
    deadline = time.monotonic() + 5
    while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_dead_workers_error_names_no_library(worker: Worker) -> None:
    with pytest.raises(DeckError) as caught:
        worker.call("sowhat.trials:leave", object, code=1)
    assert str(caught.value) == "damaged"
