"""The user's decisions on slides and advice: written, kept, found again in a new version; and what
was said of a deck that goes out."""

from sowhat.decisions.file import SCHEMA, Given, encode, read
from sowhat.decisions.fit import Fit, cleared, decided, fit, forgotten, joined
from sowhat.decisions.resolutions import resolved, standing, unresolved
from sowhat.decisions.sending import send, sending
from sowhat.decisions.store import Kept, change, keep, kept, resolve
from sowhat.decisions.words import fingerprint

__all__ = [
    "SCHEMA",
    "Fit",
    "Given",
    "Kept",
    "change",
    "cleared",
    "decided",
    "encode",
    "fingerprint",
    "fit",
    "forgotten",
    "joined",
    "keep",
    "kept",
    "read",
    "resolve",
    "resolved",
    "send",
    "sending",
    "standing",
    "unresolved",
]
