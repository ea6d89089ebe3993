"""The made set: which decks there are, what was forgotten in each, drawn by a seed.

A third of the cases name others on purpose and nothing else. The two halves are drawn within each
sort of case, so that both hold all of them. Further halves, C and on, have words of their own:
their companies, stories, blanks and references were written without a look at the rules of the
check, to measure.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tests.check.made import blanks, others, portable, powerpoint, samples
from tests.check.made.case import Case, Expected
from tests.check.made.cast import SPLIT, Company, Form, customers
from tests.check.made.story import (
    NAMES,
    WHERE,
    Miss,
    Spot,
    Teller,
    Told,
    stories,
    story_of,
    told,
)

SEED = 20261122
DAIRIES = "dairies"  # the trade of the sample that is written for one customer
EXTRAS = frozenset(("hidden", "comment", "off"))
FORMS = {  # of names, in each kind of place: what is tried there
    "title": (Form.SHORT, Form.UPPER, Form.SPLIT, Form.FULL),
    "line": (Form.SHORT, Form.SPLIT, Form.UPPER, Form.ABBREVIATION),
    "mail": (Form.SHORT, Form.SHORT, Form.SHORT),
    "table": (Form.SHORT, Form.SPLIT, Form.ABBREVIATION),
    "group": (Form.SHORT, Form.UPPER, Form.SPLIT),
    "steps": (Form.SHORT, Form.SPLIT, Form.UPPER),
    "chart": (Form.SHORT, Form.UPPER, Form.SHORT),
    "book": (Form.SHORT, Form.FULL, Form.SHORT),
    "notes": (Form.SHORT, Form.UPPER, Form.SHORT),
    "comment": (Form.SHORT, Form.SHORT, Form.UPPER),
    "alt": (Form.SHORT, Form.FULL, Form.SHORT),
    "link": (Form.SHORT, Form.SHORT, Form.SHORT),
    "property": (Form.SHORT, Form.FULL, Form.ABBREVIATION),
    "hidden": (Form.SHORT, Form.SPLIT, Form.SHORT),
    "off": (Form.SHORT, Form.UPPER, Form.SHORT),
    "footer": (Form.SHORT, Form.FULL, Form.UPPER),
    "layout": (Form.SHORT, Form.FULL, Form.SHORT),
    "file": (Form.SHORT, Form.SHORT, Form.SHORT),
    "logo": (Form.SHORT, Form.SHORT, Form.SHORT),
}
AGAINST = frozenset(("logo",))  # places where only the rep's other decks can tell
PORTABLE = frozenset(("title", "line", "table", "footer", "property", "file", "link"))
ADDRESSED = ("link", "file")  # where the name is written as addresses and files have it
WHOLE = ("property", "file", "layout")  # places of the file, not of a slide
REFERENCES = 50
APART = {  # folders of the further halves' words
    "C": "third/",
    "D": "fourth/",
    "E": "fifth/",
    "F": "sixth/",
    "G": "seventh/",
    "H": "eighth/",
    "I": "ninth/",
    "J": "tenth/",
    "K": "eleventh/",
    "L": "twelfth/",
    "M": "thirteenth/",
    "N": "fourteenth/",
    "O": "fifteenth/",
    "P": "sixteenth/",
    "Q": "seventeenth/",
    "R": "eighteenth/",
    "S": "nineteenth/",
    "T": "twentieth/",
    "U": "twentyfirst/",
    "V": "twentysecond/",
    "W": "twentythird/",
    "X": "twentyfourth/",
    "Y": "twentyfifth/",
    "Z": "twentysixth/",
    "AA": "twentyseventh/",
    "AB": "twentyeighth/",
    "AC": "twentyninth/",
}
HALVES = ("A", "B", *APART)
LESS = 24  # references of a further half
# What is left over without a name: the blank that was forgotten.
SOFT = {"money": "{m}", "city": "{city}", "trade": "{folk}", "day": "{day}"}
EACH_SOFT = 2
SEEN = ("title", "line", "table", "group", "steps")
TOLD = 2  # times a deck tells what was forgotten in one of them
YEAR = 371  # days, a meeting of last year


@dataclass(frozen=True, slots=True)
class Draft:
    """A case before it is written."""

    name: str
    group: str
    told: Told
    company: Company
    portable: bool = False
    against: bool = False
    expected: tuple[Expected, ...] = ()
    half: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Pen:
    """What draws cases: a seeded chance, and a set of words by the folder that holds it."""

    drawn: random.Random
    words: str = ""

    @property
    def customers(self) -> Sequence[Company]:
        """Return the customers, but for those of the sample's trade."""
        return [c for c in customers(self.words) if c.sector != DAIRIES]

    def story(self) -> dict[str, Any]:
        """Draw a story."""
        return story_of(self.drawn.choice(stories(self.words)), self.words)

    def two(self) -> tuple[Company, Company]:
        """Draw a customer and another one."""
        one, other = self.drawn.sample(self.customers, 2)
        return one, other

    def day(self) -> dt.date:
        """Return a day of the weeks to come: one that is over would be a fault of its own."""
        return dt.date.today() + dt.timedelta(days=self.drawn.randrange(3, 60))


def cases(folder: Path, half: str | None = None) -> Iterator[Case]:
    """Write the made decks of halves A and B, or of one half, and yield their cases."""
    for draft in apart(half) if half in APART else drafts():
        if half in (None, draft.half):
            yield written(draft, folder)
    for found in samples.cases(folder):
        if half in (None, found.half):
            yield found


def drafts() -> list[Draft]:
    """Return all cases of the set that are made of stories, parted in halves."""
    drawn = random.Random(SEED)
    pen = Pen(drawn)
    found = [
        *(d for kind, forms in FORMS.items() for d in _leftovers(pen, kind, forms)),
        *_soft(pen, EACH_SOFT),
        *_placeholders(pen),
        *_references(pen, REFERENCES),
    ]
    halves: dict[str, str] = {}
    for group in dict.fromkeys(draft.group for draft in found):
        names = [draft.name for draft in found if draft.group == group]
        drawn.shuffle(names)
        halves |= {name: "AB"[at % 2] for at, name in enumerate(names)}
    return [replace(draft, half=halves[draft.name]) for draft in found]


def apart(half: str) -> list[Draft]:
    """Return the cases of a further half; each second kind of place is tried twice."""
    words = APART[half]
    pen = Pen(random.Random(SEED + HALVES.index(half) - 1), words)
    found = [
        *(d for at, k in enumerate(FORMS) for d in _leftovers(pen, k, FORMS[k][: 1 + at % 2])),
        *_soft(pen, 1),
        *_placeholders(pen),
        *_references(pen, LESS),
    ]
    return [replace(draft, half=half, words=words) for draft in found]


def written(draft: Draft, folder: Path) -> Case:
    """Write a case's deck, and the rep's other decks where it has some, into ``folder``."""
    own = folder / draft.name
    own.mkdir(parents=True, exist_ok=True)
    writer = portable if draft.portable else powerpoint
    deck = writer.write(draft.told, own)
    against = others.folder_for(draft.told.vendor, folder, draft.words) if draft.against else None
    names = (draft.company.short, draft.company.full)
    vendor = draft.told.vendor
    return Case(draft.name, draft.group, draft.half, deck, names, vendor, against, draft.expected)


def _leftovers(pen: Pen, kind: str, forms: Sequence[Form]) -> Iterator[Draft]:
    for at, form in enumerate(forms):
        name = f"leftover-{kind}-{at + 1}"
        portable_ = kind in PORTABLE and at == 1 and form is not Form.SPLIT
        yield _missed(name, kind, form, pen, portable_=portable_)


def _missed(name: str, kind: str, form: Form, pen: Pen, *, portable_: bool) -> Draft:
    """Draw a deck in which one spot of a kind, and sometimes another one, was forgotten."""
    drawn, story = pen.drawn, pen.story()
    company, other = pen.two()
    against = kind in AGAINST or form is Form.ABBREVIATION or drawn.random() < 0.4
    if against:
        other = drawn.choice([c for c in others.known(story["vendor"], pen.words) if c != company])
    extras = frozenset((kind,)) & EXTRAS
    day = pen.day()
    plain, spots = _spots(kind, story, company, day)
    while not spots:  # not all stories have all kinds
        story = pen.story()
        if against:
            known = others.known(story["vendor"], pen.words)
            other = drawn.choice([c for c in known if c != company])
        plain, spots = _spots(kind, story, company, day)
    missed = {drawn.choice(spots): Miss(other, form)}
    if drawn.random() < 0.5:
        kinds = ("line", "table", "notes")
        more = [s for s in plain.named if any(_fits(plain, s, k) for k in kinds)]
        more = [spot for spot in more if spot not in missed]
        missed[drawn.choice(more)] = Miss(other)
    teller = Teller(company, story["vendor"], day, missed)
    made = told(story, teller, extras=extras)
    kept = {spot: m for spot, m in missed.items() if not (portable_ and spot.kind == "notes")}
    expected = tuple(_expected(spot, miss, teller) for spot, miss in kept.items())  # a PDF has none
    return Draft(name, "leftover", made, company, portable_, against, expected)


def _spots(
    kind: str, story: dict[str, Any], company: Company, day: dt.date
) -> tuple[Teller, list[Spot]]:
    """Tell a story as it should be, and return its spots of a kind."""
    plain = Teller(company, story["vendor"], day, {})
    told(story, plain, extras=frozenset((kind,)) & EXTRAS)
    return plain, [spot for spot in plain.named if _fits(plain, spot, kind)]


def _soft(pen: Pen, each: int) -> Iterator[Draft]:
    """Draw decks in which no name, but a currency, a place, a trade or a day was forgotten."""
    for sort, blank in SOFT.items():
        for at in range(each):
            yield _forgotten(f"leftover-{sort}-{at + 1}", sort, blank, pen)


def _forgotten(name: str, sort: str, blank: str, pen: Pen) -> Draft:
    company, other = pen.two()
    while other.money == company.money:
        company, other = pen.two()
    day, spots = pen.day(), list[Spot]()
    while not spots:
        story = pen.story()
        plain = Teller(company, story["vendor"], day, {})
        told(story, plain, extras=frozenset())
        there = [s for s, said in plain.spots.items() if s.kind in SEEN and blank in said]
        spots = [s for s in there if _only(plain.spots[s], blank) and len(there) >= TOLD]
    spot = pen.drawn.choice(spots)
    miss = Miss(company, days=YEAR) if sort == "day" else Miss(other)
    teller = Teller(company, story["vendor"], day, {spot: miss})
    made = told(story, teller, extras=frozenset())
    said = teller.said[spot]
    where = (*WHERE[spot.kind], "body", "title")
    expected = Expected("leftover", spot.slide, where, said, said, sort)
    return Draft(name, "leftover", made, company, False, False, (expected,))


def _only(template: str, blank: str) -> bool:
    """Say whether a blank stands in a template that names no company."""
    return blank in template and not any(name in template for name in NAMES)


def _fits(teller: Teller, spot: Spot, kind: str) -> bool:
    """Say whether a spot is of a kind; addresses are one that stands in lines."""
    template = teller.spots[spot]
    if kind == "mail":
        return spot.kind == "line" and "{mail}" in template and "{c}" not in template
    if kind in ADDRESSED:
        return spot.kind == kind
    return spot.kind == kind and ("{c}" in template or "{C}" in template)


def _expected(spot: Spot, miss: Miss, teller: Teller) -> Expected:
    context, template = teller.said[spot], teller.spots[spot]
    name = miss.company.written(miss.form).replace(SPLIT, "")
    sort = f"{spot.kind} {miss.form}"
    if "{mail}" in template and "{c}" not in template:
        name, sort = miss.company.domain, "mail"
    if spot.kind in ADDRESSED and name not in context:
        name = context
    slide = None if spot.kind in WHOLE else spot.slide
    return Expected("leftover", slide, WHERE[spot.kind], name, context, sort)


def _placeholders(pen: Pen) -> Iterator[Draft]:
    entries = blanks.all_of(pen.words)
    pen.drawn.shuffle(entries)
    size = 2
    for at in range(0, len(entries), size):
        story = pen.story()
        company, _ = pen.two()
        teller = Teller(company, story["vendor"], pen.day(), {})
        plain = told(story, teller, extras=frozenset())
        made, expected = blanks.left_in(plain, entries[at : at + size], teller, pen.drawn)
        pages = not any("notes" in e.where or not e.context for e in expected)
        portable_ = at % 10 == 0 and pages
        name = f"placeholder-{at // size + 1}"
        yield Draft(name, "placeholder", made, company, portable_, False, expected)


def _references(pen: Pen, count: int) -> Iterator[Draft]:
    pages, names = others.pages(pen.words), stories(pen.words)
    for at in range(count):
        story = story_of(names[at % len(names)], pen.words)
        company, _ = pen.two()
        teller = Teller(company, story["vendor"], pen.day(), {})
        plain = told(story, teller, extras=frozenset())
        chosen = [pages[(at + step) % len(pages)] for step in (0, 5, 11)]
        told_ = others.with_pages(plain, chosen, teller, pen.drawn)
        against = at % 3 == 0
        portable_ = at % 8 == 7
        yield Draft(f"reference-{at + 1}", "reference", told_, company, portable_, against)
