"""The one door to kornia-rs: PNG files to pixels, in a third of the time Pillow takes."""

from __future__ import annotations

from functools import cache
from types import ModuleType

from sowhat.pictures.seen import Bands

_HEAD = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
_BANDS = {(8, 2): "rgb", (8, 6): "rgba"}  # bits and colour type, as the file's head gives them


@cache
def _decoder() -> ModuleType | None:
    """Return the library's decoders, None where it is not installed."""
    try:
        from kornia_rs import io
    except ImportError:
        return None
    found: ModuleType = io
    return found


def decoded(data: bytes) -> Bands | None:
    """Return the pixels of a PNG of eight bits in three or four bands.

    None for all else, also what is damaged: Pillow knows more kinds of PNG, and says what is wrong.
    The caller has looked at the size. A colour that stands for clear is not told: its caller knows.
    """
    bands = _BANDS.get((data[24], data[25])) if data.startswith(_HEAD) and len(data) > 32 else None
    library = _decoder() if bands else None
    if library is None:
        return None
    width, height = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
    try:
        pixels: Bands = library.decode_image_png_u8(data, (height, width), bands)
    except Exception:  # the library raises no kind of its own
        return None
    return pixels
