"""The settings: their dialog, what holds at once, and what asks for another audit."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QListWidget,
    QMessageBox,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sowhat.gui.doors import Doors, StageProgress
from sowhat.gui.settings_dialog import SettingsDialog
from sowhat.gui.settings_fields import FolderLine
from sowhat.gui.theme import Theme
from sowhat.gui.window import Window
from sowhat.model import Audit, Motif
from sowhat.preferences import Settings, entries, kept, usual
from sowhat.preferences.store import place
from sowhat.settings import AuditOptions
from sowhat.worker import Worker

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


@pytest.fixture(autouse=True)
def light_again(theme: Theme) -> Iterator[None]:
    yield
    theme.wear("light")


@pytest.fixture
def dialog(window: Window) -> SettingsDialog:
    return window.settings.open()


def field(dialog: SettingsDialog, key: str) -> QWidget:
    """Return the field of a setting, in sight."""
    group = entries()[key].group
    ids = list(dict.fromkeys(entry.group for entry in entries().values()))
    dialog.groups.setCurrentRow(ids.index(group))
    return dialog.fields[key].widget


def now() -> Settings:
    return kept().settings


def boxes(window: QWidget) -> list[QMessageBox]:
    return window.findChildren(QMessageBox, "settings")


def test_every_setting_has_a_field_with_a_name(dialog: SettingsDialog) -> None:
    assert list(dialog.fields) == list(entries())
    for key, entry in entries().items():
        shown = field(dialog, key)
        assert shown.isVisible()
        assert shown.accessibleName() == entry.label
        assert shown.accessibleDescription() == entry.help


def test_a_theme_is_worn_at_once_and_kept(dialog: SettingsDialog, theme: Theme) -> None:
    box = field(dialog, "theme")
    assert isinstance(box, QComboBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_End)
    box.activated.emit(box.currentIndex())
    assert box.currentText() == "High contrast"
    assert theme.colours.contrast
    assert now().theme == "contrast"
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    assert application.palette().window().color() == theme.colours.ground


def test_words_grow_everywhere_at_once(dialog: SettingsDialog, window: Window) -> None:
    spin = field(dialog, "text_size")
    assert isinstance(spin, QSpinBox)
    before = window.start.open_button.fontMetrics().height()
    told = dialog.findChildren(QWidget)[0].font().pointSizeF()
    spin.setValue(200)
    assert now().text_size == 200
    assert window.start.open_button.fontMetrics().height() >= 1.8 * before
    assert dialog.findChildren(QWidget)[0].font().pointSizeF() == pytest.approx(2 * told)
    assert dialog.width() >= dialog.minimumSizeHint().width()


def test_a_number_may_stand_for_none(dialog: SettingsDialog, window: Window) -> None:
    spin = field(dialog, "threshold")
    assert isinstance(spin, QSpinBox)
    assert spin.text() == "as measured"
    spin.setFocus()
    QTest.keyClick(spin, Qt.Key.Key_Up)
    assert now().threshold == 50
    assert window.settings.options.threshold == 0.5
    QTest.keyClick(spin, Qt.Key.Key_Down)
    assert window.settings.options.threshold is None


def test_a_motif_is_switched_off_by_the_keyboard(dialog: SettingsDialog, window: Window) -> None:
    motifs = field(dialog, "without")
    assert isinstance(motifs, QListWidget)
    assert motifs.count() == len(Motif) - 1
    motifs.setFocus()
    motifs.setCurrentRow(1)
    QTest.keyClick(motifs, Qt.Key.Key_Space)
    assert now().without == (Motif.LOGOS,)
    assert window.settings.options.without == {Motif.LOGOS}


def test_a_folder_is_chosen_or_typed(
    dialog: SettingsDialog, window: Window, tmp_path: Path
) -> None:
    line = field(dialog, "rules")
    assert isinstance(line, FolderLine)
    QTest.mouseClick(line.choose, Qt.MouseButton.LeftButton)
    asked = line.findChild(QFileDialog)
    assert isinstance(asked, QFileDialog)
    asked.fileSelected.emit(str(tmp_path))
    asked.close()
    assert now().rules == str(tmp_path)
    line.path.clear()
    QTest.keyClick(line.path, Qt.Key.Key_Return)
    assert window.settings.options.rules is None
    assert dialog.isVisible()


def test_all_goes_back_to_what_it_was_at_first(dialog: SettingsDialog) -> None:
    switch = field(dialog, "recent")
    assert isinstance(switch, QCheckBox)
    assert not dialog.standard.isEnabled()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert not now().recent
    QTest.mouseClick(dialog.standard, Qt.MouseButton.LeftButton)
    assert now() == usual()
    assert switch.isChecked()


def test_the_model_of_ones_own_is_set_up_from_here(dialog: SettingsDialog, window: Window) -> None:
    QTest.mouseClick(field(dialog, "endpoint"), Qt.MouseButton.LeftButton)
    assert any(one.windowTitle() == "Your own model" for one in QApplication.topLevelWidgets())
    window.activateWindow()


def test_settings_that_cannot_be_kept_hold_and_are_told(
    dialog: SettingsDialog, own_data: Path, theme: Theme
) -> None:
    own_data.write_text("in the way")
    box = field(dialog, "theme")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert theme.colours.dark
    told = dialog.findChild(QMessageBox, "error")
    assert isinstance(told, QMessageBox)
    assert "could not be kept" in told.text()


def test_a_damaged_file_is_told_at_the_start(qtbot: QtBot, theme: Theme) -> None:
    place().parent.mkdir(parents=True)
    place().write_text("{")
    window = Window(theme, AuditOptions())
    qtbot.addWidget(window)
    window.settings.begin()
    (told,) = boxes(window)
    assert str(place().with_suffix(".damaged-1")) in told.informativeText()
    window.close()


def test_the_start_follows_what_is_kept(qtbot: QtBot, theme: Theme) -> None:
    place().parent.mkdir(parents=True)
    place().write_text(json.dumps({"theme": "dark", "text_size": 150}))
    window = Window(theme, AuditOptions())
    qtbot.addWidget(window)
    window.settings.begin()
    assert theme.colours.dark
    assert theme.size == 1.5
    window.close()


@pytest.fixture
def asked() -> list[AuditOptions]:
    return []


@pytest.fixture
def audited(
    qtbot: QtBot, theme: Theme, audit: Audit, deck_file: Path, asked: list[AuditOptions]
) -> Iterator[Window]:
    """A window with a deck open; the options of each audit are noted."""

    def noted(_: Path, options: AuditOptions, progress: StageProgress, __: Worker) -> Audit:
        asked.append(options)
        progress("read", 1, 1)
        return audit

    window = Window(theme, AuditOptions(vendor=("Acme",)), Doors(audit=noted))
    qtbot.addWidget(window)
    window.show()
    window.open_deck(deck_file)
    qtbot.waitUntil(lambda: window.page is not None)
    yield window
    window.close()


def test_another_audit_is_offered_once_and_made(
    qtbot: QtBot, audited: Window, asked: list[AuditOptions]
) -> None:
    dialog = audited.settings.open()
    switch, spin = field(dialog, "ocr"), field(dialog, "threshold")
    assert isinstance(switch, QCheckBox)
    assert isinstance(spin, QSpinBox)
    switch.click()
    spin.setValue(90)
    assert not boxes(audited)
    dialog.accept()
    (told,) = boxes(audited)
    again = told.defaultButton()
    assert again is not None
    again.click()
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert asked[0] == AuditOptions(vendor=("Acme",))
    assert asked[1] == AuditOptions(vendor=("Acme",), ocr=False, threshold=0.9)
    qtbot.waitUntil(lambda: audited.session is not None and not audited.session.busy)


def test_no_audit_is_offered_for_how_it_looks(audited: Window) -> None:
    dialog = audited.settings.open()
    switch = field(dialog, "recent")
    assert isinstance(switch, QCheckBox)
    switch.click()
    dialog.accept()
    assert not boxes(audited)


def test_an_open_deck_wears_larger_words(audited: Window, theme: Theme) -> None:
    assert audited.page is not None
    sentence, gauge = audited.page.summary.sentence, audited.page.summary.gauge
    before, high = sentence.fontMetrics().height(), gauge.sizeHint().height()
    theme.wear("light", 2.0)
    assert sentence.fontMetrics().height() >= 1.8 * before
    assert gauge.sizeHint().height() > high
