"""Stories with blanks for the customer, told for one: with what a rep forgot to change."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.check.made.cast import SPLIT, Company, Form, data

NAMES = ("{c}", "{C}", "{a}", "{mail}", "{slug}", "{domain}", "{file}")
# Where a detector may say that words stand; the first is our own word for it.
WHERE = {
    "title": ("title",),
    "line": ("body", "title"),
    "table": ("table", "body"),
    "group": ("group", "body"),
    "steps": ("body", "group"),
    "chart": ("chart",),
    "book": ("chartdata", "chart"),
    "notes": ("notes",),
    "comment": ("comment",),
    "alt": ("alt",),
    "link": ("link",),
    "off": ("offslide",),
    "hidden": ("hidden", "title", "body"),
    "footer": ("footer",),
    "layout": ("layout", "footer"),
    "property": ("property",),
    "file": ("filename",),
    "logo": ("picture",),
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a story: the slide from 1, None for the whole deck; its kind; which of them."""

    slide: int | None
    kind: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class Miss:
    """What a rep forgot: another's name in this form stands in a spot."""

    company: Company
    form: Form = Form.SHORT
    days: int = 0  # by which a day is too early


@dataclass(frozen=True, slots=True)
class Page:
    """A slide as it is to be made; texts may hold ``SPLIT``. ``footer`` is this page's own."""

    kind: str
    title: str
    lines: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    group: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    logos: tuple[str, ...] = ()
    logo: str = ""
    chart: Mapping[str, Any] = field(default_factory=dict)
    notes: str = ""
    comment: str = ""
    alt: str = ""
    link: tuple[str, str] = ("", "")
    off: str = ""
    footer: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A deck as it is to be made."""

    vendor: str
    colour: str
    file: str
    layout: str
    pages: tuple[Page, ...]
    properties: Mapping[str, str]


def told(story: Mapping[str, Any], teller: Teller, *, extras: frozenset[str]) -> Told:
    """Tell a story; ``extras`` are the kinds of unseen things that it keeps."""
    entries = [s for s in story["slides"] if s.get("kind") != "hidden" or "hidden" in extras]
    pages = tuple(
        _page(entry, number, teller, story["footer"], extras)
        for number, entry in enumerate(entries, 1)
    )
    properties = {
        key: teller.say(story[key], Spot(None, "property", key))
        for key in ("title", "subject", "custom")
    }
    return Told(
        story["vendor"],
        story["colour"],
        teller.say(story["file"], Spot(None, "file")),
        teller.say(story["layout"], Spot(None, "layout")),
        pages,
        properties | {"author": story["author"]},
    )


class Teller:
    """Fills the blanks of a story for one customer, but for spots that were missed."""

    def __init__(self, company: Company, vendor: str, day: dt.date, missed: dict[Spot, Miss]):
        self._company, self._vendor, self._day = company, vendor, day
        self._missed = missed
        self.spots: dict[Spot, str] = {}  # all that hold blanks, with their texts
        self.said: dict[Spot, str] = {}

    def say(self, template: str, spot: Spot) -> str:
        """Return a text with its blanks filled."""
        if "{" in template:
            self.spots[spot] = template
        miss = self._missed.get(spot)
        words = self._filled(template, miss or Miss(self._company))
        self.said[spot] = words.replace(SPLIT, "")
        return words

    def all(self, templates: list[str], slide: int, kind: str) -> tuple[str, ...]:
        """Return texts of one kind."""
        return tuple(
            self.say(template, Spot(slide, kind, str(at))) for at, template in enumerate(templates)
        )

    @property
    def named(self) -> list[Spot]:
        """Return the spots that hold the customer's name."""
        return [s for s, said in self.spots.items() if any(name in said for name in NAMES)]

    def _filled(self, template: str, miss: Miss) -> str:
        one, day = miss.company, self._day - dt.timedelta(days=miss.days)
        full = miss.form in (Form.UPPER, Form.ABBREVIATION, Form.SPLIT)
        return template.format(
            c=one.written(miss.form),
            C=one.written(miss.form) if full else one.full,
            a=one.abbreviation,
            v=self._vendor,
            vdomain=f"{self._vendor.lower()}.example",
            p=one.people[0],
            q=one.people[1],
            mail=one.mail,
            domain=one.domain,
            city=one.city,
            m=one.money,
            sector=one.sector,
            sites=one.sites,
            folk=one.folk,
            slug=one.slug,
            file=re.sub(r"[./]", "", one.full.replace(" ", "-")),
            day=f"{day.day} {day:%B %Y}",
        )


def _page(
    entry: Mapping[str, Any], number: int, teller: Teller, footer: str, extras: frozenset[str]
) -> Page:
    hidden = entry.get("kind") == "hidden"

    def one(key: str, kind: str = "", *, extra: bool = False) -> str:
        if extra and key not in extras:
            return ""
        return teller.say(entry.get(key, ""), Spot(number, kind or key))

    def many(key: str, kind: str) -> tuple[str, ...]:
        return teller.all(entry.get(key, []), number, "hidden" if hidden else kind)

    link = entry.get("link", {"text": "", "url": ""})
    return Page(
        entry.get("kind", ""),
        one("title", "hidden" if hidden else "title"),
        many("lines", "line"),
        tuple(
            tuple(teller.say(cell, Spot(number, "table", f"{row} {at}")) for at, cell in cells)
            for row, cells in _cells(entry.get("table", []))
        ),
        many("group", "group"),
        many("steps", "steps"),
        tuple(entry.get("logos", ())),
        one("logo"),
        _chart(entry.get("chart", {}), number, teller),
        one("notes"),
        one("comment", extra=True),
        one("alt"),
        (link["text"], teller.say(link["url"], Spot(number, "link"))),
        one("off", extra=True),
        teller.say(footer, Spot(number, "footer")),
    )


def _cells(rows: list[list[str]]) -> Iterator[tuple[int, list[tuple[int, str]]]]:
    return ((row, list(enumerate(cells))) for row, cells in enumerate(rows))


def _chart(entry: Mapping[str, Any], number: int, teller: Teller) -> dict[str, Any]:
    if not entry:
        return {}
    names = list(entry["series"])
    told_ = teller.all([entry["title"], *entry["categories"], *names], number, "chart")
    cut = 1 + len(entry["categories"])
    return {
        "title": told_[0],
        "categories": told_[1:cut],
        "series": dict(zip(told_[cut:], entry["series"].values(), strict=True)),
        "book": teller.all(entry["book"], number, "book"),
    }


def stories(words: str = "") -> tuple[str, ...]:
    """Return the names of all stories of one set of words."""
    return tuple(data(f"{words}stories.toml"))


def story_of(name: str, words: str = "") -> dict[str, Any]:
    """Return a story as its file has it."""
    found: dict[str, Any] = data(f"{words}stories.toml")[name]
    return found
