"""A copy of a PDF deck with its pages in a new order, or cleaned. Opens the deck's own bytes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name, ObjectStreamMode, Page, Pdf

from sowhat.errors import DeckError
from sowhat.export.copy.pdf.clean import clean
from sowhat.export.copy.pdf.labels import follow_labels
from sowhat.export.copy.pdf.outline import follow_outline
from sowhat.export.copy.pdf.places import name_pages
from sowhat.export.copy.pdf.structure import follow_structure
from sowhat.export.copy.pdf.traces import remove
from sowhat.export.copy.plan import Made, Plan, Removed
from sowhat.export.packed import packed_often
from sowhat.pdf.gates import MOST_PAGES


def write(path: Path, out: Path, plan: Plan) -> Made:
    """Write a copy of the deck at ``path`` to ``out``.

    Pages stay the objects that they are, so that bookmarks and links still lead to them. What an
    owner's password forbids is not done, and what it protects stays protected. Raises ``DeckError``
    damaged, too-large, password, locked or signed.
    """
    try:
        with Pdf.open(path) as pdf:
            removed = tuple(_change(pdf, plan))
            protected = pdf.is_encrypted
            mode = ObjectStreamMode.generate
            pack = not packed_often(pdf)
            pdf.save(out, object_stream_mode=mode, compress_streams=pack, encryption=protected)
    except pikepdf.PasswordError as error:
        raise DeckError("password") from error
    except pikepdf.PdfError as error:
        raise DeckError("damaged") from error
    return Made(removed=removed)


def _change(pdf: Pdf, plan: Plan) -> list[Removed]:
    """Change the file as planned; return what was removed."""
    allowed = pdf.allow
    if plan.moves and not (allowed.modify_assembly or allowed.modify_other):
        raise DeckError("locked")
    if _signed(pdf):
        raise DeckError("signed")
    if plan.slides and len(pdf.pages) != len(plan.slides):
        raise DeckError("too-large" if len(plan.slides) == MOST_PAGES else "damaged")
    if plan.clean and not allowed.modify_other:
        raise DeckError("locked")
    name_pages(pdf)
    removed = list(remove(pdf, plan.clean))
    clean(pdf)
    if plan.moves:
        follow_labels(pdf, plan.slides)
        follow_outline(pdf, plan.slides)
        follow_structure(pdf, plan.slides)
        _reorder(pdf, plan.slides)
    return removed


def _signed(pdf: Pdf) -> bool:
    """Say whether the file holds a signature, which would no longer be of these pages."""
    return any(
        isinstance(item, Dictionary) and item.get("/FT") == Name.Sig and "/V" in item
        for item in pdf.objects
    )


def _reorder(pdf: Pdf, slides: Sequence[int]) -> None:
    pages = [page.obj for page in pdf.pages]
    del pdf.pages[:]
    for number in slides:
        pdf.pages.append(Page(pages[number - 1]))
