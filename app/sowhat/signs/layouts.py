"""Signs in how a slide is laid out and where it stands in the deck."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator

from sowhat.model import WHOLE, Box, PictureOrigin, Place, Role, Sign, hull
from sowhat.rules import derived, load
from sowhat.signs.view import Entry, View

KINDS = ("layout",)

FEW, MANY = 8, 120  # words
SHORT = 8  # words of a list's item
BIG = 1.5  # times the deck's usual headline

_LINK = re.compile(
    r"https?://\S+\.|www\.\w|[\w.+-]+@[\w-]+\.\w|\b[\w-]+\.(?:com|org|io|net)/\S", re.IGNORECASE
)
_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+\.\w{2,}|\+\d[\d ().-]{7,}\d|\(\d{3}\) ?\d{3}[ -]\d{4}"
    r"|\b(?:tel|phone|mobile)\b[ .:]",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"[“\"«„]([^“”\"«»]{30,})[”\"»“]")
_CODE = re.compile(
    r"^\s*(?:\$ |> |sudo |kubectl |docker |git |npm |pip |curl |apt(?:-get)? |import |"
    r"from \w+ import|def |class |public |private |function |var |let |const |select .* from|"
    r"#include|<\w+[ >/]|[{}]\s*$)",
    re.IGNORECASE,
)
_CODE_END = re.compile(r"[;{}]\s*$|\w+\(.*\)\s*[;{]")
_NUMBER = re.compile(
    r"[~<>≈]?\s?[$€£¥₹]?\s?\d[\d.,]*\s?(?:k|m|mn|bn|b|t|x|%|\+|million|billion)*\+?", re.IGNORECASE
)
_LAYOUTS = {
    "layout-title": re.compile(r"\btitle slide\b|^title$|\bcover\b", re.IGNORECASE),
    "layout-section": re.compile(r"section|divider|transition|chapter", re.IGNORECASE),
    "layout-end": re.compile(r"\bend\b|closing|thank|back cover", re.IGNORECASE),
}


@derived
def _entries() -> tuple[tuple[str, Entry], ...]:
    return tuple(
        (layout, (rule, sign))
        for rule in load().motifs.values()
        for sign in rule.signs
        if sign.kind == "layout"
        for layout in sign.match
    )


def find(view: View) -> Iterator[Sign]:
    """Yield the layout signs of a slide."""
    known: dict[str, Place | None] = {}
    for layout, entry in _entries():
        if layout not in known:
            known[layout] = place_of(view, layout)
        place = known[layout]
        if place is not None:
            yield view.at(entry, place)


def place_of(view: View, layout: str) -> Place | None:
    """Return where the slide has ``layout``, None where it has not. Raises ``KeyError``."""
    if layout in _LAYOUTS:
        return view.area(WHOLE) if _LAYOUTS[layout].search(view.slide.layout) else None
    box = _FINDERS[layout](view)
    return view.area(box, exact=box is not WHOLE) if box is not None else None


def _when(condition: bool) -> Box | None:  # noqa: FBT001
    return WHOLE if condition else None


def _words(view: View) -> int:
    return sum(len(block.text.split()) for _, block in view.shown)


def _boxes(view: View, fits: Callable[[str], object], least: int) -> Box | None:
    found = [b.box for _, b in view.shown if b.box and fits(b.text)]
    return hull(found) if len(found) >= least else None


def _title_only(view: View) -> Box | None:
    blocks = [block for _, block in view.shown]
    only = blocks and all(block.role in (Role.TITLE, Role.SUBTITLE) for block in blocks)
    return _when(bool(only) and any(block.role is Role.TITLE for block in blocks))


def _bare_heading(view: View) -> Box | None:
    verb = any(t.pos in ("VERB", "AUX") for line in view.lines for t in line.sentence.tokens)
    return _when(1 <= _words(view) <= 6 and not verb)


def _big_type(view: View) -> Box | None:
    sizes = [(b.size, b.box) for _, b in view.shown if b.size and b.box]
    if not sizes or not view.title_size:
        return None
    size, box = max(sizes, key=lambda item: item[0])
    return box if size >= BIG * view.title_size else None


def _list(view: View) -> Box | None:
    body = [b for _, b in view.shown if b.role is Role.BODY and b.box]
    short = [b.box for b in body if b.box and len(b.text.split()) <= SHORT]
    return hull(short) if len(short) >= 3 and 2 * len(short) > len(body) else None


def _table(view: View) -> Box | None:
    cells = [b.box for _, b in view.shown if b.role is Role.CELL and b.box]
    return hull(cells) if len(cells) >= 6 else None


def _columns(view: View) -> Box | None:
    groups: dict[int, list[Box]] = {}
    for _, block in view.shown:
        if block.role is Role.BODY and block.box:
            groups.setdefault(block.group, []).append(block.box)
    hulls = [hull(boxes) for boxes in groups.values()]
    for box in hulls:
        row = [o for o in hulls if abs(o.y0 - box.y0) < 0.05 and o.width < 0.4]
        row.sort(key=lambda o: o.x0)
        apart = all(a.x1 <= b.x0 + 0.02 for a, b in itertools.pairwise(row))
        if len(row) >= 3 and apart:
            return hull(row)
    return None


def _links(view: View) -> Box | None:
    return _boxes(view, lambda text: "." in text and _LINK.search(text), 2)


def _quote(view: View) -> Box | None:
    def quoted(text: str) -> bool:
        match = _QUOTE.search(text)
        return match is not None and len(match.group(1).split()) >= 8

    return _boxes(view, quoted, 1)


def _chart(view: View) -> Box | None:
    boxes = [p.box for p in view.slide.pictures if p.origin is PictureOrigin.CHART]
    return hull(boxes) if boxes else None


def _is_code(text: str) -> bool:
    marked = ";" in text or "{" in text or "}" in text
    return _CODE.match(text) is not None or (marked and _CODE_END.search(text) is not None)


def _one_picture(view: View) -> Box | None:
    large = [p.box for p in view.slide.pictures if p.box.clamped().area > 0.6]
    return large[0] if large and _words(view) < 10 else None


_FINDERS: dict[str, Callable[[View], Box | None]] = {
    "first": lambda view: _when(view.index == 0),
    "second": lambda view: _when(view.index == 1),
    "last": lambda view: _when(view.index == view.count - 1 and view.count > 1),
    "no-words": lambda view: _when(_words(view) == 0),
    "few-words": lambda view: _when(1 <= _words(view) <= FEW),
    "many-words": lambda view: _when(_words(view) > MANY),
    "title-only": _title_only,
    "bare-heading": _bare_heading,
    "big-type": _big_type,
    "list": _list,
    "table": _table,
    "columns": _columns,
    "links": _links,
    "quote": _quote,
    "big-numbers": lambda view: _boxes(view, lambda text: _NUMBER.fullmatch(text.strip()), 3),
    "chart": _chart,
    "one-picture": _one_picture,
    "code": lambda view: _boxes(view, _is_code, 3),
    "contact": lambda view: _boxes(view, _CONTACT.search, 1),
}
NAMES = frozenset((*_LAYOUTS, *_FINDERS))
