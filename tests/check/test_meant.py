"""What the rep means to leave stops nothing, wherever the slide goes."""

from __future__ import annotations

from dataclasses import replace

from sowhat.check import meaning, settled
from sowhat.model import ItemKind, Readiness, Ready, Slide
from tests.check import proposals
from tests.check.conftest import Checked


def with_slides(found: Readiness, slides: tuple[Slide, ...]) -> Readiness:
    audit = found.audit
    return replace(found, audit=replace(audit, deck=replace(audit.deck, slides=slides)))


def test_what_is_meant_stops_nothing_and_comes_last(checked: Checked) -> None:
    found = checked(proposals.line(3, "Ovenmark's goals"), proposals.line(4, "TBD"))
    assert found.ready is Ready.STOP
    first, second = found.blockers
    meant = [meaning(item, found.audit.deck) for item in (first, second)]
    one = settled(found, meant[:1])
    assert one.blockers == (second,)
    assert one.items[-1] == replace(first, meant=True)
    assert "1 placeholder on slide 4" in one.sentence
    assert "left-over" not in one.sentence
    both = settled(found, meant)
    assert both.ready is Ready.READY
    assert settled(both, ()) == found


def test_it_is_known_on_a_slide_that_moved_and_on_one_that_was_edited(checked: Checked) -> None:
    found = checked(proposals.line(3, "Ovenmark's goals"))
    (item,) = found.blockers
    meant = [meaning(item, found.audit.deck)]
    slides = found.audit.deck.slides
    edited = replace(slides[2], blocks=slides[2].blocks[:-1])
    same_number = with_slides(found, (*slides[:2], edited, *slides[3:]))
    assert settled(same_number, meant).blockers == ()
    moved = replace(item, slide=4)
    turned = (*slides[:2], replace(slides[3], number=3), replace(slides[2], number=4), *slides[4:])
    elsewhere = replace(with_slides(found, turned), items=(moved,))
    assert settled(elsewhere, meant).blockers == ()


def test_the_same_words_elsewhere_are_not_meant(checked: Checked) -> None:
    found = checked(proposals.line(3, "Ovenmark's goals"), proposals.line(2, "Ovenmark's ledgers"))
    one, other = found.blockers
    left = settled(found, [meaning(one, found.audit.deck)])
    assert left.blockers == (other,)
    again = settled(found, [meaning(replace(one, kind=ItemKind.HAZARD), found.audit.deck)])
    assert again.blockers == found.blockers


def test_no_word_of_the_deck_is_in_it(checked: Checked) -> None:
    found = checked(proposals.line(3, "Ovenmark's goals"))
    meant = meaning(found.blockers[0], found.audit.deck)
    assert "ovenmark" not in repr(meant).casefold()
