"""Looks at the pictures of a deck. Runs in the worker; the functions are called by their names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from io import BytesIO

from PIL import Image

from sowhat.model import DeckKind
from sowhat.pictures import ocr
from sowhat.pictures.kinds import look as kind_of
from sowhat.pictures.opened import Opened, UnseenError, drawn, opened
from sowhat.pictures.package import package
from sowhat.pictures.pages import Pages
from sowhat.pictures.seen import LONGEST, Guess, Near, Pixels
from sowhat.pictures.wanted import Found, Reading, Region, Wanted, Why

READABLE = 1280  # pixels of the long side: enough for the words of a picture

Source = Callable[[Wanted, int], Opened]


def look(
    path: str, kind: DeckKind, password: str | None, wanted: tuple[Wanted, ...]
) -> tuple[Found, ...]:
    """Return what each wanted picture of the deck at ``path`` shows."""
    with source(path, kind, password) as take:
        return tuple(_looked(take, item) for item in wanted)


def look_drawn(png: bytes, regions: tuple[Region, ...]) -> tuple[Found, ...]:
    """Return what each region of a drawn slide shows."""
    with Image.open(BytesIO(png), formats=("PNG",)) as image:
        image.load()
        return tuple(_region(image, region) for region in regions)


def read(path: str, kind: DeckKind, password: str | None, wanted: Wanted) -> Reading:
    """Read the words of one picture, and look at it again with them."""
    with source(path, kind, password) as take:
        try:
            small = take(wanted, LONGEST)
            large = small if wanted.mark else take(wanted, READABLE)
            lines = ocr.lines(large.pixels)
        except UnseenError as error:
            return Reading(why=error.why)
    near = replace(wanted.near, words=(*wanted.near.words, *lines), read=True)
    return Reading(lines, _guess(small.pixels, near))


def read_drawn(png: bytes) -> Reading:
    """Read the words of a drawn slide."""
    with Image.open(BytesIO(png), formats=("PNG",)) as image:
        return Reading(ocr.lines_of(png, image.size))


@contextmanager
def source(path: str, kind: DeckKind, password: str | None) -> Iterator[Source]:
    """Give a function that opens the pictures of a deck."""
    with ExitStack() as stack:
        if kind is DeckKind.PDF:
            pages = stack.enter_context(Pages(path, password))
            yield lambda item, size: pages.opened(item.slide, item.sha256, size)
        else:
            parts = package(path, password)
            yield lambda item, size: opened(parts.data(item.sha256) or b"", item.crop, size)


def _looked(take: Source, item: Wanted) -> Found:
    try:
        seen = take(item, LONGEST)
        return Found(_guess(seen.pixels, item.near), seen.less)
    except UnseenError as error:
        return Found(why=error.why)
    except MemoryError:
        return Found(why=Why.HUGE)


def _region(image: Image.Image, region: Region) -> Found:
    try:
        pixels = drawn(image, region.box)
    except UnseenError as error:
        return Found(why=error.why)
    if (pixels == pixels[0, 0]).all():  # the drawing left it out
        return Found(why=Why.BLANK)
    return Found(_guess(pixels, region.near))


def _guess(pixels: Pixels, near: Near) -> Guess:
    return kind_of(pixels, near)
