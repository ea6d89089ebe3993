"""What a slide inherits from its layout, master and theme."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from lxml import etree

from sowhat.opc import parse
from sowhat.read.pptx.fills import own_fill
from sowhat.read.pptx.frames import Frame, framed
from sowhat.read.pptx.holders import FOOTERS, TITLES, Holder, holders_in, matching, on_master
from sowhat.read.pptx.names import (
    LAYOUT,
    MASTER,
    TABLE_STYLES,
    THEME,
    THEME_OVERRIDE,
    A,
    Element,
    P,
)
from sowhat.read.pptx.styles import Levels, layered, plain
from sowhat.read.pptx.tables import TableStyles
from sowhat.read.pptx.theme import Theme, read_theme


class Slot(NamedTuple):
    """What a shape starts from: ``xfrm`` is None for those that are no placeholders, ``fill`` for
    those whose placeholders name none; ``prompt`` are the layout's words that ask to fill it."""

    xfrm: Element | None
    frame: Frame
    levels: Levels
    fill: Element | None = None
    prompt: str = ""


class Changes(NamedTuple):
    """What a layout or slide changes of its theme: which colour is called what, and the parts that
    put others in their place."""

    names: tuple[tuple[str, str], ...] = ()
    parts: tuple[bytes, ...] = ()

    def under(self, other: Changes) -> Changes:
        """Return these with ``other`` on top."""
        return Changes(other.names or self.names, self.parts + other.parts)


class Design:
    """A layout with its master: what their placeholders hand down. Parts are python-pptx's.

    ``free`` is for shapes that are no placeholders, ``cell`` for the text of tables.
    """

    def __init__(
        self, layout: Any, defaults: Element | None, tables: TableStyles, changes: Changes
    ) -> None:
        self.layout = layout
        self.master = related(layout, MASTER)
        self.root: Element | None = None if layout is None else layout._element
        self.name: str = "" if self.root is None else _name(self.root)
        self.master_root: Element | None = None if self.master is None else self.master._element
        self.theme = self._theme(_changes(layout).under(changes))
        self.tables = tables
        self.cell = plain(self.theme)
        self._own = holders_in(self.root)
        self._masters = holders_in(self.master_root)
        self._slots: dict[Holder, Slot] = {}
        base = layered(plain(self.theme), (self._styles("otherStyle"), defaults), self.theme)
        self.free = Slot(None, Frame(), base)

    @property
    def shows_master(self) -> bool:
        """Say whether the master's own shapes are seen through the layout."""
        return self.root is not None and self.root.get("showMasterSp") not in ("0", "false")

    def slot(self, holder: Holder) -> Slot:
        """Return what a slide's placeholder inherits."""
        if holder not in self._slots:
            self._slots[holder] = self._slot(holder)
        return self._slots[holder]

    def _slot(self, holder: Holder) -> Slot:
        own = matching(holder, self._own)
        kind = own[0].type if own else holder.type
        above = on_master(kind, self._masters)
        xfrm, frame, fill = None, Frame(), None
        bodies = []
        for shape in (above, own[1] if own else None):
            if shape is None:
                continue
            properties = shape.find(P + "spPr")
            place = None if properties is None else properties.find(A + "xfrm")
            xfrm = place if place is not None and len(place) else xfrm
            own_one = own_fill(properties)
            fill = fill if own_one is None else own_one
            body = shape.find(P + "txBody")
            if body is not None:
                frame = framed(frame, body.find(A + "bodyPr"))
                bodies.append(body.find(A + "lstStyle"))
        name = "titleStyle" if kind in TITLES else "bodyStyle"
        base = self._styles("otherStyle" if kind in FOOTERS else name)
        levels = layered(plain(self.theme), (base, *bodies), self.theme)
        return Slot(xfrm, frame, levels, fill, _prompt(own[1]) if own else "")

    def _styles(self, name: str) -> Element | None:
        root = self.master_root
        return None if root is None else root.find(f"{P}txStyles/{P}{name}")

    def _theme(self, changes: Changes) -> Theme:
        part = related(self.master, THEME)
        names: Mapping[str, str] = dict(changes.names)
        if self.master_root is not None and not names:
            colors = self.master_root.find(P + "clrMap")
            names = {} if colors is None else dict(colors.attrib)
        return read_theme(None if part is None else part.blob, names, changes.parts)


class Designs:
    """The designs of a deck, each read once; ``main`` is its presentation part."""

    def __init__(self, main: Any) -> None:
        self._defaults = main._element.find(P + "defaultTextStyle")
        styles = related(main, TABLE_STYLES)
        self._tables = TableStyles(None if styles is None else _parsed(styles.blob))
        self._known: dict[tuple[int, Changes], Design] = {}

    def of(self, slide: Any) -> Design:
        """Return the design of a slide part."""
        layout, changes = related(slide, LAYOUT), _changes(slide)
        key = id(layout), changes
        if key not in self._known:
            self._known[key] = Design(layout, self._defaults, self._tables, changes)
        return self._known[key]


def related(part: Any, kind: str) -> Any:
    """Return the one part that ``part`` relates to in this way, None where there is none."""
    if part is None:
        return None
    for relation in part.rels.values():
        if relation.reltype == kind and not relation.is_external:
            return relation.target_part
    return None


def _changes(part: Any) -> Changes:
    if part is None:
        return Changes()
    mapping = part._element.find(f"{P}clrMapOvr/{A}overrideClrMapping")
    override = related(part, THEME_OVERRIDE)
    return Changes(
        () if mapping is None else tuple(sorted(mapping.attrib.items())),
        () if override is None else (override.blob,),
    )


def _parsed(data: bytes) -> Element | None:
    try:
        return parse(data)
    except etree.XMLSyntaxError:
        return None


def _prompt(shape: Element) -> str:
    words = (text.text or "" for text in shape.iter(A + "t"))
    return " ".join(" ".join(words).split())


def _name(root: Element) -> str:
    sheet = root.find(P + "cSld")
    return "" if sheet is None else sheet.get("name") or ""
