"""Decks made at random, a slide a line in the short form of ``tests.measure.decks``."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from sowhat.model import Deck, Motif, Verdict
from tests.measure.decks import deck_of, side_of, verdicts_of

BOTH = ("problem product", "outcome company", "product goal", "plan", "logos peer")
HEADLINES = ("", "Costs", "Step {n}: sign", "Costs ({n}/9)", "Costs, continued", "{n}. Sign")
PLAIN = [f"{side_of(motif)} {motif}" for motif in Motif] + [f"mixed {said}" for said in BOTH]
FLAGS = ("", "", "", "", "", "", "", "", "hidden", "unsure", "unsure", "step")
KINDS = sorted(itertools.product(PLAIN, FLAGS, HEADLINES))


@dataclass(frozen=True)
class Made:
    """A deck with the verdicts on its slides."""

    deck: Deck
    verdicts: tuple[Verdict, ...]

    def shown(self, number: int) -> Verdict | None:
        """The verdict on a slide that is shown."""
        return None if self.deck.slides[number - 1].hidden else self.verdicts[number - 1]

    def reordered(self, order: Sequence[int]) -> Made:
        """The deck as it is once its slides stand in ``order``."""
        new = {number: place for place, number in enumerate(order, 1)}
        slides = [self.deck.slides[number - 1] for number in order]
        verdicts = [self.verdicts[number - 1] for number in order]
        return Made(
            replace(
                self.deck,
                slides=tuple(
                    replace(slide, number=new[slide.number], step_of=new.get(slide.step_of or 0))
                    for slide in slides
                ),
            ),
            tuple(replace(verdict, slide=new[verdict.slide]) for verdict in verdicts),
        )


def made(slides: Sequence[tuple[str, str]]) -> Made:
    """Make a deck of lines and headlines; the ``{n}`` of a headline counts the slides."""
    lines = [line for line, _ in slides]
    lines[-1] = lines[-1].removesuffix(" step")
    text = {str(n): head.format(n=(n - 1) % 9 + 1) for n, (_, head) in enumerate(slides, 1)}
    return Made(deck_of(lines, text), verdicts_of(lines))


def of(kinds: Sequence[tuple[str, str, str]]) -> Made:
    """Make a deck of what was drawn."""
    return made([(f"{line} {flag}".strip(), head) for line, flag, head in kinds])


decks = st.lists(st.sampled_from(KINDS), min_size=1, max_size=24).map(of)
