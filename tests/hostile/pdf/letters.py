"""Words that are too many, too large, unknown, or written in all directions."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.hostile import OPENS, Hostile
from tests.hostile.pdf.raw import HIGH, WIDE, WORDS, Raw, built, page


def _many(deck: Raw) -> None:
    """A quarter of a million letters on one page."""
    line = b"(" + b"Nine days " * 10 + b") Tj 0 -2 Td\n"
    deck.page_of(deck.packed(b"BT /F1 2 Tf 9 400 Td " + line * 2_500 + b"ET"))
    deck.page()


def _one_long(deck: Raw) -> None:
    """A word of 200,000 letters."""
    deck.page_of(deck.packed(b"BT /F1 2 Tf 9 300 Td (" + b"a" * 200_000 + b") Tj ET"))
    deck.page()


def _heap(deck: Raw) -> None:
    """Ten thousand words on one spot."""
    deck.page_of(deck.packed(b"BT /F1 9 Tf 60 300 Td (Nine) Tj ET\n" * 10_000))
    deck.page()


def _fonts(deck: Raw) -> None:
    """A thousand fonts."""
    fonts = [
        deck.add(b"<< /Type /Font /Subtype /Type1 /BaseFont /F%d >>" % n) for n in range(1_000)
    ]
    content = b"".join(
        b"BT /G%d 9 Tf 60 %d Td (Ours) Tj ET\n" % (n, 9 + n % 400) for n in range(1_000)
    )
    deck.page(content)
    names = b" ".join(b"/G%d %d 0 R" % pair for pair in enumerate(fonts))
    body = deck.objects[deck.kids[-1] - 1]
    deck.put(deck.kids[-1], body.replace(b"/F1 3 0 R", b"/F1 3 0 R " + names))
    deck.page()


def _broken_font(deck: Raw) -> None:
    """A font file of noise, and one that is cut off."""
    for data, key in ((b"\x00\x01\x00\x00\x00\x20" + b"\xff" * 3_000, b"2"), (b"%!PS-Ado", b"")):
        file = deck.stream(data, b"/Length1 %d /Length2 99999999 /Length3 -1" % len(data))
        about = deck.add(
            b"<< /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 1e9 -1e9] "
            b"/ItalicAngle 1e9 /Ascent 1e9 /Descent 1e9 /StemV 80 /FontFile%b %d 0 R >>"
            % (key, file)
        )
        deck.put(
            3,
            b"<< /Type /Font /Subtype /TrueType /BaseFont /X /FirstChar 255 /LastChar 0 "
            b"/Widths [1e9 -1e9 (a)] /FontDescriptor %d 0 R >>" % about,
        )
        deck.page()


def _meaningless(deck: Raw) -> None:
    """Letters whose table gives them the meaning of control characters and halves of letters."""
    table = deck.stream(
        b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n"
        b"3 beginbfrange <41> <5a> <0000> <61> <6a> <d800> <6b> <7a> <ffff> endbfrange endcmap"
    )
    deck.put(3, b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode %d 0 R >>" % table)
    deck.page()
    deck.page(b"BT /F1 24 Tf 60 300 Td (\\000\\001\\033[31m\\177\\302\\200) Tj ET")


def _written(name: str, font: str, lines: tuple[str, ...], *, slow: bool = False) -> Hostile:
    def make(folder: Path) -> Path:
        path = folder / "deck.pdf"
        pdfmetrics.registerFont(UnicodeCIDFont(font))
        canvas = Canvas(str(path), pagesize=(WIDE, HIGH), invariant=True)
        canvas.setFont(font, 24)
        for number, line in enumerate(lines):
            canvas.drawString(60, 300 - 40 * number, line)
        canvas.showPage()
        canvas.save()
        return path

    return Hostile(name, OPENS, make, slow=slow)


def _right_to_left(deck: Raw) -> None:
    """Hebrew and Arabic, letter for letter from the left as programs draw them, and with marks."""
    table = deck.stream(
        b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n"
        b"2 beginbfrange <41> <5a> <05d0> <61> <7a> <0627> endbfrange\n"
        b"2 beginbfchar <30> <202e> <31> <0651064b> endbfchar endcmap"
    )
    deck.put(3, b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode %d 0 R >>" % table)
    deck.page(b"BT /F1 24 Tf 60 300 Td (ABCD EFGH) Tj 0 -40 Td (0abc1 def) Tj ET")
    deck.page(b"BT /F1 24 Tf -1 0 0 1 600 300 Tm (HGFE DCBA) Tj ET")


def _names(deck: Raw) -> bytes:
    """Bookmarks, labels, remarks and properties with letters that turn lines round and rule."""
    turned = b"<FEFF202E202D2066206F2069000000070009000A001B005B0033003100AD>"
    note = b"<< /Type /Annot /Subtype /Text /Rect [9 9 29 29] /Contents %b /T %b >>"
    deck.page(entries=b"/Annots [%b]" % (note % (turned, turned)))
    top = len(deck.objects) + 1
    deck.add(b"<< /First %d 0 R /Last %d 0 R >>" % (top + 1, top + 1))
    deck.add(b"<< /Title %b /Parent %d 0 R /Dest [0 /Fit] >>" % (turned, top))
    return b"/Outlines %d 0 R /PageLabels << /Nums [0 << /P %b >>] >>" % (top, turned)


KINDS = (
    Hostile("a quarter of a million letters", OPENS, built(_many), gaps=("long-page",)),
    Hostile("a word of 200,000 letters", OPENS, built(_one_long), gaps=("long-page",)),
    Hostile("ten thousand words on one spot", OPENS, built(_heap)),
    Hostile("a thousand fonts", OPENS, built(_fonts)),
    Hostile("broken fonts", OPENS, built(_broken_font)),
    Hostile("from right to left", OPENS, built(_right_to_left)),
    Hostile("letters without a meaning", OPENS, built(_meaningless)),
    Hostile("names that rule the screen", OPENS, built(_names)),
    Hostile("a font that is not there", OPENS, page(WORDS.replace(b"/F1", b"/F9"))),
    _written("Chinese", "STSong-Light", ("我们是领先的供应商", "客户的关账需要九天")),
    _written(
        "Japanese", "HeiseiMin-W3", ("御社の決算は九日かかる", "弊社はリーダーです"), slow=True
    ),
    _written("Korean", "HYSMyeongJo-Medium", ("귀사의 결산은 9일이 걸립니다",), slow=True),
)
