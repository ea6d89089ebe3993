"""Picture files as PDF images, their compressed bytes taken over as they are."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from pikepdf import Dictionary, Name, Object, Pdf, Stream
from PIL import Image

SPACES = {"RGB": (Name.DeviceRGB, 3), "L": (Name.DeviceGray, 1)}


def jpeg(report: Pdf, file: Path) -> Object:
    """Return the JPEG file as an image of ``report``: 8-bit RGB or grey."""
    image = _image(report, file, file.read_bytes())
    image.Filter = Name.DCTDecode
    return image


def png(report: Pdf, file: Path) -> Object:
    """Return the PNG file as an image of ``report``: 8-bit RGB or grey, not interlaced."""
    image = _image(report, file, b"".join(_data(file.read_bytes())))
    image.Filter = Name.FlateDecode
    _, colors = SPACES["RGB" if image.ColorSpace == Name.DeviceRGB else "L"]
    image.DecodeParms = Dictionary(
        Predictor=15, Colors=colors, BitsPerComponent=8, Columns=image.Width
    )
    return image


def _image(report: Pdf, file: Path, data: bytes) -> Stream:
    with Image.open(file, formats=("PNG", "JPEG")) as opened:
        (width, height), mode = opened.size, opened.mode
    space, _ = SPACES[mode]
    image = Stream(report, data)
    image.Type, image.Subtype = Name.XObject, Name.Image
    image.Width, image.Height = width, height
    image.ColorSpace, image.BitsPerComponent = space, 8
    image.Interpolate = True
    return image


def _data(file: bytes) -> Iterator[bytes]:
    """Yield what the IDAT chunks of a PNG file hold."""
    at = 8
    while at < len(file):
        size, kind = struct.unpack(">I4s", file[at : at + 8])
        if kind == b"IDAT":
            yield file[at + 8 : at + 8 + size]
        at += size + 12
