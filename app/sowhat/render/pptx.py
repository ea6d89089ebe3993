"""Draws slides of a PowerPoint file with betteroffice-pptx. Runs in the worker.

The library is an alpha and knows no fonts but those it is given: the families a deck names are
registered at once, and signs that a face lacks are set in one that has them.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import betteroffice_pptx as office
from PIL import Image, ImageDraw

from sowhat import fonts
from sowhat.errors import DeckError
from sowhat.model import Box
from sowhat.render import layout, package
from sowhat.render.drawn import Drawn, scale_for
from sowhat.render.kept import Kept

EMU_PER_PIXEL = 9525  # at scale 1, 96 dots an inch
STYLES = ((False, False), (True, False), (False, True), (True, True))
FRAME = "#a6acb5"
MOST_COVERED = 500  # signs on a slide set in another face


class _Document:
    """An opened deck, the families registered in it and the slides whose signs are covered."""

    def __init__(self, path: str) -> None:
        self.presentation = office.Presentation.open_path(path)
        self._registered: set[str] = set()
        self._seen: dict[int, tuple[tuple[str, ...], tuple[Box, ...]]] = {}
        # What is registered first is drawn where a deck names no family.
        for family in (fonts.fallback(), *package.families(path)):
            self._register(family)

    def look(self, index: int) -> tuple[tuple[str, ...], tuple[Box, ...]]:
        """Cover the slide's missing signs once; return its families and the undrawn pictures."""
        if index not in self._seen:
            found = layout.parse(self.presentation.render_slide(index).json)
            self._cover(found)
            self._seen[index] = layout.families(found), layout.undrawn(found)
        return self._seen[index]

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
        families, undrawn = document.look(number - 1)
        size = presentation.width_emu / EMU_PER_PIXEL, presentation.height_emu / EMU_PER_PIXEL
        png = presentation.render_png(number - 1, scale=scale_for(width, *size))
    except _REFUSED as error:
        raise DeckError("damaged", path=path) from error
    framed = _framed(png.bytes, undrawn) if png.skipped_images else png.bytes
    return Drawn(framed, png.width, png.height, families, png.skipped_images)


def _framed(png: bytes, boxes: tuple[Box, ...]) -> bytes:
    # An outline with its diagonals: the place is not empty, it only could not be drawn.
    with Image.open(BytesIO(png), formats=("PNG",)) as image:
        drawn = image.convert("RGB")
    pen = ImageDraw.Draw(drawn)
    for box in boxes:
        x0, x1 = (round(x * (drawn.width - 1)) for x in (box.clamped().x0, box.clamped().x1))
        y0, y1 = (round(y * (drawn.height - 1)) for y in (box.clamped().y0, box.clamped().y1))
        pen.rectangle((x0, y0, x1, y1), outline=FRAME)
        pen.line((x0, y0, x1, y1), fill=FRAME)
        pen.line((x0, y1, x1, y0), fill=FRAME)
    out = BytesIO()
    drawn.save(out, "PNG", compress_level=1)
    return out.getvalue()


_REFUSED = (office.PptxError, zipfile.BadZipFile, OSError, ValueError, IndexError, KeyError)
_documents: Kept[Any] = Kept(_Document)
