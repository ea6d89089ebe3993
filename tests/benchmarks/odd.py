"""Whether odd and damaged files are opened without harm: ``python -m tests.benchmarks.odd FOLDER``.

Every PowerPoint and PDF file below FOLDER is read as an audit reads it, its pictures are looked at
and its first slides are drawn, all in workers with their usual limits. Prints how many end how, and
what is not as ``tests/hostile/odd.toml`` expects it: a refusal that is new, has another reason or
is gone, a worker above its memory, a deck that takes too long. Ends with 1 where anything is.
``--update`` writes the list anew: look at the difference before it is committed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from sowhat import engine
from sowhat.errors import DeckError
from sowhat.model import Deck
from sowhat.render import UNREAD, Renderer
from sowhat.settings import AuditOptions
from sowhat.worker import Limits, Worker

EXPECTED = Path(__file__).parents[1] / "hostile" / "odd.toml"
SUFFIXES = (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm", ".pdf")
TITLE = "How other projects' odd files end that do not simply open: SHA-256, reason or pages lost."
OPENS, NOTHING = "opens", "no-slides"
SLOWEST = 60.0  # seconds that a deck may take in all
DRAWN, WIDTH = 2, 640  # slides that are drawn; pixels
A_WORKER = 50  # files read by one process, so that its start is not paid for each
OPTIONS = AuditOptions(ocr=False, decisions=())


@dataclass(frozen=True, slots=True)
class Ending:
    """How one file ended: ``opens`` or the reason it was refused for.

    ``slides`` were found, ``lost`` of them could not be read and ``sketched`` not be drawn;
    ``peak`` is the worker's resident memory in bytes at its highest, 0 where it is not known.
    """

    sha256: str
    name: str
    reason: str
    seconds: float
    peak: int = 0
    slides: int = 0
    lost: int = 0
    sketched: int = 0

    @property
    def how(self) -> str:
        """Tell the ending as it is kept: the reason, and the pages that could not be read."""
        return f"{self.reason}, {self.lost} lost" if self.lost else self.reason

    @property
    def kind(self) -> str:
        """Tell what kind of file its name says it is."""
        return "PDF" if self.name.lower().endswith(".pdf") else "PowerPoint"


def main() -> int:
    """Read every file, print how they end, and what is not as expected."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--update", action="store_true", help="write the list anew")
    parser.add_argument("--log", type=Path, help="a file that gets a line of JSON for each")
    given = parser.parse_args()
    endings = []
    for ending in opened(
        p for p in sorted(given.folder.rglob("*")) if p.suffix.lower() in SUFFIXES
    ):
        endings.append(ending)
        if given.log:
            with given.log.open("a", encoding="utf-8") as log:
                log.write(json.dumps(asdict(ending)) + "\n")
    print("\n".join(told(endings)))
    if given.update:
        EXPECTED.write_text(listed(endings), encoding="utf-8")
        return 0
    faults = [*unexpected(endings, expected()), *beyond(endings)]
    print("\n".join(faults) or "All is as expected.")
    return 1 if faults else 0


def expected() -> dict[str, str]:
    """Return how the files end that do not simply open, by their digests."""
    known: dict[str, str] = tomllib.loads(EXPECTED.read_text(encoding="utf-8"))
    return known


def listed(endings: Iterable[Ending]) -> str:
    """Return the list of those that do not simply open, as it is kept."""
    lines = sorted({f'{one.sha256} = "{one.how}"' for one in endings if one.how != OPENS})
    return "\n".join((f"# {TITLE}", *lines, ""))


def told(endings: Sequence[Ending]) -> Iterator[str]:
    """Yield how many files end how, and what they cost at most."""
    for kind in sorted({one.kind for one in endings}):
        of = [one for one in endings if one.kind == kind]
        reasons = Counter(one.reason for one in of)
        got = reasons[OPENS] + reasons[NOTHING]
        yield f"{kind}: {len(of)} files, {got} open ({got / len(of):.1%}), {reasons[NOTHING]} empty"
        yield from (f"    {count:5} {reason}" for reason, count in reasons.most_common())
        lost = sum(one.lost > 0 for one in of)
        yield f"    {lost:5} of those that open tell of pages that could not be read"
    slowest, largest = (max(endings, key=by) for by in (_seconds, _memory))
    yield f"at most {slowest.seconds:.1f} s ({slowest.name})"
    yield f"at most {largest.peak >> 20} MiB ({largest.name})"


def unexpected(endings: Iterable[Ending], known: Mapping[str, str]) -> Iterator[str]:
    """Yield what ends in another way than is known of it."""
    for one in endings:
        was = known.get(one.sha256, OPENS)
        if one.how != was:
            yield f"{one.name}: {one.how}, expected: {was}"


def beyond(endings: Iterable[Ending]) -> Iterator[str]:
    """Yield what takes more time or memory than a deck may."""
    for one in endings:
        if one.seconds > SLOWEST or one.peak > Limits().resident:
            yield f"{one.name}: {one.seconds:.1f} s, {one.peak >> 20} MiB"


def _seconds(one: Ending) -> float:
    return one.seconds


def _memory(one: Ending) -> int:
    return one.peak


def opened(paths: Iterable[Path]) -> Iterator[Ending]:
    """Yield how each file ends."""
    worker, served = Worker(), 0
    try:
        for path in paths:
            if served >= A_WORKER:
                worker.close()
                served = 0
            served += 1
            yield ending_of(path, worker)
    finally:
        worker.close()


def ending_of(path: Path, worker: Worker) -> Ending:
    """Read, look at and draw one file in ``worker``."""
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    worker.start()
    _forget_peak(worker)
    start = time.perf_counter()
    try:
        deck = engine.read(path, worker, OPTIONS)
        sketched = _sketched(deck, worker)
    except DeckError as error:
        return Ending(sha256, path.name, error.reason, time.perf_counter() - start, _peak(worker))
    spent = time.perf_counter() - start
    lost = sum(gap.id in UNREAD for gap in deck.gaps)
    return Ending(sha256, path.name, OPENS, spent, _peak(worker), len(deck.slides), lost, sketched)


def _sketched(deck: Deck, worker: Worker) -> int:
    renderer = Renderer(deck, worker, cache=0)
    numbers = range(1, min(DRAWN, len(deck.slides)) + 1)
    return sum(renderer.slide(number, WIDTH).sketch for number in numbers)


def _forget_peak(worker: Worker) -> None:
    """Let the system count the worker's highest memory anew (Linux only)."""
    about = Path(f"/proc/{worker.pid}/clear_refs")
    if about.exists():
        about.write_text("5", encoding="ascii")


def _peak(worker: Worker) -> int:
    about = Path(f"/proc/{worker.pid}/status")
    lines = about.read_text(encoding="ascii").splitlines() if about.exists() else []
    told = [line.split()[1] for line in lines if line.startswith("VmHWM")]
    return int(told[0]) * 1024 if told else 0


if __name__ == "__main__":
    sys.exit(main())
