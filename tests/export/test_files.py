from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from sowhat.errors import OutputError
from sowhat.export import files


def test_a_result_replaces_what_was_there_and_leaves_nothing_else(tmp_path: Path) -> None:
    deck, path = tmp_path / "deck.pdf", tmp_path / "result.pdf"
    deck.write_bytes(b"deck")
    path.write_bytes(b"old")
    files.save(b"new", path, str(deck))
    assert path.read_bytes() == b"new"
    assert deck.read_bytes() == b"deck"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["deck.pdf", "result.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are of another kind there")
def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    path, link = tmp_path / "result.pdf", tmp_path / "link.pdf"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link.symlink_to(path)
    files.save(b"new", link, str(tmp_path / "deck.pdf"))
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_the_deck_under_another_name_is_the_deck(tmp_path: Path) -> None:
    deck, other = tmp_path / "deck.pdf", tmp_path / "other.pdf"
    deck.write_bytes(b"deck")
    os.link(deck, other)
    with pytest.raises(OutputError) as caught:
        files.save(b"new", other, str(deck))
    assert caught.value.reason == "would-overwrite-input"
    assert deck.read_bytes() == b"deck"


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 300)  # longer than any file system allows
    with pytest.raises(OutputError) as caught:
        files.save(b"new", path, str(tmp_path / "deck.pdf"))
    assert caught.value.reason == "cannot-write"
    assert list(tmp_path.iterdir()) == []


def test_a_deck_that_is_not_there_is_not_made_up(tmp_path: Path) -> None:
    path = tmp_path / "none.pptx"
    with pytest.raises(OutputError) as caught:
        files.save(b"new", path, str(path))
    assert caught.value.reason == "would-overwrite-input"
    assert not path.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        files.save(b"new", pipe, str(tmp_path / "deck.pdf"))
        assert os.read(reader, 9) == b"new"
    finally:
        os.close(reader)
    assert pipe.is_fifo()
    assert [file.name for file in tmp_path.iterdir()] == ["pipe"]
