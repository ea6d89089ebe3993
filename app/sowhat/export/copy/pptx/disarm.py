"""What a PowerPoint deck may do by itself or carries along, taken out of every copy of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from sowhat import opc
from sowhat.errors import DeckError
from sowhat.export.copy.pptx.carried import acts
from sowhat.export.copy.pptx.clean.work import Work
from sowhat.export.copy.pptx.package import Relation, folded
from sowhat.export.copy.pptx.standing import strip

MACROS, CONTROLS, FILES, PROGRAMS = NOTES = ("macros", "controls", "files", "programs")
EMBEDDED = ("package", "oleObject")
_BY_NAME = (
    (MACROS, re.compile(r"/vba|\.vbaProject|customUI/|userCustomiz|macrosheet", re.IGNORECASE)),
    (CONTROLS, re.compile(r"activeX|webextension|/ctrlProps/", re.IGNORECASE)),
)
_BY_RELATION = {
    **dict.fromkeys(
        ("vbaProject", "vbaProjectSignature", "vbaProjectSignatureAgile", "wordVbaData",
         "extensibility", "userCustomization", "attachedToolbars", "xlMacrosheet"), MACROS),
    **dict.fromkeys(
        ("control", "activeXControlBinary", "ctrlProp", "webextension", "webextensiontaskpanes"),
        CONTROLS),
}  # fmt: skip
_OWN = "application/vnd.openxmlformats-officedocument."
_CLICKED = re.compile(rb"ppaction:|\baction\s*=\s*(?:\"[^\"]*&|'[^']*&)", re.IGNORECASE)
_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]+):", re.IGNORECASE)  # a single letter is a drive
_LEADS = ("http", "https", "mailto", "file", "tel")


def disarm(work: Work, archive: opc.Archive) -> tuple[str, ...]:
    """Take out macros, controls, add-ins, files within that may act, and clicks that start one.

    Pictures stand in for what was to be seen. ``archive`` are the parts as they were. Returns keys
    of the sentences on what was left out.
    """
    known = {owner: _relations(work, owner) for owner in work.package.owners()}
    gone = _parts(work, archive, [r for relations in known.values() for r in relations])
    told = set(gone.values())
    for owner, relations in known.items():
        if folded(owner) not in gone:
            led = {r.id: sort for r in relations if (sort := _led(r, gone)) is not None}
            told |= {*led.values()}
            if strip(work, owner, led, running=_runs(archive, owner)):
                told.add(PROGRAMS)
    work.package.drop(gone)
    work.package.retype(*(kind for _, kind in _BY_NAME))
    return tuple(note for note in NOTES if note in told)


def _relations(work: Work, owner: str) -> list[Relation]:
    try:
        return work.package.relations(owner)
    except DeckError:  # then PowerPoint finds nothing by them either
        return []


def _parts(work: Work, archive: opc.Archive, relations: Collection[Relation]) -> dict[str, str]:
    """Return the parts that no copy has, with what they are."""
    named = {folded(part): _sort(work, part) for part in work.package.names}
    led = [relation for relation in relations if not relation.external]
    named |= {folded(r.target): _BY_RELATION[_last(r)] for r in led if _last(r) in _BY_RELATION}
    held = {folded(relation.target) for relation in led if _last(relation) in EMBEDDED}
    held |= {part for part in named if "embeddings/" in part and not part.endswith("/")}
    named |= {part: FILES for part in sorted(held) if acts(archive.read(part))}
    return {part: sort for part, sort in named.items() if sort and not _shows(work, part)}


def _shows(work: Work, part: str) -> bool:
    """Say whether a part is one of the deck's own: whatever leads to it, it stays."""
    kind = work.package.content_type(part)
    return kind.startswith(_OWN) and kind.endswith("+xml")


def _sort(work: Work, part: str) -> str | None:
    """Return what a part is that no copy has, by its name and type; None for all others."""
    kind = f"/{part} {work.package.content_type(part)}"
    return next((sort for sort, name in _BY_NAME if name.search(kind)), None)


def _led(relation: Relation, gone: Mapping[str, str]) -> str | None:
    """Return what a relation leads to that no copy has; None for all others."""
    if not relation.external:
        return gone.get(folded(relation.target)) or _BY_RELATION.get(_last(relation))
    if _last(relation) in EMBEDDED:  # it is fetched when the deck is brought up to date
        return FILES
    scheme = _SCHEME.match(relation.target) if _last(relation) == "hyperlink" else None
    runs = scheme is not None and scheme[1].lower() not in _LEADS
    return PROGRAMS if runs else _BY_RELATION.get(_last(relation))


def _last(relation: Relation) -> str:
    return relation.type.rpartition("/")[2]


def _runs(archive: opc.Archive, owner: str) -> bool:
    """Say whether a part may hold a click that does more than lead somewhere."""
    return _CLICKED.search(archive.xml(owner) or b"") is not None
