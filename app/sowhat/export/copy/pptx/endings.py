"""What a PowerPoint file is called, and what it says it is: PowerPoint opens it if both agree."""

from __future__ import annotations

from pathlib import PurePath

from sowhat.errors import OutputError

_PLAIN = "application/vnd.openxmlformats-officedocument.presentationml.{}.main+xml"
TYPES = {
    ".pptx": _PLAIN.format("presentation"),
    ".ppsx": _PLAIN.format("slideshow"),
    ".potx": _PLAIN.format("template"),
}
WITH_MACROS = {".pptm": ".pptx", ".ppsm": ".ppsx", ".potm": ".potx", ".ppam": ".pptx"}


def ending_of(deck: str) -> str:
    """Return the ending that a copy of ``deck`` gets: it has no macros, whatever the deck has."""
    ending = PurePath(deck).suffix.lower()
    return WITH_MACROS.get(ending, ending)


def type_for(name: str) -> str:
    """Return the type that a file of this name has to have.

    A show may become a plain deck and the other way round. Raises ``OutputError`` macro-ending or
    wrong-ending.
    """
    ending = PurePath(name).suffix.lower()
    if ending not in TYPES:
        reason = "macro-ending" if ending in WITH_MACROS else "wrong-ending"
        raise OutputError(reason, path=name, detail=", ".join(TYPES))
    return TYPES[ending]
