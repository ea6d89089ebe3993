"""Marks of others: pictures of the rep's other decks, and marks that stand where another stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sowhat.check.items import item
from sowhat.model import Box, Deck, Item, ItemKind, Picture, PictureKind, Slide, Source, Where

SMALL = 0.12  # of the slide: a larger picture is no mark
MARKED = 0.25  # a picture on so large a share of the slides is the deck's mark
FEWEST = 3  # slides
SAME_PLACE = 0.6  # of both boxes
TITLE_SLIDES = 1
MOST_ODD = 2  # slides on which another mark, or none, stands there
LIKELY, ODD = 0.8, 0.6


def logos(deck: Deck, others: Sequence[tuple[Deck, str]]) -> Iterator[Item]:
    """Yield marks of others; ``others`` are the rep's other decks with their customers' names."""
    foreign = dict(_foreign(others))
    for slide in deck.slides:
        for picture in slide.pictures:
            if picture.sha256 in foreign:
                name = foreign[picture.sha256 or ""]
                yield _item(slide, picture, "left-over-logo", LIKELY, name)
    yield from _odd(deck, set(foreign))


def _foreign(others: Sequence[tuple[Deck, str]]) -> Iterator[tuple[str, str]]:
    """Yield the digests of marks that only decks of one other customer show, with its name."""
    shown: dict[str, set[str]] = defaultdict(set)
    for other, name in others:
        for digest in _marks(other):
            shown[digest].add(name)
    held = Counter(d for other, _ in others for d in {p.sha256 for p in _pictures(other)})
    for digest, names in shown.items():
        alone = len(names) == 1 and (held[digest] < len(others) or len(others) == 1)
        if alone and _names(others, digest, next(iter(names)), several=len(others) > 1):
            yield digest, next(iter(names))


def _names(others: Sequence[tuple[Deck, str]], digest: str, name: str, *, several: bool) -> bool:
    """Say whether a mark is the customer's: by its name where there is one deck only."""
    first = name.split(maxsplit=1)[0].casefold()
    told = (
        f"{p.alt} {p.name}".casefold()
        for o, _ in others
        for p in _pictures(o)
        if p.sha256 == digest
    )
    return several or any(first in words for words in told)


def _marks(deck: Deck) -> set[str]:
    """Return the digests of small pictures of the title slide and of those that come back."""
    counts = Counter(d for s in deck.slides for d in {p.sha256 for p in s.pictures if _is_mark(p)})
    least = max(FEWEST, MARKED * len(deck.slides))
    first = {p.sha256 for s in deck.slides[:TITLE_SLIDES] for p in s.pictures if _is_mark(p)}
    return {d for d, n in counts.items() if d and (n >= least or d in first)}


def _pictures(deck: Deck) -> Iterable[Picture]:
    return (picture for slide in deck.slides for picture in slide.pictures)


def _is_mark(picture: Picture) -> bool:
    return picture.sha256 is not None and picture.box.area <= SMALL


def _odd(deck: Deck, told: set[str]) -> Iterator[Item]:
    """Yield the mark that stands in the corner where nearly all slides show another one."""
    for digest, box, slides in _corners(deck):
        if len(slides) < len(deck.slides) - MOST_ODD:
            continue
        for slide in deck.slides:
            for picture in slide.pictures:
                own = picture.sha256 and picture.sha256 != digest and picture.sha256 not in told
                own = own and picture.source is not Source.LAYOUT and _says_logo(picture)
                if own and slide.number not in slides and _over(picture.box, box) >= SAME_PLACE:
                    yield _item(slide, picture, "odd-logo", ODD, "")


def _says_logo(picture: Picture) -> bool:
    said = f"{picture.alt} {picture.name}".casefold()
    return picture.kind is PictureKind.LOGO or "logo" in said


def _corners(deck: Deck) -> Iterator[tuple[str, Box, set[int]]]:
    """Yield the marks that come back in one place, with that place and their slides."""
    seen: dict[str, dict[int, Box]] = defaultdict(dict)
    for slide in deck.slides:
        for picture in slide.pictures:
            if _is_mark(picture):
                seen[picture.sha256 or ""][slide.number] = picture.box
    least = max(FEWEST, len(deck.slides) / 2)
    for digest, places in seen.items():
        box = next(iter(places.values()))
        if len(places) >= least and all(_over(b, box) >= SAME_PLACE for b in places.values()):
            yield digest, box, set(places)


def _over(box: Box, other: Box) -> float:
    shared = box.overlap(other)
    together = box.area + other.area - shared
    return shared / together if together > 0 else 0.0


def _item(slide: Slide, picture: Picture, rule: str, sure: float, name: str) -> Item:
    said = picture.alt or picture.name
    where = Where.HIDDEN if slide.hidden else Where.PICTURE
    return item(
        ItemKind.LEFTOVER,
        rule,
        slide.number,
        where,
        said,
        sure=sure,
        blocker=sure >= LIKELY,
        box=picture.box,
        values={"name": name},
    )
