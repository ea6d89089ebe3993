"""The commands: each calls the one engine and says how it went by its exit code."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Protocol

from sowhat.cli import arguments, compared, page
from sowhat.cli.gates import failures
from sowhat.errors import OutputError, SowhatError, UsageError
from sowhat.export import comparison, contract, files
from sowhat.model import Audit, Comparison
from sowhat.paths import resources
from sowhat.settings import AuditOptions
from sowhat.texts import error_text, text
from sowhat.worker import Worker

DONE, GATE, WRONG, UNREAD, UNWRITTEN = 0, 1, 2, 3, 4
Progress = Callable[[str, int, int], None]
SAMPLES = ("vendor-pitch.pptx", "customer-story.pptx")


class Window(Protocol):
    """The window as the command line sees it; passed in, for this layer knows no Qt."""

    def run(self, path: Path | None, options: AuditOptions) -> int:
        """Open the window and return its exit code."""

    def obstacle(self) -> str | None:
        """Say what is in the way of a window, None where nothing is."""


def main(argv: list[str], window: Window) -> int:
    """Run the program with ``argv`` and return its exit code (see README)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        if argv and (argv[0] in arguments.COMMANDS or argv[0] in ("-h", "--help", "--version")):
            given = arguments.parser().parse_args(argv)
            if given.command == "sample":
                return _sample(given, window)
            return int(_COMMANDS[given.command](given))
        given, unknown = arguments.window_parser().parse_known_args(argv)
        if unknown:
            raise UsageError("unknown-argument", detail=unknown[0])
        return window.run(given.deck, arguments.options(given))
    except SowhatError as error:
        return _complain(error)
    except KeyboardInterrupt:
        return 130


def _audit(given: argparse.Namespace) -> int:
    from sowhat.engine import audit

    options = arguments.options(given)
    codes: set[int] = set()
    parts: list[str] = []
    for path in given.decks:
        try:
            with page.progress() as told:
                found = audit(path, options, told)
        except SowhatError as error:
            codes.add(_complain(error))
            continue
        codes.add(_gate(found, given))
        parts.append(_formatted(found, given, alone=len(given.decks) == 1))
    if given.output and parts:
        codes.add(_write(given.output, "".join(parts), given.decks))
    elif not given.output:
        codes.add(_print("".join(parts)))
    return _worst(codes)


def _formatted(found: Audit, given: argparse.Namespace, *, alone: bool) -> str:
    if given.format == "json":
        return contract.as_json(found, indent=2 if alone else None) + "\n"
    return page.text_of(found, color=not given.output and sys.stdout.isatty())


def _write(path: Path, data: str, decks: Iterable[Path]) -> int:
    try:
        for deck in decks:
            files.check(path, str(deck))
        files.save(data.encode(), path, str(next(iter(decks))))
    except OutputError as error:
        return _complain(error)
    return DONE


def _report(given: argparse.Namespace) -> int:
    files.check(given.output, str(given.deck))
    found = _write_report(given.deck, given.output, arguments.options(given))
    return _gate(found, given)


def _write_report(deck: Path, output: Path, options: AuditOptions) -> Audit:
    from sowhat.engine import audit
    from sowhat.export import report

    with Worker() as worker, page.progress() as told:
        found = audit(deck, options, told, worker)
        report.write(found, output, worker, lambda done, total: told("report", done, total))
    _tell(text("cli.report-written", path=output))
    return found


def _copy(given: argparse.Namespace) -> int:
    from sowhat.engine import audit
    from sowhat.export import copy
    from sowhat.read import kind_of

    wanted = {"comments": given.comments, "order": given.order}
    if not any(wanted.values()):
        raise UsageError("no-change")
    copy.check(given.output, given.deck, kind_of(given.deck), comments=given.comments)
    with Worker() as worker, page.progress() as told:
        found = audit(given.deck, arguments.options(given), told, worker)
        made = copy.write(found, given.output, worker, **wanted)
    said = [text("copy.comments", n=made.comments)] if given.comments else []
    if given.order:
        moves = len(found.order.moves)
        said.append(text("copy.moves", n=moves) if moves else text("copy.moves.none"))
    _tell(text("cli.copy-written", path=given.output, what=", ".join(said)))
    for note in made.notes:
        _tell(text(f"copy.notes.{note}"))
    return _gate(found, given)


def _compare(given: argparse.Namespace) -> int:
    from sowhat.engine import compare

    form, decks = _form(given), (given.old, given.new)
    for deck in decks if given.output else ():
        files.check(given.output, str(deck))
    with Worker() as worker, page.progress() as told:
        found = compare(*decks, arguments.options(given), told, worker)
        if form == "pdf":
            return _write_compared(found, given.output, worker, told)
    if form == "text":
        said = compared.text_of(found, color=not given.output and sys.stdout.isatty())
    else:
        said = comparison.FORMS[form](found)
    return _write(given.output, said, decks) if given.output else _print(said)


def _write_compared(found: Comparison, output: Path, worker: Worker, told: Progress) -> int:
    from sowhat.export import report

    step = partial(told, "report")
    report.write(found.new, output, worker, step, changes=found)
    _tell(text("cli.report-written", path=output))
    return DONE


def _form(given: argparse.Namespace) -> str:
    """Return the form that is asked for, else the one that the file's name tells."""
    named = given.output.suffix.lower().lstrip(".") if given.output else ""
    form = given.format or (named if named in arguments.COMPARED else "text")
    if form == "pdf" and not given.output:
        raise UsageError("needs-output", detail="--format pdf")
    return str(form)


def _explain(given: argparse.Namespace) -> int:
    return _print(page.rules() if given.id is None else page.rule(given.id))


def _sample(given: argparse.Namespace, window: Window) -> int:
    deck = resources() / "samples" / SAMPLES[0]
    output = given.output or Path(tempfile.gettempdir()) / "sowhat-sample-report.pdf"
    files.check(output, str(deck))
    found = _write_report(deck, output, AuditOptions())
    printed = _print(page.text_of(found, color=sys.stdout.isatty()))
    if given.no_window:
        return printed
    if (obstacle := window.obstacle()) is not None:
        _tell(text("cli.sample-no-window", detail=obstacle))
        return DONE
    return window.run(deck, AuditOptions())


def _gate(found: Audit, given: argparse.Namespace) -> int:
    missed = list(
        failures(found, given.max_vendor_share, given.require, given.max_first_customer_slide)
    )
    for sentence in missed:
        _tell(f"{found.deck.path}: {sentence}")
    return GATE if missed else DONE


def _complain(error: SowhatError) -> int:
    _tell(f"sowhat: {error_text(error)}")
    return error.exit_code


def _print(result: str) -> int:
    try:
        sys.stdout.write(result)
        sys.stdout.flush()
    except OSError as error:
        # What is left in the buffer must not fail once more when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            return DONE  # the reader went away: nothing to say
        detail = (error.strerror or type(error).__name__).lower()
        return _complain(OutputError("cannot-write", path=text("cli.stdout"), detail=detail))
    return DONE


def _tell(sentence: str) -> None:
    sys.stderr.write(page.printable(sentence) + "\n")


def _worst(codes: set[int]) -> int:
    return next((code for code in (UNREAD, UNWRITTEN, GATE, WRONG) if code in codes), DONE)


_COMMANDS = {
    "audit": _audit,
    "report": _report,
    "copy": _copy,
    "compare": _compare,
    "explain": _explain,
}
