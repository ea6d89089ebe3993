"""Writes a sample deck as PDF with real text, the same bytes each time."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from samples import brand
from samples.canvas import (
    HEIGHT,
    WIDTH,
    Chart,
    Deck,
    Frame,
    Item,
    Line,
    Para,
    Picture,
    Shape,
    Slide,
    Table,
    Text,
    para,
)
from samples.pictures.logos import vendor_logo

ASCENT, LEADING = 0.952, 1.2207  # of the brand's typeface, in ems
INDENT = 15.0  # points before the words of a list
CELL = (8.0, 3.0)  # points inside a cell, across and down
Word = tuple[str, bool, str]


def write(deck: Deck, path: Path) -> None:
    """Write ``deck`` to ``path``."""
    rl_config.useA85 = 0
    for bold in (False, True):
        pdfmetrics.registerFont(TTFont(_font(bold=bold), str(brand.font_file(bold=bold))))
    pdf = Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=1, lang="en-GB")
    pdf.setTitle(deck.title)
    pdf.setAuthor(brand.VENDOR)
    pdf.setSubject(deck.subject)
    pdf.setCreator("SoWhat sample decks")
    for number, slide in enumerate(deck.slides, start=1):
        pdf.bookmarkPage(f"slide-{number}")
        pdf.addOutlineEntry(_title(slide), f"slide-{number}")
        _page(pdf, slide, number)
        pdf.showPage()
    pdf.save()


def _title(slide: Slide) -> str:
    for item in slide.items:
        if isinstance(item, Text) and item.role == "title":
            return " ".join(part.text for part in item.paras)
    return ""


def _page(pdf: Canvas, slide: Slide, number: int) -> None:
    _draw(pdf, Shape(Frame(0, 0, WIDTH, HEIGHT), "rect", slide.ground))
    if slide.layout == "Headline":
        _draw(pdf, Shape(brand.BAR_AT, "rect", brand.CORAL))
        _draw(pdf, Picture(brand.LOGO_AT, vendor_logo(), ""))
    for item in slide.items:
        _draw(pdf, item)
    if slide.footer:
        size = brand.FOOTER_SIZE
        _draw(pdf, Text(brand.FOOTER_AT, (para(brand.FOOTER, size, brand.SLATE),)))
        words = para(str(number), size, brand.SLATE, align="right")
        _draw(pdf, Text(brand.NUMBER_AT, (words,)))


def _draw(pdf: Canvas, item: Item) -> None:
    match item:
        case Text():
            _text(pdf, item.at, item.paras, item.anchor)
        case Shape():
            _shape(pdf, item)
        case Line():
            pdf.setStrokeColor(_color(item.color))
            pdf.setLineWidth(item.width)
            pdf.line(item.x0, HEIGHT - item.y0, item.x1, HEIGHT - item.y1)
        case Picture():
            at = item.at
            image = ImageReader(BytesIO(item.png))
            pdf.drawImage(image, at.x, HEIGHT - at.y - at.h, at.w, at.h)
        case Table():
            _table(pdf, item)
        case Chart():
            _chart(pdf, item)


def _shape(pdf: Canvas, shape: Shape) -> None:
    at = shape.at
    bottom = HEIGHT - at.y - at.h
    fill, stroke = int(shape.fill is not None), int(shape.line is not None)
    if shape.fill:
        pdf.setFillColor(_color(shape.fill))
    if shape.line:
        pdf.setStrokeColor(_color(shape.line))
        pdf.setLineWidth(1.0)
    if shape.kind == "rect":
        pdf.rect(at.x, bottom, at.w, at.h, stroke, fill)
    elif shape.kind == "round":
        pdf.roundRect(at.x, bottom, at.w, at.h, 0.12 * min(at.w, at.h), stroke, fill)
    elif shape.kind == "oval":
        pdf.ellipse(at.x, bottom, at.x + at.w, bottom + at.h, stroke, fill)
    else:
        _chevron(pdf, at, stroke, fill)
    if shape.paras:
        _text(pdf, at.inset(6, 2), shape.paras, "middle")


def _chevron(pdf: Canvas, at: Frame, stroke: int, fill: int) -> None:
    tip = 0.25 * at.h
    middle, top, bottom = HEIGHT - at.y - at.h / 2, HEIGHT - at.y, HEIGHT - at.y - at.h
    form = pdf.beginPath()
    form.moveTo(at.x, top)
    for x, y in (
        (at.x + at.w - tip, top),
        (at.x + at.w, middle),
        (at.x + at.w - tip, bottom),
        (at.x, bottom),
    ):
        form.lineTo(x, y)
    form.close()
    pdf.drawPath(form, stroke, fill)


def _table(pdf: Canvas, table: Table) -> None:
    y = table.y
    for row, height in zip(table.rows, table.heights, strict=True):
        x = table.x
        for cell, width in zip(row, table.widths, strict=True):
            at = Frame(x, y, width, height)
            _shape(pdf, Shape(at, "rect", cell.fill))
            _text(pdf, at.inset(*CELL), (cell.para,), "middle")
            x += width
        _draw(pdf, Line(table.x, y + height, x, y + height, brand.EDGE, 0.75))
        y += height


def _chart(pdf: Canvas, chart: Chart) -> None:
    at, count = chart.at, len(chart.values)
    step, base = at.w / count, at.y + at.h - 24
    tall = (at.h - 24 - 30) / max(chart.values)
    for index, value in enumerate(chart.values):
        left, high = at.x + index * step, value * tall
        column = Frame(left + step * 0.2, base - high, step * 0.6, high)
        _shape(pdf, Shape(column, "rect", chart.colors[index]))
        label = para(f"{value:g}", 16, brand.INK, bold=True, align="center")
        _text(pdf, Frame(left, base - high - 22, step, 20), (label,), "top")
        name = para(chart.categories[index], 13, brand.SLATE, align="center")
        _text(pdf, Frame(left, base + 5, step, 18), (name,), "top")
    _draw(pdf, Line(at.x, base, at.x + at.w, base, brand.EDGE, 1))


def _text(pdf: Canvas, at: Frame, paras: tuple[Para, ...], anchor: str) -> None:
    wrapped = [(part, list(_wrap(part, at.w))) for part in paras]
    tall = sum(len(lines) * part.size * LEADING + part.after for part, lines in wrapped)
    spare = max(at.h - tall + paras[-1].after, 0)
    y = at.y + spare * {"top": 0.0, "middle": 0.5, "bottom": 1.0}[anchor]
    for part, lines in wrapped:
        for number, line in enumerate(lines):
            base = HEIGHT - y - ASCENT * part.size
            if part.bullet and number == 0:
                _words(pdf, at.x, base, [("•", False, part.color)], part.size)
            indent = INDENT if part.bullet else 0.0
            free = at.w - indent - _width(line, part.size)
            share = {"left": 0.0, "center": 0.5, "right": 1.0}[part.align]
            _words(pdf, at.x + indent + share * free, base, line, part.size)
            y += part.size * LEADING
        y += part.after


def _words(pdf: Canvas, x: float, y: float, line: list[Word], size: float) -> None:
    """Draw a line's words, those of one format as one piece."""
    pieces: list[Word] = []
    for word, bold, color in line:
        if pieces and pieces[-1][1:] == (bold, color):
            pieces[-1] = (pieces[-1][0] + word, bold, color)
        else:
            pieces.append((word, bold, color))
    for words, bold, color in pieces:
        pdf.setFillColor(_color(color))
        pdf.setFont(_font(bold=bold), size)
        pdf.drawString(x, y, words)
        x += pdfmetrics.stringWidth(words, _font(bold=bold), size)


def _wrap(part: Para, width: float) -> Iterator[list[Word]]:
    """Yield the lines; spaces stay at the end of the word before them."""
    width -= INDENT if part.bullet else 0.0
    line: list[Word] = []
    for run in part.runs:
        for word in _split(run.text):
            piece = (word, run.bold, run.color or part.color)
            if line and _width([*line, (word.rstrip(), *piece[1:])], part.size) > width:
                yield _trimmed(line)
                line = []
            line.append(piece)
    if line:
        yield _trimmed(line)


def _split(words: str) -> list[str]:
    parts = words.split(" ")
    return [part + " " for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


def _trimmed(line: list[Word]) -> list[Word]:
    word, bold, color = line[-1]
    return [*line[:-1], (word.rstrip(), bold, color)]


def _width(line: list[Word], size: float) -> float:
    return sum(
        float(pdfmetrics.stringWidth(word, _font(bold=bold), size)) for word, bold, _ in line
    )


def _font(*, bold: bool) -> str:
    return f"{brand.FAMILY}-{'Bold' if bold else 'Regular'}"


def _color(color: str) -> HexColor:
    return HexColor(f"#{color}")
