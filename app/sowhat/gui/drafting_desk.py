"""What drafting with a model of one's own asks of the window: its dialogs and its actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from sowhat.gui.actions import Actions
from sowhat.gui.theme import Theme
from sowhat.settings import Endpoint

if TYPE_CHECKING:
    from sowhat.drafting import Request
    from sowhat.gui.session import Session


class DraftingDesk(QObject):
    """Carries out the actions on the deck that is open; ``session`` returns it."""

    def __init__(
        self, window: QWidget, theme: Theme, actions: Actions, session: Callable[[], Session | None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._actions = actions
        self._session = session
        for name, slot in (
            ("draft", self._draft),
            ("sent", lambda: self._on_drafting(lambda s: s.drafting.show_sent())),
            ("offline", lambda: self._on_drafting(lambda s: s.drafting.use_offline())),
        ):
            actions[name].triggered.connect(slot)

    def serve(self, session: Session) -> None:
        """Show what a session has prepared to be sent."""
        session.drafting.prepared.connect(
            lambda request, waits: self._show(session, request, waits=waits)
        )

    def settle(self, session: Session | None) -> None:
        """Enable what can be done on the slide looked at; None where no deck is shown."""
        drafting = session.drafting if session is not None and session.has_audit else None
        idle = drafting is not None and drafting.work is None
        possible = idle and drafting is not None and drafting.possible()
        holds = session is not None and drafting is not None and drafting.holds(session.number)
        # Without an endpoint "draft" leads to where it is set up.
        off = idle and drafting is not None and not drafting.endpoint.on
        self._actions["draft"].setEnabled(possible or off)
        self._actions["sent"].setEnabled(possible)
        self._actions["offline"].setEnabled(idle and holds)

    def set_up(self) -> None:
        """Ask for the endpoint."""
        from sowhat import drafting
        from sowhat.gui.endpoint_dialog import EndpointDialog

        def save(chosen: Endpoint) -> None:
            kept = drafting.kept()
            drafting.keep(drafting.Kept(chosen, kept.seen if chosen.on else ()))
            self._on_drafting(lambda session: session.drafting.reload())

        dialog = EndpointDialog(self._window, self._theme, drafting.kept().endpoint, save)
        dialog.open()

    def _draft(self) -> None:
        session = self._session()
        if session is not None and session.drafting.endpoint.on:
            session.drafting.start()
        else:
            self.set_up()

    def _show(self, session: Session, request: Request, *, waits: bool) -> None:
        from sowhat.gui.sent_dialog import SentDialog

        send = (lambda: session.drafting.send(request)) if waits else None
        SentDialog(self._window, self._theme, request, session.drafting.endpoint, send).open()

    def _on_drafting(self, act: Callable[[Session], object]) -> None:
        session = self._session()
        if session is not None:
            act(session)
