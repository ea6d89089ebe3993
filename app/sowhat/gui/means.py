"""What every open deck is given to work with."""

from __future__ import annotations

from dataclasses import dataclass

from sowhat.gui.doors import DOORS, Doors
from sowhat.gui.jobs import Runner
from sowhat.gui.theme import Theme
from sowhat.settings import AuditOptions


@dataclass(frozen=True, slots=True)
class Means:
    """The theme, the one runner, the options of audits, and the doors to the layers below."""

    theme: Theme
    runner: Runner
    options: AuditOptions
    doors: Doors = DOORS
