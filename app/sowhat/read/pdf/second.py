"""A second opinion on a page's words, from pdfminer by way of pdfplumber.

Asked only where PDFium finds letters but cannot tell what they are, or finds none although the
page draws some: pdfminer knows other tables of characters. It costs ten times as much.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

from sowhat.model import Box
from sowhat.read.pdf.glyphs import Style, base_name
from sowhat.read.pdf.spelling import known_only, letters
from sowhat.read.pdf.words import PageText, Word

_UNKNOWN = "(cid:"


class SecondOpinion:
    """pdfplumber on one file, opened at the first question; use it as a context."""

    def __init__(self, path: Path, password: str | None, pages: int) -> None:
        self._path, self._password, self._pages = path, password, pages
        self._deck: Any = None
        self._refused = False

    def __enter__(self) -> SecondOpinion:
        return self

    def __exit__(self, *_: object) -> None:
        if self._deck is not None:
            with contextlib.suppress(Exception):  # it looks at all pages once more
                self._deck.close()

    def better(self, index: int, text: PageText) -> PageText:
        """Return the words of page ``index`` (from 0) if pdfminer reads more of them."""
        try:
            page = self._page(index)
            found = [] if page is None else _words(page)
        except Exception:  # pdfminer refuses damaged pages in many ways; the first opinion stands
            return text
        known = sum(len(word.text) for word in found if _UNKNOWN not in word.text)
        if known > 1.2 * sum(len(known_only(word.text)) for word in text.words):
            return PageText(tuple(word for word in found if _UNKNOWN not in word.text))
        return text

    def _page(self, index: int) -> Any:
        if self._deck is None and not self._refused:
            self._refused = True
            import pdfplumber

            self._deck = pdfplumber.open(self._path, password=self._password or "")
            self._refused = False
        # With another number of pages it cannot be told which is which.
        if self._deck is None or len(self._deck.pages) != self._pages:
            return None
        return self._deck.pages[index]


def _words(page: Any) -> list[Word]:
    left, top, right, bottom = (float(edge) for edge in page.bbox)
    wide, high = right - left, bottom - top
    result: list[Word] = []
    for order, item in enumerate(page.extract_words(extra_attrs=["fontname", "size"])):
        text = "".join(letters(ord(char)) for char in item["text"]).strip()
        x0, x1, y0, y1 = (float(item[key]) for key in ("x0", "x1", "top", "bottom"))
        edges = (x0 - left, y0 - top, x1 - left, y1 - top)
        size = float(item["size"]) or edges[3] - edges[1]
        box = Box(edges[0] / wide, edges[1] / high, edges[2] / wide, edges[3] / high)
        if text and 0 <= box.center[0] <= 1 and 0 <= box.center[1] <= 1:
            base = edges[3] - 0.2 * size
            style = Style(base_name(str(item["fontname"])))
            result.append(
                Word(text, edges[0], edges[2], edges[1], edges[3], base, size, style, 0, order, box)
            )
    page.close()
    return result
