from __future__ import annotations

import io
import sys
from typing import Any

import numpy as np
import pytest
from PIL import Image

from sowhat.pictures import png
from sowhat.pictures.opened import opened

pytest.importorskip("kornia_rs")


def noise(bands: int) -> Image.Image:
    return Image.fromarray(
        np.random.default_rng(bands).integers(0, 256, (60, 90, bands), dtype=np.uint8)
    )


def saved(image: Image.Image, **more: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", **more)
    return out.getvalue()


@pytest.mark.parametrize("bands", [3, 4])
def test_pixels_are_those_of_the_file(bands: int) -> None:
    image = noise(bands)
    found = png.decoded(saved(image))
    assert found is not None
    assert np.array_equal(found, np.asarray(image))


@pytest.mark.parametrize("mode", ["L", "LA", "P", "1", "I;16"])
def test_other_kinds_are_left_to_pillow(mode: str) -> None:
    grey = noise(3).convert("L")
    image = Image.fromarray(np.asarray(grey).astype(np.uint16)) if mode == "I;16" else grey
    assert png.decoded(saved(image if mode == "I;16" else image.convert(mode))) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-200],
        lambda data: data[:40],
        lambda data: data[:300] + b"damaged" + data[307:],
        lambda data: data[:16] + b"\xff\xff\xff\xff" * 2 + data[24:],  # says it is huge
        lambda data: b"GIF89a" + data[6:],
        lambda _: b"",
    ],
)
def test_damaged_files_are_left_to_pillow(damage: Any) -> None:
    assert png.decoded(damage(saved(noise(3)))) is None


def test_a_colour_that_stands_for_clear_is_clear() -> None:
    image = Image.new("RGB", (40, 40), (10, 200, 10))
    image.paste((200, 10, 10), (20, 0, 40, 40))
    pixels = opened(saved(image, transparency=(10, 200, 10))).pixels
    assert (pixels[20, 5, 3], pixels[20, 35, 3]) == (0, 255)


def test_without_the_library_pictures_look_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    data = saved(noise(4).resize((700, 500)))
    seen = opened(data, longest=1280).pixels
    monkeypatch.setitem(sys.modules, "kornia_rs", None)
    png._decoder.cache_clear()
    try:
        assert png.decoded(data) is None
        assert np.array_equal(opened(data, longest=1280).pixels, seen)
    finally:
        png._decoder.cache_clear()
