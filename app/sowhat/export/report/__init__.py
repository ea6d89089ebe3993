"""The annotated PDF: a page for the boss, the findings, each slide with its marks, a new order."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path, PurePath

from sowhat.errors import DeckError
from sowhat.export import files
from sowhat.export.report import findings, lines, order, pages, slides, summary, whole
from sowhat.export.report.look import PAGE
from sowhat.export.report.picture import WIDTH, save
from sowhat.export.report.plan import Figure, Plan
from sowhat.export.report.slides import Shown
from sowhat.measure import UNFIT
from sowhat.model import Audit, DeckKind, Gap
from sowhat.render import Renderer
from sowhat.settings import ReportOptions
from sowhat.texts import text
from sowhat.worker import Progress, Worker

ASSEMBLE = "sowhat.export.report.assemble:assemble"
SIZES = "sowhat.export.report.assemble:sizes"

WHOLE = ReportOptions()
Drawn = tuple[Sequence[Shown], Sequence[Gap]]
"""The slides as they are shown, and what they lack."""


def write(
    audit: Audit,
    path: Path,
    worker: Worker,
    progress: Progress | None = None,
    options: ReportOptions = WHOLE,
) -> None:
    """Write the annotated report of ``audit`` to ``path``, whole or not at all.

    ``options`` say what it shows and on which paper; ``progress`` is told how many slides of all
    are done. Raises ``OutputError`` where ``path`` is the deck or cannot be written,
    ``CancelledError`` after the worker was cancelled.
    """
    files.check(path, audit.deck.path)
    step = progress or _silent
    with files.failures(path), tempfile.TemporaryDirectory(prefix="sowhat-") as folder:
        data = _made(audit, Path(folder), worker, step, options)
    files.save(data, path, audit.deck.path)


def _made(
    audit: Audit, folder: Path, worker: Worker, step: Progress, options: ReportOptions
) -> bytes:
    count = len(audit.deck.slides)
    if options.findings_only:
        data = _whole(audit, folder, worker, ((), ()), options)
        step(count, count)
        return data
    if audit.deck.kind is DeckKind.PDF:
        try:
            data = _whole(audit, folder, worker, (_own_pages(audit, worker), ()), options)
        except DeckError:
            pass  # locked, changed since, or too much for the worker: pictures are shown instead
        else:
            step(count, count)
            return data
    return _whole(audit, folder, worker, _pictures(audit, folder, worker, step), options)


def _silent(done: int, total: int) -> None:
    """Tell nobody."""


def _own_pages(audit: Audit, worker: Worker) -> list[Shown]:
    deck = audit.deck
    found = worker.call(SIZES, list[tuple[float, float]], path=deck.path, sha256=deck.sha256)
    if len(found) != len(deck.slides):
        raise DeckError("damaged", path=deck.path)
    return [Shown(width / height) for width, height in found]


def _pictures(audit: Audit, folder: Path, worker: Worker, step: Progress) -> Drawn:
    renderer = Renderer(audit.deck, worker, cache=0)  # each slide is asked for once
    shown: list[Shown] = []
    gaps: list[Gap] = []
    for slide in audit.deck.slides:
        rendering = renderer.slide(slide.number, WIDTH)
        file = save(rendering, folder, slide.number)
        shown.append(Shown(rendering.width / rendering.height, str(file), rendering.sketch))
        gaps += rendering.gaps
        step(slide.number, len(audit.deck.slides))
    return shown, gaps


def _whole(
    audit: Audit, folder: Path, worker: Worker, drawn: Drawn, options: ReportOptions
) -> bytes:
    base, out = folder / "pages.pdf", folder / "report.pdf"
    plan = _drawn(audit, base, drawn, options)
    own = any(item.picture is None for item in drawn[0])
    worker.call(
        ASSEMBLE,
        type(None),
        base=str(base),
        out=str(out),
        plan=plan,
        deck=audit.deck.path if own else None,
        sha256=audit.deck.sha256,
    )
    return out.read_bytes()


def _drawn(audit: Audit, base: Path, drawn: Drawn, options: ReportOptions) -> Plan:
    """Draw all pages but the slides on them; return what is to be put there."""
    name = PurePath(audit.deck.path).name
    title = text("report.title", deck=name)
    report = pages.start(base, title, name)
    shown, gaps = drawn
    told = (*audit.deck.gaps, *gaps)
    if options.findings_only:  # a decision that was lost is told by its slide's headline
        told = tuple(gap for gap in told if gap.id not in UNFIT)
    summary.draw(report, audit, told, slide_words=not options.findings_only)
    findings.draw(report, audit)
    figures: tuple[Figure, ...] = ()
    if options.findings_only:
        lines.draw(report, audit)
    else:
        report.mark(pages.SLIDES, text("report.slides"))
        figures = tuple(
            slides.draw(report, audit, slide, item)
            for slide, item in zip(audit.deck.slides, shown, strict=True)
        )
    thumbnails, below = order.draw(report, audit, () if options.findings_only else shown)
    whole.draw(report, audit, below)
    report.canvas.save()
    size = None if options.paper.size == PAGE else options.paper.size
    labels = tuple(report.labels)
    return Plan((*figures, *thumbnails), labels, title, text("report.author"), size)
