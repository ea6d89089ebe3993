from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from sowhat import compare, measure
from sowhat.compare.outcomes import outcomes
from sowhat.model import (
    Action,
    Advice,
    Audit,
    Comparison,
    Fate,
    Finding,
    Measures,
    Motif,
    Party,
    Profile,
    Stance,
    Verdict,
)
from sowhat.rules.measures import load_measures
from tests import decks
from tests.measure.decks import deck_of, profile_of, verdicts_of

NOTHING = Measures(0, 0, 0, 0, 0, 0, None, None, None, None, None, None, 0, 0, 0, 0, 0)
OLD = decks.written(
    ("Our founders", "Two friends in a garage"),
    ("Our platform", "It has nine modules and a hub"),
    ("Why drivers leave you", "They wait four hours at the gate"),
    ("Prices", "Nine euros a seat and month"),
)


def audit(order: tuple[int, ...], share: float | None, first: int | None, **more: object) -> Audit:
    """An audit of the old deck's slides in ``order``; from the third on they are the customer's."""
    slides = tuple(replace(OLD.slides[n - 1], number=at) for at, n in enumerate(order, start=1))
    stances = [Stance.CUSTOMER if n >= 3 else Stance.VENDOR for n in order]
    chances = (0.7, 0.1, 0.1, 0.1)
    verdicts = tuple(
        Verdict(at, stance, (Motif.OTHER,), 0.9, False, chances)
        for at, stance in enumerate(stances, start=1)
    )
    band = None if share is None else load_measures().bands.of(share)
    measures = replace(NOTHING, vendor_share=share, band=band, first_customer_slide=first)
    whole = Audit(
        deck=replace(OLD, slides=slides),
        profile=Profile(Party("Acme")),
        verdicts=verdicts,
        measures=measures,
        findings=(),
        advice=(),
        sentence="",
        version="0",
    )
    return replace(whole, **more)  # type: ignore[arg-type]


@pytest.fixture
def found() -> Comparison:
    late, proof, risk = (
        Finding(name, slides, f"About {name}.")
        for name, slides in (("late-customer", (3,)), ("no-proof", (1,)), ("only-cost", ()))
    )
    asked = tuple(Advice(slide, Action.REWRITE) for slide in (1, 2))
    old = audit((1, 2, 3, 4), 0.75, 3, findings=(late, proof), advice=asked)
    again = (Advice(3, Action.REWRITE), Advice(1, Action.MOVE, to=3))
    new = audit((3, 1, 2), 0.5, 1, findings=(risk, replace(proof, slides=(2,))), advice=again)
    return compare.compare(old, new)


def test_findings_are_resolved_new_or_remain(found: Comparison) -> None:
    told = [(item.id, item.fate, item.old, item.new) for item in found.outcomes]
    assert told[:3] == [
        ("late-customer", Fate.RESOLVED, (3,), ()),
        ("only-cost", Fate.NEW, (), ()),
        ("no-proof", Fate.REMAINS, (1,), (2,)),
    ]


def test_advice_follows_its_slide(found: Comparison) -> None:
    told = {(item.id, item.fate, item.old, item.new) for item in found.outcomes[3:]}
    assert told == {
        ("rewrite", Fate.RESOLVED, (1,), (2,)),
        ("rewrite", Fate.REMAINS, (2,), (3,)),
        ("move", Fate.NEW, (3,), (1,)),
    }
    assert compare.advised(found, Fate.RESOLVED) == "rewrite slide 1 of the old deck"
    assert compare.advised(found, Fate.REMAINS) == "rewrite slide 3"


def test_a_slide_that_is_gone_needs_no_advice() -> None:
    old = audit((1, 2, 3), 0.7, 3, advice=(Advice(2, Action.CUT),))
    (only,) = outcomes(old, audit((1, 3), 0.5, 2), ())
    assert (only.fate, only.old, only.new) == (Fate.RESOLVED, (2,), ())


def test_rows_say_what_became_of_each_slide(found: Comparison) -> None:
    rows = compare.slides(found)
    assert [(row.old, row.new, row.told) for row in rows] == [
        (3, 1, "moved, was 3"),
        (1, 2, "was 1"),
        (2, 3, "was 2"),
    ]
    assert [(row.old, row.title, row.told) for row in compare.gone(found)] == [
        (4, "Prices", "gone")
    ]
    assert compare.counted(found) == (
        "3 of the old deck's 4 slides are still there; 1 moved and 1 went."
    )


def test_the_figures_of_both_are_beside_each_other(found: Comparison) -> None:
    told = {row.name: (row.before, row.after) for row in compare.figures(found)}
    assert told["Slides"] == ("4", "3")
    assert told["Vendor share"] == ("75%, About us", "50%, Both")
    assert told["First slide about your customer"] == ("3", "1")
    assert told["Opens with"] == ("none", "none")
    assert "Unsure" not in told  # there is none in either


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ((0.75, 3), (0.5, 1), "fell from 75% to 50%. Your customer first appears on slide 1 inst"),
        ((0.5, 1), (0.75, 2), "rose from 50% to 75%."),
        ((0.5, 1), (0.5, 1), "is 50%, as before. Your customer first appears on slide 1, as bef"),
        ((None, None), (0.5, 1), "is 50%; before there was none. Your customer appears now, fir"),
        ((0.5, 1), (None, None), "any more; it was 50%. Your customer no longer appears; the fi"),
        ((None, None), (None, None), "before or after. No slide is about your customer alone"),
    ],
)
def test_the_sentence(
    before: tuple[float | None, int | None], after: tuple[float | None, int | None], said: str
) -> None:
    told = compare.compare(audit((1, 2, 3), *before), audit((1, 2, 3), *after)).sentence
    assert said in told
    assert "stood out" not in told


def test_stances_that_turned() -> None:
    old, new = audit((1, 2, 3), 0.5, 3), audit((1, 2, 3), 0.5, 3)
    verdicts = list(new.verdicts)
    verdicts[0] = replace(verdicts[0], stance=Stance.MIXED)
    verdicts[1] = replace(verdicts[1], unsure=True)
    found = compare.compare(old, replace(new, verdicts=tuple(verdicts)))
    assert [pair.new for pair in found.turned] == [1, 2]
    assert found.edited == ()


def test_decks_of_one_name_are_told_apart_by_their_folders() -> None:
    old, new = audit((1,), None, None), audit((1,), None, None)
    old = replace(old, deck=replace(old.deck, path="/work/may/deck.pptx"))
    new = replace(new, deck=replace(new.deck, path="C:\\june\\deck.pptx"))
    found = compare.compare(old, new)
    assert compare.names(found) == ("may/deck.pptx", "june/deck.pptx")


def test_what_is_gone_stands_after_what_it_followed() -> None:
    found = compare.compare(audit((1, 2, 3, 4), 0.5, 3), audit((4, 1, 2), 0.5, 1))
    rows = [(row.old, row.new) for row in compare.aligned(found)]
    assert rows == [(4, 1), (1, 2), (2, 3), (3, None)]


def test_a_first_slide_that_is_gone_stands_first() -> None:
    found = compare.compare(audit((1, 2, 3), 0.5, 3), audit((2, 3), 0.5, 2))
    assert [(row.old, row.new) for row in compare.aligned(found)] == [(1, None), (2, 1), (3, 2)]


LACKING = ("vendor company", "vendor product", "vendor method", "vendor offer", "customer plan")


def judged(lines: Sequence[str], title: str = "Slide {n}") -> Audit:
    """An audit of made slides with the findings that the program tells of them."""
    words = {str(n): f"{title.format(n=n)}\nline {n} has {n * 7} words" for n in range(1, 9)}
    deck, verdicts, signs = deck_of(lines, words), verdicts_of(lines), ((),) * len(lines)
    measures = measure.measure(deck, verdicts, signs)
    found = measure.findings(deck, profile_of(), verdicts, measures, signs)
    return Audit(deck, profile_of(), verdicts, measures, found, (), "", "0", signs=signs)


def fates(found: Comparison) -> dict[str, Fate]:
    return {item.id: item.fate for item in found.outcomes if item.kind == "finding"}


def with_words(audit: Audit, slide: int, words: str) -> Audit:
    slides = list(audit.deck.slides)
    block = replace(slides[slide - 1].blocks[-1], text=words)
    slides[slide - 1] = replace(slides[slide - 1], blocks=(*slides[slide - 1].blocks[:-1], block))
    return replace(audit, deck=replace(audit.deck, slides=tuple(slides)))


def test_a_finding_that_fell_silent_is_not_resolved() -> None:
    old = judged(LACKING)
    new = with_words(judged(("vendor company unsure", *LACKING[1:])), 1, "line 1 is another now")
    assert "no-people" not in {finding.id for finding in new.findings}  # too few are judged
    told = compare.compare(old, new)
    assert [pair.new for pair in told.pairs if pair.changed] == [1]
    assert {fates(told)[name] for name in ("no-people", "no-peer")} == {Fate.REMAINS}
    assert "1 slide that was counted before is unsure now and left out." in told.sentence


def test_a_finding_is_resolved_by_what_speaks_to_it() -> None:
    new = with_words(judged(("customer people", *LACKING[1:])), 1, "line 1 names your planners")
    told = fates(compare.compare(judged(LACKING), new))
    assert (told["no-people"], told["no-peer"]) == (Fate.RESOLVED, Fate.REMAINS)


def test_what_a_worse_finding_replaces_is_not_resolved() -> None:
    old, new = judged(LACKING), judged((*LACKING[:4], "customer problem"))
    told = fates(compare.compare(old, with_words(new, 5, "line 5 is of late trucks now")))
    assert "plan-without-both" in {finding.id for finding in old.findings}
    assert "plan-without-both" not in told
    assert told["no-plan"] is Fate.NEW


def test_what_was_lacking_is_lacking_in_a_shorter_deck() -> None:
    told = fates(compare.compare(judged(LACKING), judged(LACKING[:4])))
    assert (told["no-people"], told["no-plan"]) == (Fate.REMAINS, Fate.NEW)
    assert "plan-without-both" not in told


def test_advice_on_a_slide_that_is_unsure_now_remains() -> None:
    old = replace(judged(LACKING), advice=(Advice(1, Action.REWRITE), Advice(2, Action.CUT)))
    new = with_words(judged(("vendor company unsure", *LACKING[1:])), 1, "line 1 is another now")
    told = [i for i in compare.compare(old, new).outcomes if i.kind == "advice"]
    assert [(i.id, i.fate) for i in told] == [("cut", Fate.RESOLVED), ("rewrite", Fate.REMAINS)]


def test_of_two_different_decks_only_the_shares_are_compared() -> None:
    old = replace(judged(LACKING), advice=(Advice(1, Action.REWRITE),))
    new = judged(("customer goal",) * 4)
    strange = ("Why barges wait", "Nine harbours", "Whom we asked", "Who goes first")
    for number, words in enumerate(strange, 1):
        new = with_words(new, number, words)
    slides = tuple(
        replace(slide, title=words, blocks=(replace(slide.blocks[0], text=words), slide.blocks[1]))
        for slide, words in zip(new.deck.slides, strange, strict=True)
    )
    told = compare.compare(old, replace(new, deck=replace(new.deck, slides=slides)))
    assert (told.apart, told.outcomes) == (True, ())
    assert told.sentence == (
        "These seem to be two different decks: 0 slides of 5 and 4 are in both. "
        "The vendor share is 80% in the old one and 0% in the new one."
    )


def test_the_names_are_beside_each_other(found: Comparison) -> None:
    told = {row.name: (row.before, row.after) for row in compare.figures(found)}
    assert told["Your company"] == ("Acme", "Acme")
    assert told["Your customer"] == ("none", "none")
    assert told["Purpose"] == ("first meeting", "first meeting")
