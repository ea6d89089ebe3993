"""What reading costs: ``python -m tests.benchmarks.reading FOLDER``.

Prints for every deck of a folder the CPU seconds of reading it (in this process, pictures included)
beside those of a plain use of the usual library: for PowerPoint decks a walk with python-pptx over
shapes, groups, paragraphs, runs, tables, charts, notes and pictures, for PDF decks pdfplumber's
words, images and rectangles. Both sides run warm: libraries are imported and a deck of each kind is
read before. Each figure is the median of some runs, taken in turn, so that noise hits both sides.
Ends with 1 where reading all decks of a kind costs more than its limit.
"""

from __future__ import annotations

import argparse
import gc
import logging
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import pdfplumber
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from sowhat.read import kind_of, pdf, pptx

LIMITS = {"pptx": 1.5, "pdf": 1.0}  # times the usual library, over all decks of a kind
SUFFIXES = (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm", ".pdf")
RUNS = 3
_READERS: dict[str, Any] = {"pptx": pptx.read, "pdf": pdf.read}


class Cost(NamedTuple):
    """CPU seconds of reading one deck, and of the usual library on it."""

    deck: str
    kind: str
    ours: float
    bare: float


def main() -> int:
    """Measure every deck and print; 1 where a limit is not met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--deck", default="", help="only decks with this in their name")
    parser.add_argument("--runs", type=int, default=RUNS, help="runs of each side")
    options = parser.parse_args()
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    found = (p for p in sorted(options.folder.rglob("*")) if p.suffix in SUFFIXES)
    paths = [path for path in found if options.deck in path.name]
    costs: list[Cost] = []
    warm: set[str] = set()
    print(f"CPU seconds, median of {options.runs}: reading, usual library, times")
    for path in paths:
        try:
            kind = kind_of(path).value
            if kind not in warm:
                measured(path, kind, 1)
                warm.add(kind)
            costs.append(measured(path, kind, options.runs))
        except Exception as error:  # each library refuses damaged decks in its own ways
            print(f"{path.name}: skipped, {type(error).__name__}: {error}", flush=True)
            continue
        print(_line(path.name, costs[-1:]), flush=True)
    return _totals(costs)


def _totals(costs: list[Cost]) -> int:
    over = not costs
    for kind, limit in LIMITS.items():
        own = [cost for cost in costs if cost.kind == kind]
        if own:
            print(f"{_line(f'{len(own)} {kind} decks', own)} (must be at most {limit})")
            over |= _times(own) > limit
    return 1 if over else 0


def measured(path: Path, kind: str, runs: int) -> Cost:
    """Read a deck ``runs`` times each way, in turn."""
    reader, usual = _READERS[kind], _USUAL[kind]
    ours, bare = [], []
    for _ in range(runs):
        bare.append(_timed(lambda: usual(path)))
        ours.append(_timed(lambda: reader(str(path), None, True, lambda *_: None)))
    return Cost(path.name, kind, statistics.median(ours), statistics.median(bare))


def _timed(work: Callable[[], Any]) -> float:
    gc.collect()  # what one side leaves behind is not swept on the other's time
    start = time.process_time()
    work()
    return time.process_time() - start


def _times(costs: list[Cost]) -> float:
    return sum(cost.ours for cost in costs) / max(sum(cost.bare for cost in costs), 1e-9)


def _line(name: str, costs: list[Cost]) -> str:
    ours, bare = sum(cost.ours for cost in costs), sum(cost.bare for cost in costs)
    return f"{name:52}{ours:8.3f}{bare:8.3f}{_times(costs):7.2f}"


def walk_powerpoint(path: Path) -> int:
    """Walk over a deck as a plain script would; return how many letters it met."""
    met = 0
    for slide in Presentation(str(path)).slides:
        met += _shapes(slide.shapes)
        if slide.has_notes_slide:
            frame = slide.notes_slide.notes_text_frame
            met += len(frame.text) if frame is not None else 0
    return met


def _shapes(shapes: Iterable[Any]) -> int:
    met = 0
    for shape in shapes:
        _ = (shape.shape_id, shape.name, shape.left, shape.top, shape.width, shape.height)
        kind = shape.shape_type
        if kind == MSO_SHAPE_TYPE.GROUP:
            met += _shapes(shape.shapes)
        elif kind == MSO_SHAPE_TYPE.PICTURE:
            met += _picture(shape)
        elif shape.has_text_frame:
            met += _text(shape.text_frame)
        elif shape.has_table:
            met += sum(_text(cell.text_frame) for row in shape.table.rows for cell in row.cells)
        elif shape.has_chart:
            met += _chart(shape.chart)
    return met


def _text(frame: Any) -> int:
    met = 0
    for paragraph in frame.paragraphs:
        _ = paragraph.level
        for run in paragraph.runs:
            font = run.font
            _ = (font.size, font.bold, font.italic, font.name)
            met += len(run.text)
    return met


def _chart(chart: Any) -> int:
    met = 0
    for plot in chart.plots:
        met += sum(len(str(category)) for category in plot.categories)
        met += sum(len(series.name) + len(list(series.values)) for series in plot.series)
    return met


def _picture(shape: Any) -> int:
    try:
        return len(shape.image.sha1)
    except (AttributeError, KeyError, ValueError):  # a linked picture, or of an unknown kind
        return 0


def walk_pdf(path: Path) -> int:
    """Ask pdfplumber for the words, images and rectangles of every page; return how many."""
    met = 0
    with pdfplumber.open(path) as document:
        for page in document.pages:
            met += len(page.extract_words()) + len(page.images) + len(page.rects)
            page.close()
    return met


_USUAL: dict[str, Callable[[Path], int]] = {"pptx": walk_powerpoint, "pdf": walk_pdf}


if __name__ == "__main__":
    sys.exit(main())
