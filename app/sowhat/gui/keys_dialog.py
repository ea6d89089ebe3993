"""All keys, searchable: by what they do, by their name, by the keys themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from sowhat.gui.actions import Actions
from sowhat.gui.entry import Entry
from sowhat.gui.panels.parts import label
from sowhat.gui.slide_actions import held
from sowhat.gui.theme import Theme

SIZE, TALLEST = QSize(640, 560), 760  # logical pixels
BESIDE = 90  # logical pixels for margins and the scroll bar
GAP = 34  # logical pixels between keys and what they do
ROOM = 10  # logical pixels that a line is higher than its words
Line = tuple[str, str, str]
"""The keys as the system writes them, what they do, and other words to find them by."""


def tr(words: str) -> str:
    """Return ``words`` in the user's language."""
    return QCoreApplication.translate("Keys", words)


def lines(entries: Iterable[Entry], others: Iterable[tuple[str, str]] = ()) -> list[Line]:
    """Return a line for each action, and for ``others`` that are no actions (keys, meaning)."""
    native = QKeySequence.SequenceFormat.NativeText
    told = [
        (
            "   ".join(QKeySequence(key).toString(native) for key in entry.keys),
            entry.tip,
            entry.label.replace("&", ""),
        )
        for entry in entries
    ]
    return [*told, *((keys, meaning, "") for keys, meaning in others)]


def show(parent: QWidget, theme: Theme, actions: Actions) -> KeysDialog:
    """List the keys of all ``actions``."""
    others = (
        (held().keys[0], held().tip),
        (
            tr("D, L, I, W"),
            tr("Mark the advice that is chosen: done, for later, ignored, why"),
        ),
        (tr("1 … 9, Tab"), tr("Choose a reason on the slide")),
        (tr("Shift+↑ ↓ ← →"), tr("Push the slide when it is near")),
    )
    told = lines([actions.entry(name) for name in actions.names()], others)
    dialog = KeysDialog(parent, theme, told)
    dialog.open()
    return dialog


class KeysDialog(QDialog):
    """Lists the keys; what is typed leaves only the lines that have all of its words."""

    def __init__(self, parent: QWidget, theme: Theme, told: Sequence[Line]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard"))
        self._lines = told
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("Search the keys"))
        self.search.textChanged.connect(self._filter)
        self.none = label(self.tr("No key does that."), theme, quiet=True)
        self.view = QTableView()
        self.view.setAccessibleName(self.tr("Keys and what they do"))
        self._fill()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(10)
        for part in (self.search, self.none, self.view, buttons):
            column.addWidget(part)
        self._filter("")
        self.resize(self._width(), min(round(SIZE.height() * theme.size), TALLEST))

    @property
    def shown(self) -> tuple[str, ...]:
        """What the keys in sight do."""
        rows = range(len(self._lines))
        return tuple(self._lines[row][1] for row in rows if not self.view.isRowHidden(row))

    def _fill(self) -> None:
        bold = self.view.font()
        bold.setBold(True)
        model = QStandardItemModel(len(self._lines), 2, self)
        for row, (keys, meaning, _) in enumerate(self._lines):
            for column, words in enumerate((keys, meaning)):
                model.setItem(row, column, QStandardItem(words))
            model.item(row, 0).setFont(bold)
        view = self.view
        view.setModel(model)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)  # Tab leads on, the arrows go through the lines
        view.setWordWrap(True)
        view.verticalHeader().hide()
        view.horizontalHeader().hide()
        view.horizontalHeader().setStretchLastSection(True)
        heights = view.verticalHeader()
        heights.setDefaultSectionSize(view.fontMetrics().height() + ROOM)
        heights.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        view.horizontalHeader().sectionResized.connect(lambda *_: view.resizeRowsToContents())
        widths = map(QFontMetrics(bold).horizontalAdvance, (keys for keys, _, _ in self._lines))
        view.setColumnWidth(0, max(widths) + GAP)

    def _width(self) -> int:
        metrics = self.view.fontMetrics()
        longest = max(metrics.horizontalAdvance(meaning) for _, meaning, _ in self._lines)
        wanted = self.view.columnWidth(0) + longest + BESIDE
        return min(max(wanted, SIZE.width()), 2 * SIZE.width())

    def _filter(self, wanted: str) -> None:
        words = wanted.casefold().split()
        for row, line in enumerate(self._lines):
            said = " ".join(line).casefold()
            self.view.setRowHidden(row, not all(word in said for word in words))
        self.none.setVisible(not self.shown)
        self.view.setVisible(bool(self.shown))
