"""The one door to the optional part that reads words in pictures (``sowhat[ocr]``)."""

from __future__ import annotations

import importlib.util
from functools import cache
from io import BytesIO
from typing import Any

from sowhat.model import Box
from sowhat.pictures.seen import Pixels, Word

LARGEST = 1280  # pixels: the long side at which words are looked for
LEAST = 0.6  # confidence below which a line is noise more often than words
LETTERS = 2  # a line with fewer letters and digits is a stroke or a bullet
WHITE = (255, 255, 255, 255)


def there() -> bool:
    """Say whether the part is installed; it is not loaded for that."""
    return importlib.util.find_spec("faster_paddle") is not None


def lines(pixels: Pixels) -> tuple[Word, ...]:
    """Return the lines of words in a picture, from the top, with boxes in fractions of it."""
    import numpy as np
    from PIL import Image  # both in the worker only

    if (pixels == pixels[0, 0]).all():  # one colour: nothing stands on it
        return ()
    image = Image.fromarray(np.ascontiguousarray(pixels))
    ground = Image.new("RGBA", image.size, WHITE if _dark(pixels) else (0, 0, 0, 255))
    ground.alpha_composite(image)
    out = BytesIO()
    ground.convert("RGB").save(out, "PNG", compress_level=1)
    return lines_of(out.getvalue(), image.size)


def lines_of(data: bytes, size: tuple[int, int]) -> tuple[Word, ...]:
    """Return the lines of words in an encoded picture of ``size`` pixels."""
    found = _engine().ocr(data)["bounds"].values()
    words = (_line(item, size) for item in found)
    kept = [w for w in words if w.confidence >= LEAST and _letters(w.text) >= LETTERS]
    return tuple(sorted(kept, key=lambda word: (word.box.y0, word.box.x0)))


@cache
def _engine() -> Any:
    import faster_paddle

    # The small models lie in the wheel; larger ones would be fetched, and are never asked for.
    return faster_paddle.OcrEngine(model_size="tiny", threads=1, det_max_side=LARGEST)


def _line(item: Any, size: tuple[int, int]) -> Word:
    (x0, y0), (x1, y1) = item["topLeftCoord"], item["bottomRightCoord"]
    box = Box(x0 / size[0], y0 / size[1], x1 / size[0], y1 / size[1]).clamped()
    return Word(" ".join(item["text"].split()), box, round(float(item["confidence"]), 3))


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _dark(pixels: Pixels) -> bool:
    """Say whether what is opaque is dark on the whole, so that it shows on white."""
    opaque = pixels[..., 3] > WHITE[3] // 2
    return not opaque.any() or float(pixels[..., :3][opaque].mean()) < 170
