"""Draws slides of a PowerPoint file with betteroffice-pptx. Runs in the worker.

The library is an alpha and knows no fonts but those it is given: the families a deck names are
registered at once, and signs that a face lacks are set in one that has them.
"""

from __future__ import annotations

import zipfile
from typing import Any

import betteroffice_pptx as office

from sowhat import fonts
from sowhat.errors import DeckError
from sowhat.render import layout, package
from sowhat.render.drawn import Drawn, scale_for
from sowhat.render.kept import Kept

EMU_PER_PIXEL = 9525  # at scale 1, 96 dots an inch
STYLES = ((False, False), (True, False), (False, True), (True, True))
MOST_COVERED = 500  # signs on a slide set in another face


class _Document:
    """An opened deck, the families registered in it and the slides whose signs are covered."""

    def __init__(self, path: str) -> None:
        self.presentation = office.Presentation.open_path(path)
        self._registered: set[str] = set()
        self._covered: dict[int, tuple[str, ...]] = {}
        # What is registered first is drawn where a deck names no family.
        for family in (fonts.fallback(), *package.families(path)):
            self._register(family)

    def families(self, index: int) -> tuple[str, ...]:
        """Cover the slide's missing signs once, and return the families it asks for."""
        if index not in self._covered:
            found = layout.parse(self.presentation.render_slide(index).json)
            self._cover(found)
            self._covered[index] = layout.families(found)
        return self._covered[index]

    def _register(self, family: str) -> None:
        if family in self._registered:
            return
        self._registered.add(family)
        for bold, italic in STYLES:
            data = fonts.data(fonts.find(family, bold=bold, italic=italic))
            self.presentation.register_font(family, data, bold=bold, italic=italic)

    def _cover(self, found: layout.Layout) -> None:
        # Changes the open document alone; the file is never written.
        for gap in list(layout.missing(found))[:MOST_COVERED]:
            face = fonts.covering(gap.text)
            if face is not None:
                self._register(face.family)
                self.presentation.format_text(
                    gap.story, gap.start, gap.end, font_family=face.family
                )


def draw(path: str, number: int, width: int) -> Drawn:
    """Draw slide ``number`` (from 1), ``width`` pixels wide where that fits.

    Raises ``DeckError``: missing, damaged.
    """
    try:
        document = _documents.get(path)
        presentation = document.presentation
        families = document.families(number - 1)
        size = presentation.width_emu / EMU_PER_PIXEL, presentation.height_emu / EMU_PER_PIXEL
        png = presentation.render_png(number - 1, scale=scale_for(width, *size))
    except _REFUSED as error:
        raise DeckError("damaged", path=path) from error
    return Drawn(png.bytes, png.width, png.height, families, png.skipped_images)


_REFUSED = (office.PptxError, zipfile.BadZipFile, OSError, ValueError, IndexError, KeyError)
_documents: Kept[Any] = Kept(_Document)
