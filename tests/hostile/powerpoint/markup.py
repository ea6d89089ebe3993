"""Kinds whose XML is hostile or odd."""

from __future__ import annotations

from tests.hostile import OPENS, Hostile
from tests.hostile.powerpoint.parts import (
    MAIN,
    SLIDE,
    SLIDE_RELATIONS,
    TYPES,
    Change,
    Parts,
    changed,
    replaced,
    shapes,
)

LAYOUT = "ppt/slideLayouts/slideLayout6.xml"
THEME = "ppt/theme/theme1.xml"
LOST = ("shape",)

LAUGHS = '<!ENTITY a0 "ha">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)
)
BOMB = f"<!DOCTYPE p [{LAUGHS}]>"
LONG = f'<!DOCTYPE p [<!ENTITY a11 "{"x" * 100_000}">]>'
FILE = '<!DOCTYPE p [<!ENTITY a11 SYSTEM "file:///etc/passwd">]>'
WEB = '<!DOCTYPE p SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY a11 SYSTEM "http://127.0.0.1:9/">]>'
PARAMETER = '<!DOCTYPE p [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>'


def armed(part: str, head: str, use: str = "&a11;", ahead: str = "") -> Change:
    """Return the change that puts a document type ahead of a part and uses what it declares."""

    def change(parts: Parts) -> None:
        told, _, rest = parts[part].partition(b"?>")
        body = rest.replace(b"Your closing", use.encode() + b" Your closing")
        parts[part] = told + b"?>" + ahead.encode() + head.encode() + body

    return change


def written(part: str, encoding: str, told: str | None = None) -> Change:
    """Return the change that writes a part in another encoding, and tells so."""

    def change(parts: Parts) -> None:
        body = parts[part].partition(b"?>")[2].decode()
        text = f'<?xml version="1.0" encoding="{told or encoding}"?>{body}'
        parts[part] = text.encode(encoding)

    return change


def typed_in(encoding: str) -> Change:
    """Return the change that hides a document type behind an encoding."""

    def change(parts: Parts) -> None:
        armed(SLIDE, BOMB)(parts)
        written(SLIDE, encoding)(parts)

    return change


def put(part: str, data: bytes) -> Change:
    """Return the change that puts other bytes in a part's place."""

    def change(parts: Parts) -> None:
        parts[part] = data

    return change


def _nested(depth: int) -> str:
    inner = "<p:extLst>" + "<a:x>" * depth + "</a:x>" * depth + "</p:extLst>"
    return f"<p:sp><p:nvSpPr/><p:spPr/>{inner}</p:sp>"


def _attributes(count: int) -> str:
    return "<p:sp " + " ".join(f'a{n}="{n}"' for n in range(count)) + "/>"


def _prefixes(count: int) -> str:
    return "<p:sp " + " ".join(f'xmlns:n{n}="urn:n{n}"' for n in range(count)) + "/>"


_INCLUDE = (
    '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" '
    'parse="text"/><?xml-stylesheet href="http://127.0.0.1:9/x.xsl" type="text/xsl"?>'
)

KINDS = (
    Hostile("an entity bomb in a slide", OPENS, changed(armed(SLIDE, BOMB)), LOST),
    Hostile("an entity bomb in the main part", "damaged", changed(armed(MAIN, BOMB))),
    Hostile("an entity bomb in the types", "damaged", changed(armed(TYPES, BOMB))),
    Hostile("an entity bomb in relations", OPENS, changed(armed(SLIDE_RELATIONS, BOMB))),
    Hostile("an entity bomb in a theme", OPENS, changed(armed(THEME, BOMB))),
    Hostile("an entity bomb in a layout", OPENS, changed(armed(LAYOUT, BOMB))),
    Hostile(
        "an entity bomb in an attribute",
        OPENS,
        changed(armed(SLIDE, LONG), replaced(SLIDE, b'name="TextBox', b'name="&a11;TextBox')),
        LOST,
    ),
    Hostile("an entity from a file", OPENS, changed(armed(SLIDE, FILE)), LOST),
    Hostile("an entity from the web", OPENS, changed(armed(SLIDE, WEB)), LOST),
    Hostile("a parameter entity", OPENS, changed(armed(SLIDE, PARAMETER, use="")), LOST),
    Hostile(
        "a document type behind a long comment",
        OPENS,
        changed(armed(SLIDE, BOMB, ahead=f"<!--{'x' * 9000}--> <?x?>")),
        LOST,
    ),
    Hostile("a document type in UTF-16", OPENS, changed(typed_in("utf-16")), LOST),
    Hostile("a document type in UTF-7", OPENS, changed(typed_in("utf-7")), LOST),
    Hostile("a document type in EBCDIC", OPENS, changed(typed_in("cp037")), LOST),
    Hostile("a slide in UTF-16", OPENS, changed(written(SLIDE, "utf-16"))),
    Hostile("a main part in UTF-16", OPENS, changed(written(MAIN, "utf-16"))),
    Hostile("a slide in Latin-1", OPENS, changed(written(SLIDE, "iso-8859-1"))),
    Hostile("a slide in an unknown encoding", OPENS, changed(written(SLIDE, "utf-8", "x-no")),
            LOST),
    Hostile("a slide with a byte order mark", OPENS, changed(written(SLIDE, "utf-8-sig", "UTF-8"))),
    Hostile("a slide that ends in its middle", OPENS, changed(lambda p: p.update(
        {SLIDE: p[SLIDE][: len(p[SLIDE]) // 2]})), LOST),
    Hostile("a slide of zeros", OPENS, changed(put(SLIDE, bytes(5000))), LOST),
    Hostile("an empty slide part", OPENS, changed(put(SLIDE, b"")), LOST),
    Hostile("a slide of another kind of XML", OPENS,
            changed(put(SLIDE, b"<html><body>Hello</body></html>"))),
    Hostile("a main part that is no XML", "damaged", changed(put(MAIN, b"{}"))),
    Hostile("elements 250 deep", OPENS, changed(shapes(_nested(240)))),
    Hostile("elements 100,000 deep", OPENS, changed(shapes(_nested(100_000))), LOST),
    Hostile("100,000 attributes", OPENS, changed(shapes(_attributes(100_000)))),
    Hostile("50,000 prefixes", OPENS, changed(shapes(_prefixes(50_000)))),
    Hostile("an attribute of 12 MB", OPENS,
            changed(shapes(f'<p:sp a="{"x" * 12_000_000}"/>')), LOST),
    Hostile("inclusions and style sheets", OPENS, changed(shapes(_INCLUDE))),
    Hostile("signs that XML forbids", OPENS,
            changed(replaced(SLIDE, b"Your closing", b"Your \x00\x07 closing")), LOST),
    Hostile("half of a surrogate pair", OPENS,
            changed(replaced(SLIDE, b"Your closing", b"Your &#xD800; closing")), LOST),
    Hostile("an undeclared entity", OPENS,
            changed(replaced(SLIDE, b"Your closing", b"Your &unknown; closing")), LOST),
)  # fmt: skip
