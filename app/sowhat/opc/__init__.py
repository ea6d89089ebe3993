"""The package (Open Packaging Conventions) of a PowerPoint deck: gates, parts, and light copies.

The only door to a deck's zip for those that read it. Runs in the worker.
"""

from sowhat.opc.archive import MIB, UNREADABLE, Archive
from sowhat.opc.lengths import cut
from sowhat.opc.light import mended, packed, pictures_of, sound
from sowhat.opc.locked import LOCKED, decrypted
from sowhat.opc.markup import Element, parse, serialized
from sowhat.opc.relations import seen_with, slides_in
from sowhat.opc.unlocked import opened

__all__ = [
    "LOCKED",
    "MIB",
    "UNREADABLE",
    "Archive",
    "Element",
    "cut",
    "decrypted",
    "mended",
    "opened",
    "packed",
    "parse",
    "pictures_of",
    "seen_with",
    "serialized",
    "slides_in",
    "sound",
]
