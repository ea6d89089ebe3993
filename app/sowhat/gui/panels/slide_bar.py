"""The line below the slide: what its marks mean, and how it is looked at."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sowhat.gui.paint import Sight
from sowhat.gui.panels.canvas import SlideView
from sowhat.gui.panels.flow import FlowLayout
from sowhat.gui.panels.overlay import Layer
from sowhat.gui.panels.parts import label
from sowhat.gui.panels.shapes import BadgeLabel, ShapeLabel
from sowhat.gui.session import Session
from sowhat.gui.slide_actions import held, slide_entries
from sowhat.gui.theme import Theme
from sowhat.gui.words import sight_name
from sowhat.model import Mark, Side

LEAST = 60  # logical pixels of the legend: large words must not widen the page


class Entry(QFrame):
    """Marks that say the same: their badges, and what they say. A click chooses the next one."""

    def __init__(self, found: list[Mark], session: Session, theme: Theme) -> None:
        super().__init__()
        self.numbers = [mark.number for mark in found]
        self._session = session
        self.setProperty("row", True)  # noqa: FBT003
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        line = QHBoxLayout(self)
        line.setContentsMargins(3, 1, 6, 1)
        line.setSpacing(3)
        for mark in found:
            line.addWidget(BadgeLabel(mark.number, mark.side, theme, size=17))
        words = label(found[0].label, theme, scale=0.9, quiet=True)
        words.setWordWrap(False)
        line.addSpacing(3)
        line.addWidget(words)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Light up the first of the marks."""
        super().enterEvent(event)
        self._session.reason_hovered.emit(self.numbers[0])

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Let the marks rest."""
        super().leaveEvent(event)
        self._session.reason_hovered.emit(0)

    def mousePressEvent(self, _: object) -> None:  # noqa: N802
        """Choose the first of the marks, at the next click the next."""
        chosen = self._session.reason
        later = [number for number in self.numbers if number > chosen]
        follows = chosen in self.numbers and later
        self._session.choose(later[0] if follows else self.numbers[0])


class SlideBar(QWidget):
    """The legend of the marks, or of the shades, and the buttons for the view."""

    def __init__(self, view: SlideView, session: Session, theme: Theme) -> None:
        super().__init__()
        self._view = view
        self._session = session
        self._theme = theme
        self._entries = {**slide_entries(), "bare": held()}
        self.legend = QWidget()
        self.legend.setMinimumWidth(LEAST)
        self._flow = FlowLayout(self.legend, gap=2)
        over = view.overlay
        self.shade = self._button("shade", checkable=True)
        self.shade.toggled.connect(lambda on: over.set(Layer.SHADES, on=on))
        self.names = self._button("names", checkable=True)
        self.names.toggled.connect(lambda on: over.set(Layer.NAMES, on=on))
        self.bare = self._button("bare")
        self.bare.pressed.connect(lambda: over.set(Layer.BARE, on=True))
        self.bare.released.connect(lambda: over.set(Layer.BARE, on=False))
        self.farther = self._button("zoom-out")
        self.farther.clicked.connect(lambda: view.zoom.by(-1))
        self.fit = self._button("fit")
        self.fit.clicked.connect(view.zoom.fit)
        self.nearer = self._button("zoom-in")
        self.nearer.clicked.connect(lambda: view.zoom.by(1))
        self._assemble()
        session.audited.connect(self._show)
        session.judged.connect(self._show)
        session.slide_changed.connect(self._show)
        over.changed.connect(self._show)
        view.zoom.changed.connect(self._settle)
        theme.changed.connect(self._dress)
        self._dress()

    def _assemble(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 0, 12, 6)
        line.setSpacing(2)
        held = QVBoxLayout()
        held.setContentsMargins(0, 4, 0, 0)
        held.addWidget(self.legend)
        held.addStretch(1)
        line.addLayout(held, 1)
        for button in (self.shade, self.names, self.bare):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        line.addSpacing(8)
        for button in (self.farther, self.fit, self.nearer):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def _button(self, name: str, *, checkable: bool = False) -> QPushButton:
        made = QPushButton()
        made.setCheckable(checkable)
        for name_of_look in ("tab", "tool"):
            made.setProperty(name_of_look, True)  # noqa: FBT003
        made.setToolTip(self._entries[name].tooltip)
        made.setAccessibleName(self._entries[name].tip)
        return made

    def _dress(self) -> None:
        for button, icon in (
            (self.shade, "shade"),
            (self.names, "names"),
            (self.bare, "marks"),
            (self.farther, "zoom-out"),
            (self.fit, "fit"),
            (self.nearer, "zoom-in"),
        ):
            button.setIcon(self._theme.icon(icon))

    def _settle(self) -> None:
        self.fit.setText(f"{self._view.zoom.percent} %")
        self.farther.setEnabled(not self._view.zoom.whole)

    def _show(self, _: int = 0) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        shaded, named = (self._view.overlay.has(one) for one in (Layer.SHADES, Layer.NAMES))
        self.shade.setChecked(shaded)
        self.names.setChecked(named)
        told = [*(self._shades() if shaded else ()), *(self._named() if named else ())]
        for entry in told or self._marks():
            self._flow.addWidget(entry)
        self._hold_height()
        self._settle()

    def _hold_height(self) -> None:
        """Keep the legend to one line: else the slide above would change its size as one turns."""
        items = filter(None, (self._flow.itemAt(at) for at in range(self._flow.count())))
        heights = [item.sizeHint().height() for item in items]
        self.legend.setFixedHeight(max((*heights, self.fit.sizeHint().height() - 4)))

    def _marks(self) -> list[QWidget]:
        """Return an entry for all marks that say the same, in the order of their numbers."""
        found = sorted(self._view.marks, key=lambda mark: (mark.side, mark.label))
        groups = [list(group) for _, group in groupby(found, lambda m: (m.side, m.label))]
        groups.sort(key=lambda group: group[0].number)
        made: list[QWidget] = [Entry(group, self._session, self._theme) for group in groups]
        if any(not mark.exact for mark in found):
            made.append(self._words(self.tr("dashed: place estimated")))
        return made or [self._words(self.tr("no marks on this slide"))]

    def _shades(self) -> list[QWidget]:
        """Return an entry for each side that shaded blocks take."""
        taken = {Sight(one.stance.value) for one in self._view.evidence.shades}
        made = [self._side(shown) for shown in Sight if shown in taken]
        return made or [self._words(self.tr("no block of this slide was read by itself"))]

    def _named(self) -> list[QWidget]:
        """Return an entry for each party that the slide names."""
        found, profile = self._view.evidence.names, self._session.audit.profile
        parties = (
            (Side.CUSTOMER, self.tr("underlined: {name}"), profile.customer.name),
            (Side.VENDOR, self.tr("dotted: {name}"), profile.vendor.name),
        )
        made = [
            self._words(said.format(name=name)) for side, said, name in parties if side in found
        ]
        return made or [self._words(self.tr("names neither you nor your customer"))]

    def _side(self, shown: Sight) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(3, 3, 8, 3)
        line.setSpacing(6)
        line.addWidget(ShapeLabel(shown, 13, self._theme))
        words = label(sight_name(shown), self._theme, scale=0.9, quiet=True)
        words.setWordWrap(False)
        line.addWidget(words)
        return made

    def _words(self, words: str) -> QWidget:
        made = label(words, self._theme, scale=0.9, quiet=True)
        made.setWordWrap(False)
        made.setContentsMargins(3, 0, 6, 0)
        return made
