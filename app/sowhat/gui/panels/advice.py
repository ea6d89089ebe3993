"""What became of a piece of advice: done, later, or ignored, and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from sowhat.gui.panels.flow import FlowLayout
from sowhat.gui.panels.parts import label
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme
from sowhat.model import Status, Subject

LONGEST = 300  # characters of a reason


class AdviceMark(QWidget):
    """A button a status; the pressed one holds, pressed again it is taken back."""

    def __init__(self, subjects: Sequence[Subject], session: Session, theme: Theme) -> None:
        super().__init__()
        self._subjects = subjects
        self._session = session
        self.held = held = session.deciding.resolution(subjects)
        self._status = held.status if held is not None else None
        self._kept = held.reason if held is not None else ""
        self.buttons = {status: self._button(status, theme) for status in Status}
        self.reason = QLineEdit(self._kept)
        self.reason.setMaxLength(LONGEST)
        self.reason.setPlaceholderText(self.tr("Why? (if you like)"))
        self.reason.setAccessibleName(self.tr("Why this advice is left so"))
        self.reason.editingFinished.connect(self._commit)
        row = QWidget()
        flow = FlowLayout(row, gap=4)
        for button in self.buttons.values():
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(row)
        column.addWidget(self.reason)
        self.reason.setVisible(self._status is not None)  # in its place, else it is a window

    @property
    def focused(self) -> Status | None:
        """The status whose button has the keyboard."""
        return next((status for status, one in self.buttons.items() if one.hasFocus()), None)

    def _button(self, status: Status, theme: Theme) -> QPushButton:
        name, told = {
            Status.DONE: (self.tr("Done"), self.tr("Mark this advice as done")),
            Status.LATER: (self.tr("Later"), self.tr("Mark this advice for later")),
            Status.IGNORED: (self.tr("Ignore"), self.tr("Mark this advice as ignored")),
        }[status]
        made = QPushButton(theme.icon(status.value), name)
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setChecked(status is self._status)
        made.setProperty("choice", True)  # noqa: FBT003
        again = self.tr("Take the mark back")
        made.setToolTip(again if status is self._status else told)
        made.setAccessibleName(told)
        made.clicked.connect(lambda: self._mark(None if status is self._status else status))
        return made

    def _mark(self, status: Status | None) -> None:
        reason = self.reason.text().strip() if status is not None else ""
        self._kept = reason  # the line goes with this panel and must not keep it again
        self._session.deciding.resolve(self._subjects, status, reason)

    def _commit(self) -> None:
        reason = self.reason.text().strip()
        if self._status is not None and reason != self._kept:
            self._mark(self._status)


class MarkedAdvice(QWidget):
    """The mark of one piece of advice, under the ``title`` that names it, made anew when marks are
    others; hidden without advice."""

    def __init__(self, session: Session, theme: Theme, title: str = "") -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._subjects: tuple[Subject, ...] = ()
        self.mark: AdviceMark | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        if title:
            self._column.addWidget(label(title, theme, quiet=True))
        session.deciding.marked.connect(self._show_soon)
        theme.changed.connect(self._show)
        self.hide()

    def show_for(self, subjects: tuple[Subject, ...]) -> None:
        """Show the mark of the advice on ``subjects``; what is being typed for it stays."""
        held = self._session.deciding.resolution(subjects)
        known = self.mark is not None and self.mark.held == held
        if subjects != self._subjects or not known:
            self._subjects = subjects
            self._show()

    def _show_soon(self) -> None:
        """Show it anew once the button that was pressed is done with its own work."""
        QTimer.singleShot(0, self, self._show)

    def _show(self) -> None:
        focused = self.mark.focused if self.mark is not None else None
        if self.mark is not None:
            self._column.removeWidget(self.mark)
            self.mark.hide()
            self.mark.deleteLater()
        self.mark = None
        if self._subjects:
            self.mark = AdviceMark(self._subjects, self._session, self._theme)
            self._column.addWidget(self.mark)
            self.mark.show()  # else a moment later, and what is not shown takes no keys
            if focused is not None:
                self.mark.buttons[focused].setFocus()
        self.setVisible(self.mark is not None)
