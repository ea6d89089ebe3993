"""The user's own word on the slide: whom it is about, and why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from sowhat.gui.actions import table
from sowhat.gui.paint import Sight
from sowhat.gui.panels.flow import FlowLayout
from sowhat.gui.panels.parts import label, push
from sowhat.gui.panels.shapes import shape_icon
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme
from sowhat.model import Stance

LONGEST = 300  # characters of a reason


class DecisionPanel(QFrame):
    """A button a stance, the reason, and a way back; what is chosen is kept at once.

    ``queue_asked``: the user wants to decide the unsure slides one by one.
    """

    queue_asked = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._number = 0
        self._stance: Stance | None = None
        self._kept = ""  # the reason that is kept
        self.setObjectName("decision")
        self.buttons = {stance: self._button(stance) for stance in Stance}
        self.title = label("", theme, bold=True)
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST)
        self.reason.setAccessibleName(self.tr("Why you decided so"))
        self.reason.setToolTip(table()["why"].tooltip)
        self.reason.editingFinished.connect(self.commit)
        self.clear = push(self.tr("Take it back"), table()["clear"].tooltip, "link")
        self.clear.clicked.connect(self.take_back)
        self.agreed = push(self.tr("Agree"), table()["agree"].tooltip, "link")
        self.agreed.clicked.connect(self.agree)
        self.queue = push(self.tr("One by one…"), table()["queue"].tooltip, "link")
        self.queue.clicked.connect(self.queue_asked)
        self.unsure = push("", table()["next-unsure"].tooltip, "link")
        self.unsure.clicked.connect(session.deciding.go_to_unsure)
        self._assemble()
        session.audited.connect(self._show)
        session.judged.connect(self._follow)
        session.slide_changed.connect(self._turn)
        session.deciding.failed.connect(self._show)
        session.deciding.selected.connect(self._settle)
        theme.changed.connect(self._dress)
        self._dress()

    def choose(self, stance: Stance) -> None:
        """Decide the slide looked at, or all that are chosen."""
        self._stance, self._kept = stance, self.reason.text().strip()
        deciding = self._session.deciding
        several = len(deciding.slides) > 1
        numbers = deciding.slides if several else (self._number,)
        deciding.decide_all(numbers, stance, "" if several else self._kept)
        self._settle()

    def agree(self) -> None:
        """Decide that the slide looked at is what the judge took it for."""
        self.choose(self._session.verdict.stance)

    def take_back(self) -> None:
        """Leave the slide looked at, or all that are chosen, to the judge."""
        several = len(self._session.deciding.slides) > 1
        if several or self._stance is not None:
            self._stance, self._kept = None, ""
            self.reason.clear()
            numbers = self._session.deciding.slides if several else (self._number,)
            self._session.deciding.clear_all(numbers)
            self._settle()

    def give_reason(self) -> None:
        """Let the user write why he decided so."""
        if self._stance is not None:
            self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.reason.selectAll()

    def commit(self) -> None:
        """Keep the reason as it is written now."""
        reason = self.reason.text().strip()
        if self._stance is not None and reason != self._kept:
            self._kept = reason
            self._session.deciding.decide(self._number, self._stance, reason)

    def _button(self, stance: Stance) -> QPushButton:
        name = {
            Stance.VENDOR: self.tr("You"),
            Stance.CUSTOMER: self.tr("Customer"),
            Stance.MIXED: self.tr("Both"),
            Stance.NEUTRAL: self.tr("Neither"),
        }[stance]
        entry = table()[stance.value]
        made = QPushButton(name)
        made.setCheckable(True)
        made.setProperty("choice", True)  # noqa: FBT003
        made.setToolTip(entry.tooltip)
        made.setAccessibleName(entry.tip)
        made.clicked.connect(lambda: self.choose(stance))
        return made

    def _assemble(self) -> None:
        choices = QWidget()
        flow = FlowLayout(choices, gap=4)
        for button in self.buttons.values():
            flow.addWidget(button)
        line = QHBoxLayout()
        line.addWidget(self.title, 1)
        line.addWidget(self.agreed)
        line.addWidget(self.clear)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 10, 16, 8)
        whole.setSpacing(8)
        whole.addLayout(line)
        whole.addWidget(choices)
        whole.addWidget(self.reason)
        self._foot = QWidget()
        foot = FlowLayout(self._foot, gap=16)
        foot.addWidget(self.unsure)
        foot.addWidget(self.queue)
        whole.addWidget(self._foot)

    def _turn(self, _: int) -> None:
        self.commit()
        self._show()

    def _show(self) -> None:
        decision = self._session.deciding.here
        self._number = self._session.number
        self._stance = decision.stance if decision else None
        self._kept = decision.reason if decision else ""
        self.reason.setText(self._kept)
        self._settle()

    def _follow(self) -> None:
        """Show other verdicts; what is being written stays."""
        decision = self._session.deciding.here
        reason = decision.reason if decision else ""
        if self.reason.text().strip() == self._kept != reason:
            self.reason.setText(reason)
        self._stance, self._kept = (decision.stance if decision else None), reason
        self._settle()

    def _settle(self) -> None:
        decided = self._stance is not None
        several = len(self._session.deciding.slides)
        self.title.setText(
            self.tr("Your word on {count} slides: about whom?").format(count=several)
            if several > 1
            else self.tr("Your word: about whom is it?")
        )
        self.reason.setVisible(several == 1)
        for stance, button in self.buttons.items():
            button.setChecked(stance is self._stance)
        self.reason.setEnabled(decided)
        self.reason.setPlaceholderText(
            self.tr("Why? (if you like)") if decided else self.tr("Decide, then say why")
        )
        self.agreed.setVisible(not decided and several == 1)
        self.clear.setVisible(bool(self._session.deciding.decided) if several > 1 else decided)
        unsure = self._session.deciding.unsure
        count = len(unsure)
        self._foot.setVisible(count > 0)
        self.unsure.setEnabled(unsure != (self._session.number,))  # there is no other one
        words = self.tr("Next unsure slide ({count} left)")
        self.unsure.setText(words.format(count=count))

    def _dress(self) -> None:
        for stance, button in self.buttons.items():
            button.setIcon(shape_icon(Sight(stance.value), self, self._theme))
