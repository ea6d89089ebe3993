"""Kinds whose pictures are broken, too large, or ask for more than to be looked at."""

from __future__ import annotations

import gzip
import io
import struct
import zlib
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from PIL import Image

from tests.hostile import OPENS, Hostile
from tests.hostile.powerpoint.parts import (
    SLIDE_RELATIONS,
    TYPES,
    Change,
    Parts,
    changed,
    replaced,
    shapes,
)

Made = Callable[[Path], Path]
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
LINK = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
KINDS_OF = ("png", "jpg", "gif", "bmp", "tif", "webp", "emf", "wmf", "svg", "emz", "wdp", "eps")


def shown(number: int, drawing: int | None = None) -> str:
    """Return a shape that shows picture ``number``, with an SVG in its place where one is given."""
    better = "" if drawing is None else (
        f'<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
        f'<asvg:svgBlip xmlns:asvg="{SVG}" r:embed="rIdP{drawing}"/></a:ext></a:extLst>'
    )  # fmt: skip
    x, y = 914400 * (number % 8), 914400 * (number // 8 % 6)
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{100 + number}" name="p{number}"/><p:cNvPicPr/><p:nvPr/>'
        f'</p:nvPicPr><p:blipFill><a:blip r:embed="rIdP{number}">{better}</a:blip><a:stretch>'
        "<a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>"
        f'<a:off x="{x}" y="{y}"/><a:ext cx="900000" cy="900000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def pictures(*files: tuple[str, bytes], svg: bool = False) -> Made:
    """Return what saves a deck that shows these pictures: endings and bytes.

    With ``svg`` there are two, of which the second is the SVG behind the first.
    """

    def change(parts: Parts) -> None:
        links = []
        for number, (ending, data) in enumerate(files):
            parts[f"ppt/media/p{number}.{ending}"] = data
            links.append(_relation(number, f"../media/p{number}.{ending}"))
        _related(links)(parts)
        types = "".join(f'<Default Extension="{e}" ContentType="image/{e}"/>' for e in KINDS_OF)
        for ending in KINDS_OF:
            parts[TYPES] = parts[TYPES].replace(f'Extension="{ending}"'.encode(), b'Extension="x"')
        replaced(TYPES, b"</Types>", f"{types}</Types>".encode())(parts)
        one = [shown(0, 1)] if svg else [shown(number) for number in range(len(files))]
        shapes("".join(one))(parts)

    return changed(change)


def linked(*targets: str, attribute: str = "r:link") -> Made:
    """Return what saves a deck that shows pictures which lie elsewhere."""
    links = [_relation(n, target, outside=True) for n, target in enumerate(targets)]
    own = "".join(shown(n) for n in range(len(targets))).replace("r:embed", attribute)
    return changed(_related(links), shapes(own))


def _relation(number: int, target: str, *, outside: bool = False) -> str:
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="rIdP{number}" Type="{IMAGE}" Target="{target}"{mode}/>'


def _related(links: Iterable[str]) -> Change:
    end = "</Relationships>"
    return replaced(SLIDE_RELATIONS, end.encode(), "".join((*links, end)).encode())


@cache
def whole(kind: str, width: int = 40, height: int = 30) -> bytes:
    """Return a sound picture."""
    data = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(data, kind)
    return data.getvalue()


def png(width: int, height: int, *, data: bytes = b"", chunks: bytes = b"") -> bytes:
    """Return a grey PNG of one bit a pixel that says it is so large, with what else is given."""
    head = struct.pack(">LLBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunks
        + chunk(b"IDAT", data or zlib.compress(b"")) + chunk(b"IEND", b"")
    )  # fmt: skip


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))


def _full(side: int) -> bytes:
    """Return a PNG that is as large as it says."""
    packer = zlib.compressobj(9)
    row = bytes(side // 8 + 1)
    return png(
        side, side, data=b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    )


def _sized(kind: str, at: int, form: str, *sizes: int) -> bytes:
    """Return a picture whose head says another size."""
    data = bytearray(whole(kind))
    struct.pack_into(form, data, at, *sizes)
    return bytes(data)


def _jpeg(width: int, height: int) -> bytes:
    data = bytearray(whole("JPEG"))
    struct.pack_into(">HH", data, data.index(b"\xff\xc0") + 5, height, width)
    return bytes(data)


def _cycling_tiff() -> bytes:
    """Return a TIFF whose directory of images leads to itself."""
    data = bytearray(whole("TIFF"))
    place = struct.unpack_from("<L", data, 4)[0]
    count = struct.unpack_from("<H", data, place)[0]
    struct.pack_into("<L", data, place + 2 + 12 * count, place)
    return bytes(data)


def _frames(count: int) -> bytes:
    """Return a GIF of so many images."""
    plain = whole("GIF")
    start = plain.index(b",", 13 + 3 * 2 ** ((plain[10] & 7) + 1))
    return plain[:start] + plain[start:-1] * count + b";"


def _enhanced(*records: bytes) -> bytes:
    """Return an EMF with these records."""
    head = struct.pack("<LL8l4s", 1, 108, 0, 0, 900, 900, 0, 0, 9000, 9000, b" EMF")
    return head + bytes(108 - len(head)) + b"".join(records)


def svg(inner: str, head: str = "") -> bytes:
    """Return an SVG."""
    return f'{head}<svg {LINK} width="96" height="96">{inner}</svg>'.encode()


def _different(count: int) -> Made:
    return pictures(*(("png", whole("PNG") + bytes(n)) for n in range(count)))


def drawing(inner: str, head: str = "") -> Made:
    """Return what saves a deck with a picture that is an SVG, and a PNG for those who know none."""
    return pictures(("png", whole("PNG")), ("svg", svg(inner, head)), svg=True)


_OUTSIDE = "".join(
    f'<image {name}="{target}" width="9" height="9"/><use {name}="{target}#a"/>'
    for name in ("href", "xlink:href")
    for target in ("file:///etc/passwd", "http://127.0.0.1:9/a.png", "\\\\127.0.0.1\\a", "a.png")
)
_USES = '<g id="u0"><rect width="1" height="1"/></g>' + "".join(
    f'<g id="u{n}">{f"""<use xlink:href="#u{n - 1}"/>""" * 10}</g>' for n in range(1, 12)
)
_ENTITIES = '<!DOCTYPE svg [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;">]>'
_BLUR = (
    '<filter id="f" x="-9" y="-9" width="99" height="99"><feGaussianBlur stdDeviation="9999"/>'
    "<feTurbulence numOctaves='9999' baseFrequency='0.9'/></filter>"
    '<rect width="96" height="96" filter="url(#f)"/>'
)
_BROKEN = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
_TEXT = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(200_000_000), 9))
_PROFILE = chunk(b"iCCP", b"x\0\0" + zlib.compress(bytes(100_000_000), 9))
_FILM = b"\0\0\0\x18ftypmp42" + bytes(900)
_POSTSCRIPT = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(/etc/passwd) (r) file\n"
_ENDINGS = {"JPEG": "jpg", "TIFF": "tif"}


def _cut(kind: str) -> tuple[str, bytes]:
    data = whole(kind)
    return _ENDINGS.get(kind, kind.lower()), data[: len(data) // 3]


KINDS = (
    Hostile("pictures of all formats cut short", OPENS, pictures(*map(_cut, _BROKEN)),
            gaps=("picture-broken",)),
    Hostile("pictures that say they are huge", OPENS, pictures(
        ("png", png(60_000, 60_000)), ("jpg", _jpeg(65_500, 65_500)),
        ("gif", _sized("GIF", 6, "<HH", 65_535, 65_535)),
        ("bmp", _sized("BMP", 18, "<ll", 2_000_000, 2_000_000)),
        ("png", png(0xFFFFFFFF, 0xFFFFFFFF)), ("png", png(0, 0)))),
    Hostile("a PNG of 400 megapixels", OPENS, pictures(("png", _full(20_000))),
            gaps=("picture-huge",)),
    Hostile("nine PNGs of 49 megapixels", OPENS,
            pictures(*(("png", _full(7_000) + bytes(n)) for n in range(9))), slow=True),
    Hostile("texts and profiles that swell", OPENS, pictures(
        ("png", png(40, 30, chunks=_TEXT)), ("png", png(40, 30, chunks=_PROFILE)))),
    Hostile("a GIF of 20,000 images", OPENS, pictures(("gif", _frames(20_000)))),
    Hostile("a TIFF that turns in circles", OPENS, pictures(("tif", _cycling_tiff()))),
    Hostile("empty and foreign pictures", OPENS, pictures(
        ("png", b""), ("png", b"GIF89a"), ("jpg", _POSTSCRIPT), ("png", b"%PDF-1.7\n"),
        ("tif", b"8BPS" + bytes(99)),
        ("bmp", b"\0\0\1\0\1\0"), ("wdp", b"II\xbc\x01" + bytes(60)), ("png", b"<html>"))),
    Hostile("a film for a picture", OPENS, pictures(("png", _FILM), ("eps", _FILM))),
    Hostile("metafiles that never end", OPENS, pictures(
        ("emf", _enhanced(struct.pack("<LL", 84, 0))),
        ("emf", _enhanced(struct.pack("<LL", 84, 0xFFFFFFF0))),
        ("emf", _enhanced(struct.pack("<LLL", 84, 12, 0xFFFFFFFF) * 9)),
        ("wmf", b"\xd7\xcd\xc6\x9a" + bytes(18) + struct.pack("<HHLHLHH", 1, 9, 0, 0, 0, 0, 0)
         + struct.pack("<LH", 0, 0x0A32)),
        ("emf", _enhanced(struct.pack("<LL", 17, 12) * 1)[:40]))),
    Hostile("a metafile of 200,000 records", OPENS, pictures(
        ("emf", _enhanced(struct.pack("<LLL", 17, 12, 1) * 200_000)))),
    Hostile("a packed metafile that swells", OPENS,
            pictures(("emz", gzip.compress(_enhanced() + bytes(300_000_000), 9)))),
    Hostile("an SVG that leads outside", OPENS, drawing(_OUTSIDE)),
    Hostile("an SVG that uses itself ten billion times", OPENS, drawing(
        f'<defs>{_USES}</defs><use xlink:href="#u11"/>')),
    Hostile("an SVG that uses itself", OPENS, drawing('<g id="a"><use xlink:href="#a"/></g>')),
    Hostile("an SVG with entities", OPENS, drawing("<text>&b;</text>", _ENTITIES)),
    Hostile("an SVG with scripts", OPENS, drawing(
        "<script>alert(1)</script><foreignObject><iframe/></foreignObject>"
        '<a xlink:href="javascript:alert(1)"><rect onclick="x()" width="9" height="9"/></a>'
        '<style>@import url("http://127.0.0.1:9/a.css");</style>')),
    Hostile("an SVG 100,000 deep", OPENS, drawing("<g>" * 100_000 + "</g>" * 100_000)),
    Hostile("an SVG that blurs without end", OPENS, drawing(_BLUR)),
    Hostile("an SVG without a PNG", OPENS, pictures(("svg", svg(_OUTSIDE)))),
    Hostile("pictures from elsewhere", OPENS, linked(
        "http://127.0.0.1:9/a.png", "file:///etc/passwd", "\\\\127.0.0.1\\share\\a.png",
        "//127.0.0.1/a.png", "../../../../etc/passwd", "ftp://127.0.0.1/a", "data:image/png,a"),
        gaps=("image",)),
    Hostile("pictures embedded from elsewhere", OPENS,
            linked("http://127.0.0.1:9/a.png", "file:///etc/passwd", attribute="r:embed"),
            gaps=("image",)),
    Hostile("1,000 pictures", OPENS, _different(1_000), slow=True),
    Hostile("12 pictures", OPENS, _different(12)),
    Hostile("a picture of 70 MiB", OPENS, pictures(("bmp", whole("BMP") + bytes(70 << 20))),
            gaps=("image",)),
)  # fmt: skip
