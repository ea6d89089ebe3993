"""What PDFium must not be asked of a file, told before it is asked.

It lays out all that a page draws when it opens it, forms within forms as often as they are drawn:
a file of 2 KB may ask for more than there is. Weighed are the bytes of drawing operators. It also
follows a tree of page names wherever that leads.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

MOST_PAGES = 2_000
HEAVIEST = 64 << 20  # bytes of drawing operators that one page may come to
DEEPEST = 64  # forms within forms, branches of branches
MOST_BRANCHES = 10_000

_MOST_RATIO = 1032  # what zlib packs at most
_PIECE = 1 << 20
_FLATE = (Name.FlateDecode, Name("/Fl"))
_DRAWN = re.compile(rb"/([^\s/\[\]()<>{}%]+)\s+Do\b")

Key = tuple[int, int]
Forms = Mapping[bytes, Any]


@dataclass(frozen=True, slots=True)
class Gates:
    """How many pages there are, which of them (from 0) are too heavy to be opened, and whether
    names of pages may be asked for. Where a file does not tell, all its pages are light and have no
    names, and there are as many as PDFium says."""

    pages: int | None = None
    heavy: frozenset[int] = frozenset()
    named: bool = False


def gates(path: Path, password: str | None) -> Gates:
    """Return what may be asked of the PDF file at ``path``."""
    try:
        with pikepdf.open(path, password=password or "") as pdf:
            scales = _Scales()
            pages = zip(range(MOST_PAGES), pdf.pages, strict=False)
            heavy = [index for index, page in pages if scales.page(page.obj) > HEAVIEST]
            named = _ends(pdf.Root.get("/PageLabels"))
            return Gates(len(pdf.pages), frozenset(heavy), named)
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, TypeError, RuntimeError):
        return Gates()


def _ends(tree: Any) -> bool:
    """Say whether a tree has an end: no branch that holds itself, and none too deep."""
    waiting = [(tree, 0)]
    for _ in range(MOST_BRANCHES):
        if not waiting:
            return True
        branch, depth = waiting.pop()
        kids = branch.get("/Kids") if isinstance(branch, Dictionary) else None
        if isinstance(kids, Array):
            if depth >= DEEPEST:
                return False
            waiting += [(kid, depth + 1) for kid in kids]
    return False


@dataclass(slots=True)
class _Scales:
    """Weighs pages; what several of them draw is weighed once.

    A form that draws itself once is drawn as deep as PDFium goes; more often, it would not end.
    """

    _known: dict[Key, int] = field(default_factory=dict)
    _open: dict[Key, int] = field(default_factory=dict)  # and how often each is drawn
    _rounds: int = 0  # ways from an open form back to itself

    def page(self, page: Any) -> int:
        """Return what a page draws, in bytes; a little more than ``HEAVIEST`` where it is more."""
        contents = page.get("/Contents")
        parts = list(contents) if isinstance(contents, Array) else [contents]
        streams = [one for one in parts if isinstance(one, Stream)]
        forms = _forms(page, {})
        if not forms and sum(map(_at_most, streams)) <= HEAVIEST:
            return 0  # for sure, and told without inflating anything
        self._rounds = 0
        return self._drawn(streams, forms, 1)

    def _drawn(self, streams: list[Any], forms: Forms, often: int) -> int:
        data = [_inflated(one) for one in streams]
        weight = sum(map(len, data))
        times = Counter(name for one in data for name in _DRAWN.findall(one)) if forms else {}
        for name, form in forms.items():
            if weight <= HEAVIEST and name in times:
                weight += times[name] * self._form(form, forms, often * times[name])
        return min(weight, HEAVIEST + 1)

    def _form(self, form: Any, around: Forms, often: int) -> int:
        key: Key = form.objgen
        if key in self._known:
            return self._known[key]
        if key in self._open:
            self._rounds += 1
            once = self._rounds == 1 and often == self._open[key]
            return 0 if once else HEAVIEST + 1
        if len(self._open) >= DEEPEST:
            return HEAVIEST + 1
        self._open[key], before = often, self._rounds
        weight = self._drawn([form], _forms(form, around), often)
        del self._open[key]
        if self._rounds > before:
            return min(weight * DEEPEST, HEAVIEST + 1)
        self._known[key] = weight
        return weight


def _forms(drawn: Any, around: Forms) -> Forms:
    """Return the forms that a page or form may draw, by their names without the stroke.

    ``around`` are those that a form without resources of its own takes.
    """
    resources = _resources(drawn)
    if resources is None:
        return around
    known = resources.get("/XObject")
    if not isinstance(known, Dictionary):
        return {}
    return {
        name[1:].encode("utf-8", "surrogateescape"): item
        for name, item in known.items()
        if isinstance(item, Stream) and item.get("/Subtype") == Name.Form
    }


def _resources(drawn: Any) -> Any:
    """Return the resources of a page or form, or those that a page inherits; None without any."""
    for _ in range(DEEPEST):
        resources = drawn.get("/Resources")
        if isinstance(resources, Dictionary):
            return resources
        drawn = drawn.get("/Parent")
        if not isinstance(drawn, Dictionary):
            return None
    return None


def _packings(stream: Any) -> list[Any] | None:
    """Return the filters of a stream where all are zlib's, else None."""
    given = stream.get("/Filter")
    filters = list(given) if isinstance(given, Array) else [] if given is None else [given]
    return filters if all(one in _FLATE for one in filters) else None


def _at_most(stream: Any) -> int:
    """Return what a stream may inflate to."""
    packings = _packings(stream)
    size: int = len(stream.read_raw_bytes())
    return size * int(_MOST_RATIO ** len(packings or ()))


def _inflated(stream: Any) -> bytes:
    """Return a stream's data, hardly more than ``HEAVIEST``; packed data where it is not zlib's."""
    data: bytes = stream.read_raw_bytes()
    for _ in _packings(stream) or ():
        data = _unpacked(data)
    return data


def _unpacked(data: bytes) -> bytes:
    stream, out, waiting = zlib.decompressobj(), BytesIO(), data
    try:
        while waiting and not stream.eof and out.tell() <= HEAVIEST:
            out.write(stream.decompress(waiting, _PIECE))
            waiting = stream.unconsumed_tail
    except zlib.error:
        pass  # what came until here is what a viewer sees, too
    return out.getvalue()
