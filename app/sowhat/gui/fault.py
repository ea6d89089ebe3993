"""What went wrong, in lines for whoever mends it; nothing of a deck is in them."""

from __future__ import annotations

import sowhat
from sowhat.errors import SowhatError, error_place


def report(error: BaseException) -> tuple[str, ...]:
    """Return the versions, the reason of an expected failure, and where ``error`` comes from.

    No message is among them: it may quote the deck.
    """
    import platform

    import PySide6

    versions = (
        f"SoWhat {sowhat.__version__}",
        f"Python {platform.python_version()}, Qt {PySide6.__version__}",
        f"{platform.system()} {platform.release()}, {platform.machine()}",
    )
    reason = (f"reason: {error.reason}",) if isinstance(error, SowhatError) else ()
    return (*versions, *reason, *error_place(error))
