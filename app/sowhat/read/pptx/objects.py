"""What is put into a deck by other programs: films and sounds, embedded objects, controls."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

from sowhat.read.pptx.names import Element, P, R

MEDIA = ("videoFile", "audioFile", "quickTimeFile", "wavAudioFile", "audioCd")
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
WEB = ("http://", "https://")
SHEETS = (".xlsx", ".xlsm", ".xlsb", ".xls")


class Object(NamedTuple):
    """An embedded or linked object: its program and file ("Excel.Sheet.12 budget.xlsx"), and the
    relation under which it lies."""

    name: str
    content: str
    relation: str | None = None


def media_file(picture: Element, part: Any) -> str | None:
    """Return what film or sound a ``p:pic`` is, None if it is an image.

    It is the name of the file in the package, else of the one that is linked; an address on the
    web is given whole, and what names no file is empty.
    """
    properties = picture.find(f"{P}nvPicPr/{P}nvPr")
    if properties is None:
        return None
    sorts = [child for child in properties if _is_media(child)]
    if not sorts:
        return None
    embedded = properties.iter(P14 + "media") if len(properties) > len(sorts) else ()
    for element in (*embedded, *sorts):
        file = _file(part, element.get(R + "embed") or element.get(R + "link"))
        if file:
            return file
    return ""


def object_in(content: Element, part: Any) -> Object | None:
    """Return the object in an ``a:graphicData``, None if there is none.

    Its content is the name of its program and, with a space between, that of its file.
    """
    for element in content.iter(P + "oleObj"):
        relation = element.get(R + "id")
        words = (element.get("progId") or "", _file(part, relation))
        return Object(element.get("name") or "", " ".join(filter(None, words)), relation)
    return None


def controls_in(sheet: Element) -> Iterator[tuple[Object, Element]]:
    """Yield the controls of a ``p:cSld`` that say where they stand, with their ``p:pic``."""
    controls = sheet.find(P + "controls")
    for control in () if controls is None else controls.iter(P + "control"):
        picture = control.find(P + "pic")
        if picture is not None:
            yield Object(control.get("name") or "", "ActiveX", control.get(R + "id")), picture


def _is_media(element: Element) -> bool:
    return isinstance(element.tag, str) and etree.QName(element).localname in MEDIA


def _file(part: Any, relation: str | None) -> str:
    known = part.rels.get(relation or "")
    if known is None:
        return ""
    if not known.is_external:
        return str(known.target_part.partname).rpartition("/")[2]
    target = str(known.target_ref)
    if target.lower().startswith(WEB):
        return target
    return target.replace("\\", "/").rstrip("/").rpartition("/")[2]
