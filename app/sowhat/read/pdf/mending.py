"""Words as they were meant, where a page's letters alone do not say: what only a whole deck tells.

A word parted at a line's end becomes one again. A sign that stands for two letters, because the
font's table of letters is wrong ("Pla>num", "PlaƟnum"), is read as the letters that make words of
nearly all it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sowhat.read.pdf.layout import Layout
from sowhat.read.pdf.lexicon import Lexicon
from sowhat.read.pdf.lines import Line
from sowhat.read.pdf.paragraphs import Paragraph
from sowhat.read.pdf.spelling import HYPHENS, is_unknown, known_only

_PARTED = re.compile(r"[^\W_]+$")  # before a hyphen
_GOES_ON = re.compile(r"[^\W_]+")
_HEADS = frozenset(
    """self non well e co ex all half high low long short
    real end cross multi double single third deep""".split()  # noqa: SIM905
)
_MEANT = ("ti", "tt", "ft", "fi", "ff", "fl", "tf", "ffi", "tti", "ffl", "ct", "st")
_ODD = re.compile(r"[A-Za-z]([^a-z\s.,;:!?'’\"“”()/&\u00ad\u2010-\u2015-])(?=[a-z])")
_ADDRESS = re.compile(r"@.+\.|://|www\.", re.IGNORECASE)
_LETTERS = re.compile(r"[a-z]{3,}")
_RIGHT = 0.8  # of the words with a sign must become words
_FEWEST, _FEWEST_CAPITAL = 2, 3  # such words; where the sign is a capital, as names have them
_ROUNDS, _MOST_SIGNS, _MOST_WORDS = 3, 60, 60

Sign = tuple[str, str]  # a font and a character of it


def mend(layouts: Sequence[Layout]) -> None:
    """Put words parted by hyphens together and read wrong signs as letters, on all pages."""
    odd = _odd_words(layouts)
    lexicon = Lexicon(_sound(layouts, odd))
    meant = _meanings(odd, lexicon)
    for layout in layouts:
        for index, item in enumerate(layout.paragraphs):
            lines = _joined(_spelled(item.lines, meant) if odd else item.lines, lexicon)
            if lines is not item.lines:
                layout.paragraphs[index] = Paragraph(lines, item.group, item.level, item.cell)


def _lines(layouts: Iterable[Layout]) -> Iterator[Line]:
    for layout in layouts:
        for paragraph in layout.paragraphs:
            yield from paragraph.lines


def _odd_words(layouts: Iterable[Layout]) -> dict[Sign, set[str]]:
    """Return the signs within words that are no letters there, and the words they stand in."""
    found: dict[Sign, set[str]] = {}
    for line in _lines(layouts):
        for word in line.words:
            for sign in _odd(word.text):
                found.setdefault((word.style.font, sign), set()).add(word.text)
    return found


def _odd(text: str) -> set[str]:
    if text.isascii() and text.isalpha() and (text[1:].islower() or text.isupper()):
        return set()
    signs = {char for char in text if is_unknown(char)}
    return signs if _ADDRESS.search(text) else signs.union(_ODD.findall(text))


def _sound(layouts: Iterable[Layout], odd: dict[Sign, set[str]]) -> Iterator[str]:
    """Yield the words nothing is wrong with: they prove how others are written."""
    broken = set().union(*odd.values())
    for line in _lines(layouts):
        last = len(line.words) - 1
        for index, word in enumerate(line.words):
            whole = index < last or not word.text.endswith(HYPHENS)
            if whole and (index or not word.text.islower()) and word.text not in broken:
                yield word.text


def _meanings(odd: dict[Sign, set[str]], lexicon: Lexicon) -> dict[Sign, str]:
    """Return what signs stand for; a word may have several, so what is found helps the rest."""
    meant: dict[Sign, str] = {}
    often = sorted(odd, key=lambda sign: (-len(odd[sign]), sign))[:_MOST_SIGNS]
    for _ in range(_ROUNDS):
        new = {
            sign: letters
            for sign in often
            if sign not in meant and (letters := _meaning(sign, odd[sign], meant, lexicon))
        }
        if not new:
            break
        meant |= new
    return meant


def _meaning(sign: Sign, words: set[str], meant: dict[Sign, str], lexicon: Lexicon) -> str | None:
    """Return the letters that make words of nearly all that hold a sign, None where none do."""
    font, char = sign
    known = [_read(word, font, meant) for word in sorted(words)[:_MOST_WORDS]]
    alone = [word for word in known if _odd(word) == {char}]
    least = 1 if is_unknown(char) else _FEWEST_CAPITAL if char.isupper() else _FEWEST
    if len(alone) < least:
        return None
    right = {
        letters: sum(_is_right(word.replace(char, letters), lexicon) for word in alone)
        for letters in _MEANT
    }
    best, rival = sorted(right, key=lambda letters: -right[letters])[:2]
    clear = right[best] >= _RIGHT * len(alone) and right[best] > right[rival]
    return best if clear else None


def _is_right(text: str, lexicon: Lexicon) -> bool:
    parts = _LETTERS.findall(text.casefold())
    return bool(parts) and all(lexicon.knows(part) for part in parts)


def _read(text: str, font: str, meant: dict[Sign, str]) -> str:
    """Return a word with those of its signs read whose meaning is known."""
    for char in _odd(text):
        text = text.replace(char, meant.get((font, char), char))
    return text


def _spelled(lines: list[Line], meant: dict[Sign, str]) -> list[Line]:
    """Return the lines with signs read, and without those that stand for nothing known."""
    if not any(_odd(word.text) for line in lines for word in line.words):
        return lines
    result = []
    for line in lines:
        read = (
            replace(word, text=known_only(_read(word.text, word.style.font, meant)))
            for word in line.words
        )
        words = [word for word in read if word.text]
        if words:
            result.append(Line(words, line.bullet, line.start))
    return result or lines


def _joined(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """Return the lines with the words that go on in the next one marked so."""
    if not any(line.words[-1].text.endswith(HYPHENS) for line in lines[:-1]):
        return lines
    result = []
    for line, below in pairwise(lines):
        *before, last = line.words
        text = _first_half(last.text, below.words[0].text, lexicon)
        if text is None:
            result.append(line)
        else:
            parted = replace(last, text=text, goes_on=True)
            result.append(Line([*before, parted], line.bullet, line.start))
    return [*result, lines[-1]]


def _first_half(first: str, second: str, lexicon: Lexicon) -> str | None:
    """Return what the first line holds of a word parted by a hyphen, None where none is parted."""
    before = _PARTED.search(first[:-1]) if first.endswith(HYPHENS) else None
    after = _GOES_ON.match(second)
    if before is None or after is None:
        return None
    head, tail = before[0], after[0]
    broken = head.isalpha() and len(head) > 1 and tail.islower() and len(tail) > 1
    return first[:-1] if broken and not _is_compound(head.casefold(), tail, lexicon) else first


def _is_compound(head: str, tail: str, lexicon: Lexicon) -> bool:
    """Say whether a word keeps the hyphen at its line's end: "long-term", not "implemen-tation"."""
    if lexicon.writes(f"{head}-{tail}"):
        return True
    if lexicon.knows(head + tail):
        return False
    return head in _HEADS or (lexicon.knows(head) and lexicon.knows(tail))
