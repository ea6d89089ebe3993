"""How a PDF may be written without unpacking a bomb in it. In the worker."""

from __future__ import annotations

from pikepdf import Array, Name, Pdf, Stream

FLATE = (Name.FlateDecode, Name("/Fl"))


def packed_often(pdf: Pdf) -> bool:
    """Say whether a stream is packed by zlib more than once.

    qpdf would unpack it to pack it once, and a file of 2 KB may hold what comes to a gigabyte so.
    """
    return any(_times(item) > 1 for item in pdf.objects if isinstance(item, Stream))


def _times(stream: Stream) -> int:
    filters = stream.get("/Filter")
    return sum(one in FLATE for one in filters) if isinstance(filters, Array) else 1
