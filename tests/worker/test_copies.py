"""A worker that reads a copy of a file, which other programs may replace meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from sowhat.errors import DeckError
from sowhat.read import read_deck
from sowhat.render import Renderer
from sowhat.worker import Worker, process


def test_what_was_copied_is_read_and_drawn_though_the_file_is_another(
    vendor_pptx: Path, tmp_path: Path
) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(vendor_pptx.read_bytes())
    with Worker() as worker:
        worker.copy(path)
        deck = read_deck(path, worker)
        assert deck.path == str(path)
        path.write_bytes(b"saved anew")
        assert not Renderer(deck, worker).slide(1, 320).sketch
        with Worker() as other:
            assert Renderer(deck, other).slide(1, 320).sketch
        worker.close()  # the copy goes with the room
        assert Renderer(deck, worker).slide(1, 320).sketch


def test_what_cannot_be_copied_is_read_where_it_is(
    vendor_pptx: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Worker() as worker:
        worker.copy(tmp_path / "missing.pptx")
        worker.copy(tmp_path)
        monkeypatch.setattr(process, "MOST_COPIED", 10)
        worker.copy(vendor_pptx)
        assert read_deck(vendor_pptx, worker).slides
        with pytest.raises(DeckError, match="missing"):
            read_deck(tmp_path / "missing.pptx", worker)
