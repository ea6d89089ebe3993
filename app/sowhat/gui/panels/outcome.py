"""What an order that is tried would change, in a line of facts."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sowhat.export.wording import order_facts
from sowhat.gui.panels.flow import FlowLayout
from sowhat.gui.panels.parts import label
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme
from sowhat.gui.trying import Trying
from sowhat.measure import Trial, percent
from sowhat.model import Note, Order


class OutcomePanel(QWidget):
    """How many slides move, and what stands before and after the order tried."""

    def __init__(self, session: Session, trying: Trying, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._trying = trying
        self._theme = theme
        self.words = label("", theme, scale=1.25, bold=True)
        shown = QWidget()
        self._facts = FlowLayout(shown, gap=26)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(shown)

    @property
    def facts(self) -> dict[str, str]:
        """What is shown, by its name."""
        found = self._trying.outcome
        order = Order(before=found.before, after=found.after)
        shown = {name: (old, new) for name, old, new in order_facts(order)}
        shares = (found.share_before, found.share_after)
        old, new = ("–" if share is None else percent(share) for share in shares)
        shown[self.tr("Share about you")] = old, new
        return {name: old if old == new else f"{old} → {new}" for name, (old, new) in shown.items()}

    def show_outcome(self) -> None:
        """Show what the order tried changes."""
        trial = self._trying.trial
        self.words.setText(self._said(trial))
        while (item := self._facts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for name, said in self.facts.items():
            self._facts.addWidget(self._fact(name, said))

    def _said(self, trial: Trial) -> str:
        moved, count, cut = len(trial.moved), len(trial.slides), len(trial.cut)
        if not moved and not cut:
            return self._why_not()
        said = {
            0: self.tr("No slide moves."),
            1: self.tr("1 of {count} slides moves."),
        }.get(moved, self.tr("{moved} of {count} slides move.")).format(moved=moved, count=count)
        if cut:
            gone = self.tr("1 is cut.") if cut == 1 else self.tr("{cut} are cut.").format(cut=cut)
            said = f"{said} {gone}"
        return said

    def _why_not(self) -> str:
        """Say why the order is as it stands."""
        return {
            Note.KEPT: self.tr("Moving slides would bring your customer no nearer."),
            Note.UNDECIDED: self.tr("Decide the unsure slides first: none is yet your customer's."),
            Note.NOTHING_ABOUT_THEM: self.tr(
                "No slide is about your customer: moving slides will not save this deck. "
                "“To write” in the audit says what is missing."
            ),
            Note.TOO_LITTLE: self.tr("Too few slides were judged to propose an order."),
            Note.FOR_PURPOSE: self.tr("For this purpose the slides stay in their order."),
        }.get(self._session.audit.order.note, self.tr("No slide moves."))

    def _fact(self, name: str, said: str) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        title = label(name, self._theme, scale=0.9, quiet=True)
        value = label(said, self._theme, bold=True)
        made.setAccessibleName(f"{name}: {said}")
        for part in (title, value):
            part.setWordWrap(False)
            column.addWidget(part)
        return made
