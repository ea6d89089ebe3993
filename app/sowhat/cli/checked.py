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
from sowhat.measure import spread
from sowhat.model import Fact, Readiness, Ready
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


def fails(ready: Ready, on: str) -> bool:
    """Say whether a deck's readiness fails the check: at "stop", "look" or never."""
    return on in (Ready.STOP, Ready.LOOK) and ready in (Ready.STOP, on)


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
    yield from section("check.about", _told(said.about(found)))
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
        grid.add_row(said.slides(line), words)
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
