"""Equations as one line of text: "x=(-b±√(b^2-4ac))/2a" for what is set in two dimensions."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping

from sowhat.read.pptx.names import MATH, Element, truth

DEEPEST = 40  # parts in parts; what lies deeper is its letters alone
HAT, OVERLINE, INTEGRAL = "\u0302", "\u0305", "∫"
_ROOTS = {"": "√", "3": "∛", "4": "∜"}
_OPEN, _CLOSE = "([{⟨|‖⌈⌊", ")]}⟩|‖⌉⌋"
_LETTERS = range(0x1D400, 0x1D800)  # slanted, bold and other letters of mathematics
_PLANCK = "\u210e"  # stands for the slanted h among them


def equation(holder: Element) -> str:
    """Return the equations inside ``holder`` (an ``a14:m``, say) on one line, "" if none."""
    written = (_plain(_inside(math, 0)) for math in holder.iter(MATH + "oMath"))
    return " ".join(filter(None, (" ".join(text.split()) for text in written)))


def _inside(holder: Element | None, depth: int) -> str:
    """Return the parts of ``holder`` one after the other."""
    if holder is None:
        return ""
    if depth > DEEPEST:
        return "".join(text.text or "" for text in holder.iter(MATH + "t"))
    return "".join(_part(child, depth + 1) for child in holder)


def _part(part: Element, depth: int) -> str:
    if part.tag == MATH + "r":
        return "".join(text.text or "" for text in part.iterchildren(MATH + "t"))
    write = _WRITERS.get(part.tag)
    if write is not None:
        return write(part, depth)
    known = isinstance(part.tag, str) and part.tag.startswith(MATH)
    return _inside(part, depth) if known and not part.tag.endswith("Pr") else ""


def _of(part: Element, name: str, depth: int) -> str:
    return _inside(part.find(MATH + name), depth)


def _fraction(part: Element, depth: int) -> str:
    over, under = (_of(part, name, depth) for name in ("num", "den"))
    if _setting(part, "type") == "noBar":  # as in "n choose k"
        return f"{over}¦{under}"
    return f"{_held(over)}/{_held(under)}"


def _script(part: Element, depth: int) -> str:
    base = _held(_of(part, "e", depth))
    return base + _scripts(_of(part, "sub", depth), _of(part, "sup", depth))


def _before(part: Element, depth: int) -> str:
    return _scripts(*(_of(part, name, depth) for name in ("sub", "sup"))) + _of(part, "e", depth)


def _scripts(sub: str, sup: str) -> str:
    return (f"_{_held(sub)}" if sub else "") + (f"^{_held(sup)}" if sup else "")


def _root(part: Element, depth: int) -> str:
    degree = _of(part, "deg", depth).strip()
    inner = _of(part, "e", depth)
    if degree in _ROOTS:
        return f"{_ROOTS[degree]}({inner})"
    return f"{_held(degree)}√({inner})"


def _sum(part: Element, depth: int) -> str:
    sign = _setting(part, "chr") or INTEGRAL
    limits = _scripts(*(_of(part, name, depth) for name in ("sub", "sup")))
    inner = _of(part, "e", depth)
    return f"{sign}{limits} {inner}" if limits and inner else sign + limits + inner


def _delimited(part: Element, depth: int) -> str:
    begin, between, end = (_setting(part, name) for name in ("begChr", "sepChr", "endChr"))
    inner = [_inside(child, depth) for child in part.iterchildren(MATH + "e")]
    inner_text = ("|" if between is None else between).join(inner)
    return ("(" if begin is None else begin) + inner_text + (")" if end is None else end)


def _matrix(part: Element, depth: int) -> str:
    rows = (
        ", ".join(_inside(cell, depth) for cell in row.iterchildren(MATH + "e"))
        for row in part.iterchildren(MATH + "mr")
    )
    text = "; ".join(rows)
    holder = part.getparent().getparent()
    fenced = holder is not None and holder.tag == MATH + "d"
    return text if fenced else f"[{text}]"


def _lines(part: Element, depth: int) -> str:
    return "; ".join(_inside(line, depth) for line in part.iterchildren(MATH + "e"))


def _accent(part: Element, depth: int) -> str:
    return _marked(_of(part, "e", depth), _setting(part, "chr") or HAT)


def _bar(part: Element, depth: int) -> str:
    return _marked(_of(part, "e", depth), OVERLINE)


def _marked(text: str, mark: str) -> str:
    if len(text) == 1 and unicodedata.combining(mark[0]):
        return text + mark
    return text if mark == OVERLINE else f"{_held(text)}{mark}"


def _function(part: Element, depth: int) -> str:
    name, inner = _of(part, "fName", depth), _of(part, "e", depth)
    apart = name and inner and inner[0] not in _OPEN
    return f"{name} {inner}" if apart else name + inner


def _limit(part: Element, depth: int) -> str:
    sign = "_" if part.tag == MATH + "limLow" else "^"
    limit = _of(part, "lim", depth)
    return _of(part, "e", depth) + (sign + _held(limit) if limit else "")


def _held(text: str) -> str:
    """Return a part of an equation in brackets where it would fall apart without."""
    text = text.strip()
    whole = text.isalnum() or len(text) < 2 or all(_simple(sign) for sign in text)
    return text if whole or _is_fenced(text) else f"({text})"


def _simple(sign: str) -> bool:
    return sign.isalnum() or sign in ".,'′" or bool(unicodedata.combining(sign))


def _is_fenced(text: str) -> bool:
    """Say whether one pair of brackets holds all of ``text``."""
    kind = _OPEN.find(text[0])
    if kind < 0 or text[-1] != _CLOSE[kind]:
        return False
    inner = text[1:-1]
    return _OPEN[kind] not in inner and _CLOSE[kind] not in inner


def _setting(part: Element, name: str) -> str | None:
    """Return a property of a part of an equation; there is one element of them, named after it."""
    for child in part:
        if isinstance(child.tag, str) and child.tag.endswith("Pr"):
            found = child.find(MATH + name)
            return None if found is None else found.get(MATH + "val", "")
    return None


def _hidden(part: Element, depth: int) -> str:
    """Return what takes room: a phantom is seen where it is said to be."""
    shown = _setting(part, "show")
    return _of(part, "e", depth) if shown is None or truth(shown, default=True) else ""


def _plain(text: str) -> str:
    if text.isascii():
        return text
    return "".join(
        unicodedata.normalize("NFKC", sign) if ord(sign) in _LETTERS or sign == _PLANCK else sign
        for sign in text
    )


_WRITERS: Mapping[str, Callable[[Element, int], str]] = {
    MATH + "f": _fraction,
    MATH + "sSub": _script,
    MATH + "sSup": _script,
    MATH + "sSubSup": _script,
    MATH + "sPre": _before,
    MATH + "rad": _root,
    MATH + "nary": _sum,
    MATH + "d": _delimited,
    MATH + "m": _matrix,
    MATH + "eqArr": _lines,
    MATH + "acc": _accent,
    MATH + "bar": _bar,
    MATH + "func": _function,
    MATH + "limLow": _limit,
    MATH + "limUpp": _limit,
    MATH + "phant": _hidden,
}
