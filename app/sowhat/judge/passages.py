"""What the text model reads of a slide: its words block by block, and what stands around it.

Names of the parties are replaced by tokens, so that what is learnt of one company holds for all.
"""

from __future__ import annotations

import math
import re
import statistics
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sowhat.model import Block, Deck, PictureOrigin, Profile, Role, Slide

VENDOR, PRODUCT, CUSTOMER = "[unused1]", "[unused2]", "[unused3]"  # of BERT's vocabulary
FEWEST_LETTERS = 3  # of a name: shorter ones are words too often
FEW_WORDS = 12  # a slide with fewer is read with its notes: they may say what a picture is for
LONGEST_TITLE, LONGEST_NOTES = 90, 240  # characters of what stands around a slide
SMALLEST = 0.004  # of the slide: smaller pictures are dots and lines
_NOTHING = "-"


@dataclass(frozen=True, slots=True)
class Part:
    """A block's words; ``block`` is its index on the slide, ``size`` its type's size.

    ``size`` is in doublings of the slide's usual size, -1 to 1.
    """

    text: str
    block: int
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a slide: its place, the titles before and after it, pictures, notes."""

    place: str
    deck: str
    before: str
    after: str
    pictures: str
    notes: str = ""

    @property
    def text(self) -> str:
        """The words in the order in which the model reads them."""
        titles = f"{self.place} slide of {self.deck} | after {self.before} | before {self.after}"
        notes = f" | notes {self.notes}" if self.notes else ""
        return f"{titles} | {self.pictures}{notes}"


@dataclass(frozen=True, slots=True)
class Passage:
    """A slide as the model reads it: ``titles`` before ``body``, in reading order."""

    around: Surroundings
    titles: tuple[Part, ...]
    body: tuple[Part, ...]


def passages(deck: Deck, profile: Profile) -> list[Passage]:
    """Return a passage for each slide of ``deck``."""
    masked = masker(profile)
    heads = [masked(_head(slide))[:LONGEST_TITLE] for slide in deck.slides]
    return [
        Passage(
            _surroundings(slide, index, heads, masked),
            tuple(_parts(slide, masked, titles=True)),
            tuple(_parts(slide, masked, titles=False)),
        )
        for index, slide in enumerate(deck.slides)
    ]


def masker(profile: Profile) -> Callable[[str], str]:
    """Return a function that puts the parties' tokens in the place of their names."""
    parties = (
        (profile.vendor.names, VENDOR),
        (profile.products, PRODUCT),
        (profile.customer.names, CUSTOMER),
    )
    tokens = {_key(name): token for names, token in reversed(parties) for name in names}
    known = [name for name in tokens if len(name) >= FEWEST_LETTERS]
    if not known:
        return lambda text: text
    longest_first = "|".join(_loose(name) for name in sorted(known, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{longest_first})(?!\w)", re.IGNORECASE)
    return lambda text: pattern.sub(lambda hit: tokens[_key(hit[0])], text)


def _key(name: str) -> str:
    return " ".join(name.lower().split())


def _loose(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))


def _head(slide: Slide) -> str:
    words = slide.title or next((b.text for b in slide.body if _said(b)), "")
    return " ".join(words.split())


def _said(block: Block) -> bool:
    return any(map(str.isalpha, block.text))


def _surroundings(
    slide: Slide, index: int, heads: Sequence[str], masked: Callable[[str], str]
) -> Surroundings:
    notes = " ".join(" ".join(b.text.split()) for b in slide.notes)
    return Surroundings(
        place=_place(index, len(heads)),
        deck=next(filter(None, heads), _NOTHING),
        before=(heads[index - 1] if index else "") or _NOTHING,
        after=(heads[index + 1] if index + 1 < len(heads) else "") or _NOTHING,
        pictures=" ".join(_pictures(slide)),
        notes=masked(notes)[:LONGEST_NOTES] if slide.words < FEW_WORDS else "",
    )


def _place(index: int, count: int) -> str:
    if index == 0:
        return "first"
    if index == count - 1:
        return "last"
    share = index / count
    return "early" if share < 0.25 else "late" if share > 0.75 else "middle"


def _pictures(slide: Slide) -> Iterator[str]:
    drawn = [p for p in slide.pictures if p.box.clamped().area > SMALLEST]
    count = sum(p.origin is not PictureOrigin.CHART for p in drawn)
    yield "no" if not count else "one" if count == 1 else "few" if count < 5 else "many"
    yield "pictures"
    if len(drawn) > count:
        yield "chart"
    if any(block.role is Role.CELL for block in slide.blocks):
        yield "table"


def _parts(slide: Slide, masked: Callable[[str], str], *, titles: bool) -> Iterator[Part]:
    usual = _usual(slide.blocks)
    for index, block in enumerate(slide.blocks):
        if block.role is not Role.FOOTER and (block.role is Role.TITLE) is titles and _said(block):
            text = masked(" ".join(block.text.split()))
            yield Part(text, index, _doublings(_size(block), usual))


def _usual(blocks: Iterable[Block]) -> float | None:
    """Return the middle size of the slide's type, each letter counted once."""
    sizes = [
        run.size for b in blocks if b.role is not Role.FOOTER for run in b.runs if run.size
        for _ in range(1 + len(run.text) // 10)
    ]  # fmt: skip
    return statistics.median(sizes) if sizes else None


def _size(block: Block) -> float | None:
    return max((run.size for run in block.runs if run.size), default=None)


def _doublings(size: float | None, usual: float | None) -> float:
    if not size or not usual:
        return 0.0
    return max(-1.0, min(1.0, math.log2(size / usual)))
