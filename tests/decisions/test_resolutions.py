"""The user's word on advice: kept beside the decisions, found again by the slide's words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sowhat import decisions
from sowhat.decisions import Given, encode, keep, kept, read, resolved, standing, unresolved
from sowhat.model import (
    Action,
    Block,
    Decision,
    Deck,
    DeckKind,
    Move,
    Order,
    Resolution,
    Role,
    Slide,
    Stance,
    Status,
    Subject,
)

REWRITE, MOVE = Action.REWRITE, Action.MOVE
NONE = Order()  # no other one is proposed


def _deck(*words: str) -> Deck:
    slides = tuple(
        Slide(number, said, (Block(said, Role.BODY, None),)) for number, said in enumerate(words, 1)
    )
    return Deck("x.pptx", "0" * 64, DeckKind.PPTX, 960, 540, slides)


def _status(deck: Deck, given: tuple[Resolution, ...]) -> dict[tuple[int, str], str]:
    return {(one.slide, one.action.value): one.status.value for one in standing(deck, NONE, given)}


def test_a_resolution_follows_its_slide_and_a_changed_slide_has_none() -> None:
    deck = _deck("We are large", "They are late", "We ship")
    given = resolved(deck, NONE, (), [Resolution(1, REWRITE, Status.LATER, "after the fair")])
    given = resolved(deck, NONE, given, [Resolution(3, MOVE, Status.DONE)])
    assert given[0].title == "We are large"
    assert _status(_deck("They are late", "WE ARE  large", "Other words"), given) == {
        (2, "rewrite"): "later"
    }


def test_each_advice_has_one_resolution_the_last() -> None:
    deck = _deck("We are large", "They are late")
    given = resolved(deck, NONE, (), [Resolution(1, REWRITE, Status.LATER)])
    given = resolved(deck, NONE, given, [Resolution(1, MOVE, Status.IGNORED, "it stays")])
    given = resolved(deck, NONE, given, [Resolution(1, REWRITE, Status.DONE)])
    assert _status(deck, given) == {(1, "move"): "ignored", (1, "rewrite"): "done"}
    assert _status(deck, unresolved(deck, given, [Subject(1, REWRITE)])) == {(1, "move"): "ignored"}


def test_slides_without_words_are_told_apart_by_their_numbers() -> None:
    deck = _deck("", "")
    given = resolved(deck, NONE, (), [Resolution(2, REWRITE, Status.DONE)])
    assert _status(deck, given) == {(2, "rewrite"): "done"}
    assert _status(deck, unresolved(deck, given, [Subject(1, REWRITE)])) == {(2, "rewrite"): "done"}


def test_they_are_kept_beside_the_decisions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOWHAT_DATA", str(tmp_path / "kept"))
    deck, path = _deck("We are large"), tmp_path / "deck.pptx"
    one = Resolution(1, REWRITE, Status.IGNORED, "it is true")
    decision = Decision(1, Stance.VENDOR, words="0" * 32)
    keep(path, (decision,))
    decisions.resolve(path, lambda given: resolved(deck, NONE, given, [one]))
    decisions.change(path, lambda given: [replace(given[0], reason="so it is")])
    found = kept(path)
    assert [d.reason for d in found.decisions] == ["so it is"]
    assert [(r.status, r.reason) for r in found.resolutions] == [(Status.IGNORED, "it is true")]
    decisions.change(path, lambda _: ())
    assert len(kept(path).resolutions) == 1
    decisions.resolve(path, lambda _: ())
    assert not list((tmp_path / "kept" / "decisions").iterdir())


def test_a_file_without_advice_is_read(tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    file.write_text('{"schema": "sowhat.decisions/1", "deck": "a", "slides": []}')
    assert read(file) == Given()
    one = Resolution(4, MOVE, Status.LATER, "why", "Title", "0" * 32, "2026-11-22")
    file.write_bytes(encode("a", (), (one,)))
    assert read(file) == Given((), (one,))


def test_the_word_on_an_order_holds_while_the_same_slides_are_to_be_moved() -> None:
    deck = _deck("We are large", "They are late", "We ship")
    order = Order((2, 1, 3), moves=(Move(2, 1, "they come first"),))
    word = Resolution(0, Action.ORDER, Status.IGNORED, "they know us")
    given = resolved(deck, order, (), [word])
    assert [one.reason for one in standing(deck, order, given)] == ["they know us"]
    longer = _deck("New", "We are large", "They are late", "We ship")
    moved = Order((3, 1, 2, 4), moves=(Move(3, 1, "they come first"),))
    assert standing(longer, moved, given) == given
    other = Order((1, 3, 2), moves=(Move(3, 2, "else"),))
    assert standing(deck, other, given) == standing(deck, NONE, given) == ()
    assert unresolved(deck, given, order.subjects) == ()


def test_a_slide_to_write_is_known_by_its_id_in_any_deck() -> None:
    deck = _deck("We are large")
    more = [Resolution(0, Action.WRITE, Status.LATER, id=name) for name in ("plan", "problem")]
    given = resolved(deck, NONE, (), more)
    assert standing(_deck("Else"), NONE, given) == given
    (left,) = unresolved(deck, given, [Subject(0, Action.WRITE, "plan")])
    assert left.id == "problem"


def test_the_word_on_the_whole_deck_is_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    whole = (
        Resolution(0, Action.ORDER, Status.LATER, "why", words="0" * 32, date="2026-11-22"),
        Resolution(0, Action.WRITE, Status.DONE, id="plan"),
    )
    slides = (Resolution(1, REWRITE, Status.DONE, words="1" * 32),)
    path.write_bytes(encode("x.pptx", (), (*whole, *slides)))
    assert read(path) == Given((), (*slides, *whole))
