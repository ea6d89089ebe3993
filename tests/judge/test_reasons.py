from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from sowhat.judge import reasons
from sowhat.model import BlockVerdict, Box, Motif, Place, Side, Sign, Slide, Source, Stance
from tests.decks import slide

SLIDE = slide(1, "Half and half", "Your invoices are late", "Our platform reads them", "Page")
VENDOR, CUSTOMER, NEUTRAL = (0.9, 0.05, 0.0, 0.05), (0.1, 0.8, 0.0, 0.1), (0.1, 0.1, 0.0, 0.8)


def sign(side: Side, motif: Motif | None, quote: str, weight: float = 1.0) -> Sign:
    block = next((i for i, b in enumerate(SLIDE.blocks) if quote in b.text), 0)
    start = SLIDE.blocks[block].text.find(quote)
    place = Place(1, box=Box(0, 0, 1, 1), quote=quote, block=block, start=start)
    return Sign(f"{motif}/{quote}", "phrase", motif, side, weight, "why", place)


def read(*chances: tuple[float, float, float, float]) -> tuple[BlockVerdict, ...]:
    return tuple(BlockVerdict(i, 1 / len(chances), one) for i, one in enumerate(chances))


def told(
    stance: Stance,
    signs: Sequence[Sign] = (),
    blocks: Sequence[BlockVerdict] = (),
    motifs: Sequence[Motif] = (Motif.PRODUCT, Motif.PROBLEM),
    on: Slide = SLIDE,
) -> list[tuple[str, str | None]]:
    found = reasons.evidence(on, stance, motifs, signs, blocks)
    return [(one.side.value, one.place.quote) for one in found]


OURS = sign(Side.VENDOR, Motif.PRODUCT, "Our platform")
THEIRS = sign(Side.CUSTOMER, Motif.PROBLEM, "late")


def test_only_the_stances_own_side_speaks() -> None:
    blocks = read(VENDOR, CUSTOMER, VENDOR, NEUTRAL)
    assert told(Stance.VENDOR, [OURS, THEIRS], blocks) == [
        ("vendor", "Our platform"),
        ("vendor", "Half and half"),
    ]
    assert {side for side, _ in told(Stance.CUSTOMER, [OURS, THEIRS], blocks)} == {"customer"}
    assert {side for side, _ in told(Stance.NEUTRAL, [OURS, THEIRS], blocks)} == {"neutral"}


def test_a_block_is_not_shown_again_where_a_rule_marks_its_words() -> None:
    found = told(Stance.VENDOR, [OURS], read(NEUTRAL, NEUTRAL, VENDOR))
    assert found == [("vendor", "Our platform")]


def test_a_mixed_slide_shows_both_sides() -> None:
    many = [sign(Side.VENDOR, Motif.PRODUCT, word, 2.0) for word in SLIDE.blocks[2].text.split()]
    more = [sign(Side.VENDOR, Motif.PRODUCT, word, 2.0) for word in SLIDE.blocks[0].text.split()]
    found = told(Stance.MIXED, [*many, *more, THEIRS])
    assert len(found) == reasons.MOST_EVIDENCE
    assert found[-1] == ("customer", "late")


def test_blocks_speak_where_no_rule_does() -> None:
    found = reasons.evidence(SLIDE, Stance.CUSTOMER, (Motif.GOAL,), (), read(VENDOR, CUSTOMER))
    assert [one.id for one in found] == ["reads-customer"]
    assert found[0].place.quote == "Your invoices are late"
    assert "80%" in found[0].why


@pytest.mark.parametrize(
    "blocks", [(), read(VENDOR), (BlockVerdict(1, reasons.LEAST_SHARE / 2, CUSTOMER),)]
)
def test_where_nothing_speaks_for_the_stance_that_is_said(
    blocks: tuple[BlockVerdict, ...],
) -> None:
    found = reasons.evidence(SLIDE, Stance.CUSTOMER, (Motif.GOAL,), [OURS], blocks)
    assert [one.id for one in found] == ["nothing"]
    assert found[0].place.box is not None


def test_rules_come_before_blocks_and_voices_last() -> None:
    voice = Sign("you", "pronoun", None, Side.CUSTOMER, 9.0, "why", Place(1, quote="Your", block=1))
    found = reasons.evidence(
        SLIDE, Stance.CUSTOMER, (Motif.PROBLEM,), [voice, THEIRS], read(NEUTRAL, NEUTRAL, CUSTOMER)
    )
    assert [one.kind for one in found] == ["phrase", "reading", "pronoun"]


def test_words_read_from_a_picture_are_told_as_such() -> None:
    drawn = replace(OURS, place=replace(OURS.place, source=Source.OCR))
    found = reasons.evidence(SLIDE, Stance.VENDOR, (Motif.PRODUCT,), [drawn], ())
    assert [one.why for one in found] == ["why (Read from the picture.)"]
    found = reasons.evidence(SLIDE, Stance.VENDOR, (Motif.PRODUCT,), [OURS], ())
    assert [one.why for one in found] == ["why"]


def test_what_was_not_read_stands_last() -> None:
    nothing = reasons.evidence(SLIDE, Stance.CUSTOMER, (Motif.GOAL,), [], ())
    assert [one.id for one in reasons.with_unread(SLIDE, nothing)] == ["not-read"]
    many = reasons.with_unread(SLIDE, [OURS] * reasons.MOST_EVIDENCE)
    assert len(many) == reasons.MOST_EVIDENCE
    assert many[-1].id == "not-read"


@pytest.mark.parametrize("address", ["https://acme.com/watch?v=1", "www.acme.com", "jo@acme.com"])
def test_an_address_is_no_reason(address: str) -> None:
    blocks = read(NEUTRAL, VENDOR)
    quotes = [quote for _, quote in told(Stance.VENDOR, [], blocks, on=slide(1, "Acme", address))]
    assert quotes == [None]
    said = f"Ask us: {address}"
    assert told(Stance.VENDOR, [], blocks, on=slide(1, "Acme", said)) == [("vendor", said)]
