"""What a PDF may do by itself or carries along, taken out of all its objects. In the worker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

Value: TypeAlias = Any  # pikepdf's objects are of one type, told apart at run time

HARMLESS = (Name.GoTo, Name.GoToR, Name.URI, Name.Named, Name.SetOCGState, Name.Hide, Name.Trans)
ACTIONS = (
    *HARMLESS, Name.GoToE, Name.Launch, Name.Thread, Name.Sound, Name.Movie, Name.SubmitForm,
    Name.ResetForm, Name.ImportData, Name.JavaScript, Name.Rendition, Name.GoTo3DView,
    Name.RichMediaExecute, Name.GoToDp,
)  # fmt: skip
TURNING = (Name.NextPage, Name.PrevPage, Name.FirstPage, Name.LastPage)
CARRIERS = (Name.FileAttachment, Name.RichMedia, Name.Screen, Name.Movie, Name.Sound)
ACTING = (
    "/AA", "/JS", "/EF", "/RF", "/PA", "/OpenAction", "/JavaScript", "/EmbeddedFiles", "/XFA",
    "/OnInstantiate", "/3DD",
)  # fmt: skip
ELSEWHERE = ("/F", "/FFilter", "/FDecodeParms", "/Ref", "/OPI")  # of a stream: its data's place
SCHEMES = ("http:", "https:", "mailto:")


def disarm(pdf: Pdf) -> None:
    """Take out what acts or is carried along; what is only seen and clicked through stays."""
    for item in pdf.objects:
        if isinstance(item, Stream):
            drop(item.stream_dict, ELSEWHERE)
    for item in dictionaries(pdf):
        drop(item, ACTING)
        drop(item, [key for key, value in item.items() if _acts(value) or _is_file(value)])
        if isinstance(notes := item.get("/Annots"), Array):
            item["/Annots"] = Array([note for note in notes if not _carries(note)])


def dictionaries(pdf: Pdf) -> Iterator[Value]:
    """Yield every dictionary of the file once, those within others and of streams, too."""
    for item in pdf.objects:
        yield from _within(item)


def drop(item: Value, keys: Iterable[str]) -> None:
    """Delete entries of a dictionary, where it has them."""
    for key in keys:
        if key in item:  # not so where its value is null
            del item[key]


def _within(item: Value) -> Iterator[Value]:
    waiting = [item]  # values within values, as deep as qpdf reads them
    while waiting:
        item = waiting.pop()
        if isinstance(item, Stream):
            item = item.stream_dict
        values: Sequence[Value] = ()
        if isinstance(item, Dictionary):
            yield item
            values = [value for _, value in item.items()]
        elif isinstance(item, Array):
            values = list(item)
        waiting += [v for v in values if isinstance(v, Object) and not v.is_indirect]


def _acts(value: Value) -> bool:
    """Say whether a value is an action, or a list with one, that does more than show a place."""
    if isinstance(value, Array):
        return any(isinstance(item, Dictionary) and _acts(item) for item in value)
    if not isinstance(value, Dictionary) or value.get("/Type") == Name.StructElem:
        return False
    kind = value.get("/S")
    if kind == Name.Named:
        return value.get("/N") not in TURNING
    if kind == Name.URI:
        return not _leads(str(value.get("/URI", "")))
    return kind in ACTIONS and kind not in HARMLESS


def _leads(address: str) -> bool:
    """Say whether an address is of the web or of mail, or one that rests on the document's own."""
    scheme, colon, _ = address.strip().lower().partition(":")
    own = not colon or not scheme.replace("+", "").replace("-", "").replace(".", "").isalnum()
    return own or scheme + colon in SCHEMES


def _is_file(value: Value) -> bool:
    return isinstance(value, Stream) and value.get("/Type") == Name.EmbeddedFile


def _carries(note: Value) -> bool:
    return isinstance(note, Dictionary) and note.get("/Subtype") in CARRIERS
