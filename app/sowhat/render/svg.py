"""SVG pictures made harmless before anything draws them: no references outside, no bombs."""

from __future__ import annotations

from lxml import etree

from sowhat.opc import Element, parse

LARGEST = 4 << 20  # bytes
MOST_DRAWN = 50_000  # elements, those that others use counted each time
_DEEPEST = 120  # elements in and behind elements
SVG = "{http://www.w3.org/2000/svg}"
_ACTIVE = (SVG + "script", SVG + "foreignObject")
_PICTURES = ("data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp")


def harmless(data: bytes) -> bytes:
    """Return an SVG without scripts and references to files and addresses.

    Empty where it has a document type, is no XML, or draws more than ``MOST_DRAWN`` elements.
    """
    if len(data) > LARGEST or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return b""
    try:
        root = parse(data)
    except etree.XMLSyntaxError:
        return b""
    if _drawn(root) > MOST_DRAWN:
        return b""
    for element in list(root.iter()):
        if element.tag in _ACTIVE and element is not root:
            element.getparent().remove(element)
        else:
            _cut_off(element)
    return bytes(etree.tostring(root))


def _cut_off(element: Element) -> None:
    for name, value in element.attrib.items():
        if name.rpartition("}")[2] == "href" and not _inside(value):
            del element.attrib[name]


def _inside(reference: str) -> bool:
    plain = reference.strip().lower()
    return plain.startswith(("#", *_PICTURES))


def _drawn(root: Element) -> int:
    """Return how many elements are drawn; what uses itself draws more than can be."""
    named = {element.get("id"): element for element in root.iter() if element.get("id")}
    known: dict[Element, int] = {}

    def count(element: Element, above: frozenset[Element]) -> int:
        if element in above or len(above) > _DEEPEST:
            return MOST_DRAWN + 1
        if element not in known:
            used = [named[r[1:]] for r in _references(element) if r[1:] in named]
            inner = above | {element}
            known[element] = 1 + sum(count(child, inner) for child in (*element, *used))
        return known[element]

    return count(root, frozenset())


def _references(element: Element) -> list[str]:
    values = (v.strip() for k, v in element.attrib.items() if k.rpartition("}")[2] == "href")
    return [value for value in values if value.startswith("#")]
