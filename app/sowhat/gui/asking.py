"""What is asked before something is done with a deck: where a file goes, what it shall hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sowhat.gui import dialogs
from sowhat.gui.means import Means

if TYPE_CHECKING:
    from sowhat.gui.deck_page import DeckPage


class Asking:
    """Opens the dialogs of one window; what they bring goes to the session of the page."""

    def __init__(self, window: QWidget, means: Means) -> None:
        self._window = window
        self._means = means

    def report(self, page: DeckPage) -> None:
        """Ask where the report goes."""
        dialogs.ask_report(self._window, page.session.path, page.session.start_report)

    def export(self, page: DeckPage) -> None:
        """Ask for the form, then for the place."""
        from sowhat.gui.export_dialog import ExportDialog

        session, means = page.session, self._means
        dialog = ExportDialog(
            session.audit, session.writing.front, means.runner, means.theme, self._window
        )
        dialog.chosen.connect(
            lambda wanted: dialogs.ask_export(
                self._window, session.path, wanted, lambda path: session.start_export(path, wanted)
            )
        )
        dialog.open()

    def printing(self, page: DeckPage) -> None:
        """Ask for the printer, and which of its settings."""
        dialogs.ask_printer(self._window, page.session.path.stem, page.session.start_printing)

    def copy(self, page: DeckPage) -> None:
        """Ask where a copy in the order that is tried goes."""
        from sowhat.measure import order_of

        if page.session.busy:
            return
        trial = page.order.trying.trial
        order = order_of(page.session.audit, trial)
        dialogs.ask_copy(
            self._window,
            page.session.path,
            lambda path: page.session.start_copy(path, order, trial.cut),
        )

    def compare(self, page: DeckPage) -> None:
        """Show the older version beside the deck; ask for it where there is none yet."""
        if page.session.comparing.comparison is not None:
            page.show_compare()
        else:
            self.older(page)

    def older(self, page: DeckPage) -> None:
        """Ask for an older version, or the master."""
        session = page.session
        dialogs.ask_older(self._window, session.path.parent, session.comparing.begin)

    def comparison(self, page: DeckPage) -> None:
        """Ask where the page of what changed goes."""
        session = page.session
        dialogs.ask_comparison(self._window, session.path, session.comparing.save)

    def decisions(self, page: DeckPage) -> None:
        """Ask for a file of decisions to take."""
        session = page.session
        dialogs.ask_decisions(self._window, session.path.parent, session.deciding.open)

    def save(self, page: DeckPage) -> None:
        """Ask where the decisions go."""
        page.decision.commit()
        dialogs.ask_save(self._window, page.session.path, page.session.deciding.save)
