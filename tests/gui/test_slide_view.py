"""The slide looked at from near, its marks gone through, its blocks shaded."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from sowhat.gui.deck_page import DeckPage
from sowhat.gui.paint import marks
from sowhat.gui.panels.canvas import SlideView
from sowhat.gui.panels.overlay import Layer
from sowhat.gui.panels.slide_bar import Entry
from sowhat.gui.window import Window
from sowhat.model import BlockVerdict, Side

from .conftest import parts

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def turn_wheel(view: SlideView, at: QPointF, by: int, keys: Qt.KeyboardModifier = NONE) -> None:
    event = QWheelEvent(
        at,
        QPointF(view.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, 120 * by),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def place_of(view: SlideView, number: int) -> QPointF:
    return marks.badges(view.marks, view.frame)[number - 1]


def test_ctrl_and_the_wheel_go_nearer_and_what_is_under_the_pointer_stays(opened: Window) -> None:
    session, page = parts(opened)
    view = page.slide
    session.go(2)
    whole = view.frame
    at = whole.center() + QPointF(40, 20)
    turn_wheel(view, at, 2, CTRL)
    near = view.frame
    assert near.width() == pytest.approx(whole.width() * 1.25**2, rel=0.01)
    before = (at.x() - whole.left()) / whole.width()
    assert (at.x() - near.left()) / near.width() == pytest.approx(before, abs=0.01)
    assert page.slide_bar.fit.text() == f"{view.zoom.percent} %"
    assert session.number == 2
    turn_wheel(view, at, -9, CTRL)
    assert view.frame == whole
    assert not page.slide_bar.farther.isEnabled()


def test_a_slide_from_near_is_pushed_by_pointer_wheel_and_keys(opened: Window) -> None:
    session, page = parts(opened)
    view = page.slide
    session.go(2)
    opened.actions_["zoom-in"].trigger()
    opened.actions_["zoom-in"].trigger()
    session.choose(1)
    before = view.frame
    middle = view.rect().center()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, NONE, middle)
    QTest.mouseMove(view, middle + QPoint(20, 12))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, NONE, middle + QPoint(20, 12))
    pushed = view.frame
    assert pushed.topLeft() - before.topLeft() == QPointF(20, 12)
    assert session.reason == 1
    turn_wheel(view, QPointF(middle), -1)
    assert view.frame.top() < pushed.top()
    assert session.number == 2
    left = view.frame.left()
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.frame.left() < left
    for _ in range(40):
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.frame.bottom() >= view.height() - 20
    opened.actions_["fit"].trigger()
    assert view.zoom.whole


def test_keys_and_buttons_go_nearer_and_to_the_size_on_paper(opened: Window) -> None:
    _, page = parts(opened)
    view = page.slide
    whole = view.zoom.percent
    QTest.keyClick(view, Qt.Key.Key_Plus)
    QTest.mouseClick(page.slide_bar.nearer, Qt.MouseButton.LeftButton)
    assert view.zoom.percent == pytest.approx(whole * 1.25**2, abs=2)
    QTest.keyClick(view, Qt.Key.Key_Minus)
    opened.actions_["actual"].trigger()
    assert view.zoom.percent == 100
    QTest.mouseClick(page.slide_bar.fit, Qt.MouseButton.LeftButton)
    assert view.zoom.percent == whole


def test_marks_are_hit_where_they_are_from_near(opened: Window) -> None:
    session, page = parts(opened)
    view = page.slide
    session.go(2)
    view.zoom.by(3, place_of(view, 2))
    at = place_of(view, 2).toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert session.reason == 2


def test_tab_goes_through_the_marks_and_then_on(opened: Window) -> None:
    session, page = parts(opened)
    view = page.slide
    session.go(2)
    view.setFocus()
    for number in (1, 2, 3):
        QTest.keyClick(view, Qt.Key.Key_Tab)
        assert session.reason == number
        assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Backtab)
    assert session.reason == 2
    session.choose(3)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert not view.hasFocus()
    for name, number in (("next-mark", 1), ("previous-mark", 3), ("previous-mark", 2)):
        opened.actions_[name].trigger()
        assert session.reason == number


def test_without_marks_while_a_key_is_held(opened: Window) -> None:
    session, page = parts(opened)
    view = page.slide
    session.go(2)
    view.setFocus()
    marked = view.grab().toImage()
    QTest.keyPress(view, Qt.Key.Key_M)
    assert view.overlay.has(Layer.BARE)
    assert view.mark_at(place_of(view, 1)) == 0
    assert view.grab().toImage() != marked
    again = QKeyEvent(QKeyEvent.Type.KeyRelease, Qt.Key.Key_M, NONE, "m", True)
    QApplication.sendEvent(view, again)
    assert view.overlay.has(Layer.BARE)
    QTest.keyRelease(view, Qt.Key.Key_M)
    assert view.mark_at(place_of(view, 1)) == 1
    assert view.grab().toImage() == marked
    QTest.mousePress(page.slide_bar.bare, Qt.MouseButton.LeftButton)
    assert view.overlay.has(Layer.BARE)
    QTest.mouseRelease(page.slide_bar.bare, Qt.MouseButton.LeftButton)
    assert not view.overlay.has(Layer.BARE)


def test_the_legend_names_the_marks_and_goes_to_them(opened: Window) -> None:
    session, page = parts(opened)
    session.go(2)
    (entry,) = page.slide_bar.legend.findChildren(Entry)
    assert entry.numbers == [1, 2, 3]
    for number in (1, 2, 3, 1):
        QTest.mouseClick(entry, Qt.MouseButton.LeftButton)
        assert session.reason == number


def test_blocks_are_shaded_on_demand(opened: Window) -> None:
    session, page = parts(opened)
    session.go(2)
    blocks = (BlockVerdict(0, 0.6, (0.9, 0.1, 0, 0)), BlockVerdict(1, 0.4, (0.1, 0.9, 0, 0)))
    verdicts = list(session.audit.verdicts)
    verdicts[1] = replace(verdicts[1], blocks=blocks)
    session._audit = replace(session.audit, verdicts=tuple(verdicts))
    opened.actions_["shade"].trigger()
    assert page.slide.overlay.has(Layer.SHADES)
    assert page.slide_bar.shade.isChecked()
    assert [one.stance.value for one in page.slide.evidence.shades] == ["vendor", "customer"]
    assert not page.slide.evidence.marked.marks
    session.choose(2)
    assert [mark.number for mark in page.slide.evidence.marked.marks] == [2]
    QTest.mouseClick(page.slide_bar.shade, Qt.MouseButton.LeftButton)
    assert len(page.slide.evidence.marked.marks) == 3
    assert not page.slide.evidence.shades


def legend(page: DeckPage) -> list[str]:
    told = page.slide_bar.legend.layout()
    assert told is not None
    items = filter(None, (told.itemAt(at) for at in range(told.count())))
    found = [item.widget() for item in items]
    return [one.text() for one in found if isinstance(one, QLabel)]


def test_names_are_marked_on_demand_and_the_legend_says_whose(opened: Window) -> None:
    session, page = parts(opened)
    session.go(2)
    before, plain = page.slide.evidence, page.slide.grab().toImage()
    opened.actions_["names"].trigger()
    assert page.slide_bar.names.isChecked()
    assert set(page.slide.evidence.names) == {Side.VENDOR}
    assert not page.slide.evidence.marked.marks
    assert legend(page) == ["dotted: Acme"]
    assert page.slide.grab().toImage() != plain
    session.go(3)
    assert not page.slide.evidence.names
    assert legend(page) == ["names neither you nor your customer"]
    QTest.mouseClick(page.slide_bar.names, Qt.MouseButton.LeftButton)
    session.go(2)
    assert page.slide.evidence == before


def test_a_chosen_mark_comes_into_sight(opened: Window) -> None:
    session, page = parts(opened)
    view = page.slide
    session.go(2)
    view.zoom.by(6, QPointF(view.frame.bottomRight()))
    room = QRectF(view.rect())
    for mark in view.marks:
        session.choose(mark.number)
        assert room.contains(marks.on_frame(mark.box, view.frame))
    before = view.frame
    session.choose(view.marks[-1].number)
    assert view.frame == before
