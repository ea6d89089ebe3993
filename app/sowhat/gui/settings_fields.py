"""A field for each kind of setting: it shows a value and tells when the user has changed it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QWidget,
)

from sowhat.gui import dialogs
from sowhat.gui.reason import motif_name
from sowhat.model import Motif
from sowhat.preferences import Entry, Kind

Told = Callable[[object], None]
MARGIN = 6  # logical pixels before a number
ROWS, EDGE = 8, 12  # lines of the list of motifs in sight; logical pixels around them


class Field(Protocol):
    """What the dialog knows of a field."""

    @property
    def widget(self) -> QWidget:
        """What is shown and has the keyboard's focus."""

    def show_value(self, value: object) -> None:
        """Show ``value`` without telling of it."""


class ChoiceField:
    """One of several."""

    def __init__(self, entry: Entry, told: Told) -> None:
        self.widget = QComboBox()
        for value, name in entry.choices:
            self.widget.addItem(name, value)
        self.widget.activated.connect(lambda _: told(self.widget.currentData()))

    def show_value(self, value: object) -> None:
        """Show it."""
        self.widget.setCurrentIndex(self.widget.findData(value))


class NumberField:
    """A whole number; its least may stand for none."""

    def __init__(self, entry: Entry, told: Told) -> None:
        self.widget = QSpinBox()
        self.widget.setRange(entry.least, entry.most)
        self.widget.setSingleStep(entry.step)
        self.widget.setSuffix(entry.unit)
        self.widget.setSpecialValueText(entry.none)
        self.widget.lineEdit().setTextMargins(MARGIN, 0, 0, 0)
        self.widget.setKeyboardTracking(False)  # a half-written number is none yet
        self.widget.valueChanged.connect(lambda: told(self.widget.value()))

    def show_value(self, value: object) -> None:
        """Show it."""
        blocked = self.widget.blockSignals(True)  # noqa: FBT003
        self.widget.setValue(int(str(value)))
        self.widget.blockSignals(blocked)


class SwitchField:
    """On or off; its label is its own."""

    def __init__(self, entry: Entry, told: Told) -> None:
        self.widget = QCheckBox(entry.label)
        self.widget.clicked.connect(lambda: told(self.widget.isChecked()))

    def show_value(self, value: object) -> None:
        """Show it."""
        self.widget.setChecked(bool(value))


class FolderLine(QWidget):
    """A folder's path to type or to choose; ``chosen`` carries it, empty for none."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.path = QLineEdit()
        self.path.setPlaceholderText(self.tr("none"))
        self.path.setClearButtonEnabled(True)
        self.path.editingFinished.connect(lambda: self.chosen.emit(self.path.text().strip()))
        self.choose = QPushButton(self.tr("Choose…"))
        self.choose.setToolTip(self.tr("Choose a folder"))
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._ask)
        self.setFocusProxy(self.path)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.path, 1)
        line.addWidget(self.choose)

    def _ask(self) -> None:
        dialog = dialogs.ask_folder(self, self.path.text())
        dialog.fileSelected.connect(self._take)

    def _take(self, folder: str) -> None:
        self.path.setText(folder)
        self.chosen.emit(folder)


class FolderField:
    """A folder, or none."""

    def __init__(self, entry: Entry, told: Told) -> None:
        self.widget = FolderLine()
        self.widget.path.setAccessibleName(entry.label)
        self.widget.path.setAccessibleDescription(entry.help)
        self.widget.choose.setAccessibleName(f"{entry.label}: {self.widget.choose.text()}")
        self.widget.chosen.connect(told)

    def show_value(self, value: object) -> None:
        """Show it."""
        self.widget.path.setText(str(value))


class MotifsField:
    """A box to tick for each motif; those without a tick are the value."""

    def __init__(self, entry: Entry, told: Told) -> None:
        del entry
        self.widget = QListWidget()
        for motif in Motif:
            if motif is not Motif.OTHER:  # what has no motif has to be called something
                item = QListWidgetItem(motif_name(motif), self.widget)
                item.setData(Qt.ItemDataRole.UserRole, motif)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
        self.widget.itemChanged.connect(lambda _: told(self.off))

    @property
    def off(self) -> tuple[Motif, ...]:
        """The motifs that have no tick."""
        items = (self.widget.item(row) for row in range(self.widget.count()))
        return tuple(
            Motif(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Unchecked
        )

    def show_value(self, value: object) -> None:
        """Show it."""
        off = value if isinstance(value, tuple) else ()
        blocked = self.widget.blockSignals(True)  # noqa: FBT003
        height = self.widget.fontMetrics().height() + 6
        for row in range(self.widget.count()):
            item = self.widget.item(row)
            gone = item.data(Qt.ItemDataRole.UserRole) in off
            item.setCheckState(Qt.CheckState.Unchecked if gone else Qt.CheckState.Checked)
            item.setSizeHint(QSize(0, height))
        self.widget.setMinimumHeight(ROWS * height + EDGE)
        self.widget.blockSignals(blocked)


class ActField:
    """A button; what it does is told with no value."""

    def __init__(self, entry: Entry, told: Told) -> None:
        self.widget = QPushButton(entry.button)
        self.widget.setAutoDefault(False)
        self.widget.clicked.connect(lambda: told(None))

    def show_value(self, value: object) -> None:
        """Show nothing: it has no value."""


_FIELDS: dict[Kind, Callable[[Entry, Told], Field]] = {
    Kind.CHOICE: ChoiceField,
    Kind.NUMBER: NumberField,
    Kind.SWITCH: SwitchField,
    Kind.FOLDER: FolderField,
    Kind.MOTIFS: MotifsField,
    Kind.ACT: ActField,
}


def field(entry: Entry, told: Told) -> Field:
    """Return a field for the setting; ``told`` gets each value that the user gives it."""
    made = _FIELDS[entry.kind](entry, told)
    made.widget.setAccessibleName(entry.label)
    made.widget.setAccessibleDescription(entry.help)
    return made
