from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from sowhat import locks
from sowhat.decisions import Kept, change, keep, kept
from sowhat.decisions.store import LOCK, place
from sowhat.errors import OutputError, UsageError
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


@pytest.mark.parametrize("content", [b"", b"\xff\x00", b'{"schema": "sowhat.audit/1"}'])
def test_a_damaged_file_is_put_aside_and_never_written_over(deck: Path, content: bytes) -> None:
    for number in (1, 2):
        keep(deck, GIVEN)
        place(deck).write_bytes(content)
        found = kept(deck)
        assert found.decisions == ()
        assert found.damaged == place(deck).with_suffix(f".damaged-{number}")
        assert found.damaged.read_bytes() == content
        assert kept(deck) == Kept()


def test_what_a_newer_program_wrote_stays_where_it_is(deck: Path) -> None:
    keep(deck, GIVEN)
    newer = b'{"schema": "sowhat.decisions/9"}'
    place(deck).write_bytes(newer)
    assert kept(deck) == Kept(unread=place(deck))
    with pytest.raises(UsageError) as caught:
        change(deck, lambda given: (*given, *GIVEN))
    assert caught.value.reason == "newer-decisions"
    assert place(deck).read_bytes() == newer


def test_what_cannot_be_opened_is_no_damage_and_is_never_written_over(deck: Path) -> None:
    place(deck).mkdir(parents=True)
    assert kept(deck) == Kept(unread=place(deck))
    with pytest.raises(OutputError) as caught:
        change(deck, lambda _: GIVEN)
    assert caught.value.reason == "cannot-write"
    assert place(deck).is_dir()


def test_a_change_sees_what_is_kept_and_tells_what_was_damaged(deck: Path) -> None:
    assert change(deck, lambda given: (*given, GIVEN[0])) == Kept()
    second = replace(GIVEN[0], slide=3)
    assert change(deck, lambda given: (*given, second)) == Kept(GIVEN)
    assert kept(deck) == Kept((*GIVEN, second))
    place(deck).write_bytes(b"damaged")
    found = change(deck, lambda given: (*given, second))
    assert found.damaged is not None
    assert found.damaged.read_bytes() == b"damaged"
    assert kept(deck) == Kept((second,))


DECIDE = """
import sys
from pathlib import Path
from sowhat.decisions import change
from sowhat.model import Decision, Stance
deck, first = Path(sys.argv[1]), int(sys.argv[2])
sys.stdin.readline()
for number in range(first, first + 25):
    change(deck, lambda given: (*given, Decision(number, Stance.VENDOR)))
"""


def test_two_processes_never_lose_each_others_decisions(deck: Path) -> None:
    with contextlib.ExitStack() as stack:
        started = [
            stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-c", DECIDE, str(deck), str(first)], stdin=subprocess.PIPE
                )
            )
            for first in (1, 101)
        ]
        for process in started:  # both at once
            assert process.stdin is not None
            process.stdin.write(b"go\n")
            process.stdin.close()
    assert [process.returncode for process in started] == [0, 0]
    found = {one.slide for one in kept(deck).decisions}
    assert found == {*range(1, 26), *range(101, 126)}


def test_who_waits_too_long_for_another_is_told(deck: Path, data: Path) -> None:
    keep(deck, GIVEN)
    lock = data / LOCK
    with locks.held(lock), pytest.raises(OSError, match="Another program"), locks.held(lock, 0):
        pass
    with locks.held(lock, 0):
        pass


def test_a_clock_that_goes_back_changes_nothing(deck: Path) -> None:
    late = replace(GIVEN[0], slide=3, date="2031-01-01")
    change(deck, lambda given: (*given, late))
    os.utime(place(deck), (0, 0))
    change(deck, lambda given: (*given, *GIVEN))
    assert kept(deck) == Kept((*GIVEN, late))


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
