"""A check of a deck for one customer: the command, and its page in the terminal."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sowhat import customers
from sowhat.cli.page import DIM, render, section, titled
from sowhat.export import check_wording as said
from sowhat.export import markdown, readiness
from sowhat.measure import spread
from sowhat.model import Fact, Readiness, Ready
from sowhat.settings import CheckOptions
from sowhat.texts import gap_text, text

WIDEST = 12  # characters of slide numbers in a line


def facts_of(given: argparse.Namespace) -> tuple[Fact, ...]:
    """Return what is known of the customer: from the file, which is kept for them, else what was
    kept. Raises ``UsageError`` facts and ``OutputError``."""
    name = given.customer[0] if given.customer else None
    if given.facts is not None:
        facts = customers.load(given.facts)
        if name is not None:
            customers.keep(name, facts)
        return facts
    return () if name is None or given.no_facts else customers.kept(name)


def asked(given: argparse.Namespace) -> CheckOptions:
    """Return what a check is to know; raises as ``facts_of`` does."""
    return CheckOptions(facts_of(given), given.master, given.against)


def wanted(given: argparse.Namespace) -> bool:
    """Say whether a report is to hold a check: asked for, or told what only a check uses."""
    told = given.facts or given.master or given.against
    return given.check or told is not None


def fails(ready: Ready, on: str) -> bool:
    """Say whether a deck's readiness fails the check: at "stop", "look" or never."""
    return on in (Ready.STOP, Ready.LOOK) and ready in (Ready.STOP, on)


def as_text(found: Readiness, form: str, *, color: bool) -> str:
    """Return the check in a form without pictures: text, JSON or Markdown."""
    if form == "json":
        return readiness.as_json(found)
    return markdown.check_as_markdown(found) if form == "md" else text_of(found, color=color)


def text_of(found: Readiness, *, color: bool) -> str:
    """Return the check as text for a terminal, with colours where ``color``."""
    return render(Group(*_parts(found)), color=color)


def _parts(found: Readiness) -> Iterator[RenderableType]:
    yield Text()
    yield Text(said.head(found))
    yield Text()
    word = f"{said.SIGNS[found.ready]} {text(f'check.{found.ready}')}"
    yield Padding(Text(word, style="bold reverse"), (0, 2))
    yield Padding(Text(found.sentence, style="bold"), (0, 2))
    for title, found_lines in said.groups(found):
        yield from titled(title, _lines(found_lines))
    if said.cleanable(found):
        yield Padding(Text(text("check.clean-command"), style=DIM), (0, 2))
    yield from section("check.about", _told([*said.about(found), *said.facts(found)]))
    yield from section("check.master", _told(said.master(found)))
    if found.audit.deck.gaps:
        lines = (Text(gap_text(gap)) for gap in found.audit.deck.gaps)
        yield from section("cli.gaps", Group(*lines))
    yield Text()


def _lines(lines: Sequence[said.Line]) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", style=DIM, max_width=WIDEST)
    for line in lines:
        words = Text(line.why)
        words.append(f"  {said.place(line)}", style=DIM)
        grid.add_row(spread(line.slides) or text("check.in-file"), words)
    return grid


def _told(rows: Sequence[said.Told]) -> Table | None:
    if not rows:
        return None
    grid = Table.grid(padding=(0, 1))
    for row in rows:
        words = Text(row.said)
        if len(row.slides) > 1:
            words.append(f"  {spread(row.slides)}", style=DIM)
        grid.add_row(Text(said.MARKS[row.good], style=DIM), words)
    return grid
