"""What of a PDF cannot be read is left out, and said to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from sowhat.errors import DeckError
from sowhat.model import Deck
from sowhat.read import read_deck
from sowhat.read.pdf import read, reader
from sowhat.render import Renderer
from sowhat.worker import Limits, Worker
from tests.hostile.pdf.raw import WORDS, Raw
from tests.read.pdf_factory import deck_of, no_progress, texts

TITLE = ["Your closing takes nine days"]
FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 720 405] "


def gaps(deck: Deck) -> list[tuple[str, int | None]]:
    return [(gap.id, gap.slide) for gap in deck.gaps]


def endless(deck: Raw) -> None:
    """Add a page that draws itself twice over."""
    number = len(deck.objects) + 1
    own = b"/Resources << /XObject << /X %d 0 R >> >>" % number
    deck.stream(WORDS + b"/X Do /X Do", FORM + own)
    deck.page(b"/X Do", b"/XObject << /X %d 0 R >>" % number)


def test_a_page_that_is_too_heavy_is_left_out(tmp_path: Path) -> None:
    deck = Raw()
    deck.page()
    endless(deck)
    found = deck_of(deck.save(tmp_path))
    assert [texts(slide) for slide in found.slides] == [TITLE, []]
    assert gaps(found) == [("page-heavy", 2)]


def test_a_deck_of_nothing_else_is_too_large(tmp_path: Path) -> None:
    deck = Raw()
    endless(deck)
    with pytest.raises(DeckError) as caught:
        deck_of(deck.save(tmp_path))
    assert caught.value.reason == "too-large"


def test_a_page_left_out_is_sketched(tmp_path: Path) -> None:
    deck = Raw()
    endless(deck)
    deck.page()
    found = deck_of(deck.save(tmp_path))
    with Worker() as worker:
        renderer = Renderer(found, worker)
        assert [renderer.slide(number, 100).sketch for number in (1, 2)] == [True, False]


def test_pages_are_left_out_as_asked(tmp_path: Path) -> None:
    deck = Raw()
    for _ in range(3):
        deck.page()
    path = deck.save(tmp_path)
    found = read(str(path), None, True, no_progress, (1,))
    assert [texts(slide) for slide in found.slides] == [TITLE, [], TITLE]
    assert (found.width, found.height) == (720, 405)
    assert gaps(found) == [("page-heavy", 2)]


def test_a_page_that_costs_the_worker_is_left_out(tmp_path: Path) -> None:
    """So many lines want more than this worker may have."""
    deck = Raw()
    deck.page()
    deck.page_of(deck.packed(b"1 1 m 9 9 l S\n" * 700_000))
    deck.page()
    steps: list[tuple[int, int]] = []
    with Worker(Limits(resident=192 << 20)) as worker:
        path = deck.save(tmp_path)
        found = read_deck(path, worker, progress=lambda *step: steps.append(step))
    assert [texts(slide) for slide in found.slides] == [TITLE, [], TITLE]
    assert gaps(found) == [("page-heavy", 2)]
    assert steps == [(1, 3), (1, 3), (2, 3), (3, 3)]


def deep(deck: Raw) -> None:
    """Add a page whose words stand in more forms within each other than PDFium looks into."""
    inner = deck.stream(WORDS, FORM + b"/Resources << /Font << /F1 3 0 R >> >>")
    for _ in range(45):
        own = b"/Resources << /XObject << /X %d 0 R >> >>" % inner
        inner = deck.stream(b"/X Do", FORM + own)
    deck.page(b"/X Do", b"/XObject << /X %d 0 R >>" % inner)


def test_what_only_the_second_reader_finds_is_told(tmp_path: Path) -> None:
    deck = Raw()
    deck.page(b"0 0 720 405 re f")
    deck.page(b"")
    deep(deck)
    found = deck_of(deck.save(tmp_path))
    assert [texts(slide) for slide in found.slides] == [[], [], TITLE]
    assert gaps(found) == [("second-reader", 3)]


def test_readers_that_count_other_pages_are_not_mixed_up(tmp_path: Path) -> None:
    deck = Raw()
    deck.page(b"")
    deck.kids.append(77)
    deck.page()
    found = deck_of(deck.save(tmp_path))
    assert [texts(slide) for slide in found.slides] == [[], [], TITLE]
    assert gaps(found) == [("page", 2)]


def test_pages_beyond_the_most_are_cut_off_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = Raw()
    for _ in range(5):
        deck.page()
    monkeypatch.setattr(reader, "MOST_PAGES", 3)
    found = deck_of(deck.save(tmp_path))
    assert (len(found.slides), gaps(found)) == (3, [("slides", None)])
    assert found.gaps[0].detail == "2"


def test_a_file_that_tells_of_more_pages_than_it_has_is_read_whole(tmp_path: Path) -> None:
    deck = Raw()
    deck.page()
    deck.put(2, b"<< /Type /Pages /Count 1000000 /Kids [%d 0 R] >>" % deck.kids[0])
    assert len(deck_of(deck.save(tmp_path)).slides) == 1
