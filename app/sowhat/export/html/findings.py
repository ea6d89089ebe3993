"""What stands out in the deck as a whole, each with its reasons and the slides that show it."""

from __future__ import annotations

from sowhat.explain import Explanation, explain
from sowhat.export.html.element import Html, element
from sowhat.export.html.page import shape
from sowhat.export.html.summary import slide_link
from sowhat.export.wording import headline
from sowhat.model import Audit, Finding
from sowhat.texts import text

SHAPES = {"us": "vendor", "gap": "customer", "check": "unsure"}


def findings(audit: Audit) -> Html:
    """Return the findings by level."""
    groups = []
    for level, name in SHAPES.items():
        found = [_finding(audit, one) for one in audit.findings if one.level == level]
        if found:
            title = element("h3", shape(name), text(f"report.findings.{level}"))
            cards = element("div", found, class_="finds")
            groups.append(element("div", title, cards, class_=f"group {level}"))
    return element(
        "section",
        element("h2", text("report.findings.title"), id="findings"),
        groups or element("p", text("report.findings.none")),
        aria_labelledby="findings",
    )


def _finding(audit: Audit, finding: Finding) -> Html:
    told = explain(finding.id)
    return element(
        "article",
        element("h4", finding.message, dir="auto"),
        element("p", told.does, class_="do"),
        _slides(audit, finding),
        element("details", element("summary", text("html.why")), reasons(told)),
        class_="finding",
        id=f"finding-{finding.id}",
    )


def _slides(audit: Audit, finding: Finding) -> Html | None:
    numbers = dict.fromkeys(finding.slides)
    links = [
        element("li", slide_link(n, str(n)), title=headline(audit.deck.slides[n - 1]))
        for n in numbers
    ]
    if not links:
        return None
    label = text("report.on-slides", n=len(links))
    return element("div", element("span", label), element("ul", links), class_="chips")


def reasons(told: Explanation) -> Html:
    """Return why it matters, what to ask, where that comes from and what speaks against it."""
    parts = [element("p", told.why.strip())]
    for key, said in (("ask", told.asks), ("source", told.sources), ("against", told.against)):
        if said:
            items = element("ul", [element("li", line.strip()) for line in said])
            parts += [element("p", text(f"cli.{key}"), class_="label"), items]
    return element("div", parts, class_="told")
