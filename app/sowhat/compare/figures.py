"""The numbers of both decks beside each other, the same for every way out. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from sowhat import rules
from sowhat.measure import percent
from sowhat.model import Audit, Comparison, Measures, Motif
from sowhat.texts import named, text

COUNTS = ("vendor", "customer", "mixed", "neutral", "unsure")


@dataclass(frozen=True, slots=True)
class Figure:
    """One number before and after."""

    name: str
    before: str
    after: str

    @property
    def same(self) -> bool:
        """Whether nothing changed."""
        return self.before == self.after


def names(comparison: Comparison) -> tuple[str, str]:
    """Return what the decks are called: their files, with the folder where those are the same."""
    old, new = (PurePath(a.deck.path.replace("\\", "/")) for a in (comparison.old, comparison.new))
    if old.name != new.name:
        return named(old.name), named(new.name)
    return named("/".join(old.parts[-2:])), named("/".join(new.parts[-2:]))


def figures(comparison: Comparison) -> tuple[Figure, ...]:
    """Return the numbers of both decks, those that there are."""
    kinds: dict[str, Callable[[Audit], str]] = {
        "slides": lambda audit: str(len(audit.deck.slides)),
        **{name: _count(name) for name in COUNTS},
        "share": lambda audit: _share(audit.measures),
        "first": lambda audit: str(audit.measures.first_customer_slide or text("compare.nothing")),
        "run": lambda audit: _run(audit.measures),
        "opens": lambda audit: _motif(audit.measures.opens_with),
        "closes": lambda audit: _motif(audit.measures.closes_with),
    }
    rows = (
        Figure(text(f"compare.figures.{key}"), said(comparison.old), said(comparison.new))
        for key, said in (*_whose().items(), *kinds.items())
    )
    return tuple(row for row in rows if {row.before, row.after} != {"0"})


def _whose() -> dict[str, Callable[[Audit], str]]:
    """Return who shows the deck to whom, and what for: verdicts rest on it."""
    nothing = text("compare.nothing")
    return {
        "shown-by": lambda audit: audit.profile.vendor.name or nothing,
        "shown-to": lambda audit: audit.profile.customer.name or nothing,
        "purpose": lambda audit: text(f"purposes.{audit.profile.purpose}"),
    }


def _count(name: str) -> Callable[[Audit], str]:
    return lambda audit: str(getattr(audit.measures, name))


def _share(measures: Measures) -> str:
    share = measures.vendor_share
    return text("compare.nothing") if share is None else f"{percent(share)}, {measures.band}"


def _run(measures: Measures) -> str:
    run = measures.longest_vendor_run
    if run is None:
        return text("compare.nothing")
    return str(run[0]) if run[0] == run[1] else text("words.range", first=run[0], last=run[1])


def _motif(motif: Motif | None) -> str:
    return rules.load().motifs[motif].name if motif else text("compare.nothing")
