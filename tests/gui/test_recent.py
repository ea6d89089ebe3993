"""Decks that were audited last, the window as it was left, and that both can be turned off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QEvent, QLocale, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sowhat.gui import remembered
from sowhat.gui.doors import Doors
from sowhat.gui.memory import Memory
from sowhat.gui.recent_row import RecentRow, day_words, short_path, shortened
from sowhat.gui.remembered import MOST, Opened, Recent, Remembered
from sowhat.gui.start import samples
from sowhat.gui.theme import Theme
from sowhat.gui.window import Window
from sowhat.model import Audit
from sowhat.settings import AuditOptions

from .conftest import as_read

# The offscreen platform says so of every dialog; it has no screen to fit them to.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)

Made = list[Window]


@pytest.fixture
def windows() -> Iterator[Made]:
    """Windows one after the other, as after each start of the program."""
    made: Made = []
    yield made
    for window in made:
        window.close()


def _start(qtbot: QtBot, theme: Theme, audit: Audit, windows: Made) -> Window:
    window = Window(theme, AuditOptions(), Doors(audit=lambda path, *_: as_read(audit, path)))
    qtbot.addWidget(window)
    windows.append(window)
    window.reopen(decks=True)
    window.show()
    qtbot.waitUntil(lambda: window.arriving.done)
    return window


def _files(folder: Path, *names: str) -> list[Path]:
    for name in names:
        (folder / name).write_bytes(b"deck")
    return [folder / name for name in names]


def _rows(window: Window) -> list[str]:
    return [Path(row.deck.path).name for row in window.start.recent.rows]


def _ready(qtbot: QtBot, window: Window, count: int) -> None:
    qtbot.waitUntil(lambda: sum(one.page is not None for one in window.decks.tabs) == count)


def test_audited_decks_are_on_the_page_that_invites_the_newest_first(
    qtbot: QtBot, theme: Theme, audit: Audit, windows: Made, tmp_path: Path
) -> None:
    window = _start(qtbot, theme, audit, windows)
    assert not window.start.recent.isVisible()
    for path in (*_files(tmp_path, "a.pptx", "b & c.pptx", "a.pptx"), samples()[0]):
        window.open_deck(path)
        qtbot.waitUntil(lambda: window.page is not None)
        window.actions_["close"].trigger()
    assert _rows(window) == ["a.pptx", "b & c.pptx"]
    assert window.start.recent.isVisible()
    (first, _) = window.start.recent.rows
    assert first.accessibleName() == "a.pptx, Both, 50% · today"
    assert window.recent_menu.menuAction().isEnabled()
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.page is not None)
    assert window.windowTitle().startswith("a.pptx")


def test_the_menu_opens_a_recent_deck(
    qtbot: QtBot, theme: Theme, audit: Audit, windows: Made, tmp_path: Path
) -> None:
    (path,) = _files(tmp_path, "a & b.pptx")
    remembered.change(lambda known: known.with_deck(Recent(str(path), 0.5, "2026-11-22")))
    window = _start(qtbot, theme, audit, windows)
    (action, *_) = window.recent_menu.actions()
    assert action.text() == "&1  a && b.pptx"
    action.trigger()
    qtbot.waitUntil(lambda: window.page is not None)
    window.recent_menu.actions()[-1].trigger()
    assert remembered.kept().decks == ()
    assert not window.recent_menu.menuAction().isEnabled()


def test_rows_are_used_by_keys_and_a_missing_deck_is_grey(
    qtbot: QtBot, theme: Theme, audit: Audit, windows: Made, tmp_path: Path
) -> None:
    here, gone = *_files(tmp_path, "here.pptx"), tmp_path / "gone.pptx"
    for path in (here, gone):
        deck = Recent(str(path), None, "2020-01-31")
        remembered.change(lambda known, deck=deck: known.with_deck(deck))  # type: ignore[misc]
    window = _start(qtbot, theme, audit, windows)
    first, second = window.start.recent.rows
    qtbot.waitUntil(lambda: first.missing)
    assert not first.name.isEnabled()
    assert first.accessibleName() == "gone.pptx, not there any more"
    assert not second.missing
    QTest.keyClick(first, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: _rows(window) == ["here.pptx"])
    (row,) = window.start.recent.rows
    QTest.keyClick(row, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.page is not None)


def test_a_row_is_taken_off_by_its_button_and_all_by_another(
    qtbot: QtBot, theme: Theme, audit: Audit, windows: Made, tmp_path: Path
) -> None:
    for path in _files(tmp_path, "a.pptx", "b.pptx", "c.pptx"):
        deck = Recent(str(path), 0.9, "2020-01-31")
        remembered.change(lambda known, deck=deck: known.with_deck(deck))  # type: ignore[misc]
    window = _start(qtbot, theme, audit, windows)
    row: RecentRow = window.start.recent.rows[0]
    at = QPointF(5, 5)
    row.enterEvent(QEnterEvent(at, at, at))
    assert row.remove.isVisible()
    QTest.mouseClick(row.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _rows(window) == ["b.pptx", "a.pptx"])
    row = window.start.recent.rows[0]
    row.leaveEvent(QEvent(QEvent.Type.Leave))
    assert not row.remove.isVisible()
    QTest.mouseClick(window.start.recent.clear, Qt.MouseButton.LeftButton)
    assert _rows(window) == []
    assert not window.start.recent.isVisible()


def test_the_window_stands_where_it_was_left(
    qtbot: QtBot, theme: Theme, audit: Audit, windows: Made, tmp_path: Path
) -> None:
    window = _start(qtbot, theme, audit, windows)
    window.resize(900, 650)  # the offscreen screen is no larger
    window.open_decks(_files(tmp_path, "a.pptx", "b.pptx", "c.pptx"))
    _ready(qtbot, window, 3)
    window.decks.setCurrentIndex(1)
    assert window.session is not None
    window.session.go(4)
    window.close()

    again = _start(qtbot, theme, audit, windows)
    assert (again.width(), again.height()) == (900, 650)
    assert [one.path.name for one in again.decks.tabs] == ["a.pptx", "b.pptx", "c.pptx"]
    qtbot.waitUntil(lambda: again.page is not None)
    assert again.windowTitle().startswith("b.pptx")
    assert again.session is not None
    assert again.session.number == 4
    assert [one.unread for one in again.decks.tabs] == [True, False, True]
    again.actions_["next-deck"].trigger()  # read once it is looked at
    _ready(qtbot, again, 2)
    again.close()
    assert [one.slide for one in remembered.kept().open] == [1, 4, 1]


def test_turned_off_nothing_is_kept(
    qtbot: QtBot, theme: Theme, audit: Audit, windows: Made, tmp_path: Path
) -> None:
    window = _start(qtbot, theme, audit, windows)
    first, second = _files(tmp_path, "a.pptx", "b.pptx")
    window.open_deck(first)
    qtbot.waitUntil(lambda: window.page is not None)
    assert _rows(window) == ["a.pptx"]
    preferences = window.settings.preferences
    preferences.change(replace(preferences.settings, recent=False))
    assert not remembered.place().exists()
    assert _rows(window) == []
    window.open_deck(second)
    _ready(qtbot, window, 2)
    window.close()
    assert not remembered.place().exists()
    assert not _start(qtbot, theme, audit, windows).memory.on


def test_the_file_holds_path_share_and_day_alone(tmp_path: Path) -> None:
    memory = Memory()
    memory.add(tmp_path / "a.pptx", 0.81)
    memory.leave([Opened(str(tmp_path / "a.pptx"), 3)], 0, b"\x01")
    known = remembered.kept()
    assert known.decks == (Recent(str(tmp_path / "a.pptx"), 0.81, date.today().isoformat()),)
    assert known.open == (Opened(str(tmp_path / "a.pptx"), 3),)
    assert remembered.place().stat().st_mode & 0o077 == 0


def test_no_more_are_kept_than_fit_and_each_once() -> None:
    known = Remembered()
    for number in range(MOST + 3):
        known = known.with_deck(Recent(f"/decks/{number}.pptx"))
    known = known.with_deck(Recent("/decks/x/../9.pptx", 0.5))
    assert len(known.decks) == MOST
    assert known.decks[0].share == 0.5
    assert sum(deck.path.endswith("9.pptx") for deck in known.decks) == 1


@pytest.mark.parametrize("data", [b"", b"damaged", b'{"schema": "sowhat.recent/1"}'])
def test_a_damaged_file_costs_the_list_only(own_data: Path, data: bytes) -> None:
    own_data.mkdir()
    remembered.place().write_bytes(data)
    assert remembered.kept() == Remembered()
    remembered.change(lambda known: known.with_deck(Recent("/a.pptx")))
    assert len(remembered.kept().decks) == 1


def test_where_nothing_can_be_written_nothing_is_remembered(own_data: Path) -> None:
    own_data.write_bytes(b"a file where the folder should be")
    remembered.change(lambda known: known.with_deck(Recent("/a.pptx")))
    assert remembered.kept() == Remembered()


def test_paths_and_days_are_said_as_people_say_them() -> None:
    home = Path("/home/ada")
    assert short_path(home / "work" / "q3" / "a.pptx", home) == str(Path("~/work/q3"))
    assert short_path(Path("/srv/decks/a.pptx"), home) == str(Path("/srv/decks"))
    today = QDate(2026, 11, 22)
    assert day_words("2026-11-22", today) == "today"
    assert day_words("2026-11-21", today) == "yesterday"
    assert day_words("2024-02-01", today) == QLocale().toString(QDate(2024, 2, 1), "d MMM yyyy")
    assert day_words("never", today) == ""


@pytest.mark.parametrize("content", ["{", "[]", '{"schema": "sowhat.recent/2", "remembered": {}}'])
def test_a_damaged_list_is_put_aside_and_told(
    qtbot: QtBot, theme: Theme, audit: Audit, windows: Made, tmp_path: Path, content: str
) -> None:
    remembered.place().parent.mkdir(parents=True, exist_ok=True)
    remembered.place().write_text(content, encoding="utf-8")
    window = _start(qtbot, theme, audit, windows)
    aside = remembered.place().with_name("recent.damaged-1")
    assert aside.read_text(encoding="utf-8") == content
    assert window.start.recent.isVisible()
    assert str(aside) in window.start.recent.told.text()
    (path,) = _files(tmp_path, "a.pptx")
    window.open_deck(path)
    qtbot.waitUntil(lambda: window.page is not None)
    assert [Path(one.path).name for one in remembered.kept().decks] == ["a.pptx"]
    assert aside.read_text(encoding="utf-8") == content


def test_a_list_that_cannot_be_read_now_is_not_written_over(
    own_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remembered.change(lambda known: known.with_deck(Recent("/a.pptx")))
    whole = remembered.place().read_bytes()

    def locked(_: Path) -> bytes:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", locked)
        remembered.change(lambda known: known.with_deck(Recent("/b.pptx")))
        assert remembered.kept() == Remembered()
    assert remembered.place().read_bytes() == whole
    assert own_data in remembered.place().parents


def test_words_are_shortened_in_their_middle_and_no_accent_leaves_its_letter() -> None:
    assert shortened("abcdef", 6, len) == "abcdef"
    assert shortened("abcdefghij", 6, len) == "abc…ij"
    assert shortened("abcdef", 1, len) == "…"
    accents = "e\N{COMBINING ACUTE ACCENT}"
    assert shortened(accents * 5, 5, len) == f"{accents}…{accents}"
    assert shortened("ab", -1, len) == "…"
