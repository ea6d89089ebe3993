"""How well the rep's check finds what was forgotten: ``python -m tests.benchmarks.leftovers``.

Checks the made decks (``tests/check/made``), halves A and B or one ``--half``, as a rep would: the
customer is named, the vendor is not, and ``--against`` is given where the case has other decks.
Prints recall and precision of left-overs and placeholders, by sort of case, and lists what was
missed and what was wrongly found; ends with 1 where recall is below 0.98 or precision below 0.95.
``--kept FOLDER`` keeps the decks.
"""

from __future__ import annotations

import argparse
import contextlib
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sowhat.engine import check
from sowhat.model import Item, ItemKind, Readiness, Ready, Where
from sowhat.settings import AuditOptions, CheckOptions
from sowhat.worker import Worker
from tests.check.made.case import Case, Expected
from tests.check.made.draw import HALVES, cases

RECALL, PRECISION = 0.98, 0.95
KINDS = (ItemKind.LEFTOVER, ItemKind.PLACEHOLDER)


@dataclass(frozen=True)
class Outcome:
    """A checked case: what was found of what was expected, and what was found besides."""

    case: Case
    ready: Ready
    found: tuple[tuple[Expected, Item], ...]
    missed: tuple[Expected, ...]
    wrong: tuple[Item, ...]
    right: int

    @property
    def elsewhere(self) -> Iterator[tuple[Expected, Item]]:
        """Yield what was found and told at another place than it stands at."""
        return ((e, i) for e, i in self.found if i.where not in e.where)


def main() -> int:
    """Check the made decks and print how it went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--kept", type=Path, help="keep the decks in this folder")
    parser.add_argument("--only", default="", help="cases whose name begins so")
    given = parser.parse_args()
    with contextlib.ExitStack() as stack:
        folder = given.kept or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        chosen = (c for c in cases(folder, given.half) if c.name.startswith(given.only))
        outcomes = [outcome(case, _checked(case)) for case in chosen]
    return 0 if _told(outcomes) else 1


def _checked(case: Case) -> Readiness:
    options = AuditOptions(customer=case.customer, ocr=False, decisions=())
    with Worker() as worker:
        return check(case.deck, options, CheckOptions(against=case.against), None, worker)


def outcome(case: Case, readiness: Readiness) -> Outcome:
    """Hold what a check says against what is expected; a blank told as a name left over counts."""
    items = [item for item in readiness.items if item.kind in KINDS]
    pairs = [(e, i) for e in case.expected for i in items if fits(e, i)]
    found = {id(e): (e, i) for e, i in reversed(pairs)}
    # A second item for the same words, such as the place beside the name, is not wrong.
    right = {id(item) for _, item in pairs}
    return Outcome(
        case,
        readiness.ready,
        tuple(found.values()),
        tuple(e for e in case.expected if id(e) not in found),
        tuple(item for item in items if id(item) not in right),
        len(right),
    )


def fits(expected: Expected, item: Item) -> bool:
    """Say whether an item tells of what is expected: the same slide, and its words."""
    if None not in (expected.slide, item.slide) and expected.slide != item.slide:
        return False
    written = (expected.text, expected.context, item.text)
    text, context, said = (_plain(w) for w in written)
    if item.where in (Where.FILE_NAME, Where.LINK):
        text, context, said = (re.sub(r"[-_]+", " ", w) for w in (text, context, said))
    if expected.where == ("picture",) or not context:
        return item.where in expected.where
    return bool(said) and (said in context or text in said)


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("’", "'").split())


def _told(outcomes: Sequence[Outcome]) -> bool:
    """Print the figures; say whether they are good enough."""
    found = sum(len(one.found) for one in outcomes)
    expected = sum(len(one.case.expected) for one in outcomes)
    right = sum(one.right for one in outcomes)
    wrong = sum(len(one.wrong) for one in outcomes)
    recall, precision = found / max(expected, 1), right / max(right + wrong, 1)
    print(f"{len(outcomes)} decks, {expected} things forgotten")
    print(f"recall {recall:.3f} ({found} of {expected})")
    print(f"precision {precision:.3f} ({right} right, {wrong} wrong)")
    for group in ("leftover", "placeholder", "reference"):
        words = Counter(o.ready.value for o in outcomes if o.case.group == group)
        print(f"{group}: {dict(words)}")
    _by_sort(outcomes)
    _listed("missed", (f"{o.case.name}: {_expected(e)}" for o in outcomes for e in o.missed))
    _listed("wrong", (f"{o.case.name}: {_item(i)}" for o in outcomes for i in o.wrong))
    told = (
        f"{o.case.name}: {_expected(e)} -> {_item(i)}" for o in outcomes for e, i in o.elsewhere
    )
    _listed("told at another place", told)
    return recall >= RECALL and precision >= PRECISION


def _by_sort(outcomes: Sequence[Outcome]) -> None:
    found = Counter(e.sort for o in outcomes for e, _ in o.found)
    missed = Counter(e.sort for o in outcomes for e in o.missed)
    print("found of each sort:")
    for sort in sorted(found | missed):
        print(f"    {sort}: {found[sort]} of {found[sort] + missed[sort]}")


def _listed(name: str, lines: Iterable[str]) -> None:
    listed = list(lines)
    print(f"{name}: {len(listed)}")
    for line in listed:
        print(f"    {line}")


def _expected(one: Expected) -> str:
    return f"slide {one.slide}, {one.where[0]}, {one.sort}: {one.text!r} in {one.context!r}"


def _item(item: Item) -> str:
    sign = "!" if item.blocker else " "
    return f"{sign} slide {item.slide}, {item.where}, {item.kind} {item.id}: {item.text!r}"


if __name__ == "__main__":
    sys.exit(main())
