"""What stands around each picture of a deck: words, place, and how often it is there. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sowhat.model import Block, Box, Deck, Picture, PictureOrigin, Role, Slide, Source
from sowhat.pictures.seen import Guess, Near, Word

BESIDE = 0.03  # of the slide: words so far from a picture's edge belong to it
LONGEST_TEXT = 600  # characters of what stands beside a picture
MANY, MANY_SHARE = 3, 0.3  # slides, and of all slides: what stands on so many belongs to the design
FOOT, SMALL = 0.88, 0.03  # of the slide: a small picture below is part of the footer

Key = tuple[object, ...]


def key_of(slide: Slide, picture: Picture) -> Key:
    """Return what tells a picture from others: one with the same key need not be seen again."""
    if picture.sha256 is not None:
        crop = picture.crop
        return picture.sha256, None if crop is None else _rounded(crop)
    place = _rounded(picture.box)
    if picture.source is Source.LAYOUT:  # drawn once for all slides
        return picture.origin, picture.name, place
    return picture.origin, picture.name, place, slide.number


class Surroundings:
    """The surroundings of the pictures of one deck."""

    def __init__(self, deck: Deck) -> None:
        self._slides: defaultdict[Key, set[int]] = defaultdict(set)
        for slide in deck.slides:
            for picture in slide.pictures:
                self._slides[_known_by(picture)].add(slide.step_of or slide.number)
        self._many = max(MANY, MANY_SHARE * len(deck.slides))

    def near(self, slide: Slide, picture: Picture) -> Near:
        """Return what stands around ``picture`` on ``slide``."""
        return Near(
            alt=picture.alt,
            name=picture.name,
            title=slide.title,
            text=_beside(slide.blocks, picture.box),
            words=tuple(_inside(slide.blocks, picture.box)),
            share=picture.box.clamped().area,
            repeated=self._repeated(picture),
        )

    def _repeated(self, picture: Picture) -> bool:
        if picture.source is Source.LAYOUT or len(self._slides[_known_by(picture)]) >= self._many:
            return True
        return picture.box.y0 >= FOOT and picture.box.area < SMALL


def fitted(box: Box, inner: Box) -> Box:
    """Return where a part of a picture stands on the slide; ``inner`` in fractions of it."""
    return Box(
        box.x0 + inner.x0 * box.width,
        box.y0 + inner.y0 * box.height,
        box.x0 + inner.x1 * box.width,
        box.y0 + inner.y1 * box.height,
    )


def _known_by(picture: Picture) -> Key:
    if picture.sha256 is not None:
        return (picture.sha256,)
    return picture.origin, picture.name, _rounded(picture.box)


def _rounded(box: Box) -> tuple[float, ...]:
    return tuple(round(edge, 2) for edge in (box.x0, box.y0, box.x1, box.y1))


def _beside(blocks: Iterable[Block], box: Box) -> str:
    around = box.grown(BESIDE)
    words = (
        " ".join(block.text.split())
        for block in blocks
        if block.box and block.role is not Role.FOOTER and around.overlap(block.box) > 0
    )
    return " ".join(words)[:LONGEST_TEXT]


def _inside(blocks: Iterable[Block], box: Box) -> Iterator[Word]:
    """Yield the words of the text layer that stand in ``box``, line by line where that is known."""
    if box.width <= 0 or box.height <= 0:
        return
    for block in blocks:
        if block.box is None or not box.holds(block.box, slack=BESIDE / 3):
            continue
        if block.spans:
            for span in block.spans:
                yield Word(block.text[span.start : span.end], _within(box, span.box), 1.0)
        else:
            yield Word(" ".join(block.text.split()), _within(box, block.box), 1.0)


def _within(box: Box, inner: Box) -> Box:
    return Box(
        (inner.x0 - box.x0) / box.width,
        (inner.y0 - box.y0) / box.height,
        (inner.x1 - box.x0) / box.width,
        (inner.y1 - box.y0) / box.height,
    ).clamped()


def by_pixels(picture: Picture) -> bool:
    """Say whether a picture is looked at by the bytes of its file."""
    return picture.sha256 is not None and picture.origin is not PictureOrigin.CHART


def with_guess(picture: Picture, guess: Guess) -> Picture:
    """Return the picture with its kind; its marks are placed on the slide."""
    marks = tuple(fitted(picture.box, box) for box in guess.boxes)
    return replace(
        picture,
        kind=guess.kind,
        confidence=round(guess.confidence, 3),
        reason=guess.reason,
        marks=marks,
    )
