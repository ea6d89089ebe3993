"""Damaged files are mended as far as they can be, and told to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from sowhat.errors import DeckError
from sowhat.model import Deck
from sowhat.pdf.opened import open_pdf
from tests.hostile.pdf.damage import plain
from tests.read.pdf_factory import deck_of, texts

WORDS = ["Your closing takes nine days"]


def gaps(deck: Deck) -> list[tuple[str, int | None]]:
    return [(gap.id, gap.slide) for gap in deck.gaps]


def saved(folder: Path, data: bytes) -> Path:
    path = folder / "deck.pdf"
    path.write_bytes(data)
    return path


def test_a_whole_file_is_not_mended(tmp_path: Path) -> None:
    deck = deck_of(saved(tmp_path, plain()))
    assert (len(deck.slides), deck.gaps) == (3, ())


@pytest.mark.parametrize("lost", [b"trailer", b"/Pages 2 0 R", b"%PDF-1.7"])
def test_pages_are_found_without(lost: bytes, tmp_path: Path) -> None:
    data = plain().replace(lost, b"x" * len(lost), 1)
    deck = deck_of(saved(tmp_path, data))
    assert [texts(slide) for slide in deck.slides] == [WORDS] * 3
    assert gaps(deck) == [("mended", None)]


def test_what_is_left_of_a_file_is_read(tmp_path: Path) -> None:
    """Each file that is cut off gives the pages before the cut, or is damaged."""
    data, found, reasons = plain(), [], set()
    for end in range(100, len(data), 40):
        try:
            deck = deck_of(saved(tmp_path, data[:end]))
        except DeckError as error:
            reasons.add(error.reason)
            found.append(0)
        else:
            found.append(sum(texts(slide) == WORDS for slide in deck.slides))
    assert found == sorted(found)
    assert (found[0], found[-1], reasons) == (0, 3, {"damaged"})


def test_the_table_of_an_encrypted_file_cannot_be_guessed(tmp_path: Path) -> None:
    data = plain().replace(b"trailer", b"% /Encrypt").replace(b"startxref", b"x")
    with pytest.raises(DeckError) as caught:
        open_pdf(saved(tmp_path, data), None)
    assert caught.value.reason == "damaged"


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"potato salad", "not-a-deck"), (b"%PDF-1.7\n1 0 obj\n<<", "damaged")],
)
def test_what_cannot_be_mended(data: bytes, reason: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError) as caught:
        open_pdf(saved(tmp_path, data), None)
    assert caught.value.reason == reason
