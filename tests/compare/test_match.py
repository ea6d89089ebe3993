from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pptx
import pytest
from reportlab.pdfgen.canvas import Canvas

from sowhat.compare.matching import match
from sowhat.model import Block, Box, Deck, Pair, Part, Picture, PictureOrigin
from sowhat.read import read_deck
from sowhat.worker import Worker
from tests import decks
from tests.compare.versions import CHANGES, all_of_it, first, rightly

TITLES = (
    "What a late lorry costs you",
    "Why drivers leave",
    "Our founders",
    "The depot at night",
    "Where the pallets go missing",
    "What you want by spring",
    "How the scanner works",
    "One port that did it",
    "Prices",
    "Who does what by June",
)
WORDS = (
    "yard", "gate", "queue", "pallet", "night", "shift", "driver", "fuel", "ramp", "slot",
    "invoice", "seal", "crane", "port", "customs", "ledger", "tyre", "map", "radio", "badge",
    "camera", "roof", "lamp", "fence", "ticket", "agenda", "badger", "kettle", "boots", "glove",
    "winter", "storm", "detour", "bridge", "toll", "ferry", "island", "harbour", "winch", "rope",
    "anchor", "pilot", "tide", "lock", "canal",
)  # fmt: skip


def made(seed: int, titles: tuple[str, ...] = TITLES) -> Deck:
    """A deck of slides with four lines and a picture each; its words come from one small stock."""
    rng = random.Random(seed)
    slides = []
    for number, title in enumerate(titles, start=1):
        lines = [" ".join(rng.choices(WORDS, k=6)) for _ in range(4)]
        picture = Picture(Box(0.6, 0.5, 0.9, 0.9), PictureOrigin.IMAGE, sha256=f"{seed}-{number}")
        slides.append(decks.slide(number, title, *lines, pictures=(picture,)))
    return decks.written(*slides)


@pytest.mark.parametrize("name", CHANGES)
def test_slides_are_found_again_after_each_change(name: str) -> None:
    others = made(99, tuple(f"{title} abroad" for title in TITLES)).slides
    for seed in range(10):
        old = made(seed)
        version = CHANGES[name](first(old), others, random.Random(seed))
        pairs, added, dropped = match(old, version.deck)
        assert rightly(old, version, pairs) == (len(version.origins),) * 2
        assert len(pairs) + len(added) == len(version.deck.slides)
        assert len(pairs) + len(dropped) == len(old.slides)


def test_most_slides_are_found_again_after_all_changes() -> None:
    others = made(99, tuple(f"{title} abroad" for title in TITLES)).slides
    right = of = 0
    for seed in range(20):
        old = made(seed)
        version = all_of_it(first(old), others, random.Random(seed))
        pairs, _, _ = match(old, version.deck)
        found, count = rightly(old, version, pairs)
        right, of = right + found, of + count
    assert right / of > 0.75


def test_what_changed_is_told() -> None:
    old = made(1)
    slides = list(old.slides)
    title = replace(slides[0].blocks[0], text="What a late ship costs you")
    slides[0] = replace(slides[0], title=title.text, blocks=(title, *slides[0].blocks[1:]))
    slides[1] = replace(slides[1], blocks=(*slides[1].blocks[:-1],), hidden=True)
    slides[2] = replace(slides[2], pictures=(replace(slides[2].pictures[0], sha256="other"),))
    pairs, _, _ = match(old, replace(old, slides=tuple(slides)))
    changed = [pair.changed for pair in pairs]
    assert changed[:4] == [(Part.TITLE,), (Part.WORDS, Part.HIDDEN), (Part.PICTURES,), ()]
    assert not any(pair.moved for pair in pairs)


def test_the_same_deck_is_the_same() -> None:
    old = made(2)
    pairs, added, dropped = match(old, old)
    assert pairs == tuple(Pair(n, n, 1.0) for n in range(1, 11))
    assert (added, dropped) == ((), ())


def test_only_what_left_the_longest_kept_run_moved() -> None:
    old = made(3)
    order = [1, 9, 2, 3, 4, 5, 6, 7, 10, 8]
    slides = (replace(old.slides[n - 1], number=at) for at, n in enumerate(order, start=1))
    pairs, _, _ = match(old, replace(old, slides=tuple(slides)))
    assert [pair.old for pair in pairs] == order
    assert len([pair for pair in pairs if pair.moved]) == 2
    assert 9 in {pair.old for pair in pairs if pair.moved}


def test_halves_and_merged_slides_name_where_their_words_are() -> None:
    old = made(4)
    slide = old.slides[4]
    halves = [replace(slide, blocks=(slide.blocks[0], *part)) for part in cut(slide.blocks[1:])]
    slides = (*old.slides[:4], *halves, *old.slides[5:])
    new = replace(old, slides=tuple(replace(s, number=n) for n, s in enumerate(slides, start=1)))
    _, added, dropped = match(old, new)
    assert [(one.shares, dropped) for one in added] == [(5, ())]
    _, added, dropped = match(new, old)
    assert [(one.shares, added) for one in dropped] == [(5, ())]


def cut(items: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    half = len(items) // 2
    return items[:half], items[half:]


def test_twins_keep_their_order() -> None:
    old = decks.written(*[("Thank you",), ("Prices", "Nine euros a seat"), ("Thank you",)] * 2)
    pairs, _, _ = match(old, old)
    assert [(pair.old, pair.new) for pair in pairs] == [(n, n) for n in range(1, 7)]


def test_decks_without_words_or_slides_do_no_harm() -> None:
    blank = decks.written(("",), ("",))
    pairs, _, _ = match(blank, blank)
    assert [(pair.old, pair.new) for pair in pairs] == [(1, 1), (2, 2)]
    empty = decks.written()
    assert match(empty, blank)[0] == match(blank, empty)[0] == ()
    assert match(empty, empty) == ((), (), ())


def test_a_powerpoint_deck_and_its_pdf_are_the_same_deck(tmp_path: Path) -> None:
    deck, canvas = pptx.Presentation(), Canvas(str(tmp_path / "deck.pdf"), pagesize=(720, 405))
    for slide in made(5).slides:
        page = deck.slides.add_slide(deck.slide_layouts[1])
        page.shapes.title.text = slide.title
        lines = [block.text for block in slide.body]
        page.placeholders[1].text = "\n".join(lines)
        canvas.setFont("Helvetica-Bold", 28)
        canvas.drawString(50, 330, slide.title)
        canvas.setFont("Helvetica", 14)
        for row, line in enumerate(lines):
            canvas.drawString(50, 270 - 40 * row, line)
        canvas.showPage()
    deck.save(str(tmp_path / "deck.pptx"))
    canvas.save()
    with Worker() as worker:
        found = [read_deck(tmp_path / name, worker) for name in ("deck.pptx", "deck.pdf")]
    for old, new in (found, found[::-1]):
        pairs, added, dropped = match(old, new)
        assert [(p.old, p.new, p.changed, p.moved) for p in pairs] == [
            (n, n, (), False) for n in range(1, 11)
        ]
        assert (added, dropped) == ((), ())
