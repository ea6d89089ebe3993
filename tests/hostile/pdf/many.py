"""Too many of everything."""

from __future__ import annotations

from functools import partial

from tests.hostile import OPENS, Hostile
from tests.hostile.pdf.raw import Raw, built


def _pages(count: int, deck: Raw) -> None:
    content = deck.stream(b"BT /F1 24 Tf 60 300 Td (Your closing takes nine days) Tj ET")
    for _ in range(count):
        deck.page_of(content)


def _same(deck: Raw) -> None:
    """One page five hundred times."""
    deck.page()
    deck.kids *= 500


def _bookmarks(deck: Raw) -> bytes:
    deck.page()
    top = len(deck.objects) + 1
    deck.add(b"<< /First %d 0 R /Last %d 0 R >>" % (top + 1, top + 5_000))
    for number in range(top + 1, top + 5_001):
        deck.add(
            b"<< /Title (Ours) /Parent %d 0 R /Next %d 0 R /Dest [0 /Fit] >>" % (top, number + 1)
        )
    return b"/Outlines %d 0 R" % top


def _notes(deck: Raw) -> None:
    note = b"<< /Type /Annot /Subtype /Text /Rect [9 9 29 29] /Contents (Ours) >>"
    link = b"<< /Type /Annot /Subtype /Link /Rect [9 9 29 29] /A << /S /URI /URI (http://a) >> >>"
    deck.page(entries=b"/Annots [%b]" % b" ".join((note, link) * 2_500))
    deck.page()


def _fields(deck: Raw) -> bytes:
    fields = b" ".join(
        b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (f%d) /V (Ours) /Rect [9 9 99 29] >>" % n
        for n in range(5_000)
    )
    deck.page(entries=b"/Annots [%b]" % fields)
    return b"/AcroForm << /Fields [] /NeedAppearances true >>"


def _layers(deck: Raw) -> bytes:
    numbers = [deck.add(b"<< /Type /OCG /Name (Layer) >>") for _ in range(2_000)]
    names = b" ".join(b"/L%d %d 0 R" % pair for pair in enumerate(numbers))
    content = b"".join(
        b"/OC /L%d BDC BT /F1 9 Tf 60 %d Td (Nine days) Tj ET EMC\n" % (n, n % 400)
        for n in range(2_000)
    )
    deck.page(content, b"/Properties << %b >>" % names)
    refs = b" ".join(b"%d 0 R" % number for number in numbers)
    return b"/OCProperties << /OCGs [%b] /D << /OFF [%b] >> >>" % (refs, refs)


KINDS = (
    Hostile("two hundred pages", OPENS, built(partial(_pages, 200))),
    Hostile("two thousand pages", OPENS, built(partial(_pages, 2_000)), slow=True),
    Hostile(
        "five thousand pages",
        OPENS,
        built(partial(_pages, 5_000)),
        gaps=("slides",),
        slow=True,
        uncopied="too-large",
    ),
    Hostile("one page five hundred times", OPENS, built(_same), slow=True),
    Hostile("five thousand bookmarks", OPENS, built(_bookmarks)),
    Hostile("five thousand remarks", OPENS, built(_notes)),
    Hostile("five thousand fields", OPENS, built(_fields)),
    Hostile("two thousand layers", OPENS, built(_layers)),
)
