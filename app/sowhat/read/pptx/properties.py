"""The document's own properties, as its author left them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from sowhat.model import Properties
from sowhat.opc import parse
from sowhat.read.pptx.names import Element

MOST_CUSTOM = 100
LONGEST = 10_000  # characters of one value

_FIELDS = {
    "title": "title",
    "creator": "author",
    "subject": "subject",
    "keywords": "keywords",
    "category": "category",
    "description": "description",
    "lastModifiedBy": "last_author",
    "created": "created",
    "modified": "modified",
    "Company": "company",
    "Application": "application",
    "Manager": "manager",
}


def read_properties(parts: Mapping[str, bytes]) -> Properties:
    """Return what ``docProps`` says; empty where it says nothing or is damaged."""
    values: dict[str, Any] = {}
    for name in ("docProps/core.xml", "docProps/app.xml"):
        for element in _elements(parts.get(name)):
            field = _FIELDS.get(etree.QName(element).localname)
            if field and element.text:
                values[field] = element.text.strip()[:LONGEST]
    return Properties(**values, custom=tuple(_custom(parts.get("docProps/custom.xml"))))


def _custom(data: bytes | None) -> Iterator[tuple[str, str]]:
    """Yield names and values of what a program or a company added."""
    for count, element in enumerate(_elements(data)):
        if count == MOST_CUSTOM:
            return
        words = (text.strip() for text in element.itertext())
        yield element.get("name") or "", " ".join(word for word in words if word)[:LONGEST]


def _elements(data: bytes | None) -> Iterator[Element]:
    try:
        root = parse(data) if data else ()
    except etree.XMLSyntaxError:
        return
    yield from (element for element in root if isinstance(element.tag, str))
