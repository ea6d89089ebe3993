"""How text looks: list styles merged from the slide up to the presentation's defaults."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeAlias

from sowhat.read.pptx.colors import Paint
from sowhat.read.pptx.names import EMU, A, Element, number, truth
from sowhat.read.pptx.theme import Theme

HUNDREDTH = 100.0  # sizes and spacings are given in hundredths of a point
PERCENT = 100_000.0
RAISED = 0.58  # how large raised and lowered letters are drawn
DEEPEST = 8  # outline levels are 0 to 8
LINK_COLOR = "{http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor}hlinkClr"


class Style(NamedTuple):
    """How a paragraph and its words are set. Lengths in points.

    ``track`` is added to each letter's width; letters are kerned from the size ``kern`` on, 0
    meaning never.
    ``spacing``, ``before`` and ``after`` are shares of the line's height where negative, as in
    -0.9 for 90 %, else points. ``stops`` are where tabs lead to, ``tab`` the step behind them.
    ``alpha`` is how much of the colour is seen; it is ``sure`` where a file says one plain colour,
    and the words are ``edged`` where an outline, a glow or the like shows them in any colour.
    """

    size: float = 18.0
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    track: float = 0.0
    font: str = ""
    color: str | None = None
    alpha: float = 1.0
    sure: bool = False
    edged: bool = False
    align: str = "l"
    left: float = 0.0
    right: float = 0.0
    indent: float = 0.0
    before: float = 0.0
    after: float = 0.0
    spacing: float = -1.0
    bullet: bool = False
    kern: float = 0.01
    tab: float = 72.0
    stops: tuple[float, ...] = ()


Levels: TypeAlias = tuple[Style, ...]


def plain(theme: Theme) -> Levels:
    """Return the nine levels before any style is laid over them."""
    return (Style(font=theme.minor, color=theme.colors.get("tx1")),) * (DEEPEST + 1)


def layered(levels: Levels, sources: Iterable[Element | None], theme: Theme) -> Levels:
    """Return ``levels`` with list styles laid over them, the later ones on top."""
    for source in sources:
        if source is None or not len(source):
            continue
        common = source.find(A + "defPPr")
        result = []
        for depth, below in enumerate(levels):
            style = below if common is None else paragraph_style(below, common, theme)
            own = source.find(f"{A}lvl{depth + 1}pPr")
            result.append(style if own is None else paragraph_style(style, own, theme))
        levels = tuple(result)
    return levels


def paragraph_style(style: Style, properties: Element, theme: Theme) -> Style:
    """Return ``style`` changed by an ``a:pPr`` or ``a:lvlNpPr``."""
    changes: dict[str, float | str | bool | tuple[float, ...]] = {}
    for name, value in properties.attrib.items():
        if name in _LENGTHS:
            changes[_LENGTHS[name]] = number(value) / EMU
        elif name == "algn":
            changes["align"] = value
    inner = None
    for child in properties:
        tag = child.tag
        if tag in _SPACINGS:
            changes[_SPACINGS[tag]] = _spacing(child)
        elif tag in _BULLETS:
            changes["bullet"] = _BULLETS[tag]
        elif tag == A + "tabLst":
            changes["stops"] = tuple(sorted(number(stop.get("pos")) / EMU for stop in child))
        elif tag == A + "defRPr":
            inner = child
    if changes:
        style = style._replace(**changes)  # type: ignore[arg-type]
    return style if inner is None else run_style(style, inner, theme)


def run_style(style: Style, properties: Element, theme: Theme) -> Style:
    """Return ``style`` changed by an ``a:rPr``, ``a:defRPr`` or ``a:endParaRPr``."""
    changes: dict[str, float | str | bool] = {}
    for name, value in properties.attrib.items():
        if name == "sz":
            changes["size"] = number(value) / HUNDREDTH or style.size
        elif name in _LOOKS:
            field, look = _LOOKS[name]
            changes[field] = look(value)
    if number(properties.get("baseline")):
        changes["size"] = float(changes.get("size", style.size)) * RAISED
    for child in properties:
        if child.tag == A + "latin":
            changes["font"] = theme.font(child.get("typeface")) or style.font
        elif child.tag in _INKS:
            changes |= _ink(child, theme)
        elif child.tag in _EDGES:
            changes["edged"] = _shows(child)
    return style._replace(**changes) if changes else style  # type: ignore[arg-type]


def reference_style(levels: Levels, shape: Element, theme: Theme) -> Levels:
    """Return ``levels`` with the font and colour of a shape's ``p:style`` or ``dsp:style``."""
    reference = shape.find(A + "fontRef")
    if reference is None:
        return levels
    ink = {} if (paint := theme.paint(reference)) is None else _painted(paint)
    if reference.get("idx") == "major":
        ink["font"] = theme.major
    return tuple(style._replace(**ink) for style in levels)  # type: ignore[arg-type]


def linked_style(style: Style, click: Element, theme: Theme) -> Style:
    """Return the style of words behind which there is a link: they take the theme's colour for
    links whatever they say of themselves, unless the link says that they keep their own."""
    color = theme.colors.get("hlink")
    if color is None or any(kept.get("val") == "tx" for kept in click.iter(LINK_COLOR)):
        return style
    return style._replace(color=color, alpha=1.0, sure=False)


def _ink(fill: Element, theme: Theme) -> dict[str, float | str | bool]:
    """Return what a fill makes of the words; of a gradient they take the first colour."""
    if fill.tag == A + "noFill":
        return {"alpha": 0.0, "sure": True}
    plain = fill.tag == A + "solidFill"
    paint = theme.paint(fill if plain else next(fill.iter(*_STOPS), ()))
    if paint is None:
        return {"alpha": 1.0, "sure": False}
    return _painted(paint) if plain else {"color": paint.color, "alpha": 1.0, "sure": False}


def _painted(paint: Paint) -> dict[str, float | str | bool]:
    return {"color": paint.color, "alpha": paint.alpha, "sure": True}


def _shows(edge: Element) -> bool:
    """Say whether an outline or an effect is there, rather than switched off."""
    return len(edge) > 0 and all(child.tag != A + "noFill" for child in edge)


def _spacing(properties: Element) -> float:
    for child in properties:
        value = number(child.get("val"))
        return -value / PERCENT if child.tag == A + "spcPct" else value / HUNDREDTH
    return 0.0


_LENGTHS = {"marL": "left", "marR": "right", "indent": "indent", "defTabSz": "tab"}
_SPACINGS = {A + "lnSpc": "spacing", A + "spcBef": "before", A + "spcAft": "after"}
_LOOKS: Mapping[str, tuple[str, Callable[[str], float | bool]]] = {
    "b": ("bold", truth),
    "i": ("italic", truth),
    "spc": ("track", lambda value: number(value) / HUNDREDTH),
    "kern": ("kern", lambda value: number(value) / HUNDREDTH),
    "cap": ("capitals", lambda value: value == "all"),
}
_INKS = frozenset(A + name for name in ("solidFill", "gradFill", "noFill", "pattFill", "blipFill"))
_EDGES = frozenset(A + name for name in ("ln", "effectLst", "effectDag", "highlight"))
_STOPS = (A + "gs", A + "fgClr")
_BULLETS = {
    A + "buNone": False,
    A + "buChar": True,
    A + "buAutoNum": True,
    A + "buBlip": True,
}
