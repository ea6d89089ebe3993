"""Places that are another customer's: a town in a deck that names one of its own."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sowhat.check.lines import Readings
from sowhat.check.look import is_listed_place
from sowhat.check.names import unknown
from sowhat.check.passages import Passage
from sowhat.judge.whose import Whose
from sowhat.model import Customer, FactKind, Item, ItemKind

HOME = 2  # slides
PLACE = 0.5  # how likely words are a place
SITE = 0.3  # how likely it is one of a customer's
SURELY = 0.9  # of what no list knows
GIVEN, READ = 0.75, 0.62  # how sure it is where the customer's places are given, and where not
_PLACED = re.compile(
    r"\b(?i:your) (?:[a-z-]+ ){0,2}(?:in|at|near|from) ((?:[A-ZÀ-Þ][\w’'-]+)(?: [A-ZÀ-Þ][\w’'-]+)?)"
    r"|\b(?i:your) ([A-ZÀ-Þ][\w’'-]+) (?:plant|office|site|headquarters|factory|warehouse|campus"
    r"|branch|store|depot|team)\b"
)
_NUMBER = re.compile(r"(?:[ -]\d+)+$")


def cities(
    customer: Customer, stream: Sequence[Passage], own: Sequence[Passage], readings: Readings
) -> Iterator[Item]:
    """Yield places that are called the customer's and are none of those given; where none was,
    the one that is read as a customer's where the deck has another one on slide after slide.

    ``own`` are the passages of ``stream`` that tell of nobody else."""
    given = {city.casefold() for city in customer.of(FactKind.CITY)}
    if not given:
        yield from _strange(stream, own, readings)
        return
    for passage in own:
        for match in _PLACED.finditer(passage.text):
            said = match[1] or match[2]
            if not given & {said.casefold(), *said.casefold().split()}:
                span = match.span(1 if match[1] else 2)
                yield _item(passage, span, GIVEN)


class _Named(NamedTuple):
    passage: Passage
    start: int
    end: int
    site: float

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]


def _strange(
    stream: Sequence[Passage], own: Sequence[Passage], readings: Readings
) -> Iterator[Item]:
    """Yield the one place that is named once in a deck that names another one on slide after slide;
    of several places none is strange."""
    found: dict[str, list[_Named]] = defaultdict(list)
    beside: Counter[int] = Counter()  # places in a passage
    for passage in own:
        for named in _places(passage, readings) if passage.slide and passage.seen else ():
            found[named.text.casefold()].append(named)
            beside[id(passage)] += 1
    home = [city for city in found if _slides(city, stream) >= HOME]
    if len(home) != 1:
        return
    once = [
        places[0]
        for city, places in found.items()
        if len(places) == 1 and places[0].site >= SITE and home[0] not in city
        if _is_place(places[0])
    ]
    if len(once) == 1:
        strange = once[0]
        alone = beside[id(strange.passage)] == 1
        if alone and sum(strange.text in passage.text for passage in stream) == 1:
            yield _item(strange.passage, (strange.start, strange.end), READ)


def _places(passage: Passage, readings: Readings) -> Iterator[_Named]:
    """Yield the places of a passage, and how likely each is a customer's."""
    for start, last in readings.likely(passage, (Whose.SITE, Whose.PLACE), PLACE):
        said = _NUMBER.sub("", passage.text[start:last])  # "Lincoln 19:30"
        read = readings.of(passage, start, start + len(said))
        if said[0].isupper() and read is not None:
            yield _Named(passage, start, start + len(said), float(read[Whose.SITE]))


def _is_place(named: _Named) -> bool:
    """Say whether a name is a town's, or very likely one and no word."""
    return is_listed_place(named.text) or (
        named.site >= SURELY and all(map(unknown, named.text.casefold().split()))
    )


def _slides(city: str, stream: Sequence[Passage]) -> int:
    """Return on how many slides a place is named."""
    return len({p.slide for p in stream if p.slide and p.seen and city in p.text.casefold()})


def _item(passage: Passage, span: tuple[int, int], sure: float) -> Item:
    return passage.item(ItemKind.LEFTOVER, "left-over-city", span, confidence=sure, blocker=False)
