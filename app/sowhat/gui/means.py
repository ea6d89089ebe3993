"""What every open deck is given to work with."""

from __future__ import annotations

from dataclasses import dataclass

from sowhat.gui.doors import DOORS, Doors
from sowhat.gui.jobs import Runner
from sowhat.gui.preferences import Preferences
from sowhat.gui.theme import Theme
from sowhat.settings import AuditOptions


@dataclass(frozen=True, slots=True)
class Means:
    """The theme, the one runner, the options of audits that were given at the start, what the
    user prefers, and the doors to the layers below."""

    theme: Theme
    runner: Runner
    given: AuditOptions
    preferences: Preferences
    doors: Doors = DOORS

    @property
    def options(self) -> AuditOptions:
        """The options of an audit by the settings of now."""
        return self.preferences.options(self.given)
