"""Masters with blanks, what a rep made of them for one customer, and what the rep knows of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

from sowhat.model import Fact, FactKind
from tests.check.made import powerpoint
from tests.check.made.cast import Company, customers
from tests.check.made.story import Page, Teller, Told, story_of, told

DAY = dt.date(2027, 3, 9)
NEW = "A third of the night shifts began 20 minutes late in February, 41 of 126"
LEGAL = Page("", "Legal notice", ("Required on every deck: do not remove this slide.",))


@dataclass(frozen=True, slots=True)
class Customised:
    """A deck made from a master: for whom, which slides say something new, which of the master's
    are gone, and what the rep knows of the customer, told in the deck and not."""

    master: Path
    deck: Path
    company: Company
    real: tuple[int, ...]
    dropped: tuple[int, ...]
    found: tuple[Fact, ...]
    missing: tuple[Fact, ...]


def customised(name: str, at: int, folder: Path) -> Customised:
    """Write the master of a story, and what became of it for the customer ``at`` of the cast."""
    company = customers()[at]
    blank = replace(company, short="[Customer]", full="[Customer]", abbreviation="[Customer]")
    master = _told(name, blank)
    master = replace(master, pages=(*master.pages, LEGAL))
    own = _told(name, company)
    real = 2  # the slide, from 1, on which something is said anew
    pages = list(own.pages)
    pages[real - 1] = replace(pages[real - 1], lines=(*pages[real - 1].lines, NEW, NEW[:-11]))
    own = replace(own, pages=tuple(pages))
    paths = [folder / "master", folder / "own"]
    for path in paths:
        path.mkdir(parents=True)
    return Customised(
        powerpoint.write(replace(master, file="master"), paths[0]),
        powerpoint.write(own, paths[1]),
        company,
        (real,),
        (len(master.pages),),
        (Fact(FactKind.NUMBER, "41 of 126"), Fact(FactKind.GOAL, NEW[:40])),
        (Fact(FactKind.NUMBER, "7,315 parcels"), Fact(FactKind.PERSON, "Odalys Prewett")),
    )


def _told(name: str, company: Company) -> Told:
    story = story_of(name)
    return told(story, Teller(company, story["vendor"], DAY, {}), extras=frozenset())
