"""How far long work is, with a button to stop it: a page of its own, or a bar at the foot."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, QUrl, QVariantAnimation, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from sowhat.gui.jobs import Work
from sowhat.gui.panels.parts import label
from sowhat.gui.theme import Theme
from sowhat.gui.words import stage_name
from sowhat.texts import text

if TYPE_CHECKING:
    from sowhat.export.copy import Made

WIDTH = 420  # logical pixels of the page's bar
THICK = 6
BRIEF = 4000  # milliseconds that a small thing done is told
ROUND = 1500  # milliseconds that the wandering piece takes from end to end
PIECE = 0.3  # of the bar's width


class Bar(QProgressBar):
    """A thin bar; where the end is not known a piece of it wanders."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._way = 0.0
        self._clock = QVariantAnimation(self)
        self._clock.setStartValue(0.0)
        self._clock.setEndValue(1.0)
        self._clock.setDuration(ROUND)
        self._clock.setLoopCount(-1)
        self._clock.valueChanged.connect(self._wander)
        self.setTextVisible(False)
        self.setFixedHeight(THICK)
        self.setAccessibleName(self.tr("Progress"))

    def show_work(self, work: Work) -> None:
        """Show how far ``work`` is."""
        self.setRange(0, work.total)
        self.setValue(work.done)
        self._move()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Wander while it is seen."""
        super().showEvent(event)
        self._move()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Rest while it is not seen."""
        super().hideEvent(event)
        self._clock.stop()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Paint the bar."""
        whole = QRectF(self.rect())
        if self.maximum() > 0:
            part = QRectF(whole)
            part.setWidth(whole.width() * self.value() / self.maximum())
        else:
            piece = whole.width() * PIECE
            part = QRectF(self._way * (whole.width() + piece) - piece, 0, piece, whole.height())
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for rect, colour in ((whole, colours.chosen), (part & whole, colours.accent)):
            painter.setBrush(colour)
            painter.drawRoundedRect(rect, whole.height() / 2, whole.height() / 2)

    def _move(self) -> None:
        wandering = self.maximum() == 0 and self.isVisible()
        if wandering and self._clock.state() is not QVariantAnimation.State.Running:
            self._clock.start()
        elif not wandering:
            self._clock.stop()
        self.update()

    def _wander(self, way: float) -> None:
        self._way = way
        self.update()


class BusyPage(QWidget):
    """Shown while a deck is audited for the first time."""

    cancel_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._name = label("", theme, scale=1.5, bold=True)
        self.stage = label("", theme, quiet=True)
        self.bar = Bar(theme)
        self.bar.setFixedWidth(WIDTH)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Stop reading this deck (Esc)"))
        self.cancel.clicked.connect(self.cancel_asked)
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(3)
        for part in (self._name, self.stage):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        column.addWidget(self.bar, 0, centre)
        column.addSpacing(6)
        column.addWidget(self.cancel, 0, centre)
        column.addStretch(4)

    def begin(self, path: Path) -> None:
        """Show that work on the deck at ``path`` begins."""
        self._name.setText(path.name)
        self.show_work(Work("audit"))

    def show_work(self, work: Work) -> None:
        """Show stage and progress."""
        self.stage.setText(f"{stage_name(work.kind, work.stage)} …")
        self.bar.show_work(work)


class Notice(QFrame):
    """A bar at the foot of a deck's page: work under way, or what came of it."""

    cancel_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._file: Path | None = None
        self._working = False
        self.words = label("", theme)
        self.bar = Bar(theme)
        self.bar.setFixedWidth(220)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Stop (Esc)"))
        self.open = QPushButton(theme.icon("edit"), self.tr("Open the report"))
        self.open.setToolTip(self.tr("Open the file in its own program"))
        self.folder = QPushButton(theme.icon("folder"), self.tr("Show in folder"))
        self.folder.setToolTip(self.tr("Open the folder that holds the file"))
        self.close_button = QPushButton(theme.icon("cancel"), "")
        self.close_button.setToolTip(self.tr("Close this bar"))
        self.close_button.setAccessibleName(self.tr("Close this bar"))
        self.cancel.clicked.connect(self.cancel_asked)
        self.open.clicked.connect(lambda: self._open(folder=False))
        self.folder.clicked.connect(lambda: self._open(folder=True))
        self.close_button.clicked.connect(self.hide)
        self._brief = QTimer(self, singleShot=True, interval=BRIEF)
        self._brief.timeout.connect(self.hide)
        self._theme = theme
        theme.changed.connect(self._dress)  # not a lambda, which would outlive the bar
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 8, 14, 8)
        line.setSpacing(10)
        line.addWidget(self.words, 1)
        for part in (self.bar, self.cancel, self.open, self.folder, self.close_button):
            line.addWidget(part)
        self.hide()

    def show_work(self, work: Work) -> None:
        """Show work under way."""
        self.words.setText(f"{stage_name(work.kind, work.stage)} …")
        self.bar.show_work(work)
        self._switch(working=True)

    def show_report(self, path: Path) -> None:
        """Say that the report is written, and offer to open it."""
        self.open.setText(self.tr("Open the report"))
        self._show_file(path, self.tr("The report is written: {name}"))

    def show_copy(self, path: Path) -> None:
        """Say that a copy of the deck is written, and offer to open it."""
        self.open.setText(self.tr("Open the copy"))
        self._show_file(path, self.tr("The copy is written: {name}"))

    def show_cleaned(self, path: Path, made: Made) -> None:
        """Say that a cleaned copy is written and what it is without, and offer to open it."""
        self.open.setText(self.tr("Open the copy"))
        kinds = Counter(one.trace for one in made.removed)
        gone = ", ".join(
            f"{text(f'copy.traces.{trace}').lower()} ({count})" for trace, count in kinds.items()
        )
        said = self.tr("The cleaned copy is written: {name}; it goes without {gone}.")
        none = self.tr("The copy is written: {name}; there was nothing to take out.")
        self._show_file(path, (said if gone else none).replace("{gone}", gone))

    def show_export(self, path: Path) -> None:
        """Say that a file is written, and offer to open it."""
        self.open.setText(self.tr("Open it"))
        self._show_file(path, self.tr("Exported: {name}"))

    def _show_file(self, path: Path, words: str) -> None:
        self._file = path
        self.words.setText(words.format(name=path.name))
        self._switch(working=False)

    def show_words(self, words: str) -> None:
        """Say that something is done."""
        self._file = None
        self.words.setText(words)
        self._switch(working=False)

    def show_briefly(self, words: str) -> None:
        """Say that something small is done, for a moment; work under way stays shown."""
        if not self._working:
            self.show_words(words)
            self._brief.start()

    def end_work(self) -> None:
        """Go away where work was shown; what is said stays."""
        if self._working:
            self.hide()

    def _switch(self, *, working: bool) -> None:
        self._working = working
        self._brief.stop()
        for part in (self.bar, self.cancel):
            part.setVisible(working)
        for part in (self.open, self.folder):
            part.setVisible(self._file is not None and not working)
        self.close_button.setVisible(not working)
        self.show()

    def _open(self, *, folder: bool) -> None:
        if self._file is not None:
            target = self._file.parent if folder else self._file
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

    def _dress(self) -> None:
        self.open.setIcon(self._theme.icon("edit"))
        self.folder.setIcon(self._theme.icon("folder"))
        self.close_button.setIcon(self._theme.icon("cancel"))
