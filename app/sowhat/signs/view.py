"""What the finders of signs look at: a slide with its words ready to be matched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from statistics import median

from sowhat.model import (
    Block,
    Box,
    Deck,
    ParsedDeck,
    ParsedSlide,
    Picture,
    Place,
    Profile,
    Role,
    Sentence,
    Sign,
    Slide,
    Source,
    Token,
)
from sowhat.rules import MotifRule, SignRule, load
from sowhat.signs.phrase import Unit

Entry = tuple[MotifRule, SignRule]

OFTEN = 3  # slides with a picture at one place, from which it belongs to the deck's design
SPOT = 0.05  # of the slide: how far apart one place may lie

WE = frozenset({"we", "us", "our", "ours", "ourselves"})
YOU = frozenset({"you", "your", "yours", "yourself", "yourselves"})
_NUMBER = re.compile(
    r"[~<>≈+]?[$€£¥]?\d[\d.,:/]*(?:k|m|mn|bn|b|x|%|\+|st|nd|rd|th)*\+?", re.IGNORECASE
)
_REST = re.compile(r"[-\u2010\u2011]\w+(?:[-\u2010\u2011]\w+)*")  # of a word with hyphens
_PLURAL = re.compile(r"\w{3}(?<![sui])s$")
_CLASSES = frozenset({"ADJ", "ADV", "NOUN", "VERB", "PROPN", "NUM"})


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a block, as units; ``first`` and ``last`` within the block.

    ``who`` is whom its main clause's subject names: WE, YOU, VENDOR, PRODUCT, CUSTOMER, THEY
    (people on the customer's side), OTHER, or None where there is no subject.
    """

    block: int
    sentence: Sentence
    units: tuple[Unit, ...]
    title: bool
    first: bool
    last: bool
    who: str | None


@dataclass(frozen=True, slots=True)
class View:
    """One slide in its deck: ``index`` from 0 among ``count`` slides; ``title_size`` in points is
    the deck's usual headline; ``names`` are stretches of the blocks that name a party;
    ``ratio`` is the slide's width by its height; ``house`` are keys of the pictures that belong to
    the deck's design."""

    slide: Slide
    index: int
    count: int
    lines: tuple[Line, ...]
    profile: Profile
    title_size: float | None
    names: tuple[tuple[int, int, int, str], ...]
    ratio: float
    house: frozenset[str] = frozenset()

    def place(self, block: int, start: int, end: int) -> Place | None:
        """Return the place of characters ``start:end`` of block ``block``, None if it has none."""
        item = self.slide.blocks[block]
        found = item.box_of(start, end)
        if found is None or not _on_slide(found[0]):
            return None
        box, exact = found[0].clamped(), found[1]
        return Place(self.slide.number, item.source, box, exact, item.text[start:end], block, start)

    def sign(self, entry: Entry, block: int, start: int, end: int) -> Iterator[Sign]:
        """Yield the sign of a rule at characters ``start:end`` of a block, if that has a place.

        What ends before a hyphen goes on to the word's end: a quote is not cut within a word.
        """
        rest = _REST.match(self.slide.blocks[block].text, end)
        place = self.place(block, start, rest.end() if rest else end)
        if place is not None:
            yield self.at(entry, place)

    def at(self, entry: Entry, place: Place, count: int = 1, field: str = "") -> Sign:
        """Return the sign of a rule at ``place``; ``field`` is one of a quadrant's."""
        rule, sign = entry
        why = sign.why.format(
            quote=place.quote or "",
            count=count,
            field=field,
            vendor=self.profile.vendor.name or "the vendor",
            customer=self.profile.customer.name or "the customer",
        )
        name = f"{rule.id}/{sign.id}"
        return Sign(name, sign.kind, rule.id, rule.side, sign.weight, why, place)

    def area(
        self,
        box: Box,
        source: Source = Source.SLIDE,
        *,
        exact: bool = True,
        parts: Iterable[Box] = (),
    ) -> Place:
        """Return a place without words; ``parts`` were counted inside it."""
        inside = tuple(part.clamped() for part in parts)
        return Place(self.slide.number, source, box.clamped(), exact, parts=inside)

    @property
    def shown(self) -> list[tuple[int, Block]]:
        """Blocks with their numbers, footers and layout text apart."""
        return [
            (number, block)
            for number, block in enumerate(self.slide.blocks)
            if block.role is not Role.FOOTER and block.source is not Source.LAYOUT
        ]


def _on_slide(box: Box) -> bool:
    return box.x0 < 1 and box.x1 > 0 and box.y0 < 1 and box.y1 > 0 and box.width + box.height > 0


def views(deck: Deck, parsed: ParsedDeck, profile: Profile) -> list[View]:
    """Return a view of each slide of ``deck``."""
    tagger = NameTagger(profile)
    sizes = [b.size for s in deck.slides for b in s.blocks if b.role is Role.TITLE and b.size]
    usual = median(sizes) if sizes else None
    house = house_pictures(deck)
    return [
        replace(_view(deck, index, words, tagger, usual), house=house)
        for index, words in enumerate(parsed.slides)
    ]


def house_pictures(deck: Deck) -> frozenset[str]:
    """Return keys of the pictures of the deck's design: on the master, or at one place often.

    The deck's own logo is among them; the pages of a build-up count once.
    """
    house: set[str] = set()
    places: dict[tuple[str, int, int], set[int]] = {}
    for slide in deck.slides:
        for picture in slide.pictures:
            key = picture_key(picture)
            if picture.source is not Source.SLIDE:
                house.add(key)
            x, y = picture.box.center
            place = key, round(x / SPOT), round(y / SPOT)
            places.setdefault(place, set()).add(slide.step_of or slide.number)
    return frozenset(house | {place[0] for place, on in places.items() if len(on) >= OFTEN})


def picture_key(picture: Picture) -> str:
    """Return what tells a picture from others: its bytes, or its place where it is a drawing."""
    box = picture.box
    edges = (round(edge, 2) for edge in (box.x0, box.y0, box.x1, box.y1))
    return picture.sha256 or f"{picture.origin} {' '.join(map(str, edges))}"


def _view(
    deck: Deck, index: int, words: ParsedSlide, tagger: NameTagger, usual: float | None
) -> View:
    slide = deck.slides[index]
    lines: list[Line] = []
    names: list[tuple[int, int, int, str]] = []
    for number, block in enumerate(slide.blocks):
        if block.role is Role.FOOTER or block.source is Source.LAYOUT:
            continue
        found = tagger.find(block.text)
        names += [(number, *item) for item in found]
        sentences = words.blocks[number] if words.blocks else ()
        for order, sentence in enumerate(sentences):
            lines.append(
                Line(
                    block=number,
                    sentence=sentence,
                    units=units(sentence.tokens, found),
                    title=block.role is Role.TITLE,
                    first=order == 0,
                    last=order == len(sentences) - 1,
                    who=_who(sentence, found),
                )
            )
    profile, ratio = tagger.profile, deck.width / deck.height
    count = len(deck.slides)
    return View(slide, index, count, tuple(lines), profile, usual, tuple(names), ratio)


def _who(sentence: Sentence, names: list[tuple[int, int, str]]) -> str | None:
    if sentence.subject is None:
        return None
    token = sentence.tokens[sentence.subject]
    for start, end, tag in names:
        if start <= token.start < end:
            return tag
    if token.lower in WE:
        return "WE"
    if token.lower in YOU:
        return "YOU"
    owners = {t.lower for t in sentence.tokens if t.head == sentence.subject and t.dep == "poss"}
    if owners & WE:
        return "WE"
    if owners & YOU:
        return "YOU"
    return "THEY" if token.lemma in load().voice.they else "OTHER"


class NameTagger:
    """Finds the names of a profile in text, whole words, longest first."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self._tags: dict[str, str] = {}
        for tag, names in (
            ("PRODUCT", profile.products),
            ("CUSTOMER", profile.customer.names),
            ("VENDOR", profile.vendor.names),  # last: a product named like its maker is the maker
        ):
            self._tags.update({name.casefold(): tag for name in names if name.strip()})
        ordered = sorted(self._tags, key=len, reverse=True)
        joined = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in ordered)
        self._pattern = re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE) if joined else None

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Return ``(start, end, tag)`` for each name in ``text``."""
        if self._pattern is None:
            return []
        found = []
        for match in self._pattern.finditer(text):
            name = " ".join(match.group().split()).casefold()
            if tag := self._tags.get(name):
                found.append((match.start(), match.end(), tag))
        return found


def units(tokens: Iterable[Token], names: list[tuple[int, int, str]]) -> tuple[Unit, ...]:
    """Return the words of a sentence as units; a name of several words is one."""
    row: list[Unit] = []
    for token in tokens:
        name = next((n for n in names if n[0] <= token.start and token.end <= n[1]), None)
        if name is not None and row and row[-1].start == name[0] and name[2] in row[-1].keys:
            last = row[-1]
            row[-1] = Unit(last.keys - {"NOUN"} | {"PROPN"}, last.start, token.end)
        elif token.pos not in ("PUNCT", "SPACE", "SYM") and token.lower not in ("'s", "’s"):
            tags = {name[2]} if name is not None else set()
            row.append(Unit(keys(token) | tags, token.start, token.end))
        elif token.lower in ("&", "%", "#"):
            row.append(Unit(frozenset({token.lower}), token.start, token.end))
    return tuple(row)


def keys(token: Token) -> frozenset[str]:
    """Return the keys by which phrases know a word."""
    found = {token.lower, token.lemma, "=" + token.lower}
    if token.pos in _CLASSES:
        found.add(token.pos)
    if token.pos == "PROPN" and _PLURAL.search(token.lower):
        found.add(token.lower[:-1])  # headlines in title case are tagged as names: Market Trends
    if _NUMBER.fullmatch(token.text):
        found.add("NUM")
    if token.lower in WE:
        found.add("WE")
    elif token.lower in YOU:
        found.add("YOU")
    return frozenset(found)
