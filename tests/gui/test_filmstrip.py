"""The filmstrip: what it shows, several slides chosen, its menu, what is copied."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from sowhat import decisions
from sowhat.gui.actions import table
from sowhat.gui.deck_page import DeckPage
from sowhat.gui.paint import Sight
from sowhat.gui.panels.filmstrip import Filmstrip
from sowhat.gui.panels.sieve import Choices
from sowhat.gui.sifting import Sorting
from sowhat.gui.window import Window
from sowhat.model import Motif, Stance

from .conftest import parts, settled

# The offscreen platform says so of each window that pops up.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
UNSURE = 4


def click(strip: Filmstrip, number: int, keys: Qt.KeyboardModifier) -> None:
    strip.scrollTo(index_of(strip, number))
    at = strip.visualRect(index_of(strip, number)).center()
    QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, keys, at)


def index_of(strip: Filmstrip, number: int) -> QModelIndex:
    return strip.model().index(strip.numbers.index(number), 0)


def choices(page: DeckPage) -> Choices:
    QTest.mouseClick(page.sieve.choices, Qt.MouseButton.LeftButton)
    found = page.sieve.findChildren(Choices)
    assert found
    return found[-1]


def press(popup: Choices, what: Sight | Motif) -> None:
    QTest.mouseClick(popup.buttons[what], Qt.MouseButton.LeftButton)


def test_the_slides_are_filtered_counted_and_shown_again(opened: Window) -> None:
    _, page = parts(opened)
    assert page.sieve.choices.text() == "6 slides"
    assert not page.sieve.clear.isVisible()
    popup = choices(page)
    assert popup.first.hasFocus()
    assert popup.buttons[Sight.VENDOR].text() == "About you  2"
    assert Sight.MIXED not in popup.buttons
    press(popup, Sight.VENDOR)
    assert list(page.filmstrip.numbers) == [2, 5]
    press(popup, Sight.UNSURE)
    press(popup, Motif.ANALYST)
    assert list(page.filmstrip.numbers) == [5]
    popup.close()
    assert page.sieve.choices.text() == "1 of 6 slides"
    assert "Unsure" in page.sieve.says.text()
    QTest.mouseClick(page.sieve.clear, Qt.MouseButton.LeftButton)
    assert list(page.filmstrip.numbers) == [1, 2, 3, 4, 5, 6]
    assert not page.sieve.says.isVisible()


def test_the_slides_are_sorted_and_keys_walk_as_they_stand(opened: Window) -> None:
    session, page = parts(opened)
    opened.actions_["filter"].trigger()
    (popup,) = page.sieve.findChildren(Choices)
    QTest.mouseClick(popup.sortings[Sorting.UNSURE], Qt.MouseButton.LeftButton)
    popup.close()
    assert page.filmstrip.numbers[0] == UNSURE
    assert page.sieve.says.text() == "unsure first"
    assert page.sieve.choices.text() == "6 slides"
    session.go(UNSURE)
    QTest.keyClick(page.filmstrip, Qt.Key.Key_Down)
    assert session.number == 1
    opened.actions_["all"].trigger()
    assert list(page.filmstrip.numbers) == [1, 2, 3, 4, 5, 6]
    assert page.filmstrip.currentIndex() == index_of(page.filmstrip, 1)


def test_a_slide_that_is_left_out_can_be_looked_at(opened: Window) -> None:
    session, page = parts(opened)
    popup = choices(page)
    press(popup, Sight.CUSTOMER)
    popup.close()
    session.go(2)
    assert list(page.filmstrip.numbers) == [3]
    assert list(page.filmstrip.chosen) == []
    assert list(page.filmstrip.visible_slides()) == [3]
    session.go(3)
    assert list(page.filmstrip.chosen) == [3]


def test_several_slides_are_decided_at_once_and_undone_at_once(
    qtbot: QtBot, deciding: Window, deck_file: Path
) -> None:
    session, page = parts(deciding)
    click(page.filmstrip, 2, Qt.KeyboardModifier.NoModifier)
    click(page.filmstrip, 3, Qt.KeyboardModifier.ShiftModifier)
    click(page.filmstrip, 6, Qt.KeyboardModifier.ControlModifier)
    assert list(page.filmstrip.chosen) == [2, 3, 6]
    assert page.decision.title.text() == "Your word on 3 slides: about whom?"
    assert not page.decision.reason.isVisible()
    QTest.mouseClick(page.decision.buttons[Stance.MIXED], Qt.MouseButton.LeftButton)
    settled(qtbot, deciding)
    kept = {one.slide: one.stance for one in decisions.kept(deck_file).decisions}
    assert kept == dict.fromkeys((2, 3, 6), Stance.MIXED)
    undo = deciding.actions_["undo"]
    assert undo.text() == "Undo the word on slides 2, 3 and 6"
    undo.trigger()
    settled(qtbot, deciding)
    assert decisions.kept(deck_file).decisions == ()
    assert not undo.isEnabled()
    deciding.actions_["redo"].trigger()
    settled(qtbot, deciding)
    assert len(session.audit.decisions) == 3
    deciding.actions_["clear"].trigger()
    settled(qtbot, deciding)
    assert not session.audit.decisions


def test_the_menu_of_the_chosen_slides(opened: Window) -> None:
    _, page = parts(opened)
    click(page.filmstrip, 2, Qt.KeyboardModifier.NoModifier)
    QTest.keyClick(page.filmstrip, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    page.filmstrip.menu_asked.emit(page.filmstrip.mapToGlobal(page.filmstrip.rect().center()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [action.text() for action in menu.actions()]
    assert "About your &customer" in names
    copy = opened.actions_["copy-said"]
    assert copy in menu.actions()
    menu.close()
    copy.trigger()
    said = QGuiApplication.clipboard().text()
    assert "Slide 2: about you · About Acme" in said
    assert "1. “About Acme” says it." in said
    assert "Near you" in said
    assert "Slide 3: about your customer · Your launches slip" in said


def test_the_sentence_and_the_slide_are_copied(qtbot: QtBot, opened: Window) -> None:
    session, page = parts(opened)
    opened.actions_["copy-sentence"].trigger()
    assert QGuiApplication.clipboard().text() == session.audit.sentence
    assert page.notice.words.text() == f"Copied: {session.audit.sentence}"
    assert page.notice.isVisible()
    session.go(2)
    wide = page.slide.frame.width()
    qtbot.waitUntil(lambda: session.pictures.get(2, wide) is not None, timeout=30000)
    opened.actions_["copy-slide"].trigger()
    image = QGuiApplication.clipboard().image()
    assert image.width() > 1600
    assert image.width() / image.height() == pytest.approx(16 / 9, rel=0.02)
    ink = {image.pixelColor(x, y).name() for x in range(0, 1600, 5) for y in range(0, 900, 5)}
    assert len(ink) > 5


def test_one_agrees_with_a_verdict(qtbot: QtBot, deciding: Window, deck_file: Path) -> None:
    session, page = parts(deciding)
    session.go(3)
    QTest.mouseClick(page.decision.agreed, Qt.MouseButton.LeftButton)
    settled(qtbot, deciding)
    (kept,) = decisions.kept(deck_file).decisions
    assert (kept.slide, kept.stance) == (3, Stance.CUSTOMER)
    assert not page.decision.agreed.isVisible()
    assert not deciding.actions_["agree"].isEnabled()
    assert page.filmstrip.facts[2].decided


def test_no_two_actions_share_a_key() -> None:
    keys = [key for entry in table().values() for key in entry.keys]
    assert len(keys) == len(set(keys))
