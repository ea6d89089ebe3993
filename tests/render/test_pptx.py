import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from sowhat.errors import DeckError
from sowhat.render import layout
from sowhat.render import pptx as pptx_drawer
from tests.render.pixels import picture_of, red_box

NAMES = {
    b"http://schemas.openxmlformats.org/presentationml/2006/main": b"presentationml/main",
    b"http://schemas.openxmlformats.org/drawingml/2006/main": b"drawingml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        b"officeDocument/relationships"
    ),
}


def rewritten(path: Path, name: str, change: Callable[[str, bytes], bytes]) -> Path:
    out = path.with_name(name)
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            new.writestr(part, change(part, old.read(part)))
    return out


def strict(part: str, data: bytes) -> bytes:
    if part.endswith((".xml", ".rels")):
        for name, short in NAMES.items():
            data = data.replace(name, b"http://purl.oclc.org/ooxml/" + short)
    return data


def kind(name: bytes) -> Callable[[str, bytes], bytes]:
    def change(part: str, data: bytes) -> bytes:
        main = rb"application/vnd\.openxml\S*?presentation\.main\+xml"
        return re.sub(main, name, data) if part == "[Content_Types].xml" else data

    return change


def test_a_red_box_is_drawn_where_it_was_put(pptx: Path) -> None:
    drawn = pptx_drawer.draw(str(pptx), 1, 800)
    assert (drawn.width, drawn.height, drawn.skipped) == (800, 600, 0)
    image = picture_of(drawn.png)
    assert image.size == (800, 600)
    assert red_box(image) == pytest.approx((0.25, 0.2, 0.5, 0.4), abs=0.003)
    assert image.getpixel((10, 10)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("strict.pptx", strict),
        (
            "show.ppsx",
            kind(
                b"application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml"
            ),
        ),
        (
            "mould.potx",
            kind(b"application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"),
        ),
        ("macro.pptm", kind(b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml")),
    ],
)
def test_other_forms_of_the_format_are_drawn_too(
    pptx: Path, name: str, change: Callable[[str, bytes], bytes]
) -> None:
    other = rewritten(pptx, name, change)
    assert other.read_bytes() != pptx.read_bytes()
    image = picture_of(pptx_drawer.draw(str(other), 1, 400).png)
    assert red_box(image) == pytest.approx((0.25, 0.2, 0.5, 0.4), abs=0.006)


def test_the_families_a_slide_asks_for_are_told(pptx: Path) -> None:
    assert pptx_drawer.draw(str(pptx), 1, 200).families == ()
    assert "Quite Unheard" in pptx_drawer.draw(str(pptx), 2, 200).families


def test_signs_the_face_lacks_are_drawn_with_another(pptx: Path) -> None:
    document = pptx_drawer._sources.get(str(pptx), None).slide(2)
    before = layout.parse(document.presentation.render_slide(1).json)
    assert [gap.text for gap in layout.missing(before)] == ["✓"]
    families = pptx_drawer.draw(str(pptx), 2, 200).families
    after = layout.parse(document.presentation.render_slide(1).json)
    assert list(layout.missing(after)) == []
    assert families == ("Quite Unheard",)  # the covering face is no family of the deck


def test_a_changed_file_is_opened_anew(pptx: Path) -> None:
    from pptx import Presentation

    assert red_box(picture_of(pptx_drawer.draw(str(pptx), 1, 200).png)) is not None
    Presentation().save(str(pptx))
    with pytest.raises(DeckError, match="damaged"):
        pptx_drawer.draw(str(pptx), 1, 200)


@pytest.mark.parametrize(
    ("content", "reason"), [(None, "missing"), (b"", "damaged"), (b"PK\x03\x04 no zip", "damaged")]
)
def test_what_is_no_deck_is_a_clear_error(
    tmp_path: Path, content: bytes | None, reason: str
) -> None:
    path = tmp_path / "bad.pptx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DeckError) as caught:
        pptx_drawer.draw(str(path), 1, 200)
    assert caught.value.reason == reason


def test_a_slide_that_is_not_there_is_a_clear_error(pptx: Path) -> None:
    with pytest.raises(DeckError, match="damaged"):
        pptx_drawer.draw(str(pptx), 3, 200)


def test_pictures_that_cannot_be_drawn_are_framed(metafile: Path) -> None:
    drawn = pptx_drawer.draw(str(metafile), 1, 800)
    assert drawn.skipped == 1
    image = picture_of(drawn.png)
    ink = image.convert("L").point(lambda value: 255 if value < 250 else 0).getbbox()
    assert ink == pytest.approx((200, 120, 600, 360), abs=2)


def test_a_stand_in_is_spaced_by_its_own_letters(tmp_path: Path) -> None:
    from pptx import Presentation
    from pptx.util import Inches

    from sowhat import fonts
    from sowhat.render.opened import ALIAS

    if not fonts.find("Aptos").stand_in:
        pytest.skip("the system has the font itself")
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    words = slide.shapes.add_textbox(Inches(1), Inches(1), Inches(8), Inches(1))
    run = words.text_frame.paragraphs[0].add_run()
    run.text, run.font.name = "Wild COBOL", "Aptos"
    path = tmp_path / "aptos.pptx"
    deck.save(str(path))
    assert pptx_drawer.draw(str(path), 1, 200).families == ("Aptos",)
    presentation = pptx_drawer._sources.get(str(path), None).slide(1).presentation
    found = layout.parse(presentation.render_slide(0).json)
    assert layout.families(found) == ("Aptos" + ALIAS,)
