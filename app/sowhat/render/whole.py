"""A deck made ready for a program that draws it as a whole. Runs in the worker.

It gets what our own drawing gets: XML behind its gates, pictures without bombs; no macros, films or
files within. Nothing in it leads outside, and no slide is hidden, so that each becomes a page.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pypdfium2 as pdfium

from sowhat import opc
from sowhat.errors import DeckError
from sowhat.render.package import handed

MOST_PICTURES = 192 << 20  # bytes
NOWHERE = "http://nowhere.invalid/"  # where clicks lead that are to be seen, but never followed
RELATIONS = ".rels"
_HIDDEN = re.compile(rb"""\A((?:[^<]|<[?!])*<(?:\w+:)?sld\b[^>]*?)\sshow\s*=\s*(["'])[^"']*\2""")
_CONTROLS = ("/control", "/vbaProject", "/package", "/oleObject")


def prepare(path: str, out: str, password: str | None, sha256: str) -> int:
    """Write the deck at ``path`` to ``out`` and return how many slides it has.

    Raises ``DeckError`` changed where the file has another digest, and what opening it raises.
    """
    with Path(path).open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != sha256:
            raise DeckError("changed", path=path)
    with opc.opened(path, password) as archive:
        parts = opc.mended(handed(archive, most=MOST_PICTURES))
    for name, data in parts.items():
        if name.lower().endswith(RELATIONS):
            parts[name] = _inside(data)
        elif name.lower().endswith(".xml"):
            parts[name] = _HIDDEN.sub(rb"\1", data)
    Path(out).write_bytes(opc.packed(parts).getbuffer())
    return opc.slides_in(parts)


def pages(path: str) -> int:
    """Return how many pages the PDF at ``path`` has; raises ``DeckError`` damaged."""
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        raise DeckError("damaged") from error
    try:
        return len(document)
    finally:
        document.close()


def _inside(data: bytes) -> bytes:
    """Return a part's relations without those that lead outside, or to what may act."""
    root = opc.parse(data)
    for relation in list(root):
        kind = relation.get("Type") or ""
        outside = relation.get("TargetMode") == "External"
        if outside and kind.endswith("/hyperlink"):
            relation.set("Target", NOWHERE)
        elif outside or kind.endswith(_CONTROLS):
            root.remove(relation)
    return opc.serialized(root)
