"""The other decks of a folder, read one after the other."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from sowhat.errors import CancelledError, DeckError
from sowhat.model import Deck, Gap
from sowhat.read.check import kind_of
from sowhat.worker import Worker

MOST = 200  # decks of a folder
ENDINGS = (".pptx", ".pptm", ".ppsx", ".ppsm", ".pdf")

Read = Callable[[Path, Worker], Deck]


def read_folder(
    folder: Path,
    read: Read,
    known: Collection[str],
    progress: Callable[[int, int], None] | None = None,
) -> tuple[tuple[Deck, ...], tuple[Gap, ...]]:
    """Read the decks below ``folder``, but for those whose digest is ``known`` and copies.

    What cannot be read is a gap. Raises ``DeckError`` missing where there is no such folder, and
    ``CancelledError``.
    """
    if not folder.is_dir():
        raise DeckError("missing", path=str(folder))
    files = sorted(p for p in folder.rglob("*") if p.suffix.lower() in ENDINGS and _is_deck(p))
    decks: dict[str, Deck] = {}
    gaps = [Gap("against-more", detail=str(MOST))] if len(files) > MOST else []
    with Worker() as worker:
        for count, path in enumerate(files[:MOST], start=1):
            try:
                deck = read(path, worker)
                decks.setdefault(deck.sha256, deck)
            except CancelledError:
                raise
            except DeckError:
                gaps.append(Gap("against-unread", detail=path.name))
            if progress is not None:
                progress(count, min(len(files), MOST))
    return tuple(d for digest, d in decks.items() if digest not in known), tuple(gaps)


def _is_deck(path: Path) -> bool:
    """Say whether a file is a deck and not what an open program leaves beside one."""
    if path.name.startswith(("~$", ".")) or not path.is_file():
        return False
    try:
        kind_of(path)
    except DeckError:
        return False
    return True
