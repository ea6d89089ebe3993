"""The audit is exported in any form, after a look at the report's first page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from sowhat.export.wanted import Form, Wanted
from sowhat.gui.doors import Doors
from sowhat.gui.export_dialog import ExportDialog
from sowhat.gui.theme import Theme
from sowhat.gui.window import Window
from sowhat.model import Audit
from sowhat.settings import AuditOptions, Paper, ReportOptions
from sowhat.worker import Worker

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


@pytest.fixture
def dialog(opened: Window) -> ExportDialog:
    opened.actions_["export"].trigger()
    found = opened.findChild(ExportDialog)
    assert isinstance(found, ExportDialog)
    return found


def choose(dialog: ExportDialog, form: Form) -> None:
    rows = range(dialog.forms.count())
    forms = [dialog.forms.item(row).data(Qt.ItemDataRole.UserRole) for row in rows]
    dialog.forms.setCurrentRow(forms.index(form))


def go(dialog: ExportDialog) -> None:
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    first = next(
        button
        for button in box.buttons()
        if box.buttonRole(button) is QDialogButtonBox.ButtonRole.AcceptRole
    )
    assert isinstance(first, QPushButton)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)


def exported(qtbot: QtBot, window: Window, target: Path) -> str:
    """Name the file and wait for it; return the name that was proposed."""
    asked = window.findChild(QFileDialog)
    assert isinstance(asked, QFileDialog)
    name = Path(asked.selectedFiles()[0]).name
    assert window.session is not None
    with qtbot.waitSignal(window.session.exported, timeout=30000):
        asked.fileSelected.emit(str(target))
    asked.close()
    return name


def test_the_first_page_is_shown_and_follows_the_options(
    qtbot: QtBot, dialog: ExportDialog
) -> None:
    qtbot.waitUntil(lambda: not dialog.page.pixmap().isNull(), timeout=30000)
    lying = dialog.page.pixmap()
    dialog.paper.setCurrentIndex(1)
    qtbot.waitUntil(
        lambda: not dialog.page.pixmap().isNull() and dialog.page.pixmap() is not lying,
        timeout=30000,
    )
    narrower = dialog.page.pixmap()
    assert narrower.width() / narrower.height() < lying.width() / lying.height()
    dialog.bare.setChecked(True)
    assert dialog.wanted == Wanted(Form.REPORT, ReportOptions(True, Paper.LETTER))
    dialog.reject()


def test_data_is_exported(
    qtbot: QtBot, opened: Window, dialog: ExportDialog, tmp_path: Path
) -> None:
    choose(dialog, Form.JSON)
    go(dialog)
    target = tmp_path / "audit.json"
    assert exported(qtbot, opened, target) == "acme - audit.json"
    assert json.loads(target.read_text())["schema"] == "sowhat.audit/1"
    assert opened.page is not None
    assert opened.page.notice.words.text() == "Exported: audit.json"


def test_a_copy_has_the_decks_ending(
    qtbot: QtBot, opened: Window, dialog: ExportDialog, tmp_path: Path
) -> None:
    choose(dialog, Form.COPY)
    assert not dialog.order.isEnabled()  # no order is proposed
    go(dialog)
    target = tmp_path / "copy.pptx"
    assert exported(qtbot, opened, target) == "acme - audit.pptx"
    assert target.stat().st_size > 0


def test_a_dialog_that_is_closed_is_told_nothing_more(
    qtbot: QtBot, theme: Theme, audit: Audit, deck_file: Path
) -> None:
    def front(*_: object) -> bytes:
        raise OSError

    window = Window(theme, AuditOptions(), Doors(audit=lambda *_: audit, front=front))
    qtbot.addWidget(window)
    window.show()
    window.open_deck(deck_file)
    qtbot.waitUntil(lambda: window.page is not None)
    window.actions_["export"].trigger()
    first = window.findChildren(ExportDialog)[-1]
    first.reject()
    window.actions_["export"].trigger()
    dialog = window.findChildren(ExportDialog)[-1]
    qtbot.waitUntil(lambda: "cannot" in dialog.page.text())
    dialog.reject()
    window.close()


@pytest.mark.parametrize("form", [form for form in Form if form is not Form.COPY])
def test_each_form_is_written(audit: Audit, tmp_path: Path, form: Form) -> None:
    from sowhat.export import forms

    told: list[int] = []
    path = tmp_path / f"audit.{form}"
    with Worker() as worker:
        forms.write(audit, Wanted(form), path, worker, lambda done, _: told.append(done))
    begins = {Form.REPORT: b"%PDF", Form.TABLE: b"\xef\xbb\xbf", Form.PAGE: b"<!"}
    assert path.read_bytes().startswith(begins.get(form, b""))
    assert path.stat().st_size > 500
