"""What a PDF holds beside what its pages show, taken out."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from sowhat.export.copy.pdf import layers
from sowhat.export.copy.plan import Removed, Trace
from sowhat.export.disarm import Value, dictionaries
from sowhat.rules.traces import holds_path, leads_inside

REMARKS = frozenset(
    (
        Name.Text, Name.FreeText, Name.Line, Name.Square, Name.Circle, Name.Polygon,
        Name.PolyLine, Name.Highlight, Name.Underline, Name.Squiggly, Name.StrikeOut, Name.Stamp,
        Name.Caret, Name.Ink, Name.Popup, Name.Redact, Name.Projection,
    )
)  # fmt: skip
FILES = frozenset((Name.FileAttachment, Name.RichMedia, Name.Screen, Name.Movie, Name.Sound))
PRIVATE = ("/PieceInfo", "/LastModified", "/Thumb", "/Metadata", "/SpiderInfo")
OUTLINE = ("/Type", "/Subtype", "/Rect")
SPOKEN = ("/Alt", "/E", "/T")
LONGEST = 200  # characters told of one value


def remove(pdf: Pdf, traces: Collection[Trace]) -> Iterator[Removed]:
    """Take these traces out of the file; yield what was removed."""
    if Trace.FILES in traces:
        yield from _files(pdf)
    if Trace.LAYERS in traces:
        for name in layers.remove(pdf):
            yield Removed(Trace.LAYERS, None, name)
    for number, page in enumerate(pdf.pages, 1):
        yield from _annotations(page.obj, number, traces)
    if Trace.ALT in traces:
        yield from _paths(pdf)
    if Trace.PROPERTIES in traces:
        yield from _properties(pdf)


def _files(pdf: Pdf) -> Iterator[Removed]:
    """Tell the files within; ``clean`` has the rest of the work."""
    for name in pdf.attachments:
        yield Removed(Trace.FILES, None, name)
    for item in dictionaries(pdf):
        for key in ("/AF", "/EF"):
            if key in item:
                del item[key]


def _annotations(page: Value, number: int, traces: Collection[Trace]) -> Iterator[Removed]:
    """Remove remarks, files and links that lead inside from a page."""
    notes = page.get("/Annots")
    if not isinstance(notes, Array):
        return
    kept = []
    for note in list(notes):
        trace = _trace(note)
        if trace is not None and trace in traces:
            if said := _said(note, trace):
                yield Removed(trace, number, said)
            _empty(note)
        else:
            kept.append(note)
    if len(kept) < len(notes):
        page.Annots = Array(kept)


def _empty(note: Value) -> None:
    """Empty an annotation: the structure of the page may still lead to it."""
    for key in list(note.keys()):
        if key not in OUTLINE:
            del note[key]


def _trace(note: Value) -> Trace | None:
    """Return what an annotation is a trace of, None where it belongs to the page."""
    if not isinstance(note, Dictionary):
        return None
    kind = note.get("/Subtype")
    if kind in REMARKS:
        return Trace.COMMENTS
    if kind in FILES:
        return Trace.FILES
    return Trace.LINKS if kind == Name.Link and _leads_inside(note.get("/A")) else None


def _said(note: Value, trace: Trace) -> str:
    """Return an annotation's words, else its kind; nothing for what only goes with another."""
    if trace is Trace.LINKS:
        return _address(note.get("/A"))
    if note.get("/Subtype") == Name.Popup:
        return ""
    return _text(note.get("/Contents")) or str(note.get("/Subtype")).lstrip("/")


def _leads_inside(action: Value) -> bool:
    if not isinstance(action, Dictionary):
        return False
    if action.get("/S") in (Name.GoToR, Name.Launch, Name.GoToE):
        return True
    return leads_inside(_address(action))


def _address(action: Value) -> str:
    """Return where an action leads: an address, or a file."""
    place = action.get("/URI") or action.get("/F")
    if isinstance(place, Dictionary):
        place = place.get("/UF") or place.get("/F")
    return _text(place)


def _paths(pdf: Pdf) -> Iterator[Removed]:
    """Remove alt texts that are paths of files."""
    for item in dictionaries(pdf):
        for key in SPOKEN:
            value = item.get(key)
            if isinstance(value, String) and holds_path(str(value)):
                yield Removed(Trace.ALT, None, str(value))
                del item[key]


def _properties(pdf: Pdf) -> Iterator[Removed]:
    """Remove what the file and its parts tell of themselves, and previews of pages."""
    if "/Info" in pdf.trailer:
        for key, value in pdf.docinfo.items():
            if said := _text(value):
                yield Removed(Trace.PROPERTIES, None, f"{key.lstrip('/')}: {said}")
        del pdf.trailer["/Info"]
    if isinstance(pdf.Root.get("/Metadata"), Stream):
        yield Removed(Trace.PROPERTIES, None, "XMP")
    for item in dictionaries(pdf):
        for key in PRIVATE:
            if key in item:
                del item[key]


def _text(value: Value) -> str:
    return " ".join(str(value).split())[:LONGEST] if isinstance(value, String | Name) else ""
