"""What seeing pictures costs: ``python -m tests.benchmarks.seeing``.

Makes a deck of 100 slides with 300 distinct pictures of all kinds, 1,280 pixels wide or high, and
prints the CPU seconds of its audit (worker and all) beside those of the same deck without looking
at pictures; then the CPU a picture costs, opened from its file, looked at, and with the optional
part read (of some). Both audits run warm: libraries imported, pipeline, rules and model loaded.
"""

from __future__ import annotations

import io
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # one thread, as in the worker

import psutil
from PIL import Image
from pptx import Presentation
from pptx.util import Inches

from sowhat.engine import audit
from sowhat.pictures import kinds, ocr
from sowhat.pictures.looking import READABLE
from sowhat.pictures.opened import opened
from sowhat.pictures.seen import Near
from sowhat.settings import AuditOptions
from sowhat.worker import Worker
from sowhat.worker.memory import keep_freed
from tests.benchmarks.speed import SLIDES, make_deck
from tests.pictures.made.badges import badges
from tests.pictures.made.lookalikes import lookalikes
from tests.pictures.made.looks import logos, looks
from tests.pictures.made.quadrants import quadrants
from tests.pictures.made.rounds import rounds
from tests.pictures.made.walls import walls

EACH_SLIDE, WIDE, SEED, RUNS = 3, 1280, 41, 2
READ = 10  # one picture of so many is read
TIMES = 3  # photographs, icons, screenshots, diagrams, charts and logos: so often as the rest
DECK_LIMIT, LOOK_LIMIT, READ_LIMIT = 15.0, 15.0, 400.0  # seconds; milliseconds a picture


def main() -> int:
    """Measure and print; 1 where something is over its limit."""
    keep_freed()  # as the worker does
    data = list(pictures(SLIDES * EACH_SLIDE))
    over = [_looked(data) > LOOK_LIMIT]
    if ocr.there():
        over.append(_read(data[::READ]) > READ_LIMIT)
    over.append(_deck(data) > DECK_LIMIT)
    return int(any(over))


def pictures(count: int) -> Iterator[bytes]:
    """Draw so many pictures, photographs as JPEG, the rest as PNG.

    A quarter are walls, badges, analysts' graphics and what looks like those.
    """
    graphics = quadrants(), chain(rounds(), rounds(SEED)), lookalikes()
    each = (*(islice(some, 0, None, 8) for some in graphics), walls(count, SEED))
    rare = chain.from_iterable(zip(*each, badges(count, SEED), strict=False))
    often = looks(count, SEED), looks(count, SEED + 1), logos(count, SEED)
    drawn = chain.from_iterable(
        (*(next(some) for some in often for _ in range(TIMES)), *islice(rare, 3))
        for _ in range(count)
    )
    for made in islice(drawn, count):
        factor = WIDE / max(made.image.size)
        size = tuple(max(1, round(side * factor)) for side in made.image.size)
        image = made.image.resize((size[0], size[1]), Image.Resampling.BICUBIC)
        out = io.BytesIO()
        if made.kind in ("photo", "people"):
            image.convert("RGB").save(out, "JPEG", quality=88)
        else:
            image.save(out, "PNG", compress_level=6)
        yield out.getvalue()


def _deck(data: list[bytes]) -> float:
    """Print what the audits of a deck with these pictures cost, return it for the whole one."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.pptx"
        make_deck(path)
        _illustrated(path, data)
        without, seen = (AuditOptions(pictures=on, ocr=False, decisions=()) for on in (False, True))
        _audit(path, without)  # warm
        pairs = [(_audit(path, without), _audit(path, seen)) for _ in range(RUNS)]
    text, whole = (statistics.fmean(pair[at] for pair in pairs) for at in (0, 1))
    print(f"{SLIDES} slides, {len(data)} pictures of {WIDE} px: CPU seconds, mean of {RUNS}")
    print(f"  its words alone {text:7.2f}")
    print(f"  with pictures   {whole:7.2f} (must be at most {DECK_LIMIT:.0f})")
    return whole


def _illustrated(path: Path, data: list[bytes]) -> None:
    """Put the pictures on the slides of a deck, beside each other."""
    deck = Presentation(str(path))
    for number, slide in enumerate(deck.slides):
        for at in range(EACH_SLIDE):
            stream = io.BytesIO(data[number * EACH_SLIDE + at])
            slide.shapes.add_picture(stream, Inches(0.5 + 3 * at), Inches(5), height=Inches(1.5))
    deck.save(str(path))


def _audit(path: Path, options: AuditOptions) -> float:
    start = time.process_time()
    with Worker() as worker:
        worker.start()
        audit(path, options, worker=worker)
        assert worker.pid is not None
        times = psutil.Process(worker.pid).cpu_times()
    spent: float = times.user + times.system + time.process_time() - start
    return spent


def _looked(data: list[bytes]) -> float:
    """Print what opening and looking at each picture costs, return both in the middle."""
    opening, looking = [], []
    for item in data:
        start = time.process_time()
        pixels = opened(item).pixels
        middle = time.process_time()
        kinds.look(pixels, Near())
        opening.append(1000 * (middle - start))
        looking.append(1000 * (time.process_time() - middle))
    print(f"a picture decoded: {statistics.median(opening):.1f} ms; then ", end="")
    print(f"looked at: {statistics.median(looking):.1f} ms, both in the middle")
    both = [one + other for one, other in zip(opening, looking, strict=True)]
    return _told("looked at", both, LOOK_LIMIT)


def _read(data: list[bytes]) -> float:
    """Print what looking at and reading each picture costs, return the middle in milliseconds."""
    ocr.lines(opened(data[0], longest=READABLE).pixels)  # warm: the models loaded
    costs = []
    for item in data:
        start = time.process_time()
        words = ocr.lines(opened(item, longest=READABLE).pixels)
        kinds.look(opened(item).pixels, Near(words=words))
        costs.append(1000 * (time.process_time() - start))
    return _told("read and looked at", costs, READ_LIMIT)


def _told(what: str, costs: list[float], limit: float) -> float:
    middle, most = statistics.median(costs), max(costs)
    print(f"a picture {what}: {middle:.1f} ms of CPU in the middle", end=" ")
    print(f"(must be at most {limit:.0f}), {most:.0f} at most, {len(costs)} of them", flush=True)
    return middle


if __name__ == "__main__":
    sys.exit(main())
