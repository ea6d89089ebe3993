"""The PDF reader on fonts that tell little: letters without an outline, flat ones, odd spaces."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from sowhat.model import Slide, Unseen
from tests.read.pdf_factory import HIGH, WIDE, Pages, deck_of, texts

FULL = b"500 0 d0 0 0 400 700 re f"
FLAT = b"1000 0 d0 50 300 900 60 re f"
NO_OUTLINE = b"500 0 d0 0 0 400 1 re f"
BLANK = b"500 0 d0"


def unicode_of(meanings: dict[int, str]) -> bytes:
    """Return a font's table of what its codes mean."""
    rows = "\n".join(f"<{code:02x}> <{ord(char):04x}>" for code, char in meanings.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(meanings)} beginbfchar\n{rows}\nendbfchar\n"
        "endcmap end end"
    ).encode()


def deck_in(path: Path, letters: dict[int, tuple[str, bytes, int]], shown: str) -> Slide:
    """Return a page that shows ``shown`` at 20 points; ``letters`` are the meaning, the drawing and
    the width behind each code."""
    Pages(path).save()
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        last = max(letters)
        font = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=Array([0, 0, 1000, 1000]),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
            FirstChar=0,
            LastChar=last,
            Widths=Array([letters[code][2] if code in letters else 0 for code in range(last + 1)]),
            Encoding=Dictionary(
                Type=Name.Encoding,
                Differences=Array([x for code in letters for x in (code, Name(f"/g{code}"))]),
            ),
            CharProcs=Dictionary(
                {
                    f"/g{code}": file.make_stream(drawing)
                    for code, (_, drawing, _) in letters.items()
                }
            ),
            ToUnicode=file.make_stream(
                unicode_of({code: meaning for code, (meaning, _, _) in letters.items()})
            ),
        )
        page = file.pages[0]
        page.Resources = Dictionary(Font=Dictionary(T=file.make_indirect(font)))
        page.Contents = file.make_stream(f"BT /T 20 Tf 50 300 Td <{shown}> Tj ET".encode())
        file.save(path)
    return deck_of(path).slides[0]


@pytest.mark.parametrize(
    ("letter", "width"), [(("\u4e00", FLAT), 1000), (("A", NO_OUTLINE), 500)], ids=["flat", "none"]
)
def test_a_letter_without_height_has_the_size_of_its_font(
    tmp_path: Path, letter: tuple[str, bytes], width: int
) -> None:
    slide = deck_in(tmp_path / "deck.pdf", {65: (*letter, width)}, "414141")
    assert slide.unseen == ()
    assert texts(slide) == [3 * letter[0]]
    assert slide.blocks[0].size == pytest.approx(20)
    box = slide.blocks[0].box
    assert box is not None
    assert box.height * HIGH > 10
    assert box.width * WIDE == pytest.approx(60 if width == 1000 else 28, abs=4)


def test_a_blank_that_means_nothing_is_a_space(tmp_path: Path) -> None:
    letters = {3: ("\x03", BLANK, 500), 65: ("A", FULL, 500), 66: ("B", FULL, 500)}
    slide = deck_in(tmp_path / "deck.pdf", letters, "414241420342414241")
    assert texts(slide) == ["ABAB BABA"]


def test_a_sign_with_ink_that_means_nothing_is_no_space(tmp_path: Path) -> None:
    letters = {3: ("\x03", FULL, 500), 65: ("A", FULL, 500), 66: ("B", FULL, 500)}
    slide = deck_in(tmp_path / "deck.pdf", letters, "414241420342414241")
    assert texts(slide) == ["ABABBABA"]


@pytest.mark.parametrize("mode", [5, 7])
def test_letters_that_cut_what_is_painted_next_are_seen(tmp_path: Path, mode: int) -> None:
    pages = Pages(tmp_path / "deck.pdf").text(50, 60, "What everyone can read", 24)
    line = pages.canvas.beginText(50, 200)
    line.setFont("Helvetica-Bold", 40)
    line.setTextRenderMode(mode)
    line.textOut("Cut out")
    pages.canvas.drawText(line)
    pages.canvas.setFillColorRGB(0, 0, 0.8)
    pages.canvas.rect(0, 0, WIDE, 300, stroke=0, fill=1)
    slide = deck_of(pages.save()).slides[0]
    assert texts(slide) == ["What everyone can read", "Cut out"]
    assert slide.unseen == ()


@pytest.mark.parametrize(("strength", "seen"), [(0.0, False), (0.5, True)])
def test_a_form_painted_with_no_strength_is_hidden(
    tmp_path: Path, strength: float, seen: bool
) -> None:
    pages = Pages(tmp_path / "deck.pdf").text(50, 60, "What everyone can read", 24)
    pages.canvas.beginForm("group")
    pages.text(50, 200, "Left over from the template", 20)
    pages.canvas.endForm()
    pages.canvas.setFillAlpha(strength)
    pages.canvas.doForm("group")
    path = pages.save()
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        for form in file.pages[0].Resources.XObject.values():
            form.Group = Dictionary(S=Name.Transparency)
        file.save(path)
    slide = deck_of(path).slides[0]
    assert ("Left over from the template" in texts(slide)) is seen
    assert [block.unseen for block in slide.unseen] == ([] if seen else [Unseen.HIDDEN])
