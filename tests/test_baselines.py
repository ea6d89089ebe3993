"""The simple judges that ours is measured against."""

from __future__ import annotations

import pytest

from sowhat.model import (
    Block,
    Box,
    Deck,
    DeckKind,
    Motif,
    Party,
    Profile,
    Role,
    Slide,
    Source,
    Stance,
)
from tests.benchmarks.baselines import (
    always_vendor,
    pronouns,
    usual_motifs,
    word_statistics,
    words,
)
from tests.benchmarks.corpus import Corpus, Entry, Label
from tests.benchmarks.scoring import accuracy, kappa

BOX = Box(0.1, 0.1, 0.9, 0.9)
Page = tuple[str, Stance, Motif]


def entry(family: str, pages: list[Page], vendor: str = "Acme") -> Entry:
    """Return a labelled deck; a page's first line is its title."""
    slides = []
    for number, (text, _, _) in enumerate(pages, 1):
        title, *lines = text.split("\n")
        blocks = (Block(title, Role.TITLE, BOX), *(Block(x, Role.BODY, BOX) for x in lines))
        slides.append(Slide(number, title, blocks))
    deck = Deck("deck.pptx", "", DeckKind.PPTX, 720, 405, tuple(slides))
    labels = {
        number: Label(number, stance, (motif,), sure=True)
        for number, (_, stance, motif) in enumerate(pages, 1)
    }
    found = Profile(Party(vendor))
    return Entry(f"{family} deck", family, deck, found, (), labels, vendor, None)


def corpus(*entries: Entry) -> Corpus:
    return Corpus(entries, frozenset())


def family(name: str, thing: str) -> Entry:
    return entry(
        name,
        [
            (f"Our {thing} platform\nModules of the platform", Stance.VENDOR, Motif.PRODUCT),
            (f"Platform overview\nThe {thing} dashboard", Stance.VENDOR, Motif.PRODUCT),
            (f"The market leader\nLeading platform for {thing}", Stance.VENDOR, Motif.PRAISE),
            (f"Late {thing}\nTeams lose hours to rework", Stance.CUSTOMER, Motif.PROBLEM),
            (
                f"What {thing} costs\nTeams wait, rework and lose orders",
                Stance.CUSTOMER,
                Motif.PROBLEM,
            ),
            ("Agenda", Stance.NEUTRAL, Motif.AGENDA),
            ("Thank you\nQuestions", Stance.NEUTRAL, Motif.CLOSING),
            ("Agenda\nQuestions", Stance.NEUTRAL, Motif.AGENDA),
        ],
    )


FAMILIES = ("harbour", "bakery", "railway", "clinic")


@pytest.fixture(scope="module")
def four() -> Corpus:
    return corpus(*(family(name, f"{name}s") for name in FAMILIES))


def test_always_vendor_says_product(four: Corpus) -> None:
    rows = always_vendor(four)
    assert {(row.stance, row.motifs, row.unsure) for row in rows} == {
        (Stance.VENDOR, (Motif.PRODUCT,), False)
    }
    assert [row.label for row in rows] == [row.label for row in four.rows]
    assert (accuracy(rows), kappa(rows)) == (3 / 8, 0.0)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("We build it\nOur team, for you", Stance.VENDOR),
        ("WE’RE HERE\nabout us", Stance.VENDOR),
        ("Your close takes nine days\nWe know", Stance.MIXED),
        ("Your close\nYou’ve lost nine days; we know", Stance.CUSTOMER),
        ("Acme at a glance\nAcme in 40 countries; yours too", Stance.VENDOR),
        ("Acmeology\nThe western youth of Bonus Power", Stance.NEUTRAL),
        ("Agenda", Stance.NEUTRAL),
    ],
)
def test_pronouns_are_counted(text: str, stance: Stance) -> None:
    (row,) = pronouns(corpus(entry("a", [(text, Stance.NEUTRAL, Motif.OTHER)])))
    assert (row.stance, row.motifs) == (stance, ())


def test_pronouns_take_their_motifs_from_other_families() -> None:
    own: list[Page] = [("We bake", Stance.VENDOR, Motif.METHOD)]
    other: list[Page] = [("We mill", Stance.VENDOR, Motif.COMPANY)]
    rows = pronouns(corpus(entry("a", own), entry("b", other)))
    assert [row.motifs for row in rows] == [(Motif.COMPANY,), (Motif.METHOD,)]


def test_the_usual_motif_is_the_most_frequent_main_one(four: Corpus) -> None:
    assert usual_motifs(four.rows) == {
        Stance.VENDOR: Motif.PRODUCT,
        Stance.CUSTOMER: Motif.PROBLEM,
        Stance.NEUTRAL: Motif.AGENDA,
    }
    equal: list[Page] = [("a", Stance.VENDOR, Motif.PRODUCT), ("b", Stance.VENDOR, Motif.COMPANY)]
    assert usual_motifs(corpus(entry("a", equal)).rows) == {Stance.VENDOR: Motif.COMPANY}


def test_words_are_of_title_and_body() -> None:
    blocks = (
        Block("Late Orders", Role.TITLE, BOX),
        Block("9 days", Role.CELL, BOX),
        Block("Acme 2024", Role.FOOTER, BOX),
        Block("Confidential", Role.BODY, BOX, source=Source.LAYOUT),
    )
    notes = (Block("say this", Role.NOTES, None, source=Source.NOTES),)
    deck = Deck("d", "", DeckKind.PDF, 1, 1, (Slide(1, "Late Orders", blocks, notes=notes),))
    labels = {1: Label(1, Stance.CUSTOMER, (), sure=True)}
    made = Entry("d", "d", deck, Profile(), (), labels, None, None)
    assert words(corpus(made).rows[0]) == ["late", "orders", "9", "days"]


def test_words_carry_over_to_other_families(four: Corpus) -> None:
    rows = word_statistics(four, [(name,) for name in FAMILIES])
    assert accuracy(rows) == 1.0
    assert {(row.stance, row.motifs) for row in rows} == {
        (Stance.VENDOR, (Motif.PRODUCT,)),
        (Stance.CUSTOMER, (Motif.PROBLEM,)),
        (Stance.NEUTRAL, (Motif.AGENDA,)),
    }


def test_a_fold_learns_nothing_from_its_own_families() -> None:
    odd = entry("odd", [("Platform", Stance.CUSTOMER, Motif.PROBLEM)] * 40)
    known = [family(name, f"{name}s") for name in FAMILIES]
    rows = word_statistics(corpus(odd, *known), [("odd",)])
    assert {row.stance for row in rows} == {Stance.VENDOR}
    assert len(rows) == 40


def test_slides_without_a_known_word_get_the_commonest_stance(four: Corpus) -> None:
    blank = entry(
        "blank", [("", Stance.NEUTRAL, Motif.OTHER), ("Zyzzyva", Stance.NEUTRAL, Motif.OTHER)]
    )
    most = entry("most", [(f"Thing{n}", Stance.CUSTOMER, Motif.GOAL) for n in range(60)])
    rows = word_statistics(corpus(*four.entries, most, blank), [("blank",)])
    assert [(row.stance, row.motifs) for row in rows] == [(Stance.CUSTOMER, (Motif.GOAL,))] * 2


def test_a_fold_of_unknown_families_has_no_rows(four: Corpus) -> None:
    assert word_statistics(four, [("nowhere",)]) == []


def test_the_same_corpus_gives_the_same_verdicts(four: Corpus) -> None:
    folds = [FAMILIES[:2], FAMILIES[2:]]
    assert word_statistics(four, folds) == word_statistics(four, folds)
