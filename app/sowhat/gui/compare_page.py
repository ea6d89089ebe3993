"""What changed since an older version: both decks side by side, and what became of each finding."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sowhat import compare
from sowhat.errors import DeckError
from sowhat.gui import dialogs
from sowhat.gui.models.versions import VersionRole
from sowhat.gui.paint import version
from sowhat.gui.panels.parts import abreast, card, fill_page, label, push
from sowhat.gui.panels.versions import VersionsView
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme
from sowhat.model import Comparison, Fate
from sowhat.texts import text

_FATE = itemgetter(0)
SIGNS = {Fate.RESOLVED: "✓", Fate.NEW: "+", Fate.REMAINS: "•"}


class _Told(QScrollArea):
    """Words that are scrolled by the arrow keys where they lack room."""

    spoken_role = QAccessible.Role.Pane

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class ComparePage(QWidget):
    """The older deck's slides beside this one's; the headline above, the numbers on the right.

    ``older_asked``, ``save_asked`` and ``back_asked``: the user wants another older deck, a page
    of what changed, or the audit again.
    """

    older_asked = Signal()
    save_asked = Signal()
    back_asked = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self.comparing = session.comparing
        self.sentence = label("", theme, scale=1.25, bold=True)
        self.counted = label("", theme, quiet=True)
        self.names = label("", theme, bold=True), label("", theme, bold=True)
        self.view = VersionsView(session, theme)
        self.back = push(self.tr("Back to the audit"), self.tr("Leave the comparison"))
        self.other = push(
            self.tr("Another deck…"), self.tr("Compare with another older version, or the master")
        )
        self.save = push(
            self.tr("Save as page…"), self.tr("Write what changed as a page for the browser")
        )
        self.changed_only = push("", self.tr("Show only the slides that changed"))
        self.changed_only.setCheckable(True)
        self.changed_only.setProperty("choice", True)  # noqa: FBT003
        self._told = _Told(self.tr("Numbers and findings, before and after"))
        self._connect()
        self._assemble()

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self.other.clicked.connect(self.older_asked)
        self.save.clicked.connect(self.save_asked)
        self.changed_only.toggled.connect(lambda on: self.view.show_rows(only_changed=on))
        self.view.activated.connect(self._visit)
        self.view.doubleClicked.connect(self._visit)
        self.comparing.changed.connect(self._show)
        self.comparing.locked.connect(self._ask_password)
        self._session.audited.connect(self.view.listen_here)
        self._theme.changed.connect(self._show)

    def _assemble(self) -> None:
        head = card()
        line = QHBoxLayout(head)
        line.setContentsMargins(18, 12, 14, 12)
        words = QVBoxLayout()
        words.setSpacing(4)
        for part in (self.sentence, self.counted):
            words.addWidget(part)
        line.addLayout(words, 1)
        line.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        left, right = card(), card()
        inside = QVBoxLayout(left)
        inside.setContentsMargins(4, 6, 2, 4)
        inside.addLayout(self._heads())
        inside.addWidget(self.view)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(4, 6, 2, 4)
        beside.addWidget(self._told)
        across = abreast((left, right), (810, 430))
        across.setStretchFactor(0, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.changed_only)
        foot.addStretch(1)
        foot.addWidget(self.other)
        foot.addWidget(self.save)
        fill_page(self, head, across, foot)

    def _heads(self) -> QHBoxLayout:
        """Return the names of both decks, each above its slides."""
        line = QHBoxLayout()
        old, new = self.names
        line.setContentsMargins(round(version.GUTTER), 4, 10, 4)
        line.addWidget(old, 66)
        line.addWidget(new, 34)
        return line

    def _show(self) -> None:
        comparison = self.comparing.comparison
        if comparison is None:
            return
        old, new = compare.names(comparison)
        self.sentence.setText(comparison.sentence)
        self.counted.setText(compare.counted(comparison))
        for part, name, when in zip(self.names, (old, new), ("before", "after"), strict=True):
            part.setText(f"{text(f'compare.{when}')}: {name}")
        self.view.listen()
        self.view.show_comparison()
        count, changed = self.view.counts
        self.changed_only.setText(
            self.tr("Only what changed ({changed} of {count})").format(changed=changed, count=count)
        )
        self.changed_only.setEnabled(0 < changed < count or self.changed_only.isChecked())
        beside = self._beside(comparison)
        self._told.setWidget(beside)
        bar = self._told.verticalScrollBar().sizeHint().width()
        self._told.setMinimumWidth(beside.minimumSizeHint().width() + bar)

    def _visit(self, index: QModelIndex) -> None:
        """Go to the new deck's slide in the audit."""
        row: compare.Row = index.data(VersionRole.ROW)
        if row.new is not None:
            self._session.go(row.new)
            self.back_asked.emit()

    def _ask_password(self, error: DeckError) -> None:
        path = self.comparing.path
        if path is not None:
            dialogs.ask_password(
                self.window(), error, lambda given: self.comparing.begin(path, given)
            )

    def _beside(self, comparison: Comparison) -> QWidget:
        made = QWidget()
        made.setObjectName("changes")
        column = QVBoxLayout(made)
        column.setContentsMargins(14, 8, 14, 12)
        column.setSpacing(6)
        column.addWidget(label(text("compare.numbers"), self._theme, bold=True))
        column.addLayout(self._figures(comparison))
        for key, points in (
            ("compare.findings-heading", _found(comparison)),
            ("compare.advice-heading", _advised(comparison)),
        ):
            said = [(fate, [one for _, one in group]) for fate, group in groupby(points, _FATE)]
            if said:
                column.addSpacing(10)
                column.addWidget(label(text(key), self._theme, bold=True))
            for fate, found in said:
                column.addWidget(label(text(f"compare.fates.{fate}"), self._theme, quiet=True))
                for words in found:
                    column.addLayout(self._point(fate, words))
        column.addStretch(1)
        return made

    def _figures(self, comparison: Comparison) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        for column, share in enumerate((1, 1, 1)):
            grid.setColumnStretch(column, share)
        for at, words in enumerate((text("compare.before"), text("compare.after")), 1):
            grid.addWidget(label(words, self._theme, quiet=True, scale=0.9), 0, at)
        for row, figure in enumerate(compare.figures(comparison), 1):
            grid.addWidget(label(figure.name, self._theme, quiet=figure.same), row, 0)
            grid.addWidget(label(figure.before, self._theme, quiet=figure.same), row, 1)
            after = label(figure.after, self._theme, bold=not figure.same, quiet=figure.same)
            grid.addWidget(after, row, 2)
        return grid

    def _point(self, fate: Fate, words: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        sign = label(SIGNS[fate], self._theme, bold=True)
        sign.setFixedWidth(14)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(words, self._theme), 1)
        return line


def _found(comparison: Comparison) -> Iterator[tuple[Fate, str]]:
    for fate in Fate:
        for item in comparison.of("finding", fate):
            yield fate, item.message


def _advised(comparison: Comparison) -> Iterator[tuple[Fate, str]]:
    for fate in Fate:
        if said := compare.advised(comparison, fate):
            yield fate, said
