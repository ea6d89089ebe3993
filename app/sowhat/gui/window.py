"""The window: assembles pages, menus and toolbar; the session does the work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QSizePolicy, QStackedWidget, QToolBar, QWidget

from sowhat.errors import DeckError
from sowhat.gui import dialogs, trouble
from sowhat.gui.actions import Actions
from sowhat.gui.busy import BusyPage
from sowhat.gui.deck_page import DeckPage
from sowhat.gui.doors import DOORS, Doors
from sowhat.gui.drafting_desk import NAMES as DRAFTING
from sowhat.gui.drafting_desk import DraftingDesk
from sowhat.gui.export_dialog import ExportDialog
from sowhat.gui.jobs import Runner, Work
from sowhat.gui.session import Session
from sowhat.gui.start import StartPage
from sowhat.gui.theme import Theme
from sowhat.measure import order_of
from sowhat.model import Stance
from sowhat.settings import AuditOptions

NAME = "SoWhat"
LOCKED = ("password", "wrong-password")  # why a deck is asked for again
FILES = ("open-decisions", "save-decisions")
STANCES = tuple(stance.value for stance in Stance)


class Window(QMainWindow):
    """The main window. A deck that is being opened takes the place of the one shown once it is
    audited; where it cannot be read the one shown stays."""

    def __init__(self, theme: Theme, options: AuditOptions, doors: Doors = DOORS) -> None:
        super().__init__()
        self._theme = theme
        self._options = options
        self._doors = doors
        self.runner = Runner(self)
        self.page: DeckPage | None = None
        self._coming: DeckPage | None = None
        self._folder = Path.home()
        self.start = StartPage(theme)
        self.busy = BusyPage(theme)
        self.actions_ = Actions(theme, self)
        self._desk = DraftingDesk(self, theme, self.actions_, lambda: self.session)
        self._pages = QStackedWidget()
        self._where = QLabel()
        self._where.setProperty("quiet", True)  # noqa: FBT003
        self._pages.addWidget(self.start)
        self._pages.addWidget(self.busy)
        self.setCentralWidget(self._pages)
        self.setAcceptDrops(True)
        self.setMinimumSize(900, 600)
        self.resize(1280, 800)
        self._connect()
        self._add_menus()
        self._add_toolbar()
        self._settle()

    @property
    def session(self) -> Session | None:
        """The session of the deck shown, None where there is none."""
        return self.page.session if self.page is not None else None

    def open_deck(self, path: Path, password: str | None = None) -> None:
        """Audit the deck at ``path``, which may need a password, and show it."""
        self._abandon_coming()
        self._folder = path.parent
        options = self._options if password is None else replace(self._options, password=password)
        session = Session(path, options, self.runner, self._doors, self)
        page = DeckPage(session, self._theme)
        session.working.connect(lambda work: self._worked(page, work))
        session.audited.connect(lambda: self._take(page))
        session.judged.connect(self._settle)
        session.failed.connect(lambda kind, error: self._tell(page, kind, error))
        session.slide_changed.connect(self._settle)
        page.turned.connect(self._settle)
        page.order.save_asked.connect(self._ask_copy)
        session.drafting.reloaded.connect(self._settle)
        self._desk.serve(session)
        self._pages.addWidget(page)
        self._coming = page
        self.busy.begin(path)
        session.start_audit()
        self._settle()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """End all work; the window is gone at once, its process when the work has ended."""
        self.hide()
        self._commit()
        for page in (self._coming, self.page):
            if page is not None:
                page.session.close()
        self.runner.close()
        for page in (self._coming, self.page):
            if page is not None:
                page.session.release()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self.start.set_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        """Forget the file."""
        self.start.set_over(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Open the first file that is dropped."""
        self.start.set_over(False)
        local = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if local:
            event.acceptProposedAction()
            self.open_deck(Path(local[0]))

    def _connect(self) -> None:
        for name, slot in (
            ("open", self._ask_deck),
            ("again", self._again),
            ("report", self._ask_report),
            ("export", self._ask_export),
            ("order", lambda: self._on_page(lambda p: p.show_order(on=not p.ordering))),
            ("cancel", self._cancel),
            ("quit", self.close),
            ("previous", lambda: self._step(-1)),
            ("next", lambda: self._step(1)),
            ("first", lambda: self._go(1)),
            ("last", lambda: self._go(self._count())),
            ("next-unsure", lambda: self._on_page(lambda p: p.session.deciding.go_to_unsure())),
            ("open-decisions", self._ask_decisions),
            ("save-decisions", self._ask_save),
            ("clear", lambda: self._on_page(lambda p: p.decision.take_back())),
            ("why", lambda: self._on_page(lambda p: p.decision.give_reason())),
            ("forget", lambda: self._on_page(lambda p: p.session.deciding.forget())),
            ("formula", self._toggle_formula),
            ("keys", self._list_keys),
        ):
            self.actions_[name].triggered.connect(slot)
        for stance in Stance:
            self.actions_[stance.value].triggered.connect(lambda _, s=stance: self._decide(s))
        self.start.open_asked.connect(self._ask_deck)
        self.start.sample_asked.connect(self.open_deck)
        self.busy.cancel_asked.connect(self._cancel)

    def _add_menus(self) -> None:
        for title, names in (
            (
                self.tr("&Deck"),
                (
                    "open",
                    "again",
                    "report",
                    "export",
                    "order",
                    "",
                    *FILES,
                    "",
                    "cancel",
                    "",
                    "quit",
                ),
            ),
            (self.tr("&Go"), ("previous", "next", "first", "last", "", "next-unsure")),
            (self.tr("De&cide"), (*STANCES, "", "why", "clear", "", "next-unsure", "forget")),
            (self.tr("D&raft"), (*DRAFTING[:-1], "", DRAFTING[-1])),
            (self.tr("&Help"), ("formula", "keys")),
        ):
            menu = self.menuBar().addMenu(title)
            menu.setToolTipsVisible(True)
            for name in names:
                if name:
                    menu.addAction(self.actions_[name])
                else:
                    menu.addSeparator()

    def _add_toolbar(self) -> None:
        bar = QToolBar(self.tr("Tools"))
        bar.setMovable(False)
        bar.setIconSize(QSize(18, 18))
        bar.setToolButtonStyle(bar.toolButtonStyle().ToolButtonTextBesideIcon)
        for name in ("open", "again", "report", "order"):
            bar.addAction(self.actions_[name])
        room = QWidget()
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(room)
        bar.addWidget(self._where)
        for name in ("previous", "next"):
            bar.addAction(self.actions_[name])
            button = bar.widgetForAction(self.actions_[name])
            button.setProperty("toolButtonStyle", bar.toolButtonStyle().ToolButtonIconOnly)
        self._bar = bar
        self.addToolBar(bar)
        self.setContextMenuPolicy(self.contextMenuPolicy().NoContextMenu)

    # What the user asks for.

    def _ask_deck(self) -> None:
        dialogs.ask_deck(self, self._folder, self.open_deck)

    def _ask_report(self) -> None:
        if self.session is not None and not self.session.busy:
            dialogs.ask_report(self, self.session.path, self.session.start_report)

    def _ask_export(self) -> None:
        session = self.session
        if session is not None and not session.busy:
            dialog = ExportDialog(session.audit, session.front, self.runner, self._theme, self)
            dialog.chosen.connect(
                lambda wanted: dialogs.ask_export(
                    self, session.path, wanted, lambda path: session.start_export(path, wanted)
                )
            )
            dialog.open()

    def _ask_copy(self) -> None:
        page = self.page
        if page is not None and not page.session.busy:
            trial = page.order.trying.trial
            order = order_of(page.session.audit, trial)
            dialogs.ask_copy(
                self,
                page.session.path,
                lambda path: page.session.start_copy(path, order, trial.cut),
            )

    def _ask_decisions(self) -> None:
        if self.session is not None:
            folder, chosen = self.session.path.parent, self.session.deciding.open
            dialogs.ask_decisions(self, folder, chosen)

    def _ask_save(self) -> None:
        if self.session is not None:
            self._commit()
            dialogs.ask_save(self, self.session.path, self.session.deciding.save)

    def _decide(self, stance: Stance) -> None:
        self._on_page(lambda page: page.decision.choose(stance))

    def _commit(self) -> None:
        """Keep the reason that is being written."""
        self._on_page(lambda page: page.decision.commit())

    def _on_page(self, act: Callable[[DeckPage], None]) -> None:
        if self.page is not None:
            act(self.page)

    def _again(self) -> None:
        self._commit()
        if self.session is not None and self._coming is None:
            self.session.start_audit()

    def _cancel(self) -> None:
        page = self._coming or self.page
        if page is not None and page.session.busy:
            page.session.cancel()
        elif page is not None and page.ordering:
            page.show_order(on=False)
        elif page is not None:
            page.session.choose(0)

    def _step(self, by: int) -> None:
        if self.session is not None:
            self.session.go(self.session.number + by)

    def _go(self, number: int) -> None:
        if self.session is not None:
            self.session.go(number)

    def _count(self) -> int:
        return len(self.session.audit.deck.slides) if self.session is not None else 0

    def _toggle_formula(self) -> None:
        if self.page is not None:
            self.page.summary.how.toggle()

    def _list_keys(self) -> None:
        actions = self.actions_
        dialogs.tell_keys(self, [actions.entry(name) for name in actions.names()])

    # What comes back.

    def _worked(self, page: DeckPage, work: Work | None) -> None:
        if page is self._coming:
            if work is not None:
                self.busy.show_work(work)
            elif not page.session.has_audit:
                self._abandon_coming()
        self._settle()

    def _take(self, page: DeckPage) -> None:
        if page is self._coming:
            self._commit()
            old, self.page, self._coming = self.page, page, None
            self._drop(old)
        self._settle()

    def _tell(self, page: DeckPage, kind: str, error: Exception) -> None:
        path = page.session.path
        if isinstance(error, DeckError) and kind == "audit" and error.reason in LOCKED:
            dialogs.ask_password(self, error, lambda password: self.open_deck(path, password))
            return

        def again() -> None:
            if page is self.page:
                self._again()
            else:
                self.open_deck(path)

        trouble.tell(self, self._theme, page.session, (kind, error), again)

    def _abandon_coming(self) -> None:
        page, self._coming = self._coming, None
        self._drop(page)

    def _drop(self, page: DeckPage | None) -> None:
        if page is not None:
            page.session.close()
            self._pages.removeWidget(page)
            page.deleteLater()

    def _settle(self) -> None:
        """Show the page that is due, and what can be done on it."""
        due = self.busy if self._coming is not None else self.page or self.start
        self._pages.setCurrentWidget(due)
        self._bar.setVisible(due is self.page)
        session = self.session
        here = session is not None and self._coming is None
        idle = here and session is not None and not session.busy
        for name in ("again", "report", "export"):
            self.actions_[name].setEnabled(idle)
        for name in ("order", "open-decisions"):
            self.actions_[name].setEnabled(here)
        turning = here and self.page is not None and not self.page.ordering
        for name in ("previous", "next", "first", "last", "formula", *STANCES):
            self.actions_[name].setEnabled(turning)
        deciding = session.deciding if session is not None and here else None
        for name, possible in (
            ("next-unsure", deciding is not None and bool(deciding.unsure)),
            ("save-decisions", deciding is not None and deciding.any),
            ("forget", deciding is not None and bool(deciding.lost)),
            ("why", deciding is not None and deciding.here is not None),
            ("clear", deciding is not None and deciding.here is not None),
        ):
            self.actions_[name].setEnabled(possible)
        self._desk.settle(session if here else None)
        shown = self._coming or self.page
        self.setWindowTitle(f"{shown.session.path.name} · {NAME}" if shown is not None else NAME)
        self._show_where()

    def _show_where(self) -> None:
        here = self.session is not None and self._coming is None
        self._where.setText(
            self.tr("Slide {number} of {count}").format(
                number=self.session.number, count=self._count()
            )
            if here and self.session is not None
            else ""
        )
