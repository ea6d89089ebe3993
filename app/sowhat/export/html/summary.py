"""The head of the page: the sentence, the share, the ribbon, what to change first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sowhat.export.html.element import Html, element
from sowhat.export.html.page import SHAPES, shape
from sowhat.export.wording import (
    fixes_title,
    headline,
    sentence_of,
    stance_words,
    status_words,
    understood,
    unread,
)
from sowhat.measure import band_limits, formula, percent
from sowhat.model import Audit, Fix, FixKind, Gap, Slide, Verdict
from sowhat.rules.measures import load_measures
from sowhat.texts import text


def shape_of(verdict: Verdict) -> str:
    """Return the name of the verdict's shape: a stance, or unsure."""
    return "unsure" if verdict.unsure else verdict.stance.value


def slide_link(number: int, words: str = "") -> Html:
    """Return a link to the slide on this page."""
    said = words or text("report.slide", slide=number)
    return element("a", said, href=f"#slide-{number}")


def head(audit: Audit, gaps: Sequence[Gap]) -> Html:
    """Return the sentence, the share, what was understood and the ribbon of all slides."""
    facts = [
        element("div", element("dt", label), element("dd", said, dir="auto"))
        for label, said in understood(audit)
    ]
    panel = element(
        "section",
        element("h2", text("report.understood"), id="understood"),
        element("dl", facts),
        _unread(gaps),
        class_="panel",
        aria_labelledby="understood",
    )
    return element(
        "header",
        element("h1", audit.sentence, dir="auto"),
        element("div", element("div", share(audit), ribbon(audit)), panel, class_="lead"),
        class_="hero",
    )


def share(audit: Audit) -> Html:
    """Return band, share, bar and formula; only what exists."""
    value, band = audit.measures.vendor_share, audit.measures.band
    if value is None or band is None:
        figure = element("p", text("report.no-share"), class_="figure")
        says, bar = text("report.no-share-why"), None
    else:
        said = text("html.share", share=percent(value))
        figure = element("p", str(band), " ", element("span", said), class_="figure")
        says, bar = load_measures().bands.says[band], share_bar(value)
    lines = [element("p", line) for line in (*formula(audit.measures).split("\n"), band_limits())]
    small = element("div", lines, class_="formula")
    return element("div", figure, element("p", says), bar, small, class_="share")


def share_bar(value: float) -> Html:
    """Return the vendor's part of a whole as a bar with the bands' limits below it."""
    bands = load_measures().bands
    ticks = [
        element("span", f"{limit:.0%}", style=f"left:{limit:.2%}")
        for limit in (bands.them_below, bands.us_above)
    ]
    ends = [element("span", text(f"report.bar.{side}")) for side in ("vendor", "customer")]
    fill = element("span", style=f"width:{value:.2%}", class_="fill")
    return element(
        "div",
        element("div", ends, class_="ends"),
        element("div", fill, class_="track"),
        element("div", ticks, class_="ticks"),
        class_="bar",
        role="img",
        aria_label=text("html.bar", share=percent(value)),
    )


def ribbon(audit: Audit) -> Html:
    """Return all slides in order, each a link to itself, and what the shapes mean."""
    cells = [_cell(slide, audit.verdict(slide.number)) for slide in audit.deck.slides]
    return element(
        "nav",
        element("h2", text("html.ribbon"), id="ribbon"),
        element("ol", cells, class_="ribbon"),
        element("ul", _legend(audit), class_="legend"),
        aria_labelledby="ribbon",
    )


def _cell(slide: Slide, verdict: Verdict) -> Html:
    said = f"{slide.number}. {headline(slide)}: {stance_words(verdict)}"
    number = f"({slide.number})" if slide.hidden else str(slide.number)
    link = element(
        "a",
        shape(shape_of(verdict)),
        element("span", number, aria_hidden="true"),
        href=f"#slide-{slide.number}",
        title=said,
        aria_label=said,
        class_="hidden" if slide.hidden else None,
    )
    return element("li", link)


def _legend(audit: Audit) -> Iterator[Html]:
    measures = audit.measures
    for name in SHAPES:
        if name != "unsure" or measures.unsure:
            said = text(f"report.counts.{name}", n=getattr(measures, name))
            yield element("li", shape(name), said)
    if measures.hidden:
        yield element("li", text("report.counts.hidden", n=measures.hidden))


def _unread(gaps: Sequence[Gap]) -> Html | None:
    said = unread(gaps)
    if not said:
        return None
    title = element("h2", text("report.not-read"))
    return element("div", title, element("ul", [element("li", line) for line in said]))


def fixes(audit: Audit) -> Html:
    """Return what to change first, with its effect, the greatest first."""
    items = [_fix(fix) for fix in audit.top]
    none = element("p", text("report.fixes.none"))
    return element(
        "section",
        element("h2", fixes_title(audit), id="first"),
        element("ol", items, class_="fixes") if items else none,
        aria_labelledby="first",
    )


def _fix(fix: Fix) -> Html:
    return element(
        "li",
        element("h3", element("a", fix.what, href=f"#{_place(fix)}")),
        element("p", fix.how, class_="asked", dir="auto"),
        element("p", sentence_of(fix.effect), class_="effect"),
        element("p", status_words(fix.status), class_="resolved") if fix.status else None,
    )


def _place(fix: Fix) -> str:
    """Return the name of the place that tells the fix in full."""
    if fix.kind is FixKind.ORDER:
        return "order"
    return f"write-{fix.id}" if fix.kind is FixKind.WRITE else f"slide-{fix.slides[0]}"
