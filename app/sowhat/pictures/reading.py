"""Reads words in pictures where the optional part is there, and says where it is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sowhat.model import (
    Block,
    Deck,
    Gap,
    Picture,
    PictureKind,
    PictureOrigin,
    Role,
    Slide,
    Source,
)
from sowhat.pictures import ocr
from sowhat.pictures.asking import Ask
from sowhat.pictures.near import Key, Surroundings, by_pixels, key_of, with_guess
from sowhat.pictures.seen import Word
from sowhat.pictures.wanted import Reading, Wanted
from sowhat.pictures.words import blocks_of, with_headline

FEW = 5  # words of the text layer: with fewer the slide is read as it is drawn, and judged by it
INSIDE = 3  # words of the text layer on a picture: its own labels, so that it is read already
LOOKED_AGAIN = 0.05  # of the slide: pictures to look at again once their words are known
READABLE = 1280  # pixels: the width at which a slide is drawn to be read
LEAST = {  # of the slide's area: pictures of these kinds are read from that size on
    PictureKind.ANALYST: 0.02,
    PictureKind.BADGE: 0.02,
    PictureKind.LOGO_WALL: 0.01,
    PictureKind.SCREENSHOT: 0.1,
    PictureKind.DIAGRAM: 0.02,  # a card with the figures of a survey looks like one
    PictureKind.CHART: 0.1,
}
JUDGED = (PictureKind.ANALYST, PictureKind.BADGE)  # their words say what the slide boasts of
SURE = 0.7  # from which confidence they do
PAGE = 0.9  # of the slide: a picture as large is the slide itself, exported, whatever it looks like
MARKS, MOST_MARKS = 4, 24  # small pictures of a slide that may be a wall; more are not read
NAMES = 0.4  # of a block's area that lies on logos: it is their names
MARK = (0.0006, 0.1)  # of the slide: so large is one of them
UNTITLED = (PictureKind.LOGO_WALL, PictureKind.SCREENSHOT)  # their largest words are no headline
NO_TEXT, FEW_WORDS, DRAWN_WORDS = "no-text", "few-words", "drawn-words"

Progress = Callable[[str, int, int], None]


def read(ask: Ask, deck: Deck, progress: Progress | None, *, on: bool) -> Deck:
    """Return the deck with the words of its pictures; without them, with what was not read.

    ``on`` False reads nothing, nor is anything read without the optional part.
    """
    bare = [slide.number for slide in deck.slides if _bare(deck, slide)]
    if not (on and ocr.there()):
        return _untold(deck, frozenset(bare))
    return _Reader(ask, deck, bare, progress).deck()


def _bare(deck: Deck, slide: Slide) -> bool:
    """Say whether a slide has hardly any words and something else that may hold some."""
    own = any(picture.source is not Source.LAYOUT for picture in slide.pictures)
    unread = any(gap.id == NO_TEXT and gap.slide == slide.number for gap in deck.gaps)
    return slide.words < FEW and (own or unread)


def _untold(deck: Deck, slides: frozenset[int]) -> Deck:
    told = {gap.slide for gap in deck.gaps if gap.id == NO_TEXT}
    new = (Gap(FEW_WORDS, number) for number in sorted(slides - told))
    return replace(deck, gaps=(*deck.gaps, *new))


class _Reader:
    """Reads the slides that have hardly any words, and the pictures that want it on the others."""

    def __init__(self, ask: Ask, deck: Deck, bare: list[int], progress: Progress | None) -> None:
        self._ask, self._deck, self._progress = ask, deck, progress
        self._bare = frozenset(bare)
        outlined = {gap.slide for gap in deck.gaps if gap.id == DRAWN_WORDS}
        self._outlined = frozenset(outlined - self._bare)
        self._readings: dict[Key, Reading] = {}
        self._around = Surroundings(deck)
        self._unread: set[int] = set()
        self._lettered: set[int] = set()
        self._marks = {slide.number: self._marks_of(slide) for slide in deck.slides}
        self._wanting = {
            slide.number: [p for p in slide.pictures if self._wants(slide, p)]
            for slide in deck.slides
            if slide.number not in self._bare
        }

    def deck(self) -> Deck:
        """Return the deck with what was read."""
        whole = self._bare | self._outlined
        total = len(whole) + sum(bool(pictures) for pictures in self._wanting.values())
        slides, done = [], 0
        for slide in self._deck.slides:
            asked = slide.number in whole or self._wanting.get(slide.number)
            slides.append(self._slide(slide) if asked else slide)
            done += bool(asked)
            if asked and self._progress is not None:
                self._progress("words", done, total)
        read = {slide.number for slide in slides if _was_read(slide)}
        mended = {NO_TEXT: read, DRAWN_WORDS: self._lettered}
        gaps = tuple(gap for gap in self._deck.gaps if gap.slide not in mended.get(gap.id, ()))
        deck = replace(self._deck, slides=tuple(slides), gaps=gaps)
        return _untold(deck, frozenset(self._unread))

    def _slide(self, slide: Slide) -> Slide:
        if slide.number in self._outlined:
            slide = self._with_letters(slide)
        return self._drawn(slide) if slide.number in self._bare else self._pictures(slide)

    def _with_letters(self, slide: Slide) -> Slide:
        """Read the letters that are drawn on a slide beside those that are written."""
        reading = self._ask.slide_words(slide.number, READABLE)
        lines = [line for line in reading.lines if _on_drawing(slide, line)]
        untitled = replace(slide, title="")
        blocks = blocks_of(lines, untitled, self._deck.height, titled=True)
        self._lettered |= {slide.number} if blocks else set()
        return with_headline(slide, blocks)

    def _drawn(self, slide: Slide) -> Slide:
        """Read a slide as it is drawn, and look at its pictures again with the words on them."""
        reading = self._ask.slide_words(slide.number, READABLE)
        if reading.why is not None:
            self._unread.add(slide.number)
            return slide
        titled = not any(p.kind in UNTITLED and p.box.clamped().area < PAGE for p in slide.pictures)
        blocks = blocks_of(reading.lines, slide, self._deck.height, titled=titled)
        if not blocks:
            return slide
        title = slide.title or (blocks[0].text if blocks[0].role is Role.TITLE else "")
        read = replace(slide, blocks=(*slide.blocks, *blocks), title=title)
        marks = {mark.box for mark in self._marks[slide.number]}
        again = [
            p
            for p in read.pictures
            if p.box in marks or (by_pixels(p) and p.box.clamped().area >= LOOKED_AGAIN)
        ]
        nears = [replace(self._around.near(read, p), read=True) for p in again]
        asked = [
            Wanted(slide.number, p.sha256 or "", p.crop, near)
            for p, near in zip(again, nears, strict=True)
        ]
        guesses = {
            id(p): item.guess
            for p, item in zip(again, self._ask.pictures(asked), strict=True)
            if item.guess is not None
        }
        pictures = [with_guess(p, guesses[id(p)]) if id(p) in guesses else p for p in read.pictures]
        kept = _without_names(read.blocks, [p for p in pictures if p.box in marks])
        pictures = [_with_words(p, blocks) for p in pictures]
        title = title if slide.title or blocks[0] in kept else ""
        return replace(read, title=title, blocks=kept, pictures=tuple(pictures))

    def _pictures(self, slide: Slide) -> Slide:
        """Read the pictures of a slide that want it; where it has few words they are judged too."""
        few = slide.words < FEW
        pictures: list[Picture] = []
        for picture in slide.pictures:
            if picture not in self._wanting[slide.number]:
                pictures.append(picture)
                continue
            reading = self._reading(slide, picture)
            seen = picture if reading.guess is None else with_guess(picture, reading.guess)
            blocks = blocks_of(reading.lines, slide, self._deck.height, picture.box)
            pictures.append(replace(seen, read=blocks))
            mark = picture in self._marks[slide.number]
            if blocks and not mark and (few or _boasts(seen)):
                slide = replace(slide, blocks=(*slide.blocks, *blocks))
        return replace(slide, pictures=tuple(pictures))

    def _reading(self, slide: Slide, picture: Picture) -> Reading:
        key = key_of(slide, picture)
        if key not in self._readings:
            near = self._around.near(slide, picture)
            mark = picture in self._marks[slide.number]
            wanted = Wanted(slide.number, picture.sha256 or "", picture.crop, near, mark)
            self._readings[key] = self._ask.words(wanted)
        return self._readings[key]

    def _wants(self, slide: Slide, picture: Picture) -> bool:
        """Say whether a picture is of a kind and a size that may hold words, and none are known."""
        if picture in self._marks[slide.number]:
            return True
        least = LEAST.get(picture.kind) if picture.kind else None
        if least is None or not by_pixels(picture) or picture.box.clamped().area < least:
            return False
        near = self._around.near(slide, picture)
        return not near.repeated and sum(len(w.text.split()) for w in near.words) < INSIDE

    def _marks_of(self, slide: Slide) -> tuple[Picture, ...]:
        """Return the small pictures of a slide, each once, where they are enough for a wall."""
        small: dict[Key, Picture] = {}
        for picture in slide.pictures:
            own = picture.origin is PictureOrigin.IMAGE and by_pixels(picture)
            fits = MARK[0] < picture.box.clamped().area < MARK[1]
            if own and fits and not self._around.near(slide, picture).repeated:
                small.setdefault(key_of(slide, picture), picture)
        return tuple(small.values())[:MOST_MARKS] if len(small) >= MARKS else ()


def _on_drawing(slide: Slide, line: Word) -> bool:
    """Say whether a line stands on what the slide draws, and not inside an image."""
    on = [p.origin for p in slide.pictures if p.box.contains(*line.box.center)]
    return PictureOrigin.DRAWING in on and PictureOrigin.IMAGE not in on


def _boasts(picture: Picture) -> bool:
    return picture.kind in JUDGED and (picture.confidence or 0.0) >= SURE


def _was_read(slide: Slide) -> bool:
    return any(block.source is Source.OCR for block in slide.blocks)


def _without_names(blocks: tuple[Block, ...], marks: list[Picture]) -> tuple[Block, ...]:
    """Return what is to be judged: not the names that were read in a wall of logos."""
    logos = [mark.box for mark in marks if mark.kind is PictureKind.LOGO]
    if len(logos) < MARKS:
        return blocks
    return tuple(
        block
        for block in blocks
        if block.source is not Source.OCR
        or block.box is None
        or sum(logo.overlap(block.box) for logo in logos) < NAMES * block.box.area
    )


def _with_words(picture: Picture, blocks: tuple[Block, ...]) -> Picture:
    """Give a picture what was read inside it."""
    inside = tuple(b for b in blocks if b.box and picture.box.contains(*b.box.center))
    return replace(picture, read=inside) if inside and by_pixels(picture) else picture
