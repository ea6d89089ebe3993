"""What the rep's page asks of the window: files to check against, a cleaned copy, an export."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sowhat.gui import rep_dialogs
from sowhat.gui.means import Means

if TYPE_CHECKING:
    from sowhat.export.copy import Made, Trace
    from sowhat.gui.deck_page import DeckPage


class RepDesk:
    """Opens the dialogs of one window for the rep's pages."""

    def __init__(self, window: QWidget, means: Means) -> None:
        self._window = window
        self._means = means

    def serve(self, page: DeckPage) -> None:
        """Answer what the rep's page of ``page`` asks for."""
        rep, cleaning = page.rep, page.session.cleaning
        for signal, answer in (
            (rep.facts_asked, self._facts),
            (rep.master_asked, self._master),
            (rep.against_asked, self._against),
            (rep.tell_asked, self._tell),
            (rep.clean_asked, lambda page: page.session.cleaning.rehearse()),
        ):
            signal.connect(partial(answer, page))
        cleaning.listed.connect(partial(self._list, page))
        cleaning.cleaned.connect(page.notice.show_cleaned)

    def _facts(self, page: DeckPage) -> None:
        self._ask(rep_dialogs.ask_facts, page, page.rep.load_facts)

    def _master(self, page: DeckPage) -> None:
        self._ask(rep_dialogs.ask_master, page, lambda p: page.rep.form.choose(master=str(p)))

    def _against(self, page: DeckPage) -> None:
        self._ask(rep_dialogs.ask_others, page, lambda p: page.rep.form.choose(against=str(p)))

    def _ask(
        self,
        ask: Callable[[QWidget, Path, Callable[[Path], None]], object],
        page: DeckPage,
        chosen: Callable[[Path], None],
    ) -> None:
        ask(self._window, page.session.path, chosen)

    def _tell(self, page: DeckPage) -> None:
        from sowhat.export.wanted import Form, Wanted

        session, found = page.session, page.session.checking.found
        if found is not None:
            rep_dialogs.ask_check(
                self._window,
                session.path,
                lambda path, form: session.start_export(path, Wanted(Form(form), check=found)),
            )

    def _list(self, page: DeckPage, made: Made) -> None:
        from sowhat.gui.clean_dialog import CleanDialog

        dialog = CleanDialog(made, self._means.theme, self._window)
        dialog.chosen.connect(partial(self._save, page))
        dialog.open()

    def _save(self, page: DeckPage, traces: frozenset[Trace]) -> None:
        session = page.session
        rep_dialogs.ask_clean(
            self._window, session.path, lambda path: session.cleaning.start(path, traces)
        )
