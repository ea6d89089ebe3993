"""Pages of sizes that no paper has, and places that no page has."""

from __future__ import annotations

from tests.hostile import OPENS, Hostile
from tests.hostile.pdf.raw import SIZE, WORDS, Make, Raw, built, page

ENDLESS = b"9" * 60
FAR = (
    b"BT /F1 24 Tf 1 0 0 1 1e9 -1e9 Tm (Far) Tj 9999999999 0 Td (Farther) Tj ET\n"
    b"BT /F1 99999999 Tf 60 60 Td (Giant) Tj ET BT /F1 0 Tf 60 60 Td (Nothing) Tj ET\n"
    b"BT /F1 24 Tf nan inf Td (None) Tj " + ENDLESS + b" 0 0 " + ENDLESS + b" 0 0 Tm (End) Tj ET\n"
    b"0 0 0 0 0 0 cm BT /F1 24 Tf 60 60 Td (Flat) Tj ET\n"
    b"q " + ENDLESS + b" 0 0 -" + ENDLESS + b" 0 0 cm 0 0 99 99 re f Q -1e300 0 1e300 9 re f\n"
)


def _sized(box: bytes, entries: bytes = b"", content: bytes = WORDS) -> Make:
    return page(content, entries=entries, size=b"/MediaBox [" + box + b"]")


def _turned(deck: Raw) -> None:
    for turn in (b"90", b"180", b"270", b"-90", b"450", b"45", b"99999999999", b"(up)"):
        deck.page(entries=b"/Rotate " + turn)


def _mixed(deck: Raw) -> None:
    """Each page of another size, one in units of its own."""
    for wide, high in ((100, 100), (720, 405), (30, 3000), (3000, 30), (14_400, 14_400)):
        deck.page(size=b"/MediaBox [0 0 %d %d]" % (wide, high), entries=b"/UserUnit 75000")


KINDS = (
    Hostile("a page without size", OPENS, page(size=b"")),
    Hostile("a page of no size", OPENS, _sized(b"0 0 0 0")),
    Hostile("a page a hair wide", OPENS, _sized(b"0 0 .01 700"), gaps=("page-size",)),
    Hostile("a page 1 by 100,000", OPENS, _sized(b"0 0 1 100000")),
    Hostile("a page 100,000 by 1", OPENS, _sized(b"0 0 100000 1")),
    Hostile(
        "a page as large as a town", OPENS, _sized(b"0 0 100000000 100000000"), gaps=("page-size",)
    ),
    Hostile("a page as large as a field", OPENS, _sized(b"0 0 200000 200000")),
    Hostile(
        "a page without an end",
        OPENS,
        _sized(b"0 0 %b %b" % (ENDLESS, ENDLESS)),
        uncopied="damaged",
    ),
    Hostile("a page of no numbers", OPENS, _sized(b"nan (a) /b null")),
    Hostile("a page cut beside itself", OPENS, page(entries=b"/CropBox [900 900 999 999]")),
    Hostile("a page upside down", OPENS, page(size=b"/MediaBox [720 405 0 0]")),
    Hostile("a page far from the origin", OPENS, _sized(b"-99999 -99999 -99279 -99594")),
    Hostile("pages turned in all ways", OPENS, built(_turned)),
    Hostile("pages of all sizes", OPENS, built(_mixed)),
    Hostile("places without end", OPENS, page(FAR + WORDS, size=SIZE)),
)
