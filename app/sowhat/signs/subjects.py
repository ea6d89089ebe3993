"""Signs in grammar: who does what in a sentence's main clause."""

from __future__ import annotations

from collections.abc import Iterator

from sowhat.model import Sign
from sowhat.rules import derived, load
from sowhat.signs.view import Entry, Line, View

KINDS = ("subject",)


@derived
def _table() -> dict[tuple[str, str], tuple[Entry, ...]]:
    """Return the rules by subject and verb; the verb is ``*`` for any."""
    table: dict[tuple[str, str], list[Entry]] = {}
    for rule in load().motifs.values():
        for sign in rule.signs:
            if sign.kind == "subject":
                for line in sign.match:
                    who, _, verbs = line.partition(":")
                    for verb in verbs.split():
                        table.setdefault((who.strip(), verb), []).append((rule, sign))
    return {key: tuple(entries) for key, entries in table.items()}


def find(view: View) -> Iterator[Sign]:
    """Yield the subject signs of a slide."""
    table = _table()
    for line in view.lines:
        verb = _verb(line)
        if line.who is None or verb is None:
            continue
        seen = set()
        for entry in (*table.get((line.who, verb), ()), *table.get((line.who, "*"), ())):
            if entry[1].id not in seen and entry[1].where in ("any", _part(line)):
                seen.add(entry[1].id)
                yield from view.sign(entry, line.block, *_stretch(line))


def _part(line: Line) -> str:
    return "title" if line.title else "body"


def _verb(line: Line) -> str | None:
    verb = line.sentence.verb
    return None if verb is None else line.sentence.tokens[verb].lemma


def _stretch(line: Line) -> tuple[int, int]:
    """Return the characters from the subject (with what stands before it) to the verb."""
    sentence = line.sentence
    assert sentence.subject is not None
    assert sentence.verb is not None
    subject = sentence.subject
    before = [i for i, t in enumerate(sentence.tokens) if t.head == subject and i < subject]
    ends = sorted((min([subject, *before]), sentence.verb))
    return sentence.tokens[ends[0]].start, sentence.tokens[ends[1]].end
