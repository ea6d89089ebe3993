"""The slides of both decks as rows of words, the same for every way out. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from sowhat.measure.wording import listed
from sowhat.model import Audit, Comparison, Pair, Single, Slide, Verdict
from sowhat.texts import text


@dataclass(frozen=True, slots=True)
class Row:
    """A slide of either deck: its numbers, what it is called, its verdicts, what became of it.

    ``same`` where it has its words, pictures and verdict still, and its place among the others.
    """

    old: int | None
    new: int | None
    title: str
    before: Verdict | None
    after: Verdict | None
    told: str
    same: bool = False


def slides(comparison: Comparison) -> tuple[Row, ...]:
    """Return all slides of the new deck in order."""
    added = (_added(comparison.new, single) for single in comparison.added)
    rows = [*(_pair(comparison, pair) for pair in comparison.pairs), *added]
    return tuple(sorted(rows, key=lambda row: row.new or 0))


def gone(comparison: Comparison) -> tuple[Row, ...]:
    """Return the slides of the old deck that the new one lacks."""
    return tuple(_gone(comparison.old, single) for single in comparison.dropped)


def aligned(comparison: Comparison) -> tuple[Row, ...]:
    """Return all slides of both decks: the new deck's in order, each that is gone after the one
    that it followed."""
    lost = {row.old: row for row in gone(comparison)}
    home = {pair.old: pair for pair in comparison.pairs if not pair.moved}
    follows: dict[int | None, list[Row]] = {}
    before: int | None = None
    for number in range(1, len(comparison.old.deck.slides) + 1):
        if number in home:
            before = home[number].new
        elif number in lost:
            follows.setdefault(before, []).append(lost[number])
    rows = list(follows.get(None, ()))
    for row in slides(comparison):
        rows += [row, *follows.get(row.new, ())]
    return tuple(rows)


def _pair(comparison: Comparison, pair: Pair) -> Row:
    old, new = comparison.old, comparison.new
    parts: list[str] = []
    if pair.moved:
        parts.append(text("compare.slides.moved", old=pair.old))
    elif pair.old != pair.new:
        parts.append(text("compare.slides.was", old=pair.old))
    if pair.changed:
        changed = [text(f"compare.parts.{part}") for part in pair.changed]
        parts.append(text("compare.slides.changed", parts=listed(changed)))
    return Row(
        pair.old,
        pair.new,
        _title(new.deck.slides[pair.new - 1]),
        old.verdict(pair.old),
        new.verdict(pair.new),
        ", ".join(parts) or text("compare.slides.same"),
        same=not (pair.moved or pair.changed or pair in comparison.turned),
    )


def _added(new: Audit, single: Single) -> Row:
    key = "compare.slides.new" if single.shares is None else "compare.slides.split"
    title = _title(new.deck.slides[single.slide - 1])
    verdict = new.verdict(single.slide)
    return Row(None, single.slide, title, None, verdict, text(key, other=single.shares))


def _gone(old: Audit, single: Single) -> Row:
    key = "compare.slides.gone" if single.shares is None else "compare.slides.merged"
    title = _title(old.deck.slides[single.slide - 1])
    verdict = old.verdict(single.slide)
    return Row(single.slide, None, title, verdict, None, text(key, other=single.shares))


def _title(slide: Slide) -> str:
    return " ".join(slide.title.split()) or text("report.untitled")
