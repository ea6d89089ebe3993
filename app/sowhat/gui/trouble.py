"""What the window says when something failed, and the way out that it offers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from sowhat.errors import DeckError, SowhatError
from sowhat.gui import dialogs
from sowhat.gui.theme import Theme

if TYPE_CHECKING:
    from sowhat.gui.session import Session

# What another try may change: the machine was busy, the file was being written, a worker died.
PASSING = frozenset({"changed", "damaged", "missing", "too-large", "too-slow", "unreadable"})
LOCKED = frozenset({"password", "wrong-password"})  # why a deck is asked for again
LONG = 40  # characters of a name on a button


def tr(words: str) -> str:
    """Return ``words`` in the user's language."""
    return QCoreApplication.translate("Trouble", words)


def told(kind: str, error: Exception) -> dialogs.Told:
    """Return what to say of ``error`` in work of this ``kind`` (see ``Work`` and ``Deciding``)."""
    return dialogs.told(_title(kind), error)


def locked(error: Exception | None) -> TypeGuard[DeckError]:
    """Return whether the deck needs a password, or another one."""
    return isinstance(error, DeckError) and error.reason in LOCKED


def passing(error: Exception) -> bool:
    """Return whether another try may go better."""
    return not isinstance(error, SowhatError) or error.reason in PASSING


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
    return dialogs.tell_error(parent, theme, told(kind, error), remedy)


def _title(kind: str) -> str:
    titles = {
        "report": tr("The report could not be written"),
        "print": tr("The report could not be printed"),
        "copy": tr("The copy could not be written"),
        "export": tr("This could not be exported"),
        "compare": tr("The older deck could not be audited"),
        "save-comparison": tr("The comparison could not be written"),
        "draft": tr("No draft was asked for"),
        "check": tr("The deck could not be checked"),
        "traces": tr("What only the file holds could not be listed"),
        "clean": tr("The cleaned copy could not be written"),
        "sending": tr("What you said of this deck could not be kept"),
        "facts": tr("These facts could not be taken"),
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
    helps = kind == "audit" and passing(error)
    return dialogs.Remedy(tr("Try again"), again) if helps else None
