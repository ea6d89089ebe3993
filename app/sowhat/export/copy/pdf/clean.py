"""What a PDF may do by itself, taken out: scripts, programs, forms sent, files within it."""

from __future__ import annotations

from collections.abc import Iterable

from pikepdf import Array, Dictionary, Name, Pdf

from sowhat.export.copy.pdf.places import Value, dictionaries

CATALOG = frozenset(
    (
        "/Type", "/Version", "/Extensions", "/Pages", "/PageLabels", "/Names", "/Dests",
        "/ViewerPreferences", "/PageLayout", "/PageMode", "/Outlines", "/Threads", "/AcroForm",
        "/Metadata", "/StructTreeRoot", "/MarkInfo", "/Lang", "/OutputIntents", "/OCProperties",
    )
)  # fmt: skip
HARMLESS = (Name.GoTo, Name.GoToR, Name.URI, Name.Named, Name.SetOCGState, Name.Hide, Name.Trans)
ACTIONS = (
    *HARMLESS, Name.GoToE, Name.Launch, Name.Thread, Name.Sound, Name.Movie, Name.SubmitForm,
    Name.ResetForm, Name.ImportData, Name.JavaScript, Name.Rendition, Name.GoTo3DView,
    Name.RichMediaExecute, Name.GoToDp,
)  # fmt: skip
TURNING = (Name.NextPage, Name.PrevPage, Name.FirstPage, Name.LastPage)
CARRIERS = (Name.FileAttachment, Name.RichMedia, Name.Screen, Name.Movie, Name.Sound)
FOR_FORMS = ("/XFA", "/CO", "/SigFlags")


def clean(pdf: Pdf) -> None:
    """Take out what acts or is carried along; what is only seen and clicked through stays."""
    _catalog(pdf)
    for item in dictionaries(pdf):
        _drop(item, ("/AA", "/JS", "/EF", "/PA"))
        _drop(item, [key for key in ("/A", "/Next") if _acts(item.get(key))])
        if isinstance(notes := item.get("/Annots"), Array):
            item["/Annots"] = _without_files(notes)


def _catalog(pdf: Pdf) -> None:
    root = pdf.Root
    _drop(root, [key for key, _ in root.items() if key not in CATALOG])
    if isinstance(names := root.get("/Names"), Dictionary):
        _drop(names, [key for key, _ in names.items() if key != "/Dests"])
    if root.get("/PageMode") == Name.UseAttachments:
        _drop(root, ["/PageMode"])
    if isinstance(shown := root.get("/ViewerPreferences"), Dictionary):
        _drop(shown, ["/PrintPageRange"])  # pages by their number
    if isinstance(form := root.get("/AcroForm"), Dictionary):
        _drop(form, FOR_FORMS)


def _drop(item: Value, keys: Iterable[str]) -> None:
    for key in keys:
        if key in item:  # not so where its value is null
            del item[key]


def _acts(value: Value) -> bool:
    """Say whether a value is an action, or a list with one, that does more than show a place."""
    if isinstance(value, Array):
        return any(_acts(item) for item in value)
    if not isinstance(value, Dictionary):
        return False
    kind = value.get("/S")
    if kind == Name.Named:
        return value.get("/N") not in TURNING
    return kind in ACTIONS and kind not in HARMLESS


def _without_files(notes: Array) -> Array:
    """Return a page's annotations without those that hold a file."""
    return Array([note for note in notes if not _carries(note)])


def _carries(note: Value) -> bool:
    return isinstance(note, Dictionary) and note.get("/Subtype") in CARRIERS
