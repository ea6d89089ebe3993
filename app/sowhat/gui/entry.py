"""An action as a record: menus, buttons and the list of keys are made from it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QKeySequence


class Entry(NamedTuple):
    """One action: its label, what it does, its icon and its keys (the first is shown)."""

    label: str
    tip: str
    icon: str
    keys: tuple[str, ...]

    @property
    def tooltip(self) -> str:
        """What it does, and the first of its keys."""
        shown = QKeySequence(self.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
        return f"{self.tip} ({shown})"
