"""The signs and blocks that a verdict rests on."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sowhat.judge.encoder import BlockReading, Reading
from sowhat.model import (
    WHOLE,
    BlockVerdict,
    Motif,
    Place,
    Side,
    Sign,
    Slide,
    Source,
    Stance,
)
from sowhat.texts import text

MOST_EVIDENCE = 6  # signs a verdict shows
MOST_ALIKE = 2  # of them that say the same of voice or name
MOST_READ = 2  # of them that are blocks as the text model reads them
LEAST_SHARE = 0.05  # of the slide that such a block has
CLEAR = 0.5  # chance of its own side that such a block has
SIDES: Mapping[Stance, tuple[Side, ...]] = {
    Stance.VENDOR: (Side.VENDOR,),
    Stance.CUSTOMER: (Side.CUSTOMER,),
    Stance.MIXED: (Side.VENDOR, Side.CUSTOMER),
    Stance.NEUTRAL: (Side.NEUTRAL,),
}
_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*")  # tells a person nothing by itself


def blocks(reading: Reading) -> tuple[BlockVerdict, ...]:
    """Return what each block says by itself."""
    return tuple(_block(one) for one in reading.blocks)


def evidence(
    slide: Slide,
    stance: Stance,
    motifs: Sequence[Motif],
    signs: Sequence[Sign],
    read: Sequence[BlockVerdict],
) -> tuple[Sign, ...]:
    """Return what speaks for ``stance``, the main motif's first, blocks as read next, voices last.

    A mixed slide shows both sides where both are there. Never empty: where nothing speaks for the
    stance, the only sign is ``nothing``.
    """
    sides = SIDES[stance]
    own = [s for side in sides for s in (*_fitting(signs, side, motifs), *_read(slide, read, side))]
    kept: list[Sign] = []
    times: Counter[str] = Counter()
    for sign in sorted(own, key=lambda sign: _order(sign, motifs)):
        most = MOST_EVIDENCE if sign.motif else MOST_ALIKE
        if times[sign.id] < most and not any(_same_words(sign, other) for other in kept):
            kept.append(sign)
            times[sign.id] += 1
    return tuple(map(_sourced, _all_sides(kept, sides))) or (_nothing(slide, "nothing"),)


def with_unread(slide: Slide, evidence: Sequence[Sign]) -> tuple[Sign, ...]:
    """Return the evidence, and with it that the words of the slide's pictures were not read."""
    shown = [sign for sign in evidence if sign.id != "nothing"]
    return (*shown[: MOST_EVIDENCE - 1], _nothing(slide, "not-read"))


def _sourced(sign: Sign) -> Sign:
    """Say of words that were read from a picture that they were."""
    if sign.place.source is not Source.OCR:
        return sign
    return replace(sign, why=text("signs.from-picture", why=sign.why))


def _all_sides(kept: Sequence[Sign], sides: Sequence[Side]) -> list[Sign]:
    """Return the first signs; the last of them give way to the first of a side that is missing."""
    shown = list(kept[:MOST_EVIDENCE])
    for side in sides:
        if shown and not any(sign.side is side for sign in shown):
            rest = [sign for sign in kept if sign.side is side][:1]
            shown = shown[: MOST_EVIDENCE - len(rest)] + rest
    return shown


def _fitting(signs: Sequence[Sign], side: Side, motifs: Sequence[Motif]) -> list[Sign]:
    return [s for s in signs if s.weight > 0 and s.side is side and s.motif in (None, *motifs)]


def _read(slide: Slide, read: Sequence[BlockVerdict], side: Side) -> list[Sign]:
    """Return the blocks that are of ``side`` as the text model reads them, the strongest first."""
    found = []
    for one in read:
        chance = one.chances[list(Stance).index(Stance(side.value))]
        block = slide.blocks[one.block]
        if one.share >= LEAST_SHARE and chance >= CLEAR and _ADDRESS.sub("", block.text).strip():
            place = Place(slide.number, block.source, block.box, block.exact, block.text, one.block)
            why = text(f"signs.reads-{side}", chance=f"{chance:.0%}")
            weight = round(one.share * chance, 3)
            found.append(Sign(f"reads-{side}", "reading", None, side, weight, why, place))
    return sorted(found, key=lambda sign: -sign.weight)[:MOST_READ]


def _order(sign: Sign, motifs: Sequence[Motif]) -> tuple[int, float]:
    if sign.motif is not None:
        return int(sign.motif is not motifs[0]), -sign.weight
    return (2 if sign.kind == "reading" else 3), -sign.weight


def _same_words(one: Sign, other: Sign) -> bool:
    """Say whether two signs of one side and motif stand on the same words."""
    a, b = one.place, other.place
    if a.quote is None or b.quote is None:
        return one.id == other.id
    if a.block != b.block or a.source is not b.source or (one.motif or other.motif) != other.motif:
        return False
    return a.start < b.start + len(b.quote) and b.start < a.start + len(a.quote)


def _block(one: BlockReading) -> BlockVerdict:
    vendor, customer, mixed, neutral = _chances(one.stances)
    return BlockVerdict(one.block, round(one.share, 3), (vendor, customer, mixed, neutral))


def _chances(logits: Sequence[float]) -> Iterator[float]:
    top = max(logits)
    parts = [math.exp(logit - top) for logit in logits]
    return (round(part / sum(parts), 3) for part in parts)


def _nothing(slide: Slide, why: str) -> Sign:
    place = Place(slide.number, box=WHOLE, exact=False)
    return Sign(why, "layout", None, Side.NEUTRAL, 0.1, text(f"signs.{why}"), place)
