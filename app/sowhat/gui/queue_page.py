"""The unsure slides one after the other, each decided with one key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sowhat.gui.answers import answers
from sowhat.gui.panels.answer import KEYS, AnswerCard
from sowhat.gui.panels.canvas import SlideView
from sowhat.gui.panels.parts import card, label, push
from sowhat.gui.queue_end import Before, QueueEnd
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme
from sowhat.model import Stance

BEST = 2  # answers that are shown with their evidence
SIDE = 400  # logical pixels wide
LIKELIEST = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QueuePage(QWidget):
    """A slide, its two best answers with what speaks for them, and the keys to give them.

    Each answer is kept at once and the next slide comes; at the end stands what it changed.
    ``back_asked``: the user wants the audit again.
    """

    spoken_role = QAccessible.Role.Pane
    back_asked = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self.numbers: tuple[int, ...] = ()
        self._at = 0
        self._before = Before("", None, {})
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Decide the unsure slides"))
        self.title = label(self.tr("Decide the unsure slides"), theme, scale=1.25, bold=True)
        self.title.setWordWrap(False)
        self.progress = label("", theme, quiet=True)
        self.progress.setWordWrap(False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.slide = SlideView(session, theme)
        self.slide.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cards: tuple[AnswerCard, ...] = ()
        self._choices = QScrollArea()
        self._choices.setWidgetResizable(True)
        self._choices.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._choices.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._choices.setMinimumWidth(300)
        self.before = self._button(self.tr("Before"), self.tr("Back to the one before (Backspace)"))
        self.before.clicked.connect(lambda: self._go(self._at - 1))
        self.skip = self._button(self.tr("Leave it"), self.tr("Leave it unsure (Space)"))
        self.skip.clicked.connect(lambda: self._go(self._at + 1))
        self.back = self._button(self.tr("Back to the audit"), self.tr("Stop here (Esc)"))
        self.back.clicked.connect(self.back_asked)
        self.end = QueueEnd(session, theme)
        self.end.back_asked.connect(self.back_asked)
        self._assemble()
        session.judged.connect(self._judged)
        session.audited.connect(self._stop)

    @property
    def number(self) -> int | None:
        """The slide that is asked about, None at the end."""
        return self.numbers[self._at] if self._at < len(self.numbers) else None

    def begin(self) -> None:
        """Begin with the first of the slides that are unsure now."""
        audit = self._session.audit
        self.numbers = self._session.deciding.unsure
        self._before = Before.of(audit, self.numbers)
        self._go(0)
        self.setFocus()

    def give(self, stance: Stance) -> None:
        """Decide the slide that is asked about, and go on."""
        if self.number is not None:
            self._session.deciding.decide(self.number, stance)
            self._go(self._at + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Answer, leave it, or go back."""
        key = event.key()
        if event.text() in KEYS and self.number is not None:
            self.give(list(Stance)[KEYS.index(event.text())])
        elif key in LIKELIEST and self.number is None:
            self.back_asked.emit()
        elif key in LIKELIEST:
            self.give(answers(self._session.audit, self.numbers[self._at])[0].stance)
        elif key == Qt.Key.Key_Space:
            self._go(self._at + 1)
        elif key == Qt.Key.Key_Backspace:
            self._go(self._at - 1)
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _button(words: str, told: str) -> QPushButton:
        made = push(words, told)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def _assemble(self) -> None:
        head = card()
        line = QHBoxLayout(head)
        line.setContentsMargins(18, 10, 14, 10)
        line.setSpacing(14)
        line.addWidget(self.title)
        line.addWidget(self.progress)
        line.addWidget(self.bar, 1)
        line.addWidget(self.back)
        side = card()
        side.setMinimumWidth(SIDE)
        inside = QVBoxLayout(side)
        inside.setContentsMargins(6, 10, 6, 12)
        inside.addWidget(self._choices, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(10, 0, 10, 0)
        foot.addWidget(self.before)
        foot.addStretch(1)
        foot.addWidget(self.skip)
        inside.addLayout(foot)
        self._asking = QWidget()
        across = QHBoxLayout(self._asking)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self.slide, 2)
        across.addWidget(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(self._asking, 1)
        column.addWidget(self.end, 1)

    def _go(self, at: int) -> None:
        self._at = min(max(at, 0), len(self.numbers))
        number = self.number
        if number is not None:
            self._session.go(number)
        self._settle()

    def _judged(self) -> None:
        if self.numbers:
            self._settle()

    def _stop(self) -> None:
        """Give up: the deck was read anew, so that its slides may be others."""
        if self.numbers:
            self.numbers = ()
            if self.isVisible():
                self.back_asked.emit()

    def _settle(self) -> None:
        number, count = self.number, len(self.numbers)
        self._asking.setVisible(number is not None)
        self.end.setVisible(number is None)
        self.bar.setRange(0, max(count, 1))
        self.bar.setValue(self._at)
        self.progress.setText(
            self.tr("{at} of {count}").format(at=min(self._at + 1, count), count=count)
        )
        self.before.setEnabled(self._at > 0)
        if number is None:
            self.end.show_change(self._before)
        else:
            self._show_answers(number)

    def _show_answers(self, number: int) -> None:
        content = QWidget()
        content.setObjectName("reasons")
        column = QVBoxLayout(content)
        column.setContentsMargins(10, 4, 10, 8)
        column.setSpacing(9)
        slide = self._session.audit.deck.slides[number - 1]
        words = self.tr("Slide {number} · {title}").format(
            number=number, title=slide.title or self.tr("without a title")
        )
        column.addWidget(label(words, self._theme, quiet=True))
        column.addWidget(label(self.tr("About whom is it?"), self._theme, scale=1.15, bold=True))
        found = answers(self._session.audit, number)
        decided = self._session.deciding.here
        self.cards = ()
        for answer in found:
            taken = decided is not None and decided.stance is answer.stance
            key = KEYS[list(Stance).index(answer.stance)]
            made = AnswerCard(
                answer,
                key,
                self._session.reasons,
                self._theme,
                taken=taken,
                brief=len(self.cards) >= BEST,
            )
            made.given.connect(lambda stance=answer.stance: self.give(stance))
            column.addWidget(made)
            self.cards += (made,)
        hint = self.tr("Enter takes the first. Each answer can be undone.")
        column.addWidget(label(hint, self._theme, scale=0.92, quiet=True))
        column.addStretch(1)
        self._choices.setWidget(content)
