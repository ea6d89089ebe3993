"""The window's actions: a table of records; menus and toolbar are made from it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

from sowhat.gui.entry import Entry
from sowhat.gui.slide_actions import slide_entries
from sowhat.gui.theme import Theme


def tr(words: str) -> str:
    """Return ``words`` in the user's language."""
    return QCoreApplication.translate("Actions", words)


def table() -> dict[str, Entry]:
    """Return all actions by name, in the user's language."""
    return {**_deck(), **_go(), **slide_entries(), **_decide(), **_draft(), **_help()}


def _deck() -> dict[str, Entry]:
    return {
        "open": Entry(tr("&Open…"), tr("Open PowerPoint or PDF decks"), "open", ("Ctrl+O",)),
        "close": Entry(tr("C&lose"), tr("Close this deck"), "cancel", ("Ctrl+W", "Ctrl+F4")),
        "again": Entry(
            tr("Audit &again"), tr("Read the file anew and audit it again"), "again", ("F5",)
        ),
        "report": Entry(
            tr("&Export report…"),
            tr("Write the annotated PDF report"),
            "report",
            ("Ctrl+E", "Ctrl+S"),
        ),
        "export": Entry(
            tr("E&xport as…"),
            tr("Write the audit as a report, page, table, data, or as comments in a copy"),
            "save",
            ("Ctrl+Shift+E",),
        ),
        "print": Entry(tr("&Print the report…"), tr("Print the report"), "print", ("Ctrl+P",)),
        "order": Entry(
            tr("&Try another order…"),
            tr("See the proposed order beside today's, change it, save a copy"),
            "move",
            ("Ctrl+T",),
        ),
        **_more(),
    }


def _more() -> dict[str, Entry]:
    return {
        "compare": Entry(
            tr("&Compare with…"),
            tr("See what changed since an older version, or since the master"),
            "compare",
            ("Ctrl+J",),
        ),
        "rep": Entry(
            tr("&Ready to send?"),
            tr("Check the deck for one customer: left-overs, blanks, what is not for their eyes"),
            "send",
            ("Ctrl+K",),
        ),
        "open-decisions": Entry(
            tr("Open &decisions…"),
            tr("Take decisions on slides from a file, a colleague's too"),
            "load",
            ("Ctrl+Shift+O",),
        ),
        "save-decisions": Entry(
            tr("&Save decisions as…"),
            tr("Write your decisions to a file that you can hand on"),
            "save",
            ("Ctrl+Shift+S",),
        ),
        "settings": Entry(
            tr("Se&ttings…"), tr("Set how SoWhat looks, reads and judges"), "settings", ("Ctrl+,",)
        ),
        "edit": Entry(
            tr("Edit in &PowerPoint"),
            tr("Open the deck in its own program; SoWhat audits it again when it is saved"),
            "edit",
            ("Ctrl+Shift+P",),
        ),
        "folder": Entry(
            tr("Show in &folder"),
            tr("Open the folder that holds the deck"),
            "folder",
            ("Ctrl+Shift+L",),
        ),
        "cancel": Entry(tr("&Cancel"), tr("Stop what is under way"), "cancel", ("Esc",)),
        "quit": Entry(tr("&Quit"), tr("Close SoWhat"), "quit", ("Ctrl+Q",)),
    }


def _go() -> dict[str, Entry]:
    return {
        "previous": Entry(
            tr("&Previous slide"), tr("Go to the slide before"), "previous", ("Left",)
        ),
        "next": Entry(tr("&Next slide"), tr("Go to the slide after"), "next", ("Right",)),
        "first": Entry(tr("&First slide"), tr("Go to the first slide"), "first", ("Ctrl+Home",)),
        "last": Entry(tr("&Last slide"), tr("Go to the last slide"), "last", ("Ctrl+End",)),
        "next-unsure": Entry(
            tr("Next &unsure slide"),
            tr("Go to the next slide that is left for you to decide"),
            "unsure",
            ("F8",),
        ),
        "next-deck": Entry(
            tr("Next &deck"),
            tr("Go to the open deck to the right"),
            "next-deck",
            ("Ctrl+Tab", "Ctrl+PgDown"),
        ),
        "previous-deck": Entry(
            tr("Previous d&eck"),
            tr("Go to the open deck to the left"),
            "previous-deck",
            ("Ctrl+Shift+Tab", "Ctrl+PgUp"),
        ),
    }


def _decide() -> dict[str, Entry]:
    return {
        "vendor": Entry(
            tr("About &you"), tr("Decide that this slide is about you"), "vendor", ("Ctrl+1",)
        ),
        "customer": Entry(
            tr("About your &customer"),
            tr("Decide that this slide is about your customer"),
            "customer",
            ("Ctrl+2",),
        ),
        "mixed": Entry(
            tr("About &both"), tr("Decide that this slide is about both"), "mixed", ("Ctrl+3",)
        ),
        "neutral": Entry(
            tr("About &neither"),
            tr("Decide that this slide is about neither"),
            "neutral",
            ("Ctrl+4",),
        ),
        "agree": Entry(
            tr("A&gree"),
            tr("Decide that this slide is what SoWhat takes it for"),
            "done",
            ("Ctrl+G",),
        ),
        "clear": Entry(
            tr("&Take it back"),
            tr("Take your decision on this slide back"),
            "clear",
            ("Ctrl+0",),
        ),
        "why": Entry(
            tr("Give a &reason"), tr("Say why you decided so on this slide"), "why", ("Ctrl+R",)
        ),
        "forget": Entry(
            tr("&Forget what no longer fits"),
            tr("Drop your decisions on slides that are gone or have other words now"),
            "forget",
            ("Ctrl+Shift+F",),
        ),
    }


def _draft() -> dict[str, Entry]:
    return {
        "draft": Entry(
            tr("&Draft this slide"),
            tr("Have a model of your own draft this slide"),
            "rewrite",
            ("Ctrl+D",),
        ),
        "sent": Entry(
            tr("&Show what is sent"),
            tr("Show to the letter what a draft of this slide sends to your model"),
            "info",
            ("Ctrl+Shift+D",),
        ),
        "offline": Entry(
            tr("&Use the offline draft"),
            tr("Go back to the draft that SoWhat made by itself"),
            "clear",
            ("Ctrl+Alt+D",),
        ),
        "endpoint": Entry(
            tr("Your own &model…"),
            tr("Set up a model of your own for drafts, or turn it off"),
            "model",
            ("Ctrl+M",),
        ),
    }


def _help() -> dict[str, Entry]:
    return {
        "formula": Entry(
            tr("How the share is &counted"), tr("Show or hide the formula"), "info", ("Ctrl+I",)
        ),
        "keys": Entry(tr("&Keyboard"), tr("List all keys"), "keyboard", ("F1",)),
        "about": Entry(
            tr("&About SoWhat"),
            tr("Which version this is, and what is kept"),
            "info",
            ("Shift+F1",),
        ),
    }


class Actions(QObject):
    """The actions as Qt's objects; reach each by its name with ``actions["open"]``."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._table = table()
        self._made = {name: self._make(entry, parent) for name, entry in self._table.items()}
        theme.changed.connect(self.dress)

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def names(self) -> tuple[str, ...]:
        """Return the names of all actions."""
        return tuple(self._made)

    def entry(self, name: str) -> Entry:
        """Return the record of an action."""
        return self._table[name]

    @staticmethod
    def _make(entry: Entry, parent: QObject) -> QAction:
        action = QAction(parent)
        action.setText(entry.label)
        action.setShortcuts([QKeySequence(key) for key in entry.keys])
        action.setToolTip(entry.tooltip)
        action.setStatusTip(entry.tip)
        return action

    def dress(self) -> None:
        """Give all actions the icons of the theme of now."""
        for name in self._made:
            self.dress_one(name)

    def dress_one(self, name: str) -> None:
        """Give one action its icon, which costs far more than the rest of it to make."""
        self._made[name].setIcon(self._theme.icon(self._table[name].icon))
