"""PDFs written object by object, so that anything may be wrong with them."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path

WIDE, HIGH = 720, 405
WORDS = b"BT /F1 24 Tf 60 300 Td (Your closing takes nine days) Tj ET\n"
SIZE = b"/MediaBox [0 0 720 405]"
HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

Make = Callable[[Path], Path]


class Raw:
    """A PDF in the making; numbers of objects are from 1, the first three are made already.

    Object 1 is the catalog, 2 the list of pages, 3 the font ``/F1``.
    """

    def __init__(self) -> None:
        self.objects = [b"", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
        self.kids: list[int] = []

    def add(self, body: bytes) -> int:
        """Add an object and return its number."""
        self.objects.append(body)
        return len(self.objects)

    def put(self, number: int, body: bytes) -> None:
        """Write an object anew."""
        self.objects[number - 1] = body

    def stream(self, data: bytes, entries: bytes = b"") -> int:
        """Add a stream and return its number."""
        return self.add(stream(data, entries))

    def packed(self, data: bytes, entries: bytes = b"") -> int:
        """Add a stream that is packed by zlib."""
        return self.stream(zlib.compress(data, 9), b"/Filter /FlateDecode " + entries)

    def page(
        self,
        content: bytes = WORDS,
        resources: bytes = b"",
        entries: bytes = b"",
        size: bytes = SIZE,
    ) -> int:
        """Add a page whose resources hold the font and ``resources``."""
        return self.page_of(self.stream(content), resources, entries, size)

    def page_of(
        self, content: int, resources: bytes = b"", entries: bytes = b"", size: bytes = SIZE
    ) -> int:
        """Add a page with a content that is there already."""
        number = self.add(
            b"<< /Type /Page /Parent 2 0 R %b /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> %b >> %b >>" % (size, content, resources, entries)
        )
        self.kids.append(number)
        return number

    def whole(self, catalog: bytes = b"", trailer: bytes = b"") -> bytes:
        """Return the file."""
        if not self.objects[0]:
            self.put(1, b"<< /Type /Catalog /Pages 2 0 R %b >>" % catalog)
        if not self.objects[1]:
            kids = b" ".join(b"%d 0 R" % number for number in self.kids)
            self.put(2, b"<< /Type /Pages /Count %d /Kids [%b] >>" % (len(self.kids), kids))
        return written(self.objects, trailer)

    def save(self, folder: Path, catalog: bytes = b"", name: str = "deck.pdf") -> Path:
        """Write the file into ``folder``."""
        return saved(folder, self.whole(catalog), name)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Return the body of a stream."""
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), entries, data)


def written(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """Return a file of ``objects`` with its table; the first is the catalog."""
    out, places = bytearray(HEADER), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start, size = len(out), len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %b >>\n" % (size, trailer)
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % start


def saved(folder: Path, data: bytes, name: str = "deck.pdf") -> Path:
    """Write ``data`` into ``folder``."""
    path = folder / name
    path.write_bytes(data)
    return path


def page(
    content: bytes = WORDS, resources: bytes = b"", entries: bytes = b"", size: bytes = SIZE
) -> Make:
    """Return what makes a deck of such a page and a plain one."""

    def make(folder: Path) -> Path:
        deck = Raw()
        deck.page(content, resources, entries, size)
        deck.page()
        return deck.save(folder)

    return make


def built(build: Callable[[Raw], bytes | None]) -> Make:
    """Return what makes a deck that ``build`` fills; it may return entries of the catalog."""

    def make(folder: Path) -> Path:
        deck = Raw()
        catalog = build(deck) or b""
        return deck.save(folder, catalog)

    return make
