"""Whether copies of real decks are whole: ``python -m tests.benchmarks.copies FOLDER``.

Each deck is audited and copied with its comments in the proposed order; where none is proposed, or
with ``--shuffled``, in one drawn by seed, with an appendix. Checked are the package (every part of
the original there and unchanged but for those that a copy has to change, no entry twice, types and
relations right, counts), the order as python-pptx finds it, links between slides, custom shows and
sections, the comments as our own reader finds them and, where they are installed, what LibreOffice
draws on each page and the schemas of OOXML (openxml-audit). PDF decks: words on each page, links,
bookmarks, and names of pages. Prints a line a deck; ends with 1 where anything is wrong. Macros,
controls and links to data elsewhere, which every copy leaves out and says so, are counted apart.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pptx
import pypdfium2
from pptx.oxml.ns import qn

from sowhat.engine import audit
from sowhat.errors import SowhatError
from sowhat.export import copy
from sowhat.export.copy.remarks import remarks
from sowhat.model import Audit, Deck, DeckKind, Order, Slide, Source
from sowhat.read import read_deck
from sowhat.worker import Worker
from tests.benchmarks.packages import disarmed, faults, parts_of
from tests.benchmarks.second import converted, has_libreoffice

SLACK = 0.01  # of the slide: what places lose to the units of comments
APPENDIX = 2  # slides of a drawn order


@dataclass(frozen=True)
class Case:
    """A deck, its copy, and what was asked for."""

    audit: Audit
    old: Path
    new: Path
    read_back: Deck


def main() -> int:
    """Copy every deck and print what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, default=10, help="decks of each kind, the richest")
    parser.add_argument("--shuffled", action="store_true", help="always draw the order")
    parser.add_argument("--no-libreoffice", action="store_true")
    given = parser.parse_args()
    known = [path for path in sorted(given.folder.rglob("*")) if path.is_file()]
    decks = [path for path in known if path.suffix in (".pptx", ".pptm", ".ppsx")]
    decks = sorted(decks, key=_riches, reverse=True)[: given.most]
    decks += [path for path in known if path.suffix == ".pdf"][: given.most]
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for path in decks:
            wrong += _checked(path, Path(folder), given)
    print(f"{len(decks)} decks, {wrong} faults; LibreOffice {_there(has_libreoffice())}, ", end="")
    print(f"schemas {_there(_has_schemas())}")
    return 1 if wrong else 0


def _there(there: bool) -> str:
    return "asked" if there else "not installed"


def _riches(path: Path) -> int:
    """Return how much there is in a deck that a new order may hurt."""
    parts = parts_of(path)
    slides = b"".join(data for name, data in parts.items() if "slides/slide" in name)
    everything = slides + parts.get("ppt/presentation.xml", b"")
    signs = (b"<p:timing", b"sectionLst", b"custShow ", b"hlinksldjump", b'show="0"', b"p:video")
    return sum(sign in everything for sign in signs) + sum("omment" in name for name in parts)


def _checked(path: Path, folder: Path, given: argparse.Namespace) -> int:
    """Copy a deck, print how it went, and return the number of faults."""
    out = folder / f"copy{path.suffix}"
    with Worker() as worker:
        try:
            found = audit(path, worker=worker)
            if given.shuffled or not found.order.changed:
                found = replace(found, order=_drawn(len(found.deck.slides)))
            start = time.perf_counter()
            made = copy.write(found, out, worker, comments=_takes_comments(found), order=True)
            spent = time.perf_counter() - start
            case = Case(found, path, out, read_deck(out, worker))
        except SowhatError as error:
            print(f"{path.name}: refused, {error}")
            return 0
    told = [*(_pdf_faults(case) if found.deck.kind is DeckKind.PDF else _pptx_faults(case))]
    if found.deck.kind is DeckKind.PPTX and not given.no_libreoffice:
        told += _drawn_faults(case, folder)
    apart = disarmed(path) if made.notes and found.deck.kind is DeckKind.PPTX else set()
    safer = [fault for fault in told if fault.partition(" ")[0] in apart]
    told = [fault for fault in told if fault not in safer]
    size = out.stat().st_size - path.stat().st_size
    moved = f"{len(found.order.moves)} moved" if found.order.changed else "order drawn"
    print(f"{path.name}: {len(found.deck.slides)} slides, {moved}, ", end="")
    print(
        f"{made.comments} comments, {size / 1024:+.0f} KB, {spent:.2f} s, {len(told)} faults",
        end="",
    )
    print(f", {len(safer)} parts made safe" if safer else "")
    for fault in (*told, *made.notes):
        print(f"    {fault}")
    sys.stdout.flush()
    return len(told)


def _takes_comments(found: Audit) -> bool:
    return found.deck.kind is DeckKind.PPTX


def _drawn(count: int) -> Order:
    """Return an order of ``count`` slides; first and last slides keep their places."""
    inner = list(range(2, count))
    random.Random(count).shuffle(inner)
    slides = (1, *inner, count)[:count]
    return Order(tuple(slides), tuple(slides[-APPENDIX:]) if count > APPENDIX else ())


def _pptx_faults(case: Case) -> Iterator[str]:
    yield from faults(case.old, case.new)
    yield from _schema_faults(case)
    old, new = (pptx.Presentation(str(path)) for path in (case.old, case.new))
    ids = [slide.slide_id for slide in old.slides]
    expected = [ids[number - 1] for number in case.audit.order.slides]
    if [slide.slide_id for slide in new.slides] != expected:
        yield "python-pptx finds another order"
    if _jumps(old) != _jumps(new):
        yield "links between slides lead elsewhere"
    if _shows(old) != _shows(new):
        yield "custom shows hold other slides"
    yield from _section_faults(new)
    yield from _same_words(case)
    yield from _comment_faults(case)


def _jumps(deck: Any) -> set[tuple[int, str, int]]:
    """Return the links between slides by their ids: from which, by which relation, to which."""
    ids = {slide.part: slide.slide_id for slide in deck.slides}
    return {
        (slide.slide_id, id_, ids[relation.target_part])
        for slide in deck.slides
        for id_, relation in slide.part.rels.items()
        if not relation.is_external and relation.target_part in ids
    }


def _shows(deck: Any) -> list[list[int]]:
    ids = {slide.part: slide.slide_id for slide in deck.slides}
    shows = deck.part._element.iterfind(f"{qn('p:custShowLst')}/{qn('p:custShow')}")
    return [
        [ids[deck.part.rels[entry.get(qn("r:id"))].target_part] for entry in show.iter(qn("p:sld"))]
        for show in shows
    ]


def _section_faults(deck: Any) -> Iterator[str]:
    listed = [entry.get("id") for entry in deck.part._element.iterfind(".//{*}section//{*}sldId")]
    if listed and listed != [str(slide.slide_id) for slide in deck.slides]:
        yield "sections do not hold the slides in their order"


def _same_words(case: Case) -> Iterator[str]:
    """Compare what our reader finds on each slide."""
    for place, number in enumerate(case.audit.order.slides, 1):
        old, new = case.audit.deck.slides[number - 1], case.read_back.slides[place - 1]
        if _words_of(old) != _words_of(new):
            yield f"slide {number} reads differently at place {place}"
        if (old.hidden, len(old.notes)) != (new.hidden, len(new.notes)):
            yield f"slide {number} lost its notes, or is hidden no more"


def _words_of(slide: Slide) -> str:
    """Return the words of a slide, but for those that an audit reads from its pictures."""
    return _plain(" ".join(b.text for b in slide.blocks if b.source is not Source.OCR))


def _comment_faults(case: Case) -> Iterator[str]:
    order = case.audit.order.slides
    for remark in remarks(case.audit, moved=True):
        slide = case.read_back.slides[order.index(remark.slide)]
        same = [comment.box for comment in slide.comments if comment.text == remark.text.strip()]
        off = [max(abs(b.x0 - remark.x), abs(b.y0 - remark.y)) for b in same if b is not None]
        if not off or min(off) > SLACK:
            yield f"slide {remark.slide} has a comment less, or elsewhere"
    kinds = {c.kind for slide in case.read_back.slides for c in slide.comments}
    if len(kinds) > 1:
        yield "comments are of two kinds"


def _has_schemas() -> bool:
    return importlib.util.find_spec("openxml_audit") is not None


def _schema_faults(case: Case) -> Iterator[str]:
    """Yield what breaks the schemas in the copy and did not in the original."""
    if not _has_schemas():
        return
    validator = importlib.import_module("openxml_audit")
    newest = validator.FileFormat.MICROSOFT_365
    judge = validator.OpenXmlValidator(file_format=newest, max_errors=0)
    old, new = (
        {f"{e.part_uri} {e.description}" for e in judge.validate(str(path)).errors}
        for path in (case.old, case.new)
    )
    yield from sorted(new - old)


def _drawn_faults(case: Case, folder: Path) -> Iterator[str]:
    """Compare the words on the pages that LibreOffice makes of both."""
    if not has_libreoffice():
        return
    shown = [slide.number for slide in case.audit.deck.shown]
    pages: list[list[str]] = []
    for name, path in (("old", case.old), ("new", case.new)):
        target = folder / name
        target.mkdir(exist_ok=True)
        pdf = converted(path, target, len(shown))
        if pdf is None:
            yield f"LibreOffice makes no PDF of the {name} deck with {len(shown)} pages"
            return
        pages.append(_pages(pdf))
        pdf.unlink()
    old, new = pages
    order = [number for number in case.audit.order.slides if number in shown]
    for place, number in enumerate(order):
        if new[place] != old[shown.index(number)]:
            yield f"LibreOffice draws other words than slide {number}'s on page {place + 1}"


def _pages(pdf: Path) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_plain(page.get_textpage().get_text_bounded()) for page in document]
    finally:
        document.close()


def _plain(words: str) -> str:
    """Return words without numbers: those of slides change with their places."""
    return " ".join(sorted(word for word in words.split() if not any(map(str.isdigit, word))))


def _pdf_faults(case: Case) -> Iterator[str]:
    order, deck = case.audit.order.slides, case.audit.deck
    old, new = _pages(case.old), _pages(case.new)
    if new != [old[number - 1] for number in order]:
        yield "the pages are in another order"
    places = {number: place for place, number in enumerate(order, 1)}
    bookmarks = Counter((b.title, places.get(b.slide or 0)) for b in deck.outline)
    if bookmarks != Counter((b.title, b.slide) for b in case.read_back.outline):
        yield "bookmarks lead elsewhere"
    for place, number in enumerate(order, 1):
        before, after = deck.slides[number - 1], case.read_back.slides[place - 1]
        links = [places.get(link.slide or 0) for link in before.links]
        if _led(links) != _led([link.slide for link in after.links]):
            yield f"links of page {number} lead elsewhere"
        if (before.label or str(number)) != (after.label or str(place)) and before.label:
            yield f"page {number} lost its name"


def _led(slides: Sequence[int | None]) -> list[int]:
    return [slide for slide in slides if slide is not None]


if __name__ == "__main__":
    sys.exit(main())
