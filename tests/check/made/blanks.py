"""Blanks, prompts and drafting notes that were left in a deck."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from tests.check.made.case import Expected
from tests.check.made.cast import data
from tests.check.made.story import WHERE, Page, Spot, Teller, Told

SAMPLE_CHART = {
    "kind": "sample chart",
    "text": "Category 1",
    "line": "",
    "shown": "Chart Title, Category 1, Category 2, Category 3, Category 4, Series 1, Series 2",
}
EMPTY_TITLE = {"kind": "empty title", "text": "", "line": ""}
SAMPLE = {
    "title": "Chart Title",
    "categories": ("Category 1", "Category 2", "Category 3", "Category 4"),
    "series": {"Series 1": [4.3, 2.5, 3.5, 4.5], "Series 2": [2.4, 4.4, 1.8, 2.8]},
    "book": (),
}
Put = Callable[[Page, str], Page]


def all_of(words: str = "") -> list[dict[str, str]]:
    """Return all blanks, those of structure last."""
    return [*data(f"{words}placeholders.toml")["blanks"], SAMPLE_CHART, EMPTY_TITLE]


def left_in(
    plain: Told, entries: Sequence[dict[str, str]], teller: Teller, drawn: random.Random
) -> tuple[Told, tuple[Expected, ...]]:
    """Put each of the blanks on a page of its own; return the deck and what has to be found."""
    pages, expected = list(plain.pages), []
    free = list(range(1, len(pages)))
    drawn.shuffle(free)
    for entry in entries:
        at = free.pop()
        line = teller.say(entry["line"], Spot(None, "blank"))
        text = teller.say(entry["text"], Spot(None, "blank"))
        pages[at], kind = _put(pages[at], entry["kind"], line, drawn)
        where = (*WHERE[kind], "body", "title", "group")
        sort = f"{entry['kind']} in {kind}"
        line = line or entry.get("shown", "")
        expected.append(Expected("placeholder", at + 1, where, text, line, sort))
    return replace(plain, pages=tuple(pages)), tuple(expected)


def _put(page: Page, kind: str, line: str, drawn: random.Random) -> tuple[Page, str]:
    if kind == "sample chart":
        return replace(page, chart=SAMPLE, table=(), group=(), steps=()), "chart"
    if kind == "empty title":
        return replace(page, title=""), "title"
    ways: dict[str, Put] = {"line": _in_lines}
    if kind in ("name", "letters", "open", "amount", "date"):
        ways["notes"] = lambda page, line: replace(page, notes=line)
        if page.table:
            ways["table"] = _in_table
        if page.group:
            ways["group"] = lambda page, line: replace(page, group=(*page.group[:-1], line))
    if kind in ("name", "prompt", "instruction"):
        ways["title"] = lambda page, line: replace(page, title=line)
    chosen = drawn.choice(sorted(ways))
    return ways[chosen](page, line), chosen


def _in_lines(page: Page, line: str) -> Page:
    return replace(page, lines=(*page.lines, line))


def _in_table(page: Page, line: str) -> Page:
    *rows, last = page.table
    return replace(page, table=(*rows, (*last[:-1], line)))
