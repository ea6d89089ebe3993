"""Another order, tried in the window: dragged, moved by keys, cut, undone, saved as a copy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from sowhat.errors import OutputError
from sowhat.gui.doors import Doors
from sowhat.gui.models.order import OrderModel, OrderRole, dragged
from sowhat.gui.order_page import OrderPage
from sowhat.gui.paint import card
from sowhat.gui.theme import Theme
from sowhat.gui.window import Window
from sowhat.measure import Trial, proposed, today
from sowhat.model import Audit, Note, Order, Stance
from sowhat.read import read_deck
from sowhat.settings import AuditOptions
from sowhat.texts import error_text
from sowhat.worker import Worker

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)

PROPOSED = (1, 3, 2, 4, 5, 6)
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def audit(audit: Audit) -> Audit:
    return replace(audit, order=Order(PROPOSED, note=Note.PROPOSED))


@pytest.fixture
def page(opened: Window) -> OrderPage:
    """The page with the order that is proposed."""
    opened.actions_["order"].trigger()
    assert opened.page is not None
    assert opened.page.order.isVisible()
    return opened.page.order


def slides(page: OrderPage) -> tuple[int, ...]:
    model = page.after.slides
    return tuple(model.index(row).data(OrderRole.NUMBER) for row in range(model.rowCount()))


def choose(page: OrderPage, number: int) -> None:
    page.after.setCurrentIndex(page.after.slides.index(page.after.slides.row_of(number)))


def test_the_proposed_order_stands_beside_todays(page: OrderPage) -> None:
    assert slides(page) == PROPOSED
    before = page.before.slides
    assert [before.index(row).data(OrderRole.NUMBER) for row in range(6)] == [1, 2, 3, 4, 5, 6]
    moved = page.trying.trial.moved
    assert len(moved) == 1
    assert page.outcome.words.text() == "1 of 6 slides moves."
    assert page.outcome.facts["Your customer first appears as slide"] == "3 → 2"
    where = page.trying.trial.slides.index(moved[0]) + 1
    assert before.index(moved[0] - 1).data(OrderRole.MOVED) == f"→ {where}"
    assert page.after.slides.index(where - 1).data(OrderRole.MOVED) == f"← {moved[0]}"
    assert not page.proposed.isEnabled()


def test_slides_move_by_keys(page: OrderPage) -> None:
    choose(page, 6)
    QTest.keyClick(page.after, Qt.Key.Key_Left, ALT)
    QTest.keyClick(page.after, Qt.Key.Key_Left, ALT)
    assert slides(page) == (1, 3, 2, 6, 4, 5)
    assert page.after.chosen == (6,)
    QTest.keyClick(page.after, Qt.Key.Key_Right, ALT)
    assert slides(page) == (1, 3, 2, 4, 6, 5)
    for _ in range(9):
        QTest.keyClick(page.after, Qt.Key.Key_Left, ALT)
    assert slides(page) == (6, 1, 3, 2, 4, 5)


def test_a_cut_slide_is_struck_and_counts_no_longer(page: OrderPage) -> None:
    choose(page, 2)
    assert page.outcome.facts["Share about you"] == "50%"
    QTest.keyClick(page.after, Qt.Key.Key_Delete)
    assert page.trying.trial.cut == {2}
    assert page.outcome.facts["Share about you"] == "50% → 0%"
    assert page.outcome.words.text().endswith("1 is cut.")
    assert page.after.slides.index(2).data(OrderRole.CUT)
    assert "cut" in page.after.slides.index(2).data()
    QTest.mouseClick(page.cut, Qt.MouseButton.LeftButton)
    assert not page.trying.trial.cut


def test_each_step_is_undone_and_done_again(page: OrderPage) -> None:
    assert not page.undo.isEnabled()
    choose(page, 6)
    QTest.keyClick(page.after, Qt.Key.Key_Left, ALT)
    QTest.keyClick(page.after, Qt.Key.Key_Delete)
    QTest.mouseClick(page.today, Qt.MouseButton.LeftButton)
    assert page.trying.is_today
    assert not page.today.isEnabled()
    assert page.proposed.isEnabled()
    assert not page.save.isEnabled()
    for _ in range(3):
        QTest.mouseClick(page.undo, Qt.MouseButton.LeftButton)
    assert slides(page) == PROPOSED
    assert not page.trying.trial.cut
    assert not page.undo.isEnabled()
    QTest.mouseClick(page.redo, Qt.MouseButton.LeftButton)
    assert slides(page) == (1, 3, 2, 4, 6, 5)


def test_slides_are_dropped_where_the_pointer_is(page: OrderPage) -> None:
    sorter = page.after
    data = sorter.slides.mimeData([sorter.slides.index(sorter.slides.row_of(6))])
    assert dragged(data) == (6,)
    assert dragged(QMimeData()) == ()
    area = QRectF(sorter.visualRect(sorter.slides.index(1)))
    left = QPointF(area.left() + 5, area.center().y())
    move, none = Qt.DropAction.MoveAction, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(left, move, data, Qt.MouseButton.LeftButton, none)
    sorter.dropEvent(event)
    assert event.isAccepted()
    assert slides(page) == (1, 6, 3, 2, 4, 5)


def test_where_a_slide_lands() -> None:
    area = QRectF(100, 0, 50, 40)
    assert card.drop_place(2, 6, area, QPointF(110, 9)) == 2
    assert card.drop_place(2, 6, area, QPointF(140, 9)) == 3
    assert card.drop_place(-1, 6, QRectF(), QPointF(5, 900)) == 6


def test_escape_and_the_button_lead_back_to_the_audit(opened: Window, page: OrderPage) -> None:
    assert not opened.actions_["next"].isEnabled()
    opened.actions_["cancel"].trigger()
    assert not page.isVisible()
    assert opened.actions_["next"].isEnabled()
    opened.actions_["order"].trigger()
    QTest.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert not page.isVisible()


def test_a_double_click_looks_at_the_slide(opened: Window, page: OrderPage) -> None:
    page.after.doubleClicked.emit(page.after.slides.index(1))
    assert opened.session is not None
    assert opened.session.number == 3


def test_thumbnails_arrive(qtbot: QtBot, page: OrderPage, opened: Window) -> None:
    session = opened.session
    assert session is not None
    width = page.after.picture_width
    qtbot.waitUntil(lambda: session.pictures.get(6, width) is not None)


def test_a_copy_is_saved_in_the_order_tried(
    qtbot: QtBot, opened: Window, page: OrderPage, tmp_path: Path
) -> None:
    choose(page, 6)
    QTest.keyClick(page.after, Qt.Key.Key_Left, ALT)
    choose(page, 4)
    QTest.keyClick(page.after, Qt.Key.Key_Delete)
    QTest.mouseClick(page.save, Qt.MouseButton.LeftButton)
    dialog = opened.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "acme - new order.pptx"
    target = tmp_path / "copy.pptx"
    assert opened.session is not None
    with qtbot.waitSignal(opened.session.copied):
        dialog.fileSelected.emit(str(target))
    dialog.close()
    with Worker() as worker:
        copied = read_deck(target, worker)
    titles = [slide.title for slide in copied.slides]
    assert titles[1:3] == ["Your launches slip", "About Acme"]
    assert titles[3:] == ["Thank you", "Awards"]  # without the one that is cut
    assert opened.page is not None
    assert "copy.pptx" in opened.page.notice.words.text()
    assert opened.page.notice.open.text() == "Open the copy"


def test_a_copy_that_cannot_be_written_is_told(
    qtbot: QtBot, theme: Theme, audit: Audit, deck_file: Path, tmp_path: Path
) -> None:
    error = OutputError("cannot-write", path="copy.pptx", detail="the disk is full")

    def copy(*_: object) -> None:
        raise error

    window = Window(theme, AuditOptions(), Doors(audit=lambda *_: audit, copy=copy))
    qtbot.addWidget(window)
    window.show()
    window.open_deck(deck_file)
    qtbot.waitUntil(lambda: window.page is not None)
    assert window.session is not None
    window.session.start_copy(tmp_path / "copy.pptx", audit.order)
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    dialog = window.findChildren(QMessageBox)[0]
    assert dialog.informativeText() == error_text(error)
    dialog.close()
    window.close()


@pytest.mark.parametrize("free", [True, False])
def test_the_model_is_sound(audit: Audit, free: bool) -> None:
    model = OrderModel(free=free)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert tester.model() is model
    assert model.rowCount() == 0
    model.show(audit, today(audit).put({6}, 0).marked({2}))
    assert model.index(0).data(OrderRole.NUMBER) == (6 if free else 1)
    draggable = bool(model.flags(model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled)
    assert draggable is free
    model.refresh(3)
    model.refresh(99)
    model.show(audit, Trial((1, 2, 3, 4, 5, 6)))
    assert model.index(0).data(OrderRole.MOVED) is None


def test_what_is_proposed_after_a_decision_is_shown_unless_another_order_is_tried(
    qtbot: QtBot, opened: Window, page: OrderPage
) -> None:
    deck = opened.page
    assert deck is not None
    session = deck.session

    def decide(stance: Stance) -> tuple[int, ...]:
        deck.show_order(on=False)
        with qtbot.waitSignal(session.judged):
            QTest.mouseClick(deck.decision.buttons[stance], Qt.MouseButton.LeftButton)
        deck.show_order(on=True)
        return proposed(session.audit).slides

    session.go(2)
    wanted = decide(Stance.CUSTOMER)
    assert wanted != PROPOSED
    assert slides(page) == wanted
    assert not page.proposed.isEnabled()
    choose(page, 6)
    QTest.keyClick(page.after, Qt.Key.Key_Left, ALT)
    mine = slides(page)
    decide(Stance.VENDOR)
    assert slides(page) == mine


def test_few_slides_are_shown_large_and_without_a_scroll_bar(page: OrderPage) -> None:
    after = page.after
    room = after.viewport()
    assert room.width() // after.card_size.width() == 3  # more would be smaller than they need be
    assert 2 * after.card_size.height() <= room.height()
    assert not after.verticalScrollBar().isEnabled()
