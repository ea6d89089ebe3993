"""What is said of the whole deck: what to change first, what to write, what was found."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal

from sowhat.gui.models import FindingsModel
from sowhat.gui.models.advice import AdviceModel
from sowhat.gui.models.findings import FindingRole
from sowhat.gui.panels.lines import LinesView
from sowhat.gui.panels.marking import Marking
from sowhat.gui.panels.tabbed import TabbedLists
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme
from sowhat.model import Finding, Fix, FixKind, Missing, Place

HEAD = 44  # logical pixels of the tabs


class FindingsPanel(TabbedLists):
    """Three lists behind tabs; a click goes to the slides, to the order, or to a brief.

    ``order_asked``: the user wants to see the proposed order. ``brief_asked`` carries the
    ``Missing`` slide whose brief is wanted.
    """

    order_asked = Signal()
    brief_asked = Signal(object)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._fixes, self._missing = AdviceModel(self), AdviceModel(self)
        self._findings = FindingsModel(self)
        self._visits: tuple[object, int] = (None, 0)
        self.changes = LinesView(self._fixes, self.tr("What to change first"), theme)
        self.briefs = LinesView(self._missing, self.tr("Slides to write"), theme)
        self.view = LinesView(self._findings, self.tr("Findings"), theme)
        self.view.setAccessibleDescription(
            self.tr("What was found in the whole deck; Enter goes to its slides one by one")
        )
        for view in self.views:
            view.setToolTip(self.tr("Click to go to the slide, again for the next one"))
            view.clicked.connect(self._visit)
            view.activated.connect(self._visit)
        self.briefs.setToolTip(self.tr("Click for a brief to whoever writes this slide"))
        self.marking = (
            Marking(self.changes, self._fixes, session, theme),
            Marking(self.briefs, self._missing, session, theme),
        )
        self._names = self.tr("Change first"), self.tr("To write"), self.tr("Findings")
        self.hold(self.views, self._names)
        session.audited.connect(self._begin)
        session.judged.connect(self._show)

    @property
    def views(self) -> tuple[LinesView, LinesView, LinesView]:
        """The lists, in the order of their tabs."""
        return self.changes, self.briefs, self.view

    def wanted_height(self) -> int:
        """Return the height at which all lines of the list shown are in sight."""
        return HEAD + self.views[self.shown].wanted_height() + 12

    def _begin(self) -> None:
        self._show()
        self.show_list(0 if self._session.audit.top else len(self.views) - 1)

    def _show(self) -> None:
        audit = self._session.audit
        chosen = [(one.row, one.chosen) for one in self.marking]
        self._fixes.show(audit.top)
        self._missing.show(audit.missing, audit.resolutions)
        for one, (row, advice) in zip(self.marking, chosen, strict=True):
            if advice is not None:
                one.choose(row, advice)
        self._findings.show(audit.findings, audit.deck.gaps)
        self._visits = (None, 0)
        counts = len(audit.top), len(audit.missing), len(audit.findings)
        for tab, name, count in zip(self.tabs, self._names, counts, strict=True):
            tab.setText(f"{name} ({count})" if count else self.tr("{name}: none").format(name=name))

    def _visit(self, index: QModelIndex) -> None:
        """Go to the row's first place, at the next visit to its next."""
        row: Finding | Fix | Missing = index.data(FindingRole.FINDING)
        if isinstance(row, Missing):
            self.brief_asked.emit(row)
        elif isinstance(row, Fix) and row.kind is FixKind.ORDER:
            self.order_asked.emit()
        elif isinstance(row, Fix) and row.kind is FixKind.WRITE:
            found = next((one for one in self._session.audit.missing if one.id == row.id), None)
            self.brief_asked.emit(found)
        else:
            self._go_through(row)

    def _go_through(self, row: Finding | Fix) -> None:
        known, times = self._visits
        times = times + 1 if known == row else 0
        self._visits = (row, times)
        own = row.places if isinstance(row, Finding) else ()
        places = own or tuple(Place(number) for number in row.slides)
        if places:
            self._session.show_place(places[times % len(places)])
