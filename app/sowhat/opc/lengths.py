"""How much of a deck's words is read: what no person could show is cut off, and told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from sowhat.opc.archive import is_xml
from sowhat.opc.markup import Element, parse

MOST_CHARACTERS = 20_000  # of one part: a slide, its notes, a drawing
MOST_PARAGRAPHS = 2_000  # of one part
MOST_POINTS = 5_000  # of one chart
MOST_IN_ALL = 2_000_000  # characters of a deck
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
LONGEST_WORD = 1_000  # characters
LEAST = MOST_PARAGRAPHS * len(b"<a:p/>")  # bytes: a shorter part cannot have too much of either

_TAG = re.compile(rb"<[^>]*>")
_UNPARTED = re.compile(rb"\S{%d}" % LONGEST_WORD)
_PARTING = r"\s\u3000-\u303f\uff00-\uff0f\uff1a-\uff20"  # spaces, and what parts Chinese words
_PARTED, _PIECES = re.compile(f"[{_PARTING}]+"), re.compile(f"[{_PARTING}]+|[^{_PARTING}]+")


class Cut(NamedTuple):
    """The parts as they are read, and the names of those of which the end was cut off."""

    parts: dict[str, bytes]
    names: frozenset[str]


def cut(parts: Mapping[str, bytes]) -> Cut:
    """Return the deck's parts without the words that are beyond what is read."""
    left, names, kept = MOST_IN_ALL, set(), dict(parts)
    for name, data in parts.items():
        if not is_xml(name) or not _may_be_long(data):
            continue
        try:
            root = parse(data)
        except etree.XMLSyntaxError:
            continue
        most = min(MOST_CHARACTERS, left)
        count = sum(len(text.text or "") for text in root.iter(A + "t"))
        left -= min(count, most)
        if any([_shortened(root, most), _thinned(root), _torn(root)]):
            names.add(name)
            kept[name] = etree.tostring(root)
    return Cut(kept, frozenset(names))


def _may_be_long(data: bytes) -> bool:
    return len(data) >= LEAST or _UNPARTED.search(_TAG.sub(b"", data)) is not None


def _shortened(root: Element, most: int) -> bool:
    """Cut the words after the first ``most`` characters; say whether there are any."""
    over = False
    for text in root.iter(A + "t"):
        words = text.text or ""
        if len(words) > most:
            text.text = words[:most]
            over = True
        most -= min(len(words), most)
    return over


def _thinned(root: Element) -> bool:
    """Take out paragraphs and points of charts after the first; say whether there are any."""
    late = [*_late(root, A + "p", MOST_PARAGRAPHS), *_late(root, C + "pt", MOST_POINTS)]
    for element in late:
        element.getparent().remove(element)
    return bool(late)


def _late(root: Element, tag: str, most: int) -> Iterator[Element]:
    for place, element in enumerate(root.iter(tag)):
        if place >= most and element.getparent() is not None:
            yield element


def _torn(root: Element) -> bool:
    """Cut what is no word any more, also where it is parted into runs; say whether there is any.

    Patterns that are looked for in words take the square of a word's length.
    """
    over = False
    for paragraph in root.iter(A + "p"):
        before = 0
        for text in paragraph.iter(A + "t"):
            words, before = _cut_words(text.text or "", before)
            if words != (text.text or ""):
                text.text = words
                over = True
    return over


def _cut_words(text: str, before: int) -> tuple[str, int]:
    """Return ``text`` with its words cut, and how long its last word is by now.

    ``before`` is the length of the word that it goes on with.
    """
    if before + len(text) <= LONGEST_WORD:
        last = _PARTED.split(text)[-1]
        return text, len(last) + (before if last == text else 0)
    kept: list[str] = []
    for piece in _PIECES.findall(text):
        parted = _PARTED.match(piece) is not None
        kept.append(piece if parted else piece[: max(LONGEST_WORD - before, 0)])
        before = 0 if parted else before + len(piece)
    return "".join(kept), before
