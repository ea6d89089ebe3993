"""A page that leads to the pages of several decks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from sowhat.errors import SowhatError
from sowhat.export.html.element import Html, element
from sowhat.export.html.page import document
from sowhat.export.html.summary import share_bar
from sowhat.export.wording import deck_name
from sowhat.measure import percent
from sowhat.model import Audit
from sowhat.texts import error_text, text


def as_index(audits: Sequence[tuple[Audit, str]], unread: Mapping[Path, SowhatError]) -> str:
    """Return a page with a row a deck; each audit comes with the name of its page.

    ``unread`` are the decks that could not be read, with the reason.
    """
    title = text("html.index", n=len(audits) + len(unread))
    names = (
        text("html.deck"),
        text("html.slides"),
        text("cli.vendor-share").capitalize(),
        text("html.first"),
    )
    head = element("tr", [element("th", name, scope="col") for name in names])
    rows = [_row(audit, page) for audit, page in audits]
    table = element("table", element("thead", head), element("tbody", rows))
    main = (
        element("header", element("h1", title), class_="hero"),
        element("div", table, class_="scrolled", tabindex="0", role="region", aria_label=title),
        _unread(unread),
    )
    return document(title, element("main", main, class_="index"))


def _row(audit: Audit, page: str) -> Html:
    measures = audit.measures
    share, band = measures.vendor_share, measures.band
    first = measures.first_customer_slide
    link = element("a", deck_name(audit), href=quote(page))
    said = text("report.no-share")
    if share is not None and band is not None:
        said = text("report.band", band=band, share=percent(share))
    return element(
        "tr",
        element("th", link, element("p", audit.sentence), scope="row", dir="auto"),
        element("td", str(len(audit.deck.slides))),
        element("td", said, share_bar(share) if share is not None else None),
        element("td", text("html.none") if first is None else str(first)),
    )


def _unread(unread: Mapping[Path, SowhatError]) -> Html | None:
    if not unread:
        return None
    items = [element("li", error_text(error)) for error in unread.values()]
    return element("section", element("h2", text("html.unread")), element("ul", items))
