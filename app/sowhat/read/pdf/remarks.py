"""What a page's annotations say, and what kind of remark each sort of them is."""

from __future__ import annotations

from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from sowhat.model import Block, Comment, CommentKind, Link, Picture

_MARKUP = (
    pdfium.FPDF_ANNOT_HIGHLIGHT,
    pdfium.FPDF_ANNOT_UNDERLINE,
    pdfium.FPDF_ANNOT_SQUIGGLY,
    pdfium.FPDF_ANNOT_STRIKEOUT,
)
_DRAWN = (
    pdfium.FPDF_ANNOT_STAMP,
    pdfium.FPDF_ANNOT_INK,
    pdfium.FPDF_ANNOT_SQUARE,
    pdfium.FPDF_ANNOT_CIRCLE,
    pdfium.FPDF_ANNOT_LINE,
    pdfium.FPDF_ANNOT_POLYGON,
    pdfium.FPDF_ANNOT_POLYLINE,
)
KINDS = {
    pdfium.FPDF_ANNOT_TEXT: CommentKind.NOTE,
    pdfium.FPDF_ANNOT_FREETEXT: CommentKind.FREE_TEXT,
    pdfium.FPDF_ANNOT_CARET: CommentKind.MARKUP,
    pdfium.FPDF_ANNOT_FILEATTACHMENT: CommentKind.ATTACHMENT,
    **dict.fromkeys(_MARKUP, CommentKind.MARKUP),
    **dict.fromkeys(_DRAWN, CommentKind.DRAWING),
}


@dataclass(slots=True)
class Annotations:
    """What a page's annotations say; ``unseen`` are the words of those that are not shown."""

    links: list[Link] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    unseen: list[Block] = field(default_factory=list)
    films: list[Picture] = field(default_factory=list)
