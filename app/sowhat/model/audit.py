"""The audit of a deck: numbers, findings, advice."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from sowhat.model.deck import Deck
from sowhat.model.geometry import Box
from sowhat.model.order import Order
from sowhat.model.profile import Profile
from sowhat.model.remedy import Cut, Fix, Missing
from sowhat.model.resolution import Action, Resolution, Subject, word_on
from sowhat.model.verdict import Motif, Place, Side, Sign, Stance, Verdict


class Band(StrEnum):
    """A word for the vendor share; its limits are data."""

    ABOUT_THEM = "About them"
    BOTH = "Both"
    ABOUT_US = "About us"


@dataclass(frozen=True, slots=True)
class Measures:
    """The deck's numbers over its shown slides. What does not exist is None, never 0.

    ``vendor_share`` = (vendor + mixed/2) / (vendor + customer + mixed). Unsure slides count as
    unsure only. ``longest_vendor_run`` is first and last slide number. ``we_*`` and ``you_words``
    count words; ``outcomes`` count slides.
    """

    vendor: int
    customer: int
    mixed: int
    neutral: int
    unsure: int
    hidden: int
    vendor_share: float | None
    band: Band | None
    first_customer_slide: int | None
    longest_vendor_run: tuple[int, int] | None
    opens_with: Motif | None
    closes_with: Motif | None
    we_vendor: int
    we_together: int
    you_words: int
    outcomes: int
    outcomes_with_number: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One observation on the whole deck.

    ``level`` is "us" for what is vendor-centred, "gap" for what the customer misses, "check" for
    what a person should look at.
    """

    id: str
    slides: tuple[int, ...]
    message: str
    level: str = "us"
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A further question of a slide: ``quote`` is the evidence, as it stands, that it is put to."""

    quote: str
    so_what: str


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do with one slide: the So what? question and a draft where there is one.

    ``to`` is the slide number to stand before, for a move. ``drafted_by`` names the model that
    wrote the draft, empty where the program did, offline. ``further`` are questions to other claims
    on it, ``quote`` is what the first one is put to.
    """

    slide: int
    action: Action
    so_what: str = ""
    draft: str | None = None
    to: int | None = None
    why: str = ""
    drafted_by: str = ""
    quote: str | None = None
    further: tuple[Question, ...] = ()

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """What the user's word on it is said of."""
        return (Subject(self.slide, self.action),)

    @property
    def questions(self) -> tuple[str, ...]:
        """All questions, the slide's own first."""
        return tuple(filter(None, (self.so_what, *(one.so_what for one in self.further))))

    def question_to(self, quote: str | None) -> str:
        """Return the question that is put to a piece of evidence, empty where there is none.

        Where the first question is put to no evidence of its own, it is everybody's that has none.
        """
        asked = {self.quote: self.so_what} | {one.quote: one.so_what for one in self.further}
        return asked.get(quote, "" if self.quote else self.so_what)


@dataclass(frozen=True, slots=True)
class MachineDraft:
    """The lines of a slide's draft that the user's own model wrote, and that passed the check.

    ``words`` is the digest of the slide's words when it was drafted; ``model`` is its name.
    """

    slide: int
    text: str
    model: str
    words: str


@dataclass(frozen=True, slots=True)
class Decision:
    """The user's word on a slide.

    ``title`` and ``words``, the digest of the slide's words, are of when it was decided; ``words``
    is None where a person wrote it down by the slide's number, and empty where the slide has
    nothing to be known by. ``date`` is in ISO 8601, or empty.
    """

    slide: int
    stance: Stance
    reason: str = ""
    title: str = ""
    words: str | None = None
    date: str = ""


@dataclass(frozen=True, slots=True)
class Audit:
    """Everything known about a deck. ``sentence`` is the headline in plain words.

    ``decisions`` are the user's that hold, one for each decided slide; ``lost`` are those that fit
    no slide any more. ``guesses`` and ``signs``, of each slide in order, are what the judge said
    before them and what it went by. ``order``, ``missing`` and ``cuts`` are what to do with the
    deck as a whole, ``top`` the few things of all advice that change most, the greatest first.
    ``resolutions`` are what the user says became of advice on the deck and its slides.
    """

    deck: Deck
    profile: Profile
    verdicts: tuple[Verdict, ...]
    measures: Measures
    findings: tuple[Finding, ...]
    advice: tuple[Advice, ...]
    sentence: str
    version: str
    decisions: tuple[Decision, ...] = ()
    lost: tuple[Decision, ...] = ()
    guesses: tuple[Verdict, ...] = ()
    signs: tuple[tuple[Sign, ...], ...] = ()
    order: Order = field(default_factory=Order)
    missing: tuple[Missing, ...] = ()
    cuts: tuple[Cut, ...] = ()
    top: tuple[Fix, ...] = ()
    resolutions: tuple[Resolution, ...] = ()

    def verdict(self, slide: int) -> Verdict:
        """Return the verdict on slide ``slide``; raises ``KeyError`` where there is none."""
        if 1 <= slide <= len(self.verdicts):
            return self.verdicts[slide - 1]
        raise KeyError(slide)

    def advice_for(self, slide: int) -> tuple[Advice, ...]:
        """Return the advice on slide ``slide``."""
        return tuple(item for item in self.advice if item.slide == slide)

    def resolution(self, advice: Advice | Order | Missing | Cut) -> Resolution | None:
        """Return what became of a piece of advice, None where nobody said."""
        return word_on(self.resolutions, advice.subjects)


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbered mark to paint on a slide: the same for window and PDF.

    ``number`` counts from 1 on each slide; ``box`` is where to paint; ``shape`` is ``highlight``
    for words and ``square`` for pictures and areas; ``boxes`` holds a box a line where words
    wrap; ``parts`` are what was counted inside a square, to be framed finely; ``near`` are lines
    of words at and around it, on which no number should lie.
    """

    slide: int
    number: int
    shape: str
    box: Box
    boxes: tuple[Box, ...]
    exact: bool
    side: Side
    label: str
    why: str
    quote: str | None = None
    parts: tuple[Box, ...] = ()
    near: tuple[Box, ...] = ()
