"""One worker for many files; where a file costs it, the next one gets another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sowhat.worker import Worker
from tests.hostile.running import warmed


@pytest.fixture(scope="session")
def worker() -> Iterator[Worker]:
    warmed()
    with Worker() as running:
        yield running
