"""An audit as a page in the terminal."""

from __future__ import annotations

import contextlib
import io
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import cache

from rich.console import Console, Group, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.progress import BarColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from sowhat import measure
from sowhat.cli import deck_advice
from sowhat.cli.ending import printable
from sowhat.errors import UsageError
from sowhat.explain import explain, explanations
from sowhat.export.wording import status_words
from sowhat.model import Audit, Note, Origin, Party, Slide, Stance, Verdict
from sowhat.palette import palette
from sowhat.rules import load
from sowhat.texts import gap_text, named, text

WIDTH = 96  # columns where there is no terminal
WIDEST = 110  # columns in a terminal; longer lines are hard to read
BAR = 40  # columns of the share's bar
FULL, REST = "█", "░"  # of the bar: about you, about your customer
FOLD = 30  # slides a line of the ribbon

SHAPES = {
    Stance.VENDOR: "▲",
    Stance.CUSTOMER: "●",
    Stance.MIXED: "◐",
    Stance.NEUTRAL: "○",
}
UNSURE = "?"
DIM = "dim"


def text_of(audit: Audit, *, color: bool) -> str:
    """Return the audit as text for a terminal, with colours where ``color``."""
    return render(Group(*_parts(audit)), color=color)


def rules() -> str:
    """Return the ids and names of all that can be explained."""
    table = Table.grid(padding=(0, 2))
    for one in explanations():
        known = f"cli.{one.kind}" if one.kind in ("finding", "sign") else ""
        table.add_row(f"[b]{one.id}[/]", text(known) if known else one.kind, escape(one.name))
    return render(table, color=sys.stdout.isatty())


def rule(name: str) -> str:
    """Return all that a rule says of itself; raises ``UsageError`` for an unknown id."""
    try:
        found = explain(name)
    except KeyError as error:
        raise UsageError("unknown-id", detail=name) from error
    head = Text.assemble((found.name, "bold"), f"  ({found.id})")
    lines: list[RenderableType] = [head, Text(), Text(found.why.strip()), Text()]
    parts = {
        "ask": found.asks,
        "do": (found.does,) if found.does else (),
        "shows": found.shows,
        "bad": found.bad,
        "good": found.good,
        "source": found.sources,
        "against": found.against,
    }
    for key, said in parts.items():
        if said:
            lines += [Text(text(f"cli.{key}")), *map(_bullet, said), Text()]
    return render(Group(*lines[:-1]), color=sys.stdout.isatty())


@contextlib.contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """Show how far the work is on the terminal's error stream; nothing where it is none."""
    columns = (TextColumn("{task.description}"), BarColumn(bar_width=30))
    console = Console(stderr=True)
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("", total=None)

        def told(stage: str, done: int, total: int) -> None:
            name = text(f"stages.{stage}")
            bar.update(task, description=name, completed=done, total=total or None)

        yield told


def render(content: RenderableType, *, color: bool) -> str:
    """Return the content as lines for a terminal, with colours where ``color``."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=min(shutil.get_terminal_size((WIDTH, 0)).columns, WIDEST) if color else WIDTH,
        force_terminal=color,
        color_system="truecolor" if color else None,
        highlight=False,
        legacy_windows=False,
    )
    console.print(content)
    page = printable(out.getvalue(), styled=color)
    return "\n".join(line.rstrip() for line in page.splitlines()) + "\n"


def _parts(audit: Audit) -> Iterator[RenderableType]:
    yield Text()
    yield _head(audit)
    yield Text()
    yield Padding(Text(audit.sentence, style="bold"), (0, 2))
    yield Text()
    yield Padding(_share(audit), (0, 2))
    yield Text()
    yield Padding(_ribbon(audit), (0, 2))
    yield from section("cli.undecided", _undecided(audit))
    calm = audit.order.note is Note.FOR_PURPOSE
    yield from section("cli.top-calm" if calm else "cli.top", _fixes(audit))
    yield from section("cli.findings", _findings(audit))
    yield from _whole(audit)
    yield from section("cli.slides", _slides(audit))
    if audit.deck.gaps:
        yield from section("cli.gaps", Group(*(_bullet(gap_text(g)) for g in audit.deck.gaps)))
    yield Text()


def section(key: str, content: RenderableType | None) -> Iterator[RenderableType]:
    """Yield the content below its heading, nothing where there is none."""
    if content is not None:
        yield from titled(text(key), content)


def titled(title: str, content: RenderableType) -> Iterator[RenderableType]:
    """Yield the content below a title."""
    yield Text()
    yield Text(title, style=f"bold {_color('accent')}")
    yield Padding(content, (0, 2))


def _whole(audit: Audit) -> Iterator[RenderableType]:
    """Yield what to do with the deck as a whole: order, slides to write, slides to cut."""
    yield from section("cli.order", deck_advice.order(audit))
    yield from section("cli.missing", deck_advice.missing(audit))
    yield from section("cli.cuts", deck_advice.cuts(audit))


def _head(audit: Audit) -> Text:
    deck = audit.deck
    name = named(deck.path.replace("\\", "/").rsplit("/", 1)[-1])
    slides = text("cli.n-slides", n=len(deck.slides))
    vendor = _name(audit.profile.vendor, "cli.no-vendor")
    customer = _name(audit.profile.customer, "cli.no-customer")
    line = Text.assemble((name, "bold"), f"   {slides}\n{vendor} → {customer}")
    line.append(f"   {text(f'purposes.{audit.profile.purpose}')}", style=DIM)
    return line


def _name(party: Party, unknown: str) -> str:
    if party.name is None:
        return text(unknown)
    return text("cli.found", name=party.name) if party.source is Origin.FOUND else party.name


def _share(audit: Audit) -> Table:
    share, band = audit.measures.vendor_share, audit.measures.band
    table = Table.grid()
    if share is not None and band is not None:
        full = round(share * BAR)
        line = Text(f"{band}  ", style="bold")
        line.append(FULL * full, style=_color("vendor"))
        line.append(REST * (BAR - full), style=_color("customer"))
        line.append(f"  {measure.percent(share)} {text('cli.vendor-share')}")
        table.add_row(line)
    table.add_row(Text(measure.formula(audit.measures), style=DIM))
    table.add_row(Text(measure.band_limits(), style=DIM))
    return table


@cache
def _color(name: str) -> str:
    """Return the colour between light and dark palette, for nobody knows the terminal's ground."""
    light, dark = (bytes.fromhex(getattr(palette(dark=d), name)[1:]) for d in (False, True))
    return "#" + bytes((a + b) // 2 for a, b in zip(light, dark, strict=True)).hex()


def style_of(verdict: Verdict) -> str:
    """Return the colour of the verdict."""
    return _color("unsure" if verdict.unsure else verdict.stance.value)


def shape_of(verdict: Verdict) -> str:
    """Return the sign of the verdict."""
    return UNSURE if verdict.unsure else SHAPES[verdict.stance]


def _ribbon(audit: Audit) -> Table:
    grid = Table.grid()
    shown = list(audit.deck.shown)
    for start in range(0, len(shown), FOLD):
        numbers, shapes = Text(), Text()
        for slide in shown[start : start + FOLD]:
            verdict = audit.verdict(slide.number)
            numbers.append(f"{slide.number:>3}", style=DIM)
            shapes.append(f"  {shape_of(verdict)}", style=style_of(verdict))
        grid.add_row(numbers)
        grid.add_row(shapes)
    measures = audit.measures
    legend = Text()
    for stance, shape in SHAPES.items():
        count = getattr(measures, stance.value)
        legend.append(f"  {shape} ", style=_color(stance.value))
        legend.append(text(f"stances.{stance}-n", n=count))
    if measures.unsure:
        legend.append(f"  {UNSURE} ", style=_color("unsure"))
        legend.append(text("stances.unsure-n", n=measures.unsure))
    grid.add_row(legend)
    if measures.hidden:
        grid.add_row(Text("  " + text("cli.hidden", n=measures.hidden), style=DIM))
    return grid


def _undecided(audit: Audit) -> Table | None:
    """Return the unsure slides that are shown, with the judge's guess at each."""
    unsure = [slide for slide in audit.deck.shown if audit.verdict(slide.number).unsure]
    if not unsure:
        return None
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", style=DIM)
    for slide in unsure:
        verdict = audit.verdict(slide.number)
        guess = text(f"guesses.{verdict.stance}", share=f"{verdict.confidence:.0%}")
        line = Text.assemble(_title(slide), (f" · {guess}", DIM))
        grid.add_row(str(slide.number), Text(UNSURE, style=style_of(verdict)), line)
    grid.add_row("", "", Text(text("cli.undecided-help"), style=DIM))
    return grid


def _fixes(audit: Audit) -> Table | None:
    if not audit.top:
        return None
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right")
    for number, fix in enumerate(audit.top, start=1):
        done = f" · {status_words(fix.status)}" if fix.status else ""
        grid.add_row(f"{number}.", Text(fix.what, style="bold").append(done, style=DIM))
        grid.add_row("", Text(fix.how, style="italic"))
        grid.add_row("", Text(fix.effect, style=DIM))
    return grid


def _findings(audit: Audit) -> Group | None:
    lines: list[RenderableType] = [
        _bullet(Text(f"{finding.message} ").append(f"({finding.id})", style=DIM))
        for finding in audit.findings
    ]
    if lines:
        lines.append(Text(text("cli.more", id=audit.findings[0].id), style=DIM))
    return Group(*lines) if lines else None


def _slides(audit: Audit) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", style=DIM)
    for slide in audit.deck.slides:
        verdict = audit.verdict(slide.number)
        line = Text(_title(slide), style=DIM if slide.hidden else "")
        grid.add_row(str(slide.number), Text(shape_of(verdict), style=style_of(verdict)), line)
        says = Text.assemble((_motif(verdict), style_of(verdict)), (_sureness(verdict), DIM))
        grid.add_row("", "", says)
    return grid


def _sureness(verdict: Verdict) -> str:
    """Return how sure it is and why; of a decided slide, the user's own reason."""
    why = verdict.evidence[0].why if verdict.evidence else ""
    parts = (f"{verdict.confidence:.0%}", why)
    if verdict.decided:
        parts = (text("cli.decided"), verdict.reason)
    return "".join(f" · {part}" for part in parts if part)


def _motif(verdict: Verdict) -> str:
    return load().motifs[verdict.motif].name


def _title(slide: Slide) -> str:
    title = " ".join(slide.title.split())
    return title or text("cli.no-title")


def _bullet(line: str | Text) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_row("•", Text(line) if isinstance(line, str) else line)
    return grid
