"""Draws slides of a PowerPoint file with betteroffice-pptx. Runs in the worker."""

from __future__ import annotations

import math
from dataclasses import replace
from io import BytesIO

from PIL import Image, ImageDraw

from sowhat.errors import DeckError
from sowhat.model import Box
from sowhat.render.drawn import Drawn, scale_for
from sowhat.render.kept import Kept
from sowhat.render.opened import REFUSED, OpenDeck

EMU_PER_PIXEL = 9525  # at scale 1, 96 dots an inch
FRAME = "#a6acb5"


def draw(
    path: str, number: int, width: int, password: str | None = None, sha256: str | None = None
) -> Drawn:
    """Draw slide ``number`` (from 1), ``width`` pixels wide where that fits.

    ``sha256`` is that of the file meant. Raises ``DeckError``: missing, changed, damaged, and what
    opening the deck anew raises.
    """
    try:
        document = _sources.get(path, password, sha256=sha256).slide(number)
        presentation = document.presentation
        looked = document.look(number - 1)
        emu = presentation.width_emu, presentation.height_emu
        size = tuple(math.ceil(side / EMU_PER_PIXEL) for side in emu)  # as the library rounds
        png = presentation.render_png(number - 1, scale=scale_for(width, *size))
    except REFUSED as error:
        raise DeckError("damaged", path=path) from error
    drawn = Drawn(png.bytes, png.width, png.height, looked.families, lacking=looked.lacking)
    if not png.skipped_images:
        return drawn
    framed = _framed(png.bytes, looked.undrawn)
    return replace(drawn, png=framed, skipped=png.skipped_images, undrawn=looked.undrawn)


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


_sources: Kept[OpenDeck] = Kept(OpenDeck)
