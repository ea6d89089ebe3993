"""Workers that can run ``sowhat.trials``, which lies in ``child/`` and in no build."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import sowhat
from sowhat.worker import Limits, Worker

Start = Callable[..., Worker]


@pytest.fixture(autouse=True, scope="module")
def trials() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        folders = Path(__file__).parent / "child", Path(sowhat.__file__).parents[1]
        patch.setenv("PYTHONPATH", os.pathsep.join(map(str, folders)))
        patch.delenv("SOWHAT_DEBUG", raising=False)
        yield


@pytest.fixture
def start() -> Iterator[Start]:
    """Start a worker with limits; it is closed after the test."""
    started: list[Worker] = []

    def make(**limits: float) -> Worker:
        started.append(Worker(Limits(**limits)))  # type: ignore[arg-type]
        return started[-1]

    yield make
    for worker in started:
        worker.close()


@pytest.fixture
def worker(start: Start) -> Worker:
    return start()


@pytest.fixture(scope="module")
def shared(trials: None) -> Iterator[Worker]:  # noqa: ARG001
    """One for the tests that leave it as they found it."""
    with Worker() as worker:
        yield worker
