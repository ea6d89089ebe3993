"""The page of a comparison as a person uses it, in Chromium: it asks nothing, links, filters."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sowhat.compare import compare
from sowhat.export.comparison import as_html
from sowhat.model import Audit, Comparison, Finding
from tests.export.browser import Browser, serious

ROWS = "Array.from(document.querySelectorAll('tr[id]')).filter(r => r.offsetParent).map(r => r.id)"


@pytest.fixture(scope="module")
def compared(pptx_audit: Audit) -> Comparison:
    """The small deck; later its last slide is gone, and the second speaks in other words."""
    first, second, _ = pptx_audit.deck.slides
    title = replace(second.blocks[0], text="Your month")
    edited = replace(second, title=title.text, blocks=(title, *second.blocks[1:]))
    deck = replace(pptx_audit.deck, slides=(first, edited), path="/later/small.pptx")
    before = (Finding("only-cost", (3,), "Only cost.", "gap"), *pptx_audit.findings)
    after = (Finding("product-parade", (2,), "A parade.", "gap"), *pptx_audit.findings)
    new = replace(pptx_audit, deck=deck, verdicts=pptx_audit.verdicts[:2], findings=after)
    return compare(replace(pptx_audit, findings=before), new)


@pytest.fixture(scope="module")
def page(compared: Comparison, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("html") / "compared.html"
    path.write_text(as_html(compared), encoding="utf-8")
    return path


def test_it_opens_without_a_request_and_without_an_error(browser: Browser, page: Path) -> None:
    browser.open(page)
    asked = [event["request"]["url"] for event in browser.told("Network.requestWillBeSent")]
    assert asked == [page.as_uri()]
    assert browser.told("Log.entryAdded") == []
    assert browser.told("Runtime.exceptionThrown") == []


def test_a_click_on_a_finding_leads_to_its_slide(browser: Browser, page: Path) -> None:
    browser.open(page)
    assert browser.run("document.querySelectorAll('.chips a').length") == 3
    browser.click(".chips a[href='#slide-2']")
    assert browser.run("location.hash") == "#slide-2"
    browser.click(".chips a[href='#gone-3']")  # what is resolved leads to what is gone
    assert browser.run("document.querySelector(':target td').textContent") == "3"


def test_it_is_filtered_to_what_changed(browser: Browser, page: Path) -> None:
    browser.open(page)
    assert browser.run(ROWS) == ["slide-1", "slide-2", "gone-3"]
    browser.click("label[for=what-changed]")
    assert browser.run(ROWS) == ["slide-2", "gone-3"]
    browser.click(".chips a[href='#slide-1']")  # a slide that is gone to is shown all the same
    assert browser.run(ROWS) == ["slide-1", "slide-2", "gone-3"]
    browser.click("label[for=all-slides]")
    assert browser.run(ROWS) == ["slide-1", "slide-2", "gone-3"]


@pytest.mark.parametrize("look", ["light", "dark", "phone"])
def test_axe_finds_nothing_serious(browser: Browser, page: Path, look: str) -> None:
    browser.open(page, width=360 if look == "phone" else 1280, dark=look == "dark")
    assert serious(browser) == []
    if look == "phone":
        assert browser.run("document.documentElement.scrollWidth") == 360
