"""The window, driven by keys, clicks and drops."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QAccessible, QDesktopServices, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sowhat.errors import DeckError, OutputError
from sowhat.gui.doors import Doors, StageProgress
from sowhat.gui.paint import marks
from sowhat.gui.panels.summary import unbroken
from sowhat.gui.session import Session
from sowhat.gui.start import samples
from sowhat.gui.theme import Theme
from sowhat.gui.window import Window
from sowhat.model import Audit, Deck
from sowhat.read import read_deck
from sowhat.settings import AuditOptions
from sowhat.texts import error_text
from sowhat.worker import Progress, Worker

from .conftest import make_deck, trouble_of

# The offscreen platform says so of every dialog; it has no screen to fit them to.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


def _session(window: Window) -> Session:
    assert window.session is not None
    return window.session


def _dialog(qtbot: QtBot, window: Window) -> QMessageBox:
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    return window.findChildren(QMessageBox)[0]


def test_an_empty_window_invites(window: Window) -> None:
    assert window.start.isVisible()
    assert window.start.open_button.isVisible()
    assert not window.actions_["report"].isEnabled()
    assert not window.actions_["next"].isEnabled()
    assert window.windowTitle() == "SoWhat"


def test_a_dropped_deck_is_opened(qtbot: QtBot, window: Window, deck_file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(deck_file))])
    drop = QDropEvent(
        QPointF(400, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(drop)
    qtbot.waitUntil(lambda: window.page is not None)
    assert window.windowTitle().startswith("acme.pptx")


def test_a_deck_is_opened_by_dialog(qtbot: QtBot, window: Window, deck_file: Path) -> None:
    window.actions_["open"].trigger()
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.filesSelected.emit([str(deck_file)])
    dialog.close()
    qtbot.waitUntil(lambda: window.page is not None)


def test_the_verdict_is_on_top(opened: Window, audit: Audit) -> None:
    assert opened.page is not None
    summary = opened.page.summary
    assert summary.sentence.text() == unbroken(audit.sentence)
    assert "5\N{NO-BREAK SPACE}slides" in summary.sentence.text()
    assert summary.band.text() == "Both"
    assert "50%" in summary.share.text()
    assert not summary.formula.isVisible()
    opened.actions_["formula"].trigger()
    assert summary.formula.isVisible()
    assert "(1 + 0/2) / (1 + 1 + 0) = 50%" in summary.formula.text()


def test_slides_turn_by_keys_everywhere(opened: Window) -> None:
    session = _session(opened)
    page = opened.page
    assert page is not None
    assert session.number == 1
    opened.actions_["next"].trigger()
    assert session.number == 2
    QTest.keyClick(page.slide, Qt.Key.Key_Down)
    assert session.number == 3
    QTest.keyClick(page.filmstrip, Qt.Key.Key_Down)
    assert session.number == 4
    opened.actions_["last"].trigger()
    opened.actions_["next"].trigger()
    assert session.number == 6
    opened.actions_["previous"].trigger()
    assert session.number == 5
    assert page.filmstrip.currentIndex().row() == 4


def test_a_click_on_the_ribbon_goes_to_its_slide(opened: Window) -> None:
    assert opened.page is not None
    strip = opened.page.summary.ribbon
    from sowhat.gui.paint import ribbon

    at = ribbon.place(6, 3, strip.area).center().toPoint()
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=at)
    assert _session(opened).number == 4
    assert "Slide 4: unsure" in strip.accessibleDescription()


def test_a_click_on_a_mark_chooses_its_reason(opened: Window) -> None:
    session, page = _session(opened), opened.page
    assert page is not None
    session.go(2)
    assert [row.reason.number for row in page.reasons.rows] == [1, 2, 3]
    badge = marks.badges(page.slide.marks, page.slide.frame)[1].toPoint()
    QTest.mouseClick(page.slide, Qt.MouseButton.LeftButton, pos=badge)
    assert session.reason == 2
    assert [row.property("chosen") for row in page.reasons.rows] == [False, True, False]
    QTest.mouseClick(page.reasons.rows[2], Qt.MouseButton.LeftButton)
    assert session.reason == 3
    opened.actions_["cancel"].trigger()
    assert session.reason == 0
    QTest.keyClick(page.slide, Qt.Key.Key_1)
    assert session.reason == 1


def test_hover_lights_the_mark(qtbot: QtBot, opened: Window) -> None:
    session, page = _session(opened), opened.page
    assert page is not None
    session.go(3)
    badge = marks.badges(page.slide.marks, page.slide.frame)[0].toPoint()
    with qtbot.waitSignal(session.reason_hovered) as hovered:
        QTest.mouseMove(page.slide, pos=badge)
    assert hovered.args == [1]
    with qtbot.waitSignal(session.reason_hovered) as left:
        QTest.mouseMove(page.slide, pos=QPoint(1, 1))
    assert left.args == [0]


def test_the_draft_is_copied(opened: Window) -> None:
    _session(opened).go(2)
    assert opened.page is not None
    (card,) = opened.page.reasons.drafts
    button = card.copy
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "Near you"
    assert button.text() == "Copied"


def test_a_finding_goes_to_its_place_and_to_its_next_slide(qtbot: QtBot, opened: Window) -> None:
    session, page = _session(opened), opened.page
    assert page is not None
    view = page.findings.view

    def click(row: int) -> None:
        at = view.visualRect(view.model().index(row, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)

    with qtbot.waitSignal(session.place_shown):
        click(0)
    assert session.number == 2
    click(2)
    assert session.number == 4
    click(2)
    assert session.number == 6
    click(1)
    assert session.number == 6


def test_thumbnails_arrive_for_what_is_seen(qtbot: QtBot, opened: Window) -> None:
    session, page = _session(opened), opened.page
    assert page is not None
    strip = page.filmstrip
    seen = strip.visible_slides()
    assert 1 in seen
    qtbot.waitUntil(
        lambda: all(session.pictures.get(n, strip.picture_width) for n in seen), timeout=30000
    )

    def large() -> bool:
        picture = session.pictures.get(1, page.slide.frame.width())
        return picture is not None and picture.width() >= page.slide.frame.width()

    qtbot.waitUntil(large, timeout=30000)


def test_long_work_can_be_cancelled(qtbot: QtBot, theme: Theme, deck_file: Path) -> None:
    def endless(_: Path, __: AuditOptions, progress: StageProgress, ___: Worker) -> Audit:
        while True:
            progress("read", 1, 2)

    window = Window(theme, AuditOptions(), Doors(audit=endless))
    qtbot.addWidget(window)
    window.show()
    window.open_deck(deck_file)
    qtbot.waitUntil(lambda: window.busy.bar.value() == 1)
    assert window.busy.stage.text() == "Reading the deck …"
    QTest.mouseClick(window.busy.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(window.start.isVisible)
    assert not window.findChildren(QMessageBox)
    window.close()


def test_closing_ends_the_worker_at_once(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    path = make_deck(tmp_path / "long.pptx", (("Title", "Body\n" * 12),) * 60)

    def reading(deck: Path, _: AuditOptions, progress: StageProgress, worker: Worker) -> Audit:
        while True:
            read_deck(deck, worker, progress=lambda done, total: progress("read", done, total))

    window = Window(theme, AuditOptions(), Doors(audit=reading))
    qtbot.addWidget(window)
    window.show()
    before = set(psutil.Process().children())
    window.open_deck(path)
    qtbot.waitUntil(lambda: window.busy.bar.value() > 0, timeout=30000)
    started = set(psutil.Process().children()) - before
    assert started
    window.close()
    assert not window.isVisible()
    assert not window.runner.busy
    assert not any(child.is_running() for child in started)


def _asked(window: Window, told: str) -> QInputDialog | None:
    """Return the dialog that asks for a password and says this."""
    asked = window.findChildren(QInputDialog)
    return next((dialog for dialog in asked if told in dialog.labelText()), None)


def _is_asked(window: Window, told: str) -> bool:
    return _asked(window, told) is not None


def test_a_deck_with_a_password_is_asked_for_it(
    qtbot: QtBot, theme: Theme, audit: Audit, deck_file: Path
) -> None:
    given: list[str | None] = []

    def locked(_: Path, options: AuditOptions, __: StageProgress, ___: Worker) -> Audit:
        given.append(options.password)
        if options.password != "right":
            wrong = "password" if options.password is None else "wrong-password"
            raise DeckError(wrong, path="acme.pptx")
        return audit

    window = Window(theme, AuditOptions(), Doors(audit=locked))
    qtbot.addWidget(window)
    window.show()
    window.open_deck(deck_file)
    for typed, told in (("left", "needs a password"), ("right", "does not open with this")):
        qtbot.waitUntil(partial(_is_asked, window, told))
        dialog = _asked(window, told)
        assert dialog is not None
        assert dialog.textEchoMode() is QLineEdit.EchoMode.Password
        dialog.setTextValue(typed)
        dialog.accept()
    qtbot.waitUntil(lambda: window.page is not None)
    assert given == [None, "left", "right"]
    window.close()


def test_a_deck_that_cannot_be_read_is_told_in_its_tab_and_the_others_stay(
    qtbot: QtBot, theme: Theme, audit: Audit, deck_file: Path, tmp_path: Path
) -> None:
    error = DeckError("damaged", path="bad.pptx")

    def choosy(path: Path, _: AuditOptions, __: StageProgress, ___: Worker) -> Audit:
        if path.name == "bad.pptx":
            raise error
        return audit

    window = Window(theme, AuditOptions(), Doors(audit=choosy))
    qtbot.addWidget(window)
    window.show()
    window.open_deck(deck_file)
    qtbot.waitUntil(lambda: window.page is not None)
    page = window.page
    window.open_deck(tmp_path / "bad.pptx")
    told = trouble_of(qtbot, window)
    assert told.words.text() == error_text(error)
    assert window.page is None
    assert not window.findChildren(QMessageBox)
    QTest.mouseClick(told.close_button, Qt.MouseButton.LeftButton)
    assert window.page is page
    assert window.windowTitle().startswith("acme.pptx")
    window.close()


def test_a_fault_of_ours_is_told_without_words_of_the_deck(
    qtbot: QtBot, theme: Theme, deck_file: Path
) -> None:
    def faulty(*_: object) -> Audit:
        raise ValueError("secret words of a slide")

    window = Window(theme, AuditOptions(), Doors(audit=faulty))
    qtbot.addWidget(window)
    window.show()
    window.open_deck(deck_file)
    told = trouble_of(qtbot, window)
    assert "made a mistake" in told.words.text()
    QTest.mouseClick(told.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert "ValueError" in copied
    assert "secret" not in copied
    window.close()


class _Desktop(QObject):
    """Stands where the desktop opens files."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url)


def _reporting(qtbot: QtBot, theme: Theme, doors: Doors, deck_file: Path) -> Window:
    window = Window(theme, AuditOptions(), doors)
    qtbot.addWidget(window)
    window.show()
    window.open_deck(deck_file)
    qtbot.waitUntil(lambda: window.page is not None)
    return window


def test_the_report_is_exported_and_opened(
    qtbot: QtBot, theme: Theme, audit: Audit, deck_file: Path, tmp_path: Path
) -> None:
    def write(_: Audit, path: Path, __: Worker, progress: Progress, ___: str | None) -> None:
        progress(1, 1)
        path.write_bytes(b"%PDF-1.7")

    doors = Doors(audit=lambda *_: audit, report=write)
    window = _reporting(qtbot, theme, doors, deck_file)
    window.actions_["report"].trigger()
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "acme - audit.pdf"
    target = tmp_path / "out.pdf"
    with qtbot.waitSignal(_session(window).reported):
        dialog.fileSelected.emit(str(target))
    dialog.close()
    assert target.read_bytes() == b"%PDF-1.7"
    assert window.page is not None
    notice = window.page.notice
    assert notice.isVisible()
    assert "out.pdf" in notice.words.text()
    desktop = _Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "open")  # type: ignore[arg-type]
    try:
        QTest.mouseClick(notice.open, Qt.MouseButton.LeftButton)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert [url.toLocalFile() for url in desktop.opened] == [str(target)]
    QTest.mouseClick(notice.close_button, Qt.MouseButton.LeftButton)
    assert not notice.isVisible()
    window.close()


def test_a_report_that_cannot_be_written_is_told(
    qtbot: QtBot, theme: Theme, audit: Audit, deck_file: Path, tmp_path: Path
) -> None:
    error = OutputError("cannot-write", path="out.pdf", detail="the disk is full")

    def write(*_: object) -> None:
        raise error

    doors = Doors(audit=lambda *_: audit, report=write)
    window = _reporting(qtbot, theme, doors, deck_file)
    _session(window).start_report(tmp_path / "out.pdf")
    dialog = _dialog(qtbot, window)
    assert dialog.informativeText() == error_text(error)
    dialog.close()
    assert window.actions_["report"].isEnabled()
    window.close()


def test_auditing_again_keeps_the_slide(qtbot: QtBot, opened: Window) -> None:
    session = _session(opened)
    session.go(4)
    with qtbot.waitSignal(session.audited):
        opened.actions_["again"].trigger()
    assert session.number == 4
    assert opened.page is not None
    assert opened.page.filmstrip.currentIndex().row() == 3


def test_every_action_has_key_tooltip_and_icon(window: Window) -> None:
    for name in window.actions_.names():
        action = window.actions_[name]
        assert action.shortcuts(), name
        assert action.shortcut().toString() in action.toolTip(), name
        assert not action.icon().isNull(), name
        assert action.text(), name


def test_everything_that_takes_the_focus_has_a_name(opened: Window) -> None:
    _session(opened).go(2)
    for widget in opened.findChildren(QWidget):
        if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or not widget.isVisible():
            continue
        spoken = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        assert spoken, widget


def test_a_window_closes_by_key(opened: Window) -> None:
    opened.actions_["quit"].trigger()
    assert not opened.isVisible()


def test_the_real_engine_fills_the_window(
    qtbot: QtBot, theme: Theme, deck_file: Path, deck: Deck
) -> None:
    window = Window(theme, AuditOptions(vendor=("Acme",)))
    qtbot.addWidget(window)
    window.show()
    window.open_deck(deck_file)
    qtbot.waitUntil(lambda: window.page is not None, timeout=60000)
    audit = _session(window).audit
    assert audit.deck.slides == deck.slides
    assert window.page is not None
    assert window.page.summary.sentence.text() == unbroken(audit.sentence)
    model = window.page.findings.view.model()
    shown = [model.index(row, 0).data() for row in range(len(audit.findings))]
    assert shown == [finding.message for finding in audit.findings]
    window.close()


@pytest.mark.parametrize("dark", [False, True])
def test_the_theme_follows_what_it_is_told(window: Window, dark: bool) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    told = Theme(application, Theme.DARK if dark else Theme.LIGHT)
    assert told.colours.dark is dark
    assert application.palette().window().color() == told.colours.ground
    assert window.isVisible()


def test_a_sample_is_opened_from_the_empty_window(
    qtbot: QtBot, window: Window, deck_file: Path
) -> None:
    assert len(window.start.sample_buttons) == len(samples())
    window.start.deck_asked.emit(deck_file)
    qtbot.waitUntil(lambda: window.page is not None)


def test_a_window_opens_no_higher_than_the_screen_has_room_for(qtbot: QtBot, theme: Theme) -> None:
    window = Window(theme, AuditOptions())
    qtbot.addWidget(window)
    room = window.screen().availableSize().height()  # 800 without a real one: less than is wished
    assert window.height() == min(800, room - 40)
