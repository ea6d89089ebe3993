"""The worker's side of a copy: the kind of file is told by its bytes, as when it was read."""

from __future__ import annotations

import hashlib
from pathlib import Path

from sowhat.errors import DeckError
from sowhat.export.copy.plan import Made, Plan
from sowhat.model import DeckKind
from sowhat.read import kind_of


def make(deck: str, sha256: str | None, out: str, name: str, plan: Plan) -> Made:
    """Write a copy of the deck at ``deck``, changed by ``plan``, to ``out``; it will be ``name``.

    Raises ``DeckError`` changed where the file is no longer the one that was read before, whose
    digest is ``sha256``.
    """
    path = Path(deck)
    kind = kind_of(path)
    with path.open("rb") as file:
        if sha256 and hashlib.file_digest(file, "sha256").hexdigest() != sha256:
            raise DeckError("changed")
    if kind is DeckKind.PDF:
        from sowhat.export.copy.pdf import deck as pages

        return pages.write(path, Path(out), plan)
    from sowhat.export.copy.pptx import deck as slides

    return slides.write(path, Path(out), name, plan)
