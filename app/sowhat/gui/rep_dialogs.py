"""The rep's dialogs for files and folders; all are opened, none is waited for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from sowhat.export.wanted import CHECKS, Form
from sowhat.gui.dialogs import DECKS, Chosen, file_dialog, to_open, to_save

Told = Callable[[Path, Form], None]


def tr(words: str) -> str:
    """Return ``words`` in the user's language."""
    return QCoreApplication.translate("RepDialogs", words)


def ask_facts(parent: QWidget, deck: Path, chosen: Chosen) -> QFileDialog:
    """Ask for a file of what is known of the customer, beginning beside ``deck``."""
    dialog = file_dialog(parent, tr("What you know of your customer"), deck.parent)
    return to_open(dialog, tr("Facts (*.txt *.md *.csv)"), chosen)


def ask_master(parent: QWidget, deck: Path, chosen: Chosen) -> QFileDialog:
    """Ask for the deck that ``deck`` was made from."""
    dialog = file_dialog(parent, tr("The master deck"), deck.parent)
    return to_open(dialog, tr("Decks ({kinds})").format(kinds=DECKS), chosen)


def ask_others(parent: QWidget, deck: Path, chosen: Chosen) -> QFileDialog:
    """Ask for the folder with the rep's other decks."""
    dialog = file_dialog(parent, tr("The folder with your other decks"), deck.parent)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()
    return dialog


def ask_clean(parent: QWidget, deck: Path, chosen: Chosen) -> QFileDialog:
    """Ask where a cleaned copy of ``deck`` goes; a name beside the deck is proposed."""
    dialog = file_dialog(parent, tr("Save a cleaned copy"), deck.parent)
    dialog.setNameFilter(tr("Decks ({kinds})").format(kinds=f"*{deck.suffix}"))
    return to_save(dialog, f"{tr('{deck} - to send').format(deck=deck.stem)}{deck.suffix}", chosen)


def ask_check(parent: QWidget, deck: Path, chosen: Told) -> QFileDialog:
    """Ask where the check of ``deck`` goes, and by the ending in which form."""
    dialog = file_dialog(parent, tr("Export the check"), deck.parent)
    names = {
        Form.REPORT: tr("Report with the check first (*.pdf)"),
        Form.PAGE: tr("Web page with the check first (*.html)"),
        Form.MARKDOWN: tr("The check alone, as text (*.md)"),
        Form.JSON: tr("The check alone, as data (*.json)"),
    }
    dialog.setNameFilters([names[form] for form in CHECKS])
    dialog.filterSelected.connect(
        lambda name: dialog.setDefaultSuffix(name.rpartition("*.")[2].rstrip(")"))
    )

    def take(path: Path) -> None:
        ending = path.suffix.lower().lstrip(".")
        chosen(path, Form(ending) if ending in CHECKS else Form.REPORT)

    return to_save(dialog, tr("{deck} - check.pdf").format(deck=deck.stem), take)
