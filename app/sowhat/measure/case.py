"""What a finding's check is given, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sowhat.model import (
    Block,
    Deck,
    Measures,
    Motif,
    Place,
    Profile,
    Role,
    Side,
    Sign,
    Slide,
    Stance,
    Verdict,
)
from sowhat.rules import FindingRule


@dataclass(frozen=True, slots=True)
class Case:
    """A deck with all that is known of it, for the check of one rule.

    ``shown`` are the verdicts on shown slides, ``sure`` those of them that are not unsure. Of a
    deck of ``any_size`` it is told what it lacks, however few of its slides were judged.
    """

    deck: Deck
    profile: Profile
    measures: Measures
    rule: FindingRule
    shown: tuple[Verdict, ...]
    sure: tuple[Verdict, ...]
    signs: Sequence[Sequence[Sign]]
    any_size: bool = False

    def limit(self, name: str) -> float:
        """Return a limit of the rule."""
        return self.rule.limits[name]

    def motifs(self, name: str) -> frozenset[Motif]:
        """Return a list of the rule as motifs."""
        return frozenset(map(Motif, self.rule.words[name]))

    def slide(self, number: int) -> Slide:
        """Return slide ``number``, counted from 1."""
        return self.deck.slides[number - 1]

    def whole(self, verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
        """Return those of ``verdicts`` whose slides are no steps that build up to a later one."""
        return tuple(v for v in verdicts if self.slide(v.slide).step_of is None)

    @property
    def few(self) -> bool:
        """Whether too few slides were judged to tell what the deck lacks."""
        if self.any_size:
            return False
        return self.judged < self.limit("slides") or not enough(self.deck, self.shown)

    @property
    def judged(self) -> int:
        """How many slides went into the share."""
        numbers = self.measures
        return numbers.vendor + numbers.customer + numbers.mixed


@dataclass(frozen=True, slots=True)
class Hit:
    """A check's yes: the slides, the places to show, and what fills the message's blanks.

    ``n`` in ``values`` chooses between the messages for one and for many; without it the number of
    slides does.
    """

    slides: tuple[int, ...] = ()
    places: tuple[Place, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)


Check = Callable[[Case], Hit | None]


def enough(deck: Deck, shown: Sequence[Verdict]) -> bool:
    """Say whether most of the ``shown`` slides were judged: only then it is known what a deck
    lacks. Of a deck in another language, whose words were not judged, the user's word counts."""
    read = all(gap.id != "not-english" for gap in deck.gaps)
    told = sum(not v.unsure and (read or v.decided) for v in shown)
    return 2 * told >= len(shown)


def carrying(verdicts: Sequence[Verdict], motifs: Collection[Motif]) -> tuple[Verdict, ...]:
    """Return the verdicts that have one of ``motifs``."""
    return tuple(v for v in verdicts if any(motif in motifs for motif in v.motifs))


def ours(verdict: Verdict) -> bool:
    """Say whether the vendor stands on the slide, alone or with the customer."""
    return verdict.stance in (Stance.VENDOR, Stance.MIXED)


def hit(verdicts: Sequence[Verdict], motifs: Collection[Motif] = (), **values: object) -> Hit:
    """Return a hit on ``verdicts`` with the strongest evidence of each.

    It speaks for one of ``motifs``, or where none is given for the slide's own stance.
    """
    places = []
    for verdict in verdicts:
        sides = {verdict.stance.value} if verdict.stance is not Stance.MIXED else set(Side)
        signs = (s for s in verdict.evidence if (s.motif in motifs if motifs else s.side in sides))
        places += [sign.place for sign in signs][:1]
    return Hit(tuple(v.slide for v in verdicts), tuple(places), values)


def visible(slide: Slide) -> Iterator[tuple[int, Block]]:
    """Yield the blocks a person reads as the slide's words, with their index; footers apart."""
    return ((i, block) for i, block in enumerate(slide.blocks) if block.role is not Role.FOOTER)


def place_of(slide: Slide, index: int, start: int, end: int) -> Place:
    """Return the place of characters ``start:end`` of the slide's block ``index``."""
    block = slide.blocks[index]
    found = block.box_of(start, end)
    box, exact = found or (None, True)
    quote = block.text[start:end]
    return Place(slide.number, block.source, box, exact, quote, index, start)
