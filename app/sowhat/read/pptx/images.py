"""Pictures by reference: where their bytes lie, their hash and size."""

from __future__ import annotations

from typing import Any, NamedTuple

from sowhat.model import WHOLE, Box, Picture, PictureOrigin
from sowhat.read.pptx.found import Found
from sowhat.read.pptx.names import A, Element, P, R, number
from sowhat.read.pptx.package import Facts, Package

PERCENT = 100_000.0
LINKED = "linked, not in the file"


class Label(NamedTuple):
    """A shape's name and its description for those who cannot see it."""

    name: str = ""
    alt: str = ""


def label_of(shape: Element) -> Label:
    """Return name and alt text of a shape; where there is a title, it stands before the text."""
    properties = identity(shape)
    if properties is None:
        return Label()
    words = (properties.get("title") or "", properties.get("descr") or "")
    return Label(properties.get("name") or "", ": ".join(dict.fromkeys(filter(None, words))))


def identity(shape: Element) -> Element | None:
    """Return the ``cNvPr`` of a shape: its id and name, alt text, link, and whether it is shown."""
    for properties in shape[0] if len(shape) else ():
        if isinstance(properties.tag, str) and properties.tag.endswith("}cNvPr"):
            return properties
    return None


class Images:
    """The pictures of one part (a slide, a layout, a drawing) in ``package``.

    With ``look`` off the pictures' bytes are left alone.
    """

    def __init__(self, part: Any, package: Package, *, look: bool) -> None:
        self._part = part
        self.package = package
        self._look = look

    def of(self, part: Any) -> Images:
        """Return the pictures of another part of the same package."""
        return Images(part, self.package, look=self._look)

    def add(
        self, holder: Element, box: Box, label: Label, found: Found, media: str | None = None
    ) -> None:
        """Add the picture inside ``holder``, an element with an ``a:blip``, if there is one.

        It stands for a film or a sound where ``media`` is given, the name of its file.
        """
        blip = holder.find(A + "blip")
        if blip is None:
            return
        facts = self._facts(blip, label, found)
        crop = _crop(holder)
        found.pictures.append(
            Picture(
                box,
                PictureOrigin.IMAGE if media is None else PictureOrigin.MEDIA,
                found.source,
                label.name,
                label.alt,
                facts.sha256 if facts else None,
                facts.pixels if facts else None,
                crop=crop,
                content=media or "",
            )
        )
        for words in facts.words if facts else ():
            if (crop or WHOLE).contains(*words.box.center):
                found.drawn(words.text, _laid(words.box, crop or WHOLE, box))

    def background(self, root: Element, found: Found, whole: Box) -> bool:
        """Add the picture behind a slide; say whether the slide has a background of its own."""
        own = root.find(f"{P}cSld/{P}bg")
        if own is None:
            return False
        fill = own.find(f"{P}bgPr/{A}blipFill")
        if fill is not None:
            self.add(fill, whole, Label("background"), found)
        return True

    def _facts(self, blip: Element, label: Label, found: Found) -> Facts | None:
        relation = self._part.rels.get(blip.get(R + "embed") or blip.get(R + "link") or "")
        if relation is None or relation.is_external:
            found.gap("image", LINKED if relation is not None else label.name or "missing")
            return None
        if not self._look:
            return None
        facts = self.package.picture(relation.target_part.partname.lstrip("/"))
        if facts is None:
            found.gap("image", label.name or relation.target_part.partname)
        return facts


def _laid(part: Box, crop: Box, box: Box) -> Box:
    """Return where a part of an image stands of which ``crop`` is shown in ``box``."""
    across, down = box.width / crop.width, box.height / crop.height
    return Box(
        box.x0 + (part.x0 - crop.x0) * across,
        box.y0 + (part.y0 - crop.y0) * down,
        box.x0 + (part.x1 - crop.x0) * across,
        box.y0 + (part.y1 - crop.y0) * down,
    )


def _crop(holder: Element) -> Box | None:
    """Return the part of an image that is shown, None for all of it.

    The image is cut to its source rectangle, and that is laid into the fill rectangle of the
    shape, beyond whose edges nothing is seen.
    """
    cut = _inside(holder.find(A + "srcRect"))
    laid = _inside(holder.find(f"{A}stretch/{A}fillRect"))
    if cut is None and laid is None:
        return None
    cut, laid = cut or WHOLE, laid or WHOLE
    wide, high = cut.width / laid.width, cut.height / laid.height
    crop = Box(
        cut.x0 - laid.x0 * wide,
        cut.y0 - laid.y0 * high,
        cut.x1 + (1 - laid.x1) * wide,
        cut.y1 + (1 - laid.y1) * high,
    )
    return None if crop == WHOLE else crop


def _inside(insets: Element | None) -> Box | None:
    """Return what is left between insets from the edges, None where that is all or nothing."""
    if insets is None or not insets.attrib:
        return None
    left, top, right, bottom = (number(insets.get(edge)) / PERCENT for edge in "ltrb")
    box = Box(left, top, 1 - right, 1 - bottom)
    return box if box != WHOLE and box.width > 0 and box.height > 0 else None
