"""Which pictures weights and thresholds were chosen on, and which only measure them."""

from __future__ import annotations

import hashlib
from pathlib import PurePath

SEED = "sowhat 5"


def chosen_on(name: str) -> bool:
    """Return whether the picture of this file name is of the half that was chosen on."""
    return hashlib.sha256(f"{SEED} {PurePath(name).name}".encode()).digest()[0] % 2 == 0
