"""What the window asks of the layers below.

Each is imported where it is first called, on a job's thread: the window stands before they load.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sowhat.settings import ReportOptions

if TYPE_CHECKING:
    from sowhat.drafting import Call, Request
    from sowhat.export.copy import Made, Trace
    from sowhat.export.wanted import Wanted
    from sowhat.model import Audit, Comparison, Deck, MachineDraft, Readiness
    from sowhat.render import Renderer
    from sowhat.settings import AuditOptions, CheckOptions, Endpoint, Paper
    from sowhat.worker import Progress, Worker

StageProgress = Callable[[str, int, int], None]


def _audit(path: Path, options: AuditOptions, progress: StageProgress, worker: Worker) -> Audit:
    from sowhat.engine import audit

    return audit(path, options, progress, worker)


def _decided(audit: Audit, options: AuditOptions) -> Audit:
    from sowhat.engine import decided

    return decided(audit, options)


def _compared(old: Audit, new: Audit) -> Comparison:
    from sowhat.compare import compare

    return compare(old, new)


def _renamed(like: Audit, found: Audit, options: AuditOptions) -> Audit:
    from sowhat.engine import renamed

    return renamed(like, found, options)


def _compared_page(comparison: Comparison, path: Path) -> None:
    from sowhat.export import files
    from sowhat.export.comparison import as_html

    files.check(path, comparison.old.deck.path)
    files.save(as_html(comparison).encode(), path, comparison.new.deck.path)


def _judged(deck: Deck, options: AuditOptions, progress: Progress) -> Audit:
    from sowhat.engine import judged

    return judged(deck, options, progress)


def _checked(
    audit: Audit,
    options: AuditOptions,
    asked: CheckOptions,
    progress: StageProgress,
    worker: Worker,
) -> Readiness:
    from sowhat.engine import checked

    return checked(audit, options, asked, progress, worker)


def _clean(deck: Path, path: Path, worker: Worker, traces: frozenset[Trace]) -> Made:
    from sowhat.export import copy

    return copy.clean(deck, path, worker, traces)


def _renderer(deck: Deck, worker: Worker, password: str | None) -> Renderer:
    from sowhat.render import Renderer

    return Renderer(deck, worker, password=password)


def _copy(audit: Audit, path: Path, worker: Worker, cut: frozenset[int]) -> None:
    from sowhat.export import copy

    copy.write(audit, path, worker, comments=False, order=True, cut=cut)


def _export(
    audit: Audit,
    wanted: Wanted,
    path: Path,
    worker: Worker,
    progress: Progress,
    password: str | None,
) -> None:
    from sowhat.export import forms

    forms.write(audit, wanted, path, worker, progress, password)


def _front(audit: Audit, options: ReportOptions, worker: Worker, width: int) -> bytes:
    from sowhat.export import report
    from sowhat.render.drawn import Drawn

    with worker.folder() as folder:
        path = folder / "front.pdf"
        report.front(audit, path, worker, options)
        drawn = worker.call("sowhat.render.pdf:draw", Drawn, path=str(path), number=1, width=width)
        return drawn.png


def _pages(
    audit: Audit, sheet: Sheet, worker: Worker, progress: Progress, password: str | None
) -> None:
    from sowhat.export import report
    from sowhat.render.drawn import Drawn

    options = ReportOptions(paper=sheet.paper)
    with worker.folder() as folder:
        path = folder / "report.pdf"
        report.write(audit, path, worker, progress, options=options, password=password)
        count = worker.call("sowhat.render.pdf:count", int, path=str(path))
        for number in range(1, count + 1):
            drawn = worker.call(
                "sowhat.render.pdf:draw", Drawn, path=str(path), number=number, width=sheet.width
            )
            progress(number, count)
            sheet.put(drawn.png)


def _report(
    audit: Audit, path: Path, worker: Worker, progress: Progress, password: str | None
) -> None:
    from sowhat.export.report import write

    write(audit, path, worker, progress, password=password)


def _request(audit: Audit, slide: int, endpoint: Endpoint) -> Request:
    from sowhat.drafting import request

    return request(audit, slide, endpoint)


def _draft(request: Request, endpoint: Endpoint, call: Call) -> MachineDraft:
    from sowhat.drafting import ask

    return ask(request, endpoint, call)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where pages of a report go: on which paper, how many pixels wide, and who takes their PNG."""

    paper: Paper
    width: int
    put: Callable[[bytes], None]


@dataclass(frozen=True, slots=True)
class Doors:
    """Audit a deck, lay new decisions over it, set an older one beside it, judged with its names,
    and write what changed; draw its slides, write its report or a copy of it in the audit's order,
    write it in any form, draw a report's first page or all its pages; judge it anew with other
    names, check it for its customer, write a cleaned copy; prepare what is sent to a model of the
    user's own, and send it."""

    audit: Callable[[Path, AuditOptions, StageProgress, Worker], Audit] = _audit
    decided: Callable[[Audit, AuditOptions], Audit] = _decided
    compared: Callable[[Audit, Audit], Comparison] = _compared
    renamed: Callable[[Audit, Audit, AuditOptions], Audit] = _renamed
    compared_page: Callable[[Comparison, Path], None] = _compared_page
    renderer: Callable[[Deck, Worker, str | None], Renderer] = _renderer
    report: Callable[[Audit, Path, Worker, Progress, str | None], None] = _report
    copy: Callable[[Audit, Path, Worker, frozenset[int]], None] = _copy
    export: Callable[[Audit, Wanted, Path, Worker, Progress, str | None], None] = _export
    front: Callable[[Audit, ReportOptions, Worker, int], bytes] = _front
    pages: Callable[[Audit, Sheet, Worker, Progress, str | None], None] = _pages
    judged: Callable[[Deck, AuditOptions, Progress], Audit] = _judged
    checked: Callable[[Audit, AuditOptions, CheckOptions, StageProgress, Worker], Readiness] = (
        _checked
    )
    clean: Callable[[Path, Path, Worker, frozenset[Trace]], Made] = _clean
    request: Callable[[Audit, int, Endpoint], Request] = _request
    draft: Callable[[Request, Endpoint, Call], MachineDraft] = _draft


DOORS = Doors()
