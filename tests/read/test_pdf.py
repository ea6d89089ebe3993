"""The PDF reader: the file, its pages, their words and places."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from sowhat.errors import DeckError
from sowhat.model import Deck, DeckKind, Gap, Role
from sowhat.read.pdf import read
from sowhat.read.pdf.second import SecondOpinion
from sowhat.read.pdf.words import PageText
from sowhat.texts import gap_text
from sowhat.worker import Worker
from tests.read.pdf_factory import HIGH, WIDE, Pages, block_with, deck_of, no_progress, texts


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path / "deck.pdf")


def test_a_word_has_its_exact_place(pages: Pages) -> None:
    path = pages.text(100, 200, "Your claims wait", 20).save()
    slide = deck_of(path).slides[0]
    block = block_with(slide, "claims")
    box = block.spans[1].box
    start = 100 + stringWidth("Your ", "Helvetica", 20)
    assert block.text[block.spans[1].start : block.spans[1].end] == "claims"
    assert box.x0 * WIDE == pytest.approx(start, abs=1.5)
    assert box.x1 * WIDE == pytest.approx(start + stringWidth("claims", "Helvetica", 20), abs=1.5)
    assert 200 - 20 < box.y0 * HIGH < 200 - 12 < 200 < box.y1 * HIGH < 206
    assert block.exact
    assert block.box is not None
    assert block.box.holds(box)


def test_spans_and_runs_make_up_the_text(pages: Pages) -> None:
    pages.text(50, 100, "One plain line and", 14)
    pages.text(50 + stringWidth("One plain line and ", "Helvetica", 14), 100, "bold", 14,
               "Helvetica-Bold")  # fmt: skip
    block = deck_of(pages.save()).slides[0].blocks[0]
    assert block.text == "One plain line and bold"
    assert " ".join(block.text[span.start : span.end] for span in block.spans) == block.text
    assert "".join(run.text for run in block.runs) == block.text
    assert [(run.bold, run.font, run.size) for run in block.runs] == [
        (False, "Helvetica", 14.0),
        (True, "Helvetica-Bold", 14.0),
    ]
    assert block.runs[0].color == "#000000"


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_shown(pages: Pages, tmp_path: Path, turn: int) -> None:
    wide, high = (HIGH, WIDE) if turn in (90, 270) else (WIDE, HIGH)
    pages.canvas.translate(*{0: (0, 0), 90: (WIDE, 0), 180: (WIDE, HIGH), 270: (0, HIGH)}[turn])
    pages.canvas.rotate(turn)
    pages.canvas.setFont("Helvetica", 20)
    pages.canvas.drawString(30, high - 60, "Shown upright here")
    with pikepdf.open(pages.save()) as file:
        file.pages[0].Rotate = turn
        file.save(tmp_path / "turned.pdf")
    deck = deck_of(tmp_path / "turned.pdf")
    (block,) = deck.slides[0].blocks
    assert (deck.width, deck.height) == (wide, high)
    assert block.text == "Shown upright here"
    assert block.box is not None
    assert block.box.x0 * wide == pytest.approx(30, abs=2)
    assert block.box.y1 * high == pytest.approx(64, abs=3)


def test_the_crop_box_is_the_page(tmp_path: Path) -> None:
    pages = Pages(tmp_path / "cropped.pdf")
    pages.canvas.setCropBox((100, 50, 620, 350))
    path = pages.text(120, 100, "Inside the crop", 20).text(5, 20, "Outside", 20).save()
    deck = deck_of(path)
    assert (deck.width, deck.height) == (520, 300)
    (block,) = deck.slides[0].blocks
    assert block.text == "Inside the crop"
    assert block.box is not None
    assert block.box.x0 * 520 == pytest.approx(20, abs=2)
    assert block.box.y1 * 300 == pytest.approx(100 - 55 + 4, abs=3)


def test_text_running_up_the_page_is_read(pages: Pages) -> None:
    pages.lines(200, 100, ["Level text is read first and", "stands in two lines"])
    pages.canvas.saveState()
    pages.canvas.translate(60, 50)
    pages.canvas.rotate(90)
    pages.canvas.drawString(0, 0, "Quarterly revenue")
    pages.canvas.restoreState()
    slide = deck_of(pages.save()).slides[0]
    assert texts(slide)[-1] == "Quarterly revenue"
    box = slide.blocks[-1].box
    assert box is not None
    assert box.height * HIGH > 3 * box.width * WIDE


def test_words_without_spaces_in_the_content_are_parted(pages: Pages) -> None:
    x = 50.0
    for word in ("We", "build", "what", "you", "need"):
        pages.text(x, 100, word, 24)
        x += stringWidth(word, "Helvetica", 24) + 0.2 * 24
    assert texts(deck_of(pages.save()).slides[0]) == ["We build what you need"]


@pytest.mark.parametrize("spacing", [6.0, 14.0])
def test_letters_set_apart_are_words(pages: Pages, spacing: float) -> None:
    line = pages.canvas.beginText(50, 300)
    line.setFont("Helvetica", 20)
    line.setCharSpace(spacing)
    line.textOut("MARKET LEADER")
    pages.canvas.drawText(line)
    assert texts(deck_of(pages.save()).slides[0]) == ["MARKET LEADER"]


def test_typed_spaces_between_letters_are_joined(pages: Pages) -> None:
    path = pages.text(50, 100, "L E A D E R", 20).save()
    assert texts(deck_of(path).slides[0]) == ["LEADER"]


def test_rows_of_dots_are_left_out(pages: Pages) -> None:
    pages.text(50, 60, "Contents of this deck", 30)
    path = pages.text(50, 100, "Our services" + "." * 40 + "3").text(50, 130, "And so on...").save()
    assert sorted(texts(deck_of(path).slides[0])) == [
        "3",
        "And so on...",
        "Contents of this deck",
        "Our services",
    ]


def test_words_drawn_twice_count_once(pages: Pages) -> None:
    path = pages.text(50, 100, "Shadowed title", 30).text(51, 101, "Shadowed title", 30).save()
    assert texts(deck_of(path).slides[0]) == ["Shadowed title"]


def test_the_second_opinion_reads_what_the_first_did_not(pages: Pages) -> None:
    path = pages.text(100, 200, "Your claims wait", 20).save()
    first = deck_of(path).slides[0].blocks[0]
    with SecondOpinion(path, None, 1) as second:
        found = second.better(0, PageText())
        assert second.better(0, found) is found
        assert second.better(7, found) is found
    assert [word.text for word in found.words] == ["Your", "claims", "wait"]
    for word, span in zip(found.words, first.spans, strict=True):
        assert word.box.center == pytest.approx(span.box.center, abs=0.02)


def test_a_second_opinion_refused_leaves_the_first(tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.7\n")
    text = PageText(unreadable=1.0)
    with SecondOpinion(path, None, 1) as second:
        assert second.better(0, text) is text


def test_text_on_a_curve_is_a_word(pages: Pages) -> None:
    pages.text(50, 60, "A level heading", 30)
    for number, letter in enumerate("Interoperable"):
        angle = 120 - 6 * number
        pages.canvas.saveState()
        pages.canvas.translate(360, 150)
        pages.canvas.rotate(angle - 90)
        pages.canvas.setFont("Courier", 14)
        pages.canvas.drawString(0, 90, letter)
        pages.canvas.restoreState()
    assert texts(deck_of(pages.save()).slides[0]) == ["A level heading", "Interoperable"]


def test_properties_and_fonts(pages: Pages) -> None:
    pages.canvas.setTitle("Claims in hours")
    pages.canvas.setAuthor("Ada")
    pages.canvas.setSubject("Insurance")
    deck = deck_of(pages.text(50, 100, "Words", 14, "Times-Roman").save())
    assert deck.kind is DeckKind.PDF
    assert (deck.properties.title, deck.properties.author) == ("Claims in hours", "Ada")
    assert deck.properties.subject == "Insurance"
    assert deck.fonts == ("Times-Roman",)
    assert len(deck.sha256) == 64
    assert not any(slide.hidden for slide in deck.slides)


def test_the_worker_reads_and_tells_its_progress(pages: Pages) -> None:
    path = pages.text(50, 100, "One").next().text(50, 100, "Two").save()
    steps: list[tuple[int, int]] = []
    with Worker() as worker:
        deck = worker.call(
            "sowhat.read.pdf:read",
            Deck,
            lambda done, total: steps.append((done, total)),
            path=str(path),
            password=None,
            pictures=True,
        )
    assert [texts(slide) for slide in deck.slides] == [["One"], ["Two"]]
    assert steps == [(0, 2), (1, 2), (2, 2)]


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    path = tmp_path / "locked.pdf"
    canvas = Canvas(str(path), encrypt=StandardEncryption("secret"))
    canvas.drawString(100, 700, "For your eyes")
    canvas.save()
    return path


@pytest.mark.parametrize(
    ("password", "reason"),
    [(None, "password"), ("", "password"), ("wrong", "wrong-password")],
)
def test_a_locked_deck_asks_for_its_password(
    locked: Path, password: str | None, reason: str
) -> None:
    with pytest.raises(DeckError) as caught:
        deck_of(locked, password)
    assert caught.value.reason == reason


def test_the_right_password_opens(locked: Path) -> None:
    assert texts(deck_of(locked, "secret").slides[0]) == ["For your eyes"]


def test_a_broken_file_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing follows\n")
    with pytest.raises(DeckError) as caught:
        deck_of(path)
    assert caught.value.reason == "damaged"


def test_no_pages_are_no_slides(tmp_path: Path) -> None:
    path = tmp_path / "none.pdf"
    pikepdf.new().save(path)
    with pytest.raises(DeckError) as caught:
        deck_of(path)
    assert caught.value.reason == "no-slides"


def test_a_picture_without_words_is_a_gap(pages: Pages) -> None:
    path = pages.image(0, 0, WIDE, HIGH).next().text(50, 100, "Words here").save()
    deck = deck_of(path)
    assert deck.gaps == (Gap("no-text", 1),)
    assert deck.slides[0].pictures[0].pixels == (40, 30)
    assert deck_of(path) == deck
    without = read(str(path), None, False, no_progress)
    assert without.gaps == deck.gaps
    assert without.slides[0].pictures == ()


def test_an_empty_page_is_no_gap(pages: Pages) -> None:
    path = pages.text(50, 100, "Words here").next().save()
    deck = deck_of(path)
    assert len(deck.slides) == 2
    assert deck.gaps == ()


def test_an_overfull_page_is_cut_and_says_so(pages: Pages) -> None:
    for row in range(200):
        pages.text(10, 2 + 2 * row, "words upon words " * 8, 2)
    deck = deck_of(pages.save())
    (gap,) = deck.gaps
    assert (gap.id, gap.slide) == ("long-page", 1)
    assert "20,000" in gap_text(gap)
    assert 10_000 < sum(len(text) for text in texts(deck.slides[0])) < 21_000


@pytest.mark.parametrize("gap", ["page", "letters", "long-page", "no-text"])
def test_every_gap_has_its_sentence(gap: str) -> None:
    assert gap_text(Gap(gap, 3, "20,000")).startswith("Slide 3: ")


def test_no_role_but_the_known_ones(pages: Pages) -> None:
    pages.text(50, 60, "A heading of the page", 30).lines(50, 120, ["Text below it"] * 3)
    roles = {block.role for block in deck_of(pages.save()).slides[0].blocks}
    assert roles == {Role.TITLE, Role.BODY}
