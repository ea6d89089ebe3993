"""A slide's rendering as a small file: JPEG where it is a photograph, PNG where it is drawn."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image

from sowhat.render import Rendering

WIDTH = 1500  # pixels asked for: 220 a printed inch
QUALITY = 82
PNG_WORTH = 1.15  # a PNG may be so many times larger, because its letters are clean


def save(rendering: Rendering, folder: Path, number: int) -> Path:
    """Write the rendering into ``folder`` and return the file: 8-bit RGB or grey, no alpha."""
    with Image.open(BytesIO(rendering.png), formats=("PNG",)) as opened:
        image = _flat(opened)
    drawn, photo = BytesIO(), BytesIO()
    image.save(drawn, "PNG", compress_level=6)
    image.save(photo, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
    suffix, data = "jpg", photo.getvalue()
    if len(drawn.getvalue()) <= PNG_WORTH * len(data):
        suffix, data = "png", drawn.getvalue()
    path = folder / f"slide-{number}.{suffix}"
    path.write_bytes(data)
    return path


def _flat(image: Image.Image) -> Image.Image:
    if image.mode in ("RGB", "L"):
        return image.copy()
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        return image.convert("RGB")
    over = image.convert("RGBA")
    paper = Image.new("RGBA", over.size, "white")
    return Image.alpha_composite(paper, over).convert("RGB")
