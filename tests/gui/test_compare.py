"""An older version beside the deck: chosen, aligned, told, followed to a slide, saved as a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from sowhat.compare import Row
from sowhat.errors import DeckError
from sowhat.gui.compare_page import ComparePage
from sowhat.gui.doors import Doors, StageProgress
from sowhat.gui.models.versions import VersionRole, VersionsModel, told
from sowhat.gui.theme import Theme
from sowhat.gui.window import Window
from sowhat.measure import measure
from sowhat.model import Audit, Fate
from sowhat.settings import AuditOptions
from sowhat.texts import text
from sowhat.worker import Worker

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)

OLDER = (2, 1, 4, 3, 5)  # the slides of the older deck, by their numbers now; the sixth is new
LOCKED = "locked.pptx"


def of(audit: Audit, order: tuple[int, ...], path: Path) -> Audit:
    """Return the audit of a deck that has the slides in another order."""
    slides = tuple(
        replace(audit.deck.slides[number - 1], number=at) for at, number in enumerate(order, 1)
    )
    verdicts = tuple(
        replace(audit.verdicts[number - 1], slide=at, evidence=())
        for at, number in enumerate(order, 1)
    )
    deck = replace(audit.deck, slides=slides, path=str(path))
    measures = measure(deck, verdicts, [()] * len(verdicts))
    return replace(audit, deck=deck, verdicts=verdicts, measures=measures, findings=(), advice=())


@pytest.fixture
def older(deck_file: Path, tmp_path: Path) -> Path:
    """An older version of the deck, in a folder of its own."""
    path = tmp_path / "acme - old.pptx"
    path.write_bytes(deck_file.read_bytes())
    return path


@pytest.fixture
def window(
    qtbot: QtBot, theme: Theme, audit: Audit, deck_file: Path, older: Path
) -> Iterator[Window]:
    """A window whose audits are made by hand; one deck wants a password."""

    def at_once(path: Path, given: AuditOptions, progress: StageProgress, _: Worker) -> Audit:
        progress("read", 1, 1)
        if path.name == LOCKED and given.password != "open":
            raise DeckError("wrong-password" if given.password else "password", path=str(path))
        return audit if path == deck_file else of(audit, OLDER, older)

    made = Window(theme, AuditOptions(), Doors(audit=at_once))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def choose(qtbot: QtBot, window: Window, path: Path) -> None:
    """Choose the older deck in the dialog that is open."""
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is not None)
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.selectFile(str(path))
    dialog.fileSelected.emit(str(path))
    dialog.reject()


@pytest.fixture
def page(qtbot: QtBot, opened: Window, older: Path) -> ComparePage:
    """The page, with the older version beside the deck."""
    opened.actions_["compare"].trigger()
    choose(qtbot, opened, older)
    assert opened.page is not None
    shown = opened.page.compare
    qtbot.waitUntil(lambda: shown.comparing.comparison is not None)
    assert shown.isVisible()
    return shown


def rows(page: ComparePage) -> list[Row]:
    model = page.view.versions
    return [model.index(at).data(VersionRole.ROW) for at in range(model.rowCount())]


def test_the_slides_of_both_decks_are_aligned(page: ComparePage) -> None:
    assert [(row.old, row.new) for row in rows(page)] == [
        (2, 1),
        (1, 2),
        (4, 3),
        (3, 4),
        (5, 5),
        (None, 6),
    ]
    assert page.sentence.text() == page.comparing.comparison.sentence  # type: ignore[union-attr]
    assert [part.text() for part in page.names] == ["Before: acme - old.pptx", "After: acme.pptx"]
    spoken = page.view.versions.index(5).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Slide 6: new · Thank you"


def test_what_became_of_findings_is_told_once_above_them(page: ComparePage) -> None:
    comparison = page.comparing.comparison
    assert comparison is not None
    said = [one.text() for one in page._told.findChildren(QLabel)]
    for fate in Fate:
        found = [item.message for item in comparison.of("finding", fate)]
        if found:
            at = said.index(text(f"compare.fates.{fate}"))
            told = [words for words in said[at + 1 :] if len(words) > 1]  # less the signs
            assert told[: len(found)] == found
    assert any(comparison.of("finding", fate) for fate in Fate)


def test_only_what_changed(page: ComparePage) -> None:
    assert page.changed_only.text() == "Only what changed (3 of 6)"
    QTest.mouseClick(page.changed_only, Qt.MouseButton.LeftButton)
    assert all(not row.same for row in rows(page))
    assert len(rows(page)) == 3
    QTest.mouseClick(page.changed_only, Qt.MouseButton.LeftButton)
    assert len(rows(page)) == 6


def test_pictures_of_both_decks_come(page: ComparePage, qtbot: QtBot) -> None:
    row = rows(page)[0]
    qtbot.waitUntil(
        lambda: all(half is not None and half.picture is not None for half in page.view.halves(row))
    )


def test_enter_goes_to_the_slide(page: ComparePage, opened: Window) -> None:
    page.view.setCurrentIndex(page.view.versions.index(3))
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert opened.session is not None
    assert opened.session.number == 4
    assert not page.isVisible()
    opened.actions_["compare"].trigger()
    assert page.isVisible()
    dialog = opened.findChild(QFileDialog)
    assert dialog is None or not dialog.isVisible()


@pytest.mark.usefixtures("language_loaded")
def test_a_decision_changes_what_is_told(page: ComparePage, opened: Window, qtbot: QtBot) -> None:
    first = page.comparing.comparison
    opened.actions_["compare"].trigger()
    assert opened.session is not None
    opened.session.go(1)
    opened.actions_["customer"].trigger()
    qtbot.waitUntil(lambda: page.comparing.comparison is not first)
    row = next(row for row in rows(page) if row.new == 1)
    assert told(row) == "moved, was 2; about neither → about your customer"


def test_what_changed_is_saved_as_a_page(
    page: ComparePage, opened: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    QTest.mouseClick(page.save, Qt.MouseButton.LeftButton)
    there = tmp_path / "changed.html"
    with qtbot.waitSignal(page.comparing.saved):
        choose(qtbot, opened, there)
    assert page.sentence.text() in there.read_text("utf-8").replace("&#x27;", "'")
    assert opened.page is not None
    assert "changed.html" in opened.page.notice.words.text()


def test_a_page_never_replaces_a_deck(
    page: ComparePage, opened: Window, qtbot: QtBot, older: Path
) -> None:
    before = older.read_bytes()
    with qtbot.waitSignal(page.comparing.failed):
        page.comparing.save(older)
    box = opened.findChild(QMessageBox, "error")
    assert isinstance(box, QMessageBox)
    assert box.text() == "The comparison could not be written"
    box.accept()
    assert older.read_bytes() == before


def test_a_locked_older_deck_asks_for_its_password(
    opened: Window, qtbot: QtBot, deck_file: Path, tmp_path: Path
) -> None:
    locked = tmp_path / LOCKED
    locked.write_bytes(deck_file.read_bytes())
    opened.actions_["compare"].trigger()
    choose(qtbot, opened, locked)
    qtbot.waitUntil(lambda: opened.findChild(QInputDialog, "password") is not None)
    dialog = opened.findChild(QInputDialog, "password")
    assert isinstance(dialog, QInputDialog)
    dialog.setTextValue("open")
    dialog.accept()
    assert opened.page is not None
    shown = opened.page.compare
    qtbot.waitUntil(lambda: shown.comparing.comparison is not None)
    assert opened.session is not None
    assert opened.session.options.password is None


def test_the_model_keeps_qts_contract(page: ComparePage) -> None:
    model = VersionsModel()
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    QAbstractItemModelTester(model, mode, model)
    model.show(tuple(rows(page)))
    model.refresh(1, None)
    model.refresh(None, 6)
    model.refresh(99, None)
    model.show(())
    assert model.rowCount() == 0
