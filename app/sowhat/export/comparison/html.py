"""A comparison as one HTML file: no script, nothing fetched, light and dark, printable."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import cache
from html import escape

from sowhat import compare
from sowhat.export.comparison.flow import flow, shape
from sowhat.model import Comparison, Fate, Verdict
from sowhat.paths import resources
from sowhat.settings import palette
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
    yield from _section("compare.slides-heading", _slides(compare.slides(comparison)))
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
    colors: dict[str, str] = asdict(palette(dark=dark))
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
        _item(fate, f"{escape(found.message)} <small>{escape(found.id)}</small>")
        for fate in Fate
        for found in comparison.of("finding", fate)
    ]
    return ["<ul>", *items, "</ul>"] if items else []


def _advice(comparison: Comparison) -> list[str]:
    told = {fate: compare.advised(comparison, fate) for fate in Fate}
    items = [_item(fate, escape(said)) for fate, said in told.items() if said]
    return ["<ul>", *items, "</ul>"] if items else []


def _item(fate: Fate, said: str) -> str:
    word = escape(text(f"compare.fates.{fate}"))
    return f'<li data-sign="{SIGNS[fate]}"><strong>{word}:</strong> {said}</li>'


def _slides(rows: Sequence[compare.Row]) -> list[str]:
    if not rows:
        return []
    columns = ("number", "verdict", "title", "became")
    heads = "".join(f'<th scope="col">{escape(text(f"compare.columns.{k}"))}</th>' for k in columns)
    lines = [
        f'<tr><td class="number">{row.new or row.old}</td>'
        f'<td class="shapes">{_shapes(row.before, row.after)}</td>'
        f'<td>{escape(row.title)}</td><td class="told">{escape(row.told)}</td></tr>'
        for row in rows
    ]
    return [f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>", *lines, _END]


def _shapes(before: Verdict | None, after: Verdict | None) -> str:
    seen = [shape(verdict) for verdict in (before, after) if verdict is not None]
    return " → ".join(dict.fromkeys(seen))


_WHEN = ("before", "after")
_CHANGED = ' class="changed"'
_END = "</tbody>\n</table>"
