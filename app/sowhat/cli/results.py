"""The results of an audit command: all decks' audits in the form that was asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import sowhat
from sowhat.cli import page
from sowhat.errors import SowhatError
from sowhat.export import contract, markdown, sarif, table
from sowhat.model import Audit

RULE = "\n---\n\n"  # between the decks of a Markdown page
INDEX = "index.html"


@dataclass(slots=True)
class Audited:
    """The audits of one call in order, and the decks that could not be read, with the reason."""

    audits: list[Audit] = field(default_factory=list)
    unread: dict[Path, SowhatError] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Style:
    """Where a result goes: ``alone`` is the only deck's, ``file`` is no terminal's."""

    color: bool = False
    alone: bool = True
    file: bool = False


def as_text(done: Audited, form: str, style: Style) -> str:
    """Return the audits as text, json, csv, sarif or md.

    JSON is an object a line where there are several decks, CSV one table, SARIF one run.
    """
    if form == "csv":
        return (table.MARK if style.file else "") + table.as_csv(done.audits)
    if form == "sarif":
        return sarif.as_sarif(done.audits, sowhat.__version__, done.unread)
    if form == "md":
        return RULE.join(map(markdown.as_markdown, done.audits))
    if form == "json":
        indent = 2 if style.alone else None
        return "".join(contract.as_json(one, indent=indent) + "\n" for one in done.audits)
    return "".join(page.text_of(one, color=style.color) for one in done.audits)


def page_names(decks: Sequence[Path]) -> Iterable[str]:
    """Yield a file's name for each deck's HTML page, none of them twice."""
    given: set[str] = {INDEX}
    for deck in decks:
        name, count = f"{deck.name}.html", 1
        while name.casefold() in given:
            count += 1
            name = f"{deck.name}-{count}.html"
        given.add(name.casefold())
        yield name
