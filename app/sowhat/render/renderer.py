"""The program's side: asks the worker, keeps what it drew, sketches what it could not draw."""

from __future__ import annotations

import math
import threading
import unicodedata
from collections import OrderedDict
from pathlib import Path
from typing import Any

from sowhat import fonts
from sowhat.errors import CancelledError, SowhatError
from sowhat.model import Deck, DeckKind, Gap, Slide
from sowhat.render import libreoffice
from sowhat.render.drawn import Drawn, Rendering
from sowhat.worker import Patience, Worker

CACHE = 64 << 20  # bytes of PNG kept
A_DRAWING = 20.0  # seconds
UNREAD = ("page", "page-heavy")  # gaps of slides that are not drawn either
PATIENCE = 2  # slides in a row that run out of time; then the deck's others are sketched at once

_FUNCTIONS = {DeckKind.PPTX: "sowhat.render.pptx:draw", DeckKind.PDF: "sowhat.render.pdf:draw"}


class Renderer:
    """Renders the slides of one deck on demand. May be used from any thread.

    ``password`` opens an encrypted deck; ``cache`` is in bytes. Once ``patience`` has run out
    slides are sketched.
    """

    def __init__(
        self,
        deck: Deck,
        worker: Worker,
        *,
        password: str | None = None,
        cache: int = CACHE,
        patience: Patience | None = None,
    ) -> None:
        self._deck = deck
        self._worker = worker
        self._password = password
        self._patience = patience or Patience(math.inf)
        self._kept = _Cache(cache)
        self._drawing = threading.Lock()
        self._told: set[str] = set()
        self._too_slow = 0
        self._unread = {gap.slide for gap in deck.gaps if gap.id in UNREAD}
        self._office = libreoffice.drawing(deck, worker)
        self.office_gap: Gap | None = None
        """Why LibreOffice did not draw the deck, though it was turned on."""

    def slide(self, number: int, width: int) -> Rendering:
        """Return slide ``number`` (from 1) as a PNG ``width`` pixels wide where that fits.

        A slide that cannot be drawn is sketched, and its gaps say so. Raises ``IndexError`` for a
        number that the deck does not have, ``CancelledError`` after the worker was cancelled.
        """
        if not 1 <= number <= len(self._deck.slides):
            raise IndexError(number)
        key = number, width
        with self._drawing:  # the worker draws one at a time, and nothing is drawn twice
            found = self._kept.get(key)
            if found is None:
                found = self._render(number, width)
                self._kept.put(key, found)
        return found

    def kept(self, number: int, width: int) -> Rendering | None:
        """Return the slide if it is drawn already, without waiting for one that is being drawn."""
        return self._kept.get((number, width))

    def _render(self, number: int, width: int) -> Rendering:
        drawn = None
        pages, gaps = self._pages()
        for place in dict.fromkeys((pages, None)):  # a page that fails is drawn as usual
            hopeless = self._too_slow >= PATIENCE or self._patience.over
            if drawn is None and not hopeless and number not in self._unread:
                drawn = self._draw(number, width, place)
        if drawn is None:
            return self._sketch(number, width, gaps)
        gaps += self._new_fonts(drawn.families)
        if drawn.skipped:
            gaps += (Gap("render-pictures", number, str(drawn.skipped)),)
        if drawn.lacking:
            gaps += (Gap("render-letters", number),)
        own = self._deck.kind is DeckKind.PPTX and pages is None
        if own and _leftward(self._deck.slides[number - 1]):
            gaps += (Gap("render-leftward", number),)
        return Rendering(self._worded(drawn, number), drawn.width, drawn.height, gaps=gaps)

    def _pages(self) -> tuple[Path | None, tuple[Gap, ...]]:
        """Return the PDF that LibreOffice made of the deck, and once the gap where it did not."""
        if self._office is None:
            return None, ()
        pages = self._office.pages(self._deck, self._password, self._patience)
        told = self.office_gap is not None or pages.gap in self._deck.gaps
        self.office_gap = pages.gap or self.office_gap
        return pages.path, () if pages.gap is None or told else (pages.gap,)

    def _draw(self, number: int, width: int, pages: Path | None) -> Drawn | None:
        asked: dict[str, Any] = {
            "path": self._deck.path,
            "number": number,
            "width": width,
            "password": self._password,
            "sha256": self._deck.sha256,  # marks of one deck must not stand on another
        }
        name = _FUNCTIONS[self._deck.kind]
        if pages is not None:
            name = _FUNCTIONS[DeckKind.PDF]
            asked |= {"path": str(pages), "password": None, "sha256": None}
        try:
            within = min(A_DRAWING, self._patience.left)
            drawn = self._worker.call(name, Drawn, within=within, **asked)
        except CancelledError:
            raise
        except SowhatError as error:
            self._too_slow = self._too_slow + 1 if error.reason == "too-slow" else 0
            return None
        self._too_slow = 0
        return drawn

    def _worded(self, drawn: Drawn, number: int) -> bytes:
        """Return the PNG with the words of pictures that were left out, where they were read."""
        words = [
            block
            for block in self._deck.slides[number - 1].blocks
            if block.box
            and not block.runs
            and any(box.contains(*block.box.center) for box in drawn.undrawn)
        ]
        if not words:
            return drawn.png
        from sowhat.render.sketch import with_words  # Pillow, as above

        return with_words(drawn.png, self._deck.width, words)

    def _sketch(self, number: int, width: int, gaps: tuple[Gap, ...]) -> Rendering:
        from sowhat.render.sketch import sketch  # Pillow is loaded only where it is needed

        drawn = sketch(self._deck, number, width)
        gaps += (Gap("render", number),)
        return Rendering(drawn.png, drawn.width, drawn.height, sketch=True, gaps=gaps)

    def _new_fonts(self, families: tuple[str, ...]) -> tuple[Gap, ...]:
        new = tuple(gap for gap in fonts.gaps(families) if gap.detail not in self._told)
        self._told.update(gap.detail for gap in new)
        return new


def _leftward(slide: Slide) -> bool:
    """Say whether words on the slide are written from right to left, which the library draws
    the other way round."""
    return any(
        unicodedata.bidirectional(sign) in ("R", "AL")
        for block in slide.blocks
        for sign in block.text
    )


class _Cache:
    """The renderings used last, up to a sum of bytes."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._size = 0
        self._items: OrderedDict[tuple[int, int], Rendering] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: tuple[int, int]) -> Rendering | None:
        with self._lock:
            found = self._items.get(key)
            if found is not None:
                self._items.move_to_end(key)
            return found

    def put(self, key: tuple[int, int], rendering: Rendering) -> None:
        with self._lock:
            self._items[key] = rendering
            self._size += len(rendering.png)
            while self._size > self._limit and self._items:
                _, oldest = self._items.popitem(last=False)
                self._size -= len(oldest.png)
