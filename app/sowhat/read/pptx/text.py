"""The paragraphs of a text body: words, runs and how they are set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sowhat.model import Run
from sowhat.read.pptx.equations import equation
from sowhat.read.pptx.fields import SLIDE_NUMBER
from sowhat.read.pptx.frames import Frame
from sowhat.read.pptx.links import Leads, Target, click_in
from sowhat.read.pptx.names import MC, A, Element, number
from sowhat.read.pptx.styles import (
    DEEPEST,
    Levels,
    Style,
    linked_style,
    paragraph_style,
    run_style,
)
from sowhat.read.pptx.theme import Theme

# One character each, so that offsets stay true: breaks, tabs and odd spaces become a space.
_SPACES = {ord(c): " " for c in "\n\r\v\f\x85\xa0\u2007\u2028\u2029\u202f"}
_BREAKS = re.compile("[\n\v\u2028]")
_ESCAPED = re.compile(r"_x(000[9ABCDabcd]|001[0-9A-Fa-f])_")


class Piece(NamedTuple):
    """A run of a paragraph, how it is set and where it leads."""

    run: Run
    style: Style
    target: Target | None = None


class Paragraph(NamedTuple):
    """One paragraph, empty ones included, since they take room.

    ``breaks`` and ``tabs`` are the places in ``text`` of the spaces that stand for line breaks
    and tabs, ``ahead`` the spaces and tabs before the text. ``above`` and ``below`` are the
    styles of the empty lines before and after it.
    """

    text: str
    pieces: tuple[Piece, ...]
    style: Style
    level: int
    breaks: tuple[int, ...] = ()
    tabs: tuple[int, ...] = ()
    ahead: str = ""
    above: tuple[Style, ...] = ()
    below: tuple[Style, ...] = ()


class _Part(NamedTuple):
    """A run of a paragraph as it is written; tabs are kept."""

    text: str
    style: Style
    target: Target | None
    turn: bool = False  # it is a line break
    field: str | None = None


class Reader(NamedTuple):
    """What is needed to read a text body: levels, theme and the targets of links.

    ``page`` is the number of the slide, None where it is not known yet, as on layouts.
    """

    levels: Levels
    theme: Theme
    leads: Leads
    page: int | None = None

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
        if frame.scale != 1.0 or frame.squeeze:
            parts = [part._replace(style=_fitted(part.style, frame)) for part in parts]
        seen = [index for index, part in enumerate(parts) if not part.text.isspace()]
        if not seen:
            end = paragraph.find(A + "endParaRPr")
            last = style if end is None else run_style(style, end, self.theme)
            above = _empty_lines(parts) or (_fitted(last, frame),)
            return Paragraph("", (), _fitted(style, frame), level, above=above)
        return _assembled(parts, (seen[0], seen[-1]), _fitted(style, frame), level)

    def _parts(self, paragraph: Element, style: Style) -> Iterator[_Part]:
        for child in paragraph:
            tag = child.tag
            if tag == A + "r":
                text = child.findtext(A + "t")
                if text:
                    yield from _broken(text, *self._look(child, style))
            elif tag == A + "br":
                yield _Part(" ", self._look(child, style)[0], None, turn=True)
            elif tag == A + "fld":
                yield from self._field(child, style)
            elif tag == MC + "AlternateContent":
                known = (list(self._parts(branch, style)) for branch in child)
                yield from next(filter(None, known), [])
            elif isinstance(tag, str) and tag not in _NO_WORDS:
                text = equation(child)
                if text:
                    yield _Part(_plain(text), self._equation_style(child, style), None)

    def _field(self, field: Element, style: Style) -> Iterator[_Part]:
        """Yield what a program filled in; the slide's number is never taken as it was saved."""
        kind = field.get("type") or ""
        text = field.findtext(A + "t")
        if kind == SLIDE_NUMBER and self.page is not None:
            text = str(self.page)
        for part in _broken(text, *self._look(field, style)) if text else ():
            yield part._replace(field=kind or None)

    def _equation_style(self, math: Element, style: Style) -> Style:
        properties = next(math.iter(A + "rPr"), None)
        return style if properties is None else run_style(style, properties, self.theme)

    def _look(self, run: Element, style: Style) -> tuple[Style, Target | None]:
        properties = run.find(A + "rPr")
        if properties is None:
            return style, None
        look = run_style(style, properties, self.theme)
        click = click_in(properties)
        target = None if click is None else self.leads(click)
        return (linked_style(look, click, self.theme) if target else look), target


def _assembled(parts: list[_Part], seen: tuple[int, int], style: Style, level: int) -> Paragraph:
    first, last = seen
    pieces: list[Piece] = []
    breaks: list[int] = []
    tabs: list[int] = []
    at = 0
    for index, (raw, look, target, turn, field) in enumerate(parts[first : last + 1], start=first):
        link = (target and target.address) or None
        text = raw.lstrip() if index == first else raw
        text = text.rstrip() if index == last else text
        if turn:
            breaks.append(at)
        elif "\t" in text:
            tabs += [at + place for place, sign in enumerate(text) if sign == "\t"]
            text = text.replace("\t", " ")
        at += len(text)
        run = Run(text, look.size, look.bold, look.italic, look.font, look.color, link, field)
        pieces.append(Piece(run, look, target))
    whole = "".join(piece.run.text for piece in pieces)
    above, ahead = _before(parts[:first])
    raw = parts[first].text
    return Paragraph(
        whole,
        tuple(pieces),
        style,
        level,
        tuple(breaks),
        tuple(tabs),
        ahead + raw[: len(raw) - len(raw.lstrip())],
        above,
        _after(parts[last + 1 :]),
    )


def _before(parts: list[_Part]) -> tuple[tuple[Style, ...], str]:
    """Return the empty lines before a text, and the spaces on its own line."""
    turns = [index for index, part in enumerate(parts) if part.turn]
    own = parts[turns[-1] + 1 :] if turns else parts
    return tuple(parts[index].style for index in turns), "".join(part.text for part in own)


def _after(parts: list[_Part]) -> tuple[Style, ...]:
    """Return the empty lines after a text; the first break ends the text's own line.

    A last break opens one more line only where it is the first, as the slides are drawn.
    """
    turns = tuple(part.style for part in parts if part.turn)
    if turns and not parts[-1].turn:
        return (*turns[1:], parts[-1].style)
    return turns[1:] or turns


def _empty_lines(parts: list[_Part]) -> tuple[Style, ...]:
    """Return the lines of a paragraph without words."""
    lines = tuple(part.style for part in parts if part.turn)
    return lines if not parts or parts[-1].turn else (*lines, parts[-1].style)


def _broken(text: str, style: Style, target: Target | None) -> Iterator[_Part]:
    """Yield a run's text, parted where a line break was written into it."""
    plain = _ESCAPED.sub(" ", text) if "_x00" in text else text
    if plain.isprintable():
        yield _Part(plain, style, target)
        return
    for index, part in enumerate(_BREAKS.split(plain)):
        if index:
            yield _Part(" ", style, target, turn=True)
        if part:
            yield _Part(part.translate(_SPACES), style, target)


def _fitted(style: Style, frame: Frame) -> Style:
    if frame.scale == 1.0 and not frame.squeeze:
        return style
    spacing = style.spacing
    if spacing < 0:
        spacing = min(spacing + frame.squeeze, -0.1)
    size, track = style.size, style.track
    if frame.scale < 1.0:  # whole points, and gaps given in points stay as they are
        size, track = max(float(int(size * frame.scale + 0.5)), 1.0), track * frame.scale
    return style._replace(size=size, track=track, spacing=spacing)


def _plain(text: str) -> str:
    return text if text.isprintable() else text.translate(_SPACES)


_NO_WORDS = (A + "pPr", A + "endParaRPr")
