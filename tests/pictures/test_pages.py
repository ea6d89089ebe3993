"""Pictures of a PDF that are odd cost nothing but themselves."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from sowhat.model import Gap
from sowhat.worker import Worker
from tests.pictures.made_decks import noise, png
from tests.pictures.test_see import pictures, seen

PLACED = "q {} 0 0 {} 100 100 cm /Odd Do Q q 300 0 0 200 500 100 cm /Plain Do Q"


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as running:
        yield running


def image(
    document: pikepdf.Pdf,
    data: bytes,
    size: tuple[int, int],
    space: str = "/DeviceRGB",
    packed: str = "/FlateDecode",
    bits: int = 8,
) -> pikepdf.Stream:
    """Put an image of these packed bytes into a document, whatever it says of itself."""
    made = pikepdf.Stream(document, data)
    made.Type, made.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    made.Width, made.Height = size
    made.BitsPerComponent, made.ColorSpace = bits, pikepdf.Name(space)
    made.Filter = pikepdf.Name(packed)
    return made


def saved(
    path: Path, odd: pikepdf.Stream, document: pikepdf.Pdf, size: tuple[float, float] = (300, 200)
) -> Path:
    """Save a page with words, an odd picture and a plain one."""
    page = document.add_blank_page(page_size=(960, 540))
    plain = noise(2)
    shown = image(document, zlib.compress(plain.tobytes()), plain.size)
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Odd=odd, Plain=shown))
    page.Contents = document.make_stream(PLACED.format(*size).encode())
    document.save(path)
    return path


def printed() -> bytes:
    return png(noise(1).convert("CMYK"), "JPEG")


@pytest.mark.parametrize(
    ("data", "size", "space", "packed", "bits", "why", "is_seen"),
    [
        (b"no photograph", (320, 200), "/DeviceRGB", "/DCTDecode", 8, "broken", False),
        (png(noise(1), "JPEG")[:40], (320, 200), "/DeviceRGB", "/DCTDecode", 8, "broken", False),
        (
            zlib.compress(bytes(9)),
            (60_000, 60_000),
            "/DeviceGray",
            "/FlateDecode",
            8,
            "huge",
            False,
        ),
        (zlib.compress(bytes(9)), (9000, 9000), "/DeviceGray", "/FlateDecode", 1, "huge", False),
        (printed(), (320, 200), "/DeviceCMYK", "/DCTDecode", 8, "inks", True),
    ],
)
def test_odd_pictures_of_a_pdf_cost_nothing_but_themselves(
    tmp_path: Path,
    worker: Worker,
    data: bytes,
    size: tuple[int, int],
    space: str,
    packed: str,
    bits: int,
    why: str,
    is_seen: bool,
) -> None:
    with pikepdf.new() as document:
        odd = image(document, data, size, space, packed, bits)
        path = saved(tmp_path / "deck.pdf", odd, document)
    deck = seen(path, worker)
    shown = {round(picture.box.x0, 1): picture for picture in pictures(deck)}
    assert shown[0.5].kind is not None
    assert (shown[0.1].kind is not None) is is_seen
    assert Gap(f"picture-{why}", 1, "1") in deck.gaps


@pytest.mark.parametrize("size", [(0, 0), (0, 200), (0.001, 200)])
def test_a_picture_that_takes_no_room_is_none(
    tmp_path: Path, worker: Worker, size: tuple[float, float]
) -> None:
    with pikepdf.new() as document:
        odd = image(document, zlib.compress(noise(1).tobytes()), noise(1).size)
        deck = seen(saved(tmp_path / "deck.pdf", odd, document, size), worker)
    (plain,) = pictures(deck)
    assert plain.kind is not None


@pytest.mark.parametrize("size", [(0, 0), (1, 1)])
def test_a_picture_of_hardly_a_pixel_is_none(
    tmp_path: Path, worker: Worker, size: tuple[int, int]
) -> None:
    with pikepdf.new() as document:
        odd = image(document, zlib.compress(bytes(3)), size)
        deck = seen(saved(tmp_path / "deck.pdf", odd, document), worker)
    (plain,) = pictures(deck)
    assert plain.kind is not None


def test_a_picture_of_one_colour_is_not_broken(tmp_path: Path, worker: Worker) -> None:
    with pikepdf.new() as document:
        odd = image(document, zlib.compress(bytes((200, 30, 30)) * 4000), (80, 50))
        deck = seen(saved(tmp_path / "deck.pdf", odd, document), worker)
    assert not [gap for gap in deck.gaps if gap.id.startswith("picture-")]
    assert all(picture.kind is not None for picture in pictures(deck))
