from __future__ import annotations

import math
import random

import pytest

from sowhat.model import WHOLE, Block, Box, Role, Run, Slide, Span, hull


def boxes(count: int, low: float = -0.5, high: float = 1.5) -> list[Box]:
    chance = random.Random(count)
    made = []
    for _ in range(count):
        x0, x1 = sorted((chance.uniform(low, high), chance.uniform(low, high)))
        y0, y1 = sorted((chance.uniform(low, high), chance.uniform(low, high)))
        made.append(Box(x0, y0, x1, y1))
    return made


def test_a_boxes_measures() -> None:
    box = Box(0.1, 0.2, 0.5, 0.4)
    assert box.width == pytest.approx(0.4)
    assert box.height == pytest.approx(0.2)
    assert box.area == pytest.approx(0.08)
    assert box.center == pytest.approx((0.3, 0.3))


def test_any_box_clamped_lies_on_the_slide() -> None:
    odd = [Box(-2, -2, -1, -1), Box(2, 0, 3, 1), Box(-math.inf, 0, math.inf, 1), Box(0, 0, 0, 0)]
    for box in (*boxes(200), *odd):
        clamped = box.clamped()
        assert WHOLE.holds(clamped)
        assert clamped.x0 <= clamped.x1
        assert clamped.y0 <= clamped.y1
        assert clamped.clamped() == clamped
        assert WHOLE.holds(box.grown(0.3))
        assert box.grown(0.3).holds(clamped)


def test_overlap_is_shared_area() -> None:
    for one, other in zip(boxes(100), reversed(boxes(100)), strict=True):
        shared = one.overlap(other)
        assert shared == pytest.approx(other.overlap(one))
        assert 0 <= shared <= min(one.area, other.area) + 1e-12
        if one.holds(other):
            assert shared == pytest.approx(other.area)
    assert Box(0, 0, 0.5, 1).overlap(Box(0.5, 0, 1, 1)) == 0


def test_a_hull_holds_all_and_touches_each_side() -> None:
    made = boxes(50)
    around = hull(made)
    assert all(around.holds(box) for box in made)
    assert around.x0 == min(box.x0 for box in made)
    assert hull(iter(made[:1])) == made[0]
    with pytest.raises(ValueError, match="no boxes"):
        hull([])


def test_edges_belong_to_the_box() -> None:
    assert WHOLE.contains(0, 1)
    assert not WHOLE.contains(0, 1.01)
    assert WHOLE.holds(Box(-0.01, 0, 1, 1), slack=0.02)
    assert not WHOLE.holds(Box(-0.01, 0, 1, 1))


WORDS = Block(
    "two words",
    Role.BODY,
    Box(0, 0, 1, 1),
    spans=(Span(0, 3, Box(0, 0, 0.4, 1)), Span(4, 9, Box(0.5, 0, 1, 1))),
)


@pytest.mark.parametrize(
    ("start", "end", "box"),
    [
        (0, 3, Box(0, 0, 0.4, 1)),
        (1, 2, Box(0, 0, 0.4, 1)),
        (4, 9, Box(0.5, 0, 1, 1)),
        (2, 5, Box(0, 0, 1, 1)),
        (3, 4, Box(0, 0, 1, 1)),
    ],
)
def test_the_place_of_some_characters(start: int, end: int, box: Box) -> None:
    found = WORDS.box_of(start, end)
    assert found is not None
    assert found[0] == box


def test_a_part_of_a_block_without_finer_places_is_not_exact() -> None:
    block = Block("two words", Role.BODY, Box(0, 0, 1, 1))
    assert block.box_of(0, 9) == (block.box, True)
    assert block.box_of(0, 3) == (block.box, False)
    estimated = Block("two", Role.BODY, block.box, exact=False)
    assert estimated.box_of(0, 3) == (block.box, False)
    assert Block("two", Role.NOTES, None).box_of(0, 3) is None


def test_the_size_of_most_of_the_text_counts() -> None:
    runs = (Run("9", 60.0), Run("long text", 12.0), Run("unknown"))
    assert Block("x", Role.BODY, None, runs=runs).size == 12.0
    assert Block("x", Role.BODY, None).size is None


def test_words_of_a_slide_leave_footers_out() -> None:
    slide = Slide(
        1,
        blocks=(
            Block("Our title", Role.TITLE, None),
            Block("some more words", Role.BODY, None),
            Block("© Acme", Role.FOOTER, None),
        ),
    )
    assert slide.words == 5
    assert [block.text for block in slide.body] == ["some more words"]
