"""``python -m tests.fuzz TARGET [--minutes N] [--corpus FOLDER]``; needs Linux and atheris.

Install that by ``uv sync --group fuzz``. The first input that fails is written to
``tests/fuzz/found`` and ends the run: mend what it shows, and leave it there as a test.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import atheris

FUZZED = ["sowhat.read", "sowhat.opc", "sowhat.pdf", "sowhat.fonts", "sowhat.model"]
with atheris.instrument_imports(include=FUZZED):
    from tests.fuzz.targets import TARGETS

FOUND = Path(__file__).parent / "found"
LONGEST = 20  # seconds of one input
LARGEST = 1024  # MiB of memory


def main() -> None:
    """Fuzz one target; the library ends the process."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--corpus", type=Path, help="keeps what was learnt for another run")
    given = parser.parse_args()
    corpus = given.corpus or Path(tempfile.mkdtemp(prefix="fuzz-"))
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(TARGETS[given.target].seeds()):
        (corpus / f"seed-{number}").write_bytes(seed)
    options = {
        "max_total_time": round(60 * given.minutes),
        "artifact_prefix": f"{FOUND}/{given.target}-",
        "timeout": LONGEST,
        "rss_limit_mb": LARGEST,
        "print_final_stats": 1,
    }
    flags = [f"-{name}={value}" for name, value in options.items()]
    atheris.Setup([sys.argv[0], *flags, str(corpus)], TARGETS[given.target].run)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
