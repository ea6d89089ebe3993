"""The window's dialogs. All are opened, none is waited for: what they bring comes by callback."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QMessageBox, QWidget

from sowhat.errors import SowhatError
from sowhat.gui.fault import report
from sowhat.gui.theme import Theme
from sowhat.gui.tips import tip
from sowhat.texts import error_text, named, text

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from sowhat.export.wanted import Wanted

PLAIN = "SOWHAT_PLAIN_DIALOGS"  # set where the desktop's own file dialogs are not wanted
DECKS = "*.pptx *.pptm *.ppsx *.ppsm *.potx *.potm *.pdf"


def tr(words: str) -> str:
    """Return ``words`` in the user's language."""
    return QCoreApplication.translate("Dialogs", words)


Chosen = Callable[[Path], None]


def ask_deck(parent: QWidget, folder: Path, chosen: Callable[[list[Path]], None]) -> QFileDialog:
    """Ask for decks to open, beginning in ``folder``."""
    dialog = file_dialog(parent, tr("Open decks"), folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters([tr("Decks ({kinds})").format(kinds=DECKS), tr("All files (*)")])
    dialog.filesSelected.connect(lambda names: chosen([Path(name) for name in names]))
    dialog.open()
    return dialog


def ask_report(parent: QWidget, deck: Path, chosen: Chosen) -> QFileDialog:
    """Ask where the report on ``deck`` goes; a name beside the deck is proposed."""
    dialog = file_dialog(parent, tr("Export the report"), deck.parent)
    dialog.setNameFilter(tr("PDF (*.pdf)"))
    return to_save(dialog, tr("{deck} - audit.pdf").format(deck=deck.stem), chosen)


def ask_copy(parent: QWidget, deck: Path, chosen: Chosen) -> QFileDialog:
    """Ask where a copy of ``deck`` goes; a name beside the deck is proposed."""
    from sowhat.export import copy

    dialog = file_dialog(parent, tr("Save a copy in the new order"), deck.parent)
    dialog.setNameFilter(tr("Decks ({kinds})").format(kinds=f"*{copy.ending(deck)}"))
    name = tr("{deck} - new order").format(deck=deck.stem)
    return to_save(dialog, f"{name}{copy.ending(deck)}", chosen)


def ask_export(parent: QWidget, deck: Path, wanted: Wanted, chosen: Chosen) -> QFileDialog:
    """Ask where the audit of ``deck`` goes in the form that is wanted."""
    from sowhat.export import copy
    from sowhat.export.wanted import Form

    ending = copy.ending(deck) if wanted.form is Form.COPY else f".{wanted.form}"
    dialog = file_dialog(parent, tr("Export the audit"), deck.parent)
    dialog.setNameFilter(
        tr("{kind} files (*{ending})").format(kind=ending[1:].upper(), ending=ending)
    )
    return to_save(
        dialog, tr("{deck} - audit{ending}").format(deck=deck.stem, ending=ending), chosen
    )


def ask_older(parent: QWidget, folder: Path, chosen: Chosen) -> QFileDialog:
    """Ask for a deck to compare with, beginning in ``folder``."""
    dialog = file_dialog(parent, tr("Compare with an older version, or the master"), folder)
    return to_open(dialog, tr("Decks ({kinds})").format(kinds=DECKS), chosen)


def ask_comparison(parent: QWidget, deck: Path, chosen: Chosen) -> QFileDialog:
    """Ask where the page of what changed in ``deck`` goes."""
    dialog = file_dialog(parent, tr("Save what changed"), deck.parent)
    dialog.setNameFilter(tr("HTML files (*.html)"))
    return to_save(dialog, tr("{deck} - changes.html").format(deck=deck.stem), chosen)


def ask_decisions(parent: QWidget, folder: Path, chosen: Chosen) -> QFileDialog:
    """Ask for a file of decisions to open, beginning in ``folder``."""
    dialog = file_dialog(parent, tr("Open decisions"), folder)
    return to_open(dialog, tr("Decisions (*.json)"), chosen)


def ask_save(parent: QWidget, deck: Path, chosen: Chosen) -> QFileDialog:
    """Ask where the decisions on ``deck`` go."""
    dialog = file_dialog(parent, tr("Save the decisions"), deck.parent)
    dialog.setNameFilter(tr("Decisions (*.json)"))
    return to_save(dialog, tr("{deck} - decisions.json").format(deck=deck.stem), chosen)


def ask_folder(parent: QWidget, folder: str) -> QFileDialog:
    """Ask for a folder, beginning in ``folder``."""
    dialog = file_dialog(parent, tr("Choose a folder"), Path(folder) if folder else Path.home())
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()
    return dialog


def to_open(dialog: QFileDialog, kinds: str, chosen: Chosen) -> QFileDialog:
    """Open a dialog for a file of these ``kinds`` that is there."""
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([kinds, tr("All files (*)")])
    return _opened(dialog, chosen)


def to_save(dialog: QFileDialog, name: str, chosen: Chosen) -> QFileDialog:
    """Open a dialog for a file to write; ``name`` is proposed."""
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(name.rpartition(".")[2])
    dialog.selectFile(name)
    return _opened(dialog, chosen)


def _opened(dialog: QFileDialog, chosen: Chosen) -> QFileDialog:
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()
    return dialog


def ask_password(parent: QWidget, error: SowhatError, given: Callable[[str], None]) -> QInputDialog:
    """Ask for the password of a deck; what is typed is not shown and not kept."""
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setObjectName("password")
    dialog.setWindowTitle(tr("Password"))
    dialog.setLabelText(f"{words_of(error)}\n{tr('It opens the deck, and is kept nowhere.')}")
    dialog.setTextEchoMode(QLineEdit.EchoMode.Password)
    dialog.setOkButtonText(tr("Open"))
    dialog.textValueSelected.connect(given)
    dialog.open()
    return dialog


def ask_printer(parent: QWidget, title: str, chosen: Callable[[QPrinter], None]) -> QPrintDialog:
    """Ask for the printer on which a document called ``title`` goes."""
    from PySide6.QtPrintSupport import QPrintDialog

    from sowhat.gui.printing import printer

    onto = printer(title)
    dialog = QPrintDialog(onto, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)  # noqa: FBT003
    dialog.accepted.connect(lambda: chosen(onto))
    dialog.setModal(True)
    dialog.show()
    return dialog


@dataclass(frozen=True, slots=True)
class Remedy:
    """A way out of what failed: the words on its button, and what it does."""

    words: str
    act: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Told:
    """What to say of a failure: its ``title``, what happened and what to do, and the ``details``
    for whoever helps, which hold nothing of the deck."""

    title: str
    words: str
    details: str


def words_of(error: SowhatError) -> str:
    """Return what happened and what to do in a window: for a password one is asked here."""
    if error.reason == "password":
        return text("errors.password.what", path=named(error.values["path"]))
    return error_text(error)


def told(title: str, error: Exception) -> Told:
    """Return what to say of ``error``; a fault of ours is called one."""
    words = tr("SoWhat made a mistake. Your deck is unharmed.")
    if isinstance(error, SowhatError):
        words = words_of(error)
    return Told(title, words, "\n".join(report(error)))


def tell_error(
    parent: QWidget, theme: Theme, told: Told, remedy: Remedy | None = None
) -> QMessageBox:
    """Say what happened and what to do, with details to copy.

    Where there is a ``remedy``, a button of its own does it.
    """
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setObjectName("error")
    box.setIconPixmap(theme.picture("warning", 36, parent.devicePixelRatioF()))
    box.setWindowTitle(told.title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(told.title)
    box.setInformativeText(told.words)
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    details = box.addButton(tr("Copy details"), QMessageBox.ButtonRole.ActionRole)
    details.setToolTip(tr("Copy what happened; it holds no word of the deck"))
    details.clicked.connect(lambda: QGuiApplication.clipboard().setText(told.details))
    if remedy is not None:
        words = remedy.words.replace("&", "&&")  # one alone would underline a letter
        button = box.addButton(words, QMessageBox.ButtonRole.ActionRole)
        button.setToolTip(tip(remedy.words))
        button.clicked.connect(remedy.act)
    box.setEscapeButton(QMessageBox.StandardButton.Ok)  # none is known where there are several
    box.open()
    return box


def file_dialog(parent: QWidget, title: str, folder: Path) -> QFileDialog:
    """Return a dialog for files that begins in ``folder``; the desktop's own where it is wanted."""
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if os.environ.get(PLAIN):
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    return dialog
