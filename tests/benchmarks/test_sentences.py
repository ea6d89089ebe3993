from __future__ import annotations

import pytest

from sowhat.advise.drafts import Casing
from tests.benchmarks.sentences import is_sentence

CASING = Casing(frozenset({"reports", "shifts"}), frozenset())


@pytest.mark.parametrize(
    "line",
    [
        "We operate twelve data centres",
        "• Our platform is hosted in Basel",
        "Security: The gateway encrypts every message",
        "Reduces the time to market",
        "Cut energy costs by 20%",
        "“They did a great job for us”",
        "Reports can be shared with anybody",
        "These groups have reports on all sorts of shifts",
    ],
)
def test_sentences(line: str) -> None:
    assert is_sentence(line, CASING)


@pytest.mark.parametrize(
    "line",
    [
        "Real-time inventory visibility",
        "What we bring",
        "How it works",
        "How does it work?",
        "Our services include:",
        "Built for high-volume retail",
        "Reducing manual work in accounts payable",
        "A network you can govern",
        "40 offices in 25 countries",
        "Ada Example, Product Director",
        "Figures to be finalised",
        "Trust you cannot fake",
        "06 · HOW WE WORK",
        "We have the",
        "keeps the books in order",
        "The ledger is the system of record —",
        "If you ship goods across three borders",
    ],
)
def test_no_sentences(line: str) -> None:
    assert not is_sentence(line, CASING)
