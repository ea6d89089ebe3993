"""The report is printed page by page, as it is drawn."""

from __future__ import annotations

import os
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from sowhat.errors import OutputError
from sowhat.gui.printing import Sheets, paper_of, printer, width_of
from sowhat.gui.window import Window
from sowhat.settings import Paper

from .conftest import parts

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


def onto(path: Path) -> QPrinter:
    made = printer("acme")
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    made.setResolution(72)
    return made


def test_the_report_is_printed(qtbot: QtBot, opened: Window, tmp_path: Path) -> None:
    session, page = parts(opened)
    paper = tmp_path / "paper.pdf"
    with qtbot.waitSignal(session.printed, timeout=60000):
        session.start_printing(onto(paper))
    assert page.notice.words.text() == "The report is printed."
    with pikepdf.open(paper) as printed:
        assert len(printed.pages) > len(session.audit.deck.slides)
        box = printed.pages[0].mediabox
        assert float(box[2]) > float(box[3])


def test_a_printer_is_asked_for(opened: Window) -> None:
    opened.actions_["print"].trigger()
    dialog = opened.findChild(QPrintDialog)
    assert isinstance(dialog, QPrintDialog)
    assert dialog.isVisible()
    dialog.reject()
    assert not parts(opened)[0].busy


def test_the_report_takes_the_printers_paper() -> None:
    made = printer("acme")
    made.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    assert paper_of(made) is Paper.LETTER
    made.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
    assert paper_of(made) is Paper.A4
    assert width_of(Paper.LETTER) == 2200


@pytest.mark.usefixtures("qapp")
@pytest.mark.qt_log_ignore("QPainter", extend=True)
@pytest.mark.skipif(os.name == "nt", reason="folders are files only where they are")
def test_a_printer_that_takes_nothing_is_told(tmp_path: Path) -> None:
    sheets = Sheets(onto(tmp_path / "none" / "paper.pdf"))
    with pytest.raises(OutputError, match="cannot-print"):
        sheets.put(b"")
    sheets.abort()


def test_printing_can_be_cancelled(qtbot: QtBot, opened: Window, tmp_path: Path) -> None:
    session, _ = parts(opened)
    session.start_printing(onto(tmp_path / "paper.pdf"))
    assert session.occupied
    opened.actions_["cancel"].trigger()
    qtbot.waitUntil(lambda: not session.busy, timeout=30000)
    assert not opened.findChildren(QMessageBox)
