"""The user's own word on slides, and the slides that wait for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from sowhat.decisions import decided, encode, keep, resolved
from sowhat.model import Action, Decision, Order, Resolution, Stance, Status
from sowhat.read import read_deck
from sowhat.worker import Worker
from tests.cli.conftest import Command, Said


def read(said: Said) -> dict[str, Any]:
    assert (said.code, said.err) == (0, "")
    found: dict[str, Any] = json.loads(said.out)
    return found


def decide(deck: Path, *decisions: Decision) -> tuple[Decision, ...]:
    """Keep decisions on the deck as the window does, and return them."""
    with Worker() as worker:
        slides = read_deck(deck, worker)
    given: tuple[Decision, ...] = ()
    for one in decisions:
        given = decided(slides, given, one)
    keep(deck, given)
    return given


def stances(found: dict[str, Any]) -> dict[int, str]:
    return {s["number"]: s["decision"]["stance"] for s in found["slides"] if s["decision"]}


def test_kept_decisions_are_taken_by_default(
    sowhat: Command, vendor_pptx: Path, tmp_path: Path
) -> None:
    decide(vendor_pptx, Decision(1, Stance.CUSTOMER, "they said so", date="2026-11-22"))
    json_of = ("audit", vendor_pptx, "--format", "json")
    found = read(sowhat(*json_of))
    assert found["slides"][0]["decision"] == {
        "stance": "customer",
        "reason": "they said so",
        "date": "2026-11-22",
    }
    assert found["slides"][0]["decided"] is True
    assert found["slides"][1]["decision"] is None
    assert found["lost_decisions"] == []
    assert stances(read(sowhat(*json_of, "--no-decisions"))) == {}
    file = tmp_path / "d.json"
    file.write_text('{"slides": {"2": {"stance": "mixed"}}}')
    assert stances(read(sowhat(*json_of, "--decisions", file))) == {2: "mixed"}
    assert stances(read(sowhat(*json_of))) == {1: "customer"}
    both = sowhat(*json_of, "--decisions", file, "--no-decisions")
    assert (both.code, both.out) == (2, "")


def test_page_and_report_tell_who_decided_and_why(
    sowhat: Command, vendor_pptx: Path, tmp_path: Path
) -> None:
    decide(vendor_pptx, Decision(1, Stance.MIXED, "it opens with <them> & us"))
    page = sowhat("audit", vendor_pptx).out
    assert "decided by you · it opens with <them> & us" in " ".join(page.split())
    report = tmp_path / "r.pdf"
    assert sowhat("report", vendor_pptx, "-o", report).code == 0
    with pypdfium2.PdfDocument(report) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    words = " ".join(" ".join(pages).split())
    assert "About both, as you decided (it opens with <them> & us)" in words


def test_a_file_that_is_handed_on_holds_for_a_copy_elsewhere(
    sowhat: Command, vendor_pptx: Path, tmp_path: Path
) -> None:
    given = decide(vendor_pptx, Decision(3, Stance.CUSTOMER), Decision(5, Stance.NEUTRAL))
    strange = Decision(4, Stance.VENDOR, title="Of another deck", words="0" * 32)
    file, copy = tmp_path / "d.json", tmp_path / "copy.pptx"
    file.write_bytes(encode("vendor.pptx", (*given, strange)))
    copy.write_bytes(vendor_pptx.read_bytes())
    found = read(sowhat("audit", copy, "--format", "json", "--decisions", file))
    assert stances(found) == {3: "customer", 5: "neutral"}
    (lost,) = found["lost_decisions"]
    assert (lost["number"], lost["title"], lost["stance"]) == (4, "Of another deck", "vendor")
    page = " ".join(sowhat("audit", copy, "--decisions", file).out.split())
    assert "Your decision on slide 4, “Of another deck”, no longer fits" in page


def test_damaged_decisions_do_not_stop_the_audit(sowhat: Command, vendor_pptx: Path) -> None:
    from sowhat.decisions.store import place

    decide(vendor_pptx, Decision(1, Stance.CUSTOMER))
    place(vendor_pptx).write_bytes(b"{")
    found = read(sowhat("audit", vendor_pptx, "--format", "json"))
    assert stances(found) == {}
    assert any("Your decisions on this deck could not be read" in g for g in found["deck"]["gaps"])
    assert place(vendor_pptx).with_suffix(".damaged-1").read_bytes() == b"{"


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    """A deck with a slide that says nothing, and one that does."""
    import pptx

    deck = pptx.Presentation()
    deck.slides.add_slide(deck.slide_layouts[6])
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "Our award-winning platform"
    slide.placeholders[1].text = "We are the leading vendor of platforms."
    path = tmp_path / "blank.pptx"
    deck.save(str(path))
    return path


def test_unsure_slides_are_listed_and_kept_out_of_the_share(sowhat: Command, blank: Path) -> None:
    found = read(sowhat("audit", blank, "--format", "json"))
    assert [slide["unsure"] for slide in found["slides"]] == [True, False]
    assert (found["measures"]["unsure"], found["measures"]["vendor_share"]) == (1, 1.0)
    assert "1 slide is left for you to decide." in found["sentence"]
    page = sowhat("audit", blank).out
    assert "1 unsure slide is left out of the share until you decide" in page
    listed = page.split("For you to decide\n")[1].split("\n\n")[0]
    assert listed.splitlines()[0].startswith("  1 ? (no headline) · more likely about")
    assert "Our award-winning platform" not in listed


def test_a_decision_ends_the_doubt(sowhat: Command, blank: Path) -> None:
    decide(blank, Decision(1, Stance.CUSTOMER))
    found = read(sowhat("audit", blank, "--format", "json"))
    assert (found["measures"]["unsure"], found["measures"]["vendor_share"]) == (0, 0.5)
    page = sowhat("audit", blank).out
    assert "For you to decide" not in page
    assert "left out of the share" not in page


def test_the_report_says_what_the_share_leaves_out(
    sowhat: Command, blank: Path, tmp_path: Path
) -> None:
    report = tmp_path / "r.pdf"
    assert sowhat("report", blank, "-o", report).code == 0
    with pypdfium2.PdfDocument(report) as pdf:
        first = " ".join(pdf[0].get_textpage().get_text_bounded().split())
    assert "1 slide is left for you to decide." in first
    assert "1 unsure slide is left out of the share until you decide" in first


def test_marked_advice_reaches_the_commands(
    sowhat: Command, vendor_pptx: Path, tmp_path: Path
) -> None:
    json_of = ("audit", vendor_pptx, "--format", "json")
    plain = read(sowhat(*json_of))
    fix = next(one for one in plain["top"] if one["kind"] == "rewrite")
    number = fix["slides"][0]
    with Worker() as worker:
        deck = read_deck(vendor_pptx, worker)
    marks = resolved(
        deck, Order(), (), [Resolution(number, Action.REWRITE, Status.IGNORED, "they asked")]
    )
    file = tmp_path / "marks.json"
    file.write_bytes(encode("deck.pptx", (), marks))
    found = read(sowhat(*json_of, "--decisions", file))
    assert fix["what"] not in [one["what"] for one in found["top"]]
    (advice,) = found["slides"][number - 1]["advice"]
    assert advice["resolution"] == {"status": "ignored", "reason": "they asked", "date": None}
    keep(vendor_pptx, (), marks)
    assert read(sowhat(*json_of)) == found
    assert read(sowhat(*json_of, "--no-decisions")) == plain
