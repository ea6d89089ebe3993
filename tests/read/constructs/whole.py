"""What belongs to the whole deck: sections, custom shows, properties."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sowhat.model import Deck, Properties, Show
from tests.read.constructs.parts import SPACES, add_part, q, xml

CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
SECTIONS = {"Why you are here": 4, "What we found": None}  # name -> how many slides; None the rest
SHOW = Show("Board", (3, 1))


def prepare(deck: Any) -> None:
    """Give a deck with all its slides sections, a custom show and properties."""
    root, slides = deck.part._element, list(deck.part._element.sldIdLst)
    held, entries = slides[:], ""
    for number, (name, count) in enumerate(SECTIONS.items()):
        mine, held = held[:count], held[count:] if count else []
        ids = "".join(f'<p14:sldId id="{slide.get("id")}"/>' for slide in mine)
        entries += (
            f'<p14:section name="{name}" id="{{00000000-0000-4000-8000-00000000000{number}}}">'
            f"<p14:sldIdLst>{ids}</p14:sldIdLst></p14:section>"
        )
    shown = "".join(f'<p:sld r:id="{slides[n - 1].get(q("r:id"))}"/>' for n in SHOW.slides)
    show = xml(
        f'<p:custShowLst><p:custShow name="{SHOW.name}" id="0"><p:sldLst>{shown}</p:sldLst>'
        "</p:custShow></p:custShowLst>"
    )
    root.find(q("p:notesSz")).addnext(show)
    root.append(
        xml(
            '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
            f"<p14:sectionLst>{entries}</p14:sectionLst></p:ext></p:extLst>"
        )
    )
    _describe(deck)


def _describe(deck: Any) -> None:
    core = deck.core_properties
    core.title, core.author, core.subject = "Every construct", "Ann Lee", "Reading"
    core.keywords, core.category, core.comments = "reading; tests", "Samples", "All of them once"
    core.last_modified_by = "Ben Roe"
    core.created = dt.datetime(2026, 3, 1, 9, 30)
    core.modified = dt.datetime(2026, 4, 2, 10, 45)
    package = deck.part.package
    (app,) = (
        r.target_part for r in package._rels.values() if r.reltype.endswith("/extended-properties")
    )
    app._blob = (
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'extended-properties"><Application>Microsoft Office PowerPoint</Application>'
        b"<Manager>Cleo Fox</Manager><Company>Acme Inc.</Company></Properties>"
    )
    data = (
        f'<Properties xmlns="{PROPERTIES}" xmlns:vt="{TYPES}"><property '
        'fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Client">'
        "<vt:lpwstr>Globex</vt:lpwstr></property></Properties>"
    )
    kind = f"{SPACES['r']}/custom-properties"
    add_part(_Owner(package), "/docProps/custom.xml", CUSTOM, data, kind)


class _Owner:
    """A package as far as adding a part goes."""

    def __init__(self, package: Any) -> None:
        self.package = package
        self.relate_to = package.relate_to


def check_sections(deck: Deck) -> None:
    first, rest = SECTIONS
    count = SECTIONS[first] or 0
    assert [s.section for s in deck.slides] == [first] * count + [rest] * (len(deck.slides) - count)


def check_shows(deck: Deck) -> None:
    assert deck.shows == (SHOW,)


def check_properties(deck: Deck) -> None:
    found = deck.properties
    assert (found.created[:19], found.modified[:19]) == (
        "2026-03-01T09:30:00", "2026-04-02T10:45:00")  # fmt: skip
    assert found == Properties(
        title="Every construct",
        author="Ann Lee",
        company="Acme Inc.",
        subject="Reading",
        keywords="reading; tests",
        application="Microsoft Office PowerPoint",
        manager="Cleo Fox",
        category="Samples",
        description="All of them once",
        last_author="Ben Roe",
        created=found.created,
        modified=found.modified,
        custom=(("Client", "Globex"),),
    )


def check_size(deck: Deck) -> None:
    assert (deck.width, deck.height) == (720.0, 540.0)
    assert {"Carlito", "Cousine"} <= {*deck.fonts}


CHECKS = {
    "sections": check_sections,
    "custom show": check_shows,
    "properties": check_properties,
    "size and fonts": check_size,
}
