"""The settings that the user may change: what there is to set, and what is kept of it."""

from sowhat.preferences.settings import Settings, carried, options, usual
from sowhat.preferences.store import Kept, clear_caches, keep, kept
from sowhat.preferences.table import ACT, Entry, Group, Kind, entries, groups

__all__ = [
    "ACT",
    "Entry",
    "Group",
    "Kept",
    "Kind",
    "Settings",
    "carried",
    "clear_caches",
    "entries",
    "groups",
    "keep",
    "kept",
    "options",
    "usual",
]
