"""What a copy of a PDF keeps of its catalog: what shows the document, and nothing that acts."""

from __future__ import annotations

from pikepdf import Dictionary, Name, Pdf

from sowhat.export.disarm import disarm, drop

CATALOG = frozenset(
    (
        "/Type", "/Version", "/Extensions", "/Pages", "/PageLabels", "/Names", "/Dests",
        "/ViewerPreferences", "/PageLayout", "/PageMode", "/Outlines", "/Threads", "/AcroForm",
        "/Metadata", "/StructTreeRoot", "/MarkInfo", "/Lang", "/OutputIntents", "/OCProperties",
    )
)  # fmt: skip
FOR_FORMS = ("/CO", "/SigFlags")


def clean(pdf: Pdf) -> None:
    """Take out what acts or is carried along; what is only seen and clicked through stays."""
    root = pdf.Root
    drop(root, [key for key, _ in root.items() if key not in CATALOG])
    if isinstance(names := root.get("/Names"), Dictionary):
        drop(names, [key for key, _ in names.items() if key != "/Dests"])
    if root.get("/PageMode") == Name.UseAttachments:
        drop(root, ["/PageMode"])
    if isinstance(shown := root.get("/ViewerPreferences"), Dictionary):
        drop(shown, ["/PrintPageRange"])  # pages by their number
    if isinstance(form := root.get("/AcroForm"), Dictionary):
        drop(form, FOR_FORMS)
    disarm(pdf)
