"""What a report costs: ``python -m tests.benchmarks.report [DECK …]``.

Prints, for each deck, the CPU seconds of writing its annotated report without drawing the slides
(this process and its worker), and the report's size against 1.3 times the deck's plus 100 KB a
slide. Without decks it makes one of 50 slides, as PowerPoint and as PDF.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import psutil

from sowhat.engine import audit
from sowhat.export import report
from sowhat.export.report.picture import WIDTH
from sowhat.model import Deck, DeckKind
from sowhat.render import Renderer
from sowhat.worker import Worker
from tests.benchmarks.speed import make_deck

SLIDES, SECONDS = 50, 5.0  # of CPU for so many slides
TIMES, SLIDE = 1.3, 100_000  # of the deck's size, and bytes a slide


def main(decks: Sequence[Path]) -> int:
    """Measure and print; 1 where a limit is passed."""
    with tempfile.TemporaryDirectory() as folder:
        measured = [_measured(path, Path(folder)) for path in decks or _made(Path(folder))]
    return 0 if all(measured) else 1


def _made(folder: Path) -> Iterator[Path]:
    from pptx import Presentation
    from reportlab.pdfgen.canvas import Canvas

    whole, path = folder / "whole.pptx", folder / "made.pptx"
    texts = make_deck(whole)[:SLIDES]
    deck = Presentation(str(whole))
    for entry in list(deck.slides._sldIdLst)[SLIDES:]:
        deck.part.drop_rel(entry.rId)
        deck.slides._sldIdLst.remove(entry)
    deck.save(str(path))
    yield path
    canvas = Canvas(str(folder / "made.pdf"), pagesize=(720, 405))
    for text in texts:
        for row, line in enumerate(text.split("\n")):
            canvas.setFont("Helvetica", 14 if row else 24)
            canvas.drawString(40, 350 - 30 * row, line)
        canvas.showPage()
    canvas.save()
    yield folder / "made.pdf"


def _measured(path: Path, folder: Path) -> bool:
    out = folder / f"{path.name}.report.pdf"
    with Worker() as worker:
        found = audit(path, worker=worker)
        report.write(found, out, worker)  # warm: fonts read, libraries loaded
        whole = _cpu(worker, lambda: report.write(found, out, worker))
        drawing = 0.0
        if found.deck.kind is DeckKind.PPTX:  # the pages of a PDF are not drawn
            drawing = _cpu(worker, lambda: _draw(found.deck, worker))
    spent = whole - drawing
    count = len(found.deck.slides)
    size, limit = out.stat().st_size, TIMES * path.stat().st_size + SLIDE * count
    seconds = SECONDS * max(count, SLIDES) / SLIDES
    print(
        f"{path.name:40} {count:3} slides  {spent:5.2f} s CPU (under {seconds:.1f})"
        f"  {size / 1e6:6.2f} MB (at most {limit / 1e6:.2f})",
        flush=True,
    )
    return spent < seconds and size <= limit


def _draw(deck: Deck, worker: Worker) -> None:
    renderer = Renderer(deck, worker, cache=0)
    for slide in deck.slides:
        renderer.slide(slide.number, WIDTH)


def _cpu(worker: Worker, work: Callable[[], None]) -> float:
    """Return the CPU seconds that ``work`` takes here and in the worker."""
    before = _clock(worker)
    work()
    return _clock(worker) - before


def _clock(worker: Worker) -> float:
    assert worker.pid is not None
    times = psutil.Process(worker.pid).cpu_times()
    return time.process_time() + times.user + times.system


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]]))
