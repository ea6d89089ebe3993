"""PowerPoint copies: made by the program, read back by python-pptx and by our own reader."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pptx
import pytest
from lxml import etree

from sowhat.errors import DeckError
from sowhat.export.copy.pptx.endings import TYPES
from sowhat.model import CommentKind, Deck
from sowhat.read.pptx import read
from tests.benchmarks.packages import faults, parts_of
from tests.export.copies import (
    DATE,
    NEW,
    P188,
    TITLES,
    UTC,
    as_type,
    changed,
    copied,
    plan,
    remark,
    rich,
    strict,
    with_classic,
    with_threads,
)

ORDERED = [TITLES[number - 1] for number in NEW]
REMARKS = (remark(2, "Why?\n\nSo what? “Ärger” & <more>"), remark(2, "More"), remark(5, "When?"))


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return rich(tmp_path_factory.mktemp("rich") / "rich.pptx")


def opened(path: Path) -> Deck:
    return read(str(path), None, False, lambda *_: None)


def titles_of(path: Path) -> list[str]:
    return [slide.shapes.title.text for slide in pptx.Presentation(str(path)).slides]


def root_of(path: Path, part: str = "ppt/presentation.xml") -> Any:
    return etree.fromstring(parts_of(path)[part])


def sections_of(path: Path) -> list[tuple[str, list[str]]]:
    read_back = opened(path)
    root = root_of(path)
    entries = [entry.get("id") for entry in root.iterfind("{*}sldIdLst/{*}sldId")]
    titles = dict(zip(entries, (slide.title for slide in read_back.slides), strict=True))
    held = [
        (
            section.get("name"),
            [entry.get("id") for entry in section.iterfind("{*}sldIdLst/{*}sldId")],
        )
        for section in root.iter("{*}section")
    ]
    assert [id_ for _, ids in held for id_ in ids] == entries
    return [(name, [titles[id_] for id_ in ids]) for name, ids in held]


def test_the_order_changes_and_nothing_else_does(deck: Path) -> None:
    before = deck.read_bytes()
    out, made = copied(deck, plan())
    assert (made.comments, made.notes) == (0, ())
    assert list(faults(deck, out)) == []
    assert titles_of(out) == ORDERED
    same = [name for name, data in parts_of(deck).items() if parts_of(out)[name] != data]
    assert sorted(same) == ["docProps/app.xml", "ppt/presProps.xml", "ppt/presentation.xml"]
    assert deck.read_bytes() == before


def test_links_shows_and_hidden_slides_are_of_the_same_slides(deck: Path) -> None:
    out, _ = copied(deck, plan())
    slides = list(pptx.Presentation(str(out)).slides)
    by_title = {slide.shapes.title.text: slide for slide in slides}
    clicks = [s.click_action for s in by_title["Products"].shapes if s.has_text_frame]
    led = [c.target_slide.shapes.title.text for c in clicks if c.target_slide is not None]
    # The second button leads to whatever slide comes next, which is what it says.
    assert led == ["Your plan", "Prices"]
    assert by_title["Prices"]._element.get("show") == "0"
    assert by_title["Your goals"].notes_slide.notes_text_frame.text == "Ask for their goals."
    assert by_title["Your goals"]._element.find("{*}timing") is not None
    read_back = opened(out)
    (show,) = read_back.shows
    assert [read_back.slides[number - 1].title for number in show.slides] == [
        "Your plan",
        "Products",
    ]


def test_a_range_to_show_goes_along_or_becomes_all(deck: Path) -> None:
    out, _ = copied(deck, plan())  # slides 4 and 5 stand second and third
    span = root_of(out, "ppt/presProps.xml").find(".//{*}sldRg")
    assert (span.get("st"), span.get("end")) == ("2", "3")
    out, made = copied(deck, plan((1, 4, 2, 5, 3, 6)))
    assert made.notes == ("show-all",)
    show = root_of(out, "ppt/presProps.xml").find("{*}showPr")
    assert [etree.QName(entry).localname for entry in show] == ["sldAll"]


def test_titles_among_the_properties_follow(deck: Path) -> None:
    out, _ = copied(deck, plan())
    words = [
        e.text for e in root_of(out, "docProps/app.xml").iterfind("{*}TitlesOfParts//{*}lpstr")
    ]
    assert words == ["Calibri", "Theme", *ORDERED]


US, YOU, PROOF = ["Welcome"], ["Your goals", "Your plan"], ["Logos"]


def test_a_section_that_moves_parts_the_one_it_comes_to(deck: Path) -> None:
    out, _ = copied(deck, plan(moved=(4, 5)))
    assert sections_of(out) == [
        ("Us", US),
        ("You", YOU),
        ("Us", ["Products", "Prices"]),
        ("Proof", PROOF),
    ]
    ids = [section.get("id") for section in root_of(out).iter("{*}section")]
    assert len(set(ids)) == 4


def test_a_slide_that_moves_alone_joins_the_section_it_comes_to(deck: Path) -> None:
    out, _ = copied(deck, plan((1, 5, 2, 3, 4, 6), moved=(5,)))
    assert [section for section, _ in sections_of(out)] == ["Us", "You", "Proof"]
    assert [len(titles) for _, titles in sections_of(out)] == [4, 1, 1]
    out, _ = copied(deck, plan((3, 1, 2, 4, 5, 6), moved=(3,)))
    assert [len(titles) for _, titles in sections_of(out)] == [3, 2, 1]
    out, _ = copied(deck, plan((5, 1, 2, 3, 4, 6), moved=(5,)))
    assert sections_of(out)[0] == ("Us", ["Your plan", *TITLES[:3]])


def test_the_appendix_becomes_a_section(deck: Path) -> None:
    out, _ = copied(deck, plan((1, 4, 5, 6, 2, 3), moved=(2, 3), appendix=(2, 3)))
    assert sections_of(out) == [
        ("Us", US),
        ("You", YOU),
        ("Proof", PROOF),
        ("Appendix", ["Products", "Prices"]),
    ]
    # One more slide for it, which empties a section: that goes.
    again, _ = copied(out, plan((1, 2, 3, 4, 5, 6), moved=(), appendix=(4, 5, 6)), "same.pptx")
    assert parts_of(again) == parts_of(out)
    again, _ = copied(out, plan((1, 3, 2, 5, 6, 4), moved=(3, 4), appendix=(5, 6, 4)), "more.pptx")
    assert [name for name, _ in sections_of(again)] == ["Us", "You", "Appendix"]


def test_a_section_that_is_the_appendix_is_not_doubled(deck: Path) -> None:
    out, _ = copied(deck, plan((4, 5, 1, 2, 3, 6), moved=(4, 5), appendix=(6,)))
    assert [name for name, _ in sections_of(out)] == ["You", "Us", "Proof"]


def test_empty_sections_stay_where_they_were(deck: Path) -> None:
    def emptied(name: str, data: bytes) -> bytes:
        if name != "ppt/presentation.xml":
            return data
        root = etree.fromstring(data)
        first = next(root.iter("{*}section"))
        for name in ("Before", "After"):
            made = first.makeelement(first.tag, {"name": name, "id": "{" + name + "}"})
            (first.addprevious if name == "Before" else first.addnext)(made)
        return bytes(etree.tostring(root))

    before = changed(deck, "emptied.pptx", emptied)
    out, _ = copied(before, plan((4, 5, 1, 2, 3, 6), moved=(4, 5)))
    assert [name for name, _ in sections_of(out)] == ["Before", "You", "Us", "After", "Proof"]


def test_a_deck_without_sections_gets_none(deck: Path) -> None:
    def bare(name: str, data: bytes) -> bytes:
        if name != "ppt/presentation.xml":
            return data
        root = etree.fromstring(data)
        root.remove(root.find("{*}extLst"))
        return bytes(etree.tostring(root))

    plain = changed(deck, "plain.pptx", bare)
    out, _ = copied(plain, plan(appendix=(6,)))
    assert root_of(out).find(".//{*}sectionLst") is None
    assert titles_of(out) == ORDERED


def test_classic_comments_stand_at_their_places(deck: Path) -> None:
    out, made = copied(deck, plan(remarks=REMARKS))
    assert made.comments == 3
    assert list(faults(deck, out)) == []
    read_back = opened(out)
    found = {s.title: s.comments for s in read_back.slides if s.comments}
    assert list(found) == ["Your plan", "Products"]
    assert [c.text for c in found["Products"]] == [r.text for r in REMARKS[:2]]
    for comment in (*found["Products"], *found["Your plan"]):
        assert (comment.author, comment.kind, comment.date) == (
            "SoWhat",
            CommentKind.CLASSIC,
            DATE,
        )
        assert comment.box is not None
        assert comment.box.center == pytest.approx((0.25, 0.5), abs=0.001)


@pytest.mark.parametrize(
    ("theirs", "kind"), [(with_classic, "classic"), (with_threads, "threaded")]
)
def test_comments_are_of_the_kind_that_is_there(
    theirs: Callable[[Any], None], kind: str, tmp_path: Path
) -> None:
    before = rich(tmp_path / "theirs.pptx", theirs)
    out, made = copied(before, plan(remarks=REMARKS))
    assert made.comments == 3
    assert list(faults(before, out)) == []
    comments = [c for s in opened(out).slides for c in s.comments]
    assert {comment.kind.value for comment in comments} == {kind}
    ours = {comment.date for comment in comments if comment.author == "SoWhat"}
    assert ours == {DATE if kind == "classic" else UTC}
    assert [(c.author, c.text) for c in comments] == [
        ("SoWhat", "When?"),
        ("Kim Roe", "Theirs"),
        ("SoWhat", REMARKS[0].text),
        ("SoWhat", "More"),
    ]
    again, _ = copied(out, plan((1, 2, 3, 4, 5, 6), remarks=(remark(4, "New"),)), "again.pptx")
    assert list(faults(out, again)) == []
    assert sum(len(s.comments) for s in opened(again).slides) == 5
    names = [e.get("name") for e in root_of(again, AUTHORS[kind])]
    assert names == ["Kim Roe", "SoWhat"]


AUTHORS = {"classic": "ppt/commentAuthors.xml", "threaded": "ppt/authors.xml"}


def test_numbers_of_classic_comments_are_never_used_twice(tmp_path: Path) -> None:
    out, _ = copied(rich(tmp_path / "a.pptx", with_classic), plan(remarks=REMARKS))
    kim, ours = root_of(out, "ppt/commentAuthors.xml")
    assert (kim.get("id"), kim.get("lastIdx")) == ("4", "7")
    assert (ours.get("id"), ours.get("lastIdx")) == ("5", "3")
    known = [
        (cm.get("authorId"), cm.get("idx"))
        for name, data in parts_of(out).items()
        if name.startswith("ppt/comments/")
        for cm in etree.fromstring(data)
    ]
    assert sorted(known) == [("4", "7"), ("5", "1"), ("5", "2"), ("5", "3")]


def test_threads_are_named_by_their_slide(tmp_path: Path) -> None:
    out, _ = copied(rich(tmp_path / "a.pptx", with_threads), plan(remarks=REMARKS))
    slides = list(pptx.Presentation(str(out)).slides)
    plan_slide = next(s for s in slides if s.shapes.title.text == "Your plan")
    (named,) = plan_slide._element.iter(f"{{{P188}}}commentRel")
    part = plan_slide.part.rels[named.values()[0]].target_part
    marked = next(etree.fromstring(part.blob).iter("{*}sldMk"))
    assert marked.get("sldId") == str(plan_slide.slide_id)
    assert str(part.partname) == f"/ppt/comments/modernComment_{plan_slide.slide_id:X}_0.xml"


def test_strict_decks_stay_strict(tmp_path: Path) -> None:
    before = strict(rich(tmp_path / "deck.pptx", with_classic))
    out, made = copied(before, plan(remarks=REMARKS, appendix=(6,)))
    assert list(faults(before, out)) == []
    assert made.comments == 3
    for data in parts_of(out).values():
        assert b"openxmlformats.org/presentationml" not in data
        assert b"openxmlformats.org/officeDocument" not in data
    read_back = opened(out)
    assert [slide.title for slide in read_back.slides] == ORDERED
    assert sum(len(slide.comments) for slide in read_back.slides) == 4
    words = [
        e.text for e in root_of(out, "docProps/app.xml").iterfind("{*}TitlesOfParts//{*}lpstr")
    ]
    assert words[2:] == ORDERED


@pytest.mark.parametrize(
    ("deck_name", "name"), [(".ppsx", ".pptx"), (".potx", ".potx"), (".pptx", ".ppsx")]
)
def test_the_type_is_what_the_name_says(deck: Path, deck_name: str, name: str) -> None:
    before = as_type(deck, f"deck{deck_name}", TYPES[deck_name])
    out, _ = copied(before, plan(), f"typed{name}")
    assert list(faults(before, out)) == []
    assert TYPES[name].encode() in parts_of(out)["[Content_Types].xml"]
    assert [slide.title for slide in opened(out).slides] == ORDERED


def test_a_signed_deck_is_refused(deck: Path) -> None:
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"

    def sign(name: str, data: bytes) -> bytes:
        entry = f'<Relationship Id="s" Type="{kind}" Target="_xmlsignatures/origin.sigs"/>'
        end = b"</Relationships>"
        return data.replace(end, entry.encode() + end) if name == "_rels/.rels" else data

    with pytest.raises(DeckError, match="signed"):
        copied(changed(deck, "signed.pptx", sign), plan())


def test_a_deck_with_another_number_of_slides_is_refused(deck: Path) -> None:
    with pytest.raises(DeckError, match="damaged"):
        copied(deck, plan((2, 1)))


def test_slides_beyond_those_that_are_read_stay_behind_them(deck: Path) -> None:
    out, made = copied(deck, plan(slides=(1, 2, 3), moved=()))
    assert made.notes == ()
    assert titles_of(out) == titles_of(deck)


def test_what_is_not_changed_is_carried_as_it_is_packed(deck: Path) -> None:
    out, _ = copied(deck, plan())
    with zipfile.ZipFile(deck) as before, zipfile.ZipFile(out) as after:
        names = [name for name in before.namelist() if name in after.namelist()]
        assert after.namelist() == names
        for name in ("ppt/slides/slide1.xml", "ppt/media/media1.mp4"):
            old, new = before.getinfo(name), after.getinfo(name)
            assert (old.compress_size, old.CRC) == (new.compress_size, new.CRC)
        assert after.testzip() is None


def test_entries_that_come_twice_are_written_once_as_the_last(deck: Path) -> None:
    double = deck.with_name("double.pptx")
    double.write_bytes(deck.read_bytes())
    with zipfile.ZipFile(double, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("ppt/media/media1.mp4", b"the last")
    out, _ = copied(double, plan())
    assert list(faults(double, out)) == []
    assert parts_of(out)["ppt/media/media1.mp4"] == b"the last"


def test_entries_whose_sizes_follow_them_are_carried(deck: Path, tmp_path: Path) -> None:
    streamed = tmp_path / "streamed.pptx"
    with streamed.open("wb") as file:
        pipe: Any = _Pipe(file)
        with zipfile.ZipFile(pipe, "w") as made:
            for name, data in parts_of(deck).items():
                made.writestr(name, data)
    with zipfile.ZipFile(streamed) as before:
        assert any(info.flag_bits & 8 for info in before.infolist())
    out, _ = copied(streamed, plan())
    assert list(faults(streamed, out)) == []
    assert titles_of(out) == ORDERED


class _Pipe:
    """A file that cannot be wound back, as a pipe is."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def write(self, data: bytes, /) -> int:
        return self._file.write(data)

    def flush(self) -> None:
        self._file.flush()


@pytest.mark.parametrize(
    ("part", "right", "wrong"),
    [
        ("ppt/commentAuthors.xml", b'id="4"', b'id="x"'),
        ("ppt/commentAuthors.xml", b'lastIdx="7"', b""),
        ("ppt/presProps.xml", b'st="4"', b'st="-"'),
        ("docProps/app.xml", b"<vt:i4>6</vt:i4>", b"<vt:i4>six</vt:i4>"),
    ],
)
def test_numbers_that_are_none_cost_nothing_else(
    part: str, right: bytes, wrong: bytes, tmp_path: Path
) -> None:
    def damaged(name: str, data: bytes) -> bytes:
        assert name != part or right in data
        return data.replace(right, wrong) if name == part else data

    before = changed(rich(tmp_path / "deck.pptx", with_classic), "damaged.pptx", damaged)
    out, made = copied(before, plan(remarks=REMARKS))
    assert made.comments == 3
    assert titles_of(out) == ORDERED
