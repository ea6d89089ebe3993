"""What a slide could be about, the likeliest first, each with what speaks for it. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from sowhat.model import Audit, Side, Sign, Stance

MOST = 3  # signs for an answer
SILENT = ("nothing", "not-read")  # signs that say that there is nothing to say
LIKELY = 0.08  # chance from which another answer is worth a word
SIDES = {
    Stance.VENDOR: (Side.VENDOR,),
    Stance.CUSTOMER: (Side.CUSTOMER,),
    Stance.MIXED: (Side.VENDOR, Side.CUSTOMER),
    Stance.NEUTRAL: (Side.NEUTRAL,),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing a slide could be about; ``chance`` from 0 to 1 is the judge's."""

    stance: Stance
    chance: float
    signs: tuple[Sign, ...]


def answers(audit: Audit, number: int) -> tuple[Answer, ...]:
    """Return all four answers for slide ``number``, as the judge saw them before any decision."""
    guess = audit.guesses[number - 1] if audit.guesses else audit.verdict(number)
    others = audit.signs[number - 1] if audit.signs else ()
    known = (
        *(sign for sign in guess.evidence if sign.id not in SILENT),
        *sorted((sign for sign in others if sign.weight > 0), key=lambda sign: -sign.weight),
    )
    found = [
        Answer(stance, chance, _speaking(known, stance))
        for stance, chance in zip(Stance, guess.chances, strict=True)
    ]
    # Where the chances are equal the judge's own guess comes first.
    return tuple(sorted(found, key=lambda one: (-one.chance, one.stance is not guess.stance)))


def _speaking(known: tuple[Sign, ...], stance: Stance) -> tuple[Sign, ...]:
    """Return the strongest signs for an answer: for both sides the best of each."""
    sides = [[sign for sign in known if sign.side is side] for side in SIDES[stance]]
    dealt = [sign for row in zip(*sides, strict=False) for sign in row]
    told: dict[str, Sign] = {}
    for sign in (*dealt, *(sign for side in sides for sign in side)):
        told.setdefault(sign.why.casefold(), sign)
    return tuple(told.values())[:MOST]
