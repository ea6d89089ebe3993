"""What a cleaned copy no longer holds, as a page in the terminal and as JSON."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from sowhat.cli.page import DIM, render, section
from sowhat.export.copy import Made, Removed, Trace
from sowhat.texts import text

SCHEMA = "sowhat.clean/1"
LONGEST = 90  # characters of one line
MOST = 12  # lines of one kind; the JSON has all


def traces(kept: frozenset[Trace]) -> frozenset[Trace]:
    """Return what is to go where ``kept`` is to stay."""
    return frozenset(Trace) - kept


def told(made: Made, given: argparse.Namespace, *, color: bool) -> str:
    """Return what was removed in the form that was asked for."""
    if given.format == "json":
        return _json(made, given)
    return render(Group(*_parts(made, given.keep)), color=color)


def _json(made: Made, given: argparse.Namespace) -> str:
    value = {
        "schema": SCHEMA,
        "deck": str(given.deck),
        "copy": str(given.output),
        "kept": sorted(given.keep),
        "removed": [
            {"kind": one.trace, "slide": one.slide, "text": one.text} for one in made.removed
        ],
        "notes": [text(f"copy.notes.{note}") for note in made.notes],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _parts(made: Made, kept: frozenset[Trace]) -> Iterator[RenderableType]:
    yield Text()
    yield Text(text("copy.removed", n=len(made.removed)).capitalize(), style="bold")
    for trace in Trace:
        found = [one for one in made.removed if one.trace is trace]
        if found:
            yield from section(f"copy.traces.{trace}", _lines(found))
    if kept:
        names = ", ".join(text(f"copy.traces.{trace}").lower() for trace in Trace if trace in kept)
        yield Text()
        yield Text(text("copy.kept", names=names), style=DIM)
    yield Text()


def _lines(found: Sequence[Removed]) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", style=DIM)
    for one in found[:MOST]:
        grid.add_row("" if one.slide is None else str(one.slide), Text(_line(one)))
    if len(found) > MOST:
        grid.add_row("", Text(text("copy.more", n=len(found) - MOST), style=DIM))
    return grid


def _line(one: Removed) -> str:
    """Return what was removed on one line; what said nothing is told by that."""
    words = " ".join(one.text.split()) or text("copy.wordless")
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
