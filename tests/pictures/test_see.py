from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from sowhat.errors import CancelledError
from sowhat.model import Box, Deck, Gap, Picture, PictureKind, PictureOrigin, Source, Unseen
from sowhat.pictures import Ask, see
from sowhat.read import read_deck
from sowhat.render import Renderer
from sowhat.texts import gap_text
from sowhat.worker import Patience, Worker
from tests.pictures.made_decks import HIGH, WIDE, Show, noise, page_of_words, pdf, png, put, swapped

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><circle r="20"/></svg>'
EMF = b"\x01\x00\x00\x00" + bytes(36) + b" EMF" + bytes(60)
LEFT, RIGHT = (0.1, 0.3, 0.4, 0.7), (0.6, 0.3, 0.9, 0.7)


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as running:
        yield running


def asking(path: Path, worker: Worker, **more: Any) -> Ask:
    deck = read_deck(path, worker)
    renderer = Renderer(deck, worker)

    def draw(number: int, width: int) -> bytes | None:
        rendering = renderer.slide(number, width)
        return None if rendering.sketch else rendering.png

    return Ask(deck, worker, draw, **more)


def seen(path: Path, worker: Worker) -> Deck:
    return see(asking(path, worker), words=False)


def pictures(deck: Deck) -> list[Picture]:
    return [picture for slide in deck.slides for picture in slide.pictures]


def one(tmp_path: Path, data: bytes) -> Path:
    """Save a deck with words and two pictures, the bytes of one of them changed."""
    show, first = Show(), png(noise(1))
    slide = show.slide("A slide with words enough to stand alone")
    put(slide, first, LEFT)
    put(slide, png(noise(2)), RIGHT)
    return swapped(show.save(tmp_path / "deck.pptx"), first, data)


def moving() -> bytes:
    frames = [noise(seed).convert("P") for seed in (3, 4, 5)]
    return png(frames[0], "GIF", save_all=True, append_images=frames[1:])


@pytest.mark.parametrize(
    ("data", "why", "is_seen"),
    [
        (b"\x89PNG\r\n\x1a\n and no more", "broken", False),
        (png(noise(1))[:900], "broken", False),
        (png(Image.new("1", (9000, 9000))), "huge", False),
        (EMF, "metafile", False),
        (b"\xd7\xcd\xc6\x9a" + bytes(60), "metafile", False),
        (b"what is this", "format", False),
        (png(Image.new("RGB", (1, 1))), "small", False),
        (moving(), "animated", True),
        (png(noise(1).convert("CMYK"), "JPEG"), "inks", True),
    ],
)
def test_odd_pictures_cost_nothing_but_themselves(
    tmp_path: Path, worker: Worker, data: bytes, why: str, is_seen: bool
) -> None:
    deck = seen(one(tmp_path, data), worker)
    odd, other = pictures(deck)
    assert other.kind is not None
    assert (odd.kind is not None) is is_seen
    assert Gap(f"picture-{why}", 1, "1") in deck.gaps


def test_a_picture_without_data_is_told(tmp_path: Path, worker: Worker) -> None:
    deck = seen(one(tmp_path, b""), worker)
    odd, other = pictures(deck)
    assert odd.kind is None
    assert other.kind is not None
    assert Gap("image", 1, "Picture 2") in deck.gaps


def test_a_picture_that_takes_no_room_is_among_the_unseen(tmp_path: Path, worker: Worker) -> None:
    show = Show()
    slide = show.slide("A slide with words enough to stand alone")
    put(slide, png(noise(1)), LEFT).width = 0
    put(slide, png(noise(2)), RIGHT)
    deck = seen(show.save(tmp_path / "deck.pptx"), worker)
    assert [picture.unseen for picture in deck.slides[0].unseen_pictures] == [Unseen.NO_SIZE]
    assert [picture.kind is not None for picture in pictures(deck)] == [True]


def test_a_vector_picture_is_seen_as_drawn_or_told(tmp_path: Path, worker: Worker) -> None:
    deck = seen(one(tmp_path, SVG), worker)
    odd, other = pictures(deck)
    assert other.kind is not None
    assert (odd.kind is None) == any(gap.id == "picture-vector" for gap in deck.gaps)


def test_every_reason_has_its_sentence() -> None:
    from sowhat.pictures.wanted import Why

    for why in Why:
        assert gap_text(Gap(f"picture-{why}", 3, "2")).endswith(": 2.")


def test_every_picture_has_a_kind(tmp_path: Path, worker: Worker) -> None:
    show = Show()
    for number in range(20):
        slide = show.slide("A slide with words enough to stand alone")
        put(slide, png(noise(number)), LEFT)
        put(slide, png(noise(99)), (0.9, 0.92, 0.96, 0.97))
    steps: list[tuple[str, int, int]] = []
    ask = asking(show.save(tmp_path / "deck.pptx"), worker)
    deck = see(ask, words=False, progress=lambda *step: steps.append(step))
    found = pictures(deck)
    assert len(found) == 40
    for picture in found:
        assert picture.kind is not None
        assert picture.confidence is not None
        assert 0 <= picture.confidence <= 1
        assert picture.reason
    assert steps == [("pictures", done, 21) for done in range(22)]  # each distinct one once
    assert not deck.gaps


def test_parts_of_one_image_are_pictures_of_their_own(tmp_path: Path, worker: Worker) -> None:
    show, both = Show(), Image.new("RGB", (800, 400), "white")
    both.paste(noise(6, (400, 400)), (0, 0))
    slide = show.slide("A slide with words enough to stand alone")
    for place, (left, right) in ((LEFT, (0.0, 0.5)), (RIGHT, (0.5, 0.0))):
        shown = put(slide, png(both), place)
        shown.crop_left, shown.crop_right = left, right
    steps: list[tuple[str, int, int]] = []
    ask = asking(show.save(tmp_path / "deck.pptx"), worker)
    deck = see(ask, words=False, progress=lambda *step: steps.append(step))
    assert steps[-1] == ("pictures", 2, 2)
    assert len({picture.crop for picture in pictures(deck)}) == 2


def test_pictures_of_a_pdf_are_seen(tmp_path: Path, worker: Worker) -> None:
    clear = noise(7).convert("RGBA")
    clear.putalpha(Image.linear_gradient("L").resize(clear.size))
    pages = [[(noise(8), LEFT), (clear, RIGHT)], [(clear, LEFT)]]
    steps: list[tuple[str, int, int]] = []
    ask = asking(pdf(tmp_path / "deck.pdf", pages), worker)
    deck = see(ask, words=False, progress=lambda *step: steps.append(step))
    assert [p.kind is not None for p in pictures(deck)] == [True] * 3
    assert steps[-1] == ("pictures", 2, 2)


def test_a_locked_pdf_is_seen_with_its_password(tmp_path: Path, worker: Worker) -> None:
    import pikepdf

    plain = pdf(tmp_path / "plain.pdf", [[(noise(8), LEFT)]])
    with pikepdf.open(plain) as document:
        document.save(tmp_path / "deck.pdf", encryption=pikepdf.Encryption(user="key", owner="key"))
    deck = read_deck(tmp_path / "deck.pdf", worker, password="key")
    found = see(Ask(deck, worker, lambda *_: None, "key"), words=False)
    assert pictures(found)[0].kind is not None


def test_drawings_are_seen_as_they_are_drawn(tmp_path: Path, worker: Worker) -> None:
    canvas = Canvas(str(tmp_path / "deck.pdf"), pagesize=(WIDE, HIGH), invariant=True)
    canvas.drawString(60, 480, "A page with words enough to stand alone")
    for number in range(40):
        canvas.circle(200 + 10 * number, 250 + 40 * (number % 3), 18)
    canvas.save()
    deck = seen(tmp_path / "deck.pdf", worker)
    drawings = [p for p in pictures(deck) if p.origin is PictureOrigin.DRAWING]
    assert drawings
    assert all(picture.kind is not None for picture in drawings)


def test_a_chart_is_a_chart(tmp_path: Path, worker: Worker) -> None:
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Inches

    show, data = Show(), CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = ["a", "b"]
    data.add_series("s", (1, 2))  # type: ignore[no-untyped-call]
    place = (Inches(n) for n in (1, 1, 4, 3))
    show.slide("Our growth").shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, data)
    (chart,) = pictures(seen(show.save(tmp_path / "deck.pptx"), worker))
    assert (chart.kind, chart.confidence) == (PictureKind.CHART, 1.0)


def test_marks_stand_on_the_slide(tmp_path: Path, worker: Worker) -> None:
    show, wall = Show(), Image.new("RGB", (1000, 500), "white")
    for number in range(12):
        mark = noise(50 + number, (120, 60))
        wall.paste(mark, (60 + 240 * (number % 4), 60 + 150 * (number // 4)))
    put(show.slide("Trusted by these companies every day"), png(wall), (0.1, 0.3, 0.9, 0.9))
    (picture,) = pictures(seen(show.save(tmp_path / "deck.pptx"), worker))
    assert all(picture.box.holds(mark, slack=1e-6) for mark in picture.marks)


def test_a_file_that_is_gone_costs_its_pictures(tmp_path: Path, worker: Worker) -> None:
    ask = asking(one(tmp_path, png(noise(9))), worker)
    (tmp_path / "deck.pptx").unlink()
    deck = see(ask, words=False)
    assert Gap("picture-failed", 1, "2") in deck.gaps


def test_where_no_time_is_left_the_rest_is_told(tmp_path: Path, worker: Worker) -> None:
    ask = asking(one(tmp_path, png(noise(9))), worker, looking=Patience(0.0))
    deck = see(ask, words=False)
    assert Gap("picture-late", 1, "2") in deck.gaps
    assert all(picture.kind is None for picture in pictures(deck))


def test_looking_can_be_stopped(tmp_path: Path, worker: Worker) -> None:
    ask = asking(one(tmp_path, png(noise(9))), worker)

    def stop(*_: object) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        see(ask, words=False, progress=stop)


def few(deck: Deck) -> set[int | None]:
    return {gap.slide for gap in deck.gaps if gap.id in ("few-words", "no-text")}


def scanned(path: Path) -> Path:
    """Save slides: a picture of words, the same under a title, words alone, a picture and words."""
    show = Show()
    data = png(page_of_words(["About Acme", "We are the leading vendor", "of office plants"]))
    put(show.slide(), data, (0, 0, 1, 1))
    put(show.slide("Company"), data, (0.2, 0.25, 0.8, 0.9))
    show.slide("Thank you")
    put(show.slide("Your team gets its Fridays back by June"), png(noise(3)), LEFT)
    return show.save(path)


def test_slides_of_a_picture_are_not_read_without_the_part(tmp_path: Path, worker: Worker) -> None:
    deck = seen(scanned(tmp_path / "deck.pptx"), worker)
    assert few(deck) == {1, 2}
    assert all(block.source is not Source.OCR for slide in deck.slides for block in slide.blocks)


def test_a_box_of_a_picture_is_kept(tmp_path: Path, worker: Worker) -> None:
    (left, _) = pictures(seen(one(tmp_path, png(noise(9))), worker))
    assert Box(*LEFT).grown(1e-3).holds(left.box)
