"""What part a name can play where it stands."""

from __future__ import annotations

from enum import IntEnum


class Part(IntEnum):
    """Meant as another's; anywhere; where a customer often, hardly another, and only one stands."""

    REFERENCE = 0
    LOOSE = 1
    LIKELY = 2
    TELLING = 3
    STRONG = 4
