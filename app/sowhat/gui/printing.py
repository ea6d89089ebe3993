"""Printing the report: its pages as they are drawn, each on a sheet of its own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from sowhat.errors import OutputError
from sowhat.gui.paint import frame
from sowhat.settings import Paper

DPI = 200  # at which pages are drawn: what a printer shows of a picture
POINTS = 72  # an inch


def printer(title: str) -> QPrinter:
    """Return the system's printer, set to lying sheets, for a document called ``title``."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setDocName(title)
    made.setPageOrientation(QPageLayout.Orientation.Landscape)
    return made


def paper_of(onto: QPrinter) -> Paper:
    """Return the report's paper that comes nearest to what is in the printer."""
    letter = onto.pageLayout().pageSize().id() is QPageSize.PageSizeId.Letter
    return Paper.LETTER if letter else Paper.A4


def width_of(paper: Paper) -> int:
    """Return how many pixels wide a page of the report is drawn."""
    return round(paper.size[0] / POINTS * DPI)


class Sheets:
    """Takes pages as PNG, in their order, and prints them; call ``end`` after the last.

    It may live on a job's thread. Raises ``OutputError`` cannot-print.
    """

    def __init__(self, onto: QPrinter) -> None:
        self._printer = onto
        self._painter = QPainter()

    def put(self, png: bytes) -> None:
        """Print one page, as large as it fits."""
        if not self._painter.isActive():
            begun = self._painter.begin(self._printer)
        else:
            begun = self._printer.newPage()
        if not begun:
            raise OutputError("cannot-print", path=self._printer.printerName())
        image = QImage.fromData(png)
        room = QRectF(self._painter.viewport())
        size = QSizeF(image.size())
        self._painter.drawImage(frame.fit(size.width(), size.height(), room), image)

    def end(self) -> None:
        """Hand over what was printed."""
        if self._painter.isActive():
            self._painter.end()

    def abort(self) -> None:
        """Print nothing of it, where the printer can still be stopped."""
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()
