"""Pictures by reference: where their bytes lie, their hash and size."""

from __future__ import annotations

from typing import Any, NamedTuple

from sowhat.model import Box, Picture, PictureOrigin
from sowhat.read.pptx.found import Found
from sowhat.read.pptx.names import A, Element, P, R
from sowhat.read.pptx.package import Package

LINKED = "linked, not in the file"


class Label(NamedTuple):
    """A shape's name and its description for those who cannot see it."""

    name: str = ""
    alt: str = ""


def label_of(shape: Element) -> Label:
    """Return name and alt text of a shape."""
    for properties in shape[0] if len(shape) else ():
        if isinstance(properties.tag, str) and properties.tag.endswith("}cNvPr"):
            return Label(properties.get("name") or "", properties.get("descr") or "")
    return Label()


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

    def add(self, holder: Element, box: Box, label: Label, found: Found, *, media: bool) -> None:
        """Add the picture inside ``holder``, an element with an ``a:blip``, if there is one."""
        blip = holder.find(A + "blip")
        if blip is None:
            return
        known = self._known(blip, label, found)
        found.pictures.append(
            Picture(
                box,
                PictureOrigin.MEDIA if media else PictureOrigin.IMAGE,
                found.source,
                label.name,
                label.alt,
                *known,
            )
        )

    def background(self, root: Element, found: Found, whole: Box) -> bool:
        """Add the picture behind a slide; say whether the slide has a background of its own."""
        own = root.find(f"{P}cSld/{P}bg")
        if own is None:
            return False
        fill = own.find(f"{P}bgPr/{A}blipFill")
        if fill is not None:
            self.add(fill, whole, Label("background"), found, media=False)
        return True

    def _known(
        self, blip: Element, label: Label, found: Found
    ) -> tuple[str | None, tuple[int, int] | None]:
        nothing: tuple[None, None] = (None, None)
        relation = self._part.rels.get(blip.get(R + "embed") or blip.get(R + "link") or "")
        if relation is None or relation.is_external:
            found.gap("image", LINKED if relation is not None else label.name or "missing")
            return nothing
        if not self._look:
            return nothing
        facts = self.package.picture(relation.target_part.partname.lstrip("/"))
        if facts is None:
            found.gap("image", label.name or relation.target_part.partname)
        return facts or nothing
