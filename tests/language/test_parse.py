from __future__ import annotations

import random
import threading
from collections.abc import Iterator

import pytest

from sowhat import language
from sowhat.language.parse import LONGEST, is_english
from sowhat.model import Block, Deck, ParsedDeck, Role, Sentence
from tests.decks import slide, written

ALPHABET = "we Our customers’ 42% “won” A.B. e-mail\u00a0x\tÉcole 東京 🙂 don't\n(see) © ﬁ İ ß ?!"


def parsed(*lines: str) -> list[Sentence]:
    """Parse the lines as blocks of one slide; short texts count as English."""
    deck = written(("", *lines))
    found = language.parse(deck)
    assert found.english
    return [sentence for block in found.slides[0].blocks for sentence in block]


def pairs(deck: Deck, found: ParsedDeck) -> Iterator[tuple[Block, tuple[Sentence, ...]]]:
    for one, words in zip(deck.slides, found.slides, strict=True):
        if words.blocks:
            yield from zip(one.blocks, words.blocks, strict=True)
        if words.notes:
            yield from zip(one.notes, words.notes, strict=True)


def check_offsets(deck: Deck) -> None:
    for block, sentences in pairs(deck, language.parse(deck)):
        end = 0
        for sentence in sentences:
            assert sentence.tokens
            assert (sentence.start, sentence.end) == (
                sentence.tokens[0].start,
                sentence.tokens[-1].end,
            )
            for token in sentence.tokens:
                assert end <= token.start < token.end <= len(block.text)
                assert block.text[token.start : token.end] == token.text
                assert token.text.strip()
                assert 0 <= token.head < len(sentence.tokens)
                end = token.end
            for index in (sentence.subject, sentence.verb):
                assert index is None or 0 <= index < len(sentence.tokens)


@pytest.mark.parametrize(
    "text",
    [
        "We build software. You save time!",
        "  leading spaces\tand tabs \n and\u00a0more",
        "OUR CUSTOMERS LOVE WHAT WE DO",
        "STRASSE UND İSTANBUL ﬁRST",
        "Größe — “quoted” ‘words’… 1,234.5 %",
        "it's we're don't cannot",
        "🙂🙂 we 東京",
        "\u200bzero\u200bwidth\u00ad soft",
        ".",
        "…\n…",
        "A" * 300,
        "word " * 2000,
    ],
)
def test_tokens_stand_where_they_say(text: str) -> None:
    check_offsets(written(("", text)))


def test_tokens_of_random_text_stand_where_they_say() -> None:
    chance = random.Random(11)
    words = ALPHABET.split(" ")
    lines = [
        chance.choice(" \n\t-").join(chance.choices(words, k=chance.randint(1, 12)))
        for _ in range(80)
    ]
    lines += [line.upper() for line in lines[:20]]
    check_offsets(written(("", *lines), (lines[0], *lines[:3])))


def test_subject_and_verb_of_the_main_clause() -> None:
    for text, subject, verb in (
        ("We build software for banks.", "We", "build"),
        ("When the year ends, your team closes the books.", "team", "closes"),
        ("The invoices were paid late.", "invoices", "paid"),
        ("OUR CUSTOMERS SAVE A DAY EVERY WEEK", "CUSTOMERS", "SAVE"),
    ):
        sentence = parsed(text)[0]
        assert sentence.subject is not None, text
        assert sentence.verb is not None, text
        assert sentence.tokens[sentence.subject].text == subject
        assert sentence.tokens[sentence.verb].text == verb


def test_a_fragment_has_neither() -> None:
    (sentence,) = parsed("Global offices")
    assert (sentence.subject, sentence.verb) == (None, None)


def test_capitals_do_not_hide_words() -> None:
    (shouted,) = parsed("WE REDUCED COSTS")
    assert [token.text for token in shouted.tokens] == ["WE", "REDUCED", "COSTS"]
    assert [token.lower for token in shouted.tokens] == ["we", "reduced", "costs"]
    assert [token.lemma for token in shouted.tokens] == ["we", "reduce", "cost"]


def test_two_sentences_are_two() -> None:
    first, second = parsed("You lose nine days. Why is that?")
    assert (first.end, second.tokens[-1].text) == (19, "?")


def test_equal_texts_are_parsed_alike_and_footers_not_at_all() -> None:
    deck = written(
        ("Same words here",),
        slide(2, "Same words here", blocks=(Block("We are Acme", Role.FOOTER, None),)),
    )
    found = language.parse(deck)
    assert found.slides[0].blocks[0] == found.slides[1].blocks[0] != ()
    assert found.slides[1].blocks[1] == ()


def test_a_footers_words_are_parsed_where_they_stand_as_text_too() -> None:
    deck = written(slide(1, "We are Acme", blocks=(Block("We are Acme", Role.FOOTER, None),)))
    found = language.parse(deck)
    assert found.slides[0].blocks[0]


def test_notes_are_parsed_apart() -> None:
    deck = written(slide(1, "Title", notes=(Block("Say that we won.", Role.NOTES, None),)))
    found = language.parse(deck).slides[0]
    assert found.notes[0][0].tokens[0].text == "Say"
    check_offsets(deck)


def test_a_very_long_block_is_read_at_its_beginning() -> None:
    sentences = parsed("We win. " * LONGEST)
    assert sentences[-1].end <= LONGEST


def test_an_empty_deck_and_empty_blocks() -> None:
    assert language.parse(written()) == ParsedDeck(())
    found = language.parse(written(("", "", "   ", "\n")))
    assert found.slides[0].blocks == ((), (), ())


GERMAN = "Wir sind der führende Anbieter und das seit 1998 mit Lösungen für die Industrie."
FRENCH = "Nous sommes le premier fournisseur depuis 1998 pour les banques et les assurances."
SPANISH = "Somos el proveedor líder desde 1998 para los bancos y las aseguradoras del sur."
POLISH = "Jesteśmy liderem na rynku i nie boimy się zmian, że aż miło jest pracować oraz rosnąć."
GREEK = "Είμαστε ο κορυφαίος πάροχος στην Ευρώπη από το 1998 για τράπεζες και ασφάλειες."
ENGLISH = "We have led the market in Europe since 1998 with software for banks and insurers."
TERSE = (
    "Cloud migration roadmap: assess, plan, migrate, optimize. Data platform for retail banking."
)


@pytest.mark.parametrize("text", [GERMAN, FRENCH, SPANISH, POLISH, GREEK])
def test_another_language_is_not_judged(text: str) -> None:
    deck = written(*[("", text)] * 5)
    assert not is_english(deck)
    found = language.parse(deck)
    assert not found.english
    assert len(found.slides) == 5
    assert not any(slide.blocks or slide.notes for slide in found.slides)


@pytest.mark.parametrize("text", [ENGLISH, TERSE, ENGLISH.upper(), "42 17 %", "東京 " + ENGLISH])
def test_english_is(text: str) -> None:
    assert is_english(written(*[("", text)] * 5))


def test_most_of_the_deck_decides() -> None:
    assert is_english(written(*[("", ENGLISH)] * 4, ("", GERMAN)))
    assert not is_english(written(("", ENGLISH), *[("", GERMAN)] * 4))


def test_a_short_deck_is_told_by_its_letters() -> None:
    assert is_english(written(("Café Zürich",), ("About", "Thank you for coming here today. " * 3)))
    assert not is_english(written(("Привет мир", "Спасибо")))


def test_progress_comes_in_order() -> None:
    steps: list[tuple[int, int]] = []
    deck = written(*[("", f"Line number {n} of ours") for n in range(70)])
    language.parse(deck, lambda done, total: steps.append((done, total)))
    assert steps == [(32, 70), (64, 70)]


def test_threads_do_not_disturb_each_other() -> None:
    decks = [written(("", f"We sell {n} anvils to you.")) for n in range(6)]
    expected = [language.parse(deck) for deck in decks]
    found: dict[int, ParsedDeck] = {}

    def work(number: int) -> None:
        found[number] = language.parse(decks[number])

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[number] for number in range(6)] == expected
