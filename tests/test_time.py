"""A deck has a minute: what is not done by then is left out, and told; nothing waits longer."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

from sowhat import engine, language, read
from sowhat.language.parse import MOST_SECONDS
from sowhat.model import Deck, Gap
from sowhat.pictures import asking
from sowhat.read import read_deck
from sowhat.read.pdf import read as read_pdf
from sowhat.read.pptx import read as read_pptx
from sowhat.render import Renderer
from sowhat.settings import AuditOptions
from sowhat.texts import text
from sowhat.worker import Limits, Patience, Worker
from tests import decks
from tests.decks import written
from tests.hostile.pdf.raw import Raw

A_MINUTE = 60.0


def no_progress(_done: int, _total: int) -> None:
    pass


def awards() -> Deck:
    """Sixty slides of ten paragraphs."""
    lines = (tuple(f"We won award {slide} {line}" for line in range(9)) for slide in range(60))
    return written(*((f"Award {number}", *more) for number, more in enumerate(lines)))


def late(deck: Deck) -> list[Gap]:
    return [gap for gap in deck.gaps if gap.id == "slides-late"]


def test_all_that_an_audit_waits_for_fits_into_a_minute() -> None:
    assert engine.A_DECK + MOST_SECONDS <= A_MINUTE
    assert Limits().seconds <= A_MINUTE
    assert max(read.A_DECK, asking.A_DECK) <= engine.A_DECK
    assert 0.0 < read.ENDING < 1.0


def test_patience_begins_when_it_is_started_or_asked() -> None:
    assert Patience(0.0).over
    assert not Patience(math.inf).over
    one = Patience(1e9)
    one.start()
    assert 0.0 < one.left <= 1e9
    assert one.left >= one.left


def test_slides_for_which_no_time_is_left_are_told(tmp_path: Path) -> None:
    made = Raw()
    for _ in range(3):
        made.page()
    pages = read_pdf(str(made.save(tmp_path)), None, False, no_progress, seconds=0.0)
    show = decks.vendor_pptx(tmp_path / "deck.pptx")
    every = read_pptx(str(show), None, False, no_progress)
    slides = read_pptx(str(show), None, False, no_progress, seconds=0.0)
    assert (len(pages.slides), late(pages)) == (1, [Gap("slides-late", detail="2")])
    assert (len(slides.slides), late(every)) == (1, [])
    assert late(slides) == [Gap("slides-late", detail=str(len(every.slides) - 1))]
    assert "2" in text("gaps.slides-late", detail="2")


def test_words_for_which_no_time_is_left_are_told() -> None:
    deck = awards()
    whole, cut = language.parse(deck), language.parse(deck, seconds=0.0)
    assert (whole.late, cut.english) == (0, True)
    assert 0 < cut.late < 600
    done = sum(bool(block) for slide in cut.slides for block in slide.blocks)
    assert done == 600 - cut.late
    assert cut.slides[0] == whole.slides[0]


def test_what_was_late_once_is_not_told_of_a_later_reading() -> None:
    deck = awards()
    whole = engine.judged(deck, AuditOptions(decisions=()))
    again = replace(deck, gaps=(Gap("words-late", detail="9"),))
    assert engine.judged(again, AuditOptions(decisions=())).deck.gaps == whole.deck.gaps


def test_nothing_is_drawn_once_time_is_up(tmp_path: Path) -> None:
    show = decks.vendor_pptx(tmp_path / "deck.pptx")
    with Worker() as worker:
        deck = read_deck(show, worker, pictures=False)
        assert Renderer(deck, worker, patience=Patience(0.0)).slide(1, 200).sketch
        assert not Renderer(deck, worker).slide(1, 200).sketch
