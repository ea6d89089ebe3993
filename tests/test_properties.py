"""What holds for whatever is drawn: boxes, marks, decisions. (Orders: ``advise/test_order.py``.)"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sowhat import marks
from sowhat.decisions import (
    cleared,
    decided,
    encode,
    fingerprint,
    fit,
    forgotten,
    joined,
    read,
)
from sowhat.model import (
    Block,
    Box,
    Decision,
    Deck,
    Motif,
    Place,
    Role,
    Run,
    Side,
    Sign,
    Slide,
    Span,
    Stance,
    Verdict,
    hull,
)
from tests.decks import written

# The same examples in every run; what once failed is written down here as a test of its own.
quick = settings(max_examples=60, deadline=None, derandomize=True, database=None)

numbers = st.floats(-4, 5) | st.sampled_from([0.0, 1.0, -1e300, 1e300, 1e-300, 5e-324])
near = st.floats(0, 1)


@st.composite
def boxes(draw: st.DrawFn, side: st.SearchStrategy[float] = numbers) -> Box:
    x0, x1 = sorted((draw(side), draw(side)))
    y0, y1 = sorted((draw(side), draw(side)))
    return Box(x0, y0, x1, y1)


def on_the_slide(box: Box) -> bool:
    return 0 <= box.x0 <= box.x1 <= 1 and 0 <= box.y0 <= box.y1 <= 1


@quick
@given(boxes())
def test_a_clamped_box_lies_on_the_slide_and_stays_as_it_is(box: Box) -> None:
    clamped = box.clamped()
    assert on_the_slide(clamped)
    assert clamped.clamped() == clamped
    if on_the_slide(box):
        assert clamped == box


@quick
@given(st.lists(boxes(), min_size=1, max_size=6))
def test_a_hull_holds_all_and_is_the_smallest(items: list[Box]) -> None:
    around = hull(items)
    assert all(around.holds(box) for box in items)
    assert hull([around, *items]) == around == hull(reversed(items))
    assert {around.x0, around.x1} <= {x for box in items for x in (box.x0, box.x1)}


@quick
@given(boxes(near), boxes(near))
def test_an_overlap_is_mutual_and_never_more_than_either(one: Box, other: Box) -> None:
    shared = one.overlap(other)
    assert shared == other.overlap(one)
    assert 0 <= shared <= min(one.area, other.area) + 1e-12
    if one.holds(other):
        assert shared == pytest.approx(other.area)


@quick
@given(boxes(near), st.floats(0, 2))
def test_a_box_that_grows_holds_what_it_was(box: Box, by: float) -> None:
    assert on_the_slide(box.grown(by))
    assert box.grown(by).holds(box)


words = st.text(st.characters(codec="utf-8"), max_size=30)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    """A block whose lines stand anywhere, also off the slide and out of order."""
    text = draw(words)
    spans = []
    for _ in range(draw(st.integers(0, 4))):
        start, end = sorted((draw(st.integers(0, 30)), draw(st.integers(0, 30))))
        spans.append(Span(start, end, draw(boxes())))
    size = draw(st.floats(0, 1e6))
    runs = (Run(text, font=draw(words), size=size),) if draw(st.booleans()) else ()
    return Block(text, Role.BODY, draw(st.none() | boxes()), runs=runs, spans=tuple(spans))


@st.composite
def signs(draw: st.DrawFn) -> Sign:
    quote = draw(st.none() | words)
    place = Place(
        1,
        box=draw(st.none() | boxes()),
        exact=draw(st.booleans()),
        quote=quote,
        block=draw(st.none() | st.integers(0, 5)),
        start=draw(st.integers(0, 40)),
        parts=tuple(draw(st.lists(boxes(), max_size=3))),
    )
    kind = draw(st.sampled_from(["phrase", "picture", "layout", "name"]))
    motif = draw(st.none() | st.sampled_from(Motif))
    side = draw(st.sampled_from(Side))
    return Sign("drawn", kind, motif, side, draw(near), draw(words), place)


@quick
@given(st.lists(blocks(), max_size=4), st.lists(signs(), max_size=12), near, near)
def test_marks_are_few_numbered_and_on_the_slide(
    content: list[Block], evidence: list[Sign], width: float, height: float
) -> None:
    slide = Slide(1, "", tuple(content))
    verdict = Verdict(1, Stance.VENDOR, (), 0.9, False, (1.0, 0.0, 0.0, 0.0), tuple(evidence))
    found = marks.marks(slide, verdict)
    assert [mark.number for mark in found] == list(range(1, len(found) + 1))
    assert len(found) <= min(marks.MOST, len(evidence))
    for mark in found:
        assert all(map(on_the_slide, (mark.box, *mark.boxes, *mark.parts)))
        assert min(box.width for box in mark.boxes) >= marks.SMALLEST[0] - 1e-9
        assert min(box.height for box in mark.boxes) >= marks.SMALLEST[1] - 1e-9
    at = marks.spots(found, width, height)
    assert len(at) == len(found)
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in at)
    assert marks.marks(slide, verdict) == found


TITLES = ("Your nine days", "About Acme", "Plan", "")  # some slides say the same, some nothing
drawn_decks = st.lists(st.sampled_from(TITLES), min_size=1, max_size=6).map(
    lambda titles: written(*((title,) for title in titles))
)


@st.composite
def decisions(draw: st.DrawFn, deck: Deck) -> tuple[Decision, ...]:
    """Decisions on the deck, on other versions of it, and by people who know only numbers."""
    known = [fingerprint(slide) for slide in deck.slides]
    return tuple(
        Decision(
            draw(st.integers(1, 9)),
            draw(st.sampled_from(Stance)),
            draw(words),
            draw(words),
            draw(st.sampled_from([*known, "0" * 32, "", None])),
            draw(st.sampled_from(["", "2026-11-22"])),
        )
        for _ in range(draw(st.integers(0, 6)))
    )


both = drawn_decks.flatmap(lambda deck: st.tuples(st.just(deck), decisions(deck)))


@quick
@given(both)
def test_each_decision_stands_or_is_lost_and_none_is_made_up(
    drawn: tuple[Deck, tuple[Decision, ...]],
) -> None:
    deck, kept = drawn
    found = fit(deck, kept)
    numbers = [one.slide for one in found.standing]
    assert numbers == sorted(set(numbers))
    assert all(1 <= number <= len(deck.slides) for number in numbers)
    assert set(found.lost) <= set(kept)
    assert {(one.stance, one.reason) for one in found.standing} <= {
        (one.stance, one.reason) for one in kept
    }
    # One that was given by a number alone is from now on known by the slide's words.
    again = fit(deck, (*found.standing, *found.lost))
    assert set(found.standing) <= set(again.standing)
    assert again.lost == found.lost
    assert fit(deck, (*again.standing, *again.lost)) == again
    assert forgotten(deck, kept) == found.standing


@quick
@given(both, st.integers(0, 5), st.sampled_from(Stance))
def test_what_is_decided_holds_and_what_is_taken_back_is_gone(
    drawn: tuple[Deck, tuple[Decision, ...]], at: int, stance: Stance
) -> None:
    deck, kept = drawn
    number = at % len(deck.slides) + 1
    now = fit(deck, decided(deck, kept, Decision(number, stance)))
    same = fingerprint(deck.slides[number - 1])
    for one in now.standing:
        if one.slide == number or (same and one.words == same):
            assert one.stance is stance
    gone = fit(deck, cleared(deck, now.standing, number))
    assert number not in [one.slide for one in gone.standing]
    others = [one for one in fit(deck, kept).standing if one.slide != number and one.words != same]
    assert set(others) <= {*now.standing}


@quick
@given(both, st.data())
def test_what_is_joined_wins_and_nothing_else_is_lost(
    drawn: tuple[Deck, tuple[Decision, ...]], data: st.DataObject
) -> None:
    deck, kept = drawn
    more = data.draw(decisions(deck))
    found = fit(deck, joined(deck, kept, more))
    before, added = fit(deck, kept), fit(deck, more)
    assert {one.slide for one in found.standing} >= {
        one.slide for one in (*before.standing, *added.standing)
    }
    assert set(added.standing) <= set(found.standing)
    assert set(found.lost) == set(before.lost)


@quick
@given(both)
def test_what_is_written_is_read_back(drawn: tuple[Deck, tuple[Decision, ...]]) -> None:
    deck, kept = drawn
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "decisions.json"
        path.write_bytes(encode("deck.pptx", kept))
        assert read(path).decisions == tuple(sorted(kept, key=lambda one: one.slide))
        assert encode(deck.path, read(path).decisions) == encode(deck.path, kept)
