"""Kinds whose zip is hostile or odd, whatever stands in its parts."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from tests.hostile import OPENS, Hostile
from tests.hostile.powerpoint import zips
from tests.hostile.powerpoint.parts import (
    MAIN,
    SLIDE,
    SLIDE_RELATIONS,
    TYPES,
    Parts,
    packed,
    plain,
)
from tests.hostile.powerpoint.zips import Entry, bomb, entries, entry, written

Made = Callable[[Path], Path]
APP = "docProps/app.xml"


def archive(change: Callable[[list[Entry]], Sequence[Entry] | None]) -> Made:
    """Return what saves the plain deck after ``change`` of its entries."""

    def make(folder: Path) -> Path:
        items = entries(plain())
        return written(change(items) or items, folder / "deck.pptx")

    return make


def swapped(part: str, other: Callable[[Entry], Entry]) -> Made:
    """Return what saves the plain deck with another entry for ``part``."""
    name = part.encode()
    return archive(lambda items: [other(e) if e.name == name else e for e in items])


def more(*others: Entry) -> Made:
    """Return what saves the plain deck with more entries at its end."""
    return archive(lambda items: [*items, *others])


def cut(share: float) -> Made:
    """Return what saves the plain deck without what follows ``share`` of it."""

    def make(folder: Path) -> Path:
        path = packed(plain(), folder / "deck.pptx")
        data = path.read_bytes()
        path.write_bytes(data[: int(len(data) * share)])
        return path

    return make


def saved(name: str, data: Callable[[bytes], bytes]) -> Made:
    """Return what saves the plain deck's bytes, changed."""

    def make(folder: Path) -> Path:
        path = packed(plain(), folder / name)
        path.write_bytes(data(path.read_bytes()))
        return path

    return make


def _overlapping(items: list[Entry]) -> list[Entry]:
    kernel = bomb("ppt/bomb0.xml", 60)
    first = len(items)
    others = (replace(kernel, name=f"ppt/bomb{n}.xml".encode(), at=first) for n in range(1, 100))
    return [*items, kernel, *others]


def _listed(count: int) -> Callable[[list[Entry]], list[Entry]]:
    def change(items: list[Entry]) -> list[Entry]:
        return [*items, *(replace(items[0], name=b"x/%d.bin" % n, at=0) for n in range(count))]

    return change


def _twice(items: list[Entry]) -> list[Entry]:
    other = plain()[SLIDE].replace(b"nine days", b"ten days")
    return [entry(SLIDE, other), entry(TYPES, b"<Types/>"), *items]


def _renamed(new: Callable[[str], str]) -> Made:
    def make(folder: Path) -> Path:
        return written(
            (entry(new(name), data) for name, data in plain().items()), folder / "deck.pptx"
        )

    return make


def _with_method(method: int) -> Made:
    def make(folder: Path) -> Path:
        path = folder / "deck.pptx"
        with zipfile.ZipFile(path, "w", method) as package:
            for name, data in plain().items():
                package.writestr(name, data)
        return path

    return make


def _flipped(folder: Path) -> Path:
    """Turn bits in the packed bytes of the slide."""
    items = entries(plain())
    draw = random.Random(5)
    for index, item in enumerate(items):
        if item.name == SLIDE.encode():
            data = bytearray(item.packed)
            for _ in range(40):
                data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
            items[index] = replace(item, packed=bytes(data))
    return written(items, folder / "deck.pptx")


def _commented(folder: Path) -> Path:
    comment = b"PK\5\6" + bytes(18) + b"a comment that looks like an end"
    return written(entries(plain()), folder / "deck.pptx", comment=comment)


def _followed(folder: Path) -> Path:
    return written(entries(plain()), folder / "deck.pptx", after=bytes(300))


def _large(*, names: Sequence[str]) -> Made:
    def change(items: list[Entry]) -> list[Entry]:
        return [*items, *(zips.hole(name, 120 * zips.MIB) for name in names)]

    return archive(change)


def _without(*names: str) -> Made:
    def make(folder: Path) -> Path:
        parts: Parts = {name: data for name, data in plain().items() if name not in names}
        return packed(parts, folder / "deck.pptx")

    return make


_TRICKS = (
    b"../../../../tmp/outside.xml",
    b"/etc/passwd",
    b"C:\\Windows\\win.ini",
    b"..\\..\\up.xml",
    b"ppt/slides/\0.xml",
    b"ppt//slides///x.xml",
    b"./ppt/y.xml",
    b"CON",
    b"a:b",
    b"\xff\xfe.xml",
    b"n" * 60_000 + b".xml",
    b"",
    b"ppt/slides/line\nbreak\x1b[31m.xml",
)

_FILMS = (
    "ppt/media/film.mp4",
    "ppt/media/sound.wav",
    "ppt/fonts/font1.fntdata",
    "ppt/embeddings/oleObject1.bin",
    "ppt/media/image9.png",
)

KINDS = (
    Hostile("a part that unpacks to 2 GiB", "too-large", more(bomb("ppt/bomb.xml", 2048))),
    Hostile(
        "parts that unpack to 3 GiB together",
        "too-large",
        more(*(bomb(f"ppt/bomb{n}.xml", 60) for n in range(50))),
    ),
    Hostile("parts that share their bytes", "too-large", archive(_overlapping)),
    Hostile(
        "a slide that hides its size",
        OPENS,
        swapped(SLIDE, lambda e: replace(bomb(SLIDE, 2048, plain()[SLIDE]), size=e.size)),
        gaps=("shape",),
    ),
    Hostile(
        "a main part that hides its size",
        "damaged",
        swapped(MAIN, lambda e: replace(bomb(MAIN, 2048, plain()[MAIN]), size=e.size)),
    ),
    Hostile(
        "a checksum that is wrong",
        OPENS,
        swapped(SLIDE, lambda e: replace(e, crc=1)),
        gaps=("shape",),
    ),
    Hostile("turned bits in a slide", OPENS, _flipped, gaps=("shape",)),
    Hostile("21,000 entries", "too-large", archive(_listed(21_000))),
    Hostile("60,000 entries", "too-large", archive(_listed(60_000))),
    Hostile("parts twice", OPENS, archive(_twice)),
    Hostile("names that lead outside", OPENS, more(*(entry(n, b"<x/>") for n in _TRICKS))),
    Hostile("backslashes in names", OPENS, _renamed(lambda name: name.replace("/", "\\"))),
    Hostile("names in capitals", OPENS, _renamed(lambda n: n if n == TYPES else n.upper())),
    Hostile("names with a slash ahead", OPENS, _renamed(lambda name: f"/{name}")),
    Hostile(
        "entries that are locked",
        "password",
        archive(lambda items: [replace(e, flags=1) for e in items]),
    ),
    Hostile("packed by LZMA", "unsupported", _with_method(zipfile.ZIP_LZMA)),
    Hostile("packed by bzip2", "unsupported", _with_method(zipfile.ZIP_BZIP2)),
    Hostile(
        "an unknown packing",
        "unsupported",
        archive(lambda items: [replace(e, method=99) for e in items]),
    ),
    Hostile("one part packed otherwise", OPENS, swapped(APP, lambda e: replace(e, method=97))),
    Hostile("a comment like an end", "not-a-deck", _commented),
    Hostile("bytes behind the end", OPENS, _followed),
    Hostile("bytes before the start", "not-a-deck", saved("deck.pptx", lambda d: bytes(64) + d)),
    Hostile(
        "a wrong list of entries",
        "damaged",
        saved("deck.pptx", lambda d: d.replace(b"PK\1\2", b"PK\1\1")),
    ),
    Hostile(
        "a wrong start of entries",
        "damaged",
        saved("deck.pptx", lambda d: d[:4] + d[4:].replace(b"PK\3\4", b"PK\3\5")),
    ),
    Hostile("films, fonts and files of 600 MiB", OPENS, _large(names=_FILMS), copied=False),
    Hostile("a copy of films of 600 MiB", OPENS, _large(names=_FILMS), slow=True),
    Hostile("no list of types", "not-a-deck", _without(TYPES)),
    Hostile("no main part", "damaged", _without(MAIN)),
    Hostile("no slide", OPENS, _without(SLIDE), gaps=("shape",)),
    Hostile("no relations of the slide", OPENS, _without(SLIDE_RELATIONS)),
    *(
        Hostile(f"cut at {share:.0%}", "damaged", cut(share))
        for share in (0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.97, 0.999)
    ),
)
