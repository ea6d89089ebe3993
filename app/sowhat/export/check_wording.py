"""What a check says in words: shared by page, terminal, web page, Markdown and the window."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sowhat.export.wording import deck_name
from sowhat.measure import percent, spread
from sowhat.model import Fact, Item, ItemKind, Origin, Readiness, Ready, Where
from sowhat.texts import text

SIGNS = {Ready.READY: "✓", Ready.LOOK: "?", Ready.STOP: "✗"}
HALF = 0.5  # of the changes, from which on they are more than names
LATE = 3  # the slide by which a customer should be named
OF_SLIDES = (ItemKind.ABOUT_THEM, ItemKind.MASTER)  # told by what is counted
CHANGES = ("real", "added", "swapped", "dropped", "required", "outdated")


class Good(StrEnum):
    """Whether something is as it should be, as far as that can be said."""

    YES = "yes"
    NO = "no"
    OPEN = "open"


MARKS = {Good.YES: "✓", Good.NO: "–", Good.OPEN: "·"}


@dataclass(frozen=True, slots=True)
class Line:
    """Items that say the same in the same sort of place; ``times`` counts them, ``slides`` are
    theirs, none where they belong to the file. ``confidence`` is that of the surest."""

    kind: ItemKind
    where: Where
    why: str
    stops: bool
    slides: tuple[int, ...]
    times: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence on how much of a deck is about its customer, or on what became of the master;
    and its slides."""

    good: Good
    said: str
    slides: tuple[int, ...] = ()


def head(found: Readiness) -> str:
    """Return which deck was checked, and for whom."""
    party, name = found.customer.party, deck_name(found.audit)
    if party.name is None:
        return text("check.head-nobody", deck=name)
    key = "check.head-found" if party.source is Origin.FOUND else "check.head"
    return text(key, deck=name, name=party.name)


def lines(items: Iterable[Item]) -> list[Line]:
    """Return the items without repetition, in their order."""
    known: dict[tuple[object, ...], Line] = {}
    for item in items:
        key = (item.kind, item.where, item.why, item.stops)
        slides = () if item.slide is None else (item.slide,)
        if (line := known.get(key)) is None:
            sure = item.confidence
            known[key] = Line(item.kind, item.where, item.why, item.stops, slides, 1, sure)
            continue
        known[key] = replace(
            line,
            slides=tuple(sorted({*line.slides, *slides})),
            times=line.times + 1,
            confidence=max(line.confidence, item.confidence),
        )
    return list(known.values())


def groups(found: Readiness) -> list[tuple[str, list[Line]]]:
    """Return what was found under headings: blockers, then the rest by kind, then what is meant.

    What ``about`` and ``master`` tell is left to them.
    """
    items = [item for item in found.items if item.kind not in OF_SLIDES]
    left = [item for item in items if not item.meant]
    rest = [item for item in left if not item.stops]
    parts = [("check.first", [item for item in left if item.stops])]
    parts += [(f"check.kinds.{kind}", [i for i in rest if i.kind is kind]) for kind in ItemKind]
    parts.append(("check.meant", [item for item in items if item.meant]))
    return [(text(key), lines(part)) for key, part in parts if part]


def cleanable(found: Readiness) -> bool:
    """Return whether something was found that a cleaned copy may be without."""
    return any(item.kind is ItemKind.HAZARD and not item.meant for item in found.items)


def place(line: Line) -> str:
    """Return where a line's items stand, and how often: all but the slides."""
    where = text(f"check.where.{line.where}")
    times = text("check.times", n=line.times) if line.times > max(len(line.slides), 1) else ""
    return ", ".join(filter(None, (where, times)))


def sureness(confidence: float) -> str:
    """Return how sure something is."""
    return text("check.sure", share=percent(confidence))


def about(found: Readiness) -> list[Told]:
    """Return how much of the deck is about its customer, empty where nobody is known."""
    return list(_about(found)) if found.customer.party.name is not None else []


def _about(found: Readiness) -> Iterator[Told]:
    it, name = found.about, found.customer.party.name
    first = it.first
    all_ = sum(1 for _ in found.audit.deck.shown)
    if first is None:
        yield Told(Good.NO, text("check.told.never", name=name))
    else:
        named = text("check.told.named", name=name, n=len(it.named), all=all_, first=first)
        yield Told(_good(first <= LATE), named, it.named)
        yield _counted("titled", it.titled)
    yield _counted("people", it.peopled)
    yield _steps(found)
    if it.together or it.vendor:
        said = text("check.told.we", together=it.together, vendor=it.vendor)
        yield Told(_good(it.together >= it.vendor), said)
    if it.masked:
        yield Told(Good.NO, text("check.told.masked", n=len(it.masked)), it.masked)
    facts = len(it.found) + len(it.missing)
    if facts:
        said = text("check.told.facts", n=len(it.found), all=facts)
        yield Told(_good(not it.missing), said)


def _counted(key: str, slides: tuple[int, ...]) -> Told:
    if not slides:
        return Told(Good.NO, text(f"check.told.no-{key}"))
    return Told(Good.YES, text(f"check.told.{key}", n=len(slides)), slides)


def _steps(found: Readiness) -> Told:
    it = found.about
    if not it.next_steps:
        return Told(Good.NO, text("check.told.no-steps"))
    lacking = (("ours", it.ours), ("theirs", it.theirs), ("dated", it.dated))
    names = [text(f"check.told.lacks.{key}") for key, there in lacking if not there]
    said = text("check.told.steps-lack", what=_either(names)) if names else text("check.told.steps")
    return Told(_good(not names), said, it.next_steps)


def _good(yes: bool) -> Good:  # noqa: FBT001
    return Good.YES if yes else Good.NO


def _either(names: Sequence[str]) -> str:
    *head, last = names
    return text("words.or", head=", ".join(head), last=last) if head else last


def facts(found: Readiness) -> list[Told]:
    """Return the facts that a deck can tell, those it does not tell first."""
    missing = [Told(Good.NO, _fact(fact)) for fact in found.about.missing]
    return missing + [Told(Good.YES, _fact(fact)) for fact in found.about.found]


def _fact(fact: Fact) -> str:
    return text("check.fact", kind=text(f"check.fact-kinds.{fact.kind}"), fact=fact.text)


def master(found: Readiness) -> list[Told]:
    """Return what became of the master, empty without one; of slides that are gone the numbers
    are the master's and stand in the words."""
    changes = found.customising
    if changes is None:
        return []
    told = list(_changes(found))
    if changes.share is not None:
        said = text("check.changes.share", share=percent(changes.share))
        told.insert(0, Told(_good(changes.share >= HALF), said))
    return told or [Told(Good.NO, text("check.why.as-the-master"))]


def _changes(found: Readiness) -> Iterator[Told]:
    good = {"real": Good.YES, "added": Good.YES, "dropped": Good.OPEN}
    for key in CHANGES:
        slides: Sequence[int] = getattr(found.customising, key)
        if slides:
            own = key not in ("dropped", "required")
            said = text(f"check.changes.{key}", n=len(slides), slides=spread(slides))
            yield Told(good.get(key, Good.NO), said, tuple(slides) if own else ())
