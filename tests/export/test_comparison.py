"""A comparison as JSON and as a page of HTML."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from sowhat.compare import compare
from sowhat.export.comparison import as_html, as_json
from sowhat.model import Audit, Comparison
from tests.export.schema import problems

SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).parent / "compare.schema.json").read_text(encoding="utf-8")
)
VOID = {"meta", "br", "circle", "path", "line", "input"}


class Page(HTMLParser):
    """What a page holds; an error where its elements are not closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture(scope="module")
def found(pptx_audit: Audit) -> Comparison:
    """The small deck, later without its first slide, with a new one and another order."""
    first, second, third = pptx_audit.deck.slides
    title = replace(second.blocks[0], text="<b>Bold & new</b>")
    new = replace(second, title=title.text, blocks=(title,))
    slides = (replace(third, number=1), replace(new, number=2), replace(second, number=3))
    deck = replace(pptx_audit.deck, slides=slides, path="/later/small.pptx")
    verdicts = tuple(
        replace(pptx_audit.verdict(n), slide=at) for at, n in enumerate((3, 2, 2), start=1)
    )
    assert first.title == "About us"
    return compare(pptx_audit, replace(pptx_audit, deck=deck, verdicts=verdicts, findings=()))


def test_the_json_keeps_its_contract(found: Comparison) -> None:
    data = json.loads(as_json(found), parse_constant=pytest.fail)
    assert problems(data, SCHEMA, SCHEMA) == []
    assert data["counts"]["paired"] == len(data["slides"]) == 2
    assert data["counts"]["moved"] == 1
    assert [item["fate"] for item in data["outcomes"]][:1] == ["resolved"]
    assert {one["number"] for one in data["dropped"]} == {1}
    assert data["old"]["deck"]["slides"] == data["new"]["deck"]["slides"] == 3


def test_the_page_is_whole_and_fetches_nothing(found: Comparison) -> None:
    html = as_html(found)
    page = Page(html)
    assert ("html", {"lang": "en"}) in page.seen
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in page.seen}
    assert "http" not in html.replace("http-equiv", "")
    assert not any("src" in attrs for _, attrs in page.seen)
    links = [str(attrs["href"]) for _, attrs in page.seen if "href" in attrs]
    places = [f"#{attrs['id']}" for _, attrs in page.seen if "id" in attrs]
    assert links
    assert set(links) <= set(places)
    assert len(places) == len(set(places))
    policies = [a["content"] for t, a in page.seen if t == "meta" and "http-equiv" in a]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]
    assert "prefers-color-scheme: dark" in html


def test_the_page_says_what_changed(found: Comparison) -> None:
    page = Page(as_html(found))
    said = " ".join(" ".join(page.words).split())
    assert found.sentence in said
    assert "<b>Bold & new</b>" in said  # shown as it stands, not taken for markup
    assert "Resolved: Nearly all is about you." in said
    lines = [attrs.get("class") for tag, attrs in page.seen if tag == "line"]
    assert sorted(map(str, lines)) == ["None", "moved"]
    shapes = [attrs["aria-label"] for tag, attrs in page.seen if "aria-label" in attrs]
    assert set(shapes) == {"About you", "About neither"}
