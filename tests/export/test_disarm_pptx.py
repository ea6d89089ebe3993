"""Copies of PowerPoint decks carry nothing that acts; what was seen is still to be seen."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pptx
import pytest

from sowhat.errors import OutputError
from sowhat.export.copy import check, ending
from sowhat.export.copy.plan import Plan, Trace
from sowhat.export.copy.pptx.carried import acts
from sowhat.model import DeckKind
from sowhat.texts import error_text, text
from tests.benchmarks.packages import parts_of, unsound
from tests.export.armed import OLE, armed, book
from tests.export.copies import as_type, changed, copied, rich, with_macros

MACROS = "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
ARMS = re.compile(rb"vba|activex|webextension|customui|macroenabled|\bMZ ", re.IGNORECASE)
KEPT = ("https://example.com/", "nextslide")


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("armed")
    return as_type(armed(folder / "plain.pptx"), "deck.pptm", MACROS)


@pytest.mark.parametrize("clean", [frozenset(), frozenset(Trace)])
def test_a_copy_carries_nothing_that_acts(before: Path, clean: frozenset[Trace]) -> None:
    out, made = copied(before, Plan(clean=clean), f"copy{len(clean)}.pptx")
    assert made.notes[:2] == ("macros", "controls")
    assert {"files", "programs"} <= set(made.notes)
    assert all(text(f"copy.notes.{note}") for note in made.notes)
    held = parts_of(out)
    telling = [name for name, data in held.items() if ARMS.search(name.encode() + b" " + data)]
    assert telling == []
    said = b"".join(data for name, data in held.items() if name.endswith((".xml", ".rels")))
    assert not re.search(
        rb"ppaction://(macro|program)|ms-msdt|javascript:|calc\.exe|C:/share", said
    )
    assert list(unsound(parts_of(before), held)) == []


def test_what_was_seen_is_still_seen(before: Path) -> None:
    out, _ = copied(before, Plan(), "seen.pptx")
    controls, files, charts, clicks = pptx.Presentation(str(out)).slides
    names = [shape.name for shape in controls.shapes]
    assert "Button" in names
    assert "What the add-in showed" in [
        s.text_frame.text for s in controls.shapes if s.has_text_frame
    ]
    ids = [shape.shape_id for shape in controls.shapes]
    assert len(set(ids)) == len(ids)
    assert len([shape for shape in files.shapes if shape.shape_type is not None]) == 7
    assert sum(shape.has_chart for shape in charts.shapes) == 2
    led = [str(one.target_ref) for one in clicks.part.rels.values() if one.is_external]
    assert led == [KEPT[0]]
    assert len(list(clicks._element.iter("{*}hlinkClick"))) == len(KEPT)


def test_documents_without_macros_stay(before: Path) -> None:
    out, _ = copied(before, Plan(), "documents.pptx")
    held = [data for name, data in parts_of(out).items() if "embeddings/" in name and data]
    assert sorted(data[:2] for data in held) == [b"PK", b"PK", OLE[:2]]
    assert not any(map(acts, held))


def test_a_deck_without_any_is_carried_as_it_is(tmp_path: Path) -> None:
    before = rich(tmp_path / "plain.pptx")
    with zipfile.ZipFile(before, "a") as archive:
        archive.writestr("ppt/embeddings/", b"")  # the folder alone
    out, made = copied(before, Plan())
    assert made.notes == ()
    assert parts_of(out) == parts_of(before)


def test_macros_are_found_under_other_names(tmp_path: Path) -> None:
    """By their relation, where name and type are harmless; and where no relation leads to them."""

    def renamed(_: str, data: bytes) -> bytes:
        return data.replace(b"vbaProject.bin", b"sounds.bin").replace(b"ms-office.vbaProject", b"x")

    plain = changed(rich(tmp_path / "rich.pptx", with_macros), "deck.pptx", renamed)
    out, made = copied(plain, Plan())
    assert made.notes == ("macros",)
    assert b"macros" not in parts_of(out).values()

    def alone(_: str, data: bytes) -> bytes:
        return re.sub(rb"<Relationship [^>]*vbaProject\.bin[^>]*>", b"", data)

    stray = changed(rich(tmp_path / "more.pptx", with_macros), "stray.pptx", alone)
    out, made = copied(stray, Plan())
    assert made.notes == ("macros",)
    assert "ppt/vbaProject.bin" not in parts_of(out)


def test_a_slide_that_is_called_a_macro_stays(tmp_path: Path) -> None:
    def led(name: str, data: bytes) -> bytes:
        to = b'<Relationship Id="rIdV" Type="http://x/vbaProject" Target="slides/slide2.xml"/>'
        return (
            data.replace(b"</Relationships>", to + b"</Relationships>")
            if "n.xml.rels" in name
            else data
        )

    out, made = copied(changed(rich(tmp_path / "rich.pptx"), "deck.pptx", led), Plan())
    assert made.notes == ("macros",)
    assert len(pptx.Presentation(str(out)).slides) == 6
    assert b"vbaProject" not in parts_of(out)["ppt/_rels/presentation.xml.rels"]


@pytest.mark.parametrize("name", ["copy.pptm", "copy.PPSM", "copy.potm", "copy.ppam"])
def test_no_copy_is_called_as_if_it_had_macros(tmp_path: Path, name: str) -> None:
    deck = rich(tmp_path / "deck.pptx", with_macros)
    with pytest.raises(OutputError, match="macro-ending") as caught:
        check(tmp_path / name, deck, DeckKind.PPTX, comments=False)
    assert "no macros" in error_text(caught.value)
    assert ".pptx, .ppsx, .potx" in error_text(caught.value)
    with pytest.raises(OutputError, match="macro-ending"):
        copied(deck, Plan(), name)


def test_a_copy_has_the_plain_ending() -> None:
    named = {
        "a.pptm": ".pptx",
        "a.PPSM": ".ppsx",
        "a.potm": ".potx",
        "a.ppsx": ".ppsx",
        "a.pdf": ".pdf",
    }
    assert {name: ending(Path(name)) for name in named} == named


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"MZ", True),
        (None, True),
        (b"PK\3\4 cut", True),
        (OLE, False),
        (OLE + "Ole10Native".encode("utf-16-le"), True),
        (OLE + b"PK\3\4 xl/vbaProject.bin", True),
        (book(), False),
        (book(macros=True), True),
    ],
)
def test_which_files_may_act(data: bytes | None, told: bool) -> None:
    assert acts(data) is told
