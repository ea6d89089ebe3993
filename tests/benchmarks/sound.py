"""Whether every deck of a folder is audited soundly: ``python -m tests.benchmarks.sound FOLDER``.

For each deck: no crash, JSON that reads back, every slide counted once, every evidence box on its
slide, every quote at its place in the words that were read, and in PDFs also in the words that
PDFium finds within the box. Prints a line a deck and what is wrong; ends with 1 where anything is.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from sowhat.engine import audit
from sowhat.errors import DeckError
from sowhat.export.contract import as_json
from sowhat.model import Audit, Box, DeckKind, Sign, Source

SLACK = 0.004  # of the slide: letters may stand out of their box by this much
SUFFIXES = (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm", ".pdf")
COUNTED = ("vendor", "customer", "mixed", "neutral", "unsure")


def main() -> int:
    """Audit every deck and print what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    wrong = 0
    paths = sorted(p for p in parser.parse_args().folder.rglob("*") if p.suffix in SUFFIXES)
    for path in paths:
        start = time.perf_counter()
        try:
            found = audit(path)
        except DeckError as error:
            print(f"{path.name}: {error}")
            continue
        faults = [*_counts(found), *_places(found)]
        quotes, seen = _in_pdfium(found)
        wrong += len(faults)
        spent = time.perf_counter() - start
        print(f"{path.name}: {len(found.verdicts)} slides, {spent:.1f} s", end="")
        print(f", {seen} of {quotes} quotes seen by PDFium" if quotes else "")
        for fault in faults:
            print(f"    {fault}")
    print(f"{len(paths)} decks, {wrong} faults")
    return 1 if wrong else 0


def _counts(found: Audit) -> Iterator[str]:
    plain = json.loads(as_json(found))
    shown = [slide for slide in plain["slides"] if not slide["hidden"]]
    if sum(plain["measures"][name] for name in COUNTED) != len(shown):
        yield "the counts do not add up to the slides shown"
    if [slide["number"] for slide in plain["slides"]] != list(range(1, len(found.verdicts) + 1)):
        yield "slides are missing"
    if any(not slide["evidence"] for slide in plain["slides"]):
        yield "a verdict has no evidence"


def _places(found: Audit) -> Iterator[str]:
    for sign in _evidence(found):
        place, slide = sign.place, found.deck.slides[sign.place.slide - 1]
        box = place.box
        if box is not None and not (0 <= box.x0 <= box.x1 <= 1 and 0 <= box.y0 <= box.y1 <= 1):
            yield f"slide {slide.number}: {sign.id} lies off the slide: {box}"
        if place.quote is None or place.block is None:
            continue
        blocks = slide.notes if place.source is Source.NOTES else slide.blocks
        block = blocks[place.block]
        if block.text[place.start : place.start + len(place.quote)] != place.quote:
            yield f"slide {slide.number}: {place.quote!r} is not at its place"
        around = block.box.clamped() if block.box else None
        if box is not None and around is not None and not around.holds(box, SLACK):
            yield f"slide {slide.number}: {place.quote!r} is marked outside of its block"


def _in_pdfium(found: Audit) -> tuple[int, int]:
    """Return how many quotes of a PDF were looked for in their boxes, and how many stand there."""
    if found.deck.kind is not DeckKind.PDF:
        return 0, 0
    quotes = seen = 0
    pdf = pypdfium2.PdfDocument(found.deck.path)
    for sign in _evidence(found):
        place = sign.place
        page = pdf[place.slide - 1]
        drawn = place.source is Source.OCR  # PDFium has no letters there
        if place.quote and place.box and not drawn and not page.get_rotation():
            quotes += 1
            seen += _letters(place.quote) in _letters(_text_in(page, place.box))
    pdf.close()
    return quotes, seen


def _text_in(page: pypdfium2.PdfPage, box: Box) -> str:
    left, bottom, right, top = page.get_bbox()
    width, height, grown = right - left, top - bottom, box.grown(SLACK)
    return str(
        page.get_textpage().get_text_bounded(
            left + grown.x0 * width,
            top - grown.y1 * height,
            left + grown.x1 * width,
            top - grown.y0 * height,
        )
    )


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _evidence(found: Audit) -> Iterator[Sign]:
    return (sign for verdict in found.verdicts for sign in verdict.evidence)


if __name__ == "__main__":
    sys.exit(main())
