"""A PDF that holds every construct once: each comes back as it is drawn."""

from __future__ import annotations

from functools import cache

import pytest

from sowhat.model import Deck
from sowhat.read.pdf import read
from sowhat.render.pdf import draw
from tests.read.constructs import portable
from tests.read.constructs.construct import Read
from tests.read.constructs.drawing import WIDTH, Drawing
from tests.read.constructs.sheet import Page

NUMBERS = portable.numbers()


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Deck:
    path = portable.build(tmp_path_factory.mktemp("every") / "constructs.pdf")
    before = path.read_bytes()
    found = read(str(path), None, True, lambda *_: None)
    assert path.read_bytes() == before  # reading changes nothing
    return found


@cache
def drawing(path: str, number: int) -> Drawing:
    return Drawing(draw(path, number, WIDTH).png)


@pytest.mark.parametrize("page", portable.PAGES, ids=lambda page: page.name)
def test_is_read_as_it_is_drawn(deck: Deck, page: Page) -> None:
    found = Read(deck, NUMBERS[page.name], lambda n: drawing(deck.path, n))
    page.check(found)
    assert found.origins <= {*page.origins}


@pytest.mark.parametrize("name", portable.CHECKS)
def test_the_deck_tells(deck: Deck, name: str) -> None:
    portable.CHECKS[name](deck)


def test_each_page_is_titled(deck: Deck) -> None:
    framed = [page.name for page in portable.PAGES if page.framed]
    assert [deck.slides[NUMBERS[name] - 1].title for name in framed] == framed
