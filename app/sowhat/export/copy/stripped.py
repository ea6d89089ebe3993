"""Pictures without the remarks beside their pixels, segment by segment; pixels are not touched."""

from __future__ import annotations

import struct
import zlib

JPEG, PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
SCAN, COMMENT = 0xDA, 0xFE
EXIF, PROFILE, ADOBE = 0xE1, 0xE2, 0xEE
REMARKS = frozenset((*range(0xE1, 0xF0), COMMENT)) - {PROFILE, ADOBE}  # colours hang on these two
CHUNKS = frozenset((b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"))
TURN = 0x0112  # the tag that says which way is up
UPRIGHT = 1


def stripped(data: bytes) -> bytes | None:
    """Return a JPEG or PNG without its remarks, None where there are none or it is damaged.

    Which way a JPEG is up stays.
    """
    try:
        if data.startswith(JPEG):
            plain = _jpeg(data)
        elif data.startswith(PNG):
            plain = _png(data)
        else:
            return None
    except (struct.error, IndexError):
        return None
    return None if plain == data else plain


def _jpeg(data: bytes) -> bytes:
    parts, at = [JPEG], 2
    while data[at] == 0xFF and data[at + 1] != SCAN:
        marker = data[at + 1]
        if marker == 0xFF:  # a filling byte
            at += 1
            continue
        end = at + 2 + struct.unpack_from(">H", data, at + 2)[0]
        if marker not in REMARKS:
            parts.append(data[at:end])
        elif marker == EXIF and (turn := _turn(data[at + 4 : end])) != UPRIGHT:
            parts.append(_upright(turn))
        at = end
    return b"".join((*parts, data[at:]))


def _turn(body: bytes) -> int:
    """Return which way is up by a segment of Exif, upright where it does not say."""
    if not body.startswith(b"Exif\0\0"):
        return UPRIGHT
    tiff = body[6:]
    order = "<" if tiff[:2] == b"II" else ">"
    start = struct.unpack_from(f"{order}I", tiff, 4)[0]
    for entry in range(struct.unpack_from(f"{order}H", tiff, start)[0]):
        tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, start + 2 + 12 * entry)
        if tag == TURN:
            return int(value)
    return UPRIGHT


def _upright(turn: int) -> bytes:
    """Return a segment of Exif that says nothing but which way is up."""
    tiff = b"II*\0" + struct.pack("<IHHHIHHI", 8, 1, TURN, 3, 1, turn, 0, 0)
    body = b"Exif\0\0" + tiff
    return struct.pack(">BBH", 0xFF, EXIF, len(body) + 2) + body


def _png(data: bytes) -> bytes:
    parts, at = [PNG], len(PNG)
    while at < len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + size
        if kind not in CHUNKS:
            parts.append(data[at:end])
        elif struct.unpack_from(">I", data, end - 4)[0] != zlib.crc32(data[at + 4 : end - 4]):
            return data  # damaged: better left as it is
        at = end
    return b"".join(parts)
