"""Each change of what is kept is a step that can be undone and done again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import pytest
from PySide6.QtGui import QUndoStack

from sowhat.errors import OutputError
from sowhat.gui.ledger import Ledger

pytestmark = pytest.mark.usefixtures("qapp")


class _Store:
    """Keeps words in memory, or refuses to."""

    def __init__(self) -> None:
        self.kept: tuple[str, ...] = ("a",)
        self.full = False
        self.told = 0

    def keep(self, change: Callable[[tuple[str, ...]], Sequence[str]]) -> None:
        if self.full:
            raise OutputError("cannot-write")
        self.kept = tuple(change(self.kept))

    @contextmanager
    def telling(self) -> Iterator[None]:
        try:
            yield
        except OutputError:
            self.told += 1


@pytest.fixture
def store() -> _Store:
    return _Store()


def test_steps_go_back_and_forth(store: _Store) -> None:
    steps = QUndoStack()
    ledger = Ledger[str](steps, store.keep, store.telling)
    ledger.change("two", lambda kept: (*kept, "b"))
    ledger.change("none", lambda _: ("c",))
    assert (steps.count(), steps.undoText()) == (2, "none")
    steps.undo()
    assert "".join(store.kept) == "ab"
    steps.undo()
    assert "".join(store.kept) == "a"
    steps.redo()
    steps.redo()
    assert "".join(store.kept) == "c"


def test_what_changes_nothing_is_no_step(store: _Store) -> None:
    steps = QUndoStack()
    Ledger[str](steps, store.keep, store.telling).change("same", lambda kept: kept)
    assert not steps.canUndo()


def test_what_another_wrote_meanwhile_stays(store: _Store) -> None:
    steps = QUndoStack()
    Ledger[str](steps, store.keep, store.telling).change("two", lambda kept: (*kept, "b"))
    store.kept = (*store.kept, "theirs")
    steps.undo()
    assert store.kept == ("a", "theirs")


def test_what_cannot_be_kept_is_no_step_and_a_failed_undo_is_told(store: _Store) -> None:
    steps = QUndoStack()
    ledger = Ledger[str](steps, store.keep, store.telling)
    ledger.change("two", lambda kept: (*kept, "b"))
    store.full = True
    with pytest.raises(OutputError):
        ledger.change("three", lambda kept: (*kept, "c"))
    steps.undo()
    assert (steps.count(), store.told, store.kept) == (1, 1, ("a", "b"))
