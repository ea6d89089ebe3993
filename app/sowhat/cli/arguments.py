"""What may stand on the command line."""

from __future__ import annotations

import argparse
import contextlib
import getpass
import sys
from pathlib import Path
from typing import NoReturn, TextIO

import sowhat
from sowhat.decisions import Given
from sowhat.decisions import read as read_decisions
from sowhat.export.copy import Trace
from sowhat.model import MachineDraft, Motif, Purpose
from sowhat.settings import AuditOptions, Paper
from sowhat.texts import text

FORMATS = ("text", "json", "csv", "sarif", "html", "md")
TOLD = ("text", "json")  # forms of what a cleaned copy no longer holds
COMPARED = ("text", "json", "html", "pdf")  # forms of a comparison
CHECKED = ("text", "json", "md", "html", "pdf")  # forms of a check
STOPS = ("stop", "look", "never")
ASK = "-"  # in place of a file: the terminal, or what is piped in


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Say what was wrong in one line and leave with 2."""
        self.exit(2, f"sowhat: {message}. {text('cli.try-help')}\n")


def parser() -> argparse.ArgumentParser:
    """Return the parser of the commands."""
    top = _Parser(prog="sowhat", description=text("cli.description"), epilog=text("cli.epilog"))
    top.add_argument("--version", action="version", version=f"sowhat {sowhat.__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    audit = commands.add_parser("audit", help=text("cli.audit"))
    audit.add_argument("decks", nargs="+", type=Path, metavar="DECK")
    audit.add_argument("--format", choices=FORMATS, default="text", help=text("cli.format"))
    audit.add_argument("-o", "--output", type=Path, metavar="FILE", help=text("cli.output"))
    _options(audit)

    report = commands.add_parser("report", help=text("cli.report"))
    report.add_argument("deck", type=Path, metavar="DECK")
    report.add_argument("-o", "--output", type=Path, metavar="R.pdf", required=True)
    report.add_argument("--findings-only", action="store_true", help=text("cli.findings-only"))
    papers = [paper.value for paper in Paper]
    report.add_argument("--paper", choices=papers, default=papers[0], help=text("cli.paper"))
    report.add_argument("--check", action="store_true", help=text("cli.report-check"))
    _knowing(report)
    _options(report)

    copy = commands.add_parser("copy", help=text("cli.copy"))
    copy.add_argument("deck", type=Path, metavar="DECK")
    copy.add_argument("-o", "--output", type=Path, metavar="NEW", required=True)
    copy.add_argument("--comments", action="store_true", help=text("cli.copy-comments"))
    copy.add_argument("--order", action="store_true", help=text("cli.copy-order"))
    copy.add_argument("--clean", action="store_true", help=text("cli.copy-clean"))
    kinds = ", ".join(Trace)
    copy.add_argument(
        "--keep",
        type=_traces,
        metavar="KIND,…",
        default=frozenset(),
        help=text("cli.copy-keep", kinds=kinds),
    )
    copy.add_argument("--format", choices=TOLD, default="text", help=text("cli.copy-format"))
    _options(copy)

    compare = commands.add_parser("compare", help=text("cli.compare"))
    compare.add_argument("old", type=Path, metavar="OLD")
    compare.add_argument("new", type=Path, metavar="NEW")
    compare.add_argument("--format", choices=COMPARED, help=text("cli.compare-format"))
    compare.add_argument("-o", "--output", type=Path, metavar="FILE", help=text("cli.output"))
    _reading(compare)

    _checking(commands.add_parser("check", help=text("cli.check")))
    _drafting(commands.add_parser("draft", help=text("cli.draft")))

    explain = commands.add_parser("explain", help=text("cli.explain"))
    explain.add_argument("id", nargs="?", metavar="ID")

    sample = commands.add_parser("sample", help=text("cli.sample"))
    sample.add_argument(
        "-o", "--output", type=Path, metavar="R.pdf", help=text("cli.sample-output")
    )
    sample.add_argument("--no-window", action="store_true", help=text("cli.no-window"))
    return top


def _drafting(draft: argparse.ArgumentParser) -> None:
    draft.add_argument("deck", type=Path, metavar="DECK")
    draft.add_argument(
        "--slide", action="append", type=int, default=[], metavar="N", help=text("cli.draft-slide")
    )
    draft.add_argument("--endpoint", metavar="URL", help=text("cli.draft-endpoint"))
    draft.add_argument("--model", metavar="NAME", help=text("cli.draft-model"))
    flag = argparse.BooleanOptionalAction
    draft.add_argument("--mask", action=flag, default=None, help=text("cli.draft-mask"))
    draft.add_argument(
        "--mask-also", action="append", default=[], metavar="NAME", help=text("cli.draft-also")
    )
    draft.add_argument("--seconds", type=float, metavar="S", help=text("cli.draft-seconds"))
    draft.add_argument("--allow-http", action="store_true", help=text("cli.draft-http"))
    draft.add_argument("--system-proxy", action="store_true", help=text("cli.draft-proxy"))
    look = draft.add_mutually_exclusive_group()
    look.add_argument("--show", action="store_true", help=text("cli.draft-show"))
    look.add_argument("--yes", action="store_true", help=text("cli.draft-yes"))
    forms = ("text", "json")
    draft.add_argument("--format", choices=forms, default="text", help=text("cli.draft-format"))
    draft.add_argument("-o", "--output", type=Path, metavar="FILE", help=text("cli.output"))
    _reading(draft)


def _checking(check: argparse.ArgumentParser) -> None:
    check.add_argument("deck", type=Path, metavar="DECK")
    check.add_argument("--format", choices=CHECKED, help=text("cli.check-format"))
    check.add_argument("-o", "--output", type=Path, metavar="FILE", help=text("cli.output"))
    _knowing(check)
    check.add_argument("--fail-on", choices=STOPS, default=STOPS[0], help=text("cli.fail-on"))
    _options(check)


def _knowing(command: argparse.ArgumentParser) -> None:
    """Add what a check can be told beside names."""
    facts = command.add_mutually_exclusive_group()
    facts.add_argument("--facts", type=Path, metavar="FILE", help=text("cli.facts"))
    facts.add_argument("--no-facts", action="store_true", help=text("cli.no-facts"))
    command.add_argument("--master", type=Path, metavar="DECK", help=text("cli.master"))
    command.add_argument("--against", type=Path, metavar="FOLDER", help=text("cli.check-against"))


def window_parser() -> argparse.ArgumentParser:
    """Return the parser for opening the window: ``sowhat [DECK…]``."""
    window = _Parser(prog="sowhat", add_help=False)
    window.add_argument("decks", nargs="*", type=Path)
    _names(window)
    return window


def options(given: argparse.Namespace) -> AuditOptions:
    """Return the audit's options from parsed arguments; raises ``UsageError`` for decisions."""
    file = getattr(given, "decisions", None)
    none = () if getattr(given, "no_decisions", False) else None
    said = read_decisions(file) if file else Given()
    drafts = getattr(given, "drafts", None)
    return AuditOptions(
        vendor=tuple(given.vendor),
        customer=tuple(given.customer),
        products=tuple(given.product),
        purpose=Purpose(given.purpose) if given.purpose else None,
        pictures=not getattr(given, "no_pictures", False),
        ocr=not getattr(given, "no_ocr", False),
        libreoffice=getattr(given, "libreoffice", False),
        decisions=said.decisions if file else none,
        resolutions=said.resolutions,
        drafts=_drafts(drafts) if drafts else (),
        password=getattr(given, "password", None),
        rules=getattr(given, "rules", None),
        without=frozenset(getattr(given, "without", ())),
        threshold=getattr(given, "threshold", None),
    )


def read(given: argparse.Namespace) -> tuple[Path, ...]:
    """Return the files and folders beside the deck that are to be read: never to be replaced."""
    files = (getattr(given, name, None) for name in ("master", "against", "facts", *_WORD))
    return tuple(file for file in files if file is not None)


_WORD = ("decisions", "drafts")


def _drafts(file: Path) -> tuple[MachineDraft, ...]:
    from sowhat.drafting import load

    return load(file)


def _options(command: argparse.ArgumentParser) -> None:
    _reading(command)
    gates = command.add_argument_group(text("cli.gates"), text("cli.gates-help"))
    gates.add_argument("--max-vendor-share", type=_share, metavar="X")
    gates.add_argument("--require", type=_motifs, metavar="MOTIF,…", default=())
    gates.add_argument("--max-first-customer-slide", type=_number, metavar="N")


def _reading(command: argparse.ArgumentParser) -> None:
    _names(command)
    word = command.add_mutually_exclusive_group()
    word.add_argument("--decisions", type=Path, metavar="FILE", help=text("cli.decisions"))
    word.add_argument("--no-decisions", action="store_true", help=text("cli.no-decisions"))
    command.add_argument("--drafts", type=Path, metavar="FILE", help=text("cli.drafts"))
    command.add_argument(
        "--password-file",
        dest="password",
        type=_password,
        metavar="FILE",
        help=text("cli.password-file"),
    )
    command.add_argument("--no-pictures", action="store_true", help=text("cli.no-pictures"))
    command.add_argument("--no-ocr", action="store_true", help=text("cli.no-ocr"))
    command.add_argument("--rules", type=Path, metavar="FOLDER", help=text("cli.rules"))
    command.add_argument(
        "--without", type=_motifs, metavar="MOTIF,…", default=(), help=text("cli.without")
    )
    command.add_argument("--threshold", type=_share, metavar="X", help=text("cli.threshold"))
    command.add_argument("--libreoffice", action="store_true", help=text("cli.libreoffice"))


def _names(command: argparse.ArgumentParser) -> None:
    names = command.add_argument_group(text("cli.names"), text("cli.names-help"))
    for name in ("vendor", "product", "customer"):
        names.add_argument(f"--{name}", action="append", default=[], metavar="NAME")
    purposes = [purpose.value for purpose in Purpose]
    names.add_argument("--purpose", choices=purposes, metavar="PURPOSE", help=", ".join(purposes))


def _share(value: str) -> float:
    with contextlib.suppress(ValueError):
        if 0 <= (number := float(value)) <= 1:
            return number
    raise argparse.ArgumentTypeError(text("cli.share-range", value=value))


def _number(value: str) -> int:
    with contextlib.suppress(ValueError):
        if (number := int(value)) >= 1:
            return number
    raise argparse.ArgumentTypeError(text("cli.slide-range", value=value))


def _password(value: str) -> str:
    """Return the first line of a file, or what is typed; never an argument, which others see."""
    if value == ASK:
        return (
            getpass.getpass(f"{text('cli.password')} ") if sys.stdin.isatty() else _line(sys.stdin)
        )
    try:
        with Path(value).open(encoding="utf-8-sig") as file:
            return _line(file)
    except (OSError, UnicodeError) as error:
        message = text("cli.no-password-file", value=value)
        raise argparse.ArgumentTypeError(message) from error


def _line(file: TextIO) -> str:
    return file.readline().rstrip("\r\n")


def _traces(value: str) -> frozenset[Trace]:
    try:
        return frozenset(Trace(part.strip()) for part in value.split(",") if part.strip())
    except ValueError as error:
        said = text("cli.unknown-trace", value=value, kinds=", ".join(Trace))
        raise argparse.ArgumentTypeError(said) from error


def _motifs(value: str) -> tuple[Motif, ...]:
    try:
        return tuple(Motif(part.strip()) for part in value.split(",") if part.strip())
    except ValueError as error:
        raise argparse.ArgumentTypeError(text("cli.unknown-motif", value=value)) from error
