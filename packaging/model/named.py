"""Decks with marked names, and the same with another name in the customer's place.

Of the text in ``text/names``, each line a slide, runs of one customer and one vendor are a deck.
Of the made decks of ``tests/check/made``, the places of their stories where the customer is named.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "app")]

from sowhat.model import (  # noqa: E402
    Block,
    Box,
    Comment,
    CommentKind,
    Deck,
    DeckKind,
    Role,
    Run,
    Slide,
    Source,
)
from sowhat.read import read_deck  # noqa: E402
from sowhat.worker import Worker  # noqa: E402
from tests.check.made import others, powerpoint  # noqa: E402
from tests.check.made.cast import Form  # noqa: E402
from tests.check.made.draw import APART, Pen  # noqa: E402
from tests.check.made.story import (  # noqa: E402
    Miss,
    Spot,
    Teller,
    stories,
    story_of,
    told,
)

TEXT = Path(__file__).parent / "text" / "names"
SEAT = "seat"
ORGANISATIONS = frozenset((SEAT, "peer", "partner", "competitor", "client_of_seat"))
ROUNDS, STORY_ROUNDS = 2, 9  # decks in which one name a slide is another's
PAGES = 4  # that name others on purpose, in each deck of a story
FORMS = (*[Form.SHORT] * 6, Form.UPPER, Form.FULL, Form.ABBREVIATION)
EXTRAS = frozenset(("hidden", "comment", "off"))
KINDS = ("Ltd", "GmbH", "Group", "AG", "Foods", "plc", "Logistics")
_MARK = re.compile(r"\[\[([^|\]]+)\|([a-z_]+)\]\]")
_OWNED = re.compile(r"[’'](?:s|S)?$")

Place = tuple[int, int, int]  # slide, line (0 is the title), character


@dataclass(frozen=True)
class Named:
    """A deck for ``customer``, and the names in it that are other customers'; ``first`` is true
    where the deck is as it should be."""

    id: str
    deck: Deck
    customer: tuple[str, ...]
    left: frozenset[str]
    first: bool


@dataclass(frozen=True)
class Text:
    """A deck of the marked text, each slide as its line has it."""

    id: str
    slides: tuple[Mapping[str, Any], ...]

    @property
    def customer(self) -> tuple[str, ...]:
        """What the customer is called in it, its name first."""
        said = [bare(words) for _, words, role in self.marks() if role == SEAT]
        return tuple(dict.fromkeys((self.slides[0]["seat"], *(s for s in said if len(s) > 1))))

    def marks(self) -> Iterator[tuple[Place, str, str]]:
        """Yield the marked names with their places and roles."""
        for number, slide in enumerate(self.slides):
            for line, words in enumerate((slide["title"], *slide["lines"])):
                for match in _MARK.finditer(words):
                    yield (number, line, match.start()), match[1], match[2]


def bare(name: str) -> str:
    """Return a name without its possessive."""
    return _OWNED.sub("", name)


def texts() -> dict[str, list[Text]]:
    """Return the decks of the marked text, by file: each had a writer of its own."""
    return {path.stem: list(_texts(path)) for path in sorted(TEXT.glob("*.jsonl"))}


def _texts(path: Path) -> Iterator[Text]:
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    runs = groupby(lines, key=lambda slide: (slide["seat"], slide["vendor"]))
    for number, (_, slides) in enumerate(runs):
        yield Text(f"{path.stem}-{number}", tuple(slides))


def of_text(text: Text, pool: Sequence[str]) -> Iterator[Named]:
    """Yield a marked deck as it is, then with one name a slide replaced by one of ``pool``."""
    chance = random.Random(text.id)
    seats: dict[int, list[tuple[Place, str]]] = defaultdict(list)
    for place, words, role in text.marks():
        if role == SEAT:
            seats[place[0]].append((place, words))
    for found in seats.values():
        chance.shuffle(found)
    yield Named(text.id, laid_out(text, {}), text.customer, frozenset(), first=True)
    for turn in range(min(ROUNDS, max(map(len, seats.values()), default=0))):
        turned = [found[turn] for found in seats.values() if turn < len(found)]
        names = {place: _other(words, text, chance, pool) for place, words in turned}
        left = frozenset(map(bare, names.values()))
        yield Named(text.id, laid_out(text, names), text.customer, left, first=False)


def pool_of(found: Sequence[Text]) -> list[str]:
    """Return the names of organisations in decks, to be put in a customer's place."""
    names = {
        bare(words) for text in found for _, words, role in text.marks() if role in ORGANISATIONS
    }
    return sorted(name for name in names if not name.isupper() and len(name) > 3)


def _other(words: str, text: Text, chance: random.Random, pool: Sequence[str]) -> str:
    """Return another organisation's name in the same form."""
    owned = _OWNED.search(words)
    own, tail, name = bare(words), owned.group() if owned else "", chance.choice(pool)
    several = name.split()
    if re.fullmatch(r"[A-Z&]{2,5}", own):
        name = ("".join(w[0] for w in several) if len(several) > 2 else name[:3]).upper()
    elif own.isupper():
        name = name.upper()
    elif (own == text.slides[0]["seat"] or len(own.split()) > 2) and len(several) < 3:
        name = f"{name} {chance.choice(KINDS)}"
    return name + tail


def laid_out(text: Text, names: Mapping[Place, str]) -> Deck:
    """Return a marked deck as a reader would, with ``names`` in their places."""
    slides: list[Slide] = []
    path = "deck.pptx"
    for number, entry in enumerate(text.slides):
        title, *lines = (
            _said(words, (number, line), names)
            for line, words in enumerate((entry["title"], *entry["lines"]))
        )
        kind = entry["kind"]
        if kind == "filename":
            path = f"{(lines or [title])[0].replace('/', '-')}.pptx"
        if kind in ("notes", "comment") and slides:
            slides[-1] = _beside(slides[-1], kind, lines)
        elif kind != "filename" or len(lines) > 1:
            slides.append(_slide(len(slides) + 1, kind, title, lines))
    return Deck(path, "0" * 64, DeckKind.PPTX, 960.0, 540.0, tuple(slides))


def _said(words: str, at: tuple[int, int], names: Mapping[Place, str]) -> str:
    return _MARK.sub(lambda mark: names.get((*at, mark.start()), mark[1]), words)


def _beside(slide: Slide, kind: str, lines: Sequence[str]) -> Slide:
    if kind == "notes":
        return replace(slide, notes=(*slide.notes, *map(_note, lines)))
    said = (Comment(line, CommentKind.CLASSIC) for line in lines)
    return replace(slide, comments=(*slide.comments, *said))


def _note(line: str) -> Block:
    return Block(line, Role.NOTES, None, source=Source.NOTES)


def _slide(number: int, kind: str, title: str, lines: Sequence[str]) -> Slide:
    head = Block(title, Role.TITLE, Box(0.05, 0.05, 0.95, 0.15), runs=(Run(title, 32.0),))
    slide = Slide(number, title, (head,) if title else ())
    if kind in ("notes", "comment"):
        return _beside(slide, kind, lines)
    if kind == "alt":
        alts = (Block(line, Role.ALT, None, source=Source.ALT) for line in lines)
        return replace(slide, alts=tuple(alts))
    step = min(0.06, 0.75 / max(len(lines), 1))
    made = [
        block
        for row, line in enumerate(lines)
        for block in _row(kind, line, 0.2 + step * row, step * 0.98)
    ]
    return replace(slide, blocks=(*slide.blocks, *made))


def _row(kind: str, line: str, top: float, high: float) -> Iterator[Block]:
    cells = line.split(" | ")
    if kind == "footer":
        yield Block(line, Role.FOOTER, Box(0.05, 0.93, 0.9, 0.97), runs=(Run(line, 9.0),))
    elif kind == "chart" or len(cells) == 1:
        role = Role.CHART if kind == "chart" else Role.BODY
        box = Box(0.06, top, 0.94, top + high)
        yield Block(line, role, box, group=1, runs=(Run(line, 18.0),))
    else:
        wide = 0.88 / len(cells)
        for at, cell in enumerate(cells):
            left = 0.06 + wide * at
            box = Box(left, top, left + wide - 0.01, top + high)
            yield Block(cell, Role.CELL, box, group=1, runs=(Run(cell, 14.0),))


def of_stories(half: str, folder: Path, worker: Worker) -> Iterator[Named]:
    """Yield the decks of a half's stories, first as they should be, then with one name a slide that
    is another's; pages that name others on purpose stand in all of them."""
    words = APART.get(half, "")
    pen = Pen(random.Random(f"names {half}"), words)
    pages, at = others.pages(words), 0
    pen.drawn.shuffle(pages)
    for name in stories(words):
        companies = list(pen.customers)
        pen.drawn.shuffle(companies)
        company, *rest = companies
        story = story_of(name, words)
        plain = Teller(company, story["vendor"], pen.day(), {})
        told(story, plain, extras=EXTRAS)
        for turn, spots in enumerate(((), *_turns(plain, pen.drawn))):
            missed = {
                spot: Miss(
                    rest[n % len(rest)], FORMS[0] if n >= len(rest) else pen.drawn.choice(FORMS)
                )
                for n, spot in enumerate(spots)
            }
            teller = Teller(company, story["vendor"], pen.day(), missed)
            made = told(story, teller, extras=EXTRAS)
            chosen = [pages[(at + step) % len(pages)] for step in range(PAGES)]
            at += PAGES
            made = others.with_pages(made, chosen, teller, pen.drawn)
            own = folder / f"{half}-{name}-{turn}"
            own.mkdir()
            path = powerpoint.write(replace(made, file=made.file.replace("/", "-")), own)
            left = {form for miss in missed.values() for form in _forms(miss)}
            both = (company.short, company.full)
            yield Named(f"{half}-{name}", read_deck(path, worker), both, frozenset(left), not turn)


def _forms(miss: Miss) -> tuple[str, ...]:
    return miss.company.written(miss.form), miss.company.short, miss.company.full


def _turns(plain: Teller, chance: random.Random) -> Iterator[list[Spot]]:
    """Yield spots where the customer is named, one a slide, until each had its turn."""
    found: dict[object, list[Spot]] = defaultdict(list)
    for spot in plain.named:
        template = plain.spots[spot]
        if ("{c}" in template or "{C}" in template) and spot.kind not in ("link", "logo"):
            found[spot.slide or (spot.kind, spot.at)].append(spot)
    for spots in found.values():
        chance.shuffle(spots)
    for turn in range(min(STORY_ROUNDS, max(map(len, found.values())))):
        yield [spots[turn] for spots in found.values() if turn < len(spots)]
