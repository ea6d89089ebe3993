"""One answer to whom a slide is about, as a card that can be pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from sowhat.gui.answers import Answer
from sowhat.gui.paint import Sight
from sowhat.gui.panels.parts import label
from sowhat.gui.panels.shapes import BadgeLabel, ShapeLabel
from sowhat.gui.reason import Reason
from sowhat.gui.theme import Theme
from sowhat.gui.words import sight_name

MARK = 18  # logical pixels of a reason's number
KEY = 24  # of the key that gives the answer
KEYS = ("1", "2", "3", "4")  # of the stances, in their order


class AnswerCard(QFrame):
    """Shows an answer, its key, and, unless it is to be ``brief``, what speaks for it.

    ``taken``: it was given already. ``given``: it is given now.
    """

    spoken_role = QAccessible.Role.RadioButton
    given = Signal()

    def __init__(
        self,
        answer: Answer,
        key: str,
        reasons: tuple[Reason, ...],
        theme: Theme,
        *,
        taken: bool,
        brief: bool,
    ) -> None:
        super().__init__()
        self.answer = answer
        self.setProperty("answer", True)  # noqa: FBT003
        self.setProperty("chosen", taken)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        name = sight_name(Sight(answer.stance.value))
        self.setAccessibleName(self.tr("{key}: {name}").format(key=key, name=name))
        head = QHBoxLayout()
        head.setSpacing(9)
        head.addWidget(_key(key, theme))
        head.addWidget(ShapeLabel(Sight(answer.stance.value), 18, theme))
        title = label(name, theme, scale=1.15, bold=True)
        head.addWidget(title, 1)
        chance = label(f"{answer.chance:.0%}", theme, quiet=True)
        chance.setWordWrap(False)
        head.addWidget(chance)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addLayout(head)
        if not brief:
            self._add_signs(column, reasons, theme)

    def _add_signs(self, column: QVBoxLayout, reasons: tuple[Reason, ...], theme: Theme) -> None:
        numbers = {reason.why: reason for reason in reasons if reason.mark is not None}
        for sign in self.answer.signs:
            column.addLayout(self._line(sign.why, numbers.get(sign.why), theme))
        if not self.answer.signs:
            words = self.tr("No word or picture speaks for it; its place in the deck may.")
            column.addWidget(label(words, theme, quiet=True))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Give this answer."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.given.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Give this answer."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.given.emit()
        else:
            super().keyPressEvent(event)

    def _line(self, why: str, reason: Reason | None, theme: Theme) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        if reason is not None:
            badge = BadgeLabel(reason.number, reason.side, theme, size=MARK)
            line.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        else:
            line.addSpacing(round(MARK * theme.size) + line.spacing())
        line.addWidget(label(why, theme), 1)
        return line


def _key(key: str, theme: Theme) -> QLabel:
    made = label(key, theme, scale=0.92, bold=True)
    made.setProperty("key", True)  # noqa: FBT003
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setWordWrap(False)
    side = round(KEY * theme.size)
    made.setMinimumSize(side, side)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made
