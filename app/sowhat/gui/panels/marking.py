"""The menu of a list of advice: what became of the line that is chosen, by click or by one key."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu

from sowhat.gui.models.advice import AdviceModel
from sowhat.gui.models.findings import FindingRole
from sowhat.gui.panels.advice import LONGEST
from sowhat.gui.panels.lines import LinesView
from sowhat.gui.session import Session
from sowhat.gui.theme import Theme
from sowhat.model import Fix, Missing, Status


def tr(words: str) -> str:
    """Return ``words`` in the user's language."""
    return QCoreApplication.translate("Marking", words)


class Marking(QObject):
    """Marks the chosen line of ``view`` as done, for later or ignored; the status that it has is
    ticked, and taken back when it is chosen again."""

    def __init__(
        self, view: LinesView, advice: AdviceModel, session: Session, theme: Theme
    ) -> None:
        super().__init__(view)
        self._view = view
        self._advice = advice
        self._session = session
        self._theme = theme
        self.actions = {
            Status.DONE: self._action(tr("&Done"), "D"),
            Status.LATER: self._action(tr("&Later"), "L"),
            Status.IGNORED: self._action(tr("&Ignore"), "I"),
        }
        for status, action in self.actions.items():
            action.setCheckable(True)
            action.triggered.connect(lambda _, one=status: self._mark(one))
        self.why = self._action(tr("Ignore, and say &why…"), "W")
        self.why.triggered.connect(self._ask)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_menu)
        view.selectionModel().currentChanged.connect(self.settle)
        advice.modelReset.connect(self.settle)
        session.deciding.marked.connect(self.settle)
        theme.changed.connect(self._dress)
        self._dress()
        self.settle()

    @property
    def chosen(self) -> Fix | Missing | None:
        """The advice on the chosen line."""
        found: Fix | Missing | None = self._view.currentIndex().data(FindingRole.FINDING)
        return found

    @property
    def row(self) -> int:
        """The chosen line, from 0."""
        return self._view.currentIndex().row()

    def choose(self, row: int, advice: Fix | Missing) -> None:
        """Choose ``advice`` again in a list that is shown anew; where it is gone, what comes there,
        for whoever goes through the lines by keys."""
        found = self._advice.row_of(advice.subjects)
        last = self._advice.rowCount() - 1
        self._view.setCurrentIndex(self._advice.index(min(row, last) if found is None else found))

    def settle(self) -> None:
        """Show what the chosen advice is marked as, and what can be done with it."""
        chosen = self.chosen
        held = self._session.deciding.resolution(chosen.subjects) if chosen else None
        for status, action in self.actions.items():
            action.setEnabled(chosen is not None)
            action.setChecked(held is not None and held.status is status)
        self.why.setEnabled(chosen is not None)

    def _action(self, words: str, key: str) -> QAction:
        made = QAction(words, self._view)
        made.setShortcut(key)
        made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        made.setShortcutVisibleInContextMenu(True)
        self._view.addAction(made)
        return made

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self._view)
        menu.addActions([*self.actions.values(), self.why])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._view.viewport().mapToGlobal(at))

    def _dress(self) -> None:
        for status, action in self.actions.items():
            action.setIcon(self._theme.icon(status.value))
        self.why.setIcon(self._theme.icon("why"))

    def _mark(self, status: Status) -> None:
        if (chosen := self.chosen) is not None:
            held = self._session.deciding.resolution(chosen.subjects)
            again = held is not None and held.status is status
            self._session.deciding.resolve(chosen.subjects, None if again else status)
        self.settle()

    def _ask(self) -> None:
        """Ask why the chosen advice is ignored."""
        if (chosen := self.chosen) is None:
            return
        held = self._session.deciding.resolution(chosen.subjects)
        dialog = QInputDialog(self._view)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("Why this advice is ignored"))
        dialog.setLabelText(chosen.what if isinstance(chosen, Fix) else chosen.title)
        dialog.setTextValue(held.reason if held is not None else "")
        dialog.textValueSelected.connect(
            lambda said: self._session.deciding.resolve(
                chosen.subjects, Status.IGNORED, said.strip()[:LONGEST]
            )
        )
        dialog.open()
