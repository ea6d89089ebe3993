"""Whether every word of a slide is read: ``python -m tests.benchmarks.words FOLDER``.

For every deck of a folder compares the words that the reader finds with those of a second reading:
for PDF decks what PDFium finds on the shown page, for PowerPoint decks what PDFium finds in
LibreOffice's PDF of the deck (``--converted FOLDER`` keeps these; without LibreOffice and kept PDF
the deck is skipped). Words are runs of letters and digits, case and ligatures folded. Words with
the same letters that one side parts and the other joins are found, but counted as spelled apart.
Numbers that a program writes by itself count neither as found nor as missing: those of lists, and
those of charts' axes. Numbers at a chart's points are found where the reader has the value.
Prints a line per deck and what differs below it; ends with 1 where less than 98 % is found.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from sowhat.errors import DeckError
from sowhat.model import Deck, DeckKind, PictureOrigin, Slide
from sowhat.read import read_deck
from sowhat.worker import Worker
from tests.benchmarks.made import Facts, facts_of, made
from tests.benchmarks.matching import Spelling, match, mended, words_in
from tests.benchmarks.second import Page, converted, has_libreoffice, pages_of

SUFFIXES = (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm", ".pdf")
ENOUGH = 0.98  # share of the words that must be found over all decks
WORST = 10  # slides listed at the end


class Row(NamedTuple):
    """One slide: ``wanted`` words of the second reading, ``found`` of them, ``read`` in all.

    ``apart`` of those found are spelled apart; ``axes`` and ``lists`` are numbers that a program
    wrote, not among those wanted. ``beyond`` are words read as seen that the second has beyond the
    edges of the page, ``invented`` those that it lacks.
    """

    deck: str
    slide: int
    wanted: int
    found: int
    apart: tuple[Spelling, ...]
    axes: int
    lists: int
    read: int
    beyond: int
    missing: Counter[str]
    invented: Counter[str]

    @property
    def share(self) -> float:
        """Return the share of the wanted words that was found."""
        return self.found / self.wanted if self.wanted else 1.0


def main() -> int:
    """Compare every deck and print; 1 where too little is found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--deck", default="", help="only decks with this in their name")
    parser.add_argument("--limit", type=int, default=12, help="words listed per slide")
    parser.add_argument("--converted", type=Path, help="folder that keeps LibreOffice's PDFs")
    parser.add_argument("--apart", action="store_true", help="list what is spelled apart, too")
    options = parser.parse_args()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.converted or Path(scratch)
        for path in sorted(p for p in options.folder.rglob("*") if p.suffix in SUFFIXES):
            if options.deck in path.name:
                rows += _told(path, folder, options)
    for kind in ("pptx", "pdf"):
        own = [row for row in rows if row.deck.endswith(kind)]
        if own:
            print(_line(f"all {kind}", own))
    print(_line("all decks", rows))
    good = sum(row.share >= ENOUGH for row in rows)
    print(f"slides with {ENOUGH:.0%} or more: {good} of {len(rows)}")
    for row in sorted(rows, key=lambda row: row.share)[:WORST]:
        if row.share < 1.0:
            print(f"    {row.share:7.1%} of {row.wanted:4}  {row.deck} {row.slide}")
    return 0 if rows and _share(rows) >= ENOUGH else 1


def _told(path: Path, folder: Path, options: argparse.Namespace) -> list[Row]:
    """Compare a deck and print it."""
    try:
        with Worker() as worker:
            deck = read_deck(path, worker)
    except DeckError as error:
        print(f"{path.name}: skipped, {error}", flush=True)
        return []
    if not any(deck.shown):
        print(f"{path.name}: skipped, no slide is shown", flush=True)
        return []
    pdf = path if deck.kind is DeckKind.PDF else converted(path, folder, len(list(deck.shown)))
    if pdf is None:
        why = "makes no PDF of all its slides" if has_libreoffice() else "is not installed"
        print(f"{path.name}: skipped, LibreOffice {why}", flush=True)
        return []
    rows = list(compare(deck, pages_of(pdf)))
    print(_line(path.name, rows), flush=True)
    for row in rows:
        for line in _differences(row, options.limit, apart=options.apart):
            print(f"    slide {row.slide}: {line}")
    return rows


def compare(deck: Deck, pages: Sequence[Page]) -> Iterator[Row]:
    """Yield a row for each slide that is shown."""
    path = Path(deck.path)
    facts = facts_of(path) if deck.kind is DeckKind.PPTX else []
    for slide, page in zip(deck.shown, pages, strict=True):
        own = facts[slide.number - 1] if slide.number <= len(facts) else Facts()
        yield _row(path.name, slide, page, own)


def _row(deck: str, slide: Slide, page: Page, facts: Facts) -> Row:
    wanted = _words(chunk.text for chunk in page.shown)
    seen = _words(block.text for block in slide.blocks)
    unseen = _words(block.text for block in slide.unseen)
    missing, spare, apart = match(wanted, seen + unseen)
    holes = mended((chunk.text for chunk in page.shown), missing, spare)
    missing -= Counter(word for spelling in holes for word in spelling.wanted)
    spare -= Counter(word for spelling in holes for word in spelling.found)
    missing -= Counter(_in_objects(slide))
    numbers = made(page.shown, missing, slide, facts)
    missing -= numbers.values + numbers.axes + numbers.lists
    axes, lists = numbers.axes.total(), numbers.lists.total()
    count = len(wanted) - axes - lists
    spare -= Counter(unseen)
    beyond = Counter(_words(chunk.text for chunk in page.beyond)) & spare
    found = count - missing.total()
    rest = (len(seen), beyond.total(), missing, spare - beyond)
    return Row(deck, slide.number, count, found, (*apart, *holes), axes, lists, *rest)


def _words(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in words_in(text)]


def _in_objects(slide: Slide) -> list[str]:
    """Return the words in the cells of tables that are shown as pictures."""
    objects = (p.workbook for p in slide.pictures if p.origin is PictureOrigin.OBJECT)
    return _words(word for book in objects if book is not None for word in book.words)


def _share(rows: Sequence[Row]) -> float:
    return sum(row.found for row in rows) / max(sum(row.wanted for row in rows), 1)


def _line(name: str, rows: Sequence[Row]) -> str:
    wanted, read = sum(row.wanted for row in rows), sum(row.read for row in rows)
    invented = sum(row.invented.total() for row in rows)
    return (
        f"{name}: {wanted} words, {sum(row.found for row in rows)} found"
        f" ({_share(rows) if wanted else 1.0:.2%}),"
        f" {sum(len(s.wanted) for row in rows for s in row.apart)} of them spelled apart;"
        f" {sum(row.axes for row in rows)} axis numbers,"
        f" {sum(row.lists for row in rows)} list numbers;"
        f" {sum(row.beyond for row in rows)} drawn beyond the edges,"
        f" {invented} of {read} read are invented ({invented / max(read, 1):.2%})"
    )


def _differences(row: Row, limit: int, *, apart: bool) -> Iterator[str]:
    for name, words in (("missing", row.missing), ("invented", row.invented)):
        if words:
            yield f"{words.total()} {name}: {_first(sorted(words.elements()), limit)}"
    if apart and row.apart:
        pairs = [f"{' '.join(s.wanted)} = {' '.join(s.found)}" for s in row.apart]
        yield f"spelled apart: {_first(pairs, limit, ', ')}"


def _first(items: list[str], limit: int, between: str = " ") -> str:
    rest = len(items) - limit
    return between.join(items[:limit]) + (f" … {rest} more" if rest > 0 else "")


if __name__ == "__main__":
    sys.exit(main())
