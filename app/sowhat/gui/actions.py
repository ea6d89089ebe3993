"""The window's actions: a table of records; menus and toolbar are made from it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

from sowhat.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class Entry:
    """One action: its label, what it does, its icon and its keys (the first is shown)."""

    label: str
    tip: str
    icon: str
    keys: tuple[str, ...]


def tr(words: str) -> str:
    """Return ``words`` in the user's language."""
    return QCoreApplication.translate("Actions", words)


def table() -> dict[str, Entry]:
    """Return all actions by name, in the user's language."""
    return {
        "open": Entry(tr("&Open…"), tr("Open a PowerPoint or PDF deck"), "open", ("Ctrl+O",)),
        "again": Entry(
            tr("Audit &again"), tr("Read the file anew and audit it again"), "again", ("F5",)
        ),
        "report": Entry(
            tr("&Export report…"),
            tr("Write the annotated PDF report"),
            "report",
            ("Ctrl+E", "Ctrl+S"),
        ),
        "cancel": Entry(tr("&Cancel"), tr("Stop what is under way"), "cancel", ("Esc",)),
        "quit": Entry(tr("&Quit"), tr("Close SoWhat"), "quit", ("Ctrl+Q",)),
        "previous": Entry(
            tr("&Previous slide"), tr("Go to the slide before"), "previous", ("Left",)
        ),
        "next": Entry(tr("&Next slide"), tr("Go to the slide after"), "next", ("Right",)),
        "first": Entry(tr("&First slide"), tr("Go to the first slide"), "first", ("Ctrl+Home",)),
        "last": Entry(tr("&Last slide"), tr("Go to the last slide"), "last", ("Ctrl+End",)),
        "formula": Entry(
            tr("How the share is &counted"), tr("Show or hide the formula"), "info", ("Ctrl+I",)
        ),
        "keys": Entry(tr("&Keyboard"), tr("List all keys"), "keyboard", ("F1",)),
    }


class Actions(QObject):
    """The actions as Qt's objects; reach each by its name with ``actions["open"]``."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._table = table()
        self._made = {name: self._make(entry, parent) for name, entry in self._table.items()}
        theme.changed.connect(self._dress)
        self._dress()

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def names(self) -> tuple[str, ...]:
        """Return the names of all actions."""
        return tuple(self._made)

    def entry(self, name: str) -> Entry:
        """Return the record of an action."""
        return self._table[name]

    @staticmethod
    def _make(entry: Entry, parent: QObject) -> QAction:
        action = QAction(entry.label, parent)
        keys = [QKeySequence(key) for key in entry.keys]
        action.setShortcuts(keys)
        shown = keys[0].toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{entry.tip} ({shown})")
        action.setStatusTip(entry.tip)
        return action

    def _dress(self) -> None:
        for name, action in self._made.items():
            action.setIcon(self._theme.icon(self._table[name].icon))
