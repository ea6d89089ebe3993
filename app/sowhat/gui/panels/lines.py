"""A list of lines that wrap: findings, what to change first, what to write."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from sowhat.gui.models.findings import FindingRole
from sowhat.gui.paint import Look, finding
from sowhat.gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class LineDelegate(QStyledItemDelegate):
    """Paints the lines."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        state = option.state
        line = finding.FindingLine(
            level=str(index.data(FindingRole.LEVEL)),
            message=str(index.data()),
            slides=str(index.data(FindingRole.SLIDES)),
            chosen=bool(state & QStyle.StateFlag.State_Selected),
            hover=bool(state & QStyle.StateFlag.State_MouseOver),
            focus=bool(state & QStyle.StateFlag.State_HasFocus),
            number=int(index.data(FindingRole.NUMBER)),
        )
        finding.paint(painter, line, QRectF(option.rect), self._look())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return the line's size at the view's width."""
        del option
        line = finding.FindingLine(
            str(index.data(FindingRole.LEVEL)),
            str(index.data()),
            str(index.data(FindingRole.SLIDES)),
            number=int(index.data(FindingRole.NUMBER)),
        )
        width = self._view.viewport().width()
        return QSize(width, round(finding.height(line, width, self._look())))

    def _look(self) -> Look:
        return Look(self._theme.colours, self._view.font())


class LinesView(QListView):
    """Shows the lines of a model whose roles are a finding's."""

    def __init__(self, lines: QAbstractListModel, name: str, theme: Theme) -> None:
        super().__init__()
        self._lines = lines
        self.setModel(lines)
        self.setItemDelegate(LineDelegate(self, theme))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def wanted_height(self) -> int:
        """Return the height at which all lines are in sight."""
        return sum(self.sizeHintForRow(row) for row in range(self._lines.rowCount()))
