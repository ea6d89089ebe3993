"""Drawing a deck's slides in its worker, safely ended from the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from sowhat.errors import CancelledError
from sowhat.worker import Worker

if TYPE_CHECKING:
    from sowhat.render import Renderer


class Drawing:
    """Owns a renderer and its worker. Call it on a job's thread with slide and width in pixels."""

    def __init__(self, make: Callable[[Worker], Renderer], worker: Worker) -> None:
        self._make = make
        self._worker = worker
        self._renderer: Renderer | None = None
        self._busy = threading.Lock()
        self._closed = threading.Event()

    def __call__(self, number: int, width: int) -> tuple[bytes, bool]:
        """Return the slide's PNG and whether it is a sketch; ``CancelledError`` once closed."""
        with self._busy:
            if self._closed.is_set():
                raise CancelledError
            if self._renderer is None:
                self._renderer = self._make(self._worker)
            try:
                rendering = self._renderer.slide(number, width)
            finally:
                if self._closed.is_set():  # the renderer may have started the worker anew
                    self._worker.close()
        return rendering.png, rendering.sketch

    def close(self) -> None:
        """End the worker at once; a drawing under way comes to nothing."""
        self._closed.set()
        self._worker.cancel()
        if self._busy.acquire(blocking=False):
            self._worker.close()
            self._busy.release()
