"""A comparison as one HTML file: no script, nothing fetched, light and dark, printable.

Findings lead to the rows of their slides; a filter leaves what changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from html import escape

from sowhat import compare
from sowhat.export.comparison.flow import flow, shape
from sowhat.model import Comparison, Fate, Outcome, Verdict
from sowhat.palette import palette
from sowhat.paths import resources
from sowhat.texts import text

SIGNS = {Fate.RESOLVED: "✓", Fate.NEW: "+", Fate.REMAINS: "·"}
POLICY = "default-src 'none'; style-src 'unsafe-inline'"  # what a viewer may load: nothing


def as_html(comparison: Comparison) -> str:
    """Return the comparison as a whole page."""
    return "\n".join(_page(comparison)) + "\n"


def _page(comparison: Comparison) -> Iterator[str]:
    old, new = compare.names(comparison)
    versions = text("compare.versions", old=old, new=new)
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{escape(versions)}</title>\n<style>\n{_style()}</style>\n</head>\n<body>"
    yield f"<header>\n<p>{escape(versions)}</p>\n<h1>{escape(comparison.sentence)}</h1>"
    yield f"<p>{escape(compare.counted(comparison))}</p>\n</header>\n<main>"
    yield flow(comparison)
    yield from _section("compare.numbers", _figures(comparison))
    yield from _section("compare.findings-heading", _findings(comparison))
    yield from _section("compare.advice-heading", _advice(comparison))
    yield from _section("compare.slides-heading", _all_slides(comparison))
    yield from _section("compare.gone-heading", _slides(compare.gone(comparison)))
    footer = f"{text('report.author')} {comparison.new.version}"
    yield f"</main>\n<footer>{escape(footer)}</footer>\n</body>\n</html>"


@cache
def _style() -> str:
    light, dark = (_colors(dark=dark) for dark in (False, True))
    rules = (resources() / "html" / "comparison.css").read_text(encoding="utf-8")
    at_night = f"@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}"
    return f":root {{ {light} }}\n{at_night}\n{rules}"


def _colors(*, dark: bool) -> str:
    colors: dict[str, str] = palette(dark=dark)._asdict()
    return " ".join(f"--{name}: {color};" for name, color in colors.items())


def _section(key: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"<section>\n<h2>{escape(text(key))}</h2>"
        yield from lines
        yield "</section>"


def _figures(comparison: Comparison) -> list[str]:
    heads = "".join(f'<th scope="col">{escape(text(f"compare.{k}"))}</th>' for k in _WHEN)
    rows = [
        f'<tr><th scope="row">{escape(row.name)}</th><td>{escape(row.before)}</td>'
        f"<td{'' if row.same else _CHANGED}>{escape(row.after)}</td></tr>"
        for row in compare.figures(comparison)
    ]
    return [f"<table>\n<thead><tr><td></td>{heads}</tr></thead>\n<tbody>", *rows, _END]


def _findings(comparison: Comparison) -> list[str]:
    items = [
        _item(fate, _found(comparison, found))
        for fate in Fate
        for found in comparison.of("finding", fate)
    ]
    return ["<ul>", *items, "</ul>"] if items else []


def _found(comparison: Comparison, found: Outcome) -> str:
    said = f"{escape(found.message)} <small>{escape(found.id)}</small>"
    resolved = found.fate is Fate.RESOLVED
    numbers = dict.fromkeys(found.old if resolved else found.new)
    rows = {pair.old: f"slide-{pair.new}" for pair in comparison.pairs} if resolved else {}
    gone = "gone" if resolved else "slide"
    links = " ".join(f'<a href="#{rows.get(n, f"{gone}-{n}")}">{n}</a>' for n in numbers)
    if not links:
        return said
    label = text("compare.was-on" if resolved else "report.on-slides", n=len(numbers))
    return f'{said}<span class="chips">{escape(label)} {links}</span>'


def _advice(comparison: Comparison) -> list[str]:
    told = {fate: compare.advised(comparison, fate) for fate in Fate}
    items = [_item(fate, escape(said)) for fate, said in told.items() if said]
    return ["<ul>", *items, "</ul>"] if items else []


def _item(fate: Fate, said: str) -> str:
    word = escape(text(f"compare.fates.{fate}"))
    return f'<li data-sign="{SIGNS[fate]}"><strong>{word}:</strong> {said}</li>'


def _all_slides(comparison: Comparison) -> list[str]:
    """Return the new deck's slides, with a choice between all of them and those that changed."""
    rows = compare.slides(comparison)
    changed = sum(not row.same for row in rows)
    if not 0 < changed < len(rows):
        return _slides(rows)
    choices = "".join(
        f'<input type="radio" name="show" id="{key}"{checked}>'
        f'<label for="{key}">{escape(text(f"compare.{key}", n=n))}</label>'
        for key, n, checked in (
            ("all-slides", len(rows), " checked"),
            ("what-changed", changed, ""),
        )
    )
    legend = f"<legend>{escape(text('compare.filter'))}</legend>"
    return [f'<fieldset class="filter">{legend}{choices}</fieldset>', *_slides(rows)]


def _slides(rows: Sequence[compare.Row]) -> list[str]:
    if not rows:
        return []
    columns = ("number", "verdict", "title", "became")
    heads = "".join(f'<th scope="col">{escape(text(f"compare.columns.{k}"))}</th>' for k in columns)
    body = [_row(row) for row in rows]
    return [f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>", *body, _END]


def _row(row: compare.Row) -> str:
    key = f"gone-{row.old}" if row.new is None else f"slide-{row.new}"
    return (
        f'<tr id="{key}"{_SAME if row.same else ""}><td class="number">{row.new or row.old}</td>'
        f'<td class="shapes">{_shapes(row.before, row.after)}</td>'
        f'<td>{escape(row.title)}</td><td class="told">{escape(row.told)}</td></tr>'
    )


def _shapes(before: Verdict | None, after: Verdict | None) -> str:
    seen = [shape(verdict) for verdict in (before, after) if verdict is not None]
    return " → ".join(dict.fromkeys(seen))


_WHEN = ("before", "after")
_CHANGED = ' class="changed"'
_SAME = ' class="same"'
_END = "</tbody>\n</table>"
