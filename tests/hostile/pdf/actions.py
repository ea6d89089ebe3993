"""What a PDF may do by itself or carry along; none of it may reach a report or a copy."""

from __future__ import annotations

from pathlib import Path

from tests.hostile import OPENS, Hostile
from tests.hostile.pdf.raw import WORDS, Raw, built, saved

SCRIPT = b"<< /S /JavaScript /JS (app.alert\\('canary'\\)) >>"
LAUNCH = b"<< /S /Launch /F (canary.exe) /Win << /F (cmd.exe) /P (/c canary) >> >>"
SENT = b"<< /S /SubmitForm /F << /FS /URL /F (http://127.0.0.1:9/canary) >> >>"
FAR = b"<< /S /GoToR /F (\\\\\\\\127.0.0.1\\\\canary\\\\a.pdf) /D [0 /Fit] /NewWindow true >>"
IMPORT = b"<< /S /ImportData /F (canary.fdf) >>"
WITHIN = b"<< /S /GoToE /T << /R /C /N (canary) >> /D [0 /Fit] >>"
ADDRESS = b"<< /S /URI /URI (javascript:canary\\(\\)) >>"
FILE_ADDRESS = b"<< /S /URI /URI (file:///etc/canary) >>"
CANARY = b"canary"


def _link(action: bytes, place: int) -> bytes:
    rect = b"%d 60 %d 90" % (60 * place, 60 * place + 50)
    return b"<< /Type /Annot /Subtype /Link /Rect [%b] /A %b >>" % (rect, action)


def acting(deck: Raw) -> bytes:
    """Fill a deck with everything that acts, and return the entries of its catalog."""
    file = deck.stream(CANARY * 9, b"/Type /EmbeddedFile /Subtype /application#2Foctet-stream")
    spec = deck.add(b"<< /Type /Filespec /F (canary.exe) /EF << /F %d 0 R >> >>" % file)
    sound = deck.stream(CANARY, b"/Type /Sound /R 8000")
    chained = deck.add(b"<< /S /GoTo /D [0 /Fit] /Next [%b %b] >>" % (SCRIPT, LAUNCH))
    button = deck.add(
        b"<< /Type /Annot /Subtype /Widget /FT /Btn /T (b) /Rect [9 9 29 29] "
        b"/A %b /AA << /E %b /D %b >> >>" % (SCRIPT, SCRIPT, LAUNCH)
    )
    actions = (
        SCRIPT,
        LAUNCH,
        SENT,
        IMPORT,
        FAR,
        WITHIN,
        ADDRESS,
        FILE_ADDRESS,
        b"%d 0 R" % chained,
    )
    notes = [_link(action, place) for place, action in enumerate(actions)]
    notes += [
        b"<< /Type /Annot /Subtype /FileAttachment /Rect [9 9 29 29] /FS %d 0 R >>" % spec,
        b"<< /Type /Annot /Subtype /Screen /Rect [9 9 29 29] /A << /S /Rendition /OP 0 "
        b"/JS (canary) /R << /S /MR /C << /S /MCD /D %d 0 R >> >> >> >>" % spec,
        b"<< /Type /Annot /Subtype /Sound /Rect [9 9 29 29] /Sound %d 0 R >>" % sound,
        b"<< /Type /Annot /Subtype /RichMedia /Rect [9 9 29 29] /RichMediaContent "
        b"<< /Assets << /Names [(canary) %d 0 R] >> >> >>" % spec,
        b"%d 0 R" % button,
    ]
    deck.page(entries=b"/AA << /O %b /C %b >> /Annots [%b]" % (SCRIPT, LAUNCH, b" ".join(notes)))
    deck.page(
        WORDS, entries=b"/AF [%d 0 R] /PieceInfo << /X << /Private %d 0 R >> >>" % (spec, file)
    )
    form = deck.stream(b"<xdp>canary</xdp>")
    names = b"/JavaScript << /Names [(a) %b] >> /EmbeddedFiles << /Names [(canary.exe) %d 0 R] >>"
    return (
        b"/OpenAction %b /AA << /WC %b /DP %b >> /URI << /Base (http://127.0.0.1:9/) >> "
        b"/AF [%d 0 R] /Collection << /Type /Collection >> /PageMode /UseAttachments "
        b"/Names << %b >> /AcroForm << /Fields [%d 0 R] /CO [] /XFA %d 0 R >>"
        % (SCRIPT, SCRIPT, LAUNCH, spec, names % (SCRIPT, spec), button, form)
    )


def _foreign(deck: Raw) -> None:
    """Contents, pictures and forms that lie in another file."""
    there = b"/F << /FS /URL /F (http://127.0.0.1:9/canary) >> /FFilter /FlateDecode"
    deck.page_of(deck.stream(b"", there))
    image = deck.stream(
        b"",
        b"/Type /XObject /Subtype /Image /Width 99 /Height 99 /BitsPerComponent 8 "
        b"/ColorSpace /DeviceGray /F (/etc/passwd)",
    )
    form = deck.stream(
        b"",
        b"/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Ref << /F (/etc/passwd) /Page 0 >> ",
    )
    deck.page(
        WORDS + b"q 99 0 0 99 0 0 cm /I Do Q /X Do",
        b"/XObject << /I %d 0 R /X %d 0 R >>" % (image, form),
    )


def _forms_of_xml(deck: Raw) -> bytes:
    """A form whose pages exist as XML only, with a document type that reads files."""
    data = (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        b'<xdp xmlns="http://ns.adobe.com/xdp/"><template>&e;</template></xdp>'
    )
    deck.page(b"BT /F1 14 Tf 60 300 Td (Please wait, or get another viewer) Tj ET")
    return b"/NeedsRendering true /AcroForm << /Fields [] /XFA %d 0 R >>" % deck.stream(data)


def _properties(deck: Raw) -> bytes:
    """Properties in XML that holds itself many times over."""
    inner = b"".join(
        b'<!ENTITY a%d "%b">' % (depth, b"&a%d;" % (depth - 1) * 10) for depth in range(1, 10)
    )
    data = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">%b]><x>&a9;</x>' % inner
    deck.page()
    return b"/Metadata %d 0 R" % deck.stream(data, b"/Type /Metadata /Subtype /XML")


def _twice(folder: Path) -> Path:
    """A PDF that is a page of the web as well."""
    deck = Raw()
    deck.page()
    return saved(folder, b"<html><script>canary()</script>" + deck.whole() + b"</html>")


KINDS = (
    Hostile("everything that acts", OPENS, built(acting)),
    Hostile("contents in another file", OPENS, built(_foreign)),
    Hostile("a form of XML", OPENS, built(_forms_of_xml)),
    Hostile("properties that hold themselves", OPENS, built(_properties)),
    Hostile("a page of the web before it", OPENS, _twice),
)
