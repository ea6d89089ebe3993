"""One open deck: being read, read, or what was in the way; and what its tab shows of that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from sowhat.gui import dialogs, trouble
from sowhat.gui.busy import BusyPage
from sowhat.gui.jobs import Work
from sowhat.gui.means import Means
from sowhat.gui.trouble_page import TroublePage
from sowhat.settings import AuditOptions

if TYPE_CHECKING:
    from sowhat.gui.deck_page import DeckPage
    from sowhat.gui.following import Following


class DeckTab(QStackedWidget):
    """Holds the deck's session, and shows the page that is due.

    ``changed``: what can be done, or what its tab says, is not what it was. ``begun`` carries a
    page whose session begins its first audit, ``audited`` the vendor share. ``left``: the tab is
    not wanted any more, since the first reading was cancelled, or the user says so.
    """

    changed = Signal()
    begun = Signal(object)
    audited = Signal(object)
    left = Signal()

    def __init__(self, path: Path, means: Means, slide: int = 1) -> None:
        super().__init__()
        self.path = path
        self._slide = slide
        self.error: Exception | None = None
        self.work: Work | None = None
        self._means = means
        self._page: DeckPage | None = None
        self._pieces: Iterator[None] = iter(())  # of the page, that are still to be made
        self.following: Following | None = None
        self.busy = BusyPage(means.theme)
        self.trouble = TroublePage(means.theme)
        self.addWidget(self.busy)
        self.addWidget(self.trouble)
        self.busy.cancel_asked.connect(self.cancel)
        self.trouble.again_asked.connect(self.read)
        self.trouble.password_asked.connect(self._ask_password)
        self.trouble.close_asked.connect(self.left)

    @property
    def page(self) -> DeckPage | None:
        """The deck's page, None before its first audit."""
        page = self._page
        return page if page is not None and page.session.has_audit else None

    @property
    def unread(self) -> bool:
        """Whether nobody has asked yet that it be read."""
        return self._page is None and self.error is None

    @property
    def slide(self) -> int:
        """The number of the slide that is looked at, or was the last time."""
        return self._page.session.number if self._page is not None else self._slide

    def read(self, password: str | None = None) -> None:
        """Audit the deck for the first time; again where that failed."""
        from sowhat.gui.deck_page import DeckPage
        from sowhat.gui.session import Session

        self.abandon()
        means, options = self._means, self._means.options
        if password is not None:
            options = replace(options, password=password)
        session = Session(self.path, options, means.runner, means.doors, means.runner)
        page = self._page = DeckPage(session, means.theme)
        session.working.connect(self._show_work)
        session.failed.connect(self._tell)
        session.due.connect(self._finish)
        self._pieces = self._made(page)
        self.error = self.work = None
        session.go(self._slide)
        self.busy.begin(self.path)
        self.setCurrentWidget(self.busy)
        session.start_audit()
        QTimer.singleShot(0, self, self._go_on)
        self.changed.emit()

    def _made(self, page: DeckPage) -> Iterator[None]:
        """Make the page, a little at each step, while its deck is being read."""
        yield from page.pieces()
        session = page.session
        session.audited.connect(self._take)
        deciding = session.deciding
        for signal in (
            session.judged,
            session.slide_changed,
            session.drafting.reloaded,
            deciding.marked,
            deciding.selected,
        ):
            signal.connect(self.changed)
        page.turned.connect(self.changed)
        self._follow(page)
        yield
        self.addWidget(page)
        self.begun.emit(page)

    def _go_on(self) -> None:
        if next(self._pieces, self) is not self:
            QTimer.singleShot(0, self, self._go_on)

    def _finish(self) -> None:
        for _ in self._pieces:
            pass

    def judge_by(self, options: AuditOptions) -> None:
        """Audit by the settings in ``options`` from the next audit on."""
        if self._page is not None:
            self._page.session.judge_by(options)

    def again(self) -> None:
        """Audit the deck again; what is written on its page is kept before."""
        if self.page is None:
            self.read()
            return
        self.page.decision.commit()
        self.page.session.start_audit()

    def cancel(self) -> None:
        """Stop what is under way; else go back to the audit, else the chosen reason."""
        page = self.page
        if page is None:
            self.left.emit()
        elif page.session.busy:
            page.session.cancel()
        elif not page.auditing:
            page.show_audit()
        else:
            page.session.choose(0)

    def abandon(self) -> None:
        """Stop all work on the deck and let its page go."""
        page, self._page = self._page, None
        self._pieces = iter(())
        if self.following is not None:
            self.following.close()
            self.following = None
        if page is not None:
            self._slide = page.session.number
            if page.session.has_audit:
                page.decision.commit()
            page.session.close()
            self.removeWidget(page)
            page.deleteLater()

    def _follow(self, page: DeckPage) -> None:
        from sowhat.gui.following import Following

        self.following = Following(page.session, self._means.runner, self._means.doors)
        self.following.saving.connect(page.decision.commit)
        self.following.told.connect(page.notice.show_words)
        self.following.news.connect(page.filmstrip.show_news)
        self.following.news.connect(page.summary.ribbon.show_news)

    def _show_work(self, work: Work | None) -> None:
        if work is not None and work == self.work:
            return
        self.work = work
        if self.page is None:
            if work is None:
                self.left.emit()
                return
            self.busy.show_work(work)
        self.changed.emit()

    def _take(self) -> None:
        if self._page is not None:
            if self.currentWidget() is not self._page:
                self.setCurrentWidget(self._page)
                self._page.slide.setFocus()
            self.audited.emit(self._page.session.audit.measures.vendor_share)
        self.changed.emit()

    def _tell(self, kind: str, error: Exception) -> None:
        page, theme = self.page, self._means.theme
        if page is not None:
            if self.following is not None and self.following.failed(kind, error):
                return
            trouble.tell(self, theme, page.session, (kind, error), self.again)
            return
        self.abandon()
        self.error, self.work = error, None
        self.trouble.tell(self.path, error)
        self.setCurrentWidget(self.trouble)
        self.changed.emit()
        if self.isVisible() and trouble.locked(error):
            self._ask_password()

    def _ask_password(self) -> None:
        if trouble.locked(self.error):
            dialogs.ask_password(self, self.error, self.read)
