from __future__ import annotations

from dataclasses import replace

import pytest

from sowhat import fonts
from sowhat.marks import MOST, REPEATS, SMALLEST, marks, named, places, spots, unmarked
from sowhat.model import (
    WHOLE,
    Block,
    Box,
    Place,
    Role,
    Run,
    Side,
    Sign,
    Slide,
    Source,
    Span,
    Stance,
    Verdict,
)

WHY = "It speaks of us."


def sign(place: Place, kind: str = "phrase", why: str = WHY) -> Sign:
    return Sign("we-vendor", kind, None, Side.VENDOR, 1.0, why, place)


def framed(*boxes: Box) -> Verdict:
    """A verdict with a picture's sign at each box, each with a reason of its own."""
    return verdict(*(sign(Place(3, box=box), "picture", str(box)) for box in boxes))


def verdict(*evidence: Sign) -> Verdict:
    return Verdict(3, Stance.VENDOR, (), 0.9, False, (0.9, 0.05, 0.03, 0.02), evidence)


# Two words on the first line, one on the second.
WORDS = Block(
    "We lead today",
    Role.BODY,
    Box(0.1, 0.1, 0.5, 0.3),
    spans=(
        Span(0, 2, Box(0.1, 0.1, 0.2, 0.19)),
        Span(3, 7, Box(0.22, 0.1, 0.42, 0.19)),
        Span(8, 13, Box(0.1, 0.21, 0.3, 0.3)),
    ),
)
SLIDE = Slide(3, blocks=(WORDS, Block("no finer places in this block", Role.BODY, WHOLE)))


def test_words_are_highlighted_line_by_line() -> None:
    place = Place(3, box=Box(0.1, 0.1, 0.5, 0.3), quote="lead today", block=0, start=3)
    (mark,) = marks(SLIDE, verdict(sign(place)))
    assert (mark.slide, mark.number, mark.shape, mark.exact) == (3, 1, "highlight", True)
    assert mark.boxes == (WORDS.spans[1].box, WORDS.spans[2].box)
    assert mark.box == Box(0.1, 0.1, 0.42, 0.3)
    assert (mark.label, mark.why, mark.quote) == (
        "About you",
        "It speaks of us.",
        "lead today",
    )


def test_words_beside_each_other_are_one_box() -> None:
    place = Place(3, box=WORDS.box, quote="We lead", block=0)
    assert marks(SLIDE, verdict(sign(place)))[0].boxes == (Box(0.1, 0.1, 0.42, 0.19),)


def test_part_of_a_line_takes_its_part_of_the_line() -> None:
    digits = Span(0, 10, Box(0.0, 0.4, 1.0, 0.5))  # all digits are equally wide
    line = Block("0123456789", Role.BODY, WHOLE, spans=(digits,))
    place = Place(3, box=WHOLE, exact=False, quote="234", block=0, start=2)
    (mark,) = marks(Slide(3, blocks=(line,)), verdict(sign(place)))
    assert mark.boxes[0].x0 == pytest.approx(0.2)
    assert mark.boxes[0].x1 == pytest.approx(0.5)
    assert not mark.exact


def test_wide_letters_take_more_of_the_line() -> None:
    line = Block("iiiWWW", Role.BODY, WHOLE, spans=(Span(0, 6, Box(0.0, 0.4, 1.0, 0.5)),))
    place = Place(3, box=WHOLE, quote="WWW", block=0, start=3)
    (mark,) = marks(Slide(3, blocks=(line,)), verdict(sign(place)))
    assert mark.boxes[0].x0 < 0.3


def test_each_run_takes_the_room_of_its_own_face() -> None:
    runs = (Run("Speed: ", 18.0, bold=True, font="Arimo"), Run("we", 36.0, font="Arimo"))
    span = Span(0, 9, Box(0.0, 0.4, 1.0, 0.5))
    line = Block("Speed: we", Role.BODY, WHOLE, runs=runs, spans=(span,))
    widths = [fonts.width(run.text, "Arimo", run.size or 0.0, bold=run.bold) for run in line.runs]
    (box,) = places(line, 7, 9)
    assert box.x0 == pytest.approx(widths[0] / sum(widths))
    assert box.x1 == pytest.approx(1.0)


def test_few_words_somewhere_in_a_block_frame_it() -> None:
    place = Place(3, box=WHOLE, quote="finer", block=1, start=3)
    (mark,) = marks(SLIDE, verdict(sign(place)))
    assert (mark.shape, mark.exact) == ("square", False)
    whole = Place(3, box=WHOLE, quote="no finer places in this block", block=1)
    assert marks(SLIDE, verdict(sign(whole)))[0].shape == "highlight"


def test_pictures_and_layouts_are_framed() -> None:
    places = [Place(3, box=Box(0.5, 0.5, 0.9, 0.9)), Place(3, box=Box(0.0, 0.5, 0.3, 0.9))]
    evidence = [
        sign(place, kind) for place, kind in zip(places, ("picture", "layout"), strict=True)
    ]
    found = marks(SLIDE, verdict(*evidence))
    assert [(m.shape, m.number) for m in found] == [("square", 1), ("square", 2)]


def test_notes_have_no_mark_and_one_place_has_one() -> None:
    there = Place(3, box=WORDS.box, quote="lead", block=0, start=3)
    notes = Place(3, Source.NOTES, quote="We lead", block=0)
    found = marks(SLIDE, verdict(sign(notes), sign(there), replace(sign(there), why="Again.")))
    assert [mark.quote for mark in found] == ["lead"]


def test_a_frame_around_everything_is_no_mark() -> None:
    whole, notes = Place(3, box=WHOLE), Place(3, Source.NOTES, quote="We", block=0)
    judged = verdict(sign(whole, "layout"), sign(whole, "picture"), sign(notes))
    assert [mark.shape for mark in marks(SLIDE, judged)] == ["square"]
    assert unmarked(judged) == (judged.evidence[0], judged.evidence[2])


def test_marks_stay_on_the_slide_and_can_be_seen() -> None:
    boxes = [Box(-0.5, 0.2, 0.3, 1.4), Box(1.2, 0.5, 1.4, 0.6), Box(0.5, 0.5, 0.5, 0.5)]
    found = marks(SLIDE, framed(*boxes))
    assert len(found) == 3
    for mark in found:
        assert WHOLE.holds(mark.box)
        assert mark.box.width >= SMALLEST[0] - 1e-9
        assert mark.box.height >= SMALLEST[1] - 1e-9


def test_there_are_never_more_than_can_be_seen() -> None:
    boxes = [Box(i / 20, 0.0, (i + 1) / 20, 0.1) for i in range(20)]
    found = marks(SLIDE, framed(*boxes))
    assert [mark.number for mark in found] == list(range(1, MOST + 1))


def test_a_reason_is_marked_twice_at_most() -> None:
    places = [Place(3, box=Box(i / 9, 0.0, i / 9 + 0.1, 0.1)) for i in range(5)]
    assert len(marks(SLIDE, verdict(*(sign(place, "picture") for place in places)))) == REPEATS


def test_badges_stay_on_the_slide_and_off_each_other() -> None:
    boxes = [WHOLE, Box(0.0, 0.0, 0.4, 0.4), Box(0.0, 0.0, 0.2, 1.0)]
    found = marks(SLIDE, framed(*boxes))
    places = spots(found, 0.04, 0.06)
    assert len(set(places)) == 3
    assert all(0.02 <= x <= 0.98 and 0.03 <= y <= 0.97 for x, y in places)


def test_a_badge_leaves_the_words_around_it_readable_where_there_is_room() -> None:
    title, name = Box(0.1, 0.1, 0.9, 0.2), Box(0.4, 0.2, 0.6, 0.3)
    lines = [
        Block(words, Role.BODY, box=box, spans=(Span(0, len(words), box),))
        for words, box in (("A line of words right above it", title), ("Founder", name))
    ]
    place = Place(1, quote="Founder", block=1, box=name)
    (mark,) = marks(Slide(1, blocks=tuple(lines)), verdict(sign(place, "words")))
    ((x, y),) = spots((mark,), 0.06, 0.08)
    badge = Box(x - 0.03, y - 0.04, x + 0.03, y + 0.04)
    assert mark.near == (title, name)
    assert badge.overlap(title) == 0
    assert badge.overlap(name) < 0.15 * badge.area


NAMES = "Bexhill Dairies and IT at bexhill dairies, not Bexhillian"


def naming(words: str = NAMES) -> Slide:
    whole = Box(0.1, 0.1, 0.9, 0.2)
    span = Span(0, len(words), whole)
    return Slide(1, blocks=(Block(words, Role.BODY, box=whole, spans=(span,)),))


def test_a_name_is_found_whole_and_in_any_case() -> None:
    first, second = named(naming(), ("Bexhill Dairies", "Bexhill"))
    assert first.x0 == 0.1
    assert 0.1 < first.width < 0.4
    assert second.x0 > first.x1


def test_a_name_in_capitals_is_found_as_it_is_written() -> None:
    assert len(named(naming(), ("IT",))) == 1
    assert named(naming("it is late"), ("IT",)) == ()
    assert len(named(naming("BIG  BANK, big bank"), ("BIG BANK",))) == 1


def test_without_names_nothing_is_found() -> None:
    assert named(naming(), ("",)) == ()
