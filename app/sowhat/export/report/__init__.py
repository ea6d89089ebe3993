"""The annotated PDF: a page for the boss, findings, marked slides, a new order, table, method."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sowhat.errors import DeckError
from sowhat.export import files
from sowhat.export.report import (
    compared,
    findings,
    lines,
    measured,
    order,
    overview,
    pages,
    ready,
    slides,
    summary,
    whole,
)
from sowhat.export.report.look import PAGE
from sowhat.export.report.picture import WIDTH, save
from sowhat.export.report.plan import Figure, Plan
from sowhat.export.report.slides import Shown
from sowhat.export.wording import deck_name
from sowhat.measure import UNFIT
from sowhat.model import Audit, Comparison, DeckKind, Gap, Readiness
from sowhat.render import UNREAD, Renderer
from sowhat.settings import ReportOptions
from sowhat.texts import text
from sowhat.worker import Progress, Worker

ASSEMBLE = "sowhat.export.report.assemble:assemble"
SIZES = "sowhat.export.report.assemble:sizes"

CUT = "slides"  # the gap of a deck with more pages than are read
WHOLE = ReportOptions()
Drawn = tuple[Sequence[Shown], Sequence[Gap]]
"""The slides as they are shown, and what they lack."""


def write(
    audit: Audit,
    path: Path,
    worker: Worker,
    progress: Progress | None = None,
    *,
    options: ReportOptions = WHOLE,
    changes: Comparison | None = None,
    check: Readiness | None = None,
    password: str | None = None,
) -> None:
    """Write the annotated report of ``audit`` to ``path``, whole or not at all.

    ``options`` say what it shows and on which paper. ``changes`` since an older version of the
    deck come first where they are given, and slides may be shown; a ``check`` of the deck for its
    customer comes before all. ``password`` opens an encrypted deck; the report has none.
    ``progress`` is told how many slides of all are done. Raises ``OutputError`` where ``path`` is
    the deck or cannot be written, ``CancelledError`` after the worker was cancelled.
    """
    files.check(path, audit.deck.path)
    with files.failures(path), worker.folder() as folder:
        words = not options.findings_only
        job = _Job(audit, folder, worker, options, changes, check, password, titled=words)
        data = _made(job, progress or _silent)
    files.save(data, path, audit.deck.path)


def front(
    audit: Audit,
    path: Path,
    worker: Worker,
    options: ReportOptions = WHOLE,
    check: Readiness | None = None,
) -> None:
    """Write a report to ``path`` whose first page is that of the one with ``options``, without
    drawing a slide: for a look at it before it is made."""
    files.check(path, audit.deck.path)
    bare = replace(options, findings_only=True)
    with files.failures(path), worker.folder() as folder:
        job = _Job(audit, folder, worker, bare, None, check, None, titled=not options.findings_only)
        data = _whole(job, ((), ()))
    files.save(data, path, audit.deck.path)


@dataclass(frozen=True, slots=True)
class _Job:
    """What a report is made of, and where; ``titled`` where its first page has words of slides."""

    audit: Audit
    folder: Path
    worker: Worker
    options: ReportOptions
    changes: Comparison | None
    check: Readiness | None
    password: str | None
    titled: bool


def _made(job: _Job, step: Progress) -> bytes:
    count = len(job.audit.deck.slides)
    if job.options.findings_only:
        data = _whole(job, ((), ()))
        step(count, count)
        return data
    if job.audit.deck.kind is DeckKind.PDF:
        try:
            data = _whole(job, _own_pages(job))
        except DeckError:
            pass  # locked, changed since, or too much for the worker: pictures are shown instead
        else:
            step(count, count)
            return data
    return _whole(job, _pictures(job, step))


def _silent(done: int, total: int) -> None:
    """Tell nobody."""


def _own_pages(job: _Job) -> Drawn:
    """Show the deck's own pages, and sketches of those that could not be read."""
    deck = job.audit.deck
    found = job.worker.call(
        SIZES,
        list[tuple[float, float]],
        path=deck.path,
        sha256=deck.sha256,
        password=job.password,
    )
    if len(found) != len(deck.slides) and not any(gap.id == CUT for gap in deck.gaps):
        raise DeckError("damaged", path=deck.path)
    unread = {gap.slide for gap in deck.gaps if gap.id in UNREAD}
    renderer = Renderer(deck, job.worker, password=job.password, cache=0)
    shown = [
        _picture(job, renderer, number)[0] if number in unread else Shown(width / height)
        for number, (width, height) in enumerate(found[: len(deck.slides)], start=1)
    ]
    return shown, ()


def _picture(job: _Job, renderer: Renderer, number: int) -> tuple[Shown, Sequence[Gap]]:
    rendering = renderer.slide(number, WIDTH)
    file = save(rendering, job.folder, number)
    aspect = rendering.width / rendering.height
    return Shown(aspect, str(file), rendering.sketch), rendering.gaps


def _pictures(job: _Job, step: Progress) -> Drawn:
    deck = job.audit.deck
    # Each slide is asked for once, so nothing is kept.
    renderer = Renderer(deck, job.worker, password=job.password, cache=0)
    shown: list[Shown] = []
    gaps: list[Gap] = []
    for slide in deck.slides:
        picture, lacking = _picture(job, renderer, slide.number)
        shown.append(picture)
        gaps += lacking
        step(slide.number, len(deck.slides))
    return shown, gaps


def _whole(job: _Job, drawn: Drawn) -> bytes:
    base, out = job.folder / "pages.pdf", job.folder / "report.pdf"
    plan = _drawn(job, base, drawn)
    deck = job.audit.deck
    own = any(item.picture is None for item in drawn[0])
    job.worker.call(
        ASSEMBLE,
        type(None),
        base=str(base),
        out=str(out),
        plan=plan,
        deck=deck.path if own else None,
        sha256=deck.sha256,
        password=job.password,
    )
    return out.read_bytes()


def _drawn(job: _Job, base: Path, drawn: Drawn) -> Plan:
    """Draw all pages but the slides on them; return what is to be put there."""
    audit, alone = job.audit, job.options.findings_only
    name = deck_name(audit)
    title = text("report.title", deck=name)
    report = pages.start(base, title, name)
    shown, gaps = drawn
    told = (*audit.deck.gaps, *gaps)
    if job.check is not None:
        ready.draw(report, job.check, slide_words=job.titled)
    if alone:  # a decision that was lost is told by its slide's headline
        told = tuple(gap for gap in told if gap.id not in UNFIT)
    elif job.changes is not None:
        compared.draw(report, job.changes)
    summary.draw(report, audit, told, slide_words=job.titled)
    findings.draw(report, audit)
    figures: tuple[Figure, ...] = ()
    if alone:
        lines.draw(report, audit)
    else:
        report.mark(pages.SLIDES, text("report.slides"))
        figures = tuple(
            slides.draw(report, audit, slide, item)
            for slide, item in zip(audit.deck.slides, shown, strict=True)
        )
    thumbnails, below = order.draw(report, audit, shown)
    whole.draw(report, audit, below)
    if not alone:
        overview.draw(report, audit)
    measured.draw(report, audit)
    report.canvas.save()
    paper = job.options.paper.size
    size = None if paper == PAGE else paper
    labels = tuple(report.labels)
    return Plan((*figures, *thumbnails), labels, title, text("report.author"), size)
