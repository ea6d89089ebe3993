"""How long a deck may take in all: what is not done by then is left out, and told."""

from __future__ import annotations

import time
from dataclasses import dataclass


@dataclass(slots=True)
class Patience:
    """Runs out so many ``seconds`` after it was started, or first asked."""

    seconds: float
    _until: float | None = None

    def start(self) -> None:
        """Begin to wait, where that was not begun before."""
        self._until = self._until or time.monotonic() + self.seconds

    @property
    def left(self) -> float:
        """Return the seconds until it runs out, 0 afterwards."""
        self.start()
        assert self._until is not None
        return max(self._until - time.monotonic(), 0.0)

    @property
    def over(self) -> bool:
        """Say whether it has run out."""
        return self.left == 0.0
