"""May this deck go to this customer? Whom it is for, what was found, and where it stands."""

from __future__ import annotations

from math import sqrt
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sowhat.gui.panels.found import FoundPanel
from sowhat.gui.panels.item_slide import ItemSlide
from sowhat.gui.panels.parts import abreast, card, fill_page, label, push
from sowhat.gui.panels.readiness import ReadinessPanel
from sowhat.gui.panels.recipient import RecipientPanel
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme
from sowhat.model import Item
from sowhat.texts import text

FORM, LIST, SLIDE = 286, 430, 540  # logical pixels wide at first


class RepPage(QWidget):
    """The form on the left, the lists in the middle, the slide with its places on the right.

    ``back_asked``, ``clean_asked``, ``tell_asked``: the user wants the audit again, a cleaned copy,
    or the check written. ``facts_asked``, ``master_asked``, ``against_asked``: another one.
    """

    back_asked = Signal()
    clean_asked = Signal()
    tell_asked = Signal()
    facts_asked = Signal()
    master_asked = Signal()
    against_asked = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._checking = session.checking
        self.head = ReadinessPanel(theme)
        self.form = RecipientPanel(theme)
        self.slide = ItemSlide(session, theme)
        self.found = FoundPanel(session, theme)
        self.place = label("", theme, bold=True)
        self.why = label("", theme, quiet=True)
        self._make_buttons()
        self._assemble()
        self._connect()

    # What the user does.

    def begin(self) -> None:
        """Show the page; the first time the deck is checked as it stands."""
        self._show_said()
        if self._checking.found is None:
            self._checking.start()
        known = self._checking.said.customer or self._session.audit.profile.customer.name
        (self.found.lists[0] if known else self.form.customer).setFocus()

    def load_facts(self, path: Path) -> None:
        """Keep the facts of a file for the customer who is typed, and check again."""
        self._checking.take(self.form.said)
        self._checking.load_facts(path)

    def _mean(self) -> None:
        item = self.found.item
        if item is not None:
            self._checking.mean([item], on=not item.meant)

    # What is shown.

    def _show_said(self) -> None:
        session = self._session
        if session.has_audit:
            facts = len(self._checking.facts)
            self.form.show_said(self._checking.said, session.audit.profile, facts)

    def _show(self) -> None:
        found = self._checking.found
        self.head.show_check(found)
        for button in (self.tell, self.clean):
            button.setEnabled(found is not None)
        if found is not None:
            self.slide.show_items(found.items)
            self.found.show_check(found)
        self._show_said()

    def _look(self) -> None:
        """Show the item that is chosen, on its slide."""
        item = self.found.item
        if item is not None and item.slide is not None:
            self._session.go(item.slide)
        self.slide.choose(item)
        self.place.setText(self._where(item))
        self.why.setText(item.why if item is not None else text("check.nothing"))
        self.mean.setEnabled(item is not None)
        stays = item is not None and item.meant
        self.mean.setText(self.tr("&Not meant after all") if stays else self.tr("It is &meant"))
        self.mean.setToolTip(
            self.tr("Tell it again")
            if stays
            else self.tr("Leave it, here and in later versions of this deck")
        )

    def _where(self, item: Item | None) -> str:
        if item is None:
            return ""
        where = text(f"check.where.{item.where}")
        if item.slide is None:
            return self.tr("In the file: {where}").format(where=where)
        return self.tr("Slide {number}: {where}").format(number=item.slide, where=where)

    # How it is put together.

    def _make_buttons(self) -> None:
        self.back = push(self.tr("Back to the audit"), self.tr("Show the slides again"))
        self.mean = push(self.tr("It is &meant"), "")
        self.undo = push(self.tr("Undo"), self.tr("Undo the last step"))
        self.redo = push(self.tr("Redo"), self.tr("Do it again"))
        self.tell = push(
            self.tr("E&xport the check…"),
            self.tr("Write it before the report or a web page, or alone as Markdown or data"),
        )
        self.clean = push(
            self.tr("Save a c&leaned copy…"),
            self.tr("See what only the file holds, and write a copy without it"),
        )
        for button in (self.mean, self.undo, self.redo, self.tell, self.clean):
            button.setEnabled(False)

    def _connect(self) -> None:
        steps = self._checking.steps
        self.back.clicked.connect(self.back_asked)
        self.clean.clicked.connect(self.clean_asked)
        self.tell.clicked.connect(self.tell_asked)
        self.mean.clicked.connect(self._mean)
        self.undo.clicked.connect(steps.undo)
        self.redo.clicked.connect(steps.redo)
        steps.canUndoChanged.connect(self.undo.setEnabled)
        steps.canRedoChanged.connect(self.redo.setEnabled)
        self.form.check_asked.connect(self._checking.start)
        self.form.facts.choose_asked.connect(self.facts_asked)
        self.form.facts.clear_asked.connect(self._checking.forget_facts)
        self.form.master.choose_asked.connect(self.master_asked)
        self.form.master.clear_asked.connect(lambda: self.form.choose(master=""))
        self.form.against.choose_asked.connect(self.against_asked)
        self.form.against.clear_asked.connect(lambda: self.form.choose(against=""))
        self.slide.picked.connect(self.found.choose)
        self.found.looked.connect(self._look)
        self._checking.changed.connect(self._show)
        self._session.audited.connect(self._show_said)
        self._session.judged.connect(self._show_said)

    def _assemble(self) -> None:
        head = card()
        inside = QHBoxLayout(head)
        inside.setContentsMargins(18, 12, 14, 12)
        inside.addWidget(self.head, 1)
        inside.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        across = abreast((self._left(), self.found, self._right()), (FORM, LIST, SLIDE))
        across.setStretchFactor(2, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        hint = self.tr(
            "Your deck stays as it is. What you mean to leave is remembered on this machine."
        )
        foot.addWidget(label(hint, self._theme, quiet=True), 1)
        for button in (self.undo, self.redo, self.tell, self.clean):
            foot.addWidget(button)
        fill_page(self, head, across, foot)

    def _left(self) -> QWidget:
        frame = self._form_card = card()
        self._widen()
        self._theme.changed.connect(self._widen)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.form)
        area.viewport().setAutoFillBackground(False)
        self.form.setAutoFillBackground(False)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(area, 1)
        foot = QVBoxLayout()  # in sight however low the window is
        foot.setContentsMargins(16, 8, 16, 14)
        foot.addWidget(self.form.check)
        inside.addLayout(foot)
        return frame

    def _widen(self) -> None:
        """Have room for a name and the button beside it, however large their words are."""
        self._form_card.setMinimumWidth(round(FORM * sqrt(self._theme.size)))

    def _right(self) -> QWidget:
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(12, 12, 12, 12)
        inside.setSpacing(8)
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(self.place)
        told.addWidget(self.why)
        line = QHBoxLayout()
        line.addLayout(told, 1)
        line.addWidget(self.mean, 0, Qt.AlignmentFlag.AlignTop)
        key = self.tr("Underlined: your customer's name. Dotted: yours.")
        inside.addWidget(self.slide, 1)
        inside.addWidget(label(key, self._theme, scale=0.92, quiet=True))
        inside.addLayout(line)
        return frame
