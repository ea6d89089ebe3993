from __future__ import annotations

import itertools
from collections.abc import Sequence

from sowhat.advise import advise
from sowhat.model import Action, Advice, Origin, Party, Profile, Purpose
from tests.advise.rules import RULES
from tests.measure.decks import deck_of, profile_of, verdicts_of

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
    heard = advised(["customer goal", "vendor product", "vendor logos", "neutral closing"])[3]
    assert heard.why.startswith("It stands well here, after your customer has been heard.")
    later = advised(["neutral title", "vendor product", "vendor logos", "customer goal"])[3]
    assert (later.action, later.to) == (Action.KEEP, None)
    assert later.why.startswith("In the new order your customer is heard before it")


def test_where_no_customer_follows_a_move_saves_nothing() -> None:
    advice = advised(["neutral title", "vendor company", "vendor logos", "neutral closing"])
    assert advice[2].action is Action.REWRITE
    assert advice[2].to is None


def test_proof_stays_where_it_stands_well_and_moves_where_it_does_not() -> None:
    lines = [
        "customer goal",
        "vendor logos",
        "vendor product",
        "vendor product",
        "neutral closing",
    ]
    assert (advised(lines)[2].action, advised(lines)[2].to) == (Action.MOVE, 5)
    assert (advised(lines[:4])[2].action, advised(lines[:4])[2].to) == (Action.MOVE, None)
    well = advised([lines[0], *lines[2:4], lines[1], lines[4]])[4]
    assert (well.action, well.so_what.endswith("?")) == (Action.KEEP, True)


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
