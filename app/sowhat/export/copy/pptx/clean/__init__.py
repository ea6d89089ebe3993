"""A PowerPoint copy without what a deck holds beside what its slides show."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TypeAlias

from sowhat.export.copy.plan import Removed, Trace
from sowhat.export.copy.pptx.clean import (
    charts,
    data,
    hidden,
    layouts,
    links,
    objects,
    pictures,
    properties,
    remarks,
    shapes,
    unseen,
)
from sowhat.export.copy.pptx.clean.work import Words, Work
from sowhat.export.copy.pptx.names import Dialect
from sowhat.export.copy.pptx.package import Package

Step: TypeAlias = Callable[[Work], Iterator[Removed]]

# Hidden slides go first, so that nothing is told twice of what is on them.
STEPS: tuple[tuple[Trace, Step], ...] = (
    (Trace.HIDDEN, hidden.remove),
    (Trace.LAYOUTS, layouts.remove),
    (Trace.COMMENTS, remarks.remove_comments),
    (Trace.NOTES, remarks.remove_notes),
    (Trace.OFF_SLIDE, shapes.remove_unseen),
    (Trace.OFF_SLIDE, unseen.remove),
    (Trace.LINKS, links.remove),
    (Trace.OBJECTS, objects.remove),
    (Trace.WORKBOOKS, charts.remove),
    (Trace.ALT, shapes.remove_paths),
    (Trace.DATA, data.remove),
    (Trace.HISTORY, properties.remove_history),
    (Trace.PROPERTIES, properties.remove),
    (Trace.PICTURES, pictures.remove),
)


def cut(
    package: Package, main: str, dialect: Dialect, numbers: Collection[int], order: Sequence[int]
) -> None:
    """Take slides out of the package, with all that only they use.

    ``numbers`` and ``order`` are those of the deck before slides were moved. Raises ``DeckError``
    no-slides where none would be left.
    """
    hidden.cut(Work(package, main, dialect, order), numbers)
    package.sweep()


def clean(
    package: Package,
    main: str,
    dialect: Dialect,
    traces: Collection[Trace],
    order: Sequence[int] = (),
    words: Mapping[int, Words] | None = None,
) -> tuple[Removed, ...]:
    """Take these traces out of the package and return what was removed, by kind.

    ``order`` are the slides' numbers where they were moved before, ``words`` what the reader found
    unseen on them. Parts that nothing leads to any more are dropped. Raises ``DeckError`` damaged,
    and no-slides where all slides are hidden and are to go.
    """
    work = Work(package, main, dialect, order, words)
    removed = [one for trace, step in STEPS if trace in traces for one in step(work)]
    package.sweep()
    return tuple(removed)
