"""Where a name stands, as features: the words around it, its own look, its slide and its deck."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from sowhat.check.known import Known
from sowhat.check.languages import is_foreign
from sowhat.check.look import look
from sowhat.check.masks import Masks
from sowhat.check.names import Name
from sowhat.check.parallel import Parallels
from sowhat.check.passages import Passage
from sowhat.check.tables import cells, rows
from sowhat.judge.whose import Sign
from sowhat.model import Audit, Role

CUSTOMER, VENDOR, PRODUCT, ITSELF = "\x01", "\x02", "\x03", "\x00"  # what stands for names
FEW, LONG = 3, 12  # words
_SIGNS = {Sign.CUSTOMER: CUSTOMER, Sign.VENDOR: VENDOR, Sign.PRODUCT: PRODUCT}
_TOKEN = re.compile(r"[\x00-\x03]|[^\W\d_]+|\d+|[^\w\s]")
_OWNED = re.compile(r"[’'](?:s|S)?\b|[’'](?=\s)")
_YOU = re.compile(
    r"\b(?i:you|your|yours|ihr|ihre|ihrem|ihren|ihrer|sie|votre|vos|vous|su|sus|vostro|vostra|uw)\b"
)
_WE = re.compile(
    r"\b(?i:we|our|us|wir|unser|unsere|nous|notre|nos|nosotros|nuestro|nuestra|noi|nostro|wij|ons|onze)\b"
)


class Stand(NamedTuple):
    """What stands around a name: its line before and behind it, the lines above and below, the
    headline, the head of its column; names of the parties are replaced."""

    before: str
    after: str
    above: str
    below: str
    title: str
    column: str


class Stands:
    """What stands around all names of a deck."""

    def __init__(self, audit: Audit, known: Known, stream: Sequence[Passage]) -> None:
        self._masks = Masks(audit, known)
        self._parallels = Parallels(known, stream)
        self._slides = len(audit.deck.slides)
        self._titles = {s.number: self._mask(s.title) for s in audit.deck.slides}
        self._verdicts = {v.slide: v for v in audit.verdicts}
        self._rows: dict[int, tuple[str, str]] = {}
        self._columns: dict[int, str] = {}
        self._near: dict[int, tuple[str, str]] = {}
        self._yours: dict[int, str] = {}
        for slide in audit.deck.slides:
            for row in rows(slide):
                said = [self._mask(block.text) for block in row]
                for at, block in enumerate(row):
                    self._rows[id(block)] = (
                        "".join(f"{one} | " for one in said[:at]),
                        "".join(f" | {one}" for one in said[at + 1 :]),
                    )
            for cell in cells(slide):
                self._columns[id(cell.block)] = self._mask(cell.head.text)
            lines = [b for b in slide.blocks if b.role not in (Role.TITLE, Role.FOOTER, Role.CELL)]
            said = [self._mask(block.text) for block in lines]
            for at, block in enumerate(lines):
                self._near[id(block)] = (
                    said[at - 1] if at else "",
                    said[at + 1] if at + 1 < len(lines) else "",
                )
            whole = " ".join([self._titles[slide.number], *said])
            self._yours[slide.number] = (
                ("f" if is_foreign(whole) else "")
                + ("c" if CUSTOMER in whole else "")
                + ("v" if VENDOR in whole or PRODUCT in whole else "")
                + ("y" if _YOU.search(whole) else "")
                + ("w" if _WE.search(whole) else "")
            )

    def _mask(self, text: str) -> str:
        return self._masks.put(text, _SIGNS)

    def of(self, passage: Passage, name: Name) -> Stand:
        """Return what stands around a name."""
        before = self._mask(passage.text[: name.start])
        after = self._mask(passage.text[name.end :])
        left, right = self._rows.get(id(passage.block), ("", ""))
        above, below = self._near.get(id(passage.block), ("", ""))
        title = self._titles.get(passage.slide or 0, "")
        if passage.head:
            title = f"{before}{ITSELF}{after}"
        column = self._columns.get(id(passage.block), "")
        return Stand(left + before, after + right, above, below, title, column)

    def features(self, passage: Passage, name: Name) -> Iterator[str]:
        """Yield what is known of a name where it stands."""
        stand = self.of(passage, name)
        place = "title" if passage.head else str(passage.where)
        if passage.slide == 1 and passage.seen and not passage.head:
            place = f"first {place}"
        yield from _around(stand, place)
        if self._parallels.stands_like(passage, name):
            yield "like theirs"
            yield f"like theirs {place}"
        yield from self._of_slide(passage)
        shown = list(look(passage.text, name))
        left, right = _near(stand)
        main = [one for one in shown if one[:3] in ("st=", "new", "pla", "for", "giv", "dic")]
        yield from (f"S {one}" for one in shown)
        for one in main:
            yield f"SL {one} {left[-1]}"
            yield f"SR {one} {right[0]}"
            yield f"SP {one} {place}"

    def _of_slide(self, passage: Passage) -> Iterator[str]:
        verdict = self._verdicts.get(passage.slide or 0)
        if verdict is not None:
            yield f"motif {verdict.motif}"
            yield f"stance {verdict.stance}"
            yield from (f"also {motif}" for motif in verdict.motifs)
        yield f"slide {self._yours.get(passage.slide or 0, '-')}"
        yield f"at {_place(passage.slide, self._slides)}"


def _place(slide: int | None, count: int) -> str:
    if slide is None:
        return "file"
    return "first" if slide == 1 else "last" if slide == count else "inner"


def _around(stand: Stand, place: str) -> Iterator[str]:
    """Yield the words around a name, near and far, by their sides."""
    left, right = _near(stand)
    yield f"P {place}"
    yield f"l {left[-1]}"
    yield f"r {right[0]}"
    yield f"ll {left[-2]} {left[-1]}"
    yield f"rr {right[0]} {right[1]}"
    yield f"lr {left[-1]} {right[0]}"
    yield f"lll {' '.join(left[-3:])}"
    yield f"rrr {' '.join(right[:3])}"
    yield f"pl {place} {left[-1]}"
    yield f"pr {place} {right[0]}"
    yield from (f"L {one}" for one in set(left[FEW:]))
    yield from (f"R {one}" for one in set(right[:-FEW]))
    yield from (f"T {one}" for one in set(_words(stand.title)))
    yield from (f"N {one}" for one in set(_words(f"{stand.above} {stand.below}")))
    yield from (f"H {one}" for one in set(_words(stand.column)))
    line = stand.before + stand.after
    yield f"n {min(len(left) + len(right) - 2 * FEW, LONG)}"
    sides = f"{CUSTOMER in line:d}{VENDOR in line or PRODUCT in line:d}"
    yield f"in {sides}"
    yield f"in {sides} {place}"
    yield f"head {CUSTOMER in stand.title:d}{VENDOR in stand.title:d}"
    yield f"you {_YOU.search(line) is not None:d}{_WE.search(line) is not None:d}"
    yield f"end {line.rstrip()[-1:]}"


def _near(stand: Stand) -> tuple[list[str], list[str]]:
    left = ["<"] * FEW + _words(stand.before)
    return left, _words(stand.after) + [">"] * FEW


@lru_cache(maxsize=2048)
def _said(text: str) -> tuple[str, ...]:
    return tuple("0" if one[0].isdigit() else one.casefold() for one in _TOKEN.findall(text))


def _words(text: str) -> list[str]:
    return list(_said(text))
