"""Signs in words: phrases, headlines, praise, questions."""

from __future__ import annotations

from collections.abc import Iterator

from sowhat.model import Sign
from sowhat.rules import SignRule, derived, load
from sowhat.signs.phrase import Phrasebook
from sowhat.signs.view import Entry, Line, View

KINDS = ("phrase", "title", "superlative", "question")
MOST = 0.5  # a headline sign covers more than this share of the headline's words


@derived
def _book() -> tuple[Phrasebook[Entry], tuple[Entry, ...]]:
    """Return the phrases of all rules, and the question signs that need no phrase."""
    phrases: list[tuple[str, Entry]] = []
    questions: list[Entry] = []
    for rule in load().motifs.values():
        for sign in rule.signs:
            if sign.kind not in KINDS:
                continue
            phrases += [(phrase, (rule, sign)) for phrase in sign.match if phrase != "*"]
            if sign.kind == "question" and "*" in sign.match:
                questions.append((rule, sign))
    return Phrasebook(phrases), tuple(questions)


def find(view: View) -> Iterator[Sign]:
    """Yield the word signs of a slide."""
    book, questions = _book()
    for line in view.lines:
        asks = line.sentence.tokens[-1].text.endswith("?")
        best: dict[tuple[str, int], tuple[int, int, Entry]] = {}
        for start, end, entry in book.find(line.units, first=line.first, last=line.last):
            if _fits(entry[1], line, end - start, asks=asks):
                key = (f"{entry[0].id}/{entry[1].id}", start)
                if key not in best or best[key][1] < end:
                    best[key] = (start, end, entry)
        for start, end, entry in best.values():
            stretch = line.units[start].start, line.units[end - 1].end
            yield from view.sign(entry, line.block, *stretch)
        for entry in questions if asks else ():
            if _where(entry[1], line):
                yield from view.sign(entry, line.block, line.sentence.start, line.sentence.end)


def _fits(sign: SignRule, line: Line, length: int, *, asks: bool) -> bool:
    if not _where(sign, line):
        return False
    if sign.kind == "title":
        return line.title and length > MOST * len(line.units)
    if sign.kind == "question":
        return asks
    if sign.kind == "superlative":
        return line.who not in ("YOU", "CUSTOMER", "THEY")
    return True


def _where(sign: SignRule, line: Line) -> bool:
    return sign.where == "any" or (sign.where == "title") == line.title
