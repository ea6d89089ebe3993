from __future__ import annotations

from sowhat.decisions import cleared, decided, fingerprint, fit, forgotten, joined
from sowhat.model import Decision, Deck, Slide, Stance
from tests.decks import written

VENDOR, CUSTOMER, MIXED = Stance.VENDOR, Stance.CUSTOMER, Stance.MIXED
DECK = written(("About us",), ("Your trouble", "nine days"), ("Thank you",))


def stances(deck: Deck, given: tuple[Decision, ...]) -> dict[int, Stance]:
    return {one.slide: one.stance for one in fit(deck, given).standing}


def on(deck: Deck, **by_number: Stance) -> tuple[Decision, ...]:
    given: tuple[Decision, ...] = ()
    for name, stance in by_number.items():
        given = decided(deck, given, Decision(int(name[1:]), stance, f"because {name}"))
    return given


def test_a_decision_holds_for_its_slide_and_knows_it() -> None:
    (one,) = given = on(DECK, s2=CUSTOMER)
    assert (one.slide, one.title, one.reason) == (2, "Your trouble", "because s2")
    assert one.words == fingerprint(DECK.slides[1])
    assert fit(DECK, given).standing == given
    assert fit(DECK, given).lost == ()


def test_a_decision_follows_its_slide_to_another_place() -> None:
    moved = written(("New",), ("YOUR  TROUBLE", "nine days"), ("About us",))
    found = fit(moved, on(DECK, s1=VENDOR, s2=CUSTOMER))
    assert [(d.slide, d.stance, d.title) for d in found.standing] == [
        (2, CUSTOMER, "YOUR  TROUBLE"),
        (3, VENDOR, "About us"),
    ]
    assert found.lost == ()


def test_a_slide_whose_words_changed_loses_its_decision() -> None:
    given = on(DECK, s2=CUSTOMER)
    new = written(("About us",), ("Your trouble", "ten days"), ("Thank you",))
    assert fit(new, given) == type(fit(new, ()))((), given)
    assert stances(DECK, given) == {2: CUSTOMER}


def test_slides_with_the_same_words_each_get_it() -> None:
    twice = written(("About us",), ("Agenda",), ("Your trouble",), ("Agenda",))
    given = on(twice, s4=MIXED)
    assert stances(twice, given) == {2: MIXED, 4: MIXED}
    assert stances(twice, on(twice, s4=MIXED, s2=VENDOR)) == {2: VENDOR, 4: VENDOR}
    assert cleared(twice, given, 2) == ()


def test_of_two_on_the_same_words_the_slides_own_number_holds() -> None:
    twice = written(("Agenda",), ("Agenda",), ("Agenda",))
    words = fingerprint(twice.slides[0])
    given = (Decision(2, MIXED, words=words), Decision(1, VENDOR, words=words))
    assert stances(twice, given) == {1: VENDOR, 2: MIXED, 3: VENDOR}


def test_what_a_person_wrote_goes_by_number() -> None:
    given = (Decision(3, VENDOR), Decision(3, CUSTOMER), Decision(8, VENDOR))
    found = fit(DECK, given)
    assert [(d.slide, d.stance, d.title) for d in found.standing] == [(3, CUSTOMER, "Thank you")]
    assert found.standing[0].words == fingerprint(DECK.slides[2])
    assert found.lost == (Decision(8, VENDOR),)


def test_slides_with_nothing_of_their_own_go_by_number_while_they_have_nothing() -> None:
    blank = written(Slide(1), Slide(2), ("Thank you",))
    given = on(blank, s2=MIXED)
    assert given[0].words == ""
    assert stances(blank, given) == {2: MIXED}
    assert stances(written(Slide(1), ("Now it speaks",)), given) == {}
    assert cleared(blank, on(blank, s1=VENDOR, s2=MIXED), 1) == given


def test_a_new_decision_takes_the_place_of_what_was_lost_there() -> None:
    new = written(("About us",), ("Your trouble", "ten days"), ("Thank you",))
    given = on(DECK, s1=VENDOR, s2=CUSTOMER)
    assert stances(new, decided(new, given, Decision(2, MIXED))) == {1: VENDOR, 2: MIXED}
    assert fit(new, decided(new, given, Decision(2, MIXED))).lost == ()
    kept = decided(new, given, Decision(3, MIXED))
    assert [one.slide for one in fit(new, kept).lost] == [2]
    assert fit(new, cleared(new, given, 2)).lost == ()
    assert stances(new, forgotten(new, given)) == {1: VENDOR}
    assert fit(new, forgotten(new, given)).lost == ()


def test_what_is_handed_on_goes_before_ones_own_and_only_where_it_fits() -> None:
    mine = on(DECK, s1=VENDOR, s2=VENDOR)
    other = written(("Thank you",), ("Your trouble", "nine days"), ("Elsewhere",))
    theirs = on(other, s1=MIXED, s2=CUSTOMER, s3=CUSTOMER)
    both = joined(DECK, mine, theirs)
    assert stances(DECK, both) == {1: VENDOR, 2: CUSTOMER, 3: MIXED}
    assert fit(DECK, both).lost == ()
