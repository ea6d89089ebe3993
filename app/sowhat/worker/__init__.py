"""The disposable child process in which everything that touches a deck's bytes runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sowhat.worker.limits import Limits
from sowhat.worker.patience import Patience
from sowhat.worker.reach import Reach

if TYPE_CHECKING:
    from sowhat.worker.process import Progress, Worker

__all__ = ["Limits", "Patience", "Progress", "Reach", "Worker"]


def __getattr__(name: str) -> Any:
    # Lazy: the child loads this package too, and must not pay for its parent's side.
    if name in ("Progress", "Worker"):
        from sowhat.worker import process

        return getattr(process, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
