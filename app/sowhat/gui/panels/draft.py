"""The draft of a slide as a card: copy it, ask a model of one's own for another, go back."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sowhat.gui.actions import table
from sowhat.gui.panels.flow import FlowLayout
from sowhat.gui.panels.parts import label
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme
from sowhat.model import Advice
from sowhat.texts import text

COPIED_FOR = 1500  # milliseconds that the copy button says so
ICON = 18  # logical pixels


class DraftCard(QFrame):
    """Shows the draft of ``item``, who wrote it, and what can be done with it."""

    def __init__(self, item: Advice, session: Session, theme: Theme, *, possible: bool) -> None:
        super().__init__()
        self._item = item
        self._session = session
        self._theme = theme
        self.setProperty("card", True)  # noqa: FBT003
        self.copy = self._button("copy", self.tr("Copy the draft"))
        self.copy.setToolTip(self.tr("Copy the draft to the clipboard"))
        self.copy.clicked.connect(self._copy)
        self.ask = self._button("model", "")
        self.ask.setToolTip(table()["draft"].tooltip)
        self.ask.clicked.connect(session.drafting.start)
        self.offline = self._link(self.tr("Use the offline one"), "offline")
        self.offline.clicked.connect(session.drafting.use_offline)
        self.sent = self._link(self.tr("Show what is sent"), "sent")
        self.sent.clicked.connect(session.drafting.show_sent)
        shown = (
            (self.copy, bool(item.draft)),
            (self.ask, possible),
            (self.offline, session.drafting.holds(session.number)),
            (self.sent, possible),
        )
        self._assemble([button for button, wanted in shown if wanted])
        for button, wanted in shown:
            button.setVisible(wanted)
        session.drafting.settled.connect(self._settle)
        self._settle()

    def _assemble(self, buttons: list[QPushButton]) -> None:
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.addLayout(self._title())
        if self._item.draft:
            words = label(self._item.draft, self._theme)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            inside.addWidget(words)
        row = QWidget()
        flow = FlowLayout(row, gap=6)
        for button in buttons:
            flow.addWidget(button)
        inside.addWidget(row)

    def _title(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        if self._item.drafted_by:
            picture = QLabel()
            picture.setPixmap(self._theme.picture("model", ICON, self.devicePixelRatioF()))
            line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(1)
            words.addWidget(label(text("drafting.heading"), self._theme, bold=True))
            said = text("drafting.check", model=self._item.drafted_by)
            words.addWidget(label(said, self._theme, scale=0.92, quiet=True))
            line.addLayout(words, 1)
        else:
            title = self.tr("A draft to fill in") if self._item.draft else self.tr("No draft yet")
            line.addWidget(label(title, self._theme, scale=0.92, quiet=True), 1)
        return line

    def _button(self, icon: str, words: str) -> QPushButton:
        return QPushButton(self._theme.icon(icon), words, self)

    def _link(self, words: str, action: str) -> QPushButton:
        made = QPushButton(words, self)
        made.setProperty("link", True)  # noqa: FBT003
        made.setToolTip(table()[action].tooltip)
        return made

    def _settle(self) -> None:
        """Show whether an answer is awaited."""
        drafting = self._session.drafting
        waits = drafting.asked == self._item.slide
        model = drafting.endpoint.model
        words = self.tr("Waiting for {model} …") if waits else self.tr("Draft with {model}")
        self.ask.setText(words.format(model=model))
        for button in (self.ask, self.offline, self.sent):
            button.setEnabled(drafting.work is None)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._item.draft or "")
        self.copy.setText(self.tr("Copied"))
        self.copy.setIcon(self._theme.icon("done"))
        QTimer.singleShot(COPIED_FOR, self.copy, self._offer_again)

    def _offer_again(self) -> None:
        self.copy.setText(self.tr("Copy the draft"))
        self.copy.setIcon(self._theme.icon("copy"))
