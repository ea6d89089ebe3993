"""What fuzzing once found, and the seeds it starts from, are tried again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS

FOUND = Path(__file__).parent / "found"


@pytest.mark.parametrize("name", TARGETS)
def test_what_was_found_stays_mended(name: str) -> None:
    for path in sorted(FOUND.glob(f"{name}-*")):
        TARGETS[name].run(path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_the_seeds_are_sound(name: str) -> None:
    seeds = list(TARGETS[name].seeds())
    assert seeds
    for seed in seeds[:6]:
        TARGETS[name].run(seed)
        TARGETS[name].run(seed[: len(seed) // 2])
