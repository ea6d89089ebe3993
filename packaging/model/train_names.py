"""Fit what tells whether a name stands in the customer's seat: ``train_names.py``.

Learns from the marked text in ``text/names`` and the stories of the made decks (``HALVES``), in
decks as they should be and with another's name in the customer's place. Prints, for each source
apart, how well weights that never saw it tell other customers' names from those that are meant.
``--without H`` leaves a half out, to measure on it. Takes four minutes; seeded.
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

from sowhat import language
from sowhat.check import seats
from sowhat.check.known import known
from sowhat.check.leftovers import candidates, is_of_place, may_be_product
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
HALVES = "ACDEFGH"
DECAY, WHOLE_DECAY = 10.0, 1.0
STORIES = 4.0  # how much a place of a made deck counts: there are few
# How much somebody who is meant counts for each that is left over: in a deck are many of them, and
# those of a story come back in all its decks.
MEANT, MEANT_IN_STORIES = 4.0, 12.0
LEFT = 0.4
STEPS, INNER, SMALL = 20, 60, 1e-3

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


@dataclass
class Group:
    """All places of one name, and how much it counts."""

    rows: list[int]
    left: bool
    weight: float


def rows(decks: Iterator[Named]) -> Iterator[Row]:
    """Yield the names in decks, those that are meant once."""
    seen: set[tuple[str, str, int]] = set()
    for turn, named in enumerate(decks):
        options = AuditOptions(customer=named.customer, decisions=(), pictures=False)
        audit = judged(named.deck, options)
        stream = passages(audit.deck)
        who = known(audit, Customer(audit.profile.customer), stream)
        stands = Stands(audit, who, stream)
        for passage, name in candidates(who, stream):
            left = _left(name.text, named.left)
            place = (passage.text, str(passage.where), name.start)
            if left or place not in seen:
                kind = (
                    who.may_be_sold(name.text),
                    is_of_place(passage, name),
                    may_be_product(passage, name, who),
                )
                found = tuple(map(seats.place_of, stands.features(passage, name)))
                yield Row(named.id, turn, passage, name, found, kind, left)
            if not left:
                seen.add(place)


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


def near(found: Mapping[str, list[Row]], sources: Sequence[str]) -> Floats:
    """Return the weights of places, fitted to these sources."""
    listed = [(row, _is_story(s)) for s in sources for row in found[s]]
    truth = np.array([float(bool(row.left)) for row, _ in listed])
    weight = np.array([STORIES if story else 1.0 for _, story in listed])
    return fit([row.features for row, _ in listed], truth, weight, seats.PLACES)


def _is_story(source: str) -> bool:
    return source in HALVES


def logits(line: Floats, listed: Sequence[Row]) -> Floats:
    """Return the logits of places."""
    said = np.array([line[list(row.features)].sum() + line[-1] for row in listed])
    return np.asarray(np.clip(said, -seats.FARTHEST, seats.FARTHEST))


def groups(listed: Sequence[Row], *, story: bool) -> list[Group]:
    """Return the names, and some of those that are left over together, as if they were one: what
    was forgotten stands in two or three places, too."""
    meant: dict[tuple[str, str], list[int]] = defaultdict(list)
    left: dict[str, dict[tuple[int, str], list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, row in enumerate(listed):
        if row.left:
            left[row.deck][row.turn, row.left].append(at)
        else:
            meant[row.deck, key(row.name.text)].append(at)
    share = STORIES if story else 1.0
    found = [
        Group(places, False, share * (MEANT_IN_STORIES if story else MEANT))
        for places in meant.values()
    ]
    chance = random.Random(3)
    for names in left.values():
        each = list(names.values())
        for places in each:
            found.append(Group(places, True, share * LEFT))
            for more in (1, 2):
                if len(each) > more and (more == 1 or chance.random() < 0.5):
                    with_ = [at for other in chance.sample(each, more) for at in other]
                    found.append(Group([*places, *with_], True, share * LEFT))
    return found


def numbers(group: Group, listed: Sequence[Row], said: Floats) -> tuple[float, ...]:
    """Return what the program knows of a name."""
    own = [listed[at] for at in group.rows]
    guessed, place, sold = (any(row.kind[n] for row in own) for n in range(3))
    suspect = Suspect(
        [
            Mention(listed[at].passage, listed[at].name, Part.LOOSE, float(said[at]))
            for at in group.rows
        ],
        sold=sold,
        guessed=guessed,
        place=place,
    )
    return suspect.numbers()


def whole(known_: Floats, truth: Floats, weight: Floats) -> Floats:
    """Return the weights of names."""
    given = np.c_[known_, np.ones(len(known_))]
    decay = np.append(np.full(known_.shape[1], WHOLE_DECAY), SMALL)

    def down(line: Floats) -> Floats:
        return np.asarray(given @ line)

    def up(line: Floats) -> Floats:
        return np.asarray(given.T @ line)

    return newton(down, up, decay, truth, weight)


def main() -> int:
    """Read, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", default="", help="halves that are left out")
    given = parser.parse_args()
    language.load()
    found = sources()
    used = [source for source in found if source not in given.without]
    told: dict[str, tuple[Floats, Floats, Floats]] = {}
    for source in used:  # read by weights that never saw it
        line = near(found, [other for other in used if other != source])
        said = logits(line, found[source])
        made = groups(found[source], story=_is_story(source))
        told[source] = (
            np.array([numbers(group, found[source], said) for group in made]),
            np.array([float(group.left) for group in made]),
            np.array([group.weight for group in made]),
        )
    for source in used:
        told_apart(source, told)
    line = whole(*(np.concatenate([told[s][n] for s in used]) for n in range(3)))
    full = near(found, used)
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


def sources() -> dict[str, list[Row]]:
    """Return the rows of each writer and of each half."""
    written, found = texts(), dict[str, list[Row]]()
    for name, own in written.items():
        pool = pool_of([text for other in written if other != name for text in written[other]])
        decks = (named for text in own for named in of_text(text, pool))
        found[name] = list(rows(decks))
    with tempfile.TemporaryDirectory() as folder, Worker() as worker:
        worker.start()
        for half in HALVES:
            found[half] = list(rows(of_stories(half, Path(folder), worker)))
    return found


if __name__ == "__main__":
    sys.exit(main())
