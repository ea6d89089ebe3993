from __future__ import annotations

from pathlib import Path

import pytest
from tokenizers import Tokenizer

from sowhat.judge.passages import CUSTOMER, PRODUCT, VENDOR, passages
from sowhat.judge.tokens import MOST, Tokens, tokenizer, tokens
from sowhat.model import Origin, Party, Profile
from sowhat.paths import resources
from tests.decks import slide, written

WORDS: Path = resources() / "models" / "words.json"


@pytest.fixture
def vocabulary() -> Tokenizer:
    return tokenizer(WORDS)


def cut(vocabulary: Tokenizer, title: str, *lines: str) -> Tokens:
    deck = written(slide(1, title, *lines))
    profile = Profile(Party("Acme", (), Origin.GIVEN))
    return tokens(passages(deck, profile)[0], vocabulary)


def test_the_parties_tokens_are_words_of_their_own(vocabulary: Tokenizer) -> None:
    said = f"why {VENDOR} and {PRODUCT} suit {CUSTOMER}"
    found = vocabulary.encode(said, add_special_tokens=False).tokens
    assert found == ["why", VENDOR, "and", PRODUCT, "suit", CUSTOMER]


def test_each_token_belongs_to_its_block(vocabulary: Tokenizer) -> None:
    found = cut(vocabulary, "Why Acme", "Ships wait", "Cranes")
    by_owner = {
        owner: [
            vocabulary.id_to_token(number)
            for number, own, kind in zip(found.ids, found.owners, found.types, strict=True)
            if own == owner and kind == 1
        ]
        for owner in (0, 1, 2)
    }
    assert by_owner == {
        0: ["why", VENDOR, ";", "[SEP]"],
        1: ["ships", "wait", ";"],
        2: ["cranes", ";"],
    }


def test_what_stands_around_is_of_the_first_kind(vocabulary: Tokenizer) -> None:
    found = cut(vocabulary, "Why Acme", "Ships wait")
    first = found.types.index(1)
    assert set(found.types[:first]) == {0}
    assert set(found.types[first:]) == {1}
    assert set(found.owners[:first]) == {-1}
    assert vocabulary.id_to_token(found.ids[0]) == "[CLS]"
    assert vocabulary.id_to_token(found.ids[first - 1]) == "[SEP]"


@pytest.mark.parametrize("title", ["", "Queues", "Queues " * 200])
@pytest.mark.parametrize("lines", [0, 1, 300])
def test_no_passage_is_too_long_for_the_model(
    vocabulary: Tokenizer, title: str, lines: int
) -> None:
    found = cut(vocabulary, title, *["Ships wait for cranes"] * lines)
    assert len(found.ids) == len(found.types) == len(found.owners) == len(found.sizes) <= MOST
    assert vocabulary.id_to_token(found.ids[-1]) == "[SEP]"


def test_case_says_nothing(vocabulary: Tokenizer) -> None:
    assert cut(vocabulary, "WHY ACME", "SHIPS").ids == cut(vocabulary, "Why Acme", "Ships").ids
