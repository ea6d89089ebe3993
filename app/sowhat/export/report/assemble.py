"""The worker's side: slides and annotations onto the drawn pages. Opens the deck's own bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from itertools import chain
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Page, Pdf, Rectangle, String

from sowhat.errors import DeckError
from sowhat.export.disarm import disarm
from sowhat.export.packed import packed_often
from sowhat.export.report.annotate import with_popup, words
from sowhat.export.report.embed import embed
from sowhat.export.report.images import jpeg, png
from sowhat.export.report.paper import fit
from sowhat.export.report.plan import Figure, Plan
from sowhat.pdf.settled import LETTER, shows


def sizes(path: str, sha256: str, password: str | None = None) -> list[tuple[float, float]]:
    """Return width and height of each page of the deck in its own units, as a viewer shows it.

    Raises ``DeckError`` where the file cannot be opened or is not the one that was read.
    """
    with _deck(path, sha256, password) as deck:
        return [_size(page) for page in deck.pages]


def assemble(
    base: str,
    out: str,
    plan: Plan,
    deck: str | None,
    sha256: str,
    password: str | None = None,
) -> None:
    """Write the pages in ``base`` with the figures and annotations of ``plan`` to ``out``.

    ``deck`` is the PDF deck's path where its own pages are shown, else None. Raises ``DeckError``
    where it cannot be opened.
    """
    own = _deck(deck, sha256, password) if deck else nullcontext()
    with Pdf.open(base) as report, own as source:
        if source is not None:
            # Boxes of text and stamps are annotations: what a viewer shows belongs to the slide.
            source.flatten_annotations("screen")
            _layers(report, source)
        drawn: dict[int, Object] = {}
        for figure in plan.figures:
            _show(report, source, figure, drawn)
        disarm(report)
        embed(report)
        if plan.size is not None:
            fit(report, plan.size)
        _finish(report, plan)
        pack = not packed_often(report)
        report.save(out, object_stream_mode=ObjectStreamMode.generate, compress_streams=pack)


@contextmanager
def _deck(path: str, sha256: str, password: str | None) -> Iterator[Pdf]:
    with Path(path).open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != sha256:
            raise DeckError("damaged", path=path)
    try:
        source = Pdf.open(path, password=password or "")
    except pikepdf.PasswordError as error:
        raise DeckError("password", path=path) from error
    except pikepdf.PdfError as error:
        raise DeckError("damaged", path=path) from error
    with source:
        yield source


def _visible(page: Page) -> Rectangle:
    """Return the part of the page that viewers show, unrotated."""
    try:
        media, crop = Rectangle(page.mediabox), Rectangle(page.cropbox)
    except (ValueError, TypeError):  # no numbers
        media = crop = Rectangle(*LETTER)
    low, high = max(media.llx, crop.llx), min(media.urx, crop.urx)
    bottom, top = max(media.lly, crop.lly), min(media.ury, crop.ury)
    box = Rectangle(low, bottom, high, top) if low < high and bottom < top else media
    edges = float(box.llx), float(box.lly), float(box.urx), float(box.ury)
    return box if shows(edges) else Rectangle(*LETTER)


def _size(page: Page) -> tuple[float, float]:
    box = _visible(page)
    wide, tall = float(box.width), float(box.height)
    return (tall, wide) if page.rotation % 180 else (wide, tall)


def _show(report: Pdf, source: Pdf | None, figure: Figure, drawn: dict[int, Object]) -> None:
    """Put the slide under what is drawn on its page, and its annotations over it.

    ``drawn`` holds the slides that are in the report already: each is kept there once.
    """
    page = report.pages[figure.page]
    if figure.slide not in drawn:
        drawn[figure.slide] = _slide(report, source, figure)
    content = _placed(page, drawn[figure.slide], figure)
    page.contents_add(b"q\n" + content + b"\nQ\n", prepend=True)
    links = page.obj.get("/Annots", Array())
    notes = (with_popup(report, page, item) for item in figure.annotations)
    page.obj.Annots = Array([*links, *chain.from_iterable(notes)])


def _slide(report: Pdf, source: Pdf | None, figure: Figure) -> Object:
    """Return the slide as an image, or the deck's page as a drawing of its own; rotation and crop
    are in its matrix and box."""
    if figure.picture is not None:
        file = Path(figure.picture)
        return jpeg(report, file) if file.suffix == ".jpg" else png(report, file)
    if source is None:
        raise ValueError("a page of a deck that is not there")
    original = source.pages[figure.slide - 1]
    original.trimbox = Array(_visible(original).as_array())
    return report.copy_foreign(original.as_form_xobject())


def _placed(page: Page, slide: Object, figure: Figure) -> bytes:
    name = page.add_resource(slide, Name.XObject)
    left, bottom, right, top = figure.rect
    if figure.picture is not None:
        wide, tall = right - left, top - bottom
        return f"{wide:.4f} 0 0 {tall:.4f} {left:.4f} {bottom:.4f} cm {name} Do".encode()
    return page.calc_form_xobject_placement(
        slide,
        name,
        Rectangle(*figure.rect),
        invert_transformations=True,
        allow_shrink=True,
        allow_expand=True,
    )


def _layers(report: Pdf, source: Pdf) -> None:
    """Keep which layers of the deck are switched off."""
    layers = source.Root.get("/OCProperties")
    if layers is not None:
        report.Root.OCProperties = report.copy_foreign(source.make_indirect(layers))


def _finish(report: Pdf, plan: Plan) -> None:
    labels = [
        entry
        for index, label in enumerate(plan.labels)
        for entry in (index, Dictionary(P=words(label)))
    ]
    report.Root.PageLabels = Dictionary(Nums=Array(labels))
    report.Root.Lang = String("en")
    report.Root.PageMode = Name.UseOutlines
    report.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    with report.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = plan.title
        metadata["dc:creator"] = [plan.author]
        metadata["dc:language"] = ["en"]
