"""What python-pptx does not write: comments, custom properties, words and pictures on layouts."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.util import Inches

from tests.read.constructs.parts import SPACES, spaces

OFFICE = "application/vnd.openxmlformats-officedocument."
COMMENT, AUTHORS = "presentationml.comments+xml", "presentationml.commentAuthors+xml"
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"


def add(owner: Any, name: str, content_type: str, data: str, kind: str) -> str:
    """Add a part that ``owner`` has a relation of ``kind`` to; return the relation's id."""
    made = Part(PackURI(name), content_type, owner.package, data.encode())
    relation: str = owner.relate_to(made, kind)
    return relation


def comment(slide: Any, words: str, author: str) -> None:
    """Leave a classic comment on the slide; each deck has one author."""
    main = slide.part.package.presentation_part
    if not any(r.reltype.endswith("/commentAuthors") for r in main.rels.values()):
        authors = (
            f'<p:cmAuthorLst {spaces("p")}><p:cmAuthor id="0" name={quoteattr(author)} '
            'initials="X" lastIdx="99" clrIdx="0"/></p:cmAuthorLst>'
        )
        kind = f"{SPACES['r']}/commentAuthors"
        add(main, "/ppt/commentAuthors.xml", OFFICE + AUTHORS, authors, kind)
    number = slide.part.partname.idx
    listed = (
        f'<p:cmLst {spaces("p")}><p:cm authorId="0" dt="2026-09-01T08:00:00" idx="{number}">'
        f'<p:pos x="20" y="20"/><p:text>{escape(words)}</p:text></p:cm></p:cmLst>'
    )
    name = f"/ppt/comments/comment{number}.xml"
    add(slide.part, name, OFFICE + COMMENT, listed, f"{SPACES['r']}/comments")


def custom(deck: Any, values: dict[str, str]) -> None:
    """Add properties of a company's own to the file."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006"
    listed = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{at}" '
        f"name={quoteattr(name)}><vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for at, (name, value) in enumerate(values.items(), 2)
    )
    data = (
        f'<Properties xmlns="{office}/custom-properties" xmlns:vt="{office}/docPropsVTypes">'
        f"{listed}</Properties>"
    )
    package = deck.part.package
    made = Part(
        PackURI("/docProps/custom.xml"), OFFICE + "custom-properties+xml", package, data.encode()
    )
    package.relate_to(made, CUSTOM)


def label(tree: Any, words: str, place: tuple[float, ...]) -> None:
    """Put small words on a layout."""
    x, y, wide, high = map(Inches, place)
    tree.append(
        parse_xml(
            f'<p:sp {spaces("p", "a")}><p:nvSpPr><p:cNvPr id="880" name="Label"/>'
            '<p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>'
            f'<a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>'
            '<a:bodyPr wrap="square"/><a:lstStyle/><a:p><a:pPr algn="r"/><a:r>'
            f'<a:rPr lang="en-GB" sz="800"/><a:t>{escape(words)}</a:t></a:r></a:p>'
            "</p:txBody></p:sp>"
        )
    )


def picture(relation: str, name: str, place: tuple[float, ...]) -> Any:
    """Return a picture for a master's tree of shapes."""
    x, y, wide, high = map(Inches, place)
    return parse_xml(
        f'<p:pic {spaces("p", "a", "r")}><p:nvPicPr><p:cNvPr id="881" name={quoteattr(name)}/>'
        '<p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill>'
        f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>'
        f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
