"""Kinds of other forms: shows, templates, macros, strict, encrypted, and what is no deck at all."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.hostile import OPENS, Hostile
from tests.hostile.powerpoint.parts import TYPES, Change, Parts, changed, packed, plain, replaced

Made = Callable[[Path], Path]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAIN = b"vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
PLAIN, MACROS = "vnd.openxmlformats-officedocument.presentationml", "vnd.ms-powerpoint"
PASSWORD = "one two \u017eree"
STRICT = (
    (b"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
     b"http://purl.oclc.org/ooxml/officeDocument/extendedProperties"),
    (b"http://schemas.openxmlformats.org/officeDocument/2006/",
     b"http://purl.oclc.org/ooxml/officeDocument/"),
    (b"http://schemas.openxmlformats.org/presentationml/2006/",
     b"http://purl.oclc.org/ooxml/presentationml/"),
    (b"http://schemas.openxmlformats.org/drawingml/2006/",
     b"http://purl.oclc.org/ooxml/drawingml/"),
)  # fmt: skip


def typed(kind: str) -> Change:
    """Return the change that says what the main part is."""
    return replaced(TYPES, MAIN, f"{kind}.main+xml".encode())


def put(name: str, data: bytes) -> Made:
    """Return what saves a file of these bytes."""

    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data)
        return path

    return make


def _strict(parts: Parts) -> None:
    for name in parts:
        for loose, strict in STRICT:
            parts[name] = parts[name].replace(loose, strict)


def _macros(parts: Parts) -> None:
    typed(f"{MACROS}.presentation.macroEnabled")(parts)
    parts["ppt/vbaProject.bin"] = OLE + bytes(4096)


def locked(name: str = "deck.pptx", spin: int | None = None) -> Made:
    """Return what saves an encrypted deck; its password is said to be hashed ``spin`` times."""

    def make(folder: Path) -> Path:
        from msoffcrypto.format.ooxml import OOXMLFile

        out = io.BytesIO()
        with packed(plain(), folder / "plain.pptx").open("rb") as file:
            OOXMLFile(file).encrypt(PASSWORD, out)
        data = out.getvalue()
        if spin is not None:
            old = b'spinCount="100000"'
            data = data.replace(old, f'spinCount="{spin}"'.encode().ljust(len(old)))
        (folder / name).write_bytes(data)
        return folder / name

    return make


def ole(stream: str, name: str = "deck.ppt") -> Made:
    """Return what saves an OLE file that names this stream."""
    return put(name, OLE + bytes(504) + stream.encode("utf-16-le") + bytes(512))


def zipped(name: str, *files: tuple[str, bytes]) -> Made:
    """Return what saves a zip of these files."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        for file, content in files:
            package.writestr(file, content)
    return put(name, data.getvalue())


def _office(kind: str) -> tuple[str, bytes]:
    word = "application/vnd.openxmlformats-officedocument"
    return "[Content_Types].xml", f'<Types><Override ContentType="{word}.{kind}"/></Types>'.encode()


_ODP = ("mimetype", b"application/vnd.oasis.opendocument.presentation")

KINDS = (
    *(
        Hostile(f"a deck as {ending}", OPENS, changed(typed(kind), name=f"deck{ending}"))
        for ending, kind in (
            (".ppsx", f"{PLAIN}.slideshow"),
            (".potx", f"{PLAIN}.template"),
            (".ppsm", f"{MACROS}.slideshow.macroEnabled"),
            (".potm", f"{MACROS}.template.macroEnabled"),
        )
    ),
    Hostile("a deck with macros", OPENS, changed(_macros, name="deck.pptm")),
    Hostile("a strict deck", OPENS, changed(_strict)),
    Hostile("a strict show", OPENS, changed(typed(f"{PLAIN}.slideshow"), _strict, name="d.ppsx")),
    Hostile("a deck called .pdf", OPENS, changed(lambda _: None, name="deck.pdf")),
    Hostile("a deck of unknown type", "not-a-deck", changed(typed("vnd.unheard"))),
    Hostile("locked, no password", "password", locked()),
    Hostile("locked, the right password", OPENS, locked(), password=PASSWORD),
    Hostile("locked, a wrong password", "wrong-password", locked(), password="other"),
    Hostile("locked, an empty password", "wrong-password", locked(), password=""),
    Hostile("locked, hashed very often", "wrong-password", locked(spin=400_000), password="a"),
    Hostile("locked, then cut", "damaged", put(
        "deck.pptx", OLE + struct.pack("<6x", ) + bytes(498)
        + "EncryptedPackage".encode("utf-16-le") + bytes(512)), password="a"),
    Hostile("an old deck", "old-ppt", ole("PowerPoint Document")),
    Hostile("an old deck called .pptx", "old-ppt", ole("PowerPoint Document", "deck.pptx")),
    Hostile("an old letter", "not-a-deck", ole("WordDocument")),
    Hostile("a letter", "not-a-deck",
            zipped("deck.pptx", _office("wordprocessingml.document.main+xml"))),
    Hostile("a workbook", "not-a-deck",
            zipped("deck.pptx", _office("spreadsheetml.sheet.main+xml"))),
    Hostile("an OpenDocument deck", "unsupported",
            zipped("deck.odp", _ODP, ("content.xml", b"<x/>"))),
    Hostile("a Keynote deck", "unsupported", zipped("deck.key", ("Index/Document.iwa", b"x"))),
    Hostile("an empty zip", "not-a-deck", put("deck.pptx", b"PK\5\6" + bytes(18))),
    Hostile("a zip of letters", "not-a-deck", zipped("deck.pptx", ("letter.txt", b"Dear Jane"))),
    Hostile("an empty file", "empty", put("deck.pptx", b"")),
    Hostile("a page of the web", "not-a-deck", put("deck.pptx", b"<!DOCTYPE html><html>Log in")),
    Hostile("zeros", "not-a-deck", put("deck.pptx", bytes(100_000))),
)  # fmt: skip
