"""The findings on the whole deck; a click goes to the place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from sowhat.gui.models import FindingsModel
from sowhat.gui.models.findings import FindingRole
from sowhat.gui.paint import Look, finding
from sowhat.gui.panels.parts import card, label
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme
from sowhat.model import Finding, Place

Index = QModelIndex | QPersistentModelIndex


class FindingDelegate(QStyledItemDelegate):
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
        )
        finding.paint(painter, line, QRectF(option.rect), self._look())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return the line's size at the view's width."""
        del option
        line = finding.FindingLine(
            str(index.data(FindingRole.LEVEL)),
            str(index.data()),
            str(index.data(FindingRole.SLIDES)),
        )
        width = self._view.viewport().width()
        return QSize(width, round(finding.height(line, width, self._look())))

    def _look(self) -> Look:
        return Look(self._theme.colours, self._view.font())


class FindingsPanel(QWidget):
    """The list of findings with its heading."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._findings = FindingsModel(self)
        self._visits: tuple[str, int] = ("", 0)
        self._heading = label(self.tr("Findings"), theme, bold=True)
        self.view = QListView()
        self.view.setModel(self._findings)
        self.view.setItemDelegate(FindingDelegate(self.view, theme))
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(self.tr("Findings"))
        self.view.setAccessibleDescription(
            self.tr("What was found in the whole deck; Enter goes to its slides one by one")
        )
        self.view.setToolTip(self.tr("Click to go to the slide, again for the next one"))
        self.view.clicked.connect(self._visit)
        self.view.activated.connect(self._visit)
        session.audited.connect(self._show)
        session.judged.connect(self._show)
        theme.changed.connect(self.view.viewport().update)
        self._assemble()

    def wanted_height(self) -> int:
        """Return the height at which all findings are in sight."""
        rows = sum(self.view.sizeHintForRow(row) for row in range(self._findings.rowCount()))
        return self._heading.sizeHint().height() + rows + 24

    def _assemble(self) -> None:
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(4, 8, 4, 4)
        inside.setSpacing(2)
        self._heading.setContentsMargins(10, 0, 10, 0)
        inside.addWidget(self._heading)
        inside.addWidget(self.view, 1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(frame)

    def _show(self) -> None:
        found = self._session.audit.findings
        self._findings.show(found, self._session.audit.deck.gaps)
        self.view.setVisible(self._findings.rowCount() > 0)
        self._visits = ("", 0)
        count = len(found)
        self._heading.setText(
            self.tr("Findings ({count})").format(count=count)
            if count
            else self.tr("Findings: none, as far as SoWhat can see")
        )

    def _visit(self, index: QModelIndex) -> None:
        """Go to the finding's first place, at the next visit to its next."""
        found: Finding = index.data(FindingRole.FINDING)
        known, times = self._visits
        times = times + 1 if known == found.id else 0
        self._visits = (found.id, times)
        places = found.places or tuple(Place(number) for number in found.slides)
        if places:
            self._session.show_place(places[times % len(places)])
