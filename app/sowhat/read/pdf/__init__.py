"""The PDF reader. It runs in the worker.

PDFium does nearly all of it: it opens more files than pdfminer, reads text at an eighth of the
CPU, gives each character's box, size, font and colour, and knows the order and direction of text
on rotated pages; images and paths come from its page objects. pdfplumber (pdfminer) is asked for
a second opinion only on pages where PDFium finds letters without a meaning, or none although the
page draws some. Lines, paragraphs, columns and titles are found here, from the words' places.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

from sowhat.model import Deck
from sowhat.read.pdf.reader import read_file
from sowhat.worker import Patience


def read(
    path: str,
    password: str | None,
    pictures: bool,  # noqa: FBT001
    progress: Callable[[int, int], None],
    without: tuple[int, ...] = (),
    seconds: float = math.inf,
) -> Deck:
    """Read the PDF file at ``path``; the worker's function.

    ``pictures`` says whether images and drawings are wanted; ``progress`` gets pages done and pages
    in all. Pages ``without`` (from 0) are left out, with a gap, and so are those that are not begun
    within ``seconds``. Raises ``DeckError`` password,
    damaged, unsupported, unreadable, not-a-deck or no-slides.
    """
    patience = Patience(seconds)
    patience.start()
    return read_file(Path(path), password, progress, patience, pictures=pictures, without=without)
