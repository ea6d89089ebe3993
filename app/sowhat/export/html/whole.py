"""What to do with the deck as a whole: the proposed order, slides to write, slides to cut."""

from __future__ import annotations

from collections.abc import Sequence

from sowhat.export.html.element import Html, element
from sowhat.export.html.page import shape
from sowhat.export.html.summary import shape_of, slide_link
from sowhat.export.wording import (
    move_words,
    order_facts,
    order_notes,
    place_words,
    resolution_words,
    sentence_of,
    short_headline,
)
from sowhat.model import Audit, Cut, Missing, Move, Order
from sowhat.texts import text


def order(audit: Audit) -> Html:
    """Return the proposed order: what it changes, and what moves where and why."""
    found = audit.order
    moves = [_move(audit, move) for move in found.moves]
    said, *notes = order_notes(found)
    return element(
        "section",
        element("h2", text("report.order.title"), id="order"),
        element("p", said, class_="lead-in"),
        _resolved(audit, found),
        [element("p", line) for line in (*notes, text("report.order.share"))],
        _facts(found),
        element("ol", moves, class_="moves") if moves else None,
        aria_labelledby="order",
    )


def _facts(found: Order) -> Html:
    heads = ["", text("report.order.now"), text("report.order.then")]
    top = [element("th", head, scope="col") if head else element("td") for head in heads]
    return element(
        "table",
        element("thead", element("tr", top)) if found.changed else None,
        element("tbody", [_fact(fact, changed=found.changed) for fact in order_facts(found)]),
        class_="facts",
    )


def _fact(fact: tuple[str, str, str], *, changed: bool) -> Html:
    name, old, new = fact
    then = element("td", new) if changed else None
    return element("tr", element("th", name, scope="row"), element("td", old), then)


def _move(audit: Audit, move: Move) -> Html:
    verdict = audit.verdict(move.slide)
    title = short_headline(audit.deck.slides[move.slide - 1])
    link = slide_link(move.slide, move_words(audit.order, move))
    return element(
        "li",
        element("h3", shape(shape_of(verdict)), link),
        element("p", title, class_="about", dir="auto"),
        element("p", move.why),
    )


def whole(audit: Audit) -> Html | None:
    """Return briefs of the slides that are missing, and those that can go; None without any."""
    groups = [
        _group("gap", "report.whole.missing", [_brief(audit, one) for one in audit.missing]),
        _group("us", "report.whole.cuts", [_cut(audit, one) for one in audit.cuts]),
    ]
    if not any(groups):
        return None
    title = element("h2", text("report.whole.title"), id="whole")
    return element("section", title, groups, aria_labelledby="whole")


def _group(level: str, key: str, cards: Sequence[Html]) -> Html | None:
    if not cards:
        return None
    title = element("h3", text(key))
    return element("div", title, element("div", cards, class_="finds"), class_=f"group {level}")


def _brief(audit: Audit, one: Missing) -> Html:
    return element(
        "article",
        element("h4", one.title, dir="auto"),
        element("p", place_words(one), class_="about"),
        _resolved(audit, one),
        element("p", one.why, class_="do"),
        element("ul", [element("li", line, dir="auto") for line in one.lines], class_="lines"),
        element("p", element("em", one.ask), dir="auto"),
        element("p", sentence_of(one.effect), class_="about"),
        class_="finding",
        id=f"write-{one.id}",
    )


def _resolved(audit: Audit, one: Order | Missing | Cut) -> Html | None:
    said = resolution_words(audit, one)
    return element("p", said, class_="resolved", dir="auto") if said else None


def _cut(audit: Audit, one: Cut) -> Html:
    key = "merge" if one.merge else "cut"
    numbers = (*one.slides, one.keep)
    links = element("ul", [element("li", slide_link(n, str(n))) for n in numbers])
    return element(
        "article",
        element("h4", text(f"report.whole.{key}", n=len(one.slides))),
        _resolved(audit, one),
        element("p", one.why, class_="do", dir="auto"),
        element(
            "div", element("span", text("report.on-slides", n=len(numbers))), links, class_="chips"
        ),
        element("p", sentence_of(one.effect), class_="about"),
        class_="finding",
    )
