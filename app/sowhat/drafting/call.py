"""A request under way, and how it is stopped."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine
from typing import Any, TypeVar

from sowhat.errors import CancelledError

T = TypeVar("T")


class Call:
    """One request, which may be stopped from any thread, before it began and after it ended."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._cancelled = False
        self._stop: tuple[asyncio.AbstractEventLoop, asyncio.Task[Any]] | None = None

    def cancel(self) -> None:
        """Stop it at once: its ``run`` raises ``CancelledError``."""
        with self._lock:
            self._cancelled = True
            if self._stop is not None:
                loop, task = self._stop
                loop.call_soon_threadsafe(task.cancel)

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Run ``work`` to its end; raises ``CancelledError`` where it was stopped."""
        try:
            return asyncio.run(self._watched(work))
        except asyncio.CancelledError as error:
            raise CancelledError from error

    async def _watched(self, work: Coroutine[Any, Any, T]) -> T:
        task = asyncio.ensure_future(work)
        with self._lock:
            self._stop = asyncio.get_running_loop(), task
            if self._cancelled:
                task.cancel()
        try:
            return await task
        finally:
            with self._lock:
                self._stop = None
