"""The theme of a master: its fonts and colours by name."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from sowhat.read.pptx.names import A, Element, number
from sowhat.read.pptx.package import parse

PLAIN = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
PERCENT = 100_000.0


class Theme(NamedTuple):
    """Names to values: ``major`` and ``minor`` are font families, ``colors`` are ``#rrggbb``."""

    major: str = "Calibri"
    minor: str = "Calibri"
    colors: Mapping[str, str] = {}

    def font(self, typeface: str | None) -> str | None:
        """Return the family that ``typeface`` names; "+mj-lt" and the like are the theme's."""
        if typeface and typeface.startswith("+"):
            return self.major if typeface.startswith("+mj") else self.minor
        return typeface or None

    def color(self, fill: Element) -> str | None:
        """Return the colour inside a fill or font reference, None where it is not plain."""
        for choice in fill:
            name = choice.get("val")
            if choice.tag == A + "srgbClr" and name:
                return _shaded(f"#{name.lower()}", choice)
            if choice.tag == A + "schemeClr" and name in self.colors:
                return _shaded(self.colors[name], choice)
            if choice.tag == A + "sysClr" and choice.get("lastClr"):
                return f"#{choice.get('lastClr').lower()}"
        return None


def read_theme(data: bytes | None, names: Mapping[str, str]) -> Theme:
    """Return the theme in ``data`` as a master sees it whose colour map is ``names``."""
    try:
        root = parse(data) if data else None
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        return Theme()
    own: dict[str, str] = {}
    bare = Theme()
    for entry in root.iterfind(f"{A}themeElements/{A}clrScheme/*"):
        if color := bare.color(entry):
            own[etree.QName(entry).localname] = color
    mapped = {name: own[to] for name, to in {**PLAIN, **names}.items() if to in own}
    fonts = f"{A}themeElements/{A}fontScheme/{A}"
    return Theme(
        _typeface(root.find(f"{fonts}majorFont/{A}latin")),
        _typeface(root.find(f"{fonts}minorFont/{A}latin")),
        {**own, **mapped},
    )


def _typeface(latin: Element) -> str:
    return (latin.get("typeface") if latin is not None else "") or "Calibri"


def _shaded(color: str, choice: Element) -> str | None:
    if len(color) != 7:
        return None
    if not len(choice):
        return color
    try:
        red, green, blue = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    except ValueError:
        return None
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    for change in choice.iterchildren("*"):
        amount = number(change.get("val")) / PERCENT
        kind = etree.QName(change).localname
        if kind in ("lumMod", "shade"):
            light *= amount
        elif kind == "lumOff":
            light += amount
        elif kind == "tint":
            light = 1 - (1 - light) * amount
    rgb = colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), saturation)
    return "#" + "".join(f"{round(part * 255):02x}" for part in rgb)
