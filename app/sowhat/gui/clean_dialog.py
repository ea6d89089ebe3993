"""What a cleaned copy would be without, listed; what shall stay can be left in."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sowhat.export.copy import Made, Removed, Trace
from sowhat.gui.panels.parts import label
from sowhat.gui.panels.roomy import roomy_size
from sowhat.gui.theme import Theme
from sowhat.texts import named_properties, text

WIDTH, HEIGHT = 620, 520  # logical pixels
LONGEST = 120  # characters of one line


def line(one: Removed) -> str:
    """Return what goes on one line, with its slide."""
    words = _named(" ".join(one.text.split())) or text("copy.wordless")
    short = words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
    return short if one.slide is None else f"{text('report.slide', slide=one.slide)}: {short}"


def _named(words: str) -> str:
    """Return a property of the file, which begins with its name, as people call it."""
    name, _, value = words.partition(": ")
    known = named_properties().get(name)
    day = re.sub(r"^(\d{4}-\d\d-\d\d)T\S+$", r"\1", value)
    return f"{known}: {day}" if known and value else words


class CleanDialog(QDialog):
    """Lists what goes, by kind; ``chosen`` carries the kinds that are to go."""

    chosen = Signal(object)

    def __init__(self, made: Made, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Save a cleaned copy"))
        self.resize(roomy_size(QSize(WIDTH, HEIGHT), theme, parent))
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(self.tr("What the copy goes without"))
        self.tree.setAccessibleDescription(self.tr("Take the tick away from what shall stay"))
        for trace in Trace:
            found = [one for one in made.removed if one.trace is trace]
            if found:
                self._add(trace, found)
        count = text("copy.removed", n=len(made.removed))
        said = self.tr("The copy goes without what only the file holds: {count}.").format(
            count=count.removesuffix(" removed")
        )
        more = self.tr("Its slides look as before. What stands on them is yours to mend.")
        self.words = label(said, theme, bold=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(self.words)
        column.addWidget(label(more, theme, quiet=True))
        column.addWidget(self.tree, 1)
        column.addWidget(self._buttons())

    @property
    def traces(self) -> frozenset[Trace]:
        """What is to go: all but what was given its tick back."""
        kept = {
            entry.data(0, Qt.ItemDataRole.UserRole)
            for entry in map(self.tree.topLevelItem, range(self.tree.topLevelItemCount()))
            if entry is not None and entry.checkState(0) is Qt.CheckState.Unchecked
        }
        return frozenset(Trace) - kept

    def _add(self, trace: Trace, found: list[Removed]) -> None:
        name = text(f"copy.traces.{trace}")
        top = QTreeWidgetItem(self.tree, [f"{name} ({len(found)})"])
        top.setData(0, Qt.ItemDataRole.UserRole, trace)
        top.setFlags(top.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        top.setCheckState(0, Qt.CheckState.Checked)
        for one in found:
            below = QTreeWidgetItem(top, [line(one)])
            below.setToolTip(0, line(one))

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        save = box.addButton(self.tr("Save…"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setProperty("primary", True)  # noqa: FBT003
        save.setToolTip(self.tr("Choose where the copy goes; your deck stays as it is"))
        stop = box.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        stop.setToolTip(self.tr("Save nothing (Esc)"))
        box.accepted.connect(self._accept)
        box.rejected.connect(self.reject)
        return box

    def _accept(self) -> None:
        self.chosen.emit(self.traces)
        self.accept()
