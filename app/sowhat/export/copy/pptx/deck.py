"""A copy of a PowerPoint deck with comments, in a new order, or cleaned."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path

from sowhat import opc
from sowhat.errors import DeckError
from sowhat.export.copy.plan import Made, Plan, Remark, Removed, Trace
from sowhat.export.copy.pptx.classic import Comments
from sowhat.export.copy.pptx.clean import clean, cut
from sowhat.export.copy.pptx.clean.unseen import words_of
from sowhat.export.copy.pptx.clean.work import Words, Work
from sowhat.export.copy.pptx.disarm import disarm
from sowhat.export.copy.pptx.endings import type_for
from sowhat.export.copy.pptx.names import (
    SIGNATURE,
    STRICT,
    THREAD_AUTHORS,
    THREADS,
    TRANSITIONAL,
    Dialect,
)
from sowhat.export.copy.pptx.order import follow_range, follow_titles, reorder
from sowhat.export.copy.pptx.package import Package
from sowhat.export.copy.pptx.sections import rearrange
from sowhat.export.copy.pptx.slides import Slide, entries_of, slides_of
from sowhat.export.copy.pptx.threads import Threads
from sowhat.read.pptx import MOST_SLIDES, read


def write(path: Path, out: Path, name: str, plan: Plan) -> Made:
    """Write a copy of the deck at ``path`` to ``out``, which will be called ``name``.

    Raises ``DeckError`` damaged or signed, or what ``opc.Archive`` raises, and ``OutputError``
    wrong-ending or macro-ending.
    """
    with ExitStack() as stack:
        file = stack.enter_context(path.open("rb"))
        parts = opc.Archive(file)
        package = Package(stack.enter_context(zipfile.ZipFile(file)), parts)
        main, dialect = _main(package)
        wanted = type_for(name)
        if wanted != package.content_type(main):
            package.declare(main, wanted)
        comments = _remark(package, main, dialect, plan)
        notes = _move(package, main, dialect, plan) if plan.moves else ()
        notes = (*notes, *disarm(Work(package, main, dialect, plan.slides), opc.Archive(file)))
        removed = _cleaned(package, main, dialect, plan, path) if plan.clean else ()
        if plan.cut:
            cut(package, main, dialect, plan.cut, plan.slides)
        package.save(out)
    return Made(comments, notes, removed)


def _cleaned(
    package: Package, main: str, dialect: Dialect, plan: Plan, path: Path
) -> tuple[Removed, ...]:
    """Take out what is to go; which words nobody sees is for the reader to tell."""
    words: Mapping[int, Words] = {}
    if Trace.OFF_SLIDE in plan.clean:
        words = words_of(read(str(path), None, pictures=False, progress=lambda *_: None))
    return clean(package, main, dialect, plan.clean, plan.slides, words)


def _main(package: Package) -> tuple[str, Dialect]:
    """Return the presentation part and the dialect that it is in."""
    kinds = {relation.type for relation in package.relations("")}
    if SIGNATURE in kinds:
        raise DeckError("signed")
    for dialect in (TRANSITIONAL, STRICT):
        main = package.related("", dialect.relation("officeDocument"))
        if main is not None:
            root = package.tree(main)
            strict = root.tag == STRICT.tag("presentation")
            return main, STRICT if strict else TRANSITIONAL
    raise DeckError("damaged")


def _remark(package: Package, main: str, dialect: Dialect, plan: Plan) -> int:
    """Write the comments, all of the kind that the deck has; return how many."""
    if not plan.remarks:
        return 0
    slides = slides_of(package, main, dialect)
    threaded = _threaded(package, main, dialect, slides)
    writer = (Threads if threaded else Comments)(package, main, dialect, plan)
    count = 0
    for number, group in groupby(plan.remarks, lambda remark: remark.slide):
        slide, remarks = slides[number - 1], list[Remark](group)
        if slide is not None:
            writer.add(slide, remarks)
            count += len(remarks)
    return count


def _threaded(
    package: Package, main: str, dialect: Dialect, slides: Sequence[Slide | None]
) -> bool:
    """Say whether the deck's comments are threads; without any, whether it had some once."""
    kinds = {r.type for slide in slides if slide for r in package.relations(slide.part)}
    if THREADS in kinds:
        return True
    once = package.related(main, THREAD_AUTHORS) is not None
    return once and dialect.relation("comments") not in kinds


def _move(package: Package, main: str, dialect: Dialect, plan: Plan) -> tuple[str, ...]:
    root = package.tree(main)
    entries = entries_of(root, dialect)
    if len(entries) != len(plan.slides):  # of more slides than are read the order is not known
        raise DeckError("too-large" if len(plan.slides) == MOST_SLIDES else "damaged")
    ids = [entry.get("id") or "" for entry in entries]
    moved = {ids[number - 1] for number in plan.moved}
    last = [ids[number - 1] for number in plan.slides if number in plan.appendix]
    reorder(entries, plan.slides)
    rearrange(root, [ids[number - 1] for number in plan.slides], moved, last, plan.section)
    package.touch(main)
    follow_titles(package, dialect, plan.slides)
    return follow_range(package, main, dialect, plan.slides)
