"""The page by itself, without a browser: what stands in it, and that nothing can break out."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

from PIL import Image

from sowhat.errors import DeckError
from sowhat.export import html
from sowhat.export.html.element import element
from sowhat.export.html.pictures import Picture, drawn
from sowhat.marks import marks
from sowhat.model import Audit, Deck, Gap
from sowhat.texts import error_text, gap_text
from sowhat.worker import Worker
from tests import decks
from tests.export.proposals import BRIEF, CUT, ORDER, TOP, proposing

PICTURE = Picture("data:image/webp;base64,AAAA", 160, 90)
NASTY = (
    """</style></script><script>alert("1")</script><img src=x onerror='alert(2)'>&lt;\x00\ufffe"""
)


class Page(HTMLParser):
    """Every element's name and attributes, and all words outside of scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self._quiet = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        self.elements.append((tag, dict(attrs)))
        self._quiet = tag if tag in ("script", "style") else ""

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._quiet = ""

    def handle_data(self, data: str) -> None:
        self.words += "" if self._quiet else data

    def all(self, name: str) -> list[str]:
        """Return that attribute's values."""
        return [str(found[name]) for _, found in self.elements if name in found]

    def tags(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def shown(audit: Audit, *gaps: Gap) -> Page:
    return Page(html.as_html(audit, [PICTURE] * len(audit.deck.slides), gaps))


def test_every_link_leads_somewhere_and_no_name_comes_twice(pptx_audit: Audit) -> None:
    page = shown(pptx_audit)
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    places = [link.removeprefix("#") for link in page.all("href")]
    assert places
    assert set(places) <= set(ids)
    named = {part for said in page.all("aria-labelledby") for part in said.split()}
    assert named <= set(ids)


def test_all_that_the_audit_says_is_in_it(pptx_audit: Audit) -> None:
    page = shown(pptx_audit, Gap("render", 2))
    words = " ".join(page.words.split())
    said = [pptx_audit.sentence, *(finding.message for finding in pptx_audit.findings)]
    said += [slide.title for slide in pptx_audit.deck.slides if slide.title]
    said += [item.so_what for item in pptx_audit.advice]
    said += [line for item in pptx_audit.advice for line in (item.draft or "").splitlines()]
    said += [sign.why for verdict in pptx_audit.verdicts for sign in verdict.evidence]
    said.append(gap_text(Gap("render")))
    for sentence in said:
        assert " ".join(sentence.split()) in words


def test_order_briefs_and_cuts_are_told_and_linked(pptx_audit: Audit) -> None:
    page = shown(proposing(pptx_audit))
    words = " ".join(page.words.split())
    said = [fix.what for fix in TOP] + [CUT.why, BRIEF.title, BRIEF.why, BRIEF.ask, *BRIEF.lines]
    for sentence in (*said, "Slide 2 before slide 1", ORDER.moves[0].why, "after slide 2"):
        assert sentence in words
    links = page.all("href")
    assert {"#order", f"#write-{BRIEF.id}"} <= set(links)
    assert {link[1:] for link in links} <= set(page.all("id"))


def test_an_order_that_changes_nothing_is_told_without_a_second_column(pptx_audit: Audit) -> None:
    page = shown(replace(pptx_audit, missing=(), cuts=()))
    words = " ".join(page.words.split())
    assert "The slides stay in their order" in words
    assert "What to write, and what to cut" not in words
    assert [found for found in page.tags("table") if found.get("class") == "facts"]
    assert "moves" not in page.all("class")


def test_the_marks_are_those_of_window_and_report(pptx_audit: Audit) -> None:
    page = shown(pptx_audit)
    numbers = [name for name in page.all("id") if "-mark-" in name]
    expected = [
        f"slide-{slide.number}-mark-{mark.number}"
        for slide in pptx_audit.deck.slides
        for mark in marks(slide, pptx_audit.verdict(slide.number))
    ]
    assert expected
    assert numbers == expected


def test_a_decks_words_stay_words(audit_of: Callable[..., Audit]) -> None:
    deck: Deck = decks.written((NASTY, NASTY, "the leading " + NASTY))
    audit = audit_of(replace(deck, path=f"/a/{NASTY[-20:]}.pptx"), NASTY)
    page = shown(replace(audit, sentence=NASTY))
    assert len(page.tags("script")) == 1
    assert len(page.tags("style")) == 1
    assert [found.get("src") for found in page.tags("img")] == [PICTURE.address]
    assert not [name for _, found in page.elements for name in found if name.startswith("on")]
    assert page.words.count("alert(2)") > 3
    assert "\x00" not in html.as_html(audit, [PICTURE])


def test_nothing_is_asked_of_a_network(pptx_audit: Audit) -> None:
    page = shown(pptx_audit)
    policy = page.tags("meta")[1]["content"] or ""
    assert policy.startswith("default-src 'none'; img-src data:;")
    assert "unsafe-eval" not in policy
    assert all(link.startswith("#") for link in page.all("href"))
    assert all(source.startswith("data:") for source in page.all("src"))


def test_it_is_the_same_each_time(pptx_audit: Audit) -> None:
    pictures = [PICTURE] * len(pptx_audit.deck.slides)
    assert html.as_html(pptx_audit, pictures) == html.as_html(pptx_audit, pictures)


def test_slides_are_drawn_small(pdf_audit: Audit, worker: Worker) -> None:
    told: list[tuple[int, int]] = []
    pictures, _ = drawn(pdf_audit, worker, lambda done, total: told.append((done, total)))
    count = len(pdf_audit.deck.slides)
    assert told == [(number, count) for number in range(1, count + 1)]
    for picture in pictures:
        assert len(picture.address) < 120_000
        data = base64.b64decode(picture.address.removeprefix("data:image/webp;base64,"))
        with Image.open(BytesIO(data), formats=("WEBP",)) as image:
            assert image.size == (picture.width, picture.height)


def test_an_index_leads_to_every_page(pptx_audit: Audit, pdf_audit: Audit) -> None:
    lost = DeckError("missing", path="lost <i>.pptx")
    pages = [(pptx_audit, "a b.pptx.html"), (pdf_audit, "c.html")]
    page = Page(html.as_index(pages, {Path("lost <i>.pptx"): lost}))
    assert {"a%20b.pptx.html", "c.html"} == set(page.all("href"))
    assert error_text(lost) in page.words
    assert not page.tags("i")
    assert pptx_audit.sentence in page.words


def test_elements_escape_words_and_leave_out_what_is_not_there() -> None:
    made = element("a", "x < y & z", None, [element("br")], href='"', hidden=True, id=None)
    assert made == '<a href="&quot;" hidden>x &lt; y &amp; z<br></a>'
