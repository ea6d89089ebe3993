"""How much closer than their advances two letters of a face stand: kerning and ligatures."""

from __future__ import annotations

import contextlib
import struct
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from sowhat.fonts.face import Face
from sowhat.fonts.kept import Figures, figures

# Whose pairs are looked at: what Western words are made of.
LETTERS = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100)))) + "–—‘’“”…"

Pair = tuple[str, str]


@cache
def pairs(face: Face, *, kerned: bool) -> dict[Pair, float]:
    """Return by how many ems two letters side by side are wider than their advances.

    Where text is not ``kerned``, ligatures still make a difference.
    """
    joined = _keyed(figures("ligatures", face, lambda face: _read(face, _ligatures)))
    if not kerned:
        return joined
    return {**_keyed(figures("kerning", face, lambda face: _read(face, _kerning))), **joined}


def _keyed(found: Figures) -> dict[Pair, float]:
    return {(key[0], key[1]): value for key, value in found.items()}


def _read(face: Face, read: Callable[[Any, Mapping[str, str]], dict[Pair, float]]) -> Figures:
    from sowhat.fonts.tables import open_face

    found: Figures = {}
    # Fonts of a system are of all sorts: one with odd tables is set without kerning.
    with contextlib.suppress(Exception), open_face(face) as font:
        cmap = font.getBestCmap() or {}
        names = {cmap[ord(letter)]: letter for letter in LETTERS if ord(letter) in cmap}
        units = struct.unpack(">H", font.reader["head"][18:20])[0] or 1000
        for (one, other), value in read(font, names).items():
            if value:
                found[names[one] + names[other]] = round(value / units, 5)
    return found


def _kerning(font: Any, names: Mapping[str, str]) -> dict[Pair, float]:
    """Return the kerning of pairs of the glyphs ``names`` in the font's units."""
    lookups = _lookups(font, "GPOS", "kern")
    if not lookups and "kern" in font:  # the old table, which else does not count
        old: dict[Pair, float] = font["kern"].kernTables[0].kernTable
        return {pair: value for pair, value in old.items() if names.keys() >= set(pair)}
    whole: dict[Pair, float] = {}
    for subtables in lookups:
        values: dict[Pair, float] = {}
        for subtable in subtables:  # the first that knows a pair decides
            for pair, value in _kerned(subtable, names):
                values.setdefault(pair, value)
        for pair, value in values.items():
            whole[pair] = whole.get(pair, 0.0) + value
    return whole


def _ligatures(font: Any, names: Mapping[str, str]) -> dict[Pair, float]:
    """Return how much wider one glyph that stands for two is than both."""
    metrics = font["hmtx"].metrics
    return {
        pair: metrics[joined][0] - metrics[pair[0]][0] - metrics[pair[1]][0]
        for subtables in _lookups(font, "GSUB", "liga")
        for subtable in subtables
        for pair, joined in _joined(subtable, names)
    }


def _lookups(font: Any, table: str, feature: str) -> list[list[Any]]:
    """Return the subtables of each lookup that a feature of the font switches on."""
    layout = font[table].table if table in font else None
    if layout is None or not layout.FeatureList or not layout.LookupList:
        return []
    records = (r for r in layout.FeatureList.FeatureRecord if r.FeatureTag == feature)
    indices = {index for record in records for index in record.Feature.LookupListIndex}
    lookups = (layout.LookupList.Lookup[index] for index in sorted(indices))
    return [[getattr(part, "ExtSubTable", part) for part in found.SubTable] for found in lookups]


def _kerned(subtable: Any, names: Mapping[str, str]) -> Iterator[tuple[Pair, float]]:
    if not hasattr(subtable, "ValueFormat1"):
        return
    firsts = [(at, name) for at, name in enumerate(subtable.Coverage.glyphs) if name in names]
    if subtable.Format == 1:
        for at, first in firsts:
            for record in subtable.PairSet[at].PairValueRecord:
                if record.SecondGlyph in names:
                    yield (first, record.SecondGlyph), _advance(record.Value1)
        return
    before, after = subtable.ClassDef1.classDefs, subtable.ClassDef2.classDefs
    for _, first in firsts:
        row = subtable.Class1Record[before.get(first, 0)].Class2Record
        values = [_advance(record.Value1) for record in row]
        for second in names:
            yield (first, second), values[after.get(second, 0)]


def _advance(value: Any) -> float:
    return getattr(value, "XAdvance", 0.0) if value else 0.0


def _joined(subtable: Any, names: Mapping[str, str]) -> Iterator[tuple[Pair, str]]:
    for first, ligatures in getattr(subtable, "ligatures", {}).items():
        for ligature in ligatures:
            pair = (first, *ligature.Component)
            if len(pair) == 2 and names.keys() >= set(pair):
                yield (pair[0], pair[1]), ligature.LigGlyph
