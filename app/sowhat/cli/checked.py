"""A check of a deck for one customer: the command, and its page in the terminal."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import PurePath

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sowhat import customers
from sowhat.cli.page import DIM, render, section
from sowhat.measure import percent
from sowhat.measure.wording import spread
from sowhat.model import Fact, Item, ItemKind, Origin, Readiness, Ready
from sowhat.texts import gap_text, text

SIGNS = {Ready.READY: "✓", Ready.LOOK: "?", Ready.STOP: "✗"}


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
    yield _head(found)
    yield Text()
    word = f"{SIGNS[found.ready]} {text(f'check.{found.ready}')}"
    yield Padding(Text(word, style="bold reverse"), (0, 2))
    yield Padding(Text(found.sentence, style="bold"), (0, 2))
    yield from section("check.first", _items([i for i in found.items if i.blocker]))
    rest = [item for item in found.items if not item.blocker]
    for kind in ItemKind:
        yield from section(f"check.kinds.{kind}", _items([i for i in rest if i.kind is kind]))
    yield from section("check.about", _about(found))
    yield from section("check.master", _master(found))
    if found.audit.deck.gaps:
        lines = (Text(gap_text(gap)) for gap in found.audit.deck.gaps)
        yield from section("cli.gaps", Group(*lines))
    yield Text()


def _head(found: Readiness) -> Text:
    name = PurePath(found.audit.deck.path.replace("\\", "/")).name
    party = found.customer.party
    if party.name is None:
        return Text(text("check.head-nobody", deck=name))
    who = text("check.found", name=party.name) if party.source is Origin.FOUND else party.name
    return Text(text("check.head", deck=name, name=who))


def _items(items: Sequence[Item]) -> Table | None:
    """Return the items in a table, those of one rule and slide that say the same only once."""
    if not items:
        return None
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", style=DIM)
    for (slide, where, why), several in groupby(items, key=lambda i: (i.slide, i.where, i.why)):
        count = len(list(several))
        place = text("check.in-file") if slide is None else str(slide)
        line = Text(why)
        line.append(f"  {text(f'check.where.{where}')}", style=DIM)
        if count > 1:
            line.append(f" {text('check.times', n=count)}", style=DIM)
        grid.add_row(place, line)
    return grid


def _about(found: Readiness) -> Table | None:
    if found.customer.party.name is None:
        return None
    about, name = found.about, found.customer.party.name
    rows = [
        text("check.named", name=name, n=len(about.named), slides=_slides(about.named)),
        text("check.titled", n=len(about.titled), slides=_slides(about.titled)),
        text("check.we", together=about.together, vendor=about.vendor),
    ]
    if found.customer.facts and (about.found or about.missing):
        n = len(about.found)
        rows.append(text("check.facts", n=n, all=n + len(about.missing)))
    grid = Table.grid()
    for row in rows:
        grid.add_row(row)
    return grid


def _master(found: Readiness) -> Table | None:
    changes = found.customising
    if changes is None:
        return None
    grid = Table.grid(padding=(0, 1))
    for key in ("real", "added", "swapped", "dropped", "required", "outdated"):
        slides = getattr(changes, key)
        if slides:
            grid.add_row(text(f"check.changes.{key}"), Text(spread(slides), style=DIM))
    if changes.share is not None:
        grid.add_row(text("check.changes.share"), Text(percent(changes.share), style=DIM))
    return grid


def _slides(numbers: Sequence[int]) -> str:
    return spread(numbers) if numbers else text("check.none")
