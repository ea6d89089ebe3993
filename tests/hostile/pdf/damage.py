"""Files that were cut off, overwritten, put together wrongly, or are something else."""

from __future__ import annotations

import random
import zlib
from functools import partial
from io import BytesIO
from pathlib import Path

import pikepdf

from tests import decks
from tests.hostile import OPENS, Hostile
from tests.hostile.pdf.raw import WORDS, Make, Raw, saved

SEED = 20261122


def plain() -> bytes:
    """Return a deck of three pages."""
    deck = Raw()
    for _ in range(3):
        deck.page()
    return deck.whole()


def modern() -> bytes:
    """Return the same with its objects in packed streams, as most programs write it."""
    out = BytesIO()
    with pikepdf.open(BytesIO(plain())) as pdf:
        mode = pikepdf.ObjectStreamMode.generate
        pdf.save(out, object_stream_mode=mode, static_id=True)
    return out.getvalue()


def _cut(share: float, folder: Path) -> Path:
    data = plain()
    return saved(folder, data[: int(len(data) * share)])


def _cut_modern(share: float, folder: Path) -> Path:
    data = modern()
    return saved(folder, data[: int(len(data) * share)])


def _beheaded(folder: Path) -> Path:
    return saved(folder, plain()[40:])


def _late(folder: Path) -> Path:
    """A kilobyte of other bytes before it, as mail programs put there."""
    return saved(folder, b"X-Mail: canary\n" * 60 + plain())


def _changed(old: bytes, new: bytes) -> Make:
    def make(folder: Path) -> Path:
        data = plain()
        assert old in data
        return saved(folder, data.replace(old, new))

    return make


def _noise(folder: Path) -> Path:
    """Every hundredth byte another one."""
    chance, data = random.Random(SEED), bytearray(plain())
    for at in range(20, len(data), 100):
        data[at] = chance.randrange(256)
    return saved(folder, bytes(data))


def _loop_of_tables(folder: Path) -> Path:
    """A table whose earlier table is itself."""
    data = plain()
    start = data.rindex(b"xref\n0")
    return saved(folder, data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % start))


def _table_of_millions(folder: Path) -> Path:
    """A packed table that tells of two thousand million objects."""
    rows = zlib.compress(bytes(5) * 1000, 9)
    data = plain()[: plain().rindex(b"xref\n0")]
    table = (
        b"99 0 obj\n<< /Type /XRef /Size 2147483647 /Index [0 2147483646] /W [1 3 1] /Root 1 0 R "
    )
    table += b"/Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream\nendobj\n" % (
        len(rows),
        rows,
    )
    return saved(folder, data + table + b"startxref\n%d\n%%%%EOF" % len(data))


def _appended(folder: Path) -> Path:
    """An update that replaces what every reader saw first by something else."""
    data = plain()
    number, start = 4, data.rindex(b"xref\n0")
    words = b"BT /F1 24 Tf 60 300 Td (We are the leader) Tj ET\n"
    place = len(data)
    data += b"%d 0 obj\n<< /Length %d >>\nstream\n%b\nendstream\nendobj\n" % (
        (number, len(words), words)
    )
    table = len(data)
    data += b"xref\n%d 1\n%010d 00000 n \n" % (number, place)
    data += b"trailer\n<< /Size 20 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
        start,
        table,
    )
    return saved(folder, data)


def _many_updates(folder: Path) -> Path:
    """Three thousand updates, each of nothing."""
    data = bytearray(plain())
    last = data.rindex(b"xref\n0")
    for _ in range(3_000):
        table = len(data)
        data += b"xref\n0 0\ntrailer\n<< /Size 20 /Root 1 0 R /Prev %d >>\n" % last
        data += b"startxref\n%d\n%%%%EOF\n" % table
        last = table
    return saved(folder, bytes(data))


def _two_decks(folder: Path) -> Path:
    return saved(folder, plain() + plain())


def _renamed(folder: Path) -> Path:
    return saved(folder, plain(), "deck.pptx")


def _other_way(folder: Path) -> Path:
    return decks.vendor_pptx(folder / "deck.pdf")


def _text(folder: Path) -> Path:
    return saved(folder, b"Dear customer,\nplease find our trailer attached.\n")


def _no_pages(folder: Path) -> Path:
    return saved(folder, Raw().whole())


def _other_text(folder: Path) -> Path:
    return saved(folder, b"potato salad\n")


def _zeros(folder: Path) -> Path:
    """A head, and then what a disk leaves that died."""
    return saved(folder, b"%PDF-1.7\n" + bytes(5_000_000))


def _brackets(folder: Path) -> Path:
    return saved(folder, b"%PDF-1.7\n1 0 obj\n" + b"<<" * 500_000 + b"[" * 500_000)


def _objects_of_nothing(folder: Path) -> Path:
    """Forty thousand beginnings of objects."""
    return saved(folder, b"%PDF-1.7\n" + b"".join(b"%d 0 obj\n" % n for n in range(1, 40_000)))


def _missing_page(folder: Path) -> Path:
    deck = Raw()
    deck.page()
    deck.kids += [77, 78]
    return deck.save(folder)


def _wrong_filter(folder: Path) -> Path:
    """Contents that PDFium cannot unpack."""
    deck = Raw()
    deck.page_of(deck.stream(WORDS, b"/Filter [/Nonesuch /FlateDecode]"))
    deck.page()
    return deck.save(folder)


def _cut_stream(folder: Path) -> Path:
    """Contents of which the second half is not there."""
    deck = Raw()
    packed = zlib.compress(WORDS * 50, 9)
    deck.page_of(deck.stream(packed[: len(packed) // 2], b"/Filter /FlateDecode"))
    deck.page()
    return deck.save(folder)


KINDS = (
    Hostile("cut off after a head", "damaged", partial(_cut, 0.02)),
    Hostile("cut off after a half", OPENS, partial(_cut, 0.5), gaps=("mended",)),
    Hostile("cut off after two thirds", OPENS, partial(_cut, 0.66), gaps=("mended",)),
    Hostile("cut off in its table", OPENS, partial(_cut, 0.9)),
    Hostile("cut off before its end", OPENS, partial(_cut, 0.99)),
    Hostile("packed and cut off at a third", "damaged", partial(_cut_modern, 0.33)),
    Hostile("packed and cut off at nine tenths", "damaged", partial(_cut_modern, 0.9)),
    Hostile("without its head", OPENS, _beheaded, gaps=("mended",), uncopied="damaged"),
    Hostile("after other bytes", OPENS, _late),
    Hostile("a table of wrong places", OPENS, _changed(b" 00000 n", b"7 0000 n")),
    Hostile("a table elsewhere", OPENS, _changed(b"startxref\n", b"startxref\n9")),
    Hostile("no table", OPENS, _changed(b"xref", b"xxxx")),
    Hostile("no trailer", OPENS, _changed(b"trailer", b"xxxxxxx"), gaps=("mended",)),
    Hostile(
        "no list of pages", OPENS, _changed(b"/Pages 2 0 R", b"/Pages 77 0 R"), uncopied="damaged"
    ),
    Hostile(
        "a list that tells of a million pages", OPENS, _changed(b"/Count 3", b"/Count 1000000")
    ),
    Hostile("a list that tells of fewer than none", OPENS, _changed(b"/Count 3", b"/Count -3")),
    Hostile("streams of wrong lengths", OPENS, _changed(b"/Length ", b"/Length 9")),
    Hostile("noise", OPENS, _noise, uncopied="damaged"),
    Hostile("a table that follows itself", OPENS, _loop_of_tables),
    Hostile("a table of thousands of millions", OPENS, _table_of_millions),
    Hostile("an update that changes the words", OPENS, _appended),
    Hostile("thousands of updates", OPENS, _many_updates),
    Hostile("two decks in one file", OPENS, _two_decks),
    Hostile("a page that is not there", OPENS, _missing_page, gaps=("page",), uncopied="damaged"),
    Hostile("an unknown filter", OPENS, _wrong_filter),
    Hostile("half of its contents", OPENS, _cut_stream),
    Hostile("a PDF called .pptx", OPENS, _renamed),
    Hostile("a .pptx called .pdf", OPENS, _other_way),
    Hostile("a letter with a trailer", "not-a-deck", _text),
    Hostile("a recipe", "not-a-deck", _other_text),
    Hostile("no pages", "no-slides", _no_pages),
    Hostile("a head and nothing", "damaged", _zeros),
    Hostile("brackets without end", "damaged", _brackets),
    Hostile("objects of nothing", "damaged", _objects_of_nothing),
)
