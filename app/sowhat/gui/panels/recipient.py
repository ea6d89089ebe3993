"""Whom the deck is for, and what the check may know: names, facts, the master, other decks."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from sowhat.gui.panels.parts import label
from sowhat.gui.theme import Theme
from sowhat.gui.tips import tip
from sowhat.model import Party, Profile, Sending

GAP = 3  # logical pixels between a name and its field
APART = 10  # between fields


def listed(words: str) -> tuple[str, ...]:
    """Return what stands between commas or semicolons, each once."""
    parts = (part.strip() for part in re.split(r"[,;]", words))
    return tuple(dict.fromkeys(part for part in parts if part))


class Chosen(QWidget):
    """A file, a folder or facts that a check may know: what is chosen, and two buttons.

    ``choose_asked`` and ``clear_asked``: the user wants another one, or none.
    """

    choose_asked = Signal()
    clear_asked = Signal()

    def __init__(self, title: str, none: str, told: str, theme: Theme) -> None:
        super().__init__()
        self._none = none
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setProperty("quiet", True)  # noqa: FBT003
        self.words.setMinimumWidth(40)
        self.choose = QPushButton(self.tr("Choose…"))
        self.choose.setToolTip(tip(told))
        self.choose.setAccessibleName(self.tr("{what}: choose").format(what=title))
        self.choose.setAccessibleDescription(told)
        self.clear = QPushButton(self.tr("Without"))
        self.clear.setToolTip(tip(self.tr("Check without it")))
        self.clear.setAccessibleName(self.tr("{what}: check without it").format(what=title))
        self.choose.clicked.connect(self.choose_asked)
        self.clear.clicked.connect(self.clear_asked)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.words, 1)
        line.addWidget(self.clear)
        line.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(label(title, theme))
        column.addLayout(line)
        self.show_words("")

    def show_words(self, words: str, more: str = "") -> None:
        """Show what is chosen, empty for nothing; ``more`` is told to who asks."""
        self.words.setText(words or self._none)
        self.words.setToolTip(tip(more) if more else "")
        self.words.setSizePolicy(
            self.words.sizePolicy().Policy.Ignored, self.words.sizePolicy().Policy.Preferred
        )
        self.clear.setVisible(bool(words))


class RecipientPanel(QWidget):
    """Fields for the names and what else a check may know; the button that checks stands apart.

    ``check_asked`` carries a ``Sending`` with the names as typed and the paths as chosen.
    """

    check_asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._said = Sending()
        self.customer = self._field(self.tr("Your customer's name"))
        self.aliases = self._field(self.tr("Other names of your customer, with commas"))
        self.vendor = self._field(self.tr("Your company's name"))
        self.products = self._field(self.tr("Your products, with commas"))
        self.facts = Chosen(
            self.tr("What you know of them"),
            self.tr("nothing yet"),
            self.tr(
                "A text or CSV file with goals, numbers, people and words of your customer; it is "
                "kept on this machine for them"
            ),
            theme,
        )
        self.master = Chosen(
            self.tr("Master deck"),
            self.tr("none"),
            self.tr("The deck that this one was made from: what was changed, what is gone"),
            theme,
        )
        self.against = Chosen(
            self.tr("Your other decks"),
            self.tr("none"),
            self.tr("A folder: names and logos of its decks' customers must not be in this one"),
            theme,
        )
        self.check = QPushButton(self.tr("Chec&k"))
        self.check.setProperty("primary", True)  # noqa: FBT003
        self.check.setToolTip(self.tr("Check the deck for this customer (Enter in a field)"))
        self.check.clicked.connect(self.ask)
        self.customer.textChanged.connect(self._allow)
        self._found = ""
        self._assemble()

    @property
    def said(self) -> Sending:
        """What is typed and chosen."""
        names = [self.customer.text().strip(), *listed(self.aliases.text())]
        if not names[0]:  # aliases go with the name that was found
            names[0] = self._found if len(names) > 1 else ""
        vendor = self.vendor.text().strip()
        return replace(
            self._said,
            customer=tuple(filter(None, names)),
            vendor=(vendor, *self._said.vendor[1:]) if vendor else (),
            products=listed(self.products.text()),
        )

    def ask(self) -> None:
        """Have the deck checked as it is typed."""
        self.check_asked.emit(self.said)

    def show_said(self, said: Sending, profile: Profile, facts: int) -> None:
        """Show what was said; where nothing was, what the deck tells stands there faintly."""
        self._said = said
        self._found = profile.customer.name or ""
        for field, words in (
            (self.customer, said.customer[:1]),
            (self.aliases, said.customer[1:]),
            (self.vendor, said.vendor[:1]),
            (self.products, said.products),
        ):
            shown = ", ".join(words)
            if field.text() != shown:
                field.setText(shown)
        self.customer.setPlaceholderText(self._of(profile.customer))
        self.vendor.setPlaceholderText(self._of(profile.vendor))
        self.products.setPlaceholderText(self._listed(profile.products))
        self.aliases.setPlaceholderText(self.tr("none"))
        n = facts
        known = self.tr("1 fact kept") if n == 1 else self.tr("{n} facts kept").format(n=n)
        self.facts.show_words(known if n else "")
        self._allow()
        for part, path in ((self.master, said.master), (self.against, said.against)):
            part.show_words(path.replace("\\", "/").rstrip("/").rpartition("/")[2], path)

    def choose(self, **path: str) -> None:
        """Take another ``master`` or ``against``, and check."""
        self._said = replace(self._said, **path)  # type: ignore[arg-type]
        self.ask()

    def _allow(self) -> None:
        """Facts are kept by the customer's name: without one there is nobody to keep them for."""
        self.facts.choose.setEnabled(bool(self.customer.text().strip() or self._found))

    def _of(self, party: Party) -> str:
        name = party.name
        return self.tr("{name} (found)").format(name=name) if name else self.tr("not found")

    def _listed(self, names: tuple[str, ...]) -> str:
        return self._of(Party(", ".join(names) or None))

    def _field(self, told: str) -> QLineEdit:
        made = QLineEdit()
        made.setToolTip(tip(told))
        made.setAccessibleName(told)
        made.returnPressed.connect(self.ask)
        return made

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(APART)
        column.addWidget(label(self.tr("Whom it is for"), self._theme, scale=1.1, bold=True))
        for name, field in (
            (self.tr("C&ustomer"), self.customer),
            (self.tr("Als&o called"), self.aliases),
            (self.tr("&You"), self.vendor),
            (self.tr("Your &products"), self.products),
        ):
            tag = QLabel(name)
            tag.setBuddy(field)
            part = QVBoxLayout()
            part.setSpacing(GAP)
            part.addWidget(tag)
            part.addWidget(field)
            column.addLayout(part)
        for chosen in (self.facts, self.master, self.against):
            column.addWidget(chosen)
        column.addStretch(1)
