"""What belongs to the whole deck: sections, custom shows, properties."""

from __future__ import annotations

from typing import Any

from sowhat.model import Properties, Show
from tests.read.conftest import Edit, Make, Read
from tests.read.pptx_factory import blank, xml

CORE = "docProps/core.xml"
VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def four_slides(presentation: Any) -> Any:
    for _ in range(4):
        blank(presentation)
    return presentation.part._element, list(presentation.slides._sldIdLst)


def test_sections_by_slide(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        root, slides = four_slides(presentation)
        first, second = (
            "".join(f'<p14:sldId id="{slide.id}"/>' for slide in own)
            for own in (slides[:1], slides[2:])
        )
        root.append(
            xml(
                '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst>'
                f'<p14:section name=" Why " id="{{1}}"><p14:sldIdLst>{first}</p14:sldIdLst>'
                f'</p14:section><p14:section name="How" id="{{2}}"><p14:sldIdLst>{second}'
                '<p14:sldId id="9999"/></p14:sldIdLst></p14:section><p14:section name="Empty"/>'
                "</p14:sectionLst></p:ext></p:extLst>"
            )
        )

    slides = read_pptx(make_deck(build)).slides
    assert [slide.section for slide in slides] == ["Why", "", "How", "How"]


def test_a_missing_slide_keeps_its_section(
    make_deck: Make, edit_parts: Edit, read_pptx: Read
) -> None:
    def build(presentation: Any) -> None:
        root, slides = four_slides(presentation)
        root.append(
            xml(
                '<p:extLst><p:ext uri="x"><p14:sectionLst><p14:section name="Why"><p14:sldIdLst>'
                f'<p14:sldId id="{slides[0].id}"/></p14:sldIdLst></p14:section></p14:sectionLst>'
                "</p:ext></p:extLst>"
            )
        )

    path = edit_parts(make_deck(build), {"ppt/slides/slide1.xml": lambda data: data[:99]})
    assert [slide.section for slide in read_pptx(path).slides] == ["Why", "", "", ""]


def test_custom_shows_in_their_order(make_deck: Make, read_pptx: Read) -> None:
    def build(presentation: Any) -> None:
        root, slides = four_slides(presentation)
        order = "".join(f'<p:sld r:id="{slides[at].rId}"/>' for at in (3, 0, 3))
        root.append(
            xml(
                f'<p:custShowLst><p:custShow name="Board" id="0"><p:sldLst>{order}'
                '<p:sld r:id="rId999"/></p:sldLst></p:custShow><p:custShow name="None" id="1"/>'
                "</p:custShowLst>"
            )
        )

    assert read_pptx(make_deck(build)).shows == (Show("Board", (4, 1, 4)), Show("None", ()))


def test_decks_without_sections_and_shows(make_deck: Make, read_pptx: Read) -> None:
    deck = read_pptx(make_deck(four_slides))
    assert deck.shows == ()
    assert {slide.section for slide in deck.slides} == {""}


def properties(read_pptx: Read, edit_parts: Edit, make_deck: Make, custom: str) -> Properties:
    def build(presentation: Any) -> None:
        blank(presentation)
        core = presentation.core_properties
        core.title, core.author, core.last_modified_by = "The deck", "Kim", "Lee"
        core.subject, core.keywords, core.category = "Closing", "books, days", "Finance"
        core.comments = "For the board"

    extended = (
        f'<Properties xmlns="{EXTENDED}"><Application>Maker 3</Application>'
        "<Company>Acme Ltd</Company><Manager>Ash Roe</Manager></Properties>"
    )
    path = edit_parts(
        make_deck(build),
        {"docProps/app.xml": lambda _: extended.encode()},
        {"docProps/custom.xml": custom.encode()},
    )
    return read_pptx(path).properties


def named(name: str, value: str) -> str:
    return f'<property fmtid="{{D5}}" pid="2" name="{name}">{value}</property>'


def test_all_properties(make_deck: Make, edit_parts: Edit, read_pptx: Read) -> None:
    values = (
        named("Client", "<vt:lpwstr>Globex</vt:lpwstr>"),
        named("Checked", "<vt:bool>true</vt:bool>"),
        named("Parts", "<vt:vector><vt:lpstr>one</vt:lpstr><vt:lpstr>two</vt:lpstr></vt:vector>"),
    )
    custom = f'<Properties xmlns="{CUSTOM}" xmlns:vt="{VT}">{"".join(values)}</Properties>'
    found = properties(read_pptx, edit_parts, make_deck, custom)
    assert (found.title, found.author, found.last_author) == ("The deck", "Kim", "Lee")
    assert (found.subject, found.keywords, found.category) == ("Closing", "books, days", "Finance")
    assert (found.description, found.manager) == ("For the board", "Ash Roe")
    assert (found.company, found.application) == ("Acme Ltd", "Maker 3")
    assert found.created.startswith("20")
    assert found.modified.endswith("Z")
    assert found.custom == (("Client", "Globex"), ("Checked", "true"), ("Parts", "one two"))


def test_custom_properties_are_capped(make_deck: Make, edit_parts: Edit, read_pptx: Read) -> None:
    values = "".join(named(f"n{at}", "<vt:i4>1</vt:i4>") for at in range(150))
    custom = f'<Properties xmlns="{CUSTOM}" xmlns:vt="{VT}">{values}</Properties>'
    found = properties(read_pptx, edit_parts, make_deck, custom)
    assert len(found.custom) == 100


def test_damaged_properties_are_left_out(
    make_deck: Make, edit_parts: Edit, read_pptx: Read
) -> None:
    found = properties(read_pptx, edit_parts, make_deck, "<Properties")
    assert (found.title, found.custom) == ("The deck", ())
