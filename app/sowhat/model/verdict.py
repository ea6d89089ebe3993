"""Signs, and what they come to for a slide."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sowhat.model.content import Source
from sowhat.model.geometry import Box


class Side(StrEnum):
    """Which side a motif belongs to."""

    VENDOR = "vendor"
    CUSTOMER = "customer"
    NEUTRAL = "neutral"


class Stance(StrEnum):
    """Whom a slide is about."""

    VENDOR = "vendor"
    CUSTOMER = "customer"
    MIXED = "mixed"
    NEUTRAL = "neutral"


class Motif(StrEnum):
    """What kind of slide it is; the side of each is in its rule."""

    COMPANY = "company"
    LOGOS = "logos"
    ANALYST = "analyst"
    PRAISE = "praise"
    PRODUCT = "product"
    METHOD = "method"
    ROADMAP = "roadmap"
    TESTIMONIAL = "testimonial"
    MASKED = "masked"
    OFFER = "offer"
    COST = "cost"
    PROBLEM = "problem"
    GOAL = "goal"
    OUTCOME = "outcome"
    PEER = "peer"
    INSIGHT = "insight"
    PEOPLE = "people"
    RISK = "risk"
    PLAN = "plan"
    DISCOVERY = "discovery"
    TITLE = "title"
    AGENDA = "agenda"
    DIVIDER = "divider"
    CLOSING = "closing"
    LEGAL = "legal"
    REFERENCE = "reference"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sign stands.

    ``box`` is None only where the source has no place on the slide (notes, alt texts). ``quote`` is
    the words exactly as they stand in block ``block`` of the slide (or of its notes) at ``start``.
    ``parts`` are what was counted inside the box: each mark of a wall.
    """

    slide: int
    source: Source = Source.SLIDE
    box: Box | None = None
    exact: bool = True
    quote: str | None = None
    block: int | None = None
    start: int = 0
    parts: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Sign:
    """One observation with its place.

    ``id`` is ``motif/sign-id`` of the rule, or the id of a sign without a motif (``we-vendor``).
    ``kind`` is one of phrase, title, regex, picture, layout, pronoun, subject, superlative, number,
    question, name, reading (a block as the text model reads it). ``weight`` is positive. ``why`` is
    a finished sentence.
    """

    id: str
    kind: str
    motif: Motif | None
    side: Side
    weight: float
    why: str
    place: Place


@dataclass(frozen=True, slots=True)
class BlockVerdict:
    """What one block of a slide says by itself, as the text model reads it.

    ``block`` is its index on the slide, ``share`` how much of the model's view of the slide comes
    from it (0 to 1), ``chances`` its own stances' probabilities in the order of ``Stance``.
    """

    block: int
    share: float
    chances: tuple[float, float, float, float]

    @property
    def stance(self) -> Stance:
        """The likeliest of its stances."""
        return list(Stance)[self.chances.index(max(self.chances))]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement on one slide.

    ``stance`` is always the best guess; ``unsure`` says that a person should decide. ``motifs``:
    main one first. ``chances`` are the four stances' probabilities in the order of ``Stance``.
    ``evidence`` are the signs that decided, strongest first; ``blocks`` the slide's blocks by
    themselves. ``decided`` is true where the user's
    own decision replaced the guess, for the ``reason`` that he gave.
    """

    slide: int
    stance: Stance
    motifs: tuple[Motif, ...]
    confidence: float
    unsure: bool
    chances: tuple[float, float, float, float]
    evidence: tuple[Sign, ...] = ()
    decided: bool = False
    blocks: tuple[BlockVerdict, ...] = ()
    reason: str = ""

    @property
    def motif(self) -> Motif:
        """The main motif."""
        return self.motifs[0] if self.motifs else Motif.OTHER
