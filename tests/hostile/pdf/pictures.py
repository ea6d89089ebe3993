"""Pictures in every packing that a PDF knows: broken, or of a size that they do not have."""

from __future__ import annotations

import random

from tests.hostile import OPENS, Hostile
from tests.hostile.pdf.raw import WORDS, Make, Raw, built

FILTERS = (
    b"DCTDecode", b"JPXDecode", b"JBIG2Decode", b"CCITTFaxDecode", b"LZWDecode",
    b"RunLengthDecode", b"ASCII85Decode", b"ASCIIHexDecode", b"FlateDecode", b"Crypt",
)  # fmt: skip
SEED = 7
NOISE = random.Random(SEED).randbytes(3_000)
HEADS = {  # each tells of thousands of millions of pixels
    b"DCTDecode": b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xc0\0\x11\x08"
    b"\xff\xff\xff\xff\x03\1\x22\0\2\x11\1\3\x11\1\xff\xda\0\x0c\3\1\0\2\x11\3\x11\0\x3f\0",
    b"JPXDecode": b"\0\0\0\x0cjP  \r\n\x87\n\0\0\0\x14ftypjp2 \0\0\0\0jp2 \0\0\0\x2djp2h"
    b"\0\0\0\x16ihdr\x7f\xff\xff\xff\x7f\xff\xff\xff\0\3\7\7\0\0\0\0\0\x0fcolr\1\0\0\0\0\0\x10\0\0\0\0jp2c"
    b"\xff\x4f\xff\x51\0\x2f\0\0\x7f\xff\xff\xff\x7f\xff\xff\xff\0\0\0\0\0\0\0\0\0\0\0\1\0\0\0\1",
    b"JBIG2Decode": b"\0\0\0\0\x30\0\1\0\0\0\x13"
    b"\x7f\xff\xff\xff\x7f\xff\xff\xff\0\0\0\0\0\0\0\0\1\0\0",
    b"CCITTFaxDecode": b"\0\1" * 500,
}


def _image(deck: Raw, data: bytes, about: bytes) -> int:
    return deck.stream(data, b"/Type /XObject /Subtype /Image /BitsPerComponent 8 " + about)


def _shown(deck: Raw, image: int) -> None:
    content = WORDS + b"q 400 0 0 250 60 20 cm /I Do Q"
    deck.page(content, b"/XObject << /I %d 0 R >>" % image)


def _packed(name: bytes, side: int) -> Make:
    """Pictures of noise and of a false head, so many pixels wide and high as they say."""

    def build(deck: Raw) -> None:
        parameters = b"/DecodeParms << /K -1 /Columns %d /Rows %d /Predictor 15 /Colors 4 >>"
        about = b"/Filter /%b /Width %d /Height %d /ColorSpace /DeviceRGB " + parameters
        for data in (NOISE, HEADS.get(name, b"") + NOISE, b""):
            _shown(deck, _image(deck, data, about % (name, side, side, side, side)))

    return built(build)


def _masks(deck: Raw) -> None:
    """A picture whose mask is the picture."""
    number = len(deck.objects) + 1
    _image(
        deck,
        bytes(300),
        b"/Width 10 /Height 10 /ColorSpace /DeviceRGB /SMask %d 0 R "
        b"/Alternates [<< /Image %d 0 R >>]" % (number, number),
    )
    _shown(deck, number)
    deck.page()


def _chain(deck: Raw) -> None:
    """Packed two hundred times over, or so it says."""
    filters = b"/ASCIIHexDecode " * 200
    about = b"/Filter [%b] /Width 10 /Height 10 /ColorSpace /DeviceGray" % filters
    _shown(deck, _image(deck, b"00" * 3_000, about))
    deck.page()


def _many(deck: Raw) -> None:
    """Five thousand pictures on one page."""
    image = _image(deck, bytes(300), b"/Width 10 /Height 10 /ColorSpace /DeviceRGB")
    content = b"".join(
        b"q 9 0 0 9 %d %d cm /I Do Q\n" % (10 * (n % 70), 10 * (n // 70) % 400)
        for n in range(5_000)
    )
    deck.page(content, b"/XObject << /I %d 0 R >>" % image)
    deck.page()


def _odd(deck: Raw) -> None:
    """Depths, sizes and colours that there are not."""
    for about in (
        b"/BitsPerComponent 7 /Width 10 /Height 10 /ColorSpace /DeviceRGB",
        b"/Width 0 /Height 10 /ColorSpace /DeviceRGB",
        b"/Width -10 /Height -10 /ColorSpace /DeviceRGB",
        b"/Width 10 /Height 10 /ColorSpace [/ICCBased 3 0 R]",
        b"/Width 10 /Height 10 /ColorSpace [/Indexed /DeviceRGB 9999999 <00>]",
        b"/Width 10 /Height 10 /ColorSpace /DeviceRGB /Decode [9e9 -9e9 nan 0 0 0]",
        b"/Width 2147483647 /Height 2147483647 /ColorSpace /DeviceCMYK",
    ):
        _shown(deck, _image(deck, bytes(300), about))


def _inline(deck: Raw) -> None:
    """A picture within the contents that does not end."""
    deck.page(WORDS + b"BI /W 99999 /H 99999 /CS /RGB /BPC 8 /F /A85 ID " + b"z" * 50_000)
    deck.page()


KINDS = (
    *(Hostile(f"broken {name.decode()}", OPENS, _packed(name, 64)) for name in FILTERS),
    *(Hostile(f"huge {name.decode()}", OPENS, _packed(name, 65_000)) for name in FILTERS[:4]),
    Hostile("a mask that is its picture", OPENS, built(_masks)),
    Hostile("packed two hundred times", OPENS, built(_chain)),
    Hostile("five thousand pictures", OPENS, built(_many)),
    Hostile("pictures that cannot be", OPENS, built(_odd)),
    Hostile("a picture without end", OPENS, built(_inline)),
)
