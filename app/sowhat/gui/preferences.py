"""The user's settings as the window has them: kept when they change, and worn at once."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from sowhat import preferences
from sowhat.gui.theme import Theme
from sowhat.preferences import Settings
from sowhat.settings import AuditOptions


class Preferences(QObject):
    """The settings of now. ``changed`` carries those of before and those of now.

    ``damaged`` names a file that held no settings and was put aside.
    """

    changed = Signal(object, object)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        found = preferences.kept()
        self.settings: Settings = found.settings
        self.damaged = found.damaged

    def wear(self) -> None:
        """Look as the user wants it."""
        self._theme.wear(self.settings.theme, self.settings.text_size / 100)

    def change(self, settings: Settings) -> None:
        """Take ``settings`` and keep them; raises ``OutputError`` where they only hold for now."""
        if settings == self.settings:
            return
        before, self.settings = self.settings, settings
        self.wear()
        self.changed.emit(before, settings)
        preferences.keep(settings)

    def options(self, given: AuditOptions) -> AuditOptions:
        """Return the options of an audit: what was given at the start, else the settings."""
        return preferences.options(self.settings, given)
