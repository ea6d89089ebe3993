"""The window before all has arrived: it stands, takes what is asked for, and holds nobody up."""

from __future__ import annotations

import builtins
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from sowhat import gui, preferences
from sowhat.gui.arriving import Arriving
from sowhat.gui.doors import Doors
from sowhat.gui.first_look import NAMES, FirstLook, first_look
from sowhat.gui.jobs import Runner
from sowhat.gui.menus import STANCES
from sowhat.gui.remembered import Opened, Remembered, change
from sowhat.gui.theme import Theme
from sowhat.gui.window import AT_ONCE, Window
from sowhat.model import Audit, Stance
from sowhat.settings import AuditOptions

from .conftest import as_read

# The offscreen platform says so of every dialog; it has no screen to fit them to.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


@pytest.fixture
def new(qtbot: QtBot, theme: Theme, audit: Audit) -> Iterator[Window]:
    """A window that has just been shown."""
    made = Window(theme, AuditOptions(), Doors(audit=lambda path, *_: as_read(audit, path)))
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def test_it_stands_with_menus_and_keys_before_the_rest(new: Window) -> None:
    assert not new.arriving.done
    assert new.start.isVisible()
    able = {name for name in new.actions_.names() if new.actions_[name].isEnabled()}
    assert able == AT_ONCE
    assert new.page is None


def test_the_rest_arrives_by_itself(qtbot: QtBot, new: Window) -> None:
    qtbot.waitUntil(lambda: new.arriving.done)
    assert not any(new.actions_[name].icon().isNull() for name in new.actions_.names())
    able = {name for name in new.actions_.names() if new.actions_[name].isEnabled()}
    assert able == AT_ONCE  # as a window without a deck has it then


def test_a_deck_that_is_dropped_at_once_is_opened(
    qtbot: QtBot, new: Window, deck_file: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(deck_file))])
    where, keys = QPointF(400, 300), Qt.KeyboardModifier.NoModifier
    new.dropEvent(
        QDropEvent(where, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, keys)
    )
    assert not new.arriving.done
    assert not new.start.isVisible()  # it was taken
    qtbot.waitUntil(lambda: new.page is not None)
    assert new.windowTitle().startswith("acme.pptx")


def test_a_key_that_is_pressed_at_once_is_answered(qtbot: QtBot, new: Window) -> None:
    new.activateWindow()
    qtbot.waitUntil(new.isActiveWindow)
    QTest.keyClick(new, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in new.findChildren(QDialog)))
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()


def test_who_asks_for_the_decks_gets_them_at_once(new: Window, deck_file: Path) -> None:
    new.open_deck(deck_file)
    (tab,) = new.decks.tabs
    assert tab.path == deck_file


def test_closed_at_once_it_remembers_what_it_remembered(new: Window, tmp_path: Path) -> None:
    known = Remembered(open=(Opened(str(tmp_path / "a.pptx"), 3),))
    change(lambda _: known)
    new.close()
    assert new.memory.known == known


def test_pieces_are_made_one_at_a_time(qtbot: QtBot) -> None:
    made: list[int] = []

    def pieces() -> Iterator[None]:
        for number in range(3):
            made.append(number)
            yield

    runner = Runner()
    arriving = Arriving(runner, pieces, runner)
    seen: list[int] = []
    arriving.arrived.connect(lambda: seen.append(len(made)))
    arriving.begin()
    arriving.begin()
    qtbot.waitUntil(lambda: bool(seen))
    assert (made, seen, arriving.done) == ([0, 1, 2], [3], True)
    runner.close()


@pytest.mark.parametrize(
    ("said", "look"),
    [
        (
            {"theme": "dark", "text_size": 150, "recent": False},
            FirstLook("dark", 1.5, recent=False),
        ),
        ({"theme": "pink", "text_size": 90}, FirstLook()),
        ({"theme": 1, "text_size": True, "recent": 0}, FirstLook()),
        ([], FirstLook()),
    ],
)
def test_the_first_look_is_as_the_settings_have_it(
    own_data: Path, said: object, look: FirstLook
) -> None:
    own_data.mkdir()
    (own_data / "settings.json").write_text(json.dumps(said))
    assert first_look() == look


def test_the_first_look_knows_the_themes_and_sizes_of_the_table() -> None:
    theme, size = (preferences.entries()[name] for name in ("theme", "text_size"))
    assert {value for value, _ in theme.choices} == {*NAMES, FirstLook().theme}
    from sowhat.gui import first_look as module

    assert (size.least, size.most) == (module.LEAST, module.MOST)


def test_the_menus_name_the_stances_as_the_model_does() -> None:
    assert tuple(stance.value for stance in Stance) == STANCES


def test_qt_reads_no_source_of_what_is_imported() -> None:
    assert gui.obstacle() is None
    assert builtins.__import__ is getattr(builtins, "__orig_import__", builtins.__import__)
