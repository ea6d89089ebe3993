"""Things that hold themselves."""

from __future__ import annotations

from tests.hostile import OPENS, Hostile
from tests.hostile.pdf.raw import WORDS, Raw, built

FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 720 405] "


def _form(deck: Raw) -> None:
    number = len(deck.objects) + 1
    own = b"/Resources << /Font << /F1 3 0 R >> /XObject << /X %d 0 R >> >>" % number
    deck.stream(WORDS + b"/X Do /X Do /X Do", FORM + own)
    deck.page(b"/X Do", b"/XObject << /X %d 0 R >>" % number)
    deck.page()


def _form_once(deck: Raw) -> None:
    number = len(deck.objects) + 1
    own = b"/Resources << /Font << /F1 3 0 R >> /XObject << /X %d 0 R >> >>" % number
    deck.stream(WORDS + b"/X Do", FORM + own)
    deck.page(b"/X Do", b"/XObject << /X %d 0 R >>" % number)
    deck.page()


def _two_forms(deck: Raw) -> None:
    one, other = len(deck.objects) + 1, len(deck.objects) + 2
    for inner in (other, one):
        own = b"/Resources << /XObject << /X %d 0 R >> >>" % inner
        deck.stream(b"/X Do " * 9, FORM + own)
    deck.page(WORDS + b"/X Do", b"/XObject << /X %d 0 R >>" % one)
    deck.page()


def _pages(deck: Raw) -> None:
    """The list of pages is one of its own entries."""
    deck.page()
    deck.put(2, b"<< /Type /Pages /Count 9 /Kids [2 0 R %d 0 R 2 0 R] >>" % deck.kids[0])


def _deep_pages(deck: Raw) -> None:
    """Lists of pages in lists of pages, 3,000 deep."""
    deck.page()
    inner = deck.kids[0]
    for _ in range(3_000):
        inner = deck.add(b"<< /Type /Pages /Parent 2 0 R /Count 1 /Kids [%d 0 R] >>" % inner)
    deck.put(2, b"<< /Type /Pages /Count 1 /Kids [%d 0 R] >>" % inner)


def _parents(deck: Raw) -> None:
    """A page whose parent is the page; its size is to be asked of it."""
    deck.page()
    deck.page(size=b"", entries=b"/Parent %d 0 R" % (len(deck.objects) + 2))


def _outline(deck: Raw) -> bytes:
    first = len(deck.objects) + 1
    deck.add(b"<< /First %d 0 R /Last %d 0 R /Count 9 >>" % (first + 1, first + 1))
    deck.add(
        b"<< /Title (Again) /Parent %d 0 R /Next %d 0 R /First %d 0 R /Dest [0 /Fit] >>"
        % (first, first + 1, first)
    )
    deck.page()
    return b"/Outlines %d 0 R" % first


def _names(deck: Raw) -> bytes:
    tree = deck.add(b"")
    deck.put(tree, b"<< /Kids [%d 0 R %d 0 R] /Limits [(a) (z)] >>" % (tree, tree))
    deck.page(entries=b"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 99 99] /Dest (here) >>]")
    return b"/Names << /Dests %d 0 R >> /PageLabels %d 0 R" % (tree, tree)


def _letters(deck: Raw) -> None:
    """A font whose letters are drawn with the font itself."""
    font = len(deck.objects) + 2
    glyph = deck.stream(b"500 0 d0 BT /F 1 Tf (a) Tj ET 0 0 500 500 re f")
    deck.add(
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 500] /FontMatrix [.001 0 0 .001 0 0] "
        b"/CharProcs << /a %d 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 "
        b"/LastChar 97 /Widths [500] /Resources << /Font << /F %d 0 R >> >> >>" % (glyph, font)
    )
    deck.page(WORDS + b"BT /F 40 Tf 60 60 Td (aaa) Tj ET", entries=b"")
    body = deck.objects[-1].replace(b"/F1 3 0 R", b"/F1 3 0 R /F %d 0 R" % font)
    deck.put(len(deck.objects), body)


def _descendants(deck: Raw) -> None:
    """A composite font that is its own part."""
    font = deck.add(b"")
    deck.put(
        font,
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H "
        b"/DescendantFonts [%d 0 R] /ToUnicode %d 0 R >>" % (font, font),
    )
    deck.page(WORDS + b"BT /F 40 Tf 60 60 Td (aaaa) Tj ET")
    body = deck.objects[-1].replace(b"/F1 3 0 R", b"/F1 3 0 R /F %d 0 R" % font)
    deck.put(len(deck.objects), body)


def _cmap(deck: Raw) -> None:
    """A table of letters that uses itself."""
    table = deck.stream(
        b"/CIDInit /ProcSet findresource begin begincmap\n"
        b"1 begincodespacerange <00> <ff> endcodespacerange\n"
        b"2 beginbfrange <00> <ffffffff> <0041> <00> <ff> [] endbfrange endcmap",
        b"/UseCMap %d 0 R" % (len(deck.objects) + 1),
    )
    deck.put(3, b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode %d 0 R >>" % table)
    deck.page()


def _space(deck: Raw) -> None:
    """A colour space that rests on itself."""
    space = deck.add(b"")
    deck.put(space, b"[/Indexed %d 0 R 255 <00>]" % space)
    deck.page(WORDS + b"/C cs 1 sc 0 0 99 99 re f", b"/ColorSpace << /C %d 0 R >>" % space)
    deck.page()


def _lengths(deck: Raw) -> None:
    """A stream whose length is the stream."""
    number = len(deck.objects) + 1
    deck.add(b"<< /Length %d 0 R >>\nstream\n%b\nendstream" % (number, WORDS))
    deck.page_of(number)
    deck.page()


def _notes(deck: Raw) -> None:
    """Remarks that answer each other, whose looks are their own."""
    note = len(deck.objects) + 1
    deck.stream(
        b"/X Do",
        FORM + b"/Subtype /Text /Rect [0 0 99 99] /Contents (Ours) /IRT %d 0 R "
        b"/Parent %d 0 R /Popup %d 0 R /AP << /N %d 0 R >> "
        b"/Resources << /XObject << /X %d 0 R >> >>" % ((note,) * 5),
    )
    deck.page(entries=b"/Annots [%d 0 R %d 0 R]" % (note, note))


def _fields(deck: Raw) -> bytes:
    """A field of a form that is its own child."""
    field = len(deck.objects) + 1
    deck.add(
        b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (ours) /Rect [9 9 99 99] "
        b"/Kids [%d 0 R] /Parent %d 0 R >>" % (field, field)
    )
    deck.page(entries=b"/Annots [%d 0 R]" % field)
    return b"/AcroForm << /Fields [%d 0 R] /NeedAppearances true >>" % field


def _structure(deck: Raw) -> bytes:
    tree = deck.add(b"")
    deck.put(tree, b"<< /Type /StructTreeRoot /K [%d 0 R %d 0 R] >>" % (tree, tree))
    deck.page()
    deck.page()
    return b"/StructTreeRoot %d 0 R /MarkInfo << /Marked true >>" % tree


def _layers(deck: Raw) -> bytes:
    """A layer whose order and whose rule hold themselves."""
    rule = len(deck.objects) + 1
    deck.add(b"<< /Type /OCMD /OCGs [%d 0 R] /P /AllOff /VE [/And %d 0 R] >>" % (rule, rule))
    deck.page(b"/OC /L BDC " + WORDS + b" EMC", b"/Properties << /L %d 0 R >>" % rule)
    deck.page()
    return b"/OCProperties << /OCGs [%d 0 R] /D << /OFF [%d 0 R] /Order [%d 0 R] >> >>" % (
        (rule,) * 3
    )


def _nested(deck: Raw) -> None:
    """Lists in lists, 100,000 deep."""
    deck.page(entries=b"/Extra " + b"[" * 100_000 + b"]" * 100_000)
    deck.page()


KINDS = (
    Hostile("a form in itself", OPENS, built(_form), gaps=("page-heavy",)),
    Hostile("a form in itself, once", OPENS, built(_form_once)),
    Hostile("two forms in each other", OPENS, built(_two_forms)),
    Hostile("a list of pages in itself", OPENS, built(_pages), uncopied="damaged"),
    Hostile("lists of pages, 3,000 deep", OPENS, built(_deep_pages), uncopied="damaged"),
    Hostile("a page that is its own parent", OPENS, built(_parents)),
    Hostile("an outline in itself", OPENS, built(_outline)),
    Hostile("a tree of names in itself", OPENS, built(_names)),
    Hostile("a font drawn with itself", OPENS, built(_letters)),
    Hostile("a font that is its own part", OPENS, built(_descendants)),
    Hostile("a table of letters in itself", OPENS, built(_cmap)),
    Hostile("a colour space in itself", OPENS, built(_space)),
    Hostile("a stream that is its own length", OPENS, built(_lengths)),
    Hostile("remarks that answer each other", OPENS, built(_notes)),
    Hostile("a field in itself", OPENS, built(_fields)),
    Hostile("a structure in itself", OPENS, built(_structure)),
    Hostile("layers in themselves", OPENS, built(_layers)),
    Hostile("lists in lists, 100,000 deep", OPENS, built(_nested), uncopied="damaged"),
)
