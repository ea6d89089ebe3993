"""The PDF reader: words parted by hyphens, letters that fonts do not tell, letters set apart."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from sowhat.model import Block
from sowhat.read.pdf.lexicon import Lexicon
from tests.read.pdf_factory import Pages, deck_of, texts

WIDE, HIGH = 720, 405


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path / "deck.pdf")


def words_of(block: Block) -> list[str]:
    return [block.text[span.start : span.end] for span in block.spans]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["We plan the imple-", "mentation with you"], "We plan the implementation with you"),
        (["Work on the construc-", "tion, and more"], "Work on the construction, and more"),
        (["Ready for the long-", "term view of it"], "Ready for the long-term view of it"),
        (["A very well-", "known way of work"], "A very well-known way of work"),
        (["All made by the decision-", "making board"], "All made by the decision-making board"),
        (["The plan of 2024-", "2026 in one view"], "The plan of 2024-2026 in one view"),
        (["Hosted inside the EU-", "based data rooms"], "Hosted inside the EU-based data rooms"),
        (["Sold by people of Ex-", "McDonald teams"], "Sold by people of Ex-McDonald teams"),
        (["Zoomlio and the zoom-", "lion of Africa"], "Zoomlio and the zoomlion of Africa"),
        (["We say this -", "and we do it too"], "We say this - and we do it too"),
    ],
)
def test_a_word_parted_by_a_hyphen_is_whole(pages: Pages, lines: list[str], text: str) -> None:
    (block,) = deck_of(pages.lines(60, 120, lines).save()).slides[0].blocks
    assert block.text == text
    assert "".join(run.text for run in block.runs) == text


def test_the_halves_of_a_word_have_their_own_places(pages: Pages) -> None:
    pages.lines(60, 120, ["We plan the imple-", "mentation with you"])
    (block,) = deck_of(pages.save()).slides[0].blocks
    assert words_of(block) == ["We", "plan", "the", "imple", "mentation", "with", "you"]
    upper, lower = block.spans[3:5]
    assert upper.end == lower.start
    assert upper.box.y1 < lower.box.y0 + 0.01
    assert upper.box.x0 > lower.box.x0
    found = block.box_of(upper.start, lower.end)
    assert found is not None
    assert found[0].holds(upper.box)
    assert found[0].holds(lower.box)


def test_the_deck_itself_says_how_a_word_is_written(pages: Pages) -> None:
    pages.text(60, 60, "Our on-boarding of Quuxwise tools")
    pages.lines(60, 120, ["It starts with on-", "boarding and quux-", "wise thoughts"])
    text = texts(deck_of(pages.save()).slides[0])[-1]
    assert text == "It starts with on-boarding and quuxwise thoughts"


def test_a_title_is_joined_too(pages: Pages) -> None:
    pages.lines(60, 80, ["What the transfor-", "mation brings you"], 30)
    slide = deck_of(pages.lines(60, 200, ["Text below it"] * 3).save()).slides[0]
    assert slide.title == "What the transformation brings you"


def retold(path: Path, table: dict[int, str]) -> Path:
    """Give the file's first font a table that tells other letters for some codes."""
    rows = "".join(
        f"<{code:02x}> <{text.encode('utf-16-be').hex()}>\n" for code, text in table.items()
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(table)} beginbfchar\n{rows}endbfchar endcmap end end"
    )
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        for font in file.pages[0].Resources.Font.values():
            font.ToUnicode = file.make_stream(cmap.encode())
        file.save(path)
    return path


PLAIN = {code: chr(code) for code in range(32, 127)}
BROKEN = ["The cer~fica~on of plants", "A plan of ac~on for pla~num", "Informa~on for our na~ons"]


@pytest.mark.parametrize("sign", [">", "\u019f", "\x1c", "\ue001", "S"])
def test_a_sign_that_stands_for_two_letters_is_read_so(pages: Pages, sign: str) -> None:
    path = retold(pages.lines(60, 120, BROKEN).save(), PLAIN | {ord("~"): sign})
    (block,) = deck_of(path).slides[0].blocks
    assert block.text == (
        "The certification of plants A plan of action for platinum Information for our nations"
    )
    assert block.spans[1].end - block.spans[1].start == len("certification")


def test_a_sign_that_makes_no_words_is_left_out(pages: Pages) -> None:
    lines = ["Some zq~xq words and wr~gg here", "and then qu~rk and another"]
    path = retold(pages.lines(60, 120, lines).save(), PLAIN | {ord("~"): "\ue001"})
    assert texts(deck_of(path).slides[0]) == [
        "Some zqxq words and wrgg here and then qurk and another"
    ]


@pytest.mark.parametrize(
    "text",
    ["us: sales@station.com, mo@tion.org", "if x>tion and a>tion", "a McTion, eAtion, a ViTion"],
)  # fmt: skip
def test_what_is_meant_stays(pages: Pages, text: str) -> None:
    assert texts(deck_of(pages.text(60, 120, text).save()).slides[0]) == [text]


def test_a_guessed_space_parts_no_letters_set_apart(pages: Pages) -> None:
    line = pages.canvas.beginText(60, 300)
    line.setFont("Helvetica", 20)
    letters = [" -500 ".join(f"({word[0]})" + "".join(
        f" -{(90, 170)[number % 2]} ({letter})" for number, letter in enumerate(word[1:])
    ) for word in ("Chief", "Officer", "of", "all"))]  # fmt: skip
    line._code.append(f"[{letters[0]}] TJ")
    pages.canvas.drawText(line)
    assert texts(deck_of(pages.save()).slides[0]) == ["Chief Officer of all"]


def test_short_words_set_apart_stay_in_their_line(pages: Pages) -> None:
    line = pages.canvas.beginText(60, 300)
    line.setFont("Helvetica", 10)
    line.setCharSpace(4)
    line.textOut("teams of experts, we ensure that we remain")
    pages.canvas.drawText(line)
    assert texts(deck_of(pages.save()).slides[0]) == ["teams of experts, we ensure that we remain"]


def test_a_lexicon_knows_its_own_words_and_common_ones() -> None:
    lexicon = Lexicon(["Our on-boarding", "of Quuxwise"])
    assert lexicon.writes("on-boarding")
    assert lexicon.knows("quuxwise")
    assert lexicon.knows("customers")
    assert not lexicon.knows("mentation")


def test_a_word_in_a_wide_gap_goes_on(pages: Pages) -> None:
    x = 60 + stringWidth("and planning", "Helvetica", 14) + 1.4 * 14
    pages.canvas.setFont("Helvetica", 14)
    pages.text(60, 120, "and planning").text(x, 120, "allows us to design")
    assert texts(deck_of(pages.save()).slides[0]) == ["and planning allows us to design"]
