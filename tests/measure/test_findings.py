from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sowhat import measure
from sowhat.model import Finding, Gap, Sign, Verdict
from tests.measure.decks import NO_TEXT, deck_of, profile_of, sign, verdicts_of


def found(
    lines: Sequence[str],
    text: Mapping[str, str] = NO_TEXT,
    signs: Sequence[Sequence[Sign]] | None = None,
) -> dict[str, Finding]:
    deck, verdicts = deck_of(lines, text), verdicts_of(lines)
    signs = signs or [()] * len(lines)
    measures = measure.measure(deck, verdicts, signs)
    answer = measure.findings(deck, profile_of(), verdicts, measures, signs)
    return {finding.id: finding for finding in answer}


def test_message_for_one_and_for_many() -> None:
    one = ["neutral title", "vendor company", "neutral divider", "neutral divider", "customer goal"]
    assert found(one)["late-customer"].message == (
        "Your customer first appears on slide 5, after 1 slide about you."
    )
    many = ["neutral title", "vendor company", "vendor logos", "neutral divider", "customer goal"]
    assert found(many)["late-customer"].message == (
        "Your customer first appears on slide 5, after 2 slides about you."
    )
    assert found(many)["late-customer"].slides == (5,)
    assert found(many)["proof-first"].message.startswith("Slide 3 proves how good you are")


def test_evidence_is_the_place() -> None:
    finding = found(["customer goal", "vendor logos", "vendor logos praise"])["several-logo-walls"]
    assert finding.slides == (2, 3)
    assert [place.slide for place in finding.places] == [2, 3]


def test_quotes_stand_where_they_say() -> None:
    text = {
        "1": "A plan\nWith AcmeFlow you save up to 40% in year one",
        "2": "Your tour\n  Ready? Are you ready to try our platform?",
    }
    lines = ["vendor product", "vendor product"]
    deck, answer = deck_of(lines, text), found(lines, text)
    for name, quote in (
        ("unsourced-number", "save up to 40%"),
        ("pseudo-discovery", "Are you ready to try our platform?"),
    ):
        (place,) = answer[name].places
        assert place.block is not None
        assert place.quote == quote
        block = deck.slides[place.slide - 1].blocks[place.block]
        assert block.text[place.start :].startswith(quote)
        assert place.box is not None


def test_together_we_makes_a_plan_of_both() -> None:
    lines, text = ["customer problem", "customer plan"], {"2": "Plan\nWe meet in June"}
    assert "plan-without-both" in found(lines, text)
    signs = [(), (sign(2, None, "We", "we-together"),)]
    assert "plan-without-both" not in found(lines, text, signs)


def test_near_duplicates_are_grouped() -> None:
    words = "one two three four five six seven eight nine ten eleven twelve thirteen {}"
    other = "a quite different slide with just as many words so that it would be compared too"
    text = {str(n): words.format(n) for n in (1, 3, 4)} | {"2": other, "5": other}
    finding = found(["vendor product"] * 5, text)["near-duplicate"]
    assert finding.message == "Some slides say nearly the same words: 1, 3 and 4; 2 and 5."
    assert finding.slides == (1, 2, 3, 4, 5)


def test_five_hundred_slides_are_quick() -> None:
    text = {str(n): " ".join(f"word{(n // 2 + i * n) % 97}" for i in range(60)) for n in range(501)}
    start = time.process_time()
    found(["vendor product"] * 500, text)
    assert time.process_time() - start < 2.0


def test_a_customer_centred_deck_is_spared() -> None:
    lines = [
        "neutral title", "customer insight", "customer problem", "customer people", "customer goal",
        "customer outcome", "mixed product outcome", "vendor method", "customer peer",
        "vendor logos", "customer risk", "customer discovery", "customer plan", "neutral closing",
    ]  # fmt: skip
    text = {
        "6": "You close the books in 3 days",
        "12": "What would that be worth to you?",
        "13": "Next steps\nYou choose a pilot, we connect it",
    }
    assert found(lines, text) == {}


def test_steps_of_one_slide_are_no_parade_and_no_long_run() -> None:
    steps = ["vendor product step"] * 9
    assert (
        found(["customer goal", *steps, "vendor product"])
        .keys()
        .isdisjoint({"product-parade", "long-vendor-run"})
    )
    slides = ["vendor product"] * 10
    apart = found(["customer goal", *slides])
    assert {"product-parade", "long-vendor-run"} <= apart.keys()
    assert "10 in a row" in apart["long-vendor-run"].message


def test_what_a_deck_lacks_is_told_only_where_most_slides_were_judged() -> None:
    lacks = {"no-people", "no-plan", "no-peer", "no-risk", "no-customer", "no-outcome-number"}
    few = ["vendor product"] * 5 + ["vendor product unsure"] * 6 + ["neutral closing unsure"]
    assert lacks | {"empty-close"} <= found([*few[:9], "neutral closing"]).keys()
    assert found(few).keys() & {*lacks, "empty-close"} == set()
    assert "mostly-unsure" in found(few)


def test_of_a_deck_in_another_language_nothing_is_said_to_be_lacking() -> None:
    lines = ["vendor product"] * 5
    deck, verdicts = deck_of(lines), verdicts_of(lines)
    deck = replace(deck, gaps=(Gap("not-english"),))

    def said(verdicts: Sequence[Verdict]) -> set[str]:
        measures = measure.measure(deck, verdicts, [()] * 5)
        told = measure.findings(deck, profile_of(), verdicts, measures, [()] * 5)
        return {finding.id for finding in told}

    assert "no-customer" not in said(verdicts)
    assert "no-customer" in said([replace(v, decided=True) for v in verdicts])
