"""A deck whose pictures are known by reference becomes one whose pictures were seen."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from sowhat.model import (
    Deck,
    Gap,
    Picture,
    PictureKind,
    PictureOrigin,
    Slide,
)
from sowhat.pictures.asking import Ask
from sowhat.pictures.near import Key, Surroundings, by_pixels, key_of, with_guess
from sowhat.pictures.reading import read
from sowhat.pictures.seen import Guess
from sowhat.pictures.wanted import Found, Region, Wanted, Why

DRAWN = 960  # pixels: the width at which a slide is drawn for what it draws itself
LEAST_DRAWN = 0.01  # of the slide: smaller drawings are ornaments
ALSO_DRAWN = (Why.VECTOR, Why.FORMAT)  # no pixels by themselves, but the drawing may have some
CHART = Guess(PictureKind.CHART, 1.0, "picture-chart-data")

Progress = Callable[[str, int, int], None]
Place = tuple[Slide, Picture]


def see(ask: Ask, *, words: bool = True, progress: Progress | None = None) -> Deck:
    """Return the deck with the kinds of its pictures, and with ``words`` what is read from them.

    ``progress`` gets the stage (pictures, words), what is done and of how much. What is not seen is
    among the deck's gaps. Raises ``CancelledError``.
    """
    deck = ask.deck
    around = Surroundings(deck)
    places = _first_places(deck.slides)
    found = _looked(ask, places, around, progress)
    slides = tuple(_seen(slide, found) for slide in deck.slides)
    gaps = (*deck.gaps, *_gaps(places, found))
    return read(ask, replace(deck, slides=slides, gaps=gaps), progress if words else None, on=words)


def _first_places(slides: Iterable[Slide]) -> dict[Key, Place]:
    """Return each distinct picture with the first slide that shows it, a hidden one only else."""
    places: dict[Key, Place] = {}
    for slide in sorted(slides, key=lambda slide: slide.hidden):
        for picture in slide.pictures:
            places.setdefault(key_of(slide, picture), (slide, picture))
    return dict(sorted(places.items(), key=lambda item: item[1][0].number))


def _looked(
    ask: Ask, places: Mapping[Key, Place], around: Surroundings, progress: Progress | None
) -> dict[Key, Found]:
    """Look at the files of the pictures first, then at what only a drawn slide shows."""
    files = [key for key, (_, picture) in places.items() if by_pixels(picture)]
    drawings = {key: place for key, place in places.items() if _is_drawn(place[1])}
    done, total = 0, len(files) + len(drawings)

    def told(more: int) -> None:
        nonlocal done
        done += more
        if progress is not None:
            progress("pictures", done, total)

    told(0)
    found: dict[Key, Found] = {
        key: Found(CHART)
        for key, (_, picture) in places.items()
        if picture.origin is PictureOrigin.CHART
    }
    asked = [_wanted(*places[key], around) for key in files]
    for key, item in zip(files, ask.pictures(asked), strict=True):
        found[key] = item
        told(1)
    drawings |= {key: places[key] for key in files if found[key].why in ALSO_DRAWN}
    by_slide: defaultdict[int, list[Key]] = defaultdict(list)
    for key, (slide, _) in drawings.items():
        by_slide[slide.number].append(key)
    for number, keys in by_slide.items():
        regions = [_region(*drawings[key], around) for key in keys]
        for key, item in zip(keys, ask.regions(number, DRAWN, regions), strict=True):
            found[key] = item if item.guess or key not in found else found[key]
        told(sum(not by_pixels(drawings[key][1]) for key in keys))
    return found


def _is_drawn(picture: Picture) -> bool:
    """Say whether a picture has no file, but is large enough to be looked at as it is drawn."""
    return (
        not by_pixels(picture)
        and picture.origin is not PictureOrigin.CHART
        and picture.box.clamped().area >= LEAST_DRAWN
    )


def _wanted(slide: Slide, picture: Picture, around: Surroundings) -> Wanted:
    near = around.near(slide, picture)
    return Wanted(slide.number, picture.sha256 or "", picture.crop, near)


def _region(slide: Slide, picture: Picture, around: Surroundings) -> Region:
    return Region(picture.box.clamped(), around.near(slide, picture))


def _seen(slide: Slide, found: Mapping[Key, Found]) -> Slide:
    pictures = []
    for picture in slide.pictures:
        item = found.get(key_of(slide, picture))
        guess = None if item is None else item.guess
        pictures.append(picture if guess is None else with_guess(picture, guess))
    return replace(slide, pictures=tuple(pictures))


def _gaps(places: Mapping[Key, Place], found: Mapping[Key, Found]) -> list[Gap]:
    """Return how many pictures of each slide were not seen, or not as they are, by reason."""
    counts = Counter(
        (places[key][0].number, item.why) for key, item in found.items() if item.why is not None
    )
    return [Gap(f"picture-{why}", slide, str(n)) for (slide, why), n in sorted(counts.items())]
