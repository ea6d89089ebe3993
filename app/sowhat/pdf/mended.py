"""A damaged PDF made whole, in memory: by qpdf, which finds objects without their table.

Where it finds no list of pages either (a file that was cut off has lost it), pages are looked for
among the objects, and listed anew.
"""

from __future__ import annotations

import re
import warnings
from io import BytesIO

import pikepdf

from sowhat.errors import DeckError

LARGEST = 256 << 20  # bytes; a larger file is not mended
MOST_PAGES = 10_000

_OBJECT = re.compile(rb"(?<!\d)(\d{1,7})\s+\d{1,5}\s+obj\b")
_PAGE = re.compile(rb"/Type\s*/Page\b|/Contents\s*(?:\d+\s+\d+\s+R\b|\[)")
_LOCK = re.compile(rb"/Encrypt|/Filter\s*/Standard\b")
_BODY = 1 << 14  # bytes of an object that are looked through
_PLAIN = rb"\s*(\d+\s+\d+\s+R\b|\[[\s\d.R-]*\]|-?\d+\b)"  # a reference, a list of them, a number
_KEPT = {
    key: re.compile(key + _PLAIN)
    for key in (b"/MediaBox", b"/CropBox", b"/Rotate", b"/Contents", b"/Resources", b"/Annots")
}
_NESTED = re.compile(rb"/Resources\s*(?=<<)")
_BRACKET = re.compile(rb"<<|>>")


def mended(data: bytes, password: str | None) -> bytes | None:
    """Return a whole file with the pages that are found in ``data``, None where there are none.

    What was encrypted with ``password`` no longer is. Raises ``DeckError`` password or
    wrong-password.
    """
    if len(data) > LARGEST:
        return None
    whole = _rewritten(data, password)
    if whole is None and not _LOCK.search(data):
        listed = _listed(data)
        whole = None if listed is None else _rewritten(listed, None)
    return whole


def _rewritten(data: bytes, password: str | None) -> bytes | None:
    out = BytesIO()
    try:
        with pikepdf.open(BytesIO(data), password=password or "") as pdf, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of forms that are not whole
            if len(pdf.pages) == 0:
                return None
            if not pdf.is_encrypted and _LOCK.search(data):
                return None  # what it was locked with is lost
            pdf.trailer.Root = pdf.make_indirect(pdf.Root)  # PDFium wants it to be
            pdf.save(out, encryption=False, compress_streams=False)
    except pikepdf.PasswordError as error:
        raise DeckError("wrong-password" if password else "password") from error
    except (pikepdf.PdfError, ValueError, TypeError, RuntimeError):
        return None
    return out.getvalue()


def _listed(data: bytes) -> bytes | None:
    """Return the file with its pages made anew at the end, None where there is none."""
    found = list(_OBJECT.finditer(data))
    ends = [*(item.start() for item in found[1:]), len(data)]
    pages: dict[int, bytes] = {}  # the last object of a number is the one that counts
    for item, end in zip(found, ends, strict=False):
        body = data[item.end() : min(end, item.end() + _BODY)].partition(b"stream")[0]
        if _PAGE.search(body):
            pages[int(item[1])] = body
    if not pages:
        return None
    top = max(int(item[1]) for item in found) + 1
    bodies = list(pages.values())[:MOST_PAGES]
    kids = b" ".join(b"%d 0 R" % (top + 2 + place) for place in range(len(bodies)))
    objects = [
        b"<< /Type /Pages /Count %d /Kids [%b] >>" % (len(bodies), kids),
        b"<< /Type /Catalog /Pages %d 0 R >>" % top,
        *(_page(body, top) for body in bodies),
    ]
    made = b"".join(b"%d 0 obj\n%b\nendobj\n" % (top + at, one) for at, one in enumerate(objects))
    ending = b"trailer\n<< /Root %d 0 R /Size %d >>\nstartxref\n0\n%%%%EOF\n"
    return b"".join((data, b"\nendstream\nendobj\n", made, ending % (top + 1, top + len(objects))))


def _page(body: bytes, parent: int) -> bytes:
    """Return a page with what can be made out of a damaged one."""
    entries = [key + b" " + known[1] for key, kept in _KEPT.items() if (known := kept.search(body))]
    if nested := _NESTED.search(body):
        entries.append(b"/Resources " + _balanced(body, nested.end()))
    return b"<< /Type /Page /Parent %d 0 R %b >>" % (parent, b" ".join(entries))


def _balanced(body: bytes, start: int) -> bytes:
    """Return the dictionary that begins at ``start``; an empty one where it does not end."""
    depth = 0
    for bracket in _BRACKET.finditer(body, start):
        depth += 1 if bracket[0] == b"<<" else -1
        if depth == 0:
            return body[start : bracket.end()]
    return b"<< >>"
