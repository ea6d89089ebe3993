"""Where drafts are asked for, set up by the user: a server of his own, or none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from sowhat import drafting
from sowhat.errors import SowhatError, UsageError
from sowhat.gui.panels.parts import label
from sowhat.gui.theme import Theme
from sowhat.settings import Endpoint
from sowhat.texts import error_text, text

WIDTH = 560  # logical pixels
LONGEST = 3600  # seconds that can be waited
SIDE = 20  # logical pixels left and right


class EndpointDialog(QDialog):
    """Asks for the endpoint; ``save`` keeps it and may raise a ``SowhatError``, which is told."""

    def __init__(
        self, parent: QWidget, theme: Theme, endpoint: Endpoint, save: Callable[[Endpoint], None]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Your own model"))
        self._theme = theme
        self._before = endpoint
        self._save = save
        self.address = self._line(endpoint.address, "http://localhost:11434")
        self.model = self._line(endpoint.model, "llama3.2")
        self.key = self._line(endpoint.key, self.tr("none"))
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.address.textEdited.connect(self._part_with_key)
        self.masked = self._check(self.tr("Send &tokens for names"), checked=endpoint.mask)
        self.also = self._line(", ".join(endpoint.also), self.tr("Names, with commas between them"))
        self.unencrypted = self._check(
            self.tr("Allow &http outside your own network, readable on the way"),
            checked=endpoint.unencrypted,
        )
        self.proxy = self._check(
            self.tr("Go through the system's &proxy (https)"), checked=endpoint.proxy
        )
        self.seconds = self._line(f"{endpoint.seconds:.0f}", "")
        self.seconds.setValidator(QIntValidator(1, LONGEST, self))
        self.problem = label("", theme, bold=True)
        self.problem.hide()
        self._assemble()

    def _assemble(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(9)
        for name, field, note in (
            (self.tr("&Address"), self.address, ""),
            (self.tr("&Model"), self.model, ""),
            (self.tr("&Key"), self.key, text("drafting.where")),
            (self.tr("&Seconds to wait"), self.seconds, ""),
            ("", self.masked, text("drafting.mask")),
            (self.tr("Mask &also"), self.also, ""),
            ("", self.unencrypted, ""),
            ("", self.proxy, ""),
        ):
            tag = QLabel(name)
            tag.setBuddy(field)
            field.ensurePolished()
            tag.setFixedHeight(field.sizeHint().height())  # so that both stand on one line
            field.setAccessibleName(name.replace("&", "") or field.accessibleName())
            form.addRow(tag, self._noted(field, note))
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 18, SIDE, 16)
        column.setSpacing(14)
        column.addWidget(self._lead())
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addWidget(self._buttons())
        self.setFixedWidth(round(WIDTH * self._theme.size))

    def _lead(self) -> QLabel:
        """Return what this is for, as high as its lines: the least height of words that wrap is
        that of a narrow column."""
        made = label(text("drafting.off"), self._theme)
        made.setFixedWidth(round(WIDTH * self._theme.size) - 2 * SIDE)
        made.setFixedHeight(made.heightForWidth(made.width()))
        return made

    def _noted(self, field: QWidget, note: str) -> QVBoxLayout:
        """Return a field with what is to know of it below."""
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addWidget(field)
        if note:
            column.addWidget(label(note, self._theme, scale=0.92, quiet=True))
        return column

    def _buttons(self) -> QDialogButtonBox:
        kinds = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(kinds.Save | kinds.Cancel)
        box.button(kinds.Save).setProperty("primary", True)  # noqa: FBT003
        box.accepted.connect(self.commit)
        box.rejected.connect(self.reject)
        self.off = box.addButton(self.tr("Turn &off"), QDialogButtonBox.ButtonRole.ResetRole)
        self.off.setToolTip(self.tr("Forget address, model and key; nothing can be sent then"))
        self.off.setEnabled(self._before != Endpoint())
        self.off.clicked.connect(lambda: self._finish(Endpoint()))
        return box

    def commit(self) -> None:
        """Keep what is written, if it can be an endpoint; else say what is wrong."""
        also = (name.strip() for name in self.also.text().split(","))
        chosen = replace(
            self._before,
            address=self.address.text().strip(),
            model=self.model.text().strip(),
            key=self.key.text().strip(),
            mask=self.masked.isChecked(),
            also=tuple(name for name in also if name),
            unencrypted=self.unencrypted.isChecked(),
            proxy=self.proxy.isChecked(),
            seconds=float(self.seconds.text() or 0) or self._before.seconds,
        )
        try:
            if not chosen.on:
                raise UsageError("endpoint-unnamed")
            drafting.url(chosen)
        except SowhatError as error:
            self._tell(error)
        else:
            self._finish(chosen)

    def _part_with_key(self) -> None:
        """Take the key out once the address is another one: it was given for the old."""
        if self._before.key and self.key.text() == self._before.key:
            self.key.clear()

    def _finish(self, chosen: Endpoint) -> None:
        try:
            self._save(chosen)
        except SowhatError as error:
            self._tell(error)
        else:
            self.accept()

    def _tell(self, error: SowhatError) -> None:
        self.problem.setText(error_text(error))
        self.problem.show()
        self.adjustSize()

    @staticmethod
    def _line(words: str, hint: str) -> QLineEdit:
        made = QLineEdit(words)
        made.setPlaceholderText(hint)
        return made

    @staticmethod
    def _check(words: str, *, checked: bool) -> QCheckBox:
        made = QCheckBox(words)
        made.setChecked(checked)
        made.setAccessibleName(words.replace("&", ""))
        return made
