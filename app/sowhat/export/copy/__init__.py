"""A copy of the deck itself: with comments, in the proposed order, or cleaned. The deck is never
touched."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from sowhat.errors import DeckError, OutputError, UsageError
from sowhat.export import files
from sowhat.export.copy.plan import Made, Plan, Removed, Trace
from sowhat.export.copy.pptx.endings import TYPES, WITH_MACROS, ending_of
from sowhat.export.copy.remarks import remarks
from sowhat.model import Audit, DeckKind
from sowhat.read import kind_of
from sowhat.texts import text
from sowhat.worker import Worker

__all__ = ["Made", "Removed", "Trace", "check", "clean", "ending", "write"]

MAKE = "sowhat.export.copy.made:make"
PDF = ".pdf"


def check(path: Path, deck: Path, kind: DeckKind, *, comments: bool, cleaned: bool = False) -> None:
    """Raise what is known to be wrong with a copy of ``deck`` before it is audited.

    ``OutputError`` where ``path`` cannot take it or its ending is of another kind of file or of one
    with macros,
    ``UsageError`` where a PDF is to have comments, or a cleaned copy.
    """
    files.check(path, str(deck))
    if cleaned and comments:
        raise UsageError("clean-comments")
    if kind is DeckKind.PDF and comments:
        raise UsageError("no-comments")
    if (kind is DeckKind.PDF) != (path.suffix.lower() == PDF):
        detail = PDF if kind is DeckKind.PDF else ending(deck)
        raise OutputError("wrong-ending", path=str(path), detail=detail)
    if path.suffix.lower() in WITH_MACROS:
        raise OutputError("macro-ending", path=str(path), detail=", ".join(TYPES))


def ending(deck: Path) -> str:
    """Return the ending that a copy of ``deck`` gets."""
    return ending_of(str(deck))


def write(
    audit: Audit,
    path: Path,
    worker: Worker,
    *,
    comments: bool,
    order: bool,
    traces: frozenset[Trace] = frozenset(),
    cut: frozenset[int] = frozenset(),
) -> Made:
    """Write a copy of the audited deck to ``path``, whole or not at all.

    ``comments`` puts the advice on the slides, ``order`` moves them as proposed, ``traces`` are
    taken out, and so are the slides ``cut``; a PDF keeps all pages. Raises what ``check`` does, and
    ``DeckError`` changed, signed, locked or protected where the deck allows no such copy.
    """
    deck = audit.deck
    check(path, Path(deck.path), deck.kind, comments=comments, cleaned=bool(traces))
    plan = replace(_plan(audit, comments=comments, order=order, traces=traces), cut=cut)
    return _made(deck.path, deck.sha256, path, worker, plan)


def clean(
    deck: Path, path: Path, worker: Worker, traces: frozenset[Trace] = frozenset(Trace)
) -> Made:
    """Write a copy of a deck without these traces to ``path``, whole or not at all.

    Raises what ``check`` does, what reading the deck raises, and ``DeckError`` no-slides where only
    hidden slides are there and are to go.
    """
    check(path, deck, kind_of(deck), comments=False)
    return _made(str(deck), None, path, worker, Plan(clean=traces))


def _made(deck: str, sha256: str | None, path: Path, worker: Worker, plan: Plan) -> Made:
    with files.failures(path), worker.folder() as folder:
        out = folder / "copy"
        try:
            made = worker.call(
                MAKE,
                Made,
                deck=deck,
                sha256=sha256,
                out=str(out),
                name=str(path),
                plan=plan,
            )
        except DeckError as error:
            reason = "protected" if error.reason == "password" else error.reason
            raise DeckError(reason, **{**error.values, "path": deck}) from error
        files.save(out, path, deck)
    return made


def _plan(audit: Audit, *, comments: bool, order: bool, traces: frozenset[Trace]) -> Plan:
    plain = tuple(range(1, len(audit.deck.slides) + 1))
    now = dt.datetime.now(dt.UTC)
    return Plan(
        slides=(order and audit.order.slides) or plain,
        moved=tuple(move.slide for move in audit.order.moves) if order else (),
        appendix=audit.order.appendix if order else (),
        remarks=remarks(audit, moved=order) if comments else (),
        section=text("copy.appendix"),
        author=text("copy.author"),
        initials=text("copy.initials"),
        date=_told(now.astimezone()),
        utc=_told(now),
        clean=traces,
    )


def _told(now: dt.datetime) -> str:
    return now.replace(tzinfo=None).isoformat(timespec="milliseconds")
