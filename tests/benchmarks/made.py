"""What a program that shows slides writes by itself: numbers of lists, of axes, of values.

Such words are of no text in the file. They are set apart, and only where the file says that they
are written: as many list numbers as paragraphs are counted, and axis numbers on charts that show an
axis of values.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree
from pptx import Presentation

from sowhat.model import Box, Chart, Slide
from tests.benchmarks.matching import words_in
from tests.benchmarks.second import Chunk

SLACK = 0.01  # of the slide: a chart's numbers may stand out of its frame by this much
_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
_LABEL = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,5})[.):]*", re.IGNORECASE)
_SCALES = (1, 100, 1e-3, 1e-6, 1e-9)  # percent, thousands, millions, billions
_AXES = ("valAx", "dateAx")


class Facts(NamedTuple):
    """What the file says of a slide: paragraphs that are counted, charts' axes that are shown."""

    counted: int = 0
    axes: int = 0


class Made(NamedTuple):
    """Missing words explained: values that the reader has, numbers of axes and of lists."""

    values: Counter[str]
    axes: Counter[str]
    lists: Counter[str]


def facts_of(path: Path) -> list[Facts]:
    """Return the facts of each slide of a PowerPoint deck, none where python-pptx refuses it."""
    try:
        slides = Presentation(str(path)).slides
    except (KeyError, ValueError, etree.LxmlError):
        return []
    return [Facts(_counted(slide), sum(_axes(slide))) for slide in slides]


def _counted(slide: Any) -> int:
    paragraphs = slide._element.iter("{*}p")
    return sum(paragraph.find("{*}pPr/{*}buAutoNum") is not None for paragraph in paragraphs)


def _axes(slide: Any) -> Iterator[int]:
    for shape in slide._element.iter("{*}chart"):
        relation = shape.get(f"{{{shape.nsmap.get('r', '')}}}id")
        if relation in slide.part.rels:
            root = etree.fromstring(slide.part.rels[relation].target_part.blob)
            for axis in root.iter(*(f"{{*}}{name}" for name in _AXES)):
                hidden = axis.find("{*}delete")
                yield hidden is None or hidden.get("val") in ("0", "false")


def made(chunks: Sequence[Chunk], missing: Counter[str], slide: Slide, facts: Facts) -> Made:
    """Explain missing words of a slide, each at most once."""
    left = missing.copy()
    values, axes, lists = Counter[str](), Counter[str](), Counter[str]()
    charts = [(picture.box, picture.chart) for picture in slide.pictures if picture.chart]
    for chunk in chunks:
        words = Counter(words_in(chunk.text))
        if not words <= left:
            continue
        chart = next((chart for box, chart in charts if _inside(box, chunk.box)), None)
        if chart is not None and _NUMBER.search(chunk.text):
            if _says(chunk.text, chart):
                values += words
            elif facts.axes and not re.search(r"[^\W\d_]{2}", chunk.text):
                axes += words
            else:
                continue
        elif lists.total() < facts.counted and _LABEL.fullmatch(chunk.text):
            lists += words
        else:
            continue
        left -= words
    return Made(values, axes, lists)


def _inside(box: Box, other: Box) -> bool:
    return box.grown(SLACK).contains(*other.center)


def _says(text: str, chart: Chart) -> bool:
    """Say whether a number is one of the chart's values, rounded as it is shown."""
    for found in _NUMBER.findall(text):
        number = float(found.replace(",", ""))
        digits = len(found.partition(".")[2])
        for series in chart.series:
            known = (value for value in series.values if value is not None)
            if any(round(value * scale, digits) == number for value in known for scale in _SCALES):
                return True
    return False
