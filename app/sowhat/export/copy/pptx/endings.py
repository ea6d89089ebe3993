"""What a PowerPoint file is called, and what it says it is: PowerPoint opens it if both agree."""

from __future__ import annotations

from pathlib import PurePath

from sowhat.errors import OutputError

_PLAIN, _MACROS = (
    "application/vnd.openxmlformats-officedocument.presentationml.{}.main+xml",
    "application/vnd.ms-powerpoint.{}.macroEnabled.main+xml",
)
FAMILIES = (
    {
        ".pptx": _PLAIN.format("presentation"),
        ".ppsx": _PLAIN.format("slideshow"),
        ".potx": _PLAIN.format("template"),
    },
    {
        ".pptm": _MACROS.format("presentation"),
        ".ppsm": _MACROS.format("slideshow"),
        ".potm": _MACROS.format("template"),
    },
    {".ppam": _MACROS.format("addin")},
)


def type_for(name: str, present: str) -> str:
    """Return the type that a file of this name has to have, given the deck's ``present`` one.

    A show may become a plain deck and the other way round; what may hold macros stays what may.
    Raises ``OutputError`` wrong-ending.
    """
    family = next((family for family in FAMILIES if present in family.values()), FAMILIES[0])
    found = family.get(PurePath(name).suffix.lower())
    if found is None:
        raise OutputError("wrong-ending", path=name, detail=", ".join(family))
    return found
