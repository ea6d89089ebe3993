"""What the filmstrip shows: a quiet line above it, and the choices behind that line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sowhat.gui.paint import Sight
from sowhat.gui.panels.filmstrip import Filmstrip
from sowhat.gui.panels.flow import FlowLayout
from sowhat.gui.panels.parts import label
from sowhat.gui.panels.shapes import shape_icon
from sowhat.gui.sift_words import name, sorting_name, told
from sowhat.gui.sifting import Sift, Sorting, Wanted, tally
from sowhat.gui.theme import Theme
from sowhat.model import Action, Motif, Status

WIDE = 396  # logical pixels
MARGIN = 12  # logical pixels of the screen that stay free beside the choices


class SieveBar(QWidget):
    """Says how many slides are shown, opens the choices, and takes them back."""

    def __init__(self, strip: Filmstrip, theme: Theme) -> None:
        super().__init__()
        self._strip = strip
        self._theme = theme
        self.choices = QPushButton()
        self.choices.setProperty("tab", True)  # noqa: FBT003
        self.choices.setToolTip(self.tr("Choose which slides are shown, and in what order"))
        self.choices.clicked.connect(self.open)
        self.clear = QPushButton()
        self.clear.setProperty("tab", True)  # noqa: FBT003
        self.clear.setToolTip(self.tr("Show all slides in their order"))
        self.clear.setAccessibleName(self.clear.toolTip())
        self.clear.clicked.connect(lambda: strip.look_for(Sift()))
        self.says = label("", theme, scale=0.9, quiet=True)
        self.says.setIndent(10)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.choices)
        line.addStretch(1)
        line.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 8, 4)
        column.setSpacing(1)
        column.addLayout(line)
        column.addWidget(self.says)
        strip.sifted.connect(self._settle)
        theme.changed.connect(self._dress)
        self._dress()
        self._settle()

    def open(self) -> None:
        """Show the choices below the line."""
        popup = Choices(self._strip, self._theme, self)
        popup.move(self.mapToGlobal(QPoint(4, self.choices.height() + 2)))
        popup.show()
        popup.first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _settle(self) -> None:
        sift, shown, count = self._strip.sift, len(self._strip.numbers), len(self._strip.facts)
        if sift.filters:
            words = self.tr("{shown} of {count} slides").format(shown=shown, count=count)
        else:
            words = self.tr("1 slide") if count == 1 else self.tr("{count} slides")
            words = words.format(count=count)
        self.choices.setText(words)
        said = told(sift)
        self.says.setText(said)
        self.says.setVisible(bool(said))
        self.clear.setVisible(bool(said))
        self.choices.setAccessibleDescription(said)

    def _dress(self) -> None:
        self.choices.setIcon(self._theme.icon("filter"))
        self.clear.setIcon(self._theme.icon("cancel"))


class Choices(QFrame):
    """The choices: each is a button with the number of its slides; what is pressed holds."""

    def __init__(self, strip: Filmstrip, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._strip = strip
        self._theme = theme
        self._counts = tally(strip.facts)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popup")
        self.setAccessibleName(self.tr("Which slides are shown"))
        wide = self._wide()
        self.setFixedWidth(wide)
        self.buttons: dict[Wanted, QPushButton] = {}
        self.sortings: dict[Sorting, QPushButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 14)
        self._column.setSpacing(6)
        self._add(self.tr("About whom"), "sights", Sight)
        self._add(self.tr("What they show"), "motifs", Motif)
        self._add(self.tr("What to do"), "actions", Action)
        self._add(self.tr("Advice that is"), "statuses", Status)
        self._add(self.tr("Your word"), "decided", (True, False))
        self._add_sortings()
        self.ensurePolished()
        self.setFixedHeight(self._column.heightForWidth(wide) + 2 * self.frameWidth())

    def _wide(self) -> int:
        """Return how wide they are: with large words in as many columns as with others."""
        return min(round(WIDE * self._theme.size), self.screen().availableSize().width() - MARGIN)

    @property
    def first(self) -> QPushButton:
        """The first of the buttons."""
        return next(iter(self.buttons.values()))

    def _add(self, title: str, kind: str, offered: Iterable[Wanted]) -> None:
        """Add the choices of one kind, those that some slide has."""
        chosen = getattr(self._strip.sift, kind)
        found = [one for one in offered if self._counts[one] or one in chosen]
        if kind == "decided" and not self._counts[True]:
            return
        flow = self._row(title) if found else None
        for one in found:
            button = self.buttons[one] = self._button(f"{name(one)}  {self._counts[one]}")
            button.setIcon(self._icon(one))
            button.setChecked(one in chosen)
            button.toggled.connect(lambda on, k=kind, o=one: self._want(k, o, on=on))
            if flow is not None:
                flow.addWidget(button)

    def _add_sortings(self) -> None:
        flow = self._row(self.tr("In this order"))
        group = QButtonGroup(self)
        for sorting in Sorting:
            button = self.sortings[sorting] = self._button(sorting_name(sorting))
            group.addButton(button)
            button.setChecked(sorting is self._strip.sift.sorting)
            button.clicked.connect(
                lambda _, s=sorting: self._strip.look_for(replace(self._strip.sift, sorting=s))
            )
            flow.addWidget(button)

    def _row(self, title: str) -> FlowLayout:
        heading: QLabel = label(title, self._theme, scale=0.92, quiet=True)
        self._column.addWidget(heading)
        held = QWidget()
        flow = FlowLayout(held, gap=5)
        self._column.addWidget(held)
        self._column.addSpacing(4)
        return flow

    def _button(self, words: str) -> QPushButton:
        made = QPushButton(words, self)
        made.setCheckable(True)
        made.setProperty("choice", True)  # noqa: FBT003
        made.ensurePolished()  # the style sheet makes it higher
        return made

    def _icon(self, one: Wanted) -> QIcon:
        match one:
            case Sight():
                return shape_icon(one, self, self._theme)
            case Motif():
                return self._theme.icon(f"motifs/{one}")
            case Action() | Status():
                return self._theme.icon(one.value)
        return self._theme.icon("why") if one else QIcon()

    def _want(self, kind: str, one: Wanted, *, on: bool) -> None:
        sift = self._strip.sift
        held = getattr(sift, kind)
        wanted = held | {one} if on else held - {one}
        self._strip.look_for(replace(sift, **{kind: wanted}))
