from __future__ import annotations

import sys

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from sowhat.pictures import resized as door
from sowhat.pictures.resized import Part, resized
from sowhat.pictures.seen import Bands

PARTS: list[Part] = [(0, 0, 900, 640), (100.4, 50.2, 700.9, 600.5)]


def waves(bands: int) -> Image.Image:
    """Make a smooth picture with letters' sharp edges."""
    y, x = np.mgrid[:640, :900]
    rows = [127 + 120 * np.sin((x * (band + 1) + y * (3 - band)) / 40) for band in range(bands)]
    values = np.stack(rows, axis=-1).astype(np.uint8)
    values[100:500:40] = 255
    return Image.fromarray(values if bands > 1 else values[..., 0])


def shown(pixels: Bands) -> NDArray[np.float64]:
    """Return the colours as they count: where nearly all is clear they are rounded much."""
    if pixels.ndim == 2 or pixels.shape[2] < 4:
        return pixels.astype(np.float64)
    return np.asarray(pixels[..., :3] * (pixels[..., 3:] / 255))


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("bands", [1, 3, 4])
def test_it_looks_as_pillow_makes_it(bands: int, part: Part) -> None:
    pytest.importorskip("cykooz_resizer")
    image = waves(bands)
    whole = image.resize((300, 200), Image.Resampling.BILINEAR, box=part)
    for given in (image, np.asarray(image)):
        found = resized(given, part, (300, 200))
        off = np.abs(shown(found) - shown(np.asarray(whole)))
        assert off.max() <= (3 if bands == 4 else 1)
        assert off.mean() < 0.3


def test_what_is_clear_has_no_say_in_colours() -> None:
    pixels = np.zeros((400, 400, 4), dtype=np.uint8)
    pixels[:, :201] = (250, 0, 0, 255)
    pixels[:, 201:] = (0, 0, 250, 0)
    found = resized(pixels, (0, 0, 400, 400), (50, 50))
    edge = found[25][found[25, :, 3] > 40]
    assert (edge[:, 0] > 240).all()
    assert (edge[:, 2] < 10).all()


def test_a_picture_of_the_size_asked_for_is_left_alone() -> None:
    pixels = np.asarray(waves(3))
    assert resized(pixels, (0, 0, 900, 640), (900, 640)) is pixels


def test_large_pictures_and_those_without_the_library_are_pillows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    image = waves(3)
    asked = image.resize((300, 200), Image.Resampling.BILINEAR, box=PARTS[1], reducing_gap=2.0)
    monkeypatch.setattr(door, "QUICK_AREA", 900 * 640 - 1)
    assert np.array_equal(resized(image, PARTS[1], (300, 200)), np.asarray(asked))
    monkeypatch.undo()
    monkeypatch.setitem(sys.modules, "cykooz_resizer", None)
    door._resizer.cache_clear()
    try:
        assert np.array_equal(resized(image, PARTS[1], (300, 200)), np.asarray(asked))
    finally:
        door._resizer.cache_clear()
