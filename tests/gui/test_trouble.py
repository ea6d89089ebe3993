"""What the window offers when something failed, and that it takes nothing of a deck for markup."""

from __future__ import annotations

from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from sowhat.decisions import keep, store
from sowhat.errors import DeckError, OutputError
from sowhat.gui.doors import Doors, StageProgress
from sowhat.gui.theme import Theme
from sowhat.gui.window import Window
from sowhat.model import Audit, Decision, Stance
from sowhat.settings import AuditOptions
from sowhat.texts import error_text
from sowhat.worker import Worker

from .conftest import make_deck, trouble_of

# The offscreen platform says so of every dialog; it has no screen to fit them to.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)

MARKUP = "<img src='file:///tmp/canary.png'><a href='http://canary.invalid'>Click</a><h1>Big"


def _dialog(qtbot: QtBot, window: Window) -> QMessageBox:
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    return window.findChildren(QMessageBox)[0]


def _buttons(dialog: QMessageBox) -> dict[str, QAbstractButton]:
    return {button.text().replace("&", ""): button for button in dialog.buttons()}


def _window(qtbot: QtBot, theme: Theme, doors: Doors) -> Window:
    window = Window(theme, AuditOptions(), doors)
    qtbot.addWidget(window)
    window.show()
    return window


def test_a_deck_whose_worker_died_can_be_tried_again(
    qtbot: QtBot, theme: Theme, audit: Audit, deck_file: Path
) -> None:
    """The first worker is killed in the middle of its work; the second one is left alone."""
    workers: list[Worker] = []

    def mortal(path: Path, _: AuditOptions, __: StageProgress, worker: Worker) -> Audit:
        from sowhat.read import read_deck

        workers.append(worker)

        def kill(*_: int) -> None:
            if len(workers) == 1 and worker.pid is not None:
                psutil.Process(worker.pid).kill()

        while len(workers) == 1:  # the answer may be on its way before its worker is killed
            read_deck(path, worker, progress=kill)
        return audit

    window = _window(qtbot, theme, Doors(audit=mortal))
    window.open_deck(deck_file)
    told = trouble_of(qtbot, window)
    assert told.words.text() == error_text(DeckError("damaged", path=str(deck_file)))
    assert window.page is None
    told.again.click()
    qtbot.waitUntil(lambda: window.page is not None)
    assert len(workers) == 2
    window.close()


def test_auditing_again_is_tried_again_on_the_same_page(
    qtbot: QtBot, theme: Theme, audit: Audit, deck_file: Path
) -> None:
    tried: list[int] = []

    def second_fails(*_: object) -> Audit:
        tried.append(0)
        if len(tried) == 2:
            raise DeckError("too-slow", path=str(deck_file))
        return audit

    window = _window(qtbot, theme, Doors(audit=second_fails))
    window.open_deck(deck_file)
    qtbot.waitUntil(lambda: window.page is not None)
    page = window.page
    window.actions_["again"].trigger()
    dialog = _dialog(qtbot, window)
    assert page is not None
    with qtbot.waitSignal(page.session.audited):
        _buttons(dialog)["Try again"].click()
    assert window.page is page
    assert len(tried) == 3
    window.close()


@pytest.mark.parametrize("reason", ["not-a-deck", "old-ppt", "no-slides"])
def test_what_another_try_cannot_change_is_only_told(
    qtbot: QtBot, theme: Theme, tmp_path: Path, reason: str
) -> None:
    def refuse(*_: object) -> Audit:
        raise DeckError(reason, path="x")

    window = _window(qtbot, theme, Doors(audit=refuse))
    window.open_deck(tmp_path / "x.pptx")
    told = trouble_of(qtbot, window)
    assert [told.again.isVisible(), told.password.isVisible()] == [False, False]
    assert told.copy.isVisible()
    window.close()


def test_a_report_that_is_open_elsewhere_gets_another_name(
    qtbot: QtBot, theme: Theme, audit: Audit, deck_file: Path, tmp_path: Path
) -> None:
    path, other = tmp_path / "a & b.pdf", tmp_path / "a & b (2).pdf"

    def write(_: Audit, to: Path, *__: object) -> None:
        if to == path:
            raise OutputError("in-use", path=str(path), detail=other.name, other=str(other))
        to.write_bytes(b"report")

    window = _window(qtbot, theme, Doors(audit=lambda *_: audit, report=write))
    window.open_deck(deck_file)
    qtbot.waitUntil(lambda: window.page is not None)
    assert window.session is not None
    window.session.start_report(path)
    dialog = _dialog(qtbot, window)
    assert "is open in another program" in dialog.informativeText()
    (button,) = (one for one in dialog.buttons() if "Save as" in one.text())
    assert button.text() == "Save as a && b (2).pdf"
    with qtbot.waitSignal(window.session.reported):
        button.click()
    assert other.read_bytes() == b"report"
    window.close()


def test_decisions_that_were_damaged_meanwhile_are_told(opened: Window, deck_file: Path) -> None:
    session = opened.session
    assert session is not None
    keep(deck_file, (Decision(3, Stance.VENDOR),))
    store.place(deck_file).write_bytes(b"damaged")
    told: list[str] = []
    session.deciding.told.connect(told.append)
    session.deciding.decide(2, Stance.CUSTOMER)
    assert len(told) == 1
    assert "damaged-1" in told[0]
    assert [one.slide for one in store.kept(deck_file).decisions] == [2]


def test_nothing_of_a_deck_is_taken_for_markup(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    """Titles, bodies and notes are full of it; all that is shown stays text, no link among it."""
    path = make_deck(tmp_path / "markup.pptx", tuple((MARKUP, MARKUP) for _ in range(3)))
    window = _window(qtbot, theme, Doors())
    window.open_deck(path)
    qtbot.waitUntil(lambda: window.page is not None, timeout=60_000)
    for number in (1, 2, 3):
        assert window.session is not None
        window.session.go(number)
        for label in window.findChildren(QLabel):
            plain = label.textFormat() is Qt.TextFormat.PlainText
            assert plain or "<" not in label.text()
            assert not label.openExternalLinks()
        tips = [widget.toolTip() for widget in window.findChildren(QWidget)]
        tips += [action.toolTip() for action in window.findChildren(QAction)]
        assert not [tip for tip in tips if "<img" in tip or "<a " in tip]
    window.close()
