"""A PowerPoint file as betteroffice-pptx has it open, its fonts seen to.

The library is an alpha and knows no fonts but those it is given: the families a deck names are
registered at once, signs that a face lacks are set in one that has them, and what it overlooks is
mended. All of that changes the open document alone; the file is never written.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import Any

import betteroffice_pptx as office

from sowhat import fonts, opc
from sowhat.model import Box
from sowhat.render import layout, package
from sowhat.render.mended import mended
from sowhat.render.package import Parts

STYLES = ((False, False), (True, False), (False, True), (True, True))
MOST_SET = 2000  # stretches of text on a slide set in another face

# The library spaces these as the real fonts are, whatever is drawn: a stand-in would look torn.
MEASURED = frozenset(
    name.casefold()
    for name in (
        "Aptos", "Arial Black", "Arial Rounded MT Bold", "Avenir", "Avenir Next",
        "Avenir Next LT Pro", "Book Antiqua", "Bookman Old Style", "Calisto MT", "Century Gothic",
        "Century Schoolbook", "Consolas", "Corbel", "Franklin Gothic Book", "Futura", "Gill Sans",
        "Gill Sans MT", "Helvetica Neue", "Impact", "Lucida Grande", "News Gothic MT", "Tahoma",
        "Trebuchet MS", "Tw Cen MT", "Verdana",
    )
)  # fmt: skip
ALIAS = " stand-in"

REFUSED = (office.PptxError, OSError, ValueError, IndexError, KeyError)


@dataclass(frozen=True, slots=True)
class Looked:
    """What a slide asks for and cannot have: its families, the places of pictures that are left
    out, and how many signs no face here can draw."""

    families: tuple[str, ...]
    undrawn: tuple[Box, ...]
    lacking: int


class Opened:
    """A deck opened from its ``parts``, with its families and the slides that were looked through.

    Raises what the library raises.
    """

    def __init__(self, parts: Parts) -> None:
        families = package.families(parts)
        aliases = {name: name + ALIAS for name in families if _told_apart(name)}
        parts = parts | mended(parts, aliases)
        self.presentation: Any = office.Presentation.open(opc.packed(parts).getvalue())
        self._registered: set[str] = set()
        self._seen: dict[int, Looked] = {}
        # What is registered first is drawn where a deck names no family.
        for family in (fonts.fallback(), *families):
            self._register(aliases.get(family, family), family)

    def look(self, index: int) -> Looked:
        """See to the slide's fonts once; return what it asks for and cannot have."""
        if index not in self._seen:
            found = layout.parse(self.presentation.render_slide(index).json)
            lacking = self._cover(found)
            families = tuple(name.removesuffix(ALIAS) for name in layout.families(found))
            self._seen[index] = Looked(families, layout.undrawn(found), lacking)
        return self._seen[index]

    def _register(self, name: str, family: str) -> None:
        if name in self._registered:
            return
        self._registered.add(name)
        for bold, italic in STYLES:
            data = fonts.data(fonts.find(family, bold=bold, italic=italic))
            self.presentation.register_font(name, data, bold=bold, italic=italic)

    def _cover(self, found: layout.Layout) -> int:
        """Set signs that their face lacks in one that has them; return how many none has."""
        lacking = 0
        for gap in list(layout.missing(found))[:MOST_SET]:
            face = fonts.covering(gap.text)
            if face is None:
                lacking += 1
                continue
            self._register(face.family, face.family)
            self._set(gap.story, gap.start, gap.end, face.family)
        return lacking

    def _set(self, story: str, start: int, end: int, family: str) -> None:
        # Words of a layout belong to no story that can be set; they stay as they are.
        with contextlib.suppress(office.PptxError, LookupError, ValueError):
            self.presentation.format_text(story, start, end, font_family=family)


def _told_apart(family: str) -> bool:
    return family.casefold() in MEASURED and fonts.find(family).stand_in


class OpenDeck:
    """A deck's file, opened at once, or slide by slide where its pictures are too many for that.

    Raises ``DeckError`` where the file is not to be read, and ``OSError``.
    """

    def __init__(self, path: str, password: str | None = None) -> None:
        self._place = path, password
        with opc.opened(*self._place) as archive:
            self._heavy = package.is_heavy(archive)
        self._opened: Opened | None = None
        self._number: int | None = None

    def slide(self, number: int) -> Opened:
        """Return the deck with all that slide ``number``, from 1, needs to be drawn."""
        wanted = number if self._heavy else None
        if self._opened is None or wanted != self._number:
            self._opened = None  # both would be too much
            with opc.opened(*self._place) as archive:
                parts = package.handed(archive, wanted)
            self._opened, self._number = _taken(parts), wanted
        return self._opened


def _taken(parts: Parts) -> Opened:
    """Open a deck; one that the library refuses is mended and tried again."""
    try:
        return Opened(parts)
    except REFUSED:
        return Opened(opc.mended(parts))
