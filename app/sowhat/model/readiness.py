"""The rep's last look at a deck before it goes out: what must go, and how much it is about them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sowhat.model.audit import Audit
from sowhat.model.customer import Customer, Fact
from sowhat.model.geometry import Box


class Ready(StrEnum):
    """The word that comes first: ready, look at these, do not send."""

    READY = "ready"
    LOOK = "look"
    STOP = "stop"


class ItemKind(StrEnum):
    """What sort of thing was found."""

    LEFTOVER = "leftover"
    PLACEHOLDER = "placeholder"
    HAZARD = "hazard"
    ABOUT_THEM = "about-them"
    MASTER = "master"


class Where(StrEnum):
    """In which part of a deck something stands.

    ``hidden`` are the words of hidden slides and what else nobody sees on a slide; ``layout`` are
    those of layouts and masters; ``chartdata`` are a chart's workbook and what it does not draw.
    """

    TITLE = "title"
    BODY = "body"
    TABLE = "table"
    GROUP = "group"
    CHART = "chart"
    CHART_DATA = "chartdata"
    NOTES = "notes"
    COMMENT = "comment"
    ALT = "alt"
    LINK = "link"
    PROPERTY = "property"
    HIDDEN = "hidden"
    OFF_SLIDE = "offslide"
    FOOTER = "footer"
    LAYOUT = "layout"
    FILE_NAME = "filename"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to look at before the deck goes out.

    ``id`` is the rule that found it. ``slide`` is None where the whole file is meant. ``text`` is
    what stands there, as it stands; ``why`` a finished sentence; ``confidence`` from 0 to 1. A
    ``blocker`` alone makes the deck one that must not be sent, unless the rep ``meant`` it. ``box``
    is None where the place is not on a slide, ``exact`` false where it is estimated.
    """

    kind: ItemKind
    id: str
    blocker: bool
    slide: int | None
    where: Where
    text: str
    why: str
    confidence: float
    box: Box | None = None
    exact: bool = True
    meant: bool = False

    @property
    def stops(self) -> bool:
        """Whether the deck must not be sent for its sake."""
        return self.blocker and not self.meant


@dataclass(frozen=True, slots=True)
class Meant:
    """The rep's word that an item stays: it stops nothing and asks for no look any more.

    ``said`` is the digest of what stands there and ``words`` that of its slide's words, so that no
    word of the deck is kept. ``slide`` is None where the whole file is meant.
    """

    kind: ItemKind
    where: Where
    said: str
    slide: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Sending:
    """What the rep said of a deck that goes out: names as in ``AuditOptions``, empty where the
    found ones are right; the paths of the master and of a folder of other decks, empty without;
    and what is meant to stay."""

    vendor: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    customer: tuple[str, ...] = ()
    master: str = ""
    against: str = ""
    meant: tuple[Meant, ...] = ()


@dataclass(frozen=True, slots=True)
class AboutThem:
    """How much of a deck is about its customer; slides are those shown, by number.

    ``named`` are the slides that name the customer, ``titled`` those that do in their title.
    ``found`` and ``missing`` are the facts that the deck tells and does not. ``peopled`` are the
    slides that name somebody on the customer's side; ``next_steps`` those that tell what happens
    next, ``ours`` and ``theirs`` say whether the steps name both sides and ``dated`` whether they
    give a date. ``together`` and ``vendor`` count the words "we" of both and of the vendor alone.
    """

    named: tuple[int, ...] = ()
    titled: tuple[int, ...] = ()
    found: tuple[Fact, ...] = ()
    missing: tuple[Fact, ...] = ()
    masked: tuple[int, ...] = ()
    peopled: tuple[int, ...] = ()
    next_steps: tuple[int, ...] = ()
    ours: bool = False
    theirs: bool = False
    dated: bool = False
    together: int = 0
    vendor: int = 0

    @property
    def first(self) -> int | None:
        """The first slide that names the customer."""
        return self.named[0] if self.named else None


@dataclass(frozen=True, slots=True)
class Customising:
    """What the rep made of the master deck; slides by number, in this deck but for ``dropped``.

    Of the changed slides ``real`` say something that the master does not, on ``swapped`` only names
    were put in. ``dropped`` are the master's slides that are gone, ``required`` those of them that
    must stay, ``outdated`` the slides that differ from the master without being about the customer.
    """

    master: str
    real: tuple[int, ...] = ()
    swapped: tuple[int, ...] = ()
    added: tuple[int, ...] = ()
    dropped: tuple[int, ...] = ()
    required: tuple[int, ...] = ()
    outdated: tuple[int, ...] = ()

    @property
    def share(self) -> float | None:
        """The share of the changes that are more than a name swapped in, None without changes."""
        said = len(self.real) + len(self.added)
        changed = said + len(self.swapped)
        return said / changed if changed else None


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether a deck can go to its customer. ``items``: blockers first, then in the deck's order,
    and last what the rep meant.

    ``sentence`` is the headline in plain words; ``customising`` is None without a master.
    """

    audit: Audit
    customer: Customer
    ready: Ready
    items: tuple[Item, ...]
    about: AboutThem
    sentence: str
    customising: Customising | None = None

    @property
    def blockers(self) -> tuple[Item, ...]:
        """The items for which the deck must not be sent."""
        return tuple(item for item in self.items if item.stops)

    def of(self, kind: ItemKind) -> tuple[Item, ...]:
        """Return the items of one kind."""
        return tuple(item for item in self.items if item.kind is kind)
