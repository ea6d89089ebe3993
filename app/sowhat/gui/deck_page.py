"""One deck's page: puts its panels together and nothing more."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from sowhat.gui.brief import BriefDialog
from sowhat.gui.busy import Notice
from sowhat.gui.compare_page import ComparePage
from sowhat.gui.jobs import Work
from sowhat.gui.order_page import OrderPage
from sowhat.gui.panels.canvas import SlideView
from sowhat.gui.panels.decision import DecisionPanel
from sowhat.gui.panels.filmstrip import Filmstrip
from sowhat.gui.panels.findings import FindingsPanel
from sowhat.gui.panels.parts import card, stacked
from sowhat.gui.panels.reasons import ReasonsPanel
from sowhat.gui.panels.roomy import Pages, Roomy
from sowhat.gui.panels.sieve import SieveBar
from sowhat.gui.panels.slide_bar import SlideBar
from sowhat.gui.panels.summary import Summary
from sowhat.gui.queue_page import QueuePage
from sowhat.gui.rep_page import RepPage
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme

STRIP, REASONS = 204, 340  # logical pixels wide at first
FINDINGS = 0.34  # the most of the middle column's height that the findings take by themselves


class DeckPage(QWidget):
    """Summary above; filmstrip, slide over findings, reasons over the decision, side by side;
    notices below. Another order, an older version or the rep's page takes the place of all but the
    notices; ``turned`` tells of it."""

    turned = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session = session
        self._theme = theme

    def pieces(self) -> Iterator[None]:
        """Make the page, a little at each step: the whole takes longer than one may wait. It is of
        use once all steps are done, which has to be before the session has an audit."""
        yield from self._panels()
        yield from self._instead()
        self._listen()
        self._audit = QWidget()
        inside = QVBoxLayout(self._audit)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.summary)
        inside.addLayout(self._columns(), 1)
        yield
        self._pages = Pages()
        for page in (self._audit, self.order, self.compare, self.queue, self.rep):
            self._pages.addWidget(page)
            yield
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Roomy(self._pages, self._theme), 1)
        column.addWidget(self.notice)

    def _panels(self) -> Iterator[None]:
        session, theme = self.session, self._theme
        self.summary = Summary(session, theme)
        self.filmstrip = Filmstrip(session, theme)
        yield
        self.sieve = SieveBar(self.filmstrip, theme)
        self.slide = SlideView(session, theme)
        self.slide_bar = SlideBar(self.slide, session, theme)
        yield
        self.findings = FindingsPanel(session, theme)
        self.reasons = ReasonsPanel(session, theme)
        self.decision = DecisionPanel(session, theme)
        self.notice = Notice(theme)
        yield

    def _instead(self) -> Iterator[None]:
        """Make what takes the audit's place when it is asked for."""
        session, theme = self.session, self._theme
        self.order = OrderPage(session, theme)
        yield
        self.rep = RepPage(session, theme)
        yield
        self.compare = ComparePage(session, theme)
        self.queue = QueuePage(session, theme)
        yield

    def _listen(self) -> None:
        session = self.session
        self.notice.cancel_asked.connect(session.cancel)
        session.working.connect(self._worked)
        session.reported.connect(self.notice.show_report)
        session.deciding.told.connect(self.notice.show_words)
        session.drafting.told.connect(self.notice.show_words)
        session.audited.connect(self._share_room)
        self.findings.order_asked.connect(lambda: self.show_order(on=True))
        self.findings.brief_asked.connect(
            lambda one: BriefDialog(one, session, self._theme, self).open()
        )
        self.order.back_asked.connect(lambda: self.show_order(on=False))
        self.compare.back_asked.connect(self.show_audit)
        session.comparing.came.connect(lambda: self._turn(self.compare, self.compare.view))
        session.comparing.working.connect(self._worked)
        session.comparing.saved.connect(self.notice.show_export)
        self.notice.cancel_asked.connect(session.comparing.cancel)
        self.decision.queue_asked.connect(lambda: self.show_queue(on=True))
        self.queue.back_asked.connect(lambda: self.show_queue(on=False))
        self.rep.back_asked.connect(self.show_audit)
        session.copied.connect(self.notice.show_copy)
        session.exported.connect(self.notice.show_export)
        session.printed.connect(lambda _: self.notice.show_words(self.tr("The report is printed.")))

    @property
    def ordering(self) -> bool:
        """Whether another order is being tried."""
        return self._pages.currentWidget() is self.order

    @property
    def auditing(self) -> bool:
        """Whether the audit is shown, and nothing else in its place."""
        return self._pages.currentWidget() is self._audit

    def show_order(self, *, on: bool) -> None:
        """Show the order being tried, or the audit again."""
        self._turn(self.order if on else self._audit, self.order.after if on else self.slide)

    def show_queue(self, *, on: bool) -> None:
        """Show the unsure slides one after the other, or the audit again."""
        if on:
            self.queue.begin()
        self._turn(self.queue if on else self._audit, self.queue if on else self.slide)

    def show_audit(self) -> None:
        """Show the audit again."""
        self._turn(self._audit, self.slide)

    def show_compare(self) -> None:
        """Show what changed since the older version, or the audit again."""
        if self._pages.currentWidget() is self.compare:
            self.show_audit()
        else:
            self._turn(self.compare, self.compare.view)

    def _turn(self, page: QWidget, focused: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        focused.setFocus()
        self.turned.emit()

    @property
    def sending(self) -> bool:
        """Whether the rep's page is shown."""
        return self._pages.currentWidget() is self.rep

    def show_rep(self, *, on: bool) -> None:
        """Show the rep's page, or the audit again."""
        if on:
            self._turn(self.rep, self.rep)
            self.rep.begin()
        else:
            self.show_audit()

    def _columns(self) -> QHBoxLayout:
        self._middle = middle = QSplitter(Qt.Orientation.Vertical)
        middle.addWidget(stacked(self.slide, self.slide_bar, grows=0))
        middle.addWidget(self.findings)
        middle.setStretchFactor(0, 1)
        right = card()
        inside = QVBoxLayout(right)
        inside.setContentsMargins(1, 6, 1, 6)
        inside.setSpacing(0)
        inside.addWidget(self.reasons, 1)
        inside.addWidget(self.decision)
        across = QSplitter(Qt.Orientation.Horizontal)
        for part in (stacked(self.sieve, self.filmstrip), middle, right):
            across.addWidget(part)
        across.setStretchFactor(1, 1)
        across.setSizes([STRIP, 700, REASONS])
        for splitter in (middle, across):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(8)
        row = QHBoxLayout()
        row.setContentsMargins(8, 8, 12, 12)
        row.addWidget(across)
        return row

    def _share_room(self) -> None:
        """Give the findings the height they need, and the slide what is left."""
        height = max(self._middle.height(), 1)
        findings = min(self.findings.wanted_height(), round(FINDINGS * height))
        self._middle.setSizes([height - findings, findings])

    def _worked(self, work: Work | None) -> None:
        if work is None:
            self.notice.end_work()
        elif self.session.has_audit and work.kind != "judge":
            self.notice.show_work(work)
