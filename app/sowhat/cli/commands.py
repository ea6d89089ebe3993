"""The commands: each calls the one engine and says how it went by its exit code."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from sowhat.cli import arguments, checked, cleaned, compared, page, reports, results, wish
from sowhat.cli.ending import complain, printable, tell, where
from sowhat.cli.gates import outcomes
from sowhat.cli.window import Window
from sowhat.errors import OutputError, SowhatError, UsageError
from sowhat.export import comparison, files
from sowhat.export.copy import Made
from sowhat.model import Audit, Readiness
from sowhat.paths import resources
from sowhat.settings import AuditOptions, CheckOptions, Paper, ReportOptions
from sowhat.texts import named, text
from sowhat.worker import Worker

DONE, GATE, WRONG, UNREAD, UNWRITTEN = 0, 1, 2, 3, 4
Progress = Callable[[str, int, int], None]
SAMPLES = ("vendor-pitch.pptx", "customer-story.pptx")


def run(argv: list[str], window: Window) -> int:
    """Run the command in ``argv``, or the window with the decks in it; return the exit code."""
    if wish.command(argv):
        given = arguments.parser().parse_args(argv)
        if given.command == "sample":
            return _sample(given, window)
        if getattr(given, "output", None) is not None:
            files.spare(given.output, arguments.read(given))
        return _COMMANDS[given.command](given)
    given, unknown = arguments.window_parser().parse_known_intermixed_args(argv)
    if unknown:
        raise UsageError("unknown-argument", detail=unknown[0])
    return window.run(given.decks, arguments.options(given))


def _audit(given: argparse.Namespace) -> int:
    if given.format == "html":
        return _pages(given)
    done = results.Audited()
    for _ in _audited(given, done):
        pass
    codes = _codes(given, done)
    if done.audits or given.format == "sarif":
        alone, file = len(given.decks) == 1, given.output is not None
        style = results.Style(color=not file and sys.stdout.isatty(), alone=alone, file=file)
        codes.add(_put(given, results.as_text(done, given.format, style)))
    return _worst(codes)


def _audited(
    given: argparse.Namespace, done: results.Audited
) -> Iterator[tuple[int, Audit, Worker]]:
    """Audit the decks one by one into ``done``; yield each with its place and its worker.

    What cannot be read is told and does not stop the others.
    """
    from sowhat.engine import audit

    options = arguments.options(given)
    for place, path in enumerate(given.decks):
        try:
            with Worker() as worker:
                with page.progress() as told:
                    found = audit(path, options, told, worker)
                done.audits.append(found)
                yield place, found, worker
        except SowhatError as error:
            done.unread[path] = error
            complain(error)
        except Exception as error:  # a mistake of ours costs this deck only, too
            fault = SowhatError("fault-deck", path=str(path), detail=where(error))
            done.unread[path] = fault
            complain(fault)


def _codes(given: argparse.Namespace, done: results.Audited) -> set[int]:
    codes = {error.exit_code for error in done.unread.values()}
    return codes | {_gate(found, given) for found in done.audits}


def _put(given: argparse.Namespace, result: str) -> int:
    """Write the result to the file that was named, else to the terminal."""
    if given.output is None:
        return _print(result)
    return _write(given.output, result, given.decks)


def _pages(given: argparse.Namespace) -> int:
    """Make a page of HTML; of several decks a folder with a page each and one that leads there."""
    several = len(given.decks) > 1
    if several and given.output is None:
        raise UsageError("needs-folder")
    if several:
        files.folder(given.output)
    names = list(results.page_names(given.decks))
    done, written, pages = results.Audited(), set(), []
    for place, found, worker in _audited(given, done):
        made = reports.page_of(found, worker, given.password)
        pages.append((found, names[place]))
        target = given.output / names[place] if several else given.output
        written.add(_print(made) if target is None else _write(target, made, given.decks))
    if several:
        from sowhat.export.html import as_index

        index = as_index(pages, done.unread)
        written.add(_write(given.output / results.INDEX, index, given.decks))
    return _worst(_codes(given, done) | written)


def _write(path: Path, data: str, decks: Iterable[Path]) -> int:
    try:
        for deck in decks:
            files.check(path, str(deck))
        files.save(data.encode(), path, str(next(iter(decks))))
    except OutputError as error:
        return complain(error)
    return DONE


def _report(given: argparse.Namespace) -> int:
    files.check(given.output, str(given.deck))
    shown = ReportOptions(given.findings_only, Paper(given.paper))
    asked = checked.asked(given) if checked.wanted(given) else None
    found = _write_report(given.deck, given.output, arguments.options(given), shown, asked)
    return _gate(found, given)


def _write_report(
    deck: Path,
    output: Path,
    options: AuditOptions,
    shown: ReportOptions | None = None,
    asked: CheckOptions | None = None,
) -> Audit:
    """Write the report of a deck, a check before all where one is ``asked`` for."""
    from sowhat import engine

    with Worker() as worker, page.progress() as told:
        ready = engine.check(deck, options, asked, told, worker) if asked else None
        found = ready.audit if ready else engine.audit(deck, options, told, worker)
        written = reports.Wanted(output, options.password, shown or ReportOptions(), check=ready)
        _put_report(found, written, worker, told)
    return found


def _put_report(found: Audit, wanted: reports.Wanted, worker: Worker, told: Progress) -> None:
    reports.write(found, wanted, worker, told)
    tell(text("cli.report-written", path=wanted.output))


def _copy(given: argparse.Namespace) -> int:
    from sowhat.export import copy
    from sowhat.read import kind_of

    changed = given.comments or given.order
    if not changed and not given.clean:
        raise UsageError("no-change")
    kind = kind_of(given.deck, given.password)
    copy.check(given.output, given.deck, kind, comments=given.comments, cleaned=given.clean)
    if not changed and not _gated(given):
        return _cleaned(given)
    return _advised(given)


def _cleaned(given: argparse.Namespace) -> int:
    """Make a cleaned copy, for which nothing has to be judged."""
    from sowhat.export import copy

    traces = cleaned.traces(given.keep)
    with Worker() as worker:
        made = copy.clean(given.deck, given.output, worker, traces)
    _tell_copied(given, made, [])
    return _print(cleaned.told(made, given, color=sys.stdout.isatty()))


def _advised(given: argparse.Namespace) -> int:
    """Make a copy with what an audit says, cleaned where that is asked for."""
    from sowhat.engine import audit
    from sowhat.export import copy

    wanted = {"comments": given.comments, "order": given.order}
    traces = cleaned.traces(given.keep) if given.clean else frozenset()
    with Worker() as worker, page.progress() as told:
        found = audit(given.deck, arguments.options(given), told, worker)
        made = copy.write(found, given.output, worker, **wanted, traces=traces)
    said = [text("copy.comments", n=made.comments)] if given.comments else []
    if given.order:
        moves = len(found.order.moves)
        said.append(text("copy.moves", n=moves) if moves else text("copy.moves.none"))
    _tell_copied(given, made, said)
    if given.order and not found.order.changed:
        tell(text(f"advise.order-notes.{found.order.note}"))
    if given.clean:
        _print(cleaned.told(made, given, color=sys.stdout.isatty()))
    return _gate(found, given)


def _tell_copied(given: argparse.Namespace, made: Made, said: list[str]) -> None:
    if given.clean:
        said = [*said, text("copy.removed", n=len(made.removed))]
    tell(text("cli.copy-written", path=given.output, what=", ".join(said)))
    for note in made.notes:
        tell(text(f"copy.notes.{note}"))


def _compare(given: argparse.Namespace) -> int:
    from sowhat.engine import compare

    form, decks = _form(given, arguments.COMPARED), (given.old, given.new)
    for deck in decks if given.output else ():
        files.check(given.output, str(deck))
    with Worker() as worker, page.progress() as told:
        found = compare(*decks, arguments.options(given), told, worker)
        if form == "pdf":
            password = arguments.options(given).password
            _put_report(
                found.new, reports.Wanted(given.output, password, changes=found), worker, told
            )
            return DONE
    if form == "text":
        said = compared.text_of(found, color=not given.output and sys.stdout.isatty())
    else:
        said = comparison.FORMS[form](found)
    return _write(given.output, said, decks) if given.output else _print(said)


def _check(given: argparse.Namespace) -> int:
    from sowhat.engine import check

    form, options = _form(given, arguments.CHECKED), arguments.options(given)
    if given.output:
        files.check(given.output, str(given.deck))
    with Worker() as worker, page.progress() as told:
        found = check(given.deck, options, checked.asked(given), told, worker)
        written = _put_check(given, form, found, (worker, told, options.password))
    gate = GATE if checked.fails(found.ready, given.fail_on) else DONE
    return _worst({written, gate, _gate(found.audit, given)})


def _put_check(
    given: argparse.Namespace,
    form: str,
    found: Readiness,
    by: tuple[Worker, Progress, str | None],
) -> int:
    """Write a check in its form; for pages slides are drawn ``by`` worker, progress, password."""
    worker, told, password = by
    if form == "pdf":
        _put_report(found.audit, reports.Wanted(given.output, password, check=found), worker, told)
        return DONE
    if form == "html":
        said = reports.page_of(found.audit, worker, password, found)
    else:
        color = not given.output and sys.stdout.isatty()
        said = checked.as_text(found, form, color=color)
    return _write(given.output, said, [given.deck]) if given.output else _print(said)


def _form(given: argparse.Namespace, forms: Iterable[str]) -> str:
    """Return the form that is asked for, else the one that the file's name tells."""
    named = given.output.suffix.lower().lstrip(".") if given.output else ""
    form = given.format or (named if named in forms else "text")
    if form == "pdf" and not given.output:
        raise UsageError("needs-output", detail="--format pdf")
    return str(form)


def _draft(given: argparse.Namespace) -> int:
    from sowhat import drafting as asked_of
    from sowhat.cli import drafting

    if given.output:
        files.check(given.output, str(given.deck))
    chosen = drafting.endpoint(given)
    found = drafting.audited(given.deck, arguments.options(given))
    requests = drafting.requests(found, given, chosen)
    if not requests:
        tell(text("cli.draft-none"))
        return DONE
    if given.show:
        return _print(printable(drafting.shown(requests, chosen)))
    if not given.yes and not drafting.consent(requests[0], chosen, tell):
        tell(text("cli.draft-not-sent"))
        return DONE
    done = list(drafting.drafted(requests, found, chosen))
    if given.format == "json":
        said = asked_of.encode(found, chosen, done).decode()
    else:
        said = drafting.as_text(found, done, color=not given.output and sys.stdout.isatty())
    written = _write(given.output, said, [given.deck]) if given.output else _print(said)
    for one in done:
        if one.problem and (given.output or given.format == "json"):
            tell(drafting.why(one))
    return written or drafting.exit_code(done)


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
        tell(text("cli.sample-no-window", detail=obstacle))
        return DONE
    return window.run([deck], AuditOptions())


def _gated(given: argparse.Namespace) -> bool:
    """Say whether any gate is set."""
    limits = given.max_vendor_share, given.max_first_customer_slide
    return bool(given.require) or any(limit is not None for limit in limits)


def _gate(found: Audit, given: argparse.Namespace) -> int:
    limits = given.max_vendor_share, given.require, given.max_first_customer_slide
    said = list(outcomes(found, *limits))
    for one in said:
        tell(f"{named(found.deck.path)}: {one.sentence}")
    return DONE if all(one.met for one in said) else GATE


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
        return complain(OutputError("cannot-write", path=text("cli.stdout"), detail=detail))
    return DONE


def _worst(codes: set[int]) -> int:
    return next((code for code in (UNREAD, UNWRITTEN, GATE, WRONG) if code in codes), DONE)


_COMMANDS = {
    "audit": _audit,
    "report": _report,
    "copy": _copy,
    "compare": _compare,
    "check": _check,
    "draft": _draft,
    "explain": _explain,
}
