"""The settings: a dialog made from their table. What is changed holds at once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sowhat.gui.panels.parts import label
from sowhat.gui.settings_fields import Field, field
from sowhat.gui.theme import Theme
from sowhat.preferences import ACT, Entry, Kind, Settings, entries, groups, usual

ROOM = 14  # logical pixels that a line of the list is higher than its words
SIZE = QSize(720, 560)
WIDEST = QSize(1180, 760)  # the most it grows to by itself


class SettingsDialog(QDialog):
    """Shows ``settings`` by group. ``changed`` carries other ones, ``asked`` the key of a button
    that was pressed."""

    changed = Signal(object)
    asked = Signal(str)

    def __init__(self, parent: QWidget, theme: Theme, settings: Settings) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Settings"))
        self._theme = theme
        self._settings = settings
        self.fields: dict[str, Field] = {
            key: field(entry, partial(self._take, key)) for key, entry in entries().items()
        }
        self.groups = QListWidget()
        self.groups.setAccessibleName(self.tr("Groups of settings"))
        self._pages = QStackedWidget()
        self._fill()
        self._assemble()
        self.groups.currentRowChanged.connect(self._pages.setCurrentIndex)
        self.groups.setCurrentRow(0)
        theme.changed.connect(self._fit)
        self._show()
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave Enter to the fields: what is typed is taken, and the dialog stays open."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _fill(self) -> None:
        for group in groups():
            self.groups.addItem(QListWidgetItem(group.label))
            own = {key: entry for key, entry in entries().items() if entry.group == group.id}
            page = QScrollArea()
            page.setWidgetResizable(True)
            page.setFrameShape(QFrame.Shape.NoFrame)
            page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            page.setWidget(self._page(own))
            self._pages.addWidget(page)

    def _page(self, own: Mapping[str, Entry]) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(4, 2, 10, 4)
        column.setSpacing(18)
        for key, entry in own.items():
            column.addLayout(self._setting(entry, self.fields[key].widget))
        column.addStretch(1)
        return made

    def _setting(self, entry: Entry, shown: QWidget) -> QVBoxLayout:
        """Return a setting: its label, its field, and what is to know of it below."""
        block = QVBoxLayout()
        block.setSpacing(5)
        if entry.kind is Kind.SWITCH:
            block.addWidget(shown)
        else:
            tag = QLabel(entry.label)
            tag.setBuddy(shown)
            tall = entry.kind in (Kind.MOTIFS, Kind.FOLDER)
            line = QVBoxLayout() if tall else QHBoxLayout()
            line.setSpacing(6 if tall else 14)
            line.addWidget(tag, 0 if tall else 1)
            line.addWidget(shown)
            block.addLayout(line)
        block.addWidget(label(entry.help, self._theme, scale=0.92, quiet=True))
        return block

    def _assemble(self) -> None:
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.AcceptRole)
        close.setToolTip(self.tr("Everything is kept already (Esc)"))
        self.standard = QPushButton(self.tr("Restore defaults"))
        self.standard.setToolTip(self.tr("Set everything back to what it was when SoWhat was new"))
        self.standard.setAutoDefault(False)
        self.standard.clicked.connect(lambda: self._change(usual()))
        buttons.addButton(self.standard, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.accepted.connect(self.accept)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self.groups)
        across.addWidget(self._pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(12)
        column.addLayout(across, 1)
        column.addWidget(buttons)

    def _take(self, key: str, value: object) -> None:
        if entries()[key].kind is ACT:
            self.asked.emit(key)
        else:
            self._change(self._settings.with_value(key, value))

    def _change(self, settings: Settings) -> None:
        if settings != self._settings:
            self._settings = settings
            self.changed.emit(settings)
            self._show()

    def _show(self) -> None:
        for key, entry in entries().items():
            if entry.kind is not ACT:
                self.fields[key].show_value(getattr(self._settings, key))
        self.standard.setEnabled(self._settings != usual())

    def _fit(self) -> None:
        """Give the words the room that they take in the size of now."""
        metrics = self.groups.fontMetrics()
        items = [self.groups.item(row) for row in range(self.groups.count())]
        for item in items:
            item.setSizeHint(QSize(0, metrics.height() + ROOM))
        widest = max(metrics.horizontalAdvance(item.text()) for item in items)
        self.groups.setFixedWidth(widest + 4 * ROOM)
        scale = self._theme.size
        self.resize((SIZE * scale).boundedTo(WIDEST).expandedTo(self.minimumSizeHint()))
