"""What is kept of the user's word, changed in steps that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Generic, TypeVar

from PySide6.QtGui import QUndoCommand, QUndoStack

T = TypeVar("T")
Change = Callable[[tuple[T, ...]], Sequence[T]]
Guard = Callable[[], AbstractContextManager[None]]


class Ledger(Generic[T]):
    """Changes entries in a store, and puts each change as a step on ``steps``.

    ``keep`` has the store keep what a change makes of the entries kept by then. Undoing takes out
    what a step brought in and brings back what it took out; so what another window decided
    meanwhile stays. ``guard`` tells the user of what fails when a step is undone or done again.
    """

    def __init__(
        self, steps: QUndoStack, keep: Callable[[Change[T]], object], guard: Guard
    ) -> None:
        self._steps = steps
        self._keep = keep
        self._guard = guard

    def change(self, words: str, make: Change[T]) -> None:
        """Change the entries; ``words`` name the step. What the store raises is passed on."""
        before: tuple[T, ...] = ()
        after: tuple[T, ...] = ()

        def made(given: tuple[T, ...]) -> tuple[T, ...]:
            nonlocal before, after
            before, after = given, tuple(make(given))
            return after

        self._keep(made)
        out = tuple(one for one in before if one not in after)
        into = tuple(one for one in after if one not in before)
        if out or into:
            self._steps.push(
                _Step(words, lambda: self._swap(out, into), lambda: self._swap(into, out))
            )

    def _swap(self, out: Sequence[T], into: Sequence[T]) -> None:
        with self._guard():
            self._keep(lambda kept: (*(one for one in kept if one not in out), *into))


class _Step(QUndoCommand):
    """A step that was taken when it is pushed."""

    def __init__(self, words: str, again: Callable[[], None], back: Callable[[], None]) -> None:
        super().__init__(words)
        self._again = again
        self._back = back
        self._taken = True

    def redo(self) -> None:
        if not self._taken:
            self._again()
        self._taken = True

    def undo(self) -> None:
        self._back()
        self._taken = False
