from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from sowhat.model import Motif, PictureKind, Stance
from tests.benchmarks.written import WrittenDeck, read_written

CUSTOMER, NEUTRAL = list(Motif).index(Motif.PROBLEM), list(Motif).index(Motif.TITLE)

DECK = """\
vendor: Norquay Systems
products: QuayPlan; QuaySense
customer:
kind: first-meeting
industry: ports
voice: stiff

== neutral | title
# QuayPlan
Berth planning

== mixed? | problem product
- Cranes wait 40 minutes
#3 of 9
~ say this slowly
[pictures: logo x 2; photo]
"""


@pytest.fixture(scope="module")
def decks() -> list[WrittenDeck]:
    return read_written()


def test_a_deck_is_read_as_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "norquay.deck").write_text(DECK, encoding="utf-8")
    (deck,) = read_written(tmp_path)
    assert (deck.id, deck.batch, deck.vendor, deck.customer) == (
        *("norquay", "a", "Norquay Systems"),
        None,
    )
    assert deck.products == ("QuayPlan", "QuaySense")
    first, second = deck.slides
    assert (first.title, first.lines, first.sure) == ("QuayPlan", ("Berth planning",), True)
    assert (second.stance, second.motifs) == (Stance.MIXED, (Motif.PROBLEM, Motif.PRODUCT))
    assert (second.title, second.lines) == ("", ("Cranes wait 40 minutes", "#3 of 9"))
    assert (second.sure, second.notes) == (False, ("say this slowly",))
    assert second.pictures == (PictureKind.LOGO, PictureKind.LOGO, PictureKind.PHOTO)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("== neutral", "== nobody"),
        ("| title", "| titel"),
        ("kind: first-meeting", "kind: speech"),
        ("vendor:", "seller:"),
        ("logo x 2", "logos, two"),
    ],
)
def test_a_fault_is_told_with_its_file(tmp_path: Path, old: str, new: str) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "odd.deck").write_text(DECK.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=r"a/odd\.deck: "):
        read_written(tmp_path)


def test_the_main_motif_stands_on_its_slides_side_unless_in_doubt(decks: list[WrittenDeck]) -> None:
    order = list(Motif)
    wrong = [
        f"{deck.batch}/{deck.id} {number}"
        for deck in decks
        for number, slide in enumerate(deck.slides, start=1)
        if slide.sure
        and slide.stance is not Stance.MIXED
        and slide.stance is not _side(order.index(slide.motifs[0]))
    ]
    assert not wrong


def test_every_stance_and_motif_is_written_and_no_deck_twice(decks: list[WrittenDeck]) -> None:
    slides = [slide for deck in decks for slide in deck.slides]
    assert {slide.stance for slide in slides} == set(Stance)
    assert {slide.motifs[0] for slide in slides} == set(Motif)
    assert max(Counter(deck.id for deck in decks).values()) == 1
    texts = Counter((deck.slides[0].title, deck.vendor) for deck in decks)
    assert max(texts.values()) == 1


def _side(place: int) -> Stance:
    if place < CUSTOMER:
        return Stance.VENDOR
    return Stance.CUSTOMER if place < NEUTRAL else Stance.NEUTRAL


def test_twins_are_the_same_deck_in_other_words(decks: list[WrittenDeck]) -> None:
    by_id = {deck.id: deck for deck in decks}
    twins = [(by_id[i.removesuffix("-again")], by_id[i]) for i in by_id if i.endswith("-again")]
    assert len(twins) >= 25
    for one, other in twins:
        pairs = list(zip(one.slides, other.slides, strict=True))
        assert all(a.stance is b.stance and a.motifs[0] is b.motifs[0] for a, b in pairs), one.id
        assert not any(a.lines == b.lines for a, b in pairs if a.words > 12), one.id
        assert (one.vendor, one.products) == (other.vendor, other.products)


def test_turned_decks_have_a_pair_of_the_other_side(decks: list[WrittenDeck]) -> None:
    by_id = {deck.id: deck for deck in decks}
    ours = [name for name in by_id if name.endswith("-ours")]
    assert len(ours) >= 14
    for name in ours:
        theirs = by_id[f"{name.removesuffix('-ours')}-theirs"].slides
        pairs = list(zip(by_id[name].slides, theirs, strict=True))
        turned = sum({a.stance, b.stance} == {Stance.VENDOR, Stance.CUSTOMER} for a, b in pairs)
        assert turned >= len(pairs) / 2, name
