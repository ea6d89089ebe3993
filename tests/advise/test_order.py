"""The proposed order: its rules over decks made at random, and decks whose order is known."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings

from sowhat.advise.cards import Card, cards
from sowhat.advise.order import propose
from sowhat.advise.shape import Section, sections, shape
from sowhat.model import Motif, Note, Order, Purpose
from sowhat.rules import load
from sowhat.rules.order import load_order
from tests.advise.random_decks import Made, decks, made
from tests.benchmarks.order import kendall
from tests.measure.decks import profile_of

FRONT = (Motif.TITLE, Motif.AGENDA, Motif.LEGAL)
ENDS = (Motif.LEGAL, Motif.CLOSING)
many = settings(
    max_examples=120,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def proposed(deck: Made, purpose: Purpose = Purpose.FIRST_MEETING) -> Order:
    return propose(deck.deck, profile_of(purpose), deck.verdicts, load())


def order_of(*lines: str, titles: Sequence[str] = ()) -> Order:
    heads = [*titles, *[""] * (len(lines) - len(titles))]
    return proposed(made(list(zip(lines, heads, strict=True))))


def cards_of(deck: Made) -> tuple[Card, ...]:
    return cards(deck.deck, deck.verdicts, load())


def longest(order: Sequence[int]) -> int:
    """The length of the longest increasing run, by the plain way."""
    best: list[int] = []
    for i, slide in enumerate(order):
        best.append(max((best[j] + 1 for j in range(i) if order[j] < slide), default=1))
    return max(best)


@many
@given(decks)
def test_every_slide_is_there_once_and_the_fewest_move(deck: Made) -> None:
    order = proposed(deck)
    assert sorted(order.slides) == [slide.number for slide in deck.deck.slides]
    assert len(order.moves) == len(order.slides) - longest(order.slides)
    assert order.changed == (list(order.slides) != sorted(order.slides))
    assert order.changed == (order.note is Note.PROPOSED)
    still = [n for n in order.slides if n not in {move.slide for move in order.moves}]
    assert still == sorted(still)
    assert all(order.place(move.slide) == move.place and move.why for move in order.moves)
    assert [move.place for move in order.moves] == sorted(move.place for move in order.moves)


@many
@given(decks)
def test_proposed_again_nothing_moves(deck: Made) -> None:
    assert not proposed(deck.reordered(proposed(deck).slides)).changed


@many
@given(decks)
def test_title_agenda_and_legal_hold_their_places(deck: Made) -> None:
    order, seen = proposed(deck), set[Motif]()
    for number in range(1, len(order.slides) + 1):
        verdict = deck.shown(number)
        if verdict is None or _in_build_up(deck, number):
            continue
        first = verdict.motif not in seen
        seen.add(verdict.motif)
        if verdict.motif in FRONT and (first or verdict.motif is Motif.LEGAL):
            assert order.place(number) == number or number > _closing(deck)


@many
@given(decks)
def test_a_closing_is_passed_by_nothing_but_the_appendix(deck: Made) -> None:
    order = proposed(deck)
    for number in range(1, len(order.slides) + 1):
        verdict = deck.shown(number)
        if verdict is None or verdict.motif not in ENDS or _in_build_up(deck, number):
            continue
        before = set(order.slides[: order.place(number) - 1])
        assert before <= set(range(1, number)) or order.place(number) == number
        assert set(range(1, number)) - before <= set(order.appendix) or len(before) == number - 1


def _in_build_up(deck: Made, number: int) -> bool:
    runs = ((s.number, s.step_of) for s in deck.deck.slides if s.step_of)
    return any(first <= number <= last for first, last in runs)


def _closing(deck: Made) -> int:
    """The first closing: what comes after it may move up where something left for the appendix."""
    shown = (deck.shown(slide.number) for slide in deck.deck.slides)
    return next((v.slide for v in shown if v and v.motif is Motif.CLOSING), len(deck.verdicts))


@many
@given(decks)
def test_what_belongs_together_stays_together(deck: Made) -> None:
    order = proposed(deck)
    for slide in deck.deck.slides:
        if slide.hidden and slide.number > 1:
            assert order.place(slide.number) == order.place(slide.number - 1) + 1
        if slide.step_of:
            run = range(slide.number, slide.step_of + 1)
            places = [order.place(n) - order.place(slide.number) for n in run]
            assert places == list(range(len(run)))
    for card in cards_of(deck):
        if card.tie:
            assert order.place(card.slide) == order.place(card.slide - 1) + 1


@many
@given(decks)
def test_dividers_lead_their_sections(deck: Made) -> None:
    order, found = proposed(deck), shape(cards_of(deck))
    if found.pins:  # what holds its place may come to stand inside of a section
        return
    fronted = _fronted(deck, order)
    for section in sections(found.middle):
        head = [card.slide for atom in section.head for card in atom]
        body = [n for n in _body(section) if n not in order.appendix and n not in fronted]
        if head and body:
            line = [n for n in order.slides if n in (*head, *body)]
            assert line[: len(head)] == head
            assert [order.place(n) for n in head] == _run(order.place(head[0]), len(head))


def _fronted(deck: Made, order: Order) -> set[int]:
    """The slides brought to the front so that the customer need not wait."""
    front = len(shape(cards_of(deck)).front)
    opening = order.slides[front : front + len(deck.verdicts)]
    first = next((i for i, n in enumerate(opening) if n < max(opening[: i + 1])), 0)
    return set(opening[:first])


def _body(section: Section) -> list[int]:
    return [card.slide for unit in section.units for atom in unit.atoms for card in atom]


def _run(first: int, count: int) -> list[int]:
    return list(range(first, first + count))


@many
@given(decks)
def test_without_dividers_groups_come_in_order_behind_the_story(deck: Made) -> None:
    order, found = proposed(deck), shape(cards_of(deck))
    if not order.changed or found.pins or len(sections(found.middle)) > 1:
        return
    if any(card.tie for card in found.middle):
        return
    of = {card.slide: card for card in found.middle if card.rank is not None}
    line = [of[n] for n in order.slides if n in of and n not in order.appendix]
    rest = list(itertools.dropwhile(lambda card: card.theirs or card.both, line))
    assert rest == sorted(rest, key=lambda card: (card.rank, card.slide))
    opening = range(load_order().rank("how"))
    assert all(card.rank not in opening for card in rest if card.theirs)


@many
@given(decks)
def test_the_customer_comes_within_the_first_slides(deck: Made) -> None:
    order, found = proposed(deck), shape(cards_of(deck))
    roles = load_order().roles
    opening = {load_order().rank(group) for group in (*roles.opening, *roles.second)}
    if not any(card.theirs and card.rank in opening for card in found.middle):
        return
    if any(card.tie for card in found.middle) or found.pins or order.note is not Note.PROPOSED:
        return
    was, first = order.before.first_customer, order.after.first_customer
    assert was is not None
    assert first is not None
    assert first <= max(min(was, load_order().first_within), len(found.front) + 1)


LATE = (
    "neutral title",
    "neutral agenda",
    "vendor company",
    "vendor logos",
    "vendor product",
    "vendor product",
    "customer problem",
    "customer goal",
    "customer plan",
    "neutral closing",
)


def test_a_late_customer_comes_first() -> None:
    order = order_of(*LATE)
    assert order.slides == (1, 2, 7, 8, 5, 6, 3, 4, 9, 10)
    assert order.appendix == ()
    assert (order.before.first_customer, order.after.first_customer) == (7, 3)
    assert (order.before.vendor_run, order.after.vendor_run) == (4, 4)
    assert order.before.opens_with is Motif.COMPANY
    assert order.after.opens_with is Motif.PROBLEM
    whys = {move.slide: move.why for move in order.moves}
    assert set(whys) == {3, 4, 7, 8}
    assert whys[7].startswith("What troubles them")


def test_an_agenda_that_comes_later_holds_its_place_and_is_not_said_to_move() -> None:
    order = order_of(
        "neutral title",
        "neutral other",
        "neutral other",
        "neutral agenda",
        "customer goal",
        "vendor product",
    )
    assert order.slides == (1, 5, 2, 4, 3, 6)
    assert [move.slide for move in order.moves] == [5, 3]
    assert order.moves[1].why == "It stays near slide 5."


def test_names_go_to_the_appendix_where_there_is_one() -> None:
    order = order_of(
        "neutral title",
        "vendor logos",
        "vendor product",
        "vendor product",
        "customer problem",
        "neutral closing",
        "vendor method",
    )
    assert order.slides == (1, 5, 3, 4, 6, 7, 2)
    assert order.appendix == (7, 2)
    assert "appendix" in next(move.why for move in order.moves if move.slide == 2)


def test_names_that_need_not_move_stay() -> None:
    lines = (
        "neutral title",
        "customer problem",
        "vendor product",
        "vendor logos",
        "neutral closing",
    )
    order = order_of(*lines)
    assert (order.changed, order.note, order.appendix) == (False, Note.KEPT, ())


def test_unsure_and_neutral_slides_stay_beside_their_neighbour() -> None:
    order = order_of(
        "neutral title",
        "vendor company",
        "customer goal unsure",
        "neutral other",
        "customer problem",
        "vendor product",
    )
    assert order.slides == (1, 5, 6, 2, 3, 4)


def test_a_story_that_stands_in_front_keeps_its_order() -> None:
    lines = (
        "neutral title",
        "customer problem",
        "customer insight",
        "customer goal",
        "customer peer",
        "customer outcome",
    )
    assert not order_of(*lines, "vendor product").changed
    late = order_of(*lines, "vendor product", "customer people")
    assert late.slides == (1, 3, 8, 2, 4, 6, 7, 5)
    turned = ("neutral title", "customer outcome", "customer problem", "vendor product")
    assert order_of(*turned).slides == (1, 3, 2, 4)


def test_a_build_up_and_numbered_parts_move_as_one() -> None:
    order = order_of(
        "vendor product",
        "vendor product",
        "customer problem step",
        "customer problem",
        "customer goal",
        "vendor product",
        titles=("How (1/2)", "How (2/2)", "Late", "Late", "Aims", "Aims, continued"),
    )
    assert order.slides == (3, 4, 5, 6, 1, 2)
    assert [move.slide for move in order.moves] == [1, 2]


def test_a_divider_without_a_section_takes_nothing_in() -> None:
    lines = ("neutral title", "vendor product", "vendor company", "customer problem")
    order = order_of(*lines, "neutral divider", "neutral closing")
    assert order.slides == (1, 4, 2, 3, 5, 6)


def test_sections_move_with_their_dividers() -> None:
    order = order_of(
        "neutral title",
        "neutral divider",
        "vendor product",
        "vendor method",
        "neutral divider",
        "vendor product",
        "customer problem",
        "customer goal",
        "neutral closing",
    )
    assert order.slides == (1, 5, 7, 8, 6, 2, 3, 4, 9)


def test_where_a_section_comes_too_late_one_slide_leaves_it() -> None:
    order = order_of(
        "neutral title",
        *["vendor product"] * 4,
        "neutral divider",
        "vendor product",
        "customer problem",
        "vendor product",
    )
    assert order.slides == (1, 8, 2, 3, 4, 5, 6, 7, 9)
    assert len(order.moves) == 1


def test_an_existing_appendix_is_left_alone() -> None:
    order = order_of(
        "neutral title",
        "vendor product",
        "customer problem",
        "neutral divider",
        "vendor company",
        "customer insight",
        titles=("Acme", "Flow", "Late", "Appendix"),
    )
    assert order.slides == (1, 3, 2, 4, 5, 6)
    assert order.appendix == (4, 5, 6)


def test_decks_without_their_customer_are_told_so() -> None:
    assert order_of("vendor company", "vendor product").note is Note.NOTHING_ABOUT_THEM
    assert order_of("vendor company", "customer goal unsure").note is Note.UNDECIDED
    unsure = ["vendor product unsure"] * 2
    assert order_of("vendor company", *unsure).note is Note.TOO_LITTLE
    assert order_of("vendor company", "mixed goal product").note is Note.PROPOSED


@pytest.mark.parametrize("purpose", [Purpose.TRAINING, Purpose.LATE_COMPARISON, Purpose.INTERNAL])
def test_a_purpose_may_set_the_order(purpose: Purpose) -> None:
    order = proposed(made([(line, "") for line in LATE]), purpose)
    assert (order.note, order.changed) == (Note.FOR_PURPOSE, False)
    assert order.before == order.after
    assert order.before.first_customer == 7


STORY = (
    "neutral title",
    "neutral agenda",
    "customer insight",
    "customer people",
    "customer problem",
    "customer problem",
    "customer goal",
    "customer outcome",
    "vendor product",
    "vendor method",
    "customer peer",
    "vendor company",
    "vendor logos",
    "customer risk",
    "customer plan",
    "neutral closing",
)


@pytest.mark.parametrize("seed", range(30))
def test_a_shuffled_story_comes_back(seed: int) -> None:
    dice, last = random.Random(seed), len(STORY) - 1
    order = [0, 1, *dice.sample(range(2, last), last - 2), last]
    deck = made([(STORY[at], "") for at in order])
    back = [order[number - 1] for number in proposed(deck).slides]
    assert kendall(back) >= 0.9
    assert proposed(deck).after.first_customer == 3


def test_the_story_itself_is_left_alone() -> None:
    assert order_of(*STORY).note is Note.KEPT


def test_where_moving_brings_nothing_the_order_is_kept() -> None:
    order = order_of(
        "neutral title", "customer problem", "vendor company", "vendor product", "customer plan"
    )
    assert (order.changed, order.note) == (False, Note.KEPT)
    assert order.before == order.after


def test_a_longer_stretch_about_the_vendor_needs_a_gain() -> None:
    lines = ["customer problem", "vendor product", "customer plan", "vendor method"]
    assert order_of(*lines, "customer plan").note is Note.KEPT
    late = order_of("vendor product", "customer problem", "vendor method", "vendor product")
    assert (late.before.vendor_run, late.after.vendor_run) == (2, 3)
    assert late.after.first_customer == 1


def test_more_of_the_customer_before_the_vendor_is_worth_to_move() -> None:
    lines = ["customer problem", "vendor product", "customer goal", "customer goal"]
    end = ["customer outcome", "customer plan"]
    assert order_of(*lines, *end).after.heard == 4
    assert order_of(*lines, end[1]).note is Note.KEPT


def test_numbered_steps_keep_what_stands_between_them() -> None:
    order = order_of(
        "neutral title",
        "neutral reference",
        "vendor product",
        "neutral reference",
        "neutral other",
        "customer problem",
        "customer goal",
        titles=("", "Step 1: Read", "Meanwhile", "Step 2: Design", "Wrap-up"),
    )
    assert order.slides == (1, 6, 7, 2, 3, 4, 5)
