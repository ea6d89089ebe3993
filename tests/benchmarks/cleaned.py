"""Whether cleaned copies are whole and clean: ``python -m tests.benchmarks.cleaned FOLDER``.

Each deck of FOLDER is copied without its traces. Checked are the package (types and relations, no
new fault against the schemas of OOXML, opened by python-pptx), that nothing that was said to be
removed is left in any part, that the program draws the slides that are left as before, and, with
``--libreoffice``, that LibreOffice does. Prints a line a deck; ends with 1 where anything is
wrong or a deck is refused.
"""

from __future__ import annotations

import argparse
import importlib.util
import io
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pikepdf
import pptx
import pypdfium2
from PIL import Image

from sowhat.errors import SowhatError
from sowhat.export import copy
from sowhat.export.copy import Made, Trace
from sowhat.model import Deck
from sowhat.read import read_deck
from sowhat.render import Renderer
from sowhat.worker import Worker
from tests.benchmarks.packages import parts_of, unsound
from tests.benchmarks.second import converted, has_libreoffice

WIDTH = 640  # pixels of a slide
SAME = 1.0  # of 255: the largest mean difference between two drawings of one slide
LEAST = 8  # letters of words that are looked for
SEEN = (Trace.COMMENTS, Trace.LAYERS)  # what is seen on the pages of a PDF
NAMES = (Trace.PICTURES, Trace.LAYOUTS)  # told by a name that others may have, too
PACKED = (".xlsx", ".docx", ".pptx", ".zip")


def main() -> int:
    """Clean every deck and print what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--libreoffice", action="store_true")
    given = parser.parse_args()
    decks = [p for p in sorted(given.folder.rglob("*")) if p.suffix in (".pptx", ".pdf")]
    with tempfile.TemporaryDirectory() as folder:
        told = [_checked(p, Path(folder), libreoffice=given.libreoffice) for p in decks]
    refused, wrong = told.count(None), sum(filter(None, told))
    print(f"{len(decks)} decks, {refused} refused, {wrong} faults")
    return 1 if wrong or refused else 0


def _checked(path: Path, folder: Path, *, libreoffice: bool) -> int | None:
    """Clean a deck, print how it went, and return the number of faults, None for a refused one."""
    out = folder / f"clean{path.suffix}"
    try:
        with Worker() as worker:
            made = copy.clean(path, out, worker)
        told = [*_faults(path, out, made)]
        if libreoffice and path.suffix == ".pptx":
            told += _redrawn(path, out, folder)
    except SowhatError as error:
        print(f"{path.name}: refused, {error}")
        return None
    counts = Counter(one.trace.value for one in made.removed)
    size = (out.stat().st_size - path.stat().st_size) / 1024
    print(f"{path.name}: {size:+.0f} KB, {dict(counts)}, {len(told)} faults")
    for fault in told:
        print(f"    {fault}")
    sys.stdout.flush()
    return len(told)


def _faults(old: Path, new: Path, made: Made) -> Iterator[str]:
    if old.suffix == ".pptx":
        pptx.Presentation(str(new))
        yield from unsound(parts_of(old), parts_of(new))
        yield from schema_faults(old, new)
    yield from left_behind(new, made)
    yield from drawn_otherwise(old, new, made)


def schema_faults(old: Path, new: Path) -> list[str]:
    """Return what breaks the schemas in the copy and did not in the original."""
    if importlib.util.find_spec("openxml_audit") is None:
        return []
    validator = importlib.import_module("openxml_audit")
    newest = validator.FileFormat.MICROSOFT_365
    judge = validator.OpenXmlValidator(file_format=newest, max_errors=0)
    before, after = (
        {f"{e.part_uri} {e.description}" for e in judge.validate(str(path)).errors}
        for path in (old, new)
    )
    return sorted(after - before)


def left_behind(new: Path, made: Made) -> Iterator[str]:
    """Yield what was said to be removed and is still there, but for words that slides show."""
    with Worker() as worker:
        shown = _plain(" ".join(_shown(read_deck(new, worker))))
    there = _plain(everything(new))
    for one in made.removed:
        words = _plain(one.text.partition(": ")[2] or one.text)
        told = one.trace not in NAMES and one.text not in ("thumbnail", "XMP")
        if told and len(words) >= LEAST and words in there and words not in shown:
            yield f"{one.trace}: still there: {words[:60]}"


def _shown(deck: Deck) -> Iterator[str]:
    for slide in deck.slides:
        yield from (block.text for block in slide.blocks)
        yield from (picture.name for picture in slide.pictures)
        yield from (picture.alt for picture in slide.pictures)


def _plain(words: str) -> str:
    return "".join(words.split()).lower()


def everything(path: Path) -> str:
    """Return all that a file holds as text, what is packed in it unpacked."""
    if path.suffix == ".pdf":
        with pikepdf.open(path) as pdf:
            held = io.BytesIO()
            level = pikepdf.StreamDecodeLevel.generalized
            plain = pikepdf.ObjectStreamMode.disable
            pdf.save(
                held, compress_streams=False, stream_decode_level=level, object_stream_mode=plain
            )
            return held.getvalue().decode("latin-1")
    return " ".join(_texts(path.read_bytes()))


def _texts(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            if name.endswith(PACKED):
                yield from _texts(part)
            else:
                yield f"{name} {part.decode('utf-8', 'replace')}"


def drawn_otherwise(old: Path, new: Path, made: Made) -> Iterator[str]:
    """Yield the slides that the program draws otherwise than before."""
    pages = [_drawings(path) for path in (old, new)]
    gone = {one.slide for one in made.removed if one.trace is Trace.HIDDEN}
    left = [number for number in range(1, len(pages[0]) + 1) if number not in gone]
    if len(left) != len(pages[1]):
        yield f"{len(pages[1])} slides instead of {len(left)}"
        return
    changed = {one.slide for one in made.removed if old.suffix == ".pdf" and one.trace in SEEN}
    for place, number in enumerate(left):
        off = _difference(pages[0][number - 1], pages[1][place])
        if off > SAME and number not in changed:
            yield f"slide {number} looks otherwise ({off:.2f})"


def _drawings(path: Path) -> list[Image.Image]:
    with Worker() as worker:
        deck = read_deck(path, worker, pictures=False)
        renderer = Renderer(deck, worker)
        return [
            Image.open(io.BytesIO(renderer.slide(slide.number, WIDTH).png)).convert("RGB")
            for slide in deck.slides
        ]


def _difference(one: Image.Image, other: Image.Image) -> float:
    if one.size != other.size:
        return 255.0
    pixels = [np.asarray(image, dtype=np.int16) for image in (one, other)]
    return float(np.abs(pixels[0] - pixels[1]).mean())


def _redrawn(old: Path, new: Path, folder: Path) -> Iterator[str]:
    """Compare the pages that LibreOffice makes of both, which leaves hidden slides out."""
    if not has_libreoffice():
        return
    with Worker() as worker:
        count = sum(1 for _ in read_deck(old, worker, pictures=False).shown)
    pages: list[list[Image.Image]] = []
    for path in (old, new):
        target = folder / "drawn"
        target.mkdir(exist_ok=True)
        pdf = converted(path, target, count)
        if pdf is None:
            yield f"LibreOffice makes no PDF of {path.name} with {count} pages"
            return
        document = pypdfium2.PdfDocument(pdf)
        pages.append([page.render(scale=0.7).to_pil().convert("RGB") for page in document])
        document.close()
        pdf.unlink()
    for number, pair in enumerate(zip(*pages, strict=True), 1):
        if (off := _difference(*pair)) > SAME:
            yield f"LibreOffice draws page {number} otherwise ({off:.2f})"


if __name__ == "__main__":
    sys.exit(main())
