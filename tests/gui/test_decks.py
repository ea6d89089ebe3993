"""Several decks in one window, each in a tab of its own."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QMessageBox, QTabBar, QToolButton
from pytestqt.qtbot import QtBot

from sowhat.errors import DeckError, OutputError
from sowhat.gui.doors import Doors, StageProgress
from sowhat.gui.jobs import HEAVY
from sowhat.gui.theme import Theme
from sowhat.gui.window import Window
from sowhat.model import Audit
from sowhat.settings import AuditOptions
from sowhat.worker import Worker

from .conftest import as_read, trouble_of

# The offscreen platform says so of every dialog; it has no screen to fit them to.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


class Gate:
    """Audits that wait until they are let through: all of decks whose names are held."""

    def __init__(self, audit: Audit) -> None:
        self.audit = audit
        self.begun: list[str] = []
        self.held: dict[str, threading.Event] = {}
        self.broken: dict[str, Exception] = {}
        self.ended = threading.Event()

    def __call__(self, path: Path, _: object, progress: StageProgress, __: Worker) -> Audit:
        self.begun.append(path.name)
        progress("read", 1, 4)
        while path.name in self.held and not self.held[path.name].wait(0.01):
            progress("read", 1, 4)  # ends here where it is cancelled
        if path.name in self.broken:
            raise self.broken[path.name]
        found = as_read(self.audit, path)
        self.ended.set()
        return found


@pytest.fixture
def gate(audit: Audit) -> Gate:
    return Gate(audit)


@contextmanager
def _window(qtbot: QtBot, theme: Theme, doors: Doors) -> Iterator[Window]:
    made = Window(theme, AuditOptions(), doors)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.arriving.done)
    yield made
    made.close()


@pytest.fixture
def many(qtbot: QtBot, theme: Theme, gate: Gate) -> Iterator[Window]:
    """An empty window whose audits go through the gate."""
    with _window(qtbot, theme, Doors(audit=gate)) as made:
        yield made


def _files(folder: Path, *names: str) -> list[Path]:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"deck")
    return [folder / name for name in names]


def _names(window: Window) -> list[str]:
    return [window.decks.tabText(index) for index in range(window.decks.count())]


def _ready(qtbot: QtBot, window: Window, count: int) -> None:
    qtbot.waitUntil(lambda: sum(one.page is not None for one in window.decks.tabs) == count)


def test_dropped_files_are_opened_in_tabs_and_the_first_is_in_front(
    qtbot: QtBot, many: Window, tmp_path: Path
) -> None:
    paths = _files(tmp_path, "a.pptx", "b.pdf", "c & d.pptx")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    many.dropEvent(QDropEvent(QPointF(400, 300), copy, data, left, none))
    assert _names(many) == ["a.pptx", "b.pdf", "c && d.pptx"]
    assert many.windowTitle() == "a.pptx · SoWhat"
    _ready(qtbot, many, 3)
    assert many.decks.tabBar().accessibleTabName(1) == "b.pdf: Both, 50%"


def test_one_deck_is_read_while_others_are_looked_at(
    qtbot: QtBot, many: Window, gate: Gate, tmp_path: Path
) -> None:
    gate.held["slow.pptx"] = threading.Event()
    slow, quick = _files(tmp_path, "slow.pptx", "quick.pptx")
    many.open_deck(slow)
    qtbot.waitUntil(lambda: many.busy.bar.value() == 1)
    many.open_deck(quick)
    _ready(qtbot, many, 1)
    assert many.page is not None
    assert many.session is not None
    many.actions_["next"].trigger()
    assert many.session.number == 2
    bar = many.decks.tabBar()
    assert bar.accessibleTabName(0) == "slow.pptx: Reading the deck …"
    before = many.decks.tabIcon(0).pixmap(16, 16).toImage()
    gate.held["slow.pptx"].set()
    _ready(qtbot, many, 2)
    assert many.windowTitle() == "quick.pptx · SoWhat"  # what is looked at stays in front
    assert many.decks.tabIcon(0).pixmap(16, 16).toImage() != before


def test_no_more_are_read_at_once_than_the_machine_bears(
    qtbot: QtBot, many: Window, gate: Gate, tmp_path: Path
) -> None:
    names = [f"{number}.pptx" for number in range(HEAVY + 2)]
    gate.held.update({name: threading.Event() for name in names})
    many.open_decks(_files(tmp_path, *names))
    qtbot.waitUntil(lambda: len(gate.begun) == HEAVY)
    many.decks.close_at(HEAVY)  # one that waits is not begun any more
    gate.held[names[0]].set()
    qtbot.waitUntil(lambda: len(gate.begun) == HEAVY + 1)
    assert gate.begun[HEAVY] == names[HEAVY + 1]
    for held in gate.held.values():
        held.set()
    _ready(qtbot, many, HEAVY + 1)


def test_a_deck_that_is_open_is_brought_to_the_front(
    qtbot: QtBot, many: Window, gate: Gate, tmp_path: Path
) -> None:
    first, second = _files(tmp_path, "a.pptx", "b.pptx")
    many.open_decks([first, second])
    _ready(qtbot, many, 2)
    page = many.page
    many.actions_["next-deck"].trigger()
    assert many.page is not page
    many.open_deck(tmp_path / "folder" / ".." / "a.pptx")
    assert many.page is page
    assert many.decks.count() == 2
    assert len(gate.begun) == 2


def test_two_files_of_one_name_are_told_apart_by_their_folders(
    qtbot: QtBot, many: Window, tmp_path: Path
) -> None:
    many.open_decks(_files(tmp_path, "old/a.pptx", "new/a.pptx", "b.pptx"))
    assert _names(many) == ["a.pptx · old", "a.pptx · new", "b.pptx"]
    many.decks.close_at(0)
    assert _names(many) == ["a.pptx", "b.pptx"]
    _ready(qtbot, many, 2)


def test_tabs_are_turned_moved_and_closed_by_key_and_mouse(
    qtbot: QtBot, many: Window, tmp_path: Path
) -> None:
    many.open_decks(_files(tmp_path, "a.pptx", "b.pptx", "c.pptx", "d.pptx"))
    _ready(qtbot, many, 4)
    many.activateWindow()
    bar = many.decks.tabBar()
    QTest.keyClick(many, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert many.windowTitle().startswith("b.pptx")
    many.actions_["previous-deck"].trigger()
    many.actions_["previous-deck"].trigger()
    assert many.windowTitle().startswith("d.pptx")
    bar.moveTab(3, 0)
    assert _names(many) == ["d.pptx", "a.pptx", "b.pptx", "c.pptx"]
    QTest.keyClick(many, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert _names(many) == ["a.pptx", "b.pptx", "c.pptx"]
    QTest.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=bar.tabRect(1).center())
    assert _names(many) == ["a.pptx", "c.pptx"]
    button = bar.tabButton(1, QTabBar.ButtonPosition.RightSide)
    assert isinstance(button, QToolButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert _names(many) == ["a.pptx"]
    assert not many.actions_["next-deck"].isEnabled()
    many.actions_["close"].trigger()
    assert many.start.isVisible()
    assert not many.actions_["close"].isEnabled()
    assert many.windowTitle() == "SoWhat"


def test_closing_a_tab_stops_its_reading(
    qtbot: QtBot, many: Window, gate: Gate, tmp_path: Path
) -> None:
    gate.held["slow.pptx"] = threading.Event()
    many.open_decks(_files(tmp_path, "slow.pptx", "quick.pptx"))
    _ready(qtbot, many, 1)
    qtbot.waitUntil(lambda: "slow.pptx" in gate.begun)
    many.decks.close_at(0)
    qtbot.waitUntil(lambda: not many.runner.busy)
    assert _names(many) == ["quick.pptx"]
    assert not many.findChildren(QMessageBox)


def test_a_reading_that_ends_as_its_tab_is_closed_leaves_nothing(
    qtbot: QtBot, many: Window, gate: Gate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rooms = tmp_path / "rooms"
    rooms.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(rooms))
    many.open_decks(_files(tmp_path, "a.pptx"))
    assert gate.ended.wait(30)  # and nothing of it is delivered before the tab is gone
    assert list(rooms.iterdir())
    many.decks.close_front()
    qtbot.waitUntil(lambda: not list(rooms.iterdir()))
    assert not many.runner.busy


def test_a_deck_that_fails_behind_says_so_in_its_tab_only(
    qtbot: QtBot, many: Window, gate: Gate, tmp_path: Path
) -> None:
    gate.broken["bad.pptx"] = DeckError("password", path="bad.pptx")
    many.open_decks(_files(tmp_path, "good.pptx", "bad.pptx"))
    bad = many.decks.tabs[1]
    qtbot.waitUntil(lambda: bad.error is not None)
    _ready(qtbot, many, 1)
    assert many.windowTitle().startswith("good.pptx")
    assert not many.findChildren(QInputDialog)
    assert many.decks.tabBar().accessibleTabName(1) == "bad.pptx: Could not be audited"
    many.actions_["next-deck"].trigger()
    told = trouble_of(qtbot, many)
    assert told.password.isVisible()
    assert not many.actions_["report"].isEnabled()
    assert many.actions_["again"].isEnabled()
    del gate.broken["bad.pptx"]
    many.actions_["again"].trigger()
    _ready(qtbot, many, 2)
    assert many.page is not None


def test_a_full_disk_costs_only_what_was_written(
    qtbot: QtBot, theme: Theme, audit: Audit, tmp_path: Path
) -> None:
    def full(*_: object) -> None:
        raise OutputError("cannot-write", path="out.pdf", detail="no space left on device")

    with _window(
        qtbot, theme, Doors(audit=lambda path, *_: as_read(audit, path), report=full)
    ) as window:
        window.open_decks(_files(tmp_path, "a.pptx", "b.pptx"))
        _ready(qtbot, window, 2)
        assert window.session is not None
        window.session.start_report(tmp_path / "out.pdf")
        window.actions_["next-deck"].trigger()
        qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
        (box,) = window.findChildren(QMessageBox)
        assert "no space left" in box.informativeText()
        box.close()
        assert window.actions_["report"].isEnabled()
        assert _names(window) == ["a.pptx", "b.pptx"]
