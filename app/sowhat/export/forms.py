"""All forms that an audit can be written in, and the copy with comments, behind one function."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sowhat.export import contract, copy, files, html, markdown, readiness, report, sarif, table
from sowhat.export.wanted import Form, Wanted
from sowhat.model import Audit, DeckKind, Readiness
from sowhat.worker import Progress, Worker

_TEXTS: dict[Form, Callable[[Audit], str]] = {
    Form.TABLE: lambda audit: table.MARK + table.as_csv([audit]),
    Form.MARKDOWN: markdown.as_markdown,
    Form.JSON: lambda audit: contract.as_json(audit, indent=2) + "\n",
    Form.SARIF: lambda audit: sarif.as_sarif([audit], audit.version, {}),
}

_CHECKS: dict[Form, Callable[[Readiness], str]] = {
    Form.MARKDOWN: markdown.check_as_markdown,
    Form.JSON: readiness.as_json,
}


def write(
    audit: Audit,
    wanted: Wanted,
    path: Path,
    worker: Worker,
    progress: Progress,
    password: str | None = None,
) -> None:
    """Write the audit to ``path`` as wanted, whole or not at all.

    ``progress`` hears of slides drawn, for report and page; ``password`` opens an encrypted deck
    for them. A copy has comments where the deck is
    a PowerPoint's. Raises ``OutputError``, and for a copy what ``copy.write`` does.
    """
    form, check = wanted.form, wanted.check
    if form is Form.REPORT:
        report.write(
            audit,
            path,
            worker,
            progress,
            options=wanted.report,
            check=check,
            password=password,
        )
    elif form is Form.COPY:
        comments = audit.deck.kind is not DeckKind.PDF
        copy.write(audit, path, worker, comments=comments, order=wanted.order)
    else:
        files.check(path, audit.deck.path)
        if form is Form.PAGE:
            made = html.made(audit, worker, progress, password, check)
        else:
            made = _TEXTS[form](audit) if check is None else _CHECKS[form](check)
        files.save(made.encode(), path, audit.deck.path)
