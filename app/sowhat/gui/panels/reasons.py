"""Why a slide was judged so, and what to do with it."""

from __future__ import annotations

from math import sqrt

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QEnterEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sowhat import rules
from sowhat.gui.paint import sight
from sowhat.gui.panels.advice import AdviceMark
from sowhat.gui.panels.doubt import Doubt, doubts
from sowhat.gui.panels.draft import DraftCard
from sowhat.gui.panels.flow import FlowLayout
from sowhat.gui.panels.parts import label
from sowhat.gui.panels.shapes import BadgeLabel, ShapeLabel
from sowhat.gui.reason import Reason, motif_name
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme
from sowhat.gui.tips import tip
from sowhat.gui.words import action_name, sight_name, source_name, sureness
from sowhat.model import Advice, Motif, Source, Status

CHIP = 14  # logical pixels of a motif's icon
NARROWEST = 270  # logical pixels
INDENT = 8  # logical pixels by which rows reach out to the left of the other lines


class ReasonRow(QFrame):
    """One reason: its number, why, and the words it rests on. Click, Enter or Space choose it."""

    spoken_role = QAccessible.Role.Button

    def __init__(self, reason: Reason, session: Session, theme: Theme) -> None:
        super().__init__()
        self.reason = reason
        labelled = len(session.verdict.motifs) > 1  # else the only motif stands above already
        self._session = session
        self.setProperty("row", True)  # noqa: FBT003
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{reason.number}. {reason.why}")
        self.setAccessibleDescription(reason.label)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(reason.why, theme))
        if under := self._under(reason, labelled):
            words.addWidget(label(under, theme, scale=0.92, quiet=True))
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 7, 8, 7)
        line.setSpacing(9)
        badge = BadgeLabel(reason.number, reason.side, theme)
        line.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.set_chosen(session.reason == reason.number)

    def set_chosen(self, chosen: bool) -> None:  # noqa: FBT001
        """Show whether it is the chosen one."""
        if self.property("chosen") != chosen:
            self.setProperty("chosen", chosen)
            self.style().unpolish(self)
            self.style().polish(self)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Light up its mark."""
        super().enterEvent(event)
        self._session.reason_hovered.emit(self.reason.number)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Let its mark rest."""
        super().leaveEvent(event)
        self._session.reason_hovered.emit(0)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._session.choose(self.reason.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Choose it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._session.choose(self.reason.number)
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _under(reason: Reason, labelled: bool) -> str:  # noqa: FBT001
        parts = [reason.label] if labelled else []
        if reason.quote and reason.quote not in reason.why:
            parts.append(f"“{reason.quote}”")
        if reason.source is not Source.SLIDE:
            parts.append(source_name(reason.source))
        return " · ".join(part for part in parts if part)


def _set_in(made: QLabel) -> QLabel:
    made.setContentsMargins(INDENT, 0, 0, 0)
    return made


def _narrowest(theme: Theme) -> int:
    """Return the least width: large words get more, but not all of what they would take."""
    return round(NARROWEST * sqrt(theme.size))


class ReasonsPanel(QScrollArea):
    """The verdict on the session's slide in sentences."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self.rows: tuple[ReasonRow, ...] = ()
        self.drafts: tuple[DraftCard, ...] = ()
        self.marks: tuple[AdviceMark, ...] = ()
        self._shown: tuple[object, ...] = ()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(_narrowest(theme))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Why, and what to do"))
        session.audited.connect(self._build)
        session.judged.connect(self._follow)
        session.drafting.reloaded.connect(self._rebuild)
        session.deciding.marked.connect(self._rebuild_soon)
        session.slide_changed.connect(self._build)
        session.reason_changed.connect(self._mark_chosen)
        theme.changed.connect(self._dress)

    def _dress(self) -> None:
        self.setMinimumWidth(_narrowest(self._theme))
        self._rebuild()

    def _rebuild(self) -> None:
        """Show the same slide anew, at the place that was looked at."""
        if self._session.has_audit:
            place = self.verticalScrollBar().value()
            self._build()
            QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(place))

    def _follow(self) -> None:
        """Rebuild where something else is said of the slide than before: somebody may be typing."""
        if self._told() != self._shown:
            self._rebuild()

    def _told(self) -> tuple[object, ...]:
        session = self._session
        advice = session.audit.advice_for(session.number)
        return session.number, session.verdict, session.reasons, advice, doubts(session)

    def _rebuild_soon(self) -> None:
        """Rebuild once the button that was pressed is done with its own work."""
        QTimer.singleShot(0, self, self._rebuild_marked)

    def _rebuild_marked(self) -> None:
        """Rebuild; whoever works by keys is where he was."""
        focused = [mark.focused for mark in self.marks]
        self._rebuild()
        for mark, status in zip(self.marks, focused, strict=False):
            if status is not None:
                mark.buttons[status].setFocus()

    def _build(self, _: int = 0) -> None:
        self._shown = self._told()
        content = QWidget()
        content.setObjectName("reasons")
        column = QVBoxLayout(content)
        column.setContentsMargins(8, 12, 8, 16)
        column.setSpacing(8)
        self._add_verdict(column)
        self._add_reasons(column)
        self._add_doubts(column)
        self._add_questions(column)
        self._add_advice(column)
        column.addStretch(1)
        self.setWidget(content)

    def _add_verdict(self, column: QVBoxLayout) -> None:
        verdict, slide = self._session.verdict, self._session.slide
        title = slide.title or self.tr("without a title")
        heading = self.tr("Slide {number} · {title}").format(number=slide.number, title=title)
        column.addWidget(_set_in(label(heading, self._theme, quiet=True)))
        told = QWidget()
        line = FlowLayout(told, gap=9, indent=INDENT)
        shown = sight(verdict)
        line.addWidget(ShapeLabel(shown, 20, self._theme))
        large = max(1.0, 1.35 / sqrt(self._theme.size))  # words that are large already fit so
        name = label(sight_name(shown), self._theme, scale=large, bold=True)
        sure = label(sureness(verdict), self._theme, quiet=True)
        for part in (name, sure):
            part.setWordWrap(False)
            line.addWidget(part)
        column.addWidget(told)
        if slide.hidden:
            words = self.tr("Hidden: judged, but not counted.")
            column.addWidget(_set_in(label(words, self._theme, quiet=True)))
        chips = QWidget()
        flow = FlowLayout(chips, gap=6, indent=INDENT)
        for motif in verdict.motifs:
            flow.addWidget(self._chip(motif))
        column.addWidget(chips)

    def _chip(self, motif: Motif) -> QFrame:
        made = QFrame()
        made.setProperty("chip", True)  # noqa: FBT003
        line = QHBoxLayout(made)
        line.setContentsMargins(7, 1, 8, 1)
        line.setSpacing(5)
        picture = QLabel()
        ratio = self.devicePixelRatioF()
        picture.setPixmap(self._theme.picture(f"motifs/{motif}", CHIP, ratio))
        line.addWidget(picture)
        words = label(motif_name(motif), self._theme, scale=0.92)
        words.setWordWrap(False)
        line.addWidget(words)
        if rule := rules.load().motifs.get(motif):
            made.setToolTip(tip(rule.why))
        return made

    def _heading(self, words: str, column: QVBoxLayout) -> None:
        column.addSpacing(8)
        column.addWidget(_set_in(label(words, self._theme, bold=True)))

    def _add_reasons(self, column: QVBoxLayout) -> None:
        self._heading(self.tr("Why"), column)
        rows = [ReasonRow(r, self._session, self._theme) for r in self._session.reasons]
        self.rows = tuple(rows)
        box = QVBoxLayout()
        box.setSpacing(1)
        box.setContentsMargins(0, 0, 0, 0)
        for row in rows:
            box.addWidget(row)
        column.addLayout(box)
        if not rows:
            words = self.tr("No word or picture on it decided: its place in the deck did.")
            column.addWidget(_set_in(label(words, self._theme, quiet=True)))

    def _add_doubts(self, column: QVBoxLayout) -> None:
        found = doubts(self._session)
        if not found:
            return
        decided = self._session.verdict.decided
        words = self.tr("What SoWhat took it for") if decided else self.tr("What else it could be")
        self._heading(words, column)
        for answer in found:
            held = QVBoxLayout()
            held.setContentsMargins(INDENT, 0, 0, 0)
            held.addWidget(Doubt(answer, self._theme))
            column.addLayout(held)

    def _add_questions(self, column: QVBoxLayout) -> None:
        advice = self._session.audit.advice_for(self._session.number)
        asked = tuple(dict.fromkeys(one for item in advice for one in item.questions))
        if not asked:
            return
        self._heading(self.tr("So what?"), column)
        for question in asked:
            column.addWidget(_set_in(label(question, self._theme)))

    def _add_advice(self, column: QVBoxLayout) -> None:
        advice = self._session.audit.advice_for(self._session.number)
        self.drafts, self.marks = (), ()
        possible = bool(advice) and self._session.drafting.possible()
        if advice:
            self._heading(self.tr("What to do"), column)
        for item in advice:
            column.addLayout(self._advice_line(item))
            held = QVBoxLayout()
            held.setContentsMargins(INDENT, 0, 0, 0)
            held.setSpacing(8)
            mark = AdviceMark(item.subjects, self._session, self._theme)
            self.marks += (mark,)
            held.addWidget(mark)
            if not self._settled(item) and (item.draft or possible):
                card = DraftCard(item, self._session, self._theme, possible=possible)
                held.addWidget(card)
                self.drafts += (card,)
            column.addLayout(held)

    def _settled(self, item: Advice) -> bool:
        """Say whether the user is done with the advice."""
        held = self._session.deciding.resolution(item.subjects)
        return held is not None and held.status is not Status.LATER

    def _advice_line(self, item: Advice) -> QHBoxLayout:
        name = action_name(item.action)
        if item.to is not None:
            name = self.tr("{action} before slide {to}").format(action=name, to=item.to)
        line = QHBoxLayout()
        line.setContentsMargins(INDENT, 0, 0, 0)
        line.setSpacing(9)
        picture = QLabel()
        ratio = self.devicePixelRatioF()
        picture.setPixmap(self._theme.picture(item.action.value, 18, ratio))
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        words = f"{name}. {item.why}" if item.why else f"{name}."
        line.addWidget(label(words, self._theme, quiet=self._settled(item)), 1)
        return line

    def _mark_chosen(self, number: int) -> None:
        for row in self.rows:
            row.set_chosen(row.reason.number == number)
            if row.reason.number == number:
                self.ensureWidgetVisible(row, 0, 20)
