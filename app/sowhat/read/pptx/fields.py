"""What PowerPoint fills in by itself: the number of the slide."""

from __future__ import annotations

from dataclasses import replace

from sowhat.model import Block
from sowhat.read.pptx.names import Element, number

SLIDE_NUMBER = "slidenum"
FIRST, LAST = 0, 9999  # numbers that PowerPoint lets a deck begin with


def first_number(presentation: Element) -> int:
    """Return the number that a ``p:presentation`` gives its first slide."""
    return int(min(max(number(presentation.get("firstSlideNum"), 1), FIRST), LAST))


def numbered(block: Block, page: int) -> Block:
    """Return a layout's block as it is on the slide with this number."""
    if all(run.field != SLIDE_NUMBER for run in block.runs):
        return block
    runs, ends = [], []  # where each run ended, and where it ends now
    before = after = 0
    for run in block.runs:
        own = replace(run, text=str(page)) if run.field == SLIDE_NUMBER else run
        runs.append(own)
        ends.append((before, after, after + len(own.text)))
        before, after = before + len(run.text), after + len(own.text)

    def moved(place: int) -> int:
        start, begin, end = max((e for e in ends if e[0] <= place), default=(0, 0, 0))
        return after if place >= before else min(begin + place - start, end)

    spans = tuple(replace(s, start=moved(s.start), end=moved(s.end)) for s in block.spans)
    text = "".join(run.text for run in runs)
    return replace(block, text=text, runs=tuple(runs), spans=spans)
