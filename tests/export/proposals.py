"""A new order, a slide to write and one to cut, and what to do first, for the tests of writers."""

from __future__ import annotations

from dataclasses import replace

from sowhat.model import (
    Audit,
    Cut,
    CutKind,
    Fix,
    FixKind,
    Flow,
    Missing,
    Motif,
    Move,
    Note,
    Order,
)

ORDER = Order(
    slides=(2, 1, 3, 4),
    moves=(Move(2, 1, "Their week comes before the firm."),),
    note=Note.PROPOSED,
    before=Flow(2, (1, 1), 1, Motif.COMPANY, Motif.CLOSING),
    after=Flow(1, (2, 3), 2, Motif.PROBLEM, Motif.CLOSING),
)
BRIEF = Missing(
    "right-problem",
    "Are we solving the right problem?",
    "No slide tells it.",
    ("Today: __ (what they do)",),
    "Ask two people.",
    2,
    "share falls from 50% to 33%",
)
CUT = Cut(CutKind.LOGOS, (3,), 1, False, "It is a second wall.", "share falls from 50% to 40%")
TOP = (
    Fix(
        FixKind.ORDER, "Put the customer first", "Their world first.", "first as slide 1", 0.5, (2,)
    ),
    Fix(FixKind.WRITE, "Write the slide", "It counts.", "share falls", 0.2, id="right-problem"),
)


def proposing(audit: Audit, order: Order = ORDER) -> Audit:
    """Return the audit with all of these; its deck has three or four slides."""
    count = len(audit.deck.slides)
    order = replace(order, slides=tuple(n for n in order.slides if n <= count))
    return replace(audit, order=order, missing=(BRIEF,), cuts=(CUT,), top=TOP)
