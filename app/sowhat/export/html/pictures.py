"""Slides as small pictures that stand in the page itself."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from sowhat.model import Audit, Gap
from sowhat.render import Renderer, Rendering
from sowhat.worker import Progress, Worker

WIDTH = 1280  # pixels: sharp at twice the width that a slide has in a window
QUALITY = 80
DRAWN = 4096  # colours at most of a slide without photographs


@dataclass(frozen=True, slots=True)
class Picture:
    """A slide's picture: a ``data:`` address, its size in pixels, and whether it is a sketch."""

    address: str
    width: int
    height: int
    sketch: bool = False


def drawn(
    audit: Audit, worker: Worker, progress: Progress | None = None, password: str | None = None
) -> tuple[tuple[Picture, ...], tuple[Gap, ...]]:
    """Return each slide's picture, and what could not be drawn as it is.

    ``progress`` is told how many slides of all are done; ``password`` opens an encrypted deck.
    Raises ``CancelledError`` after the worker was cancelled.
    """
    renderer = Renderer(
        audit.deck, worker, password=password, cache=0
    )  # each slide is asked for once
    pictures: list[Picture] = []
    gaps: list[Gap] = []
    count = len(audit.deck.slides)
    for slide in audit.deck.slides:
        rendering = renderer.slide(slide.number, WIDTH)
        pictures.append(_picture(rendering))
        gaps += rendering.gaps
        if progress:
            progress(slide.number, count)
    return tuple(pictures), tuple(gaps)


def _picture(rendering: Rendering) -> Picture:
    """Return the rendering as WebP, without loss where it is drawn and that is smaller."""
    with Image.open(BytesIO(rendering.png), formats=("PNG",)) as image:
        data = _webp(image, quality=QUALITY, method=2)
        if image.convert("RGB").getcolors(DRAWN):  # else it would be large, and slow to find out
            data = min(data, _webp(image, lossless=True, quality=30, method=1), key=len)
    address = "data:image/webp;base64," + base64.b64encode(data).decode("ascii")
    return Picture(address, rendering.width, rendering.height, rendering.sketch)


def _webp(image: Image.Image, **options: int) -> bytes:
    out = BytesIO()
    image.save(out, "WEBP", **options)
    return out.getvalue()
