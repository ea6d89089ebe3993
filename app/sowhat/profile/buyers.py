"""For whom a deck was made where no line says so: what must agree before anybody is named."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from sowhat.model import Party
from sowhat.profile.evidence import LINES, Evidence
from sowhat.profile.names import (
    BREAK,
    NAME,
    clean,
    is_generic,
    is_name,
    is_ordinary,
    key,
    one_of,
    words,
)
from sowhat.profile.witnesses import headlines

LEAST = 3.0  # evidence below which no customer is named
OFTEN = 0.4  # a customer stands on so large a share of the slides, three at least
RETURNING = 0.5  # so large a share of the slides carries a customer's logo beside the vendor's
_FOR = re.compile(rf"\b(?:for|at) ({NAME})$")
_MADE = re.compile(rf" for ({NAME})$")
_JOINED = r"\s*(?:\+|×|\||/|<>|[xX&]|and|–|—|-)\s+"
_AFTER = re.compile(rf"{_JOINED}({NAME})$")
_BEFORE = re.compile(rf"({NAME}){_JOINED}$")
_LOGO = re.compile(rf"({NAME}) [Ll]ogo$")
_FILE = re.compile(r"[A-Za-zÀ-þ&][\w&]*")

Witness = tuple[str, float]


def weighed(evidence: Evidence, vendor: Party) -> str | None:
    """Return the name on which several witnesses agree, at least one of them the title slide or
    the file; None where they do not."""
    others = {key(name) for name in vendor.names}
    sold = {key(name) for name, _ in headlines(evidence)}  # "How Flow works"
    said: dict[str, float] = defaultdict(float)
    spelt: dict[str, str] = {}
    for name, weight in _shown(evidence, vendor):
        known = key(name)
        if known in sold or _foreign(name):
            continue
        if not any(known.startswith(o) or o.startswith(known) for o in others):
            said[known] += weight
            spelt.setdefault(known, clean(name))
    for known, name in spelt.items():
        said[known] += _supported(name, evidence, said[known])
    best = max(said, key=lambda known: said[known], default=None)
    return spelt[best] if best is not None and said[best] >= LEAST else None


def _foreign(name: str) -> bool:
    """Say whether a name is no organisation's that could be a customer."""
    plain = clean(name)
    known = words().technologies | words().programs | {m.lower() for m in words().makers.values()}
    return (
        not is_name(plain)
        or plain.lower() in known
        or all(is_ordinary(part) for part in plain.split())
    )


def _shown(evidence: Evidence, vendor: Party) -> Iterator[Witness]:
    """Yield the names beside the vendor's on the title slide, in the file's name and properties,
    and under a second logo."""
    lines = [line for line, _ in evidence.opening[:LINES]]
    if not re.search(rf"\b(?i:{one_of(words().partner_words)})\b", "\n".join(lines)):
        named = dict(_beside(lines, vendor))
        yield from named.items()
        for piece in dict.fromkeys(p.strip() for line in lines for p in re.split(BREAK, line)):
            if piece not in named and re.fullmatch(NAME, piece) and len(piece.split()) <= 4:
                yield piece, 1.5 if evidence.engaged else 1.0
    for alt, share in evidence.traces.logos:
        match = _LOGO.match(alt)
        if match and share >= RETURNING:
            yield match.group(1), 1.5
    filed = evidence.traces.properties
    for text in dict.fromkeys((filed.subject, filed.description)):
        for piece in re.split(BREAK, text):
            if re.fullmatch(NAME, piece.strip()) and len(piece.split()) <= 4:
                yield piece.strip(), 1.0
    yield from _file(evidence)


def _beside(lines: list[str], vendor: Party) -> Iterator[Witness]:
    """Yield who stands beside the vendor or ends a line: "Globex + Acme", "A shop for Globex"."""
    for line in (part.strip() for whole in lines for part in (whole, *whole.split(":")[1:])):
        small = line.lower()
        own = next((name for name in vendor.names if name.lower() in small), None)
        start = small.index(own.lower()) if own else 0
        before, after = line[:start], line[start + len(own or "") :]
        if own and not before and (match := _MADE.match(after)):
            yield match.group(1), 2.0
        elif match := _FOR.search(line) or (_joined(before, after) if own else None):
            yield match.group(1), 2.0 if "×" in line else 1.5


def _joined(before: str, after: str) -> re.Match[str] | None:
    """Match the name before or after the vendor's, with a sign of joining between the two."""
    return _BEFORE.match(before) if before else _AFTER.match(after)


def _file(evidence: Evidence) -> Iterator[Witness]:
    """Yield the names that the deck uses in the name of a file that calls itself a proposal or the
    like: weak, files are copied and renamed."""
    parts = _FILE.findall(evidence.traces.stem.replace("_", " "))
    if not any(part.lower() in words().file_words for part in parts):
        return
    for size in (3, 2, 1):
        for start in range(len(parts) - size + 1):
            name = " ".join(parts[start : start + size])
            if not is_generic(name) and evidence.index.uses(name).slides > 1:
                yield name[0].upper() + name[1:], 1.0


def _supported(name: str, evidence: Evidence, shown: float) -> float:
    """Weigh what the slides tell of a name: headlines about it, what it is, its spread; less where
    it stands among partners and cases; nothing where the title slide only names it too."""
    first = name.split(maxsplit=1)[0]
    short = name if is_ordinary(first) or len(first) < 4 else first
    uses = evidence.index.uses(short)
    told = sum(bool(_about().search(_masked(head, name, short))) for head in evidence.titles)
    if not told and shown <= 1.0:
        return 0.0
    weight = min(1.0 * told, 2.0)
    weight += 1.0 if _is_kind(name) and (evidence.engaged or shown >= 2.0) else 0.0
    weight += 1.0 if uses.slides >= max(3, OFTEN * len(evidence.slides)) else 0.0
    weight += 0.5 if any(key(name) in key(text) for text in evidence.traces.books) else 0.0
    placed = evidence.index.slides(first.lower())
    return weight - (2.0 if placed & evidence.foreign else 0.0)


def _is_kind(name: str) -> bool:
    """Say whether a name tells what the organisation is: "Globex Bank", "County of Globex"."""
    kinds = words().organisation_kinds | words().legal_forms
    return " " in name and any(part.lower().strip(".") in kinds for part in name.split())


def _masked(title: str, name: str, short: str) -> str:
    """Return a headline with {name} for the name or for its short form."""
    both = rf"\b(?:{re.escape(name)}|{re.escape(short)})\b"
    return re.sub(both, "{name}", title, flags=re.IGNORECASE)


@cache
def _about() -> re.Pattern[str]:
    """Match a headline about the customer: "Where Globex stands", "What Globex told us"."""
    things = one_of(words().customer_things)
    return re.compile(
        rf"(?i:{one_of(words().customer_headlines)}|{{name}}(?:['’]s)? (?:[\w-]+ )?(?:{things})\b)"
    )
