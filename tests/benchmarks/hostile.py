"""What hostile decks cost: ``python -m tests.benchmarks.hostile [--slow] [WORD …]``.

Puts every kind through all that is done with a deck, PowerPoint's and PDF's, those too that are too
slow for the tests; or only those, or those whose names have one of the words. Prints for each how
it ended, the seconds, the worker's greatest memory and by how much the program grew; ends with 1
where one did not end as it has to.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from sowhat.worker import Worker
from tests.hostile import Hostile
from tests.hostile.pdf import KINDS as PDF
from tests.hostile.powerpoint import KINDS as POWERPOINT
from tests.hostile.running import MIB, held, run, warmed

SLOW = "--slow"


def main() -> int:
    """Run the kinds and print what they cost."""
    slow = SLOW in sys.argv
    words = [word for word in sys.argv[1:] if word != SLOW]
    warmed()
    kinds = [kind for kind in (*POWERPOINT, *PDF) if kind.slow or not slow]
    wanted = [kind for kind in kinds if not words or any(word in kind.name for word in words)]
    with Worker() as worker:
        wrong = sum(not _ends(kind, worker) for kind in wanted)
    print(f"{len(wanted)} kinds, {wrong} ended otherwise than they have to")
    return 1 if wrong else 0


def _ends(kind: Hostile, worker: Worker) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        outcome = run(kind, Path(folder), worker)
    try:
        held(outcome, kind)
    except AssertionError as error:
        fault = f"  WRONG: {error}"
    else:
        fault = ""
    figures = f"{outcome.seconds:6.1f} s {outcome.peak // MIB:5} MiB +{outcome.grown // MIB:3} MiB"
    print(f"{kind.name:<45}{outcome.ends:<15}{figures}{fault}", flush=True)
    return not fault


if __name__ == "__main__":
    sys.exit(main())
