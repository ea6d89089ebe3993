from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from sowhat.advise import advise
from sowhat.model import Action, Advice, Motif, Origin, Party, Profile, Purpose
from sowhat.rules import load
from tests.advise.rules import RULES
from tests.measure.decks import deck_of, profile_of, sign, verdicts_of

DECK = (
    "neutral title",
    "vendor company",
    "vendor logos",
    "vendor product",
    "vendor product praise",
    "customer problem",
    "customer plan",
    "neutral closing",
)
WORDS = ("", "Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Eta", "Theta", "Iota", "Kappa")


def advised(lines: Sequence[str], profile: Profile | None = None) -> dict[int, Advice]:
    text = {str(n): f"{WORDS[n]} claims" for n in range(1, len(lines) + 1)}
    deck, verdicts = deck_of(lines, text), verdicts_of(lines)
    found = advise(deck, profile or profile_of(), verdicts, RULES)
    slides = [advice.slide for advice in found]
    assert slides == sorted(set(slides))
    return {advice.slide: advice for advice in found}


def test_actions_follow_the_main_motif() -> None:
    actions = {n: (advice.action, advice.to) for n, advice in advised(DECK).items()}
    assert actions == {
        2: (Action.MOVE, 7),
        3: (Action.MOVE, 7),
        4: (Action.REWRITE, None),
        5: (Action.REWRITE, None),
        6: (Action.MOVE, 4),
        8: (Action.REWRITE, None),
    }


def test_what_stands_well_is_told_as_the_deck_is_now() -> None:
    heard = advised(["customer goal", "vendor product", "vendor logos", "customer plan"])[3]
    assert heard.why.startswith("It stands well here, after your customer has been heard.")
    later = advised(["vendor product", "vendor logos", "customer goal", "customer problem"])[2]
    assert (later.action, later.to) == (Action.KEEP, None)
    assert later.why.startswith("In the new order your customer is heard before it")


def test_where_no_customer_follows_a_move_saves_nothing() -> None:
    advice = advised(["neutral title", "vendor company", "vendor logos", "neutral closing"])
    assert advice[2].action is Action.REWRITE
    assert advice[2].to is None


def test_proof_stays_where_it_stands_well_and_moves_where_it_does_not() -> None:
    lines = ["vendor logos", "vendor product", "customer goal", "customer problem"]
    assert (advised(lines)[1].action, advised(lines)[1].to) == (Action.MOVE, None)
    well = advised(["customer goal", "vendor product", "vendor logos", "customer plan"])[3]
    assert (well.action, well.so_what.endswith("?")) == (Action.KEEP, True)


def test_nothing_stands_well_in_a_long_stretch_about_the_vendor() -> None:
    theirs = ["customer goal", "customer problem", "customer insight"]
    ours = [*["vendor product"] * 4, "vendor company"]
    among = advised([*theirs, *ours])[8]
    assert among.action is Action.REWRITE
    assert among.why.startswith("It is one of 5 slides about you in a row.")
    assert advised([*theirs, *ours[1:]])[7].action is Action.KEEP


def test_nothing_stands_well_in_a_deck_about_the_vendor() -> None:
    late = advised(["customer goal", "vendor product", "vendor product", "vendor company"])[4]
    assert late.action is Action.REWRITE
    assert late.why.startswith("Most of this deck is about you.")


def test_what_late_buyers_came_for_is_asked_whatever_else_is_on_the_slide() -> None:
    who = profile_of(Purpose.LATE_COMPARISON)
    priced = advised(["customer goal", "vendor company offer"], who)[2]
    assert (priced.action, priced.so_what.endswith("?")) == (Action.KEEP, True)
    assert priced.why.startswith("These listeners came for it")


def test_slides_about_the_customer_are_brought_forward() -> None:
    assert 3 not in advised(["neutral title", "vendor product", "customer plan"])
    forward = advised(["neutral title", "vendor product", "customer plan", "customer goal"])
    assert (forward[4].action, forward[4].to) == (Action.MOVE, 2)
    assert forward[4].why.startswith("Where they want to go")
    assert 2 not in advised(["customer problem", "customer goal", "vendor product"])


def test_what_is_neither_sides_holds_its_place() -> None:
    assert 2 not in advised(["neutral title", "neutral legal", "vendor product", "customer goal"])


def test_unsure_and_hidden_slides_get_none() -> None:
    assert advised(["vendor product unsure", "vendor product hidden", "neutral title"]) == {}


def test_each_claim_meets_its_own_question_and_at_most_three() -> None:
    lines = ["vendor product", "vendor product"]
    claims = ("Alpha scans every parcel", "Beta weighs every parcel", "Gamma prints all labels")
    said = "\n".join((*claims, "Zeta reads any bill"))
    deck, verdicts = deck_of(lines, {"1": said, "2": "Delta sorts all returns"}), verdicts_of(lines)
    evidence = tuple(
        replace(one, place=replace(one.place, block=block, start=0))
        for block, words in enumerate(said.splitlines())
        for one in [sign(1, Motif.PRODUCT, words)]
    )
    told = [replace(verdicts[0], evidence=evidence), verdicts[1]]
    first, second = advise(deck, profile_of(), told, load())
    assert [one.quote for one in first.further] == list(claims[1:])
    assert len(set(first.questions)) == len(first.questions) == 3
    for quote, question in zip(claims, first.questions, strict=True):
        assert f"“{quote}”" in question
        assert first.question_to(quote) == question
    assert first.question_to("nobody said this") == ""
    assert second.further == ()
    assert second.question_to("anything") == second.so_what


def test_slides_that_stay_get_one_question_and_no_draft() -> None:
    advice = advised(DECK, profile_of(Purpose.TRAINING)).values()
    kept = [one for one in advice if one.action is Action.KEEP]
    assert kept
    assert all(one.draft is None and not one.further for one in kept)


def test_mixed_slides_are_asked_for_their_vendor_half() -> None:
    advice = advised(["mixed goal product"])[1]
    assert advice.action is Action.REWRITE
    assert advice.so_what.startswith("product: ")


def test_purposes_keep_what_their_audience_came_for() -> None:
    for purpose in (Purpose.TRAINING, Purpose.LATE_COMPARISON, Purpose.INTERNAL):
        advice = advised(DECK, profile_of(purpose))
        assert advice[4].action is Action.KEEP
        assert advice[4].so_what.endswith("?")
        assert 6 not in advice
    assert advised(DECK, profile_of(Purpose.LATE_COMPARISON))[3].action is Action.REWRITE


def test_questions_quote_the_claim_once_and_name_the_customer() -> None:
    first = advised(["vendor product"])[1]
    assert first.so_what == "product: “Alpha claims” – what does it change for your customer?"
    assert first.draft == "[customer]: from __ to __ with Acme"
    assert first.why == "Your customer waits."
    known = Profile(Party("Acme", (), Origin.GIVEN), Party("Northwind", (), Origin.GIVEN))
    second = advised(["vendor product", "vendor product"], known)[2]
    assert second.so_what == "Northwind hears “Beta claims”: so what?"
    assert second.draft == "Northwind: from __ to __ with Acme"


def test_without_words_it_is_this_slide() -> None:
    lines = ["vendor product", "vendor product"]
    found = advise(deck_of(lines), Profile(), verdicts_of(lines), RULES)
    assert found[0].so_what == "product: this slide – what does it change for your customer?"
    assert found[1].so_what == "Your customer hears this slide: so what?"
    assert found[0].draft == "[customer]: from __ to __ with [your company]"


def test_neighbours_are_asked_different_questions() -> None:
    found = advised(["vendor product"] * 6 + ["vendor praise"] * 3)
    asked = [advice.so_what.replace(f"{WORDS[n]} claims", "") for n, advice in found.items()]
    assert all(left != right for left, right in itertools.pairwise(asked))
    assert len(set(asked[:3])) == 3


def test_a_draft_begins_with_the_slides_own_sentences() -> None:
    lines = ["vendor product", "vendor product"]
    text = {"1": "Reduce downtime", "2": "Reduce downtime in all plants\nDetect leaks in pipes"}
    text["1"] += "\nAutomate the planning of shifts"
    found = advise(deck_of(lines, text), profile_of(), verdicts_of(lines), RULES)
    assert found[0].draft == (
        "You automate the planning of shifts and need __ instead of __ for it.\n"
        "[customer]: from __ to __ with Acme"
    )
    assert found[1].draft == (
        "You reduce downtime in all plants: from __ today to __.\n"
        "You detect leaks in pipes and can __."
    )
