"""What the rep made of the master deck: said anew, or only a name put in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from sowhat.check.cues import choice
from sowhat.check.items import item
from sowhat.check.known import Known
from sowhat.model import (
    Audit,
    Comparison,
    Customising,
    Item,
    ItemKind,
    Motif,
    Pair,
    Part,
    Role,
    Slide,
    Where,
)
from sowhat.profile.names import tokens

REAL, SWAPPED, OUTDATED = "real", "swapped", "outdated"  # what a change is
FEW = 3  # new words that are no more than a name put in
_BLANK = re.compile(r"\{\{[^}]*\}\}|<<[^>]*>>|\[[^\]\n]{1,60}\]")
_REQUIRED = frozenset({Motif.LEGAL})
_MUST = re.compile(
    r"(?i)\b(?:required|mandatory|do not (?:remove|delete|change)|must stay|always keep)\b"
)


def customising(comparison: Comparison, known: Known) -> Customising:
    """Return what became of the master (``comparison.old``) in this deck."""
    master, deck = comparison.old, comparison.new
    kinds = [(_kind(master, deck, pair, known), pair.new) for pair in comparison.edited]
    dropped = tuple(single.slide for single in comparison.dropped)
    return Customising(
        master=PurePath(master.deck.path.replace("\\", "/")).name,
        real=tuple(slide for kind, slide in kinds if kind == REAL),
        swapped=tuple(slide for kind, slide in kinds if kind == SWAPPED),
        added=tuple(single.slide for single in comparison.added),
        dropped=dropped,
        required=tuple(number for number in dropped if _is_required(master, number)),
        outdated=tuple(slide for kind, slide in kinds if kind == OUTDATED),
    )


def told(found: Customising) -> Iterator[Item]:
    """Yield what a rep should look at, as items that stop nothing."""
    for slide in found.required:
        yield _item("required-gone", None, 0.85, slide)
    for slide in found.outdated:
        yield _item("out-of-date", slide, 0.6, slide)
    for slide in found.swapped:
        yield _item("only-a-name", slide, 0.7, slide)
    if not (found.real or found.added or found.swapped):
        yield _item("as-the-master", None, 0.9, 0)


def _item(rule: str, slide: int | None, sure: float, number: int) -> Item:
    return item(ItemKind.MASTER, rule, slide, Where.BODY, "", sure=sure, values={"slide": number})


def _kind(master: Audit, deck: Audit, pair: Pair, known: Known) -> str:
    """Say whether a change is real, a name put in, or the master's own of another day."""
    old, new = master.deck.slides[pair.old - 1], deck.deck.slides[pair.new - 1]
    if set(pair.changed) <= {Part.HIDDEN}:
        return REAL
    before, after = _words(old, known), _words(new, known)
    more = [word for word in after if word not in set(before)]
    less = [word for word in before if word not in set(after)]
    named = _names_them(new, known)
    if not more and not less:
        return SWAPPED if named or Part.PICTURES in pair.changed else OUTDATED
    if named and len(more) <= FEW and len(less) <= FEW and not any(w.isdigit() for w in more):
        return SWAPPED
    return REAL if named or len(more) > FEW or _turned_to_them(deck, pair.new) else OUTDATED


def _names_them(slide: Slide, known: Known) -> bool:
    said = "\n".join(block.text for block in slide.blocks)
    return bool(known.forms) and re.search(rf"(?i)\b(?:{choice(known.forms)})\b", said) is not None


def _turned_to_them(deck: Audit, number: int) -> bool:
    said = " ".join(block.text for block in deck.deck.slides[number - 1].blocks)
    return re.search(r"(?i)\byour?\b", said) is not None


def _words(slide: Slide, known: Known) -> list[str]:
    """Return the words of a slide without names put in and the blanks they were put into."""
    said = "\n".join(b.text for b in slide.blocks if b.role is not Role.FOOTER)
    said = _BLANK.sub(" ", said)
    if known.forms:
        said = re.sub(rf"(?i)\b(?:{choice(known.forms)})\b(?:[’']s)?", " ", said)
    return tokens(said)


def _is_required(master: Audit, number: int) -> bool:
    """Say whether the master says that a slide must stay: by its notes, section or kind."""
    slide = master.deck.slides[number - 1]
    verdict = master.verdict(number)
    legal = verdict.motif in _REQUIRED and not verdict.unsure
    notes = (*(note.text for note in slide.notes), slide.section, slide.title)
    return legal or any(_MUST.search(words) for words in notes)
