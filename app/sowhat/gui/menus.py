"""The menus and the toolbar: which action stands where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QMenuBar, QSizePolicy, QToolBar, QWidget

from sowhat.gui.actions import Actions
from sowhat.gui.slide_actions import EDIT, SEE

if TYPE_CHECKING:
    from sowhat.gui.deck_page import DeckPage

STANCES = ("vendor", "customer", "mixed", "neutral")  # as the model names them
DRAFTING = ("draft", "sent", "offline", "endpoint")
RECENT = "recent"  # the menu of recent decks within another
KNOWN = ("open", "again")  # tools that need no words where these are large
SLACK = 30  # logical pixels: the numbers of slides grow
TOOLS = ("open", "again", "report", "order", "rep")


def tr(words: str) -> str:
    """Return ``words`` in the user's language."""
    return QCoreApplication.translate("Menus", words)


def table() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each menu's title with its actions by name; an empty name is a line between."""
    deck = (
        *("open", RECENT, "close", "", "edit", "folder", ""),
        *("again", "report", "export", "print", ""),
        *("order", "compare", "rep", ""),
        *("open-decisions", "save-decisions", "", "settings", "", "cancel", "", "quit"),
    )
    slides = ("previous", "next", "first", "last", "", "next-unsure")
    return (
        (tr("&Deck"), deck),
        (tr("&Edit"), EDIT),
        (tr("&View"), SEE),
        (tr("&Go"), (*slides, "", "next-deck", "previous-deck")),
        (tr("De&cide"), ("agree", *STANCES, "", "why", "clear", "", "queue", "forget")),
        (tr("D&raft"), (*DRAFTING[:-1], "", DRAFTING[-1])),
        (tr("&Help"), ("formula", "keys", "", "about")),
    )


def fill(bar: QMenuBar, actions: Actions) -> QMenu:
    """Make the menus; return the one of recent decks, which is empty."""
    recent = QMenu(tr("Recent dec&ks"), bar)
    recent.setToolTipsVisible(True)
    for title, names in table():
        _fill(bar.addMenu(title), names, actions, recent)
    return recent


def _fill(menu: QMenu, names: tuple[str, ...], actions: Actions, recent: QMenu) -> None:
    menu.setToolTipsVisible(True)
    for name in names:
        if name == RECENT:
            menu.addMenu(recent)
        elif name:
            menu.addAction(actions[name])
        else:
            menu.addSeparator()


class Tools(QToolBar):
    """The toolbar: what is used most, and which slide of how many is looked at."""

    def __init__(self, actions: Actions) -> None:
        super().__init__(tr("Tools"))
        self._actions = actions
        self.setMovable(False)
        self.setToolButtonStyle(self.toolButtonStyle().ToolButtonTextBesideIcon)
        for name in TOOLS:
            self.addAction(actions[name])
        room = QWidget()
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(room)
        self.where = QLabel()
        self.where.setProperty("quiet", True)  # noqa: FBT003
        self.addWidget(self.where)
        for name in ("previous", "next"):
            self.addAction(actions[name])
            button = self.widgetForAction(actions[name])
            button.setProperty("toolButtonStyle", self.toolButtonStyle().ToolButtonIconOnly)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the tools to the new room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Fit them anew once words of another size are laid out."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """Leave away words, of what is known by its picture, where not all has room."""
        buttons = [self.widgetForAction(self._actions[name]) for name in KNOWN]
        for button in buttons:
            button.setProperty("toolButtonStyle", self.toolButtonStyle())
        for button in buttons:
            if self.sizeHint().width() + SLACK > self.width():
                button.setProperty("toolButtonStyle", self.toolButtonStyle().ToolButtonIconOnly)

    def show_where(self, page: DeckPage | None) -> None:
        """Say which slide of ``page`` is looked at; nothing without one."""
        before, words = len(self.where.text()), tr("Slide {number} of {count}")
        self.where.setText(
            words.format(number=page.session.number, count=len(page.session.audit.deck.slides))
            if page is not None
            else ""
        )
        if len(self.where.text()) != before:
            QTimer.singleShot(0, self, self._fit)
