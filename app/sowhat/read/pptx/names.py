"""The names of OOXML elements and relations this reader knows, and their numbers."""

from __future__ import annotations

from typing import Any, TypeAlias

Element: TypeAlias = Any  # an lxml element; lxml carries no types

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MICROSOFT = "http://schemas.microsoft.com/office"

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{" + _OFFICE + "}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
DSP = "{" + _MICROSOFT + "/drawing/2008/diagram}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

LAYOUT = _OFFICE + "/slideLayout"
MASTER = _OFFICE + "/slideMaster"
NOTES = _OFFICE + "/notesSlide"
NOTES_MASTER = _OFFICE + "/notesMaster"
HANDOUT_MASTER = _OFFICE + "/handoutMaster"
THEME = _OFFICE + "/theme"
THEME_OVERRIDE = _OFFICE + "/themeOverride"
TABLE_STYLES = _OFFICE + "/tableStyles"

LARGEST = 1e12  # no number of a deck is beyond it; this leaves out "nan" and "inf" too
EMU = 12700.0  # English metric units in a point


def number(value: str | None, default: float = 0.0) -> float:
    """Return an attribute as a number; "50%" of strict files is 50000, as elsewhere."""
    if value is None:
        return default
    try:
        found = float(value[:-1]) * 1000 if value.endswith("%") else float(value)
    except ValueError:
        return default
    return found if abs(found) < LARGEST else default


def truth(value: str | None, *, default: bool = False) -> bool:
    """Return a boolean attribute."""
    return default if value is None else value in ("1", "true", "on")
