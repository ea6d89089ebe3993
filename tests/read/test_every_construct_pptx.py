"""A deck that holds every construct of PowerPoint once: each comes back as it is drawn."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from sowhat.model import Deck, Role
from sowhat.read.pptx import read
from sowhat.render.pptx import draw
from tests.read.constructs import powerpoint, whole
from tests.read.constructs.construct import Construct, Read
from tests.read.constructs.drawing import WIDTH, Drawing

NUMBERS = powerpoint.numbers()


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Deck:
    path = powerpoint.build(tmp_path_factory.mktemp("every") / "constructs.pptx")
    before = path.read_bytes()
    found = read(str(path), None, True, lambda *_: None)
    assert path.read_bytes() == before  # reading changes nothing
    return found


@cache
def drawing(path: str, number: int) -> Drawing:
    return Drawing(draw(path, number, WIDTH).png)


@pytest.mark.parametrize("construct", powerpoint.CONSTRUCTS, ids=lambda c: c.name)
def test_is_read_as_it_is_drawn(deck: Deck, construct: Construct) -> None:
    number = NUMBERS[construct.name]
    found = Read(deck, number, lambda n: drawing(deck.path, n))
    construct.check(found)
    assert found.origins <= {*construct.origins}


@pytest.mark.parametrize("name", whole.CHECKS)
def test_the_deck_tells(deck: Deck, name: str) -> None:
    whole.CHECKS[name](deck)


def test_each_slide_is_titled(deck: Deck) -> None:
    named = [c for c in powerpoint.CONSTRUCTS if c.layout == Construct.layout]
    titles = [deck.slides[NUMBERS[c.name] - 1].title for c in named]
    assert titles == [c.name for c in named]
    assert all(s.blocks[0].role is Role.TITLE for s in deck.slides if s.title and s.blocks)


def test_nothing_is_left_unread(deck: Deck) -> None:
    assert [(Path(deck.path).name, gap) for gap in deck.gaps if gap.id != "no-text"] == []
