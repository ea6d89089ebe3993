from __future__ import annotations

from pathlib import Path

import pytest

from sowhat.decisions import Kept, keep, kept
from sowhat.decisions.store import place
from sowhat.errors import OutputError
from sowhat.model import Decision, Stance
from sowhat.paths import user_data

GIVEN = (Decision(2, Stance.MIXED, "both speak", "Ours and yours", "0" * 32, "2026-11-22"),)


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data" / "SoWhat"
    monkeypatch.setenv("SOWHAT_DATA", str(folder))
    return folder


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    folder = tmp_path / "decks"
    folder.mkdir()
    return folder / "größe.pptx"


def test_the_tests_never_meet_the_users_own_folder(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert user_data() == data
    monkeypatch.delenv("SOWHAT_DATA")
    assert user_data().name == "SoWhat"
    assert user_data() != data


def test_what_is_kept_is_found_again_and_nothing_lies_beside_the_deck(
    deck: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kept(deck) == Kept()
    assert not data.exists()
    keep(deck, GIVEN)
    assert kept(deck) == Kept(GIVEN)
    assert kept(deck.parent / ".." / "decks" / deck.name) == Kept(GIVEN)
    monkeypatch.chdir(deck.parent)
    assert kept(Path(deck.name)) == Kept(GIVEN)
    assert kept(deck.with_name("other.pptx")) == Kept()
    assert list(deck.parent.iterdir()) == []
    (file,) = (data / "decisions").iterdir()
    assert str(deck.parent) not in file.read_text(encoding="utf-8")


def test_the_last_decision_taken_back_leaves_no_file(deck: Path) -> None:
    keep(deck, ())
    keep(deck, GIVEN)
    keep(deck, ())
    assert kept(deck) == Kept()
    assert not place(deck).exists()


@pytest.mark.parametrize("content", [b"", b"\xff\x00", b'{"schema": "sowhat.decisions/9"}'])
def test_a_damaged_file_is_put_aside_and_never_written_over(deck: Path, content: bytes) -> None:
    for number in (1, 2):
        keep(deck, GIVEN)
        place(deck).write_bytes(content)
        found = kept(deck)
        assert found.decisions == ()
        assert found.damaged == place(deck).with_suffix(f".damaged-{number}")
        assert found.damaged.read_bytes() == content
        assert kept(deck) == Kept()


def test_a_folder_that_cannot_be_written(deck: Path, data: Path) -> None:
    data.parent.mkdir()
    data.write_text("no folder")
    with pytest.raises(OutputError) as caught:
        keep(deck, GIVEN)
    assert caught.value.reason == "cannot-write"
    assert kept(deck) == Kept()


def test_a_failed_write_leaves_what_was_kept(deck: Path) -> None:
    keep(deck, GIVEN)
    place(deck).unlink()
    (place(deck) / "in the way").mkdir(parents=True)
    with pytest.raises(OutputError):
        keep(deck, GIVEN)
    assert [path.name for path in place(deck).parent.iterdir()] == [place(deck).name]
