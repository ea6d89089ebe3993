"""The page as a person uses it, in Chromium: it asks nothing, is filtered, clicked and printed."""

from __future__ import annotations

import base64
import json
import os
from pathlib import Path

import pypdfium2
import pytest

from sowhat.engine import audit
from sowhat.export import html
from sowhat.marks import marks
from sowhat.model import Audit
from sowhat.settings import AuditOptions
from sowhat.worker import Worker
from tests.export.browser import Browser, found, serious

VISIBLE = (
    "Array.from(document.querySelectorAll('.slide'))"
    ".filter(s => s.offsetParent !== null).map(s => Number(s.id.slice(6)))"
)


def test_the_browser_is_there_where_all_is_checked() -> None:
    assert found() or not os.environ.get("CI")


@pytest.fixture(scope="module")
def shown(vendor_pptx: Path) -> Audit:
    names = AuditOptions(vendor=("Acme",), customer=("Globex",), decisions=(), pictures=False)
    return audit(vendor_pptx, names)


@pytest.fixture(scope="module")
def page(shown: Audit, worker: Worker, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("html") / "page.html"
    path.write_text(html.made(shown, worker), encoding="utf-8")
    return path


def numbers(shown: Audit, stance: str) -> list[int]:
    return [v.slide for v in shown.verdicts if not v.unsure and v.stance == stance]


def test_it_opens_without_a_request_and_without_an_error(browser: Browser, page: Path) -> None:
    browser.open(page)
    asked = [event["request"]["url"] for event in browser.told("Network.requestWillBeSent")]
    assert asked[0] == page.as_uri()
    assert all(url.startswith("data:") for url in asked[1:])
    assert browser.told("Log.entryAdded") == []
    assert browser.told("Runtime.exceptionThrown") == []
    broken = "Array.from(document.images).filter(i => !i.complete || !i.naturalWidth).length"
    assert browser.run(broken) == 0


def test_its_policy_forbids_every_request(browser: Browser, page: Path) -> None:
    browser.open(page)
    tried = "fetch('http://127.0.0.1:9/').then(() => 'sent', () => 'refused')"
    assert browser.run(tried) == "refused"
    sent = [event["request"]["url"] for event in browser.told("Network.requestWillBeSent")]
    assert not [url for url in sent if url.startswith("http")]
    assert "Content Security Policy" in json.dumps(browser.told("Log.entryAdded"))


@pytest.mark.parametrize("stance", ["vendor", "customer", "neutral"])
def test_it_is_filtered_by_stance(browser: Browser, page: Path, shown: Audit, stance: str) -> None:
    browser.open(page)
    every = [slide.number for slide in shown.deck.slides]
    assert browser.run(VISIBLE) == every
    wanted = numbers(shown, stance)
    assert wanted
    browser.click(f"label[for=show-{stance}]")
    assert browser.run(VISIBLE) == wanted
    said = browser.run("document.getElementById('shown').textContent")
    assert said == f"{len(wanted)} of {len(every)} slides shown"
    browser.click("label[for=show-all]")
    assert browser.run(VISIBLE) == every


def test_a_click_on_a_finding_leads_to_its_slide(
    browser: Browser, page: Path, shown: Audit
) -> None:
    finding = next(one for one in shown.findings if one.slides)
    number = finding.slides[-1]
    other = "customer" if number not in numbers(shown, "customer") else "vendor"
    browser.open(page)
    browser.click(f"label[for=show-{other}]")
    assert number not in browser.run(VISIBLE)
    browser.click(f"#finding-{finding.id} .chips a[href='#slide-{number}']")
    assert browser.run("location.hash") == f"#slide-{number}"
    assert number in browser.run(VISIBLE)
    top = browser.run(f"document.getElementById('slide-{number}').getBoundingClientRect().top")
    assert 0 <= top < 400


def test_marks_stand_where_the_evidence_does(browser: Browser, page: Path, shown: Audit) -> None:
    browser.open(page)
    compared = 0
    for slide in shown.deck.slides:
        for mark in marks(slide, shown.verdict(slide.number)):
            one = f"#slide-{slide.number}-mark-{mark.number}"
            assert browser.run(f"document.querySelector('{one} .badge').textContent") == str(
                mark.number
            )
            x, y = browser.run(
                f"(() => {{ const a = document.querySelector('{one} .box').getBoundingClientRect();"
                f"const b = document.querySelector('#slide-{slide.number} img')"
                ".getBoundingClientRect();"
                "return [(a.x - b.x) / b.width, (a.y - b.y) / b.height]; })()"
            )
            box = mark.boxes[0]
            assert (x, y) == pytest.approx((box.x0, box.y0), abs=0.006)
            compared += 1
    assert compared > 5


def test_a_mark_and_its_reason_lead_to_each_other(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.click("#slide-1-mark-1 .badge")
    assert browser.run("location.hash") == "#slide-1-why-1"
    browser.click("#slide-1-why-1 .badge")
    assert browser.run("location.hash") == "#slide-1-mark-1"
    browser.run("document.querySelector('#slide-1-why-1 .badge').focus()")
    assert browser.run("document.getElementById('slide-1-mark-1').classList.contains('on')")


def test_light_and_dark(browser: Browser, page: Path) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    browser.open(page, dark=True)
    dark = browser.run(ground)
    browser.open(page)
    light = browser.run(ground)
    assert light != dark
    browser.click("#theme")
    assert browser.run(ground) == dark
    browser.click("#theme")
    assert browser.run(ground) == light


def test_it_fits_a_phone(browser: Browser, page: Path) -> None:
    browser.open(page, width=360, height=740)
    assert browser.run("document.documentElement.scrollWidth") == 360


def test_without_scripts_everything_is_there(browser: Browser, page: Path, shown: Audit) -> None:
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open(page)
        assert browser.run(VISIBLE) == [slide.number for slide in shown.deck.slides]
        assert browser.run("document.getElementById('theme').hidden")
        browser.click("label[for=show-customer]")
        assert browser.run(VISIBLE) == numbers(shown, "customer")
    finally:
        browser.call("Emulation.setScriptExecutionDisabled", value=False)


def test_print_shows_every_slide_and_what_is_folded(
    browser: Browser, page: Path, shown: Audit
) -> None:
    browser.open(page)
    browser.click("label[for=show-customer]")
    made = browser.call("Page.printToPDF", printBackground=True)
    pdf = pypdfium2.PdfDocument(base64.b64decode(made["data"]))
    try:
        words = " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())
    finally:
        pdf.close()
    for slide in shown.deck.slides:
        assert f"Slide {slide.number} of {len(shown.deck.slides)}" in words
    assert "What speaks against it" in words
    assert "Show the slides" not in words


@pytest.mark.parametrize("look", ["light", "dark", "phone"])
def test_axe_finds_nothing_serious(browser: Browser, page: Path, look: str) -> None:
    browser.open(page, width=360 if look == "phone" else 1280, dark=look == "dark")
    browser.run("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    assert serious(browser) == []


def test_axe_would_find_something(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.run("document.querySelector('h1').style.color = '#ccc'")
    assert [found["id"] for found in serious(browser, ".hero")] == ["color-contrast"]
