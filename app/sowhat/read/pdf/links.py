"""Where a page's links lead, and the words that stand on them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import pypdfium2.raw as pdfium

from sowhat.model import Block, Box, Link, Run
from sowhat.read.pdf.outline import destination_of, slide_of
from sowhat.read.pdf.strings import narrow_text
from sowhat.read.pdf.words import Word

_SLACK = 0.002  # of the page: how far the middle of a word may stand outside


class WordsAt:
    """The words of a page by their places."""

    def __init__(self, words: Iterable[Word]) -> None:
        self._words = sorted(words, key=lambda word: word.box.center[1])
        self._heights = [word.box.center[1] for word in self._words]

    def text(self, boxes: Sequence[Box]) -> str:
        """Return the words whose middle lies in one of ``boxes``, in the order of the content."""
        found: dict[int, Word] = {}
        for box in boxes:
            wide = Box(box.x0 - _SLACK, box.y0 - _SLACK, box.x1 + _SLACK, box.y1 + _SLACK)
            first = bisect_left(self._heights, wide.y0)
            for word in self._words[first:]:
                if word.box.center[1] > wide.y1:
                    break
                if wide.contains(*word.box.center):
                    found[word.order] = word
        return " ".join(found[order].text for order in sorted(found))


def link_of(document: pdfium.FPDF_DOCUMENT, annotation: Any, box: Box, text: str) -> Link | None:
    """Return where a link's annotation leads, None where that is nowhere outside its page."""
    link = pdfium.FPDFAnnot_GetLink(annotation)
    if not link:
        return None
    action = pdfium.FPDFLink_GetAction(link)
    target = _target(document, action) if action else ""
    if action:
        slide = slide_of(document, destination_of(document, action))
    else:
        slide = slide_of(document, pdfium.FPDFLink_GetDest(document, link))
    return Link(target, slide, box, text) if target or slide else None


def _target(document: pdfium.FPDF_DOCUMENT, action: Any) -> str:
    kind = pdfium.FPDFAction_GetType(action)
    if kind == pdfium.PDFACTION_URI:
        return narrow_text(pdfium.FPDFAction_GetURIPath, document, action)
    if kind in (pdfium.PDFACTION_REMOTEGOTO, pdfium.PDFACTION_LAUNCH):
        return narrow_text(pdfium.FPDFAction_GetFilePath, action)
    return ""


def linked(blocks: Sequence[Block], links: Sequence[Link]) -> tuple[Block, ...]:
    """Return the blocks, the runs of words on links to an address told apart."""
    outward = [link for link in links if link.target and link.box]
    if not outward:
        return tuple(blocks)
    return tuple(_linked(block, outward) for block in blocks)


def _linked(block: Block, links: Sequence[Link]) -> Block:
    near = [link for link in links if block.box and link.box and link.box.overlap(block.box) > 0]
    targets = [""] * len(block.text)
    for span in block.spans if near else ():
        for link in near:
            if link.box and link.box.contains(*span.box.center):
                targets[span.start : span.end] = [link.target] * (span.end - span.start)
    if not any(targets):
        return block
    for index, char in enumerate(block.text):
        if (
            char == " "
            and 0 < index < len(targets) - 1
            and targets[index - 1] == targets[index + 1]
        ):
            targets[index] = targets[index + 1]
    return replace(block, runs=tuple(_cut(block.runs, targets)))


def _cut(runs: Sequence[Run], targets: Sequence[str]) -> Iterable[Run]:
    """Part runs where a link starts or ends."""
    start = 0
    for run in runs:
        first = start
        for index in range(start + 1, start + len(run.text) + 1):
            if index == start + len(run.text) or targets[index] != targets[first]:
                text = run.text[first - start : index - start]
                yield replace(run, text=text, link=targets[first] or None)
                first = index
        start += len(run.text)
