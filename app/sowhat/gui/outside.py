"""The deck in other programs: the one that edits it, and the one that shows folders."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from sowhat.texts import text

if TYPE_CHECKING:
    from sowhat.gui.deck_page import DeckPage


def edit(page: DeckPage) -> None:
    """Open the deck in its own program; where there is none the page says so."""
    _open(page, page.session.path)


def show_folder(page: DeckPage) -> None:
    """Open the folder that holds the deck."""
    _open(page, page.session.path.parent)


def _open(page: DeckPage, path: Path) -> None:
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        page.notice.show_words(text("watching.no-program", name=path.name))
