"""The names of parts, relations and elements that a copy touches, in both of OOXML's dialects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from lxml import etree

Element: TypeAlias = Any  # an lxml element; lxml carries no types

P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
P188 = "http://schemas.microsoft.com/office/powerpoint/2018/8/main"
COMMAND = "http://schemas.microsoft.com/office/powerpoint/2013/main/command"
_MODERN = "http://schemas.microsoft.com/office/2018/10/relationships"
THREADS, THREAD_AUTHORS = _MODERN + "/comments", _MODERN + "/authors"
SIGNATURE = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"


@dataclass(frozen=True, slots=True)
class Dialect:
    """The namespaces of a package, transitional or strict: PresentationML, DrawingML, relations,
    and the file's own properties."""

    p: str
    a: str
    r: str
    properties: str
    variants: str

    def tag(self, name: str) -> str:
        """Return the full name of an element of PresentationML."""
        return f"{{{self.p}}}{name}"

    def relation(self, name: str) -> str:
        """Return the type of a relation."""
        return f"{self.r}/{name}"

    @property
    def id(self) -> str:
        """The attribute that names a relation."""
        return f"{{{self.r}}}id"


_LOOSE, _STRICT = "http://schemas.openxmlformats.org", "http://purl.oclc.org/ooxml"
TRANSITIONAL = Dialect(
    f"{_LOOSE}/presentationml/2006/main",
    f"{_LOOSE}/drawingml/2006/main",
    f"{_LOOSE}/officeDocument/2006/relationships",
    f"{_LOOSE}/officeDocument/2006/extended-properties",
    f"{_LOOSE}/officeDocument/2006/docPropsVTypes",
)
STRICT = Dialect(
    f"{_STRICT}/presentationml/main",
    f"{_STRICT}/drawingml/main",
    f"{_STRICT}/officeDocument/relationships",
    f"{_STRICT}/officeDocument/extendedProperties",
    f"{_STRICT}/officeDocument/docPropsVTypes",
)


def child(parent: Element, tag: str, attributes: dict[str, str] | None = None) -> Element:
    """Add an element at the end of ``parent``."""
    return etree.SubElement(parent, tag, attributes or {})


def serialized(root: Element) -> bytes:
    """Return a part's bytes as PowerPoint begins them."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
