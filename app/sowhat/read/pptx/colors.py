"""Colours as OOXML writes them: by value, by the theme's name or by a preset's, then changed."""

from __future__ import annotations

import colorsys
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from sowhat.read.pptx.color_names import SYSTEM, full_name, named_colors
from sowhat.read.pptx.names import A, Element, number

PERCENT = 100_000.0
DEGREE = 60_000.0
CURVE = 0.04045  # of sRGB: below it light grows evenly
Rgb: TypeAlias = tuple[float, float, float]


class Paint(NamedTuple):
    """One colour as ``#rrggbb`` and how much of it is seen, from 0 to 1."""

    color: str
    alpha: float = 1.0


def paint_in(holder: Element, colors: Mapping[str, str]) -> Paint | None:
    """Return the colour that stands in ``holder``, None where there is none that is known.

    ``colors`` are the theme's by name, and ``phClr`` where something gives it a meaning.
    """
    for choice in holder:
        base = _BASES.get(choice.tag)
        if base is not None:
            color = base(choice, colors)
            return None if color is None else _changed(color, choice)
    return None


def _literal(choice: Element, _colors: Mapping[str, str]) -> str | None:
    value = (choice.get("val") or "").lower()
    try:
        return f"#{int(value, 16):06x}" if len(value) == 6 else None
    except ValueError:
        return None


def _scheme(choice: Element, colors: Mapping[str, str]) -> str | None:
    return colors.get(choice.get("val") or "")


def _system(choice: Element, _colors: Mapping[str, str]) -> str | None:
    last = choice.get("lastClr")
    return f"#{last.lower()}" if last and len(last) == 6 else SYSTEM.get(choice.get("val") or "")


def _preset(choice: Element, _colors: Mapping[str, str]) -> str | None:
    return named_colors().get(full_name(choice.get("val") or ""))


def _portions(choice: Element, _colors: Mapping[str, str]) -> str:
    red, green, blue = (_bounded(number(choice.get(key)) / PERCENT) for key in "rgb")
    return _written((_curved(red), _curved(green), _curved(blue)))


def _wheel(choice: Element, _colors: Mapping[str, str]) -> str:
    hue = number(choice.get("hue")) / DEGREE / 360 % 1.0
    light, saturation = (_bounded(number(choice.get(key)) / PERCENT) for key in ("lum", "sat"))
    return _written(colorsys.hls_to_rgb(hue, light, saturation))


def _changed(color: str, choice: Element) -> Paint | None:
    if not len(choice):
        return Paint(color)
    try:
        red, green, blue = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    except ValueError:
        return None
    rgb, alpha = (red, green, blue), 1.0
    for change in choice.iterchildren("*"):
        kind = change.tag[len(A) :]
        amount = number(change.get("val"), PERCENT) / PERCENT
        if kind in _ALPHAS:
            alpha = _bounded(_ALPHAS[kind](alpha, amount))
        elif kind in _SHIFTS:
            rgb = _shifted(rgb, _SHIFTS[kind], amount)
        elif kind in _MIXES:
            rgb = _MIXES[kind](rgb, amount)
    return Paint(_written(rgb), alpha)


def _shifted(rgb: Rgb, shift: tuple[int, str], amount: float) -> Rgb:
    """Change hue, light or saturation: "Mod" multiplies, "Off" adds, else the value is set."""
    part, how = shift
    values = list(colorsys.rgb_to_hls(*rgb))
    if part == 0 and how != "Mod":
        amount *= PERCENT / DEGREE / 360
    by = {"Mod": values[part] * amount, "Off": values[part] + amount}
    values[part] = by.get(how, amount)
    return colorsys.hls_to_rgb(values[0] % 1.0, _bounded(values[1]), _bounded(values[2]))


def _darker(rgb: Rgb, amount: float) -> Rgb:
    red, green, blue = (_curved(_straight(part) * amount) for part in rgb)
    return red, green, blue


def _lighter(rgb: Rgb, amount: float) -> Rgb:
    red, green, blue = (_curved(1.0 - (1.0 - _straight(part)) * amount) for part in rgb)
    return red, green, blue


def _gray(rgb: Rgb, _amount: float) -> Rgb:
    level = 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2]
    return level, level, level


def _inverse(rgb: Rgb, _amount: float) -> Rgb:
    return 1.0 - rgb[0], 1.0 - rgb[1], 1.0 - rgb[2]


def _opposite(rgb: Rgb, _amount: float) -> Rgb:
    hue, light, saturation = colorsys.rgb_to_hls(*rgb)
    return colorsys.hls_to_rgb((hue + 0.5) % 1.0, light, saturation)


def straight_light(color: str) -> Rgb:
    """Return the light of ``#rrggbb``'s parts, in which colours can be added and compared."""
    red, green, blue = (_straight(int(color[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return red, green, blue


def _straight(part: float) -> float:
    low = max(part, 0.0)
    return low / 12.92 if low <= CURVE else float(((low + 0.055) / 1.055) ** 2.4)


def _curved(part: float) -> float:
    low = _bounded(part)
    return low * 12.92 if low <= CURVE / 12.92 else float(1.055 * low ** (1 / 2.4) - 0.055)


def _bounded(value: float) -> float:
    return min(max(value, 0.0), 1.0)


def _written(rgb: Rgb) -> str:
    return "#" + "".join(f"{round(_bounded(part) * 255):02x}" for part in rgb)


_BASES: Mapping[str, Callable[[Element, Mapping[str, str]], str | None]] = {
    A + "srgbClr": _literal,
    A + "schemeClr": _scheme,
    A + "sysClr": _system,
    A + "prstClr": _preset,
    A + "scrgbClr": _portions,
    A + "hslClr": _wheel,
}
_ALPHAS: Mapping[str, Callable[[float, float], float]] = {
    "alpha": lambda _alpha, amount: amount,
    "alphaMod": lambda alpha, amount: alpha * amount,
    "alphaOff": lambda alpha, amount: alpha + amount,
}
_SHIFTS = {
    part + how: (index, how)
    for index, part in enumerate(("hue", "lum", "sat"))
    for how in ("", "Mod", "Off")
}
_MIXES: Mapping[str, Callable[[Rgb, float], Rgb]] = {
    "shade": _darker,
    "tint": _lighter,
    "gray": _gray,
    "inv": _inverse,
    "comp": _opposite,
}
