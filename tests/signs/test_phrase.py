from __future__ import annotations

import random
import re

import pytest

from sowhat.signs.phrase import GAP, Phrasebook, Unit, compile_phrase


def row(words: str) -> list[Unit]:
    """Make a unit a word; ``run/VERB`` has both keys."""
    return [
        Unit(frozenset({*word.split("/"), "=" + word.split("/")[0]}), number, number + 1)
        for number, word in enumerate(words.split())
    ]


def found(phrase: str, words: str, *, first: bool = True, last: bool = True) -> set[str]:
    """Return the stretches of ``words`` that the phrase fits."""
    units = row(words)
    matches = Phrasebook([(phrase, phrase)]).find(units, first=first, last=last)
    plain = [word.partition("/")[0] for word in words.split()]
    return {" ".join(plain[start:end]) for start, end, value in matches if value == phrase}


@pytest.mark.parametrize(
    ("phrase", "words", "expected"),
    [
        ("best", "the best one", {"best"}),
        ("the best", "the best of the best", {"the best"}),
        ("best", "better", set()),
        ("=best", "best", {"best"}),
        ("=best", "bests/best", set()),
        ("good|best way", "best way good way way", {"best way", "good way"}),
        ("very? good", "very good good", {"very good", "good"}),
        ("good very?", "good very", {"good very", "good"}),
        ("a b? c? d", "a d a b d a c d a b c d", {"a d", "a b d", "a c d", "a b c d"}),
        ("a|b? c", "b c", {"b c", "c"}),
        ("save * day", "save a day save day", {"save a day"}),
        ("save ** day", "save day", {"save day"}),
        ("save ** day", "save one whole long day", {"save one whole long day"}),
        ("save ** day", "save one two three four day", set()),
        ("save **", "save one two three four", {"save one two three"}),
        ("save **", "save", {"save"}),
        ("a ** b ** c", "a x b y z c", {"a x b y z c"}),
        ("^ we", "we and we", {"we"}),
        ("we $", "so we", {"we"}),
        ("we $", "we so", set()),
        ("^ we $", "we", {"we"}),
        ("^ we $", "we we", set()),
        ("a ** b $", "a b b", {"a b b"}),
        ("a ** b ** c $", "a b c c", {"a b c c"}),
        ("VERB NUM", "save/VERB 4/NUM", {"save 4"}),
        ("VERB", "verb", set()),
        ("verb", "save/VERB", set()),
        ("VENDOR|WE help", "acme/VENDOR help we/WE help", {"acme help", "we help"}),
        ("Best", "best", {"best"}),
    ],
)
def test_forms(phrase: str, words: str, expected: set[str]) -> None:
    assert found(phrase, words) == expected


def test_ends_are_those_of_the_block() -> None:
    assert found("^ we", "we win", first=False) == set()
    assert found("win $", "we win", last=False) == set()
    assert found("^ we $", "we", first=True, last=False) == set()


@pytest.mark.parametrize("phrase", ["", "*", "**", "** a", "a? ** b", "^", "^ $", "* *", "* ** b"])
def test_a_phrase_needs_a_word_before_a_gap(phrase: str) -> None:
    with pytest.raises(ValueError, match=r"phrase|empty"):
        Phrasebook([(phrase, 1)])


def test_optional_words_make_a_variant_each() -> None:
    assert len(compile_phrase("a b c")) == 1
    assert len(compile_phrase("a b? c?")) == 4


def test_values_are_told_apart() -> None:
    book = Phrasebook([("a b", 1), ("b", 2), ("a b", 3)])
    assert sorted(book.find(row("a b"))) == [(0, 2, 1), (0, 2, 3), (1, 2, 2)]


def test_random_phrases_agree_with_regular_expressions() -> None:
    """Words are letters here, so that Python's own engine can be asked what fits where."""
    chance = random.Random(5)
    checked = 0
    while checked < 1500:
        phrase, pattern = invented(chance)
        if not {"a", "b", "c", "a|b"} & set(phrase.split()):
            continue  # a variant of it would have no word
        try:
            book = Phrasebook([(phrase, phrase)])
        except ValueError:
            continue
        letters = "".join(chance.choices("abc", k=chance.randint(1, 9)))
        matches = {start for start, _, _ in book.find(row(" ".join(letters)))}
        wanted = {
            at
            for at in range(len(letters))
            if (match := pattern.match(letters, at)) and match.end() > at
        }
        assert matches == wanted, (phrase, letters)
        checked += 1


def invented(chance: random.Random) -> tuple[str, re.Pattern[str]]:
    words, parts = [], []
    for _ in range(chance.randint(1, 5)):
        word = chance.choice(["a", "b", "c", "a|b", "*", "**"])
        part = {"*": ".", "**": f".{{0,{GAP}}}"}.get(word, f"[{word.replace('|', '')}]")
        if word not in ("*", "**") and chance.random() < 0.3:
            word, part = word + "?", part + "?"
        words.append(word)
        parts.append(part)
    if chance.random() < 0.2:
        words, parts = ["^", *words], ["^", *parts]
    if chance.random() < 0.2:
        words, parts = [*words, "$"], [*parts, "$"]
    return " ".join(words), re.compile("".join(parts))
