"""The audit as one HTML file: filtered, clicked, printed; it asks nothing of any network."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sowhat.export.html.element import Html, element
from sowhat.export.html.findings import findings
from sowhat.export.html.index import as_index
from sowhat.export.html.page import document, shape
from sowhat.export.html.pictures import Picture, drawn
from sowhat.export.html.ready import ready
from sowhat.export.html.slides import slides
from sowhat.export.html.summary import fixes, head, shape_of, slide_link
from sowhat.export.html.whole import order, whole
from sowhat.export.wording import deck_name, headline, motif_names, sent_words, stance_words
from sowhat.measure import band_limits, formula
from sowhat.model import Audit, Gap, Readiness, Slide
from sowhat.texts import text
from sowhat.worker import Progress, Worker

__all__ = ["as_html", "as_index", "made"]


def made(
    audit: Audit,
    worker: Worker,
    progress: Progress | None = None,
    password: str | None = None,
    check: Readiness | None = None,
) -> str:
    """Return the audit as a page with its slides drawn by ``worker``.

    ``progress`` is told how many slides of all are done; ``password`` opens an encrypted deck. A
    ``check`` of the deck for its customer comes first. Raises ``CancelledError``.
    """
    pictures, gaps = drawn(audit, worker, progress, password)
    return as_html(audit, pictures, gaps, check)


def as_html(
    audit: Audit,
    pictures: Sequence[Picture],
    gaps: Sequence[Gap] = (),
    check: Readiness | None = None,
) -> str:
    """Return the audit as a page; ``pictures`` are the slides', ``gaps`` what they lack."""
    told = (*audit.deck.gaps, *gaps)
    main = (
        ready(check) if check is not None else None,
        head(audit, told),
        *(part(audit) for part in BEFORE),
        slides(audit, pictures),
        *(part(audit) for part in AFTER),
    )
    title = text("report.audit-of", deck=deck_name(audit))
    return document(title, _top(title), element("main", main, id="main"), _foot(audit))


def _top(title: str) -> Html:
    skip = element("a", text("html.skip"), href="#slides", class_="skip")
    theme = element(
        "button",
        text("html.theme-dark"),
        type="button",
        id="theme",
        hidden=True,
        data_light=text("html.theme-light"),
        data_dark=text("html.theme-dark"),
    )
    name = element("p", shape("vendor"), shape("customer"), title)
    return element("div", skip, name, theme, class_="top", role="banner")


def _table(audit: Audit) -> Html:
    """Return every slide in a row of one table."""
    names = [text(f"markdown.{key}") for key in ("slide", "title", "verdict", "motifs")]
    head_row = element("tr", [element("th", name, scope="col") for name in names])
    rows = [_row(audit, slide) for slide in audit.deck.slides]
    table = element("table", element("thead", head_row), element("tbody", rows))
    title = element("h2", text("html.table"), id="table")
    scrolled = element("div", table, class_="scrolled", tabindex="0", role="region")
    return element("section", title, scrolled, aria_labelledby="table")


def _row(audit: Audit, slide: Slide) -> Html:
    verdict = audit.verdict(slide.number)
    number = text("markdown.hidden", slide=slide.number) if slide.hidden else str(slide.number)
    return element(
        "tr",
        element("td", slide_link(slide.number, number)),
        element("th", headline(slide), scope="row", dir="auto"),
        element("td", shape(shape_of(verdict)), " ", stance_words(verdict)),
        element("td", motif_names(verdict)),
    )


def _measured(audit: Audit) -> Html:
    lines = [*formula(audit.measures).split("\n"), band_limits()]
    return element(
        "section",
        element("h2", text("html.measured"), id="measured"),
        element("div", [element("p", line) for line in lines], class_="formula"),
        element("p", text("html.unsure")),
        element("p", text("html.method", sent=sent_words(audit))),
        aria_labelledby="measured",
    )


def _foot(audit: Audit) -> Html:
    return element("footer", element("p", text("html.made", version=audit.version)))


Part = Callable[[Audit], Html | None]
BEFORE: tuple[Part, ...] = (fixes, findings, order, whole)
AFTER: tuple[Part, ...] = (_table, _measured)
