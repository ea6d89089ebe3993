"""The unsure slides, decided one after the other with single keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sowhat import decisions
from sowhat.gui.answers import answers
from sowhat.gui.window import Window
from sowhat.model import Audit, Stance

from .conftest import parts, settled

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)
UNSURE = 4


def kept(deck_file: Path) -> dict[int, Stance]:
    return {one.slide: one.stance for one in decisions.kept(deck_file).decisions}


def test_the_guess_is_the_first_answer_with_what_speaks_for_it(audit: Audit) -> None:
    found = answers(audit, UNSURE)
    assert found[0].stance is Stance.MIXED
    assert {one.stance for one in found} == set(Stance)
    assert [sign.why for sign in found[0].signs] == ["“Rocket Nine” says it."]
    by_stance = {one.stance: one for one in found}
    assert by_stance[Stance.VENDOR].signs == found[0].signs
    assert by_stance[Stance.CUSTOMER].signs == ()


def test_one_key_decides_and_the_end_tells_what_changed(
    qtbot: QtBot, deciding: Window, deck_file: Path
) -> None:
    session, page = parts(deciding)
    deciding.actions_["queue"].trigger()
    queue = page.queue
    assert queue.isVisible()
    assert queue.hasFocus()
    assert session.number == UNSURE
    assert queue.progress.text() == "1 of 1"
    assert not deciding.actions_["next"].isEnabled()
    assert queue.cards[0].answer.stance is Stance.MIXED
    QTest.keyClick(queue, Qt.Key.Key_2)
    settled(qtbot, deciding)
    assert kept(deck_file) == {UNSURE: Stance.CUSTOMER}
    assert queue.number is None
    assert queue.end.isVisible()
    assert queue.end.title.text() == "It is decided."
    assert queue.end.share.text() == "Share about you: 50% → 33%"
    assert queue.end.sentence.text() == session.audit.sentence
    QTest.keyClick(queue, Qt.Key.Key_Return)
    assert page.auditing
    assert page.slide.hasFocus()
    assert not deciding.actions_["queue"].isEnabled()


def test_a_slide_is_left_gone_back_to_and_answered_by_a_click(
    qtbot: QtBot, deciding: Window, deck_file: Path
) -> None:
    _, page = parts(deciding)
    deciding.actions_["queue"].trigger()
    queue = page.queue
    QTest.keyClick(queue, Qt.Key.Key_Space)
    assert queue.end.title.text() == "Nothing is decided."
    assert queue.end.share.text() == "Share about you: 50%, as before"
    QTest.keyClick(queue, Qt.Key.Key_Backspace)
    assert queue.number == UNSURE
    card = next(card for card in queue.cards if card.answer.stance is Stance.NEUTRAL)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    settled(qtbot, deciding)
    assert kept(deck_file) == {UNSURE: Stance.NEUTRAL}
    deciding.actions_["undo"].trigger()
    settled(qtbot, deciding)
    assert kept(deck_file) == {}
    assert queue.end.title.text() == "Nothing is decided."
    deciding.actions_["cancel"].trigger()
    assert page.auditing


def test_enter_takes_the_likeliest(qtbot: QtBot, deciding: Window, deck_file: Path) -> None:
    _, page = parts(deciding)
    deciding.actions_["queue"].trigger()
    QTest.keyClick(page.queue, Qt.Key.Key_Enter)
    settled(qtbot, deciding)
    assert kept(deck_file) == {UNSURE: Stance.MIXED}
    QTest.keyClick(page.queue, Qt.Key.Key_Backspace)
    chosen = [card.answer.stance for card in page.queue.cards if card.property("chosen")]
    assert chosen == [Stance.MIXED]


def test_the_queue_ends_when_the_deck_is_read_anew(qtbot: QtBot, deciding: Window) -> None:
    session, page = parts(deciding)
    QTest.mouseClick(page.decision.queue, Qt.MouseButton.LeftButton)
    assert page.queue.isVisible()
    deciding.actions_["again"].trigger()
    qtbot.waitUntil(lambda: not session.busy)
    assert page.auditing
