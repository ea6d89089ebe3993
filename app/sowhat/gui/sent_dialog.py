"""What is sent to a model of the user's own, to the letter, before it is sent or on demand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from sowhat.gui.panels.parts import label
from sowhat.gui.panels.roomy import roomy_size
from sowhat.gui.theme import Theme
from sowhat.settings import Endpoint
from sowhat.texts import text

if TYPE_CHECKING:
    from sowhat.drafting import Request

SIZE = (760, 660)  # logical pixels


class SentDialog(QDialog):
    """Shows a request's body; with ``send`` it can be sent from here."""

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        request: Request,
        endpoint: Endpoint,
        send: Callable[[], None] | None = None,
    ) -> None:
        from sowhat.drafting import url

        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Send this to your model?") if send else self.tr("What is sent")
        self.setWindowTitle(title)
        self.body = QPlainTextEdit(request.body.decode())
        self.body.setReadOnly(True)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(font.pointSizeF() * theme.size)
        self.body.setFont(font)
        self.body.setAccessibleName(self.tr("What is sent"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(text("drafting.sends", url=url(endpoint)), theme))
        column.addWidget(self.body, 1)
        key = text("drafting.key" if endpoint.key else "drafting.no-key")
        column.addWidget(label(key, theme, scale=0.92, quiet=True))
        column.addWidget(self._buttons(send))
        self.resize(roomy_size(QSize(*SIZE), theme, parent))

    def _buttons(self, send: Callable[[], None] | None) -> QDialogButtonBox:
        kinds = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(kinds.Cancel if send else kinds.Close)
        box.rejected.connect(self.reject)
        if send is not None:
            button = box.addButton(self.tr("&Send"), QDialogButtonBox.ButtonRole.AcceptRole)
            button.setProperty("primary", True)  # noqa: FBT003
            box.accepted.connect(self.accept)
            self.accepted.connect(send)
        return box
