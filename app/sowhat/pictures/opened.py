"""The bytes of a picture to reduced pixels, whatever they turn out to be."""

from __future__ import annotations

import math
import re
import warnings
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from PIL import Image, UnidentifiedImageError

from sowhat.model import WHOLE, Box
from sowhat.pictures import png
from sowhat.pictures.resized import QUICK_AREA, Part, resized
from sowhat.pictures.seen import LONGEST, Bands, Pixels, by_bands
from sowhat.pictures.wanted import Why

FORMATS = ("PNG", "JPEG", "GIF", "BMP", "DIB", "TIFF", "WEBP")  # none that runs a program
LARGEST_AREA = 50_000_000  # pixels that are decoded; JPEG is decoded smaller where it is larger
SMALLEST_SIDE = 4  # pixels: less shows nothing
WHITE = 255

_HEAD = 2048  # bytes within which a drawing says that it is one
_SVG = re.compile(rb"<svg[\s>]")
_EMF, _EMF_MARK = b"\x01\x00\x00\x00", b" EMF"
_WMF = (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"\x02\x00\x09\x00")
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, ArithmeticError)


class UnseenError(Exception):
    """A picture cannot be seen; ``why`` says so."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Opened:
    """A picture's reduced pixels; ``less`` says what of it is not seen as it is."""

    pixels: Pixels
    less: Why | None = None


def opened(data: bytes, crop: Box | None = None, longest: int = LONGEST) -> Opened:
    """Return the part ``crop`` of the picture in ``data``, its long side at most ``longest``.

    Raises ``UnseenError``, and nothing else whatever the bytes are.
    """
    if not data:
        raise UnseenError(Why.EMPTY)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's own words on odd files; the size is checked
            with Image.open(BytesIO(data), formats=FORMATS) as image:
                return _seen(data, image, crop or WHOLE, longest)
    except UnidentifiedImageError as error:
        raise UnseenError(_unknown(data)) from error
    except (MemoryError, Image.DecompressionBombError) as error:
        raise UnseenError(Why.HUGE) from error
    except _BROKEN as error:
        raise UnseenError(Why.BROKEN) from error


def drawn(image: Image.Image, box: Box, longest: int = LONGEST) -> Pixels:
    """Return the part ``box`` of a drawn slide, its long side at most ``longest``."""
    x0, y0, x1, y1 = part = _part(image, box)
    # A new pixel is made of neighbours beyond the part's edge, too.
    beyond = math.ceil(max(x1 - x0, y1 - y0) / longest) + 1
    left, top = max(int(x0) - beyond, 0), max(int(y0) - beyond, 0)
    right, low = math.ceil(x1) + beyond, math.ceil(y1) + beyond
    cut = _plain(image).crop((left, top, min(right, image.width), min(low, image.height)))
    moved = part[0] - left, part[1] - top, part[2] - left, part[3] - top
    return _reduced(cut, moved, longest)


def _seen(data: bytes, image: Image.Image, crop: Box, longest: int) -> Opened:
    animated = getattr(image, "n_frames", 1) > 1 and image.format != "MPO"
    inks = image.mode == "CMYK"
    shown = _part(image, crop)
    if image.format in ("JPEG", "MPO"):  # decoded at an eighth, a quarter or a half
        wide, high = longest * image.width, longest * image.height
        most = max(shown[2] - shown[0], shown[3] - shown[1])
        image.draft(None, (math.ceil(wide / most), math.ceil(high / most)))
        shown = _part(image, crop)
    if image.width * image.height > LARGEST_AREA:
        raise UnseenError(Why.HUGE)
    less = Why.ANIMATED if animated else Why.INKS if inks else None
    return Opened(_reduced(_decoded(data, image, animated=animated), shown, longest), less)


def _decoded(data: bytes, image: Image.Image, *, animated: bool) -> Image.Image | Bands:
    plain = image.mode in ("RGB", "RGBA") and "transparency" not in image.info and not animated
    quick = plain and image.format == "PNG" and image.width * image.height <= QUICK_AREA
    found = png.decoded(data) if quick else None
    return _plain(image) if found is None else found


def _part(image: Image.Image, box: Box) -> Part:
    """Return the pixels inside ``box``; raises ``UnseenError`` where they are too few."""
    box = box.clamped()
    x0, x1, y0, y1 = (
        edge * side
        for edge, side in (
            (box.x0, image.width),
            (box.x1, image.width),
            (box.y0, image.height),
            (box.y1, image.height),
        )
    )
    if min(x1 - x0, y1 - y0) < SMALLEST_SIDE:
        raise UnseenError(Why.SMALL)
    return x0, y0, x1, y1


def _reduced(whole: Image.Image | Bands, part: Part, longest: int) -> Pixels:
    wide, high = part[2] - part[0], part[3] - part[1]
    factor = min(1.0, longest / max(wide, high))
    small = resized(whole, part, (max(round(wide * factor), 1), max(round(high * factor), 1)))
    if small.ndim == 3 and small.shape[2] == 4:
        return by_bands(small)
    bands = np.full((4, *small.shape[:2]), WHITE, dtype=np.uint8)
    bands[:3] = small.transpose(2, 0, 1) if small.ndim == 3 else small
    return bands.transpose(1, 2, 0)


def _plain(image: Image.Image) -> Image.Image:
    """Return the picture in a mode that can be reduced: transparency stays, odd depths go."""
    if image.mode in ("RGB", "RGBA", "L"):
        return image if "transparency" not in image.info else image.convert("RGBA")
    if image.mode.startswith("I") or image.mode == "F":
        values = np.asarray(image, dtype=np.float64)
        top = float(values.max(initial=0.0))
        scale = 1.0 if top <= WHITE else WHITE / (65_535.0 if top <= 65_535 else top)
        return Image.fromarray(np.clip(values * scale, 0, WHITE).astype(np.uint8))
    if image.mode in ("LA", "PA", "La", "RGBa") or "transparency" in image.info:
        return image.convert("RGBA")
    return image.convert("RGB")


def _unknown(data: bytes) -> Why:
    """Say what the bytes are that no reader takes for its own."""
    head = data[:_HEAD]
    if head.startswith(_WMF) or (head.startswith(_EMF) and head[40:44] == _EMF_MARK):
        return Why.METAFILE
    if _SVG.search(head):
        return Why.VECTOR
    known = (b"\x89PNG", b"\xff\xd8", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF")
    return Why.BROKEN if head.startswith(known) else Why.FORMAT
