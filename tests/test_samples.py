"""The sample decks: what they say of themselves, and that their script still makes them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sowhat.engine import audit
from sowhat.model import Audit, Motif, PictureOrigin, Slide, Source
from sowhat.paths import resources
from sowhat.read import read_deck
from sowhat.rules import load
from sowhat.settings import AuditOptions
from sowhat.worker import Worker

SCRIPT = Path(__file__).resolve().parents[1] / "packaging" / "make_samples.py"
FOLDER = resources() / "samples"
KINDS = ("pptx", "pdf")
NAMES = tuple(f"{name}.{kind}" for name in ("vendor-pitch", "customer-story") for kind in KINDS)


@pytest.fixture(scope="module")
def audits() -> dict[str, Audit]:
    return {name: audit(FOLDER / name, AuditOptions(ocr=False)) for name in NAMES}


@pytest.mark.parametrize("kind", KINDS)
def test_the_vendor_deck_is_about_the_vendor_only(audits: dict[str, Audit], kind: str) -> None:
    found = audits[f"vendor-pitch.{kind}"]
    numbers = found.measures
    counts = (numbers.vendor, numbers.customer, numbers.mixed, numbers.neutral, numbers.unsure)
    assert counts == (15, 0, 0, 1, 0)
    assert found.sentence == "15 of 16 slides are about you; none is about your customer."
    assert found.profile.vendor.name == "Quayfold"
    assert found.profile.customer.name is None


@pytest.mark.parametrize("kind", KINDS)
def test_the_vendor_deck_opens_and_ends_as_such_decks_do(
    audits: dict[str, Audit], kind: str
) -> None:
    found = audits[f"vendor-pitch.{kind}"]
    titles = [slide.title for slide in found.deck.slides]
    assert titles[0] == "About us"
    assert " ".join(titles[-1].split()) == "Thank you. Do you need more info?"
    assert found.measures.opens_with is Motif.COMPANY
    assert found.measures.closes_with is Motif.OFFER


@pytest.mark.parametrize("kind", KINDS)
def test_the_customer_deck_is_about_the_customer(audits: dict[str, Audit], kind: str) -> None:
    found = audits[f"customer-story.{kind}"]
    assert len(found.deck.slides) == 16
    assert found.measures.customer >= 11
    assert found.measures.vendor_share is not None
    assert found.measures.vendor_share < 0.25
    assert found.profile.vendor.name == "Quayfold"
    assert found.profile.customer.name == "Ellermoor"
    blaming = [f.id for f in found.findings if load().findings[f.id].level == "us"]
    assert blaming == []


@pytest.mark.parametrize("name", ["vendor-pitch", "customer-story"])
def test_both_forms_are_judged_the_same(audits: dict[str, Audit], name: str) -> None:
    deck, pages = (audits[f"{name}.{kind}"] for kind in KINDS)
    assert [v.stance for v in deck.verdicts] == [v.stance for v in pages.verdicts]


@pytest.mark.parametrize("name", ["vendor-pitch", "customer-story"])
def test_both_forms_say_the_same_words(audits: dict[str, Audit], name: str) -> None:
    deck, pages = (audits[f"{name}.{kind}"].deck.slides for kind in KINDS)
    for slide, page in zip(deck, pages, strict=True):
        said, written = _vocabulary(slide), _vocabulary(page)
        charted = any(p.origin is PictureOrigin.CHART for p in slide.pictures)
        assert said == written or (charted and said < written), slide.number  # its values


@pytest.mark.parametrize("name", NAMES)
def test_the_samples_are_read_without_gaps(audits: dict[str, Audit], name: str) -> None:
    assert audits[name].deck.gaps == ()


def test_the_samples_are_small() -> None:
    assert sum((FOLDER / name).stat().st_size for name in NAMES) < 1_500_000


def test_the_script_makes_the_same_decks_each_time(tmp_path: Path) -> None:
    runs = [tmp_path / "first", tmp_path / "second"]
    made = [subprocess.Popen([sys.executable, str(SCRIPT), str(run)]) for run in runs]
    assert [process.wait() for process in made] == [0, 0]
    first, second = ([(run / name).read_bytes() for name in NAMES] for run in runs)
    assert first == second
    # Bytes differ between versions of the libraries; words and places do not.
    with Worker() as worker:
        worker.start()
        for name in NAMES:
            fresh = read_deck(runs[0] / name, worker).slides
            shipped = read_deck(FOLDER / name, worker).slides
            assert [_words(slide) for slide in fresh] == [_words(slide) for slide in shipped]


def _vocabulary(slide: Slide) -> set[str]:
    shown = (block for block in slide.blocks if block.source in (Source.SLIDE, Source.CHART))
    return {word for block in shown for word in block.text.split() if word != "•"}


def _words(slide: Slide) -> list[str]:
    return [block.text for block in (*slide.blocks, *slide.notes)]
