"""What else a slide could be about, and how sure the judge was."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sowhat.gui.answers import LIKELY, Answer, answers
from sowhat.gui.paint import Sight
from sowhat.gui.panels.parts import label
from sowhat.gui.panels.shapes import ShapeLabel
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme
from sowhat.gui.words import sight_name


def doubts(session: Session) -> tuple[Answer, ...]:
    """Return the answers that are likely enough beside the one that stands, the likeliest first."""
    stance = session.verdict.stance
    found = answers(session.audit, session.number)
    return tuple(one for one in found if one.stance is not stance and one.chance >= LIKELY)


class Doubt(QWidget):
    """One answer that could hold as well: its chance, and what speaks most for it."""

    def __init__(self, answer: Answer, theme: Theme) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(9)
        shown = Sight(answer.stance.value)
        line.addWidget(ShapeLabel(shown, 16, theme), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        said = self.tr("{answer}: {chance} likely.").format(
            answer=sight_name(shown), chance=f"{answer.chance:.0%}"
        )
        words.addWidget(label(said, theme))
        for sign in answer.signs[:1]:
            words.addWidget(label(sign.why, theme, scale=0.92, quiet=True))
        line.addLayout(words, 1)
