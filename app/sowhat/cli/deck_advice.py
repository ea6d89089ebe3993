"""What to do with the deck as a whole, in the terminal: order, slides to write, slides to cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from sowhat import measure
from sowhat.export.wording import move_words, order_facts, order_notes, place_words, short_headline
from sowhat.model import Audit, Order
from sowhat.texts import text

DIM = "dim"


def order(audit: Audit) -> Group:
    """Return the proposed order, what moves and why, and what it changes."""
    found = audit.order
    said, *notes = order_notes(found)
    lines: list[RenderableType] = [Text(said, style="bold" if found.changed else "")]
    if found.changed:
        lines.append(Text(text("cli.new-order", slides=_line(found.slides))))
        if found.appendix:
            said = text("cli.appendix", slides=measure.spread(found.appendix))
            lines.append(Text(said, style=DIM))
        lines.append(_moves(audit))
    lines += [*map(Text, notes), _facts(found)]
    return Group(*lines)


def missing(audit: Audit) -> Table | None:
    """Return a short brief for each slide that the deck lacks."""
    if not audit.missing:
        return None
    grid = _grid()
    for one in audit.missing:
        grid.add_row("•", Text.assemble((one.title, "bold"), (f" · {place_words(one)}", DIM)))
        grid.add_row("", Text(one.why))
        for line in one.lines:
            grid.add_row("", Text(f"– {line}"))
        grid.add_row("", Text(one.ask, style="italic"))
        grid.add_row("", Text(one.effect, style=DIM))
    return grid


def cuts(audit: Audit) -> Table | None:
    """Return what can be cut or merged, with the effect."""
    if not audit.cuts:
        return None
    grid = _grid()
    for one in audit.cuts:
        grid.add_row("•", Text(one.why))
        grid.add_row("", Text(one.effect, style=DIM))
    return grid


def _line(slides: Sequence[int]) -> str:
    """Return the numbers in their new order, runs of three or more drawn together."""
    runs: list[list[int]] = []
    for number in slides:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(part for run in runs for part in _run(run))


def _run(run: Sequence[int]) -> Iterator[str]:
    if len(run) > 2:
        yield text("words.range", first=run[0], last=run[-1])
    else:
        yield from map(str, run)


def _moves(audit: Audit) -> Table:
    grid = _grid()
    for move in audit.order.moves:
        said, slide = move_words(audit.order, move), audit.deck.slides[move.slide - 1]
        grid.add_row("•", Text.assemble((said, "bold"), f" · {short_headline(slide)}"))
        grid.add_row("", Text(move.why, style=DIM))
    return grid


def _facts(found: Order) -> Table:
    """Return what the order decides, as it is and as it would be; the share is not among it."""
    table = Table.grid(padding=(0, 2))
    heads = ("", text("cli.now"), text("cli.then")) if found.changed else ("", "")
    table.add_row(*(Text(head, style=DIM) for head in heads))
    for name, old, new in order_facts(found):
        table.add_row(name, *((old, new) if found.changed else (old,)))
    return table


def _grid() -> Table:
    return Table.grid(padding=(0, 1))
