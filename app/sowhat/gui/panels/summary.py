"""The verdict on the deck: the sentence, the band and the share on their scale, the ribbon."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from sowhat.gui.paint import Look, Sight, gauge
from sowhat.gui.panels.flow import FlowLayout
from sowhat.gui.panels.parts import label
from sowhat.gui.panels.ribbon import RibbonView
from sowhat.gui.panels.shapes import ShapeLabel
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme
from sowhat.gui.words import counts, profile_line
from sowhat.measure import band_limits, formula, percent
from sowhat.model import Band
from sowhat.rules.measures import load_measures

LINKED = 3  # logical pixels from the edge of a link to its words
SAID = 1.3  # of the font: the usual sentence takes one line


class GaugeView(QWidget):
    """The share on its scale."""

    spoken_role = QAccessible.Role.Indicator

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._gauge: gauge.Gauge | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size."""
        return QSizeF(*gauge.size(self._look)).toSize()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size under which words would touch."""
        return self.sizeHint() * 0.8

    @property
    def _look(self) -> Look:
        return Look(self._theme.colours, self.font())

    def show_share(self, share: float | None) -> None:
        """Show ``share`` with the limits of the bands."""
        bands = load_measures().bands
        low, high = percent(bands.them_below), percent(bands.us_above)
        words = (f"{Band.ABOUT_THEM} < {low}", str(Band.BOTH), f"{Band.ABOUT_US} > {high}")
        self._gauge = gauge.Gauge(share, (bands.them_below, bands.us_above), words)
        self.setToolTip(band_limits())
        self.setAccessibleName(band_limits())
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Paint the scale."""
        if self._gauge is not None:
            area = QRectF(self.rect()).adjusted(8, 0, -8, 0)
            gauge.paint(QPainter(self), self._gauge, area, self._look)


def unbroken(words: str) -> str:
    """Return ``words`` with each number on one line with the slides that it counts."""
    return re.sub(r"(\d) (slide)", "\\1\N{NO-BREAK SPACE}\\2", words)


class Summary(QFrame):
    """What one must know in ten seconds."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self.setObjectName("summary")
        self.sentence = label("", theme, scale=SAID, bold=True)
        self.profile = label("", theme, quiet=True)
        self.band = label("", theme, scale=SAID, bold=True)
        self.share = label("", theme, quiet=True)
        self.gauge = GaugeView(theme)
        self.ribbon = RibbonView(session, theme)
        self.formula = label("", theme, scale=0.92, quiet=True)
        self.formula.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.formula.hide()
        self.how = QPushButton(self.tr("How the share is counted"))
        self.how.setProperty("link", True)  # noqa: FBT003
        self.how.setCheckable(True)
        self.how.setToolTip(self.tr("Show or hide the formula"))
        self.how.toggled.connect(self.formula.setVisible)
        self._legend = QWidget()
        self._entries = FlowLayout(self._legend, gap=14)
        self._entries.setContentsMargins(0, LINKED, 0, 0)
        theme.changed.connect(self._dress)
        self._assemble()
        session.audited.connect(self._show)
        session.judged.connect(self._show)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least width, and the height that the words take at the width of now: at the
        least they would take many lines, for which nobody has to scroll."""
        least = super().minimumSizeHint()
        return QSize(least.width(), self.heightForWidth(max(self.width(), least.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Ask for the height that goes with the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _assemble(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(3)
        for part in (self.sentence, self.profile):
            part.setMinimumWidth(1)  # else long words ask for a wider window rather than more lines
            words.addWidget(part)
        words.addStretch(1)
        verdict = QHBoxLayout()
        verdict.setSpacing(10)
        verdict.setContentsMargins(8, 0, 8, 0)
        for part in (self.band, self.share):
            part.setWordWrap(False)
            verdict.addWidget(part, 0, Qt.AlignmentFlag.AlignBaseline)
        verdict.addStretch(1)
        scale = QVBoxLayout()
        scale.setSpacing(0)
        scale.addLayout(verdict)
        scale.addWidget(self.gauge)
        scale.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(28)
        top.addLayout(words, 1)
        top.addLayout(scale)
        below = QHBoxLayout()
        below.addWidget(self._legend, 1)
        below.addWidget(self.how, 0, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 12, 18, 8)
        whole.setSpacing(6)
        whole.addLayout(top)
        whole.addWidget(self.ribbon)
        whole.addLayout(below)
        whole.addWidget(self.formula)

    def _show(self) -> None:
        audit = self._session.audit
        measures = audit.measures
        self.sentence.setText(unbroken(audit.sentence))
        self.profile.setText(profile_line(audit.profile))
        self.band.setText(str(measures.band) if measures.band else self.tr("No share"))
        self.share.setText(
            self.tr("{share} vendor share").format(share=percent(measures.vendor_share))
            if measures.vendor_share is not None
            else self.tr("no slide takes a side")
        )
        self.gauge.show_share(measures.vendor_share)
        self.formula.setText(f"{formula(measures)}. {band_limits()}")
        self._show_legend()

    def _show_legend(self) -> None:
        while (item := self._entries.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for shown, count, word in counts(self._session.audit.measures):
            self._entries.addWidget(self._entry(shown, f"{count} {word}"))

    def _entry(self, shown: Sight, words: str) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(ShapeLabel(shown, 12, self._theme))
        told = label(words, self._theme, scale=0.92, quiet=True)
        told.setWordWrap(False)
        line.addWidget(told)
        return made

    def _dress(self) -> None:
        """Have the legend fit the size of words."""
        if self._session.has_audit:
            self._show_legend()
