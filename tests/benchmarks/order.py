"""Whether proposed orders keep their rules: ``python -m tests.benchmarks.order GOLD``.

GOLD is a folder of labelled decks (see ``gold.py``). By default the order is proposed from the
readers' labels, so that no error of the judge is in it; ``--judge`` takes the shipped judge's
verdicts on the same decks. For each deck it prints how many slides move and where the customer
first appears before and after, and which rule was broken; it ends with 1 where any was. Then made
decks that put the customer first are shuffled, and how near the proposal comes to them is printed
as Kendall's tau.
"""

from __future__ import annotations

import argparse
import random
import statistics
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from sowhat import advise
from sowhat.advise.cards import cards
from sowhat.advise.shape import Section, sections, shape
from sowhat.engine import judged, read
from sowhat.model import (
    Deck,
    DeckKind,
    Motif,
    Note,
    Order,
    Profile,
    Slide,
    Stance,
    Verdict,
)
from sowhat.rules import load
from sowhat.rules.order import load_order
from sowhat.settings import AuditOptions
from sowhat.worker import Worker
from tests.benchmarks.corpus import Label, labels_of

HELD = {Motif.TITLE, Motif.AGENDA, Motif.LEGAL, Motif.CLOSING}
STORY = (
    *("title", "agenda", "insight", "people", "problem", "problem", "goal", "outcome"),
    *("product", "product", "method", "peer", "company", "logos", "offer", "plan", "closing"),
)


def main() -> int:
    """Propose, check and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--judge", action="store_true", help="take the judge's verdicts")
    given = parser.parse_args()
    notes: Counter[str] = Counter()
    moved: list[float] = []
    late: list[str] = []
    broken = 0
    for path in sorted((given.gold / "decks").iterdir()):
        deck, profile, verdicts = _judged(path, given.gold, judge=given.judge)
        order = advise.propose(deck, profile, verdicts, load())
        faults = list(check(deck, profile, verdicts, order))
        notes[order.note] += 1
        broken += len(faults)
        first = order.before.first_customer, order.after.first_customer
        print(f"{path.stem:34}{len(order.slides):4} slides{len(order.moves):4} moved", end="")
        print(f"   first {_said(first)}   run {order.before.vendor_run:2} -> ", end="")
        print(f"{order.after.vendor_run:2}   {order.note}")
        for fault in faults:
            print(f"    {fault}")
        if order.changed:
            moved.append(len(order.moves) / len(order.slides))
        if first[0] is not None and first[0] > load_order().first_within:
            late.append(f"{path.stem} {_said(first)}")
    print(f"\n{sum(notes.values())} decks: " + ", ".join(f"{n} {k}" for k, n in notes.items()))
    if moved:
        print(f"of the slides of a deck that changes, {statistics.mean(moved):.0%} move on average")
    print(f"late customers: {'; '.join(late) or 'none'}")
    print(f"rules broken: {broken}")
    taus = list(shuffled(200))
    print(f"Kendall's tau of {len(taus)} shuffled decks: least {min(taus):.3f}", end="")
    print(f", mean {statistics.mean(taus):.3f}")
    return 1 if broken else 0


def _said(first: tuple[int | None, int | None]) -> str:
    return " -> ".join("-" if place is None else str(place) for place in first)


def _judged(path: Path, gold: Path, *, judge: bool) -> tuple[Deck, Profile, tuple[Verdict, ...]]:
    with Worker() as worker:
        deck = read(path, worker, AuditOptions(pictures=judge))
    if judge:
        found = judged(deck, AuditOptions(decisions=()))
        return found.deck, found.profile, found.verdicts
    labels = labels_of(gold, path.stem)
    return deck, Profile(), tuple(_labelled(slide, labels) for slide in deck.slides)


def _labelled(slide: Slide, labels: Mapping[int, Label]) -> Verdict:
    """Return a label as a verdict; a slide that nobody labelled is unsure."""
    label = labels.get(slide.number)
    even = (0.25, 0.25, 0.25, 0.25)
    if label is None:
        return Verdict(slide.number, Stance.NEUTRAL, (Motif.OTHER,), 0.25, True, even)
    return Verdict(slide.number, label.stance, label.motifs, 1.0, False, even)


def check(deck: Deck, profile: Profile, verdicts: Sequence[Verdict], order: Order) -> Iterator[str]:
    """Yield what is wrong with a proposed order."""
    numbers = [slide.number for slide in deck.slides]
    if sorted(order.slides) != numbers:
        yield "slides are missing"
    if len(order.moves) != len(numbers) - _longest(order.slides):
        yield "not as few as possible move"
    again = advise.propose(*_reordered(deck, profile, verdicts, order), load())
    if again.changed:
        yield f"proposed again {len(again.moves)} move"
    yield from _places(deck, verdicts, order)
    yield from _together(deck, verdicts, order)
    yield from _first(order)


def _longest(order: Sequence[int]) -> int:
    best: list[int] = []
    for index, slide in enumerate(order):
        best.append(max((best[j] + 1 for j in range(index) if order[j] < slide), default=1))
    return max(best)


def _reordered(
    deck: Deck, profile: Profile, verdicts: Sequence[Verdict], order: Order
) -> tuple[Deck, Profile, list[Verdict]]:
    new = {number: place for place, number in enumerate(order.slides, 1)}
    old = [deck.slides[number - 1] for number in order.slides]
    slides = tuple(
        replace(slide, number=new[slide.number], step_of=new.get(slide.step_of or 0))
        for slide in old
    )
    told = [replace(verdicts[slide.number - 1], slide=new[slide.number]) for slide in old]
    return replace(deck, slides=slides), profile, told


def _places(deck: Deck, verdicts: Sequence[Verdict], order: Order) -> Iterator[str]:
    """Find titles, agendas, legal notes and closings that do not hold their places.

    An agenda or a title that comes again heads a section and moves with it.
    """
    seen: set[Motif] = set()
    for slide in deck.shown:
        motif = verdicts[slide.number - 1].motif
        again = motif in seen and motif in (Motif.TITLE, Motif.AGENDA)
        seen.add(motif)
        if motif not in HELD or again or order.place(slide.number) == slide.number:
            continue
        ahead = set(order.slides[: order.place(slide.number) - 1])
        if not set(range(1, slide.number)) - ahead <= set(order.appendix):
            yield f"slide {slide.number}, {motif}, moves to {order.place(slide.number)}"


def _together(deck: Deck, verdicts: Sequence[Verdict], order: Order) -> Iterator[str]:
    made = cards(deck, verdicts, load())
    for card in made:
        if card.tie and order.place(card.slide) != order.place(card.slide - 1) + 1:
            yield f"slide {card.slide} leaves what it is a {card.tie} of"
    found = shape(made)
    for section in sections(found.middle):
        head = [card.slide for atom in section.head for card in atom]
        stay = [n for n in _body(section) if order.place(n) > order.place(head[-1])] if head else []
        if head and _body(section) and not stay:
            yield f"the divider on slide {head[0]} is left without its section"
        if head and not found.pins and stay and order.place(stay[0]) < order.place(head[0]):
            yield f"the section of slide {head[0]} stands before its divider"


def _body(section: Section) -> list[int]:
    return [card.slide for unit in section.units for atom in unit.atoms for card in atom]


def _first(order: Order) -> Iterator[str]:
    was, first = order.before.first_customer, order.after.first_customer
    if was is not None and first is not None and first > was:
        yield f"the customer first appears on slide {first} and was on {was}"
    if order.note is Note.PROPOSED and first is not None and first > load_order().first_within:
        yield f"the customer still first appears on slide {first}"


def shuffled(count: int) -> Iterator[float]:
    """Yield Kendall's tau of made decks that were shuffled between agenda and closing."""
    last = len(STORY) - 1
    for seed in range(count):
        line = [0, 1, *random.Random(seed).sample(range(2, last), last - 2), last]
        verdicts = tuple(_made(place, STORY[at]) for place, at in enumerate(line, 1))
        slides = tuple(Slide(place) for place in range(1, len(line) + 1))
        deck = Deck("made.pptx", "0" * 64, DeckKind.PPTX, 960, 540, slides)
        order = advise.propose(deck, Profile(), verdicts, load())
        yield kendall([line[number - 1] for number in order.slides])


def _made(place: int, word: str) -> Verdict:
    motif = Motif(word)
    stance = Stance(load().motifs[motif].side.value)
    return Verdict(place, stance, (motif,), 1.0, False, (0.25, 0.25, 0.25, 0.25))


def kendall(order: Sequence[int]) -> float:
    """Return Kendall's tau of a permutation beside the sorted order."""
    pairs = [(a, b) for at, a in enumerate(order) for b in order[at + 1 :]]
    return sum(1 if a < b else -1 for a, b in pairs) / len(pairs)


if __name__ == "__main__":
    raise SystemExit(main())
