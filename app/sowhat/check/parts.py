"""What part a name can play where it stands."""

from __future__ import annotations

from enum import IntEnum


class Part(IntEnum):
    """Meant as another's, by its slide or by its sentence; anywhere; in a sentence beside the
    customer's; where a customer often, where hardly another and where only one stands."""

    REFERENCE = 0
    TOLD = 1
    LOOSE = 2
    NEAR = 3
    LIKELY = 4
    TELLING = 5
    STRONG = 6

    @property
    def meant(self) -> bool:
        """Whether somebody else is named on purpose."""
        return self <= Part.TOLD
