"""What the rep said of a deck that goes out is kept for it, and not lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sowhat import decisions
from sowhat.decisions.sending import place
from sowhat.errors import OutputError, UsageError
from sowhat.model import ItemKind, Meant, Sending, Where

SAID = Sending(
    vendor=("Quillmark",),
    products=("Quillmark Ledger",),
    customer=("Bexhill Dairies", "BXD"),
    master="/decks/master.pptx",
    meant=(Meant(ItemKind.LEFTOVER, Where.BODY, "0" * 32, 3, "1" * 32),),
)


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOWHAT_DATA", str(tmp_path / "data"))


def test_it_is_kept_for_its_deck_alone(tmp_path: Path) -> None:
    deck = tmp_path / "deck.pptx"
    assert decisions.sending(deck) == Sending()
    assert decisions.send(deck, lambda _: SAID) == SAID
    assert decisions.sending(deck) == SAID
    assert decisions.sending(tmp_path / "other.pptx") == Sending()
    assert decisions.send(deck, lambda said: replace(said, meant=())).customer == SAID.customer
    assert decisions.sending(deck).meant == ()


def test_nothing_said_leaves_no_file(tmp_path: Path) -> None:
    deck = tmp_path / "deck.pptx"
    decisions.send(deck, lambda _: SAID)
    decisions.send(deck, lambda _: Sending())
    assert not place(deck).exists()


def test_a_damaged_file_is_put_aside(tmp_path: Path) -> None:
    deck = tmp_path / "deck.pptx"
    decisions.send(deck, lambda _: SAID)
    place(deck).write_bytes(b'{"schema": "sowhat.sending/1", "dec')
    assert decisions.sending(deck) == Sending()
    assert [file.suffix for file in place(deck).parent.iterdir()] == [".damaged-1"]


def test_a_newer_program_s_file_is_left_alone(tmp_path: Path) -> None:
    deck = tmp_path / "deck.pptx"
    decisions.send(deck, lambda _: SAID)
    newer = b'{"schema": "sowhat.sending/2"}'
    place(deck).write_bytes(newer)
    assert decisions.sending(deck) == Sending()
    with pytest.raises(UsageError):
        decisions.send(deck, lambda _: SAID)
    assert place(deck).read_bytes() == newer


def test_what_cannot_be_kept_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "sending").write_text("in the way")
    with pytest.raises(OutputError):
        decisions.send(tmp_path / "deck.pptx", lambda _: SAID)
