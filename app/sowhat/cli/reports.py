"""What is drawn from an audit for a command: the PDF report, and the web page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sowhat.cli import page
from sowhat.model import Audit, Comparison, Readiness
from sowhat.settings import ReportOptions
from sowhat.worker import Worker

Progress = Callable[[str, int, int], None]
WHOLE = ReportOptions()


class Wanted(NamedTuple):
    """Where a report goes, the deck's password, and what is in it beside the audit."""

    output: Path
    password: str | None
    shown: ReportOptions = WHOLE
    changes: Comparison | None = None
    check: Readiness | None = None


def write(found: Audit, wanted: Wanted, worker: Worker, told: Progress) -> None:
    """Write the report; raises ``OutputError``."""
    from sowhat.export import report

    report.write(
        found,
        wanted.output,
        worker,
        partial(told, "report"),
        options=wanted.shown,
        changes=wanted.changes,
        check=wanted.check,
        password=wanted.password,
    )


def page_of(
    found: Audit, worker: Worker, password: str | None, check: Readiness | None = None
) -> str:
    """Return the audit as a web page, a check before all where there is one."""
    from sowhat.export import html

    with page.progress() as told:
        return html.made(found, worker, partial(told, "pages"), password, check)
