"""Another order of the slides, beside today's: drag, mark, see what changes, save a copy."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sowhat.gui.panels.advice import MarkedAdvice
from sowhat.gui.panels.outcome import OutcomePanel
from sowhat.gui.panels.parts import abreast, card, fill_page, label, push
from sowhat.gui.panels.sorter import Sorter
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme
from sowhat.gui.trying import Trying


class OrderPage(QWidget):
    """Today's order on the left, the one tried on the right; what it changes above them.

    ``save_asked`` and ``back_asked``: the user wants a copy, or the audit again.
    """

    save_asked = Signal()
    back_asked = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self.trying = Trying(session)
        self.outcome = OutcomePanel(session, self.trying, theme)
        self.before = Sorter(session, self.trying, theme, free=False)
        self.after = Sorter(session, self.trying, theme, free=True)
        self.before.setAccessibleName(self.tr("Today's order"))
        self.after.setAccessibleName(self.tr("The order you try"))
        self.after.setAccessibleDescription(
            self.tr("Alt with left or right moves a slide, Delete marks it to be cut")
        )
        self.marked = MarkedAdvice(session, theme, self.tr("The order that SoWhat proposes:"))
        self._make_buttons()
        self._assemble()
        self.trying.changed.connect(self._show)
        session.audited.connect(self._listen)

    def _make_buttons(self) -> None:
        steps = self.trying.steps
        self.back = push(self.tr("Back to the audit"), self.tr("Leave the order as it is"))
        self.proposed = push(
            self.tr("Proposed order"), self.tr("Take the order that SoWhat proposes")
        )
        self.today = push(
            self.tr("Today's order"), self.tr("Take the deck as it stands, nothing cut")
        )
        self.cut = push(self.tr("Cut"), self.tr("Mark the chosen slides to be cut (Delete)"))
        self.undo = push(self.tr("Undo"), self.tr("Undo the last step (Ctrl+Z)"))
        self.redo = push(self.tr("Redo"), self.tr("Do it again (Ctrl+Shift+Z)"))
        self.save = push(
            self.tr("Save a copy…"), self.tr("Write a copy of the deck in this order (Ctrl+Return)")
        )
        self.save.setProperty("primary", True)  # noqa: FBT003
        self.save.setShortcut("Ctrl+Return")
        self.back.clicked.connect(self.back_asked)
        self.proposed.clicked.connect(self.trying.take_proposed)
        self.today.clicked.connect(self.trying.take_today)
        self.cut.clicked.connect(lambda: self.trying.mark(self.after.chosen))
        self.undo.clicked.connect(steps.undo)
        self.redo.clicked.connect(steps.redo)
        self.save.clicked.connect(self.save_asked)
        steps.canUndoChanged.connect(self.undo.setEnabled)
        steps.canRedoChanged.connect(self.redo.setEnabled)
        self.after.selectionModel().selectionChanged.connect(
            lambda *_: self.cut.setEnabled(bool(self.after.chosen) and self.trying.can_cut)
        )
        for button in (self.undo, self.redo, self.cut):
            button.setEnabled(False)

    def _assemble(self) -> None:
        head = card()
        inside = QHBoxLayout(head)
        inside.setContentsMargins(18, 12, 14, 12)
        inside.addWidget(self.outcome, 3)
        inside.addWidget(self.marked, 1, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        tried = self._side(self.tr("The order you try"), self.after, (self.proposed, self.today))
        across = abreast((self._side(self.tr("Today"), self.before, ()), tried), (470, 790))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        hint = self.tr(
            "Drag slides, or move them with Alt and the arrows. Your deck stays as it is."
        )
        foot.addWidget(label(hint, self._theme, quiet=True), 1)
        for button in (self.undo, self.redo, self.cut, self.save):
            foot.addWidget(button)
        fill_page(self, head, across, foot)

    def _side(self, title: str, sorter: Sorter, buttons: tuple[QPushButton, ...]) -> QWidget:
        made = card()
        column = QVBoxLayout(made)
        column.setContentsMargins(8, 8, 2, 4)
        line = QHBoxLayout()
        line.setContentsMargins(8, 0, 10, 0)
        line.addWidget(label(title, self._theme, bold=True), 1)
        for button in buttons:
            line.addWidget(button)
        line.addStrut(self.proposed.sizeHint().height())  # both sides begin at one height
        column.addLayout(line)
        column.addWidget(sorter, 1)
        return made

    def _listen(self) -> None:
        for sorter in (self.before, self.after):
            self._session.pictures.arrived.connect(sorter.slides.refresh)

    def _show(self) -> None:
        if self._session.has_audit:
            self.outcome.show_outcome()
            self.marked.show_for(self._session.audit.order.subjects)
            self.before.show_order()
            self.after.show_order()
            self.today.setEnabled(not self.trying.is_today)
            self.proposed.setEnabled(not self.trying.is_proposed)
            self.save.setEnabled(not self.trying.is_today)  # such a copy would be the deck itself
