"""The paragraphs of a text body: words, runs and how they are set."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from sowhat.model import Run
from sowhat.read.pptx.frames import Frame
from sowhat.read.pptx.names import MATH, A, Element, R, number
from sowhat.read.pptx.styles import DEEPEST, Levels, Style, paragraph_style, run_style
from sowhat.read.pptx.theme import Theme

Links: TypeAlias = Callable[[str], str | None]

# One character each, so that offsets stay true: breaks, tabs and odd spaces become a space.
_SPACES = {ord(c): " " for c in "\t\n\r\v\f\x85\xa0\u2007\u2028\u2029\u202f"}
_BREAKS = re.compile("[\n\v\u2028]")
_ESCAPED = re.compile(r"_x(000[9ABCDabcd]|001[0-9A-Fa-f])_")


class Piece(NamedTuple):
    """A run of a paragraph and how it is set."""

    run: Run
    style: Style


class Paragraph(NamedTuple):
    """One paragraph, empty ones included, since they take room.

    ``breaks`` are the characters of ``text`` after which a new line begins; ``lead`` counts the
    empty lines before the text.
    """

    text: str
    pieces: tuple[Piece, ...]
    style: Style
    level: int
    breaks: tuple[int, ...] = ()
    lead: int = 0


class Reader(NamedTuple):
    """What is needed to read a text body: levels, theme and the targets of links."""

    levels: Levels
    theme: Theme
    link: Links

    def paragraphs(self, body: Element, frame: Frame) -> list[Paragraph]:
        """Return the paragraphs of ``body``; sizes are what is seen after ``frame``'s fit."""
        return [self._paragraph(p, frame) for p in body.iterchildren(A + "p")]

    def _paragraph(self, paragraph: Element, frame: Frame) -> Paragraph:
        properties = paragraph.find(A + "pPr")
        level, style = 0, self.levels[0]
        if properties is not None:
            level = min(max(int(number(properties.get("lvl"))), 0), DEEPEST)
            style = paragraph_style(self.levels[level], properties, self.theme)
        parts = list(self._parts(paragraph, style))
        if not any(text.strip() for text, *_ in parts):
            end = paragraph.find(A + "endParaRPr")
            style = style if end is None else run_style(style, end, self.theme)
            return Paragraph("", (), _fitted(style, frame), level, lead=len(parts))
        return _assembled(parts, _fitted(style, frame), level, frame)

    def _parts(
        self, paragraph: Element, style: Style
    ) -> Iterator[tuple[str, Style, str | None, bool]]:
        for child in paragraph:
            tag = child.tag
            if tag == A + "r" or tag == A + "fld":
                text = child.findtext(A + "t")
                if text:
                    yield from _broken(text, *self._look(child, style))
            elif tag == A + "br":
                yield " ", style, None, True
            elif isinstance(tag, str) and tag not in _NO_WORDS:
                text = "".join(t.text or "" for t in child.iter(MATH + "t"))
                if text:
                    yield _plain(text), style, None, False

    def _look(self, run: Element, style: Style) -> tuple[Style, str | None]:
        properties = run.find(A + "rPr")
        if properties is None:
            return style, None
        click = properties.find(A + "hlinkClick")
        target = self.link(click.get(R + "id")) if click is not None else None
        return run_style(style, properties, self.theme), target


def _assembled(
    parts: list[tuple[str, Style, str | None, bool]], style: Style, level: int, frame: Frame
) -> Paragraph:
    lead = 0
    while not parts[0][0].strip():
        lead += parts.pop(0)[3]
    while not parts[-1][0].strip():
        parts.pop()
    pieces: list[Piece] = []
    breaks: list[int] = []
    at = 0
    for index, (raw, look, link, is_break) in enumerate(parts):
        text = raw.lstrip() if index == 0 else raw
        text = text.rstrip() if index == len(parts) - 1 else text
        if is_break:
            breaks.append(at)
        at += len(text)
        shown = _fitted(look, frame)
        run = Run(text, shown.size, shown.bold, shown.italic, shown.font, shown.color, link)
        pieces.append(Piece(run, shown))
    whole = "".join(piece.run.text for piece in pieces)
    return Paragraph(whole, tuple(pieces), style, level, tuple(breaks), lead)


def _broken(
    text: str, style: Style, link: str | None
) -> Iterator[tuple[str, Style, str | None, bool]]:
    """Yield a run's text, parted where a line break was written into it."""
    plain = _ESCAPED.sub(" ", text) if "_x00" in text else text
    if plain.isprintable():
        yield plain, style, link, False
        return
    for index, part in enumerate(_BREAKS.split(plain)):
        if index:
            yield " ", style, link, True
        if part:
            yield part.translate(_SPACES), style, link, False


def _fitted(style: Style, frame: Frame) -> Style:
    if frame.scale == 1.0 and not frame.squeeze:
        return style
    spacing = style.spacing
    if spacing < 0:
        spacing = min(spacing + frame.squeeze, -0.1)
    before = style.before if style.before < 0 else style.before * frame.scale
    size = round(style.size * frame.scale, 1)
    return style._replace(size=size, spacing=spacing, before=before)


def _plain(text: str) -> str:
    return text if text.isprintable() else text.translate(_SPACES)


_NO_WORDS = (A + "pPr", A + "endParaRPr")
