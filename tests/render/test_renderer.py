import hashlib
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Inches

from sowhat.errors import CancelledError
from sowhat.model import Block, Box, Deck, DeckKind, Gap, Role, Slide
from sowhat.read import read_deck as read
from sowhat.render import Renderer, Rendering
from sowhat.texts import gap_text
from sowhat.worker import Limits, Worker
from tests.render.pixels import picture_of, red_box


def deck_of(path: Path, slides: int = 2) -> Deck:
    numbered = tuple(Slide(number) for number in range(1, slides + 1))
    kind = DeckKind(path.suffix[1:])
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Deck(str(path), digest, kind, 720, 540, numbered)


@pytest.mark.parametrize("kind", ["pptx", "pdf"])
def test_slides_are_drawn_in_the_worker(
    kind: str, worker: Worker, request: pytest.FixtureRequest
) -> None:
    path: Path = request.getfixturevalue(kind)
    found = Renderer(deck_of(path), worker).slide(1, 800)
    assert (found.width, found.height, found.sketch, found.gaps) == (800, 600, False, ())
    assert red_box(picture_of(found.png)) == pytest.approx((0.25, 0.2, 0.5, 0.4), abs=0.003)


def test_a_stand_in_is_told_once(pptx: Path, worker: Worker) -> None:
    renderer = Renderer(deck_of(pptx), worker)
    assert renderer.slide(1, 200).gaps == ()
    (gap,) = renderer.slide(2, 200).gaps
    assert gap == Gap("font", detail="Quite Unheard")
    assert "Quite Unheard" in gap_text(gap)
    assert renderer.slide(2, 300).gaps == ()


def test_letters_that_are_not_drawn_right_are_told(tmp_path: Path, worker: Worker) -> None:
    deck = Presentation()
    for words in ("Plain", "A sign of nobody's: \U0010fffd", "עלינו"):
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        slide.shapes.add_textbox(0, 0, Inches(8), Inches(1)).text_frame.text = words
    deck.save(str(tmp_path / "signs.pptx"))
    renderer = Renderer(read(tmp_path / "signs.pptx", worker), worker)
    told = [{gap.id for gap in renderer.slide(n, 200).gaps} - {"font"} for n in (1, 2, 3)]
    assert told == [set(), {"render-letters"}, {"render-leftward"}]


def test_nothing_is_drawn_twice_and_the_oldest_goes_first(pptx: Path, worker: Worker) -> None:
    renderer = Renderer(deck_of(pptx), worker)
    first = renderer.slide(1, 320)
    assert renderer.slide(1, 320) is first
    assert renderer.kept(1, 320) is first
    assert renderer.kept(1, 321) is None
    small = Renderer(deck_of(pptx), worker, cache=len(first.png) + 10)
    again = small.slide(1, 320)
    assert small.kept(1, 320) is again
    small.slide(2, 320)
    assert small.kept(1, 320) is None


def test_what_cannot_be_drawn_is_sketched(read_deck: Deck, worker: Worker) -> None:
    found = Renderer(read_deck, worker).slide(1, 640)
    assert found.sketch
    assert (found.width, found.height) == (640, 360)
    assert found.gaps == (Gap("render", 1),)
    assert gap_text(found.gaps[0]).startswith("Slide 1: ")


def test_a_worker_that_dies_costs_one_slide_only(pptx: Path) -> None:
    with Worker(Limits(resident=1)) as starved:  # ended at the first look at its memory
        renderer = Renderer(deck_of(pptx), starved)
        assert renderer.slide(1, 200).sketch
        assert renderer.slide(2, 200).gaps == (Gap("render", 2),)


def test_a_cancelled_slide_is_not_kept(pptx: Path) -> None:
    with Worker() as worker:
        renderer = Renderer(deck_of(pptx), worker)
        worker.start()
        cancel = threading.Timer(0.01, worker.cancel)
        cancel.start()
        with pytest.raises(CancelledError):
            renderer.slide(1, 200)
        cancel.join()
        assert not renderer.slide(1, 200).sketch


def test_a_deck_too_slow_to_draw_is_given_up(pptx: Path) -> None:
    with Worker(Limits(seconds=0.0)) as hurried:
        renderer = Renderer(deck_of(pptx, 9), hurried)
        found = [renderer.slide(number, 200) for number in range(1, 10)]
    assert all(rendering.sketch for rendering in found)


def test_numbers_beyond_the_deck_are_the_callers_mistake(pptx: Path, worker: Worker) -> None:
    renderer = Renderer(deck_of(pptx), worker)
    for number in (0, 3):
        with pytest.raises(IndexError):
            renderer.slide(number, 200)


def test_many_threads_may_ask(pptx: Path, worker: Worker) -> None:
    renderer = Renderer(deck_of(pptx), worker)
    found: list[Rendering] = []
    asking = [
        threading.Thread(target=lambda n=n: found.append(renderer.slide(1 + n % 2, 160)))
        for n in range(8)
    ]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    assert len(found) == 8
    assert len({id(rendering) for rendering in found}) == 2


def test_words_of_a_picture_that_is_left_out_are_shown(metafile: Path, worker: Worker) -> None:
    box = Box(0.3, 0.25, 0.6, 0.31)
    words = Block("Cost of a late order", Role.BODY, box, exact=False)
    beside = replace(words, box=Box(0.3, 0.8, 0.6, 0.86))
    deck = replace(deck_of(metafile, 1), slides=(Slide(1, blocks=(words, beside)),))
    renderer = Renderer(deck, worker)
    image = picture_of(renderer.slide(1, 800).png).convert("L")
    ink = image.point(lambda value: 255 if value < 100 else 0).getbbox()
    assert ink is not None
    left, top, right, bottom = ink
    assert min(left - 240, top - 150, 480 - right, 186 - bottom) > -2
    assert right - left > 100
    small = picture_of(renderer.slide(1, 120).png).convert("L")
    stroke = small.crop((37, 18, 90, 28)).point(lambda value: 255 if value < 150 else 0).getbbox()
    assert stroke is not None
    assert stroke[3] - stroke[1] == 1  # no letters run over each other in a thumbnail
