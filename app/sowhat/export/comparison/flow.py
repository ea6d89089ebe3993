"""Both decks as rows of shapes, a line from each slide to what became of it. SVG."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from sowhat import compare
from sowhat.model import Audit, Comparison, Verdict
from sowhat.texts import text

WIDE, MARGIN = 960.0, 6.0
TOP, BOTTOM, TALL = 46.0, 132.0, 176.0  # the rows' middles, and the whole
LARGEST, WIDEST = 14.0, 59.0  # a shape, and its column

_PARTS = {  # in a square from -5 to 5
    "vendor": '<path class="vendor" d="M0-5L5 5H-5Z"/>',
    "customer": '<circle class="customer" r="5"/>',
    "mixed": '<path class="vendor" d="M-.4-5A5 5 0 0 0-.4 5Z"/>'
    '<path class="customer" d="M.4-5A5 5 0 0 1 .4 5Z"/>',
    "neutral": '<circle class="neutral" r="4.4"/>',
    "unsure": '<path class="unsure" d="M-2.6-2.2C-2.4-5.4 3-5.4 2.8-2 2.6-.2 0-.3 0 1.6"/>'
    '<circle class="dot" cy="4.3" r="1.1"/>',
}


def shape(verdict: Verdict) -> str:
    """Return the verdict's shape in a line of text, with its words for who does not see it."""
    name = _name(verdict)
    return (
        f'<svg class="shape" viewBox="-6 -6 12 12" role="img" aria-label="{_words(name)}">'
        f"{_PARTS[name]}</svg>"
    )


def flow(comparison: Comparison) -> str:
    """Return the drawing, with a caption that says what its lines are."""
    old, new = compare.names(comparison)
    count = max(len(comparison.old.deck.slides), len(comparison.new.deck.slides), 1)
    column = min((WIDE - 2 * MARGIN) / count, WIDEST)
    parts = [
        f'<text class="row" x="{MARGIN:g}" y="11">{escape(old)}</text>',
        f'<text class="row" x="{MARGIN:g}" y="{TALL - 2:g}">{escape(new)}</text>',
        *_lines(comparison, column),
        *_row(comparison.old, column, TOP, -13.0),
        *_row(comparison.new, column, BOTTOM, 20.0),
    ]
    drawn = f'<svg viewBox="0 0 {WIDE:g} {TALL:g}" aria-hidden="true">{"".join(parts)}</svg>'
    legend = "".join(
        f"<span>{_legend(name)} {_words(name)}</span>"
        for name in _PARTS
        if name in _used(comparison)
    )
    caption = escape(text("compare.flow"))
    return f"<figure>\n{drawn}\n<figcaption>{legend}<br>{caption}</figcaption>\n</figure>"


def _lines(comparison: Comparison, column: float) -> Iterator[str]:
    for pair in sorted(comparison.pairs, key=lambda pair: pair.moved):  # what moved stands above
        start, end = _middle(pair.old, column), _middle(pair.new, column)
        named = ' class="moved"' if pair.moved else ""
        edges = f'x1="{start:.1f}" y1="{TOP + 11:g}" x2="{end:.1f}" y2="{BOTTOM - 11:g}"'
        yield f"<line{named} {edges}/>"


def _row(audit: Audit, column: float, y: float, number: float) -> Iterator[str]:
    scale = min(LARGEST, column * 0.7) / 10
    step = max(1, round(14 / column))  # so that the numbers do not run into each other
    for verdict in audit.verdicts:
        x = _middle(verdict.slide, column)
        part = _PARTS[_name(verdict)]
        yield f'<g transform="translate({x:.1f} {y:g}) scale({scale:.2f})">{part}</g>'
        if (verdict.slide - 1) % step == 0:
            yield f'<text x="{x:.1f}" y="{y + number:.1f}">{verdict.slide}</text>'


def _middle(slide: int, column: float) -> float:
    return MARGIN + column * (slide - 0.5)


def _used(comparison: Comparison) -> set[str]:
    return {_name(v) for audit in (comparison.old, comparison.new) for v in audit.verdicts}


def _legend(name: str) -> str:
    return f'<svg class="shape" viewBox="-6 -6 12 12" aria-hidden="true">{_PARTS[name]}</svg>'


def _words(name: str) -> str:
    return escape(text(f"compare.figures.{name}"))


def _name(verdict: Verdict) -> str:
    return "unsure" if verdict.unsure else verdict.stance.value
