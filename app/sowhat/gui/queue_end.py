"""What deciding the unsure slides has changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sowhat.gui.paint import Sight
from sowhat.gui.panels.parts import card, label
from sowhat.gui.panels.shapes import ShapeLabel
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme
from sowhat.gui.words import counts
from sowhat.measure import percent
from sowhat.model import Audit, Measures

WIDE = 480  # logical pixels


@dataclass(frozen=True, slots=True)
class Before:
    """What stood before the first answer: the sentence, the share, and how many were of what."""

    sentence: str
    share: float | None
    counts: dict[Sight, int]
    asked: tuple[int, ...] = ()

    @classmethod
    def of(cls, audit: Audit, asked: Sequence[int]) -> Before:
        """Return what stands now, before the slides ``asked`` are."""
        share = audit.measures.vendor_share
        return cls(audit.sentence, share, _counted(audit.measures), tuple(asked))


class QueueEnd(QWidget):
    """How many were decided, the share before and now, and the sentence of now."""

    back_asked = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self.title = label("", theme, scale=1.5, bold=True)
        self.share = label("", theme, scale=1.25, bold=True)
        self.sentence = label("", theme)
        self._counts = QVBoxLayout()
        self._counts.setSpacing(7)
        self.back = QPushButton(self.tr("Back to the audit"))
        self.back.setProperty("primary", True)  # noqa: FBT003
        self.back.setToolTip(self.tr("Back to the audit (Enter)"))
        self.back.clicked.connect(self.back_asked)
        frame = card()
        frame.setMinimumWidth(WIDE)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(32, 28, 32, 26)
        inside.setSpacing(14)
        inside.addWidget(self.title)
        inside.addWidget(self.share)
        inside.addLayout(self._counts)
        inside.addWidget(self.sentence)
        inside.addSpacing(6)
        inside.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.addSpacing(24)
        column.addStretch(1)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(frame, 2)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(4)  # in sight where large words make the page higher than the window

    def show_change(self, before: Before) -> None:
        """Show what is other than ``before``."""
        audit = self._session.audit
        left = len(set(before.asked) & set(self._session.deciding.unsure))
        self.title.setText(self._told(len(before.asked) - left, left))
        old, new = (_said(share) for share in (before.share, audit.measures.vendor_share))
        told = (
            self.tr("Share about you: {old} → {new}")
            if old != new
            else self.tr("Share about you: {new}, as before")
        )
        self.share.setText(told.format(old=old, new=new))
        self.sentence.setText(audit.sentence)
        self._show_counts(before)

    def _told(self, decided: int, left: int) -> str:
        if not left:
            return (
                self.tr("All {count} are decided.").format(count=decided)
                if decided != 1
                else (self.tr("It is decided."))
            )
        if not decided:
            return self.tr("Nothing is decided.")
        return self.tr("{count} decided, {left} left.").format(count=decided, left=left)

    def _show_counts(self, before: Before) -> None:
        while (item := self._counts.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        now = _counted(self._session.audit.measures)
        names = {shown: word for shown, _, word in counts(self._session.audit.measures)}
        names.setdefault(Sight.UNSURE, self.tr("unsure"))
        for shown in Sight:
            was, has = before.counts.get(shown, 0), now.get(shown, 0)
            if was or has:
                self._counts.addWidget(self._line(shown, was, has, names[shown]))

    def _line(self, shown: Sight, was: int, has: int, word: str) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(9)
        line.addWidget(ShapeLabel(shown, 15, self._theme))
        figures = f"{was} → {has}" if was != has else str(has)
        words = label(f"{figures} {word}", self._theme, bold=was != has)
        line.addWidget(words, 1)
        return made


def _counted(measures: Measures) -> dict[Sight, int]:
    return {shown: count for shown, count, _ in counts(measures)}


def _said(share: float | None) -> str:
    return "–" if share is None else percent(share)
