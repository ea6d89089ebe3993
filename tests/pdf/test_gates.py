"""What a page would take is told without opening it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sowhat.pdf import gates as gate
from sowhat.pdf.gates import gates
from tests.hostile.pdf.raw import SIZE, WORDS, Raw

FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 720 405] "


def forms(deck: Raw, levels: int, times: int) -> int:
    """Add forms that draw each other so many times, and return the outermost."""
    inner = deck.stream(WORDS, FORM)
    for _ in range(levels):
        own = b"/Resources << /XObject << /X %d 0 R >> >>" % inner
        inner = deck.stream(b"/X Do " * times, FORM + own)
    return inner


def test_a_page_weighs_what_it_draws_as_often_as_it_draws_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = Raw()
    times, levels = 10, 3
    deck.page(b"/X Do", b"/XObject << /X %d 0 R >>" % forms(deck, levels, times))
    path = deck.save(tmp_path)
    least = len(WORDS) * times**levels
    own = sum(len(b"/X Do ") * times ** (level + 1) for level in range(levels)) + len(b"/X Do")
    monkeypatch.setattr(gate, "HEAVIEST", least + own)
    assert gates(path, None).heavy == set()
    monkeypatch.setattr(gate, "HEAVIEST", least + own - 1)
    assert gates(path, None).heavy == {0}


def test_what_is_drawn_once_on_each_of_many_pages_is_light(tmp_path: Path) -> None:
    deck = Raw()
    shared = forms(deck, 1, 50)
    for _ in range(60):
        deck.page(WORDS + b"/X Do", b"/XObject << /X %d 0 R >>" % shared)
    assert gates(deck.save(tmp_path), None).heavy == set()


def test_a_form_that_only_knows_itself_is_light(tmp_path: Path) -> None:
    """Programs write one list of resources for all."""
    deck = Raw()
    number = len(deck.objects) + 1
    deck.stream(WORDS, FORM + b"/Resources << /XObject << /X %d 0 R >> >>" % number)
    deck.page(b"/X Do", b"/XObject << /X %d 0 R >>" % number)
    assert gates(deck.save(tmp_path), None).heavy == set()


@pytest.mark.parametrize(
    ("one", "other", "heavy"),
    [
        (b"/X Do", b"/Y Do", False),
        (b"/X Do /X Do", b"/Y Do", True),
        (b"/X Do /Y Do", b"/Y Do", True),
    ],
)
def test_forms_that_draw_each_other(one: bytes, other: bytes, heavy: bool, tmp_path: Path) -> None:
    """Once round is as deep as PDFium goes; more is more than there is."""
    deck = Raw()
    first = len(deck.objects) + 1
    own = b"/Resources << /XObject << /X %d 0 R /Y %d 0 R >> >>" % (first + 1, first)
    deck.stream(WORDS + one, FORM + own)
    deck.stream(WORDS + other, FORM + own)
    deck.page(b"/Y Do", b"/XObject << /Y %d 0 R >>" % first)
    assert gates(deck.save(tmp_path), None).heavy == ({0} if heavy else set())


def test_resources_are_inherited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deck = Raw()
    shared = forms(deck, 2, 30)
    content = deck.stream(b"/X Do")
    page = deck.add(b"<< /Type /Page /Parent 2 0 R %b /Contents %d 0 R >>" % (SIZE, content))
    deck.put(
        2,
        b"<< /Type /Pages /Count 1 /Kids [%d 0 R] /Resources << /XObject << /X %d 0 R >> >> >>"
        % (page, shared),
    )
    monkeypatch.setattr(gate, "HEAVIEST", 20_000)
    assert gates(deck.save(tmp_path), None).heavy == {0}


def test_packed_contents_are_weighed_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = Raw()
    deck.page_of(deck.packed(WORDS * 1_000))
    deck.page_of(deck.packed(WORDS))
    monkeypatch.setattr(gate, "HEAVIEST", len(WORDS) * 900)
    assert gates(deck.save(tmp_path), None).heavy == {0}


def test_names_of_pages_are_asked_for_where_their_tree_ends(tmp_path: Path) -> None:
    deck = Raw()
    deck.page()
    assert gates(deck.save(tmp_path, b"/PageLabels << /Nums [0 << /S /r >>] >>"), None).named
    tree = len(deck.objects) + 1
    endless = Raw()
    endless.page()
    assert len(endless.objects) + 1 == tree
    endless.add(b"<< /Kids [%d 0 R] >>" % tree)
    path = endless.save(tmp_path, b"/PageLabels %d 0 R" % tree)
    assert not gates(path, None).named


def test_what_does_not_open_has_no_gates(tmp_path: Path) -> None:
    path = tmp_path / "deck.pdf"
    path.write_bytes(b"%PDF-1.7\n")
    assert gates(path, None) == gate.Gates()
