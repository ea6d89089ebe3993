"""What the settings ask of the window: their dialog, and audits by other settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from sowhat import preferences
from sowhat.errors import OutputError
from sowhat.gui import dialogs
from sowhat.gui.actions import Actions
from sowhat.gui.decks import Decks
from sowhat.gui.means import Means
from sowhat.preferences import Settings
from sowhat.settings import AuditOptions
from sowhat.texts import text

if TYPE_CHECKING:
    from sowhat.gui.settings_dialog import SettingsDialog


class SettingsDesk(QObject):
    """Opens the dialog; the open decks are audited again by other settings if the user likes."""

    def __init__(self, window: QWidget, means: Means, actions: Actions, decks: Decks) -> None:
        super().__init__(window)
        self._window = window
        self._means = means
        self._theme = means.theme
        self._actions = actions
        self._decks = decks
        self.preferences = means.preferences
        self.preferences.changed.connect(self._changed)

    @property
    def settings(self) -> Settings:
        """The settings of now."""
        return self.preferences.settings

    @property
    def options(self) -> AuditOptions:
        """The options of an audit by the settings of now."""
        return self._means.options

    def begin(self) -> None:
        """Look as the user wants it, and tell of settings that could not be read."""
        self.preferences.wear()
        if self.preferences.damaged is not None:
            box = self._box(self._window, text("settings.damaged"))
            box.setInformativeText(text("settings.aside", path=self.preferences.damaged))
            box.open()

    def open(self) -> SettingsDialog:
        """Show the settings."""
        from sowhat.gui.settings_dialog import SettingsDialog

        before = self.settings
        dialog = SettingsDialog(self._window, self._theme, before)
        dialog.changed.connect(lambda settings: self._keep(dialog, settings))
        dialog.asked.connect(lambda key: self._act(dialog, key))
        dialog.finished.connect(lambda _: self._offer(before))
        dialog.open()
        return dialog

    def _keep(self, dialog: QWidget, settings: Settings) -> None:
        try:
            self.preferences.change(settings)
        except OutputError as error:
            self._tell(dialog, text("settings.not-kept"), error)

    def _act(self, dialog: QWidget, key: str) -> None:
        if key == "endpoint":
            self._actions["endpoint"].trigger()
            return
        try:
            preferences.clear_caches()
        except OutputError as error:
            self._tell(dialog, text("settings.not-cleared"), error)
        else:
            self._box(dialog, text("settings.cleared")).open()

    def _changed(self) -> None:
        for tab in self._decks.tabs:
            tab.judge_by(self.options)

    def _offer(self, before: Settings) -> None:
        """Offer to audit the open decks again where the settings ask for it; once."""
        open_ones = [tab for tab in self._decks.tabs if tab.page is not None]
        if not open_ones or not before.differs(self.settings):
            return
        box = self._box(self._window, text("settings.again", n=len(open_ones)))
        box.setInformativeText(text("settings.later"))
        again = box.addButton(self.tr("Audit again"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Later"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(again)
        for tab in open_ones:
            again.clicked.connect(tab.again)
        box.open()

    def _tell(self, parent: QWidget, title: str, error: OutputError) -> None:
        dialogs.tell_error(parent, self._theme, dialogs.told(title, error))

    def _box(self, parent: QWidget, words: str) -> QMessageBox:
        box = QMessageBox(parent)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setObjectName("settings")
        box.setIconPixmap(self._theme.picture("info", 36, parent.devicePixelRatioF()))
        box.setWindowTitle(self.tr("Settings"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(words)
        return box
