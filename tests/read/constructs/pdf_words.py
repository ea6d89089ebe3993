"""Words on pages: lines, columns, tables, odd letters, hidden layers and layers of recognition."""

from __future__ import annotations

from collections.abc import Callable

from sowhat.model import Block, Box, PictureOrigin, Role, Source
from tests.read.constructs.construct import Read
from tests.read.constructs.drawing import BLUE, GREEN, MAGENTA, NEAR, RED, apart
from tests.read.constructs.sheet import HIGH, SIZE, WIDE, Page, Sheet

LINES = ("Your planners close the books", "in nine days, and nobody waits", "for them any more")
COLORS = (RED, GREEN, BLUE, MAGENTA)


def on_ink(read: Read, block: Block, color: str) -> None:
    """Ask that a block's box is where its words are drawn: its letters' own edges left and right,
    up and down not further from them than the room of a line."""
    assert block.exact
    read.around(block.box, color, 0.0)


def lines(sheet: Sheet) -> None:
    sheet.lines(50, 120, LINES[:2])
    x = sheet.text(50, 120 + 2.4 * SIZE, "for ")
    x = sheet.text(x, 120 + 2.4 * SIZE, "them ", BLUE)
    sheet.text(x, 120 + 2.4 * SIZE, "any more")


def check_lines(read: Read) -> None:
    block = read.block(" ".join(LINES))
    assert (block.role, block.source, block.size) == (Role.BODY, Source.SLIDE, SIZE)
    assert {part.font for part in block.runs} == {"Carlito"}
    assert [part.color for part in block.runs] == ["#ff0000", "#0000ff", "#ff0000"]
    assert "".join(part.text for part in block.runs) == block.text
    on_ink(read, block, RED)
    (them,) = (s for s in block.spans if block.text[s.start : s.end] == "them")
    assert apart(them.box, read.drawing.ink(BLUE)) < NEAR


def columns(count: int) -> Page:
    """Columns side by side, each read to its end."""
    words = [
        [f"Part {number} says", f"what step {number}", "asks of you"]
        for number in range(1, count + 1)
    ]

    def build(sheet: Sheet) -> None:
        for number in range(count):
            x = 50 + number * (WIDE - 80) / count
            sheet.lines(x, 120, words[number], COLORS[number])

    def check(read: Read) -> None:
        assert read.texts == [" ".join(column) for column in words]
        assert len({block.group for block in read.own}) == count
        for block, color in zip(read.own, COLORS, strict=False):
            on_ink(read, block, color)

    return Page(f"{count} columns", build, check)


CELLS = (("Need", "Today", "By June"), ("Days to close", "9", "3"), ("Errors", "140", "12"))


def table(*, ruled: bool) -> Callable[[Sheet], None]:
    def build(sheet: Sheet) -> None:
        for row, texts in enumerate(CELLS):
            for column, text in enumerate(texts):
                color = {"Need": BLUE, "140": MAGENTA}.get(text, RED)
                sheet.text(60 + 180 * column, 150 + 36 * row, text, color)
        if ruled:
            sheet.canvas.grid([50, 230, 410, 590], [HIGH - y for y in (128, 164, 200, 236)])

    return build


def check_table(read: Read) -> None:
    assert read.texts == [text for row in CELLS for text in row]
    assert {(block.role, block.source) for block in read.own} == {(Role.CELL, Source.SLIDE)}
    assert len({block.group for block in read.own}) == 1
    on_ink(read, read.block("Need"), BLUE)
    on_ink(read, read.block("140"), MAGENTA)


def ligatures(sheet: Sheet) -> None:
    sheet.text(50, 120, "The o\ufb03ce \ufb01nds its \ufb02ow")
    sheet.text(50, 200, "one\u00a0hundred\u2009per\u202fcent\u200b sure", BLUE)


def check_ligatures(read: Read) -> None:
    assert read.texts == ["The office finds its flow", "one hundred per cent sure"]
    on_ink(read, read.own[0], RED)
    on_ink(read, read.own[1], BLUE)


def hyphens(sheet: Sheet) -> None:
    sheet.lines(50, 120, ("They gave up their old account-", "ing and their hand-made inven-",
                          "tories before the long-", "term plan"))  # fmt: skip


def check_hyphens(read: Read) -> None:
    """A word parted at a line's end is one again; what is written with a hyphen keeps it."""
    (block,) = read.own
    assert block.text == (
        "They gave up their old accounting and their hand-made inventories before the long-term"
        " plan"
    )
    on_ink(read, block, RED)


def turned_words(sheet: Sheet) -> None:
    sheet.text(150, 120, "Level words", BLUE)
    sheet.canvas.saveState()
    sheet.canvas.translate(80, HIGH - 330)
    sheet.canvas.rotate(90)
    sheet.text(0, HIGH, "Words that climb")
    sheet.canvas.restoreState()


def check_turned_words(read: Read) -> None:
    assert sorted(read.texts) == ["Level words", "Words that climb"]
    on_ink(read, read.block("Words that climb"), RED)
    on_ink(read, read.block("Level words"), BLUE)


def check_frame(read: Read) -> None:
    """The footer and the mark are on nearly all pages: they are the deck's, not the page's."""
    footer = read.block("© 2026 Acme Inc.")
    assert (footer.role, footer.source) == (Role.FOOTER, Source.SLIDE)
    mark = read.picture(PictureOrigin.IMAGE, Source.LAYOUT)
    assert apart(mark.box, Box(690 / WIDE, 380 / HIGH, 710 / WIDE, 395 / HIGH)) < NEAR


PAGES = (
    Page("lines of a paragraph", lines, check_lines),
    columns(2),
    columns(3),
    columns(4),
    Page("ruled table", table(ruled=True), check_table),
    Page("table without rules", table(ruled=False), check_table),
    Page("ligatures and odd spaces", ligatures, check_ligatures),
    Page("hyphens at line ends", hyphens, check_hyphens),
    Page("words that climb", turned_words, check_turned_words),
    Page("footer and mark", lines, check_frame),
)
