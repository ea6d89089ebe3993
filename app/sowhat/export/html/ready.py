"""The check of a deck for its customer, before all else on the page."""

from __future__ import annotations

from collections.abc import Sequence

from sowhat.export import check_wording as said
from sowhat.export.html.element import Html, element
from sowhat.export.html.summary import slide_link
from sowhat.model import Readiness
from sowhat.texts import text


def ready(found: Readiness) -> Html:
    """Return the word, what to mend, and how much of the deck is about them."""
    word = element(
        "h2", text(f"check.{found.ready}"), id="ready", data_sign=said.SIGNS[found.ready]
    )
    head = element("p", said.head(found), class_="for", dir="auto")
    return element(
        "section",
        head,
        word,
        element("p", found.sentence, class_="sentence", dir="auto"),
        element("div", element("div", _groups(found)), _figures(found), class_="lead"),
        class_=f"check {found.ready}",
        aria_labelledby="ready",
    )


def _groups(found: Readiness) -> list[Html]:
    parts = []
    for title, lines in said.groups(found):
        items = element("ul", [_line(line) for line in lines], class_="items")
        parts.append(element("div", element("h3", title), items))
    if said.cleanable(found):
        parts.append(element("p", text("check.clean-hint"), class_="small"))
    return parts or [element("p", text("check.nothing"))]


def _line(line: said.Line) -> Html:
    words = f"{said.place(line)} · {said.sureness(line.confidence)}"
    place = element("p", _slides(line.slides), words, class_="small")
    return element(
        "li", element("p", line.why, dir="auto"), place, data_sign="✗" if line.stops else "?"
    )


def _slides(numbers: Sequence[int]) -> list[Html]:
    """Return links to slides, and what parts them from the words that follow."""
    if not numbers:
        return []
    links = [Html(" ") + slide_link(number, str(number)) for number in numbers]
    label = element("span", text("report.on-slides", n=len(numbers)))
    return [label, *map(Html, links), Html(" · ")]


def _figures(found: Readiness) -> Html:
    about = [*said.about(found), *said.facts(found)]
    parts = [element("h3", text("check.about"))]
    parts.append(_told(about) if about else element("p", text("check.give-name")))
    if master := said.master(found):
        parts += [element("h3", text("check.master")), _told(master)]
    return element("div", parts, class_="panel")


def _told(rows: Sequence[said.Told]) -> Html:
    items = []
    for row in rows:
        links = element("p", _slides(row.slides)[:-1], class_="small") if row.slides else None
        items.append(
            element("li", element("p", row.said, dir="auto"), links, data_sign=said.MARKS[row.good])
        )
    return element("ul", items, class_="items")
