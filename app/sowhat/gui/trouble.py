"""What the window says when something failed, and the way out that it offers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from sowhat.errors import SowhatError
from sowhat.gui import dialogs
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme

# What another try may change: the machine was busy, the file was being written, a worker died.
PASSING = frozenset({"changed", "damaged", "missing", "too-large", "too-slow", "unreadable"})
LONG = 40  # characters of a name on a button


def tr(words: str) -> str:
    """Return ``words`` in the user's language."""
    return QCoreApplication.translate("Trouble", words)


def tell(
    parent: QWidget,
    theme: Theme,
    session: Session,
    failed: tuple[str, Exception],
    again: Callable[[], None],
) -> QMessageBox:
    """Say that what ``session`` was doing has failed (its kind and the error).

    ``again`` audits the deck once more; it is offered where that may help.
    """
    kind, error = failed
    remedy = _other_name(session, kind, error) or _once_more(kind, error, again)
    return dialogs.tell_error(parent, theme, _title(kind), error, remedy)


def _title(kind: str) -> str:
    titles = {
        "report": tr("The report could not be written"),
        "copy": tr("The copy could not be written"),
        "export": tr("This could not be exported"),
        "draft": tr("No draft was asked for"),
        "decide": tr("Your decision could not be kept"),
        "open-decisions": tr("The decisions could not be opened"),
        "save-decisions": tr("The decisions could not be saved"),
    }
    return titles.get(kind, tr("This deck could not be audited"))


def _other_name(session: Session, kind: str, error: Exception) -> dialogs.Remedy | None:
    writes = {"report": session.start_report, "save-decisions": session.deciding.save}
    other = error.values.get("other") if isinstance(error, SowhatError) else None
    if other is None or kind not in writes:
        return None
    path, write = Path(other), writes[kind]
    name = path.name if len(path.name) <= LONG else f"{path.stem[: LONG // 2]}…{path.name[-12:]}"
    return dialogs.Remedy(tr("Save as {name}").format(name=name), lambda: write(path))


def _once_more(kind: str, error: Exception, again: Callable[[], None]) -> dialogs.Remedy | None:
    passing = not isinstance(error, SowhatError) or error.reason in PASSING
    return dialogs.Remedy(tr("Try again"), again) if kind == "audit" and passing else None
