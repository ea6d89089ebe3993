"""The theme of a master: its fonts, fills and colours by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from sowhat.opc import parse
from sowhat.read.pptx.colors import Paint, paint_in
from sowhat.read.pptx.names import A, Element

PLAIN = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
USUAL = "Calibri"


class Theme(NamedTuple):
    """Names to values: ``major`` and ``minor`` are font families, ``colors`` are ``#rrggbb``.

    ``fills`` and ``grounds`` are the elements that shapes and backgrounds refer to by number.
    """

    major: str = USUAL
    minor: str = USUAL
    colors: Mapping[str, str] = {}
    fills: tuple[Element, ...] = ()
    grounds: tuple[Element, ...] = ()

    def font(self, typeface: str | None) -> str | None:
        """Return the family that ``typeface`` names; "+mj-lt" and the like are the theme's."""
        if typeface and typeface.startswith("+"):
            return self.major if typeface.startswith("+mj") else self.minor
        return typeface or None

    def color(self, fill: Element) -> str | None:
        """Return the colour inside a fill or font reference, None where it is not plain."""
        paint = paint_in(fill, self.colors)
        return None if paint is None else paint.color

    def paint(self, fill: Element) -> Paint | None:
        """Return the colour inside a fill or font reference with its transparency."""
        return paint_in(fill, self.colors)

    def meaning(self, color: str) -> Theme:
        """Return the theme in which the placeholder colour of fills is ``color``."""
        return self._replace(colors={**self.colors, "phClr": color})


def read_theme(
    data: bytes | None, names: Mapping[str, str], overrides: tuple[bytes, ...] = ()
) -> Theme:
    """Return the theme in ``data`` as a master sees it whose colour map is ``names``.

    ``overrides`` are the parts by which layout and slide change some of it, the last on top.
    """
    root = _parsed(data)
    if root is None:
        return Theme()
    elements = root.find(A + "themeElements")
    sources = [] if elements is None else [elements]
    sources += [changed for part in overrides if (changed := _parsed(part)) is not None]
    own: dict[str, str] = {}
    for entry in _last(sources, "clrScheme"):
        if isinstance(entry.tag, str) and (paint := paint_in(entry, {})):
            own[etree.QName(entry).localname] = paint.color
    mapped = {name: own[to] for name, to in {**PLAIN, **names}.items() if to in own}
    fonts, formats = _last(sources, "fontScheme"), _last(sources, "fmtScheme")
    return Theme(
        _typeface(fonts, "majorFont"),
        _typeface(fonts, "minorFont"),
        {**own, **mapped},
        _listed(formats, "fillStyleLst"),
        _listed(formats, "bgFillStyleLst"),
    )


def _parsed(data: bytes | None) -> Element | None:
    try:
        return parse(data) if data else None
    except etree.XMLSyntaxError:
        return None


def _last(sources: list[Element], name: str) -> Element:
    """Return what the last of ``sources`` says, nothing where none says anything."""
    found = (source.find(A + name) for source in reversed(sources))
    return next((scheme for scheme in found if scheme is not None), ())


def _typeface(fonts: Element, name: str) -> str:
    """Return the family for Latin letters, where none is named the one for others."""
    chosen: Element = None if isinstance(fonts, tuple) else fonts.find(A + name)
    for script in ("latin", "ea", "cs") if chosen is not None else ():
        family = chosen.find(A + script)
        if family is not None and family.get("typeface"):
            return str(family.get("typeface"))
    return USUAL


def _listed(formats: Element, name: str) -> tuple[Element, ...]:
    fills = None if isinstance(formats, tuple) else formats.find(A + name)
    return () if fills is None else tuple(fills.iterchildren("*"))
