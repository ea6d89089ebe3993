"""Puts a file through all that is done with a deck, and measures what that costs."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil

from sowhat import engine, judge, language
from sowhat.errors import DeckError
from sowhat.export import copy, report
from sowhat.model import Audit, DeckKind
from sowhat.render import Renderer
from sowhat.settings import AuditOptions, ReportOptions
from sowhat.texts import error_text
from sowhat.worker import Worker
from tests.hostile import OPENS, Hostile

MIB = 1 << 20
MOST_RESIDENT = 1024 * MIB  # bytes of a worker
MOST_GROWN = 300 * MIB  # bytes of the program
MOST_SECONDS = 60.0
LOOK_EVERY = 0.02  # seconds
WIDTH = 640  # pixels of a drawn slide
MOST_REPORTED = 12  # slides; the report of a longer deck is one without pictures
POWERPOINT = (".pptx", ".ppsx", ".potx", ".pptm", ".ppsm", ".potm")
COPIED_NOT = ("signed", "locked", "protected")  # why a deck that opens has no copy


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a file ended: "opens" or the reason of its refusal, and the sentence the user reads.

    ``gaps`` are the ids of what was told to be missing, ``drawn`` says whether the first slide was
    drawn from the file. ``peak`` and ``grown`` are in bytes: the worker's resident memory, and by
    how much that of the program grew.
    """

    ends: str
    said: str = ""
    slides: int = 0
    words: int = 0
    gaps: frozenset[str] = frozenset()
    drawn: bool = False
    seconds: float = 0.0
    peak: int = 0
    grown: int = 0
    after: tuple[str, ...] = ()
    """What of the later steps was refused, and why: ``copy: signed``."""


def warmed() -> None:
    """Load what the program holds anyway, so that it is not counted as growth."""
    language.load()
    judge.load().encoder.load()


def run(kind: Hostile, folder: Path, worker: Worker) -> Outcome:
    """Make the file and audit it; draw its first and last slide; write its report and a copy."""
    path = kind.make(folder)
    before = path.read_bytes() if path.stat().st_size < 64 * MIB else b""
    with Watch(worker) as watch:
        outcome = _through(kind, path, worker)
    if before and path.read_bytes() != before:
        raise AssertionError("the deck was changed")
    return watch.measured(outcome)


def held(outcome: Outcome, kind: Hostile) -> None:
    """Assert that a file ended as it has to, within the limits."""
    assert outcome.ends == kind.ends, (outcome.ends, outcome.said)
    assert set(kind.gaps) <= outcome.gaps, outcome.gaps
    assert outcome.seconds < MOST_SECONDS
    assert outcome.peak <= MOST_RESIDENT, outcome.peak // MIB
    assert outcome.grown <= MOST_GROWN, outcome.grown // MIB
    allowed = (*COPIED_NOT, kind.uncopied)
    assert all(one.partition(": ")[2] in allowed for one in outcome.after), outcome.after


def _through(kind: Hostile, path: Path, worker: Worker) -> Outcome:
    options = AuditOptions(decisions=(), password=kind.password)
    try:
        found = engine.audit(path, options, worker=worker)
    except DeckError as error:
        return Outcome(error.reason, error_text(error))
    words = sum(len(block.text.split()) for slide in found.deck.slides for block in slide.blocks)
    drawn = _drawn(found, worker, kind.password)
    after = (*(_reported(found, path, worker) if words else ()),)
    after += (*(_copied(found, path, worker) if kind.copied else ()),)
    gaps = frozenset(gap.id for gap in found.deck.gaps)
    return Outcome(OPENS, "", len(found.deck.slides), words, gaps, drawn, after=after)


def _drawn(found: Audit, worker: Worker, password: str | None) -> bool:
    renderer = Renderer(found.deck, worker, password=password)
    first = renderer.slide(1, WIDTH)
    renderer.slide(len(found.deck.slides), WIDTH)
    return not first.sketch


def _reported(found: Audit, path: Path, worker: Worker) -> Iterator[str]:
    """Write a report; yield why it was refused."""
    options = ReportOptions(findings_only=len(found.deck.slides) > MOST_REPORTED)
    try:
        report.write(found, path.with_name("report.pdf"), worker, options=options)
    except DeckError as error:
        yield f"report: {error.reason}"


def _copied(found: Audit, path: Path, worker: Worker) -> Iterator[str]:
    """Write a copy; yield why it was refused."""
    pdf = found.deck.kind is DeckKind.PDF
    ending = ".pdf" if pdf else copy.ending(path) if path.suffix in POWERPOINT else ".pptx"
    target = path.with_name(f"copy{ending}")
    try:
        copy.write(found, target, worker, comments=not pdf, order=True)
    except DeckError as error:
        yield f"copy: {error.reason}"


class Watch:
    """Watches the resident memory of a worker and of this process; use it as a context."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._own = psutil.Process()
        self._begun = time.monotonic()
        self._start = self._most = self._own.memory_info().rss
        self._peak = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._done.set()
        self._thread.join()

    def measured(self, outcome: Outcome) -> Outcome:
        """Return the outcome with what it cost."""
        seconds, grown = time.monotonic() - self._begun, self._most - self._start
        return replace(outcome, seconds=seconds, peak=self._peak, grown=grown)

    def _watch(self) -> None:
        while not self._done.wait(LOOK_EVERY):
            self._most = max(self._most, self._own.memory_info().rss)
            pid = self._worker.pid
            with contextlib.suppress(psutil.Error):
                if pid is not None:
                    self._peak = max(self._peak, psutil.Process(pid).memory_info().rss)
