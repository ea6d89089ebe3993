"""The user's decisions on slides, read from a file he keeps."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec

from sowhat.errors import UsageError
from sowhat.model import Decision, Stance

_Number = Annotated[int, msgspec.Meta(ge=1)]


class _File(msgspec.Struct, forbid_unknown_fields=True):
    """``{"slides": {"3": {"stance": "customer", "reason": "…"}}}``."""

    slides: dict[_Number, _Entry]


class _Entry(msgspec.Struct, forbid_unknown_fields=True):
    stance: Stance
    reason: str = ""


def load(path: Path) -> tuple[Decision, ...]:
    """Read decisions from a JSON file; raises ``UsageError`` where it is none."""
    try:
        entries = msgspec.json.decode(path.read_bytes(), type=_File).slides
        return tuple(Decision(n, e.stance, e.reason) for n, e in entries.items())
    except (OSError, ValueError, msgspec.MsgspecError) as error:
        raise UsageError("decisions", path=str(path)) from error
