"""Elements of HTML: all words are escaped unless they are elements already."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

VOID = frozenset(("meta", "img", "input", "br", "path", "circle", "rect", "use"))
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


Attribute = str | float | bool | None
Child = str | None | Iterable["Child"]


def element(tag: str, /, *children: Child, **attributes: Attribute) -> Html:
    """Return an element; ``class_`` is ``class``, ``data_x`` is ``data-x``.

    Words among the children are escaped; None and False leave a child or an attribute out, True
    makes an attribute without a value.
    """
    said = "".join(_attribute(name, value) for name, value in attributes.items())
    if tag in VOID:
        return Html(f"<{tag}{said}>")
    return Html(f"<{tag}{said}>{joined(children)}</{tag}>")


def joined(child: Child) -> Html:
    """Return the children one after the other."""
    if child is None:
        return Html()
    if isinstance(child, Html):
        return child
    if isinstance(child, str):
        return Html(escape(clean(child), quote=False))
    return Html("".join(map(joined, child)))


def clean(words: str) -> str:
    """Return the words without characters that HTML does not allow."""
    shown = _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", words)
    return shown.encode(errors="replace").decode()


def _attribute(name: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    shown = name.rstrip("_").replace("_", "-")
    return f" {shown}" if value is True else f' {shown}="{escape(clean(str(value)))}"'
