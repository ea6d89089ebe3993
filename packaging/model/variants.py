"""Variants of the marked slides in ``text/names``, as lines whose names bear labels.

From epoch to epoch names change: the customer's stands for itself or another's stands in its place,
others' names, persons and towns are drawn anew from all that were written, so that how a name is
made tells nothing about whose it is.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "app")]

from sowhat.judge.whose import Line, Mark, Sign, Whose  # noqa: E402

TEXT = Path(__file__).parent / "text" / "names"
ORGANISATIONS = frozenset(("seat", "peer", "partner", "competitor", "client_of_seat", "owner"))
PEOPLE = frozenset(("person_seat", "person_vendor", "person_other"))
PLACES = frozenset(("place_seat", "place"))
WHOSE = {
    "seat": Whose.CUSTOMER,
    "person_seat": Whose.PERSON,
    "place_seat": Whose.SITE,
    "vendor": Whose.VENDOR,
    "person_vendor": Whose.STRANGER,
    "person_other": Whose.STRANGER,
    "product": Whose.PRODUCT,
    "peer": Whose.PEER,
    "partner": Whose.PARTNER,
    "competitor": Whose.COMPETITOR,
    "standard": Whose.STANDARD,
    "owner": Whose.OWNER,
    "client_of_seat": Whose.CLIENT,
    "event": Whose.EVENT,
    "place": Whose.PLACE,
    "word": Whose.NOBODY,
    "blank": Whose.BLANK,
}
MARKS = {
    "chart": Mark.CHART,
    "notes": Mark.NOTES,
    "comment": Mark.COMMENT,
    "footer": Mark.FOOTER,
    "alt": Mark.ALT,
    "link": Mark.LINK,
    "filename": Mark.FILE,
}
LEGAL = (
    *("Ltd", "GmbH", "Group", "AG", "Foods", "plc", "Logistics", "Inc.", "LLC", "SA", "Trust"),
    *("& Co", "Partners", "Services"),
)
SYLLABLES = (
    *("ka", "vel", "tor", "mi", "ran", "os", "qu", "ix", "zen", "lo", "bra", "dor", "fi", "nex"),
    *("pra", "ul", "sten", "gar", "vi", "hol", "me", "ra", "tri", "on", "ax", "by", "cor", "lia"),
    *("dan", "ost"),
)
_MARK = re.compile(r"\[\[([^|\]]+)\|([a-z_]+)\]\]")
_OWNED = re.compile(r"[’'](?:s|S)?$")
_CAMEL = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")

Piece = tuple[str, str]  # words and their role, "" where they have none
Row = tuple[Mark, Sequence[Piece]]
Labels = list[tuple[int, int, Whose]]


@dataclass(frozen=True)
class Written:
    """A marked slide."""

    seat: str
    kind: str
    title: Sequence[Piece]
    rows: Sequence[Row]


def decks() -> list[list[Written]]:
    """Return the marked slides; those in a row of one customer and one vendor are a deck."""
    found: list[list[Written]] = []
    for path in sorted(TEXT.glob("*.jsonl")):
        lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        for _, group in groupby(lines, key=lambda slide: (slide["seat"], slide["vendor"])):
            found.append([_written(slide) for slide in group])
    return found


def _written(slide: Mapping[str, Any]) -> Written:
    mark, rows = MARKS.get(slide["kind"], Mark.BODY), list[Row]()
    for line in slide["lines"]:
        pieces = list(_pieces(line))
        if " | " in line and slide["kind"] not in ("footer", "filename", "link", "alt"):
            rows += [
                (Mark.CELL if at else Mark.ROW, cell) for at, cell in enumerate(_cells(pieces))
            ]
        else:
            rows.append((mark, pieces))
    return Written(slide["seat"], slide["kind"], list(_pieces(slide["title"])), rows)


def _pieces(line: str) -> Iterator[Piece]:
    done = 0
    for match in _MARK.finditer(line):
        if match.start() > done:
            yield line[done : match.start()], ""
        yield match[1], match[2]
        done = match.end()
    if done < len(line):
        yield line[done:], ""


def _cells(pieces: Sequence[Piece]) -> list[list[Piece]]:
    row: list[list[Piece]] = [[]]
    for words, role in pieces:
        for at, part in enumerate([words] if role else words.split(" | ")):
            if at:
                row.append([])
            if part:
                row[-1].append((part, role))
    return row


def bare(name: str) -> str:
    """Return a name without its possessive."""
    return _OWNED.sub("", name)


@dataclass
class Names:
    """All names that were written, and ``words`` of which others are made."""

    words: Sequence[str]
    organisations: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    given: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    blanks: list[Sequence[Piece]] = field(default_factory=list)
    alike: list[Sequence[Piece]] = field(default_factory=list)

    @classmethod
    def of(cls, found: Sequence[Sequence[Written]], words: Sequence[str]) -> Names:
        """Collect the names of decks."""
        kinds: dict[str, set[str]] = {"organisations": set(), "people": set(), "given": set()}
        kinds["places"] = set()
        for slide in (slide for deck in found for slide in deck):
            for said, role in [*slide.title, *(p for _, row in slide.rows for p in row)]:
                name = bare(said)
                if role in ORGANISATIONS and len(name) > 2 and not name.isupper():
                    kinds["organisations"].add(name)
                elif role in PEOPLE and "@" not in name and name[:1].isupper():
                    kinds["people" if " " in name else "given"].add(name)
                elif role in PLACES:
                    kinds["places"].add(name)
        blank, alike = _blanks(found)
        drawn = {kind: sorted(names) for kind, names in kinds.items()}
        return cls(words, **drawn, blanks=blank, alike=alike)

    def organisation(self, chance: random.Random) -> str:
        """Draw an organisation's name: of two words of the dictionary, coined, a person's, or one
        that was written."""
        drawn = chance.random()
        if drawn < 0.12:
            several = chance.sample(self.words, chance.choice((1, 2, 2, 2, 3)))
            name = " ".join(map(str.capitalize, several))
            name = f"The {name}" if chance.random() < 0.15 else name
            if chance.random() < 0.1:
                name = f"{name.split()[0]} & {name.split()[-1]}"
            return f"{name} {chance.randint(2, 99)}" if chance.random() < 0.08 else name
        if drawn < 0.22:
            name = "".join(chance.sample(SYLLABLES, chance.choice((2, 2, 3)))).capitalize()
            name += str(chance.randint(1, 9)) if chance.random() < 0.1 else ""
            return f"{name} {chance.choice(LEGAL)}" if chance.random() < 0.3 else name
        if drawn < 0.28:
            name = chance.choice(self.people).split()[-1]
            tails = (" & Sons", " Group", " GmbH", " Ltd", "'s", " AG", " & Partner")
            return name if chance.random() < 0.4 else name + chance.choice(tails)
        name = chance.choice(self.organisations)
        return name.lower() if chance.random() < 0.05 else name


def _blanks(
    found: Sequence[Sequence[Written]],
) -> tuple[list[Sequence[Piece]], list[Sequence[Piece]]]:
    """Return lines with blanks, and others of the same decks, none of which names the customer."""
    blank, alike = list[Sequence[Piece]](), list[Sequence[Piece]]()
    for deck in found:
        lines = [row for slide in deck for mark, row in slide.rows if mark is Mark.BODY]
        roles = [{role for _, role in line} for line in lines]
        if any("blank" in own for own in roles):
            for line, own in zip(lines, roles, strict=True):
                if "seat" not in own:
                    (blank if "blank" in own else alike).append(line)
    return blank, alike


def shaped(own: str, name: str, chance: random.Random) -> str:
    """Return ``name`` in the form in which another stands: its letters, in capitals, for short."""
    said = bare(own)
    tail, words = own[len(said) :], name.split()
    if said.isupper() and len(said) <= 5:
        several = re.findall(r"\w+", name)
        letters = (
            "".join(word[0] for word in several)
            if len(several) > 2
            else name.replace(" ", "")[: chance.choice((2, 3, 3, 4))]
        )
        return letters.upper() + tail
    if said.isupper():
        return name.upper() + tail
    if said.islower() and " " not in said:
        return re.sub(r"[^\w-]+", chance.choice(("", "-")), name.lower()) + tail
    short = " " not in said and len(words) > 1 and "&" not in name
    if short and words[0] not in ("The", "St") and chance.random() < 0.45:
        return words[0] + tail
    if len(said.split()) > 2 and len(words) < 3 and chance.random() < 0.7:
        return f"{name} {chance.choice(LEGAL)}{tail}"
    return name + tail


class Draw:
    """One variant's names: whose change, and into what."""

    def __init__(self, slide: Written, names: Names, chance: random.Random) -> None:
        self._slide, self._names, self._chance = slide, names, chance
        self._left = chance.choice((0.0, 0.25, 0.25, 0.5, 1.0))  # of the customer's
        self._other = names.organisation(chance)
        self._vendor, self._products = chance.random() < 0.75, chance.random() < 0.25
        self._others = chance.choice((0, 0, 0.5, 1))
        self._people, self._places = chance.choice((0, 0.5, 1)), chance.choice((0, 0, 0.5))
        self._memory: dict[tuple[str, str], str] = {}

    def put(self, words: str, role: str) -> tuple[str, Whose | Sign | None]:
        """Return what stands in a name's place, and whose it is or the sign that it is known by."""
        if not role:
            return words, None
        whose, chance = WHOSE[role], self._chance
        if role == "seat":
            if chance.random() >= self._left:
                return words, Sign.CUSTOMER
            several = chance.random() >= 0.75
            name = self._names.organisation(chance) if several else self._other
            return shaped(words, name, chance), whose
        if role == "vendor" and self._vendor:
            return words, Sign.VENDOR
        if role == "product" and self._products and chance.random() < 0.6:
            return words, Sign.PRODUCT
        return self._changed(words, role), whose

    def _changed(self, words: str, role: str) -> str:
        chance, names = self._chance, self._names
        tail = words[len(bare(words)) :]
        if role in ORGANISATIONS | {"vendor"} and chance.random() < self._others:
            return shaped(words, self._same(words, role, names.organisation), chance)
        if role in PEOPLE and words[0].isupper() and "@" not in words:
            if chance.random() < self._people:
                pool = names.people if " " in words else names.given
                return self._same(words, role, lambda c: c.choice(pool)) + tail
        elif role in PLACES and chance.random() < self._places:
            return self._same(words, role, lambda c: c.choice(names.places)) + tail
        return words

    def _same(self, words: str, role: str, drawn: Any) -> str:
        """Return what was put in a name's place before, or draw it."""
        place = (role, "" if role == "vendor" else bare(words))
        if place not in self._memory:
            self._memory[place] = drawn(self._chance)
        return self._memory[place]


def variant(
    deck: Sequence[Written], at: int, names: Names, chance: random.Random
) -> list[tuple[Line, Labels]]:
    """Return a slide of a deck as lines with labels: what stands beside slides in a deck, such as
    notes and footers, mostly together with one."""
    slide = deck[at]
    title, rows = slide.title, list(slide.rows)
    if slide.kind in MARKS and slide.kind != "chart" and at and chance.random() < 0.6:
        base = deck[chance.randrange(len(deck))]
        if base.kind not in MARKS or base.kind == "chart":
            title = base.title
            rows = [*(base.rows if chance.random() < 0.7 else base.rows[:1]), *slide.rows]
    if chance.random() < 0.3:
        beside = [
            r for s in deck for r in s.rows if r[0] in (*MARKS.values(),) and r[0] != Mark.CHART
        ]
        rows += [chance.choice(beside)] if beside else []
    if chance.random() < 0.2:  # blanks stand among a customer's names, too
        mark = rows[0][0] if rows and rows[0][0] in (Mark.NOTES, Mark.BODY) else Mark.BODY
        rows.insert(chance.randrange(len(rows) + 1), (mark, _filler(names, chance)))
    elif chance.random() < 0.05:
        title = _filler(names, chance)
    if title and chance.random() < 0.92:
        rows = [(Mark.TITLE, title), *rows]
    if len(rows) > 3 and chance.random() < 0.15:
        rows = [row for row in rows if row[0] is Mark.TITLE or chance.random() < 0.7]
    draw = Draw(slide, names, chance)
    made = (_line(mark, pieces, draw, chance) for mark, pieces in rows)
    return [(line, labels) for line, labels in made if line.text.strip()]


def _filler(names: Names, chance: random.Random) -> Sequence[Piece]:
    return chance.choice(names.blanks if chance.random() < 0.6 else names.alike)


def _line(
    mark: Mark, pieces: Sequence[Piece], draw: Draw, chance: random.Random
) -> tuple[Line, Labels]:
    text, signs, labels = "", list[tuple[int, int, Sign]](), Labels()
    for words, role in pieces:
        said, whose = draw.put(words, role)
        if mark is Mark.FILE:
            said = _CAMEL.sub(" ", re.sub(r"[_\-.+]+", " ", said))
        start, end = len(text), len(text) + len(bare(said))
        if isinstance(whose, Sign):
            signs.append((start, end, whose))
        elif whose is not None:
            labels.append((start, end, whose))
        text += said
    if mark is Mark.TITLE and chance.random() < 0.06 and len(text.upper()) == len(text):
        text = text.upper()
    return Line(mark, text, tuple(signs)), labels
