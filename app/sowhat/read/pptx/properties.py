"""The document's own properties, as its author left them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

from sowhat.model import Properties
from sowhat.read.pptx.package import parse

_FIELDS = {
    "title": "title",
    "creator": "author",
    "subject": "subject",
    "keywords": "keywords",
    "Company": "company",
    "Application": "application",
}


def read_properties(parts: Mapping[str, bytes]) -> Properties:
    """Return what ``docProps`` says; empty where it says nothing or is damaged."""
    values: dict[str, Any] = {}
    for name in ("docProps/core.xml", "docProps/app.xml"):
        try:
            root = parse(parts[name]) if parts.get(name) else ()
        except etree.XMLSyntaxError:
            continue
        for element in root:
            field = _FIELDS.get(etree.QName(element).localname) if _is_element(element) else None
            if field and element.text:
                values[field] = element.text.strip()
    return Properties(**values)


def _is_element(node: object) -> bool:
    return isinstance(getattr(node, "tag", None), str)
