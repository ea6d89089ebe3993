from __future__ import annotations

import contextlib
import io
import random
import struct
import zlib
from typing import Any

import numpy as np
import pytest
from PIL import Image

from sowhat.model import Box
from sowhat.pictures.opened import LARGEST_AREA, UnseenError, opened
from sowhat.pictures.seen import LONGEST
from sowhat.pictures.wanted import Why


def saved(image: Image.Image, kind: str, **more: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def halves(mode: str, size: tuple[int, int] = (200, 100)) -> Image.Image:
    """Make a picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", size, (220, 20, 20))
    image.paste((20, 20, 220), (size[0] // 2, 0, *size))
    return image.convert(mode)


def claimed(width: int, height: int) -> bytes:
    """Make a PNG of a few bytes that says it is large."""

    def chunk(name: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(name + data)
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", crc)

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


FORMATS = [
    ("RGB", "PNG"), ("RGBA", "PNG"), ("P", "PNG"), ("RGB", "JPEG"), ("CMYK", "JPEG"),
    ("CMYK", "TIFF"), ("RGB", "BMP"), ("RGB", "DIB"), ("P", "GIF"), ("RGB", "WEBP"),
    ("RGB", "TIFF"), ("LAB", "TIFF"), ("YCbCr", "TIFF"),
]  # fmt: skip


@pytest.mark.parametrize(("mode", "kind"), FORMATS)
def test_colours_come_through_every_format(mode: str, kind: str) -> None:
    made = halves("RGB")
    if mode == "LAB":
        from PIL import ImageCms

        srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
        made = ImageCms.profileToProfile(made, srgb, lab, outputMode="LAB") or made
    else:
        made = made.convert(mode)
    found = opened(saved(made, kind))
    assert found.pixels.shape == (100, 200, 4)
    assert found.pixels.dtype == np.uint8
    if mode != "LAB":
        left, right = found.pixels[50, 40], found.pixels[50, 160]
        assert left[0] > 150 > 100 > left[2]
        assert right[2] > 150 > 100 > right[0]
        assert left[3] == right[3] == 255
    assert found.less is (Why.INKS if mode == "CMYK" else None)


@pytest.mark.parametrize("mode", ["1", "L", "I", "I;16", "F"])
def test_grey_of_any_depth_is_grey(mode: str) -> None:
    ramp = np.tile(np.linspace(0, 255, 64), (32, 1))
    deep = {"I;16": np.uint16, "I": np.int32, "F": np.float32}.get(mode)
    if deep is None:
        made = Image.fromarray(ramp.astype(np.uint8)).convert(mode)
    else:
        made = Image.fromarray((ramp * 256).astype(deep))
    pixels = opened(saved(made, "TIFF")).pixels
    assert int(pixels[16, 2, 0]) < 60
    assert int(pixels[16, 61, 0]) > 195
    assert np.array_equal(pixels[..., 0], pixels[..., 2])


def test_transparency_is_kept() -> None:
    image = Image.new("RGBA", (60, 40), (0, 0, 0, 0))
    image.paste((10, 200, 10, 255), (0, 0, 30, 40))
    for data in (saved(image, "PNG"), saved(image, "WEBP", lossless=True)):
        pixels = opened(data).pixels
        assert (pixels[20, 10, 3], pixels[20, 50, 3]) == (255, 0)
    index = image.convert("RGB").quantize(4)
    data = saved(index, "PNG", transparency=index.getpixel((50, 20)))
    assert opened(data).pixels[20, 50, 3] == 0
    assert opened(saved(index, "GIF", transparency=index.getpixel((50, 20)))).pixels[20, 50, 3] == 0


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_large_pictures_are_reduced(kind: str) -> None:
    pixels = opened(saved(halves("RGB", (3000, 1000)), kind)).pixels
    assert pixels.shape == (LONGEST // 3, LONGEST, 4)
    assert pixels[80, 100, 0] > 150
    assert opened(saved(halves("RGB"), kind), longest=1280).pixels.shape == (100, 200, 4)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_crop_is_what_is_seen(kind: str) -> None:
    data = saved(halves("RGB", (1600, 1000)), kind)
    right = opened(data, Box(0.6, 0.0, 1.0, 0.5)).pixels
    assert right.shape == (375, 480, 4)  # of 640 by 500 pixels
    assert right[..., 2].min() > 150
    beyond = opened(data, Box(-0.5, -0.5, 0.5, 1.5)).pixels  # a fill that leaves edges free
    assert beyond.shape == (480, 384, 4)
    assert beyond[..., 0].min() > 150


def unseen(data: bytes, crop: Box | None = None) -> Why:
    with pytest.raises(UnseenError) as caught:
        opened(data, crop)
    return caught.value.why


SVG = b'<?xml version="1.0"?>\n<!-- drawn -->\n<svg xmlns="http://www.w3.org/2000/svg"/>'
EMF = b"\x01\x00\x00\x00" + bytes(36) + b" EMF" + bytes(60)
EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\nshowpage\n"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", Why.EMPTY),
        (b"no picture at all", Why.FORMAT),
        (EPS, Why.FORMAT),
        (SVG, Why.VECTOR),
        (EMF, Why.METAFILE),
        (b"\xd7\xcd\xc6\x9a" + bytes(40), Why.METAFILE),
        (b"\x89PNG\r\n\x1a\n", Why.BROKEN),
        (claimed(40, 40)[:50], Why.BROKEN),
        (claimed(9000, 9000), Why.HUGE),
        (claimed(60_000, 60_000), Why.HUGE),
        (saved(Image.new("RGB", (1, 1)), "PNG"), Why.SMALL),
        (saved(Image.new("RGB", (900, 2)), "PNG"), Why.SMALL),
    ],
)
def test_what_cannot_be_seen_has_a_reason(data: bytes, why: Why) -> None:
    assert unseen(data) is why


def test_a_crop_of_nothing_is_too_small() -> None:
    assert unseen(saved(halves("RGB"), "PNG"), Box(0.5, 0.2, 0.5, 0.8)) is Why.SMALL
    assert unseen(saved(halves("RGB"), "PNG"), Box(1.5, 0.2, 2.5, 0.8)) is Why.SMALL


def test_of_moving_pictures_the_first_is_seen() -> None:
    first, second = halves("RGB"), Image.new("RGB", (200, 100), "white")
    for kind in ("GIF", "WEBP", "PNG"):
        data = saved(first, kind, save_all=True, append_images=[second])
        found = opened(data)
        assert found.less is Why.ANIMATED
        assert found.pixels[50, 40, 0] > 150 > found.pixels[50, 40, 2]


def test_a_photo_beyond_the_limit_is_decoded_small() -> None:
    data = saved(Image.new("L", (9000, 6000), 90), "JPEG")
    assert LARGEST_AREA < 9000 * 6000
    assert opened(data).pixels.shape == (320, 480, 4)


def test_damaged_bytes_end_in_pixels_or_a_reason() -> None:
    chance = random.Random(5)
    whole = [saved(halves(mode), kind) for mode, kind in FORMATS if mode != "LAB"]
    for data in whole:
        for _ in range(60):
            broken = bytearray(data)
            for _ in range(chance.randint(1, 8)):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
            cut = bytes(broken[: chance.randint(1, len(broken))])
            for item in (bytes(broken), cut):
                with contextlib.suppress(UnseenError):  # nothing else may be raised
                    assert opened(item).pixels.shape[2] == 4
