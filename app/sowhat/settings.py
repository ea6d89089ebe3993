"""What can be asked of an audit and a report, each in one frozen object."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from sowhat.model import Decision, Fact, MachineDraft, Meant, Motif, Purpose, Resolution, Side
from sowhat.palette import palette

DARKEST = "#10151c"  # on bright colours


@dataclass(frozen=True, slots=True)
class AuditOptions:
    """Options of one audit.

    Names given here are taken as they are: the first is shown, the others are aliases; empty means
    that the program looks for them. ``decisions`` None are those kept for the deck in the user's
    folder, and so are the ``resolutions`` of advice then; else both are as given. ``pictures`` off
    leaves pictures alone, ``ocr`` off the words in them. ``libreoffice`` has PowerPoint slides
    drawn by LibreOffice where it is installed.
    ``password`` opens an encrypted deck and is never stored. ``drafts`` of the user's own model
    stand in for the offline ones on slides that still have the words they were made for.
    ``rules`` is a folder of rules that take the place of those of their names; they hold for the
    whole process. ``without`` are motifs that are not looked for. Below the confidence
    ``threshold`` (0 to 1) a verdict is unsure; None is the judge's own.
    """

    vendor: tuple[str, ...] = ()
    customer: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    purpose: Purpose | None = None
    pictures: bool = True
    ocr: bool = True
    libreoffice: bool = False
    decisions: tuple[Decision, ...] | None = None
    resolutions: tuple[Resolution, ...] = ()
    password: str | None = None
    drafts: tuple[MachineDraft, ...] = ()
    rules: Path | None = None
    without: frozenset[Motif] = frozenset()
    threshold: float | None = None


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where drafts are asked for: a server of the user's own that speaks as OpenAI's does.

    ``address`` as the user typed it; without it or ``model`` nothing is ever asked. ``mask``
    replaces names by tokens, ``also`` are more names to replace. ``unencrypted`` allows http to
    other networks, ``proxy`` the system's proxy for https. ``seconds`` is the whole time limit.
    """

    address: str = ""
    model: str = ""
    key: str = field(default="", repr=False)
    mask: bool = True
    also: tuple[str, ...] = ()
    unencrypted: bool = False
    proxy: bool = False
    seconds: float = 90.0

    @property
    def on(self) -> bool:
        """Whether the user has named a server and a model."""
        return bool(self.address and self.model)


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """Options of one check. ``facts`` are what the rep knows of the customer; ``master`` is the
    deck that this one was made from, ``against`` a folder of the rep's other decks. ``meant`` None
    are the items that the rep meant and that are kept with the deck's decisions."""

    facts: tuple[Fact, ...] = ()
    master: Path | None = None
    against: Path | None = None
    meant: tuple[Meant, ...] | None = None


class Paper(StrEnum):
    """A paper's name; ``size`` is its width and height in points, lying."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height."""
        return {Paper.A4: (842.0, 595.0), Paper.LETTER: (792.0, 612.0)}[self]


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """Options of a report. ``findings_only`` leaves out the slides, their pictures and words."""

    findings_only: bool = False
    paper: Paper = Paper.A4


def badge_ink(side: Side) -> str:
    """Return the colour of the number on the badge of a mark on ``side``.

    White on the vendor's amber would have a contrast of 3.5:1 only.
    """
    light = palette()
    return {Side.VENDOR: DARKEST, Side.CUSTOMER: light.paper, Side.NEUTRAL: light.ink}[side]
