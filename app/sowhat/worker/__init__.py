"""The disposable child process in which everything that touches a deck's bytes runs."""

from sowhat.worker.limits import Limits
from sowhat.worker.process import Progress, Worker

__all__ = ["Limits", "Progress", "Worker"]
