"""A comparison of two decks as a page in the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sowhat import compare
from sowhat.cli.page import DIM, render, section, shape_of, style_of
from sowhat.model import Comparison, Fate, Verdict
from sowhat.texts import text

SIGNS = {Fate.RESOLVED: "✓", Fate.NEW: "+", Fate.REMAINS: "·"}


def text_of(comparison: Comparison, *, color: bool) -> str:
    """Return the comparison as text for a terminal, with colours where ``color``."""
    return render(Group(*_parts(comparison)), color=color)


def _parts(comparison: Comparison) -> Iterator[RenderableType]:
    old, new = compare.names(comparison)
    yield Text()
    yield Text(text("compare.versions", old=old, new=new), style="bold")
    yield Text()
    yield Padding(Text(comparison.sentence, style="bold"), (0, 2))
    yield Padding(Text(compare.counted(comparison), style=DIM), (0, 2))
    yield from section("compare.numbers", _figures(comparison))
    yield from section("compare.findings-heading", _findings(comparison))
    yield from section("compare.advice-heading", _advice(comparison))
    yield from section("compare.slides-heading", _slides(compare.slides(comparison)))
    yield from section("compare.gone-heading", _slides(compare.gone(comparison)))
    yield Text()


def _figures(comparison: Comparison) -> Table:
    grid = Table.grid(padding=(0, 2))
    heads = (text(f"compare.{key}") for key in ("before", "after"))
    grid.add_row("", *(Text(head, style=DIM) for head in heads))
    for row in compare.figures(comparison):
        grid.add_row(row.name, row.before, Text(row.after, style=DIM if row.same else "bold"))
    return grid


def _findings(comparison: Comparison) -> Group | None:
    found = (item for fate in Fate for item in comparison.of("finding", fate))
    lines = [_line(item.fate, Text(item.message).append(f" ({item.id})", DIM)) for item in found]
    return Group(*lines) if lines else None


def _advice(comparison: Comparison) -> Group | None:
    told = {fate: compare.advised(comparison, fate) for fate in Fate}
    lines = [_line(fate, Text(said)) for fate, said in told.items() if said]
    return Group(*lines) if lines else None


def _line(fate: Fate, said: Text) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_row(SIGNS[fate], Text.assemble((text(f"compare.fates.{fate}"), "bold"), ": ", said))
    return grid


def _slides(rows: Sequence[compare.Row]) -> Table | None:
    if not rows:
        return None
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", style=DIM)
    for row in rows:
        told = Text.assemble(row.title, (f" · {row.told}", DIM))
        grid.add_row(str(row.new or row.old), _shapes(row.before, row.after), told)
    return grid


def _shapes(before: Verdict | None, after: Verdict | None) -> Text:
    """Return the verdict's sign, both with an arrow where it changed."""
    seen = [verdict for verdict in (before, after) if verdict is not None]
    if len({shape_of(verdict) for verdict in seen}) == 1:
        seen = seen[-1:]
    parts = [Text(shape_of(verdict), style=style_of(verdict)) for verdict in seen]
    return Text(" → ").join(parts)
