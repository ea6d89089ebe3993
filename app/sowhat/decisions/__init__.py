"""The user's decisions on slides: how they are written, kept, and found again in a new version;
and what was said of a deck that goes out."""

from sowhat.decisions.file import SCHEMA, encode, load
from sowhat.decisions.fit import Fit, cleared, decided, fit, forgotten, joined
from sowhat.decisions.sending import send, sending
from sowhat.decisions.store import Kept, change, keep, kept
from sowhat.decisions.words import fingerprint

__all__ = [
    "SCHEMA",
    "Fit",
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
    "load",
    "send",
    "sending",
]
