"""A file of facts as a rep writes it: "goal: …" a line, lines below a heading, or a CSV table."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from sowhat.errors import UsageError
from sowhat.model import Fact, FactKind
from sowhat.paths import resources

LARGEST = 1 << 20  # bytes
MOST = 1_000  # facts
LONGEST = 500  # characters of one
_KIND = re.compile(r"([^:=\t]{1,30})[:=\t]\s*(.*)")
_BULLET = re.compile(r"^(?:[-*•–·]|\d{1,2}[.)])\s+")


def load(path: Path) -> tuple[Fact, ...]:
    """Read facts from a text or CSV file; raises ``UsageError`` facts."""
    try:
        data = path.read_bytes()
        if len(data) > LARGEST:
            raise UsageError("facts", path=str(path))
        said = data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("facts", path=str(path)) from error
    found = _table(said) if path.suffix.lower() == ".csv" else _lines(said)
    facts = tuple(dict.fromkeys(fact for fact in found if fact.text))[:MOST]
    if not facts:
        raise UsageError("facts", path=str(path))
    return facts


def _lines(said: str) -> Iterator[Fact]:
    """Yield the facts of a text; what stands under no heading and has no name is a goal."""
    kind = FactKind.GOAL
    for raw in said.splitlines():
        line = raw.strip().lstrip("#").strip()
        match = _KIND.fullmatch(line)
        named = _kinds().get(match.group(1).strip().casefold()) if match else None
        heading = _kinds().get(line.rstrip(":").casefold())
        if heading is not None:
            kind = heading
        elif named is not None and match is not None:
            yield from _facts(named, match.group(2))
        elif line:
            yield from _facts(kind, _BULLET.sub("", line))


def _table(said: str) -> Iterator[Fact]:
    """Yield the facts of a table: a kind and a fact a row, or a column a kind below its name."""
    try:
        delimiter = csv.Sniffer().sniff(said[:2000], ",;\t").delimiter
    except csv.Error:
        delimiter = ","
    rows = [row for row in csv.reader(io.StringIO(said), delimiter=delimiter) if any(row)]
    heads = [_kinds().get(cell.strip().casefold()) for cell in rows[0]] if rows else []
    if heads and all(heads):
        for row in rows[1:]:
            for kind, cell in zip(heads, row, strict=False):
                yield from _facts(kind or FactKind.WORD, cell)
        return
    for row in rows:
        kind = _kinds().get(row[0].strip().casefold())
        if kind is not None:
            for cell in row[1:]:
                yield from _facts(kind, cell)


def _facts(kind: FactKind, said: str) -> Iterator[Fact]:
    """Yield one fact, several where names and words stand in a row."""
    several = kind not in (FactKind.GOAL, FactKind.NUMBER)
    for part in re.split(r"\s*[;|,]\s*" if several else r"\s*;\s+", said.strip()):
        yield Fact(kind, part.strip()[:LONGEST])


@cache
def _kinds() -> Mapping[str, FactKind]:
    data = tomllib.loads((resources() / "rules" / "facts.toml").read_text(encoding="utf-8"))
    return {name: FactKind(kind) for kind, names in data.items() for name in names}
