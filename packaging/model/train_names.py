"""Fit what tells whether a name stands in the customer's seat: ``train_names.py``.

What one place says is learnt from the marked text in ``text/names``; what all places of a name say
together, with what the text model (``train_whose.py``) reads there, from the stories of the made
decks (``HALVES``), which that model never saw. Both in decks as they should be and with another's
name in the customer's place; and from real decks (``--real FOLDER``), where nearly all is meant.
Prints, for each half, how well weights that never saw it tell other customers' names from those
that are meant. ``--without H`` leaves a half out, to measure on it. Takes ten minutes; seeded.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from named import ROOT, Named, of_stories, of_text, pool_of, texts
from numpy.typing import NDArray
from real import Real
from real import decks as real_decks

from sowhat import language
from sowhat.check import seats
from sowhat.check.candidates import Candidates
from sowhat.check.known import known
from sowhat.check.leftovers import is_of_place, may_be_product
from sowhat.check.lines import Readings
from sowhat.check.names import Name
from sowhat.check.parts import Part
from sowhat.check.passages import Passage, passages
from sowhat.check.stands import Stands
from sowhat.check.suspects import Mention, Suspect
from sowhat.engine import judged
from sowhat.model import Customer
from sowhat.profile.names import key
from sowhat.settings import AuditOptions
from sowhat.worker import Worker

WEIGHTS = ROOT / "resources" / "models" / "names.npz"
HALVES = "ACDEFGHIJKLMNOPQRSTUVW"
WRITERS = ("w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "w9", "w10")
DECAY, WHOLE_DECAY = 10.0, 1.0
# How much somebody who is meant counts for each that is left over: in a deck are many of them, and
# those of a story come back in all its decks.
MEANT = 12.0
LEFT = 0.4
REAL = 6.0  # the same for each name in a real deck
STORIES = 4.0  # how much a place of a made deck counts beside one of the marked text
STEPS, INNER, SMALL = 20, 60, 1e-3
SIGNS = {
    **dict.fromkeys(("most", "least", "mean", "read most", "read least", "read mean"), 1.0),
    **dict.fromkeys(("others most", "others mean", "persons", "sites", "nobody"), -1.0),
    **dict.fromkeys(("things", "standards", "blanks", "guessed", "town", "sold", "pair"), -1.0),
}

Floats = NDArray[np.float64]
Step = Callable[[Floats], Floats]


@dataclass(frozen=True)
class Row:
    """A name where it stands, with its features; ``left`` is the name that was put there."""

    deck: str
    turn: int
    passage: Passage
    name: Name
    features: tuple[int, ...]
    kind: tuple[bool, bool, bool]
    left: str
    whose: NDArray[np.float32] | None


@dataclass
class Group:
    """All places of one name, and how much it counts."""

    rows: list[int]
    left: bool
    weight: float


def rows(decks: Iterator[Named], *, read: bool) -> Iterator[Row]:
    """Yield the names in decks, those that are meant once; with what the text model reads there,
    where it is asked: it was trained on the marked text itself."""
    seen: set[tuple[str, str, int]] = set()
    for turn, named in enumerate(decks):
        options = AuditOptions(customer=named.customer, decisions=(), pictures=False)
        audit = judged(named.deck, options)
        stream = passages(audit.deck)
        who = known(audit, Customer(audit.profile.customer), stream)
        deck = Real(named.id, audit, who, stream, tuple(named.left))
        for row in _rows(deck, turn, read=read):
            place = (row.passage.text, str(row.passage.where), row.name.start)
            if row.left or place not in seen:
                yield row
            if not row.left:
                seen.add(place)


def _rows(deck: Real, turn: int, *, read: bool) -> Iterator[Row]:
    who = deck.known
    stands = Stands(deck.audit, who, deck.stream)
    names = Candidates(who, deck.stream)
    readings = Readings(deck.audit, who, deck.stream, names.named) if read else None
    for passage, name in names.all(readings):
        kind = (
            who.may_be_sold(name.text),
            is_of_place(passage, name),
            may_be_product(passage, name, who),
        )
        found = tuple(map(seats.place_of, stands.features(passage, name)))
        whose = readings.of(passage, name.start, name.end) if readings else None
        left = _left(name.text, frozenset(deck.wrong))
        yield Row(deck.name, turn, passage, name, found, kind, left, whose)


def _left(name: str, left: frozenset[str]) -> str:
    """Return which of the names put in a deck a name is, or "" where it is none."""
    small = name.casefold()
    for one in sorted(left):
        if one.casefold() in small or (small in one.casefold() and len(small) > 2):
            return one
    return ""


def fit(places: Sequence[tuple[int, ...]], truth: Floats, weight: Floats, size: int) -> Floats:
    """Return the weights of a logistic regression of hashed features, bias last."""
    row = np.repeat(np.arange(len(places)), [len(one) + 1 for one in places])
    column = np.array([at for one in places for at in (*one, size)], dtype=np.intp)
    decay = np.append(np.full(size, DECAY), SMALL)

    def down(line: Floats) -> Floats:
        return np.bincount(row, line[column], len(places)).astype(np.float64)

    def up(line: Floats) -> Floats:
        return np.bincount(column, line[row], size + 1).astype(np.float64)

    return newton(down, up, decay, truth, weight)


def newton(down: Step, up: Step, decay: Floats, truth: Floats, weight: Floats) -> Floats:
    """Return the weights that fit best, by Newton's steps solved with conjugate gradients."""
    line = np.zeros(len(decay))
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-down(line)))
        slope = up(weight * (chances - truth)) + decay * line
        bend = weight * chances * (1 - chances) + SMALL * weight
        step, rest = np.zeros_like(line), -slope
        search, size = rest.copy(), rest @ rest
        for _ in range(INNER):
            bent = up(bend * down(search)) + decay * search
            far = size / (search @ bent)
            step += far * search
            rest -= far * bent
            size, before = rest @ rest, size
            if size < SMALL**2:
                break
            search = rest + size / before * search
        line += step
        if np.abs(step).max() < SMALL:
            break
    return np.asarray(line, dtype=np.float64)


def near(found: Mapping[str, Sequence[Row]], sources: Sequence[str]) -> Floats:
    """Return the weights of places, fitted to these sources."""
    listed = [(row, source in HALVES) for source in sources for row in found[source]]
    truth = np.array([float(bool(row.left)) for row, _ in listed])
    weight = np.array([STORIES if story else 1.0 for _, story in listed])
    return fit([row.features for row, _ in listed], truth, weight, seats.PLACES)


def logits(line: Floats, listed: Sequence[Row]) -> Floats:
    """Return the logits of places."""
    said = np.array([line[list(row.features)].sum() + line[-1] for row in listed])
    return np.asarray(np.clip(said, -seats.FARTHEST, seats.FARTHEST))


def groups(listed: Sequence[Row]) -> list[Group]:
    """Return the names, and some of those that are left over together, as if they were one: what
    was forgotten stands in two or three places, too."""
    meant: dict[tuple[str, str], list[int]] = defaultdict(list)
    left: dict[str, dict[tuple[int, str], list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, row in enumerate(listed):
        if row.left:
            left[row.deck][row.turn, row.left].append(at)
        else:
            meant[row.deck, key(row.name.text)].append(at)
    found = [Group(places, False, MEANT) for places in meant.values()]
    chance = random.Random(3)
    for names in left.values():
        each = list(names.values())
        for places in each:
            found.append(Group(places, True, LEFT))
            for more in (1, 2):
                if len(each) > more and (more == 1 or chance.random() < 0.5):
                    with_ = [at for other in chance.sample(each, more) for at in other]
                    found.append(Group([*places, *with_], True, LEFT))
    return found


def numbers(group: Group, listed: Sequence[Row], said: Floats) -> tuple[float, ...]:
    """Return what the program knows of a name."""
    own = [(listed[at], float(said[at])) for at in group.rows]
    guessed, place, sold = (any(row.kind[n] for row, _ in own) for n in range(3))
    suspect = Suspect(
        [Mention(row.passage, row.name, Part.LOOSE, seat, row.whose) for row, seat in own],
        sold=sold,
        guessed=guessed,
        place=place,
    )
    return suspect.numbers()


def whole(known_: Floats, truth: Floats, weight: Floats) -> Floats:
    """Return the weights of names; none speaks for what it must speak against: the stories have few
    people and towns that are meant, so chance could make these a sign of a customer."""
    kept = list(range(known_.shape[1]))
    while True:
        line = _whole(known_[:, kept], truth, weight)
        signs = zip(kept, line[:-1], strict=True)
        wrong = {at for at, value in signs if value * SIGNS.get(seats.NUMBERS[at], value) < 0}
        if not wrong:
            break
        kept = [at for at in kept if at not in wrong]
    full = np.zeros(known_.shape[1] + 1)
    full[[*kept, -1]] = line
    return full


def _whole(known_: Floats, truth: Floats, weight: Floats) -> Floats:
    middle, wide = known_.mean(axis=0), known_.std(axis=0) + SMALL
    given = np.c_[(known_ - middle) / wide, np.ones(len(known_))]
    decay = np.append(np.full(known_.shape[1], WHOLE_DECAY), SMALL)

    def down(line: Floats) -> Floats:
        return np.asarray(given @ line)

    def up(line: Floats) -> Floats:
        return np.asarray(given.T @ line)

    line = newton(down, up, decay, truth, weight)
    bare = line[:-1] / wide
    return np.append(bare, line[-1] - bare @ middle)


def main() -> int:
    """Read, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", default="", help="halves that are left out")
    parser.add_argument("--real", type=Path, help="folder of labelled decks")
    given = parser.parse_args()
    language.load()
    halves = [half for half in HALVES if half not in given.without]
    found = of_writers() | of_halves(halves)
    told: dict[str, tuple[Floats, Floats, Floats]] = {}
    for half in halves:  # read by weights that never saw it
        said = logits(near(found, [other for other in found if other != half]), found[half])
        made = groups(found[half])
        told[half] = (
            np.array([numbers(group, found[half], said) for group in made]),
            np.array([float(group.left) for group in made]),
            np.array([group.weight for group in made]),
        )
    for half in halves:
        told_apart(half, told)
    full = near(found, list(found))
    if given.real:
        told["real"] = of_real(given.real, full)
    line = whole(*(np.concatenate([one[n] for one in told.values()]) for n in range(3)))
    np.savez_compressed(WEIGHTS, near=full.astype(np.float16), whole=line.astype(np.float32))
    print(dict(zip((*seats.NUMBERS, "bias"), line.round(2).tolist(), strict=True)))
    return 0


def told_apart(source: str, told: Mapping[str, tuple[Floats, Floats, Floats]]) -> None:
    """Print, for several chances, the share of names left over and of meant ones above them."""
    others = [told[one] for one in told if one != source]
    line = whole(*(np.concatenate([one[n] for one in others]) for n in range(3)))
    known_, truth, _ = told[source]
    chances = 1 / (1 + np.exp(-(known_ @ line[:-1] + line[-1])))
    left, meant = chances[truth == 1], chances[truth == 0]
    cuts = (0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8)
    shares = [f"{cut}: {(left > cut).mean():.2f} {(meant > cut).mean():.3f}" for cut in cuts]
    print(f"{source:6}{len(left):5} left, {len(meant):5} meant;", ", ".join(shares), flush=True)


def of_real(folder: Path, line: Floats) -> tuple[Floats, Floats, Floats]:
    """Return the numbers of the names in real decks, which of them were left over, and how much
    each counts."""
    told: list[tuple[tuple[float, ...], bool]] = []
    for deck in real_decks(folder, 1):
        listed = list(_rows(deck, 0, read=True))
        said, names = logits(line, listed), defaultdict[str, list[int]](list)
        for at, row in enumerate(listed):
            names[key(row.name.text)].append(at)
        for places in names.values():
            left = any(listed[at].left for at in places)
            told.append((numbers(Group(places, left, REAL), listed, said), left))
    return (
        np.array([numbers_ for numbers_, _ in told]),
        np.array([float(left) for _, left in told]),
        np.full(len(told), REAL),
    )


def of_writers() -> dict[str, list[Row]]:
    """Return the rows of the marked text; the names put in are another writer's."""
    written, found = texts(), dict[str, list[Row]]()
    for name in WRITERS:
        pool = pool_of([text for other in WRITERS if other != name for text in written[other]])
        decks = (named for text in written[name] for named in of_text(text, pool))
        found[name] = list(rows(decks, read=False))
    return found


def of_halves(halves: Sequence[str]) -> dict[str, list[Row]]:
    """Return the rows of the stories of halves."""
    with tempfile.TemporaryDirectory() as folder, Worker() as worker:
        worker.start()
        return {
            half: list(rows(of_stories(half, Path(folder), worker), read=True)) for half in halves
        }


if __name__ == "__main__":
    sys.exit(main())
