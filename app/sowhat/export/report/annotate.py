"""Annotations with appearances of their own, so that every viewer shows the same."""

from __future__ import annotations

from codecs import BOM_UTF16_BE
from collections.abc import Iterator, Sequence

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream, String

from sowhat.export.report.plan import Annotation, Color, Rect, Spared
from sowhat.texts import text

PRINT = 4  # the flag that has an annotation printed
TINT = 0.38  # how much of its colour a highlight has; Multiply lets the words through
LINE, FINE = 1.6, 0.6  # points
WIDE = 30.0  # points, more than a mark's number takes
BEZIER = 0.5523  # of a radius: how far a curve's handles stand off for a quarter of a circle
WINDOW = (200.0, 120.0)  # points: width and height of the words' window
SUBTYPES = {"highlight": Name.Highlight, "square": Name.Square, "note": Name.Text}


def with_popup(report: Pdf, page: Page, item: Annotation) -> tuple[Object, Object]:
    """Return ``item`` as an annotation of ``page``, and the window that shows its words."""
    made = _annotation(report, page, item)
    popup = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Popup,
        Rect=_numbers(_window(page, item.hull)),
        Parent=made,
        Open=False,
        F=PRINT,
        P=page.obj,
    )
    made.Popup = report.make_indirect(popup)
    return made, made.Popup


def _window(page: Page, hull: Rect) -> Rect:
    """Return where the words open: at the page's right edge, level with the mark's upper edge."""
    _, bottom, right, _ = (float(edge) for edge in page.mediabox)
    top = max(hull[3], bottom + WINDOW[1])
    return right - WINDOW[0], top - WINDOW[1], right, top


def _annotation(report: Pdf, page: Page, item: Annotation) -> Object:
    draw = {"highlight": _highlight, "square": _square, "note": _note}[item.kind]
    made = Dictionary(
        Type=Name.Annot,
        Subtype=SUBTYPES[item.kind],
        Rect=_numbers(item.hull),
        Contents=words(item.contents),
        T=words(text("report.author")),
        Subj=words(item.subject),
        NM=words(item.name),
        C=_numbers(item.color),
        F=PRINT,
        P=page.obj,
    )
    made.AP = Dictionary(N=draw(report, item))
    if item.kind == "highlight":
        made.QuadPoints = _numbers([n for rect in item.rects for n in _quad(rect)])
    elif item.kind == "square":
        made.BS = Dictionary(W=LINE, S=Name.S)
    else:
        made.Name, made.Open = Name.Comment, False
    return report.make_indirect(made)


def words(said: str) -> String:
    """Return a text string that every reader decodes alike: ASCII, else UTF-16 with its mark."""
    return String(said) if said.isascii() else String(BOM_UTF16_BE + said.encode("utf-16-be"))


def _quad(rect: Rect) -> tuple[float, ...]:
    """Return the corners in the order that viewers use: top left, top right, bottom left, right."""
    left, bottom, right, top = rect
    return left, top, right, top, left, bottom, right, bottom


def _highlight(report: Pdf, item: Annotation) -> Object:
    """Draw a light tone multiplied over the words, and a line below them for dark slides."""
    red, green, blue = (1 - TINT * (1 - part) for part in item.color)
    fill, line = (
        [f"/Multiply gs {red:.3f} {green:.3f} {blue:.3f} rg"],
        [f"/Normal gs {_rg(item.color)}"],
    )
    for left, bottom, right, top in item.rects:
        fill.append(f"{left:.3f} {bottom:.3f} {right - left:.3f} {top - bottom:.3f} re f")
        line.append(f"{left:.3f} {bottom:.3f} {right - left:.3f} {min(1.1, top - bottom):.3f} re f")
    return _form(report, item.hull, [*_around(item), *fill, *line])


def _square(report: Pdf, item: Annotation) -> Object:
    """Draw a line with a light halo, so that it shows on any ground."""
    left, bottom, right, top = item.hull
    halo, half = LINE + 1.6, (LINE + 1.6) / 2
    wide, tall = max(right - left - 2 * half, 0.1), max(top - bottom - 2 * half, 0.1)
    path = f"{left + half:.3f} {bottom + half:.3f} {wide:.3f} {tall:.3f} re S"
    lines = [
        *_around(item),
        f"/Halo gs 1 1 1 RG {halo} w 1 j {path}",
        f"/Normal gs {_rg(item.color).upper()} {LINE} w {path}",
        f"{FINE} w",
        *(f"{x0:.3f} {y0:.3f} {x1 - x0:.3f} {y1 - y0:.3f} re S" for x0, y0, x1, y1 in item.parts),
    ]
    return _form(report, item.hull, lines)


def _around(item: Annotation) -> Iterator[str]:
    """Have all that follows drawn around the marks' numbers, which stand on the page below it."""
    left, bottom, right, top = item.hull
    beyond = f"{left - WIDE:.3f} {bottom - WIDE:.3f}"  # no edge of this one is ever seen
    whole = f"{beyond} {right - left + 2 * WIDE:.3f} {top - bottom + 2 * WIDE:.3f} re"
    for spared in item.spared:
        half = spared.size / 2
        x0, y0, x1, y1 = (spared.x - half, spared.y - half, spared.x + half, spared.y + half)
        if x0 < right and x1 > left and y0 < top and y1 > bottom:
            hole = (
                _circle(spared) if spared.round else f"{x0:.3f} {y0:.3f} {2 * half} {2 * half} re"
            )
            yield f"{whole} {hole} W* n"


def _circle(spared: Spared) -> str:
    x, y, r = spared.x, spared.y, spared.size / 2
    k = r * BEZIER
    path = f"{x + r:.3f} {y:.3f} m"
    for a, b in ((1, 0), (0, 1), (-1, 0), (0, -1)):  # a quarter each, from its beginning
        c, d = -b, a
        path += (
            f" {x + a * r + c * k:.3f} {y + b * r + d * k:.3f}"
            f" {x + c * r + a * k:.3f} {y + d * r + b * k:.3f}"
            f" {x + c * r:.3f} {y + d * r:.3f} c"
        )
    return f"{path} h"


def _note(report: Pdf, item: Annotation) -> Object:
    """Draw a speech bubble with three lines."""
    left, bottom, right, _ = item.hull
    unit = (right - left) / 17

    def at(x: float, y: float) -> str:
        return f"{left + x * unit:.3f} {bottom + y * unit:.3f}"

    bubble = [at(1, 5), "m", at(1, 16), "l", at(16, 16), "l", at(16, 5), "l", at(9, 5), "l"]
    bubble += [at(5, 1), "l", at(5, 5), "l h B"]
    lines = [
        f"{_rg(item.color)} 1 1 1 RG 1 j {1.2 * unit:.3f} w",
        " ".join(bubble),
        f"1 J {unit:.3f} w",
    ]
    lines += [f"{at(4, y)} m {at(13 if y > 8 else 10, y)} l S" for y in (13, 10.5, 8)]
    return _form(report, item.hull, lines)


def _rg(color: Color) -> str:
    return "{:.3f} {:.3f} {:.3f} rg".format(*color)


def _form(report: Pdf, box: Rect, lines: Sequence[str]) -> Object:
    form = Stream(report, "\n".join(lines).encode("ascii"))
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = _numbers(box)
    form.Group = Dictionary(S=Name.Transparency)
    form.Resources = Dictionary(
        ExtGState=Dictionary(
            Multiply=Dictionary(BM=Name.Multiply),
            Normal=Dictionary(BM=Name.Normal, CA=1, ca=1),
            Halo=Dictionary(BM=Name.Normal, CA=0.75),
        )
    )
    return report.make_indirect(form)


def _numbers(values: Sequence[float]) -> Array:
    return Array([round(value, 4) for value in values])
