"""Cleaned PowerPoint copies: no secret in any part, and slides that look as before."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pptx
import pytest
from PIL import Image, ImageOps

from sowhat.errors import DeckError, UsageError
from sowhat.export import copy
from sowhat.export.copy.plan import Made, Plan, Trace
from sowhat.export.copy.stripped import stripped
from sowhat.model import DeckKind
from sowhat.worker import Worker
from tests.benchmarks.cleaned import drawn_otherwise, everything, schema_faults
from tests.benchmarks.packages import parts_of, unsound
from tests.check.made.draw import drafts, written
from tests.export.copies import NEW, TITLES, copied, plan, rich, strict
from tests.export.laden import SECRETS, SHOWN, laden, secrets, turned

MACROS = "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
ALL = frozenset(SECRETS)


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return laden(tmp_path_factory.mktemp("laden") / "laden.pptx")


@pytest.fixture(scope="module")
def cleaned(deck: Path) -> tuple[Path, Made]:
    return copied(deck, Plan(clean=ALL), "cleaned.pptx")


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker() as one:
        yield one


def test_no_secret_is_left_in_any_part(deck: Path, cleaned: tuple[Path, Made]) -> None:
    before, after = everything(deck), everything(cleaned[0])
    assert [secret for _, secret in secrets() if secret not in before] == []
    assert [secret for _, secret in secrets() if secret in after] == []
    assert [words for words in SHOWN[:4] if words not in after] == []
    assert "https://www.acme.example/public" in after


def test_what_was_removed_is_told(cleaned: tuple[Path, Made]) -> None:
    told = {(one.trace, one.slide): one.text for one in cleaned[1].removed}
    assert {one.trace for one in cleaned[1].removed} == ALL
    assert told[Trace.HIDDEN, 2] == "SecretSlide"
    assert told[Trace.NOTES, 1] == "SecretNotes"
    assert (Trace.NOTES, 2) not in told  # it went with its slide
    said = [one.text for one in cleaned[1].removed if one.trace is Trace.COMMENTS]
    assert said == ["SecretRemark", "SecretThread", "SecretAnswer"]
    beside = [(o.slide, o.text) for o in cleaned[1].removed if o.trace is Trace.OFF_SLIDE]
    assert (None, "SecretOnLayout") in beside
    own = [secret for secret in SECRETS[Trace.OFF_SLIDE] if secret != "SecretOnLayout"]
    assert [words for slide, words in beside if slide == 1] == own


@pytest.mark.parametrize("kept", sorted(ALL))
def test_what_is_kept_is_left_alone(kept: Trace, deck: Path) -> None:
    out, made = copied(deck, Plan(clean=ALL - {kept}), f"without-{kept}.pptx")
    there = everything(out)
    assert [secret for secret in SECRETS[kept] if secret not in there] == []
    assert kept not in {one.trace for one in made.removed}


def test_the_copy_is_sound_and_looks_the_same(deck: Path, cleaned: tuple[Path, Made]) -> None:
    out, made = cleaned
    assert [*unsound(parts_of(deck), parts_of(out))] == []
    assert schema_faults(deck, out) == []
    slides = list(pptx.Presentation(str(out)).slides)
    assert [slide.shapes.title.text for slide in slides] == [SHOWN[0], SHOWN[3]]
    assert [*drawn_otherwise(deck, out, made)] == []
    assert not any(slide.has_notes_slide for slide in slides)
    assert b"sldAll" in parts_of(out)["ppt/presProps.xml"]


def test_only_the_layouts_in_use_are_left(cleaned: tuple[Path, Made]) -> None:
    layouts = pptx.Presentation(str(cleaned[0])).slide_layouts
    assert [layout.name for layout in layouts] == ["Title Only"]


def test_a_range_to_show_follows_and_sections_stay(tmp_path: Path) -> None:
    before = rich(tmp_path / "rich.pptx")  # the third slide is hidden, 4 and 5 are to be shown
    out, made = copied(before, plan((), clean=frozenset((Trace.HIDDEN,))))
    assert [(one.slide, one.text) for one in made.removed] == [(3, "Prices")]
    parts = parts_of(out)
    assert b'st="3" end="4"' in parts["ppt/presProps.xml"]
    assert parts["ppt/presentation.xml"].count(b"p14:section ") == 3
    assert "ppt/slides/slide3.xml" not in parts
    assert [*unsound(parts_of(before), parts)] == []


def test_a_new_order_and_a_strict_deck_are_cleaned_too(tmp_path: Path) -> None:
    before = strict(rich(tmp_path / "rich.pptx"))
    out, made = copied(before, plan(clean=ALL))
    assert (Trace.HIDDEN, 3, "Prices") in [(o.trace, o.slide, o.text) for o in made.removed]
    assert (Trace.NOTES, 4, "Ask for their goals.") in [
        (o.trace, o.slide, o.text) for o in made.removed
    ]
    assert "Ask for their goals." not in everything(out)


def test_a_deck_of_hidden_slides_is_refused(tmp_path: Path) -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    slide._element.set("show", "0")
    deck.save(str(tmp_path / "hidden.pptx"))
    with pytest.raises(DeckError, match="no-slides"):
        copied(tmp_path / "hidden.pptx", Plan(clean=ALL))


def test_remarks_leave_pictures_and_their_turn_alone() -> None:
    held = io.BytesIO()
    Image.linear_gradient("L").resize((40, 20)).save(held, "JPEG", comment=b"SecretCamera")
    data = turned(held.getvalue(), 6)
    plain = stripped(data)
    assert plain is not None
    assert b"SecretCamera" in data
    assert b"SecretCamera" not in plain
    old, new = (ImageOps.exif_transpose(Image.open(io.BytesIO(d))) for d in (data, plain))
    assert new.size == (20, 40)
    assert old.tobytes() == new.tobytes()
    assert stripped(plain) is None
    assert stripped(data[:30]) is None


def test_the_worker_makes_it_and_comments_are_refused(
    deck: Path, worker: Worker, tmp_path: Path
) -> None:
    before, out = deck.read_bytes(), tmp_path / "clean.pptx"
    made = copy.clean(deck, out, worker, frozenset((Trace.NOTES,)))
    assert [one.text for one in made.removed] == ["SecretNotes", "SecretSlide, too"]
    assert deck.read_bytes() == before
    with pytest.raises(UsageError, match="clean-comments"):
        copy.check(out, deck, DeckKind.PPTX, comments=True, cleaned=True)


@pytest.mark.parametrize("name", ["leftover-comment-1", "leftover-hidden-2", "leftover-off-1"])
def test_made_decks_lose_what_was_left_beside_the_slides(name: str, tmp_path: Path) -> None:
    case = written(next(draft for draft in drafts() if draft.name == name), tmp_path)
    out, _ = copied(case.deck, Plan(clean=ALL), "clean.pptx")
    unseen = [e for e in case.expected if e.where[0] in ("comment", "hidden", "offslide", "notes")]
    assert unseen
    there = everything(out)
    assert [expected.context for expected in unseen if expected.context in there] == []
    assert [*unsound(parts_of(case.deck), parts_of(out))] == []


def test_slides_that_are_cut_go_with_all_that_only_they_use(tmp_path: Path) -> None:
    before = rich(
        tmp_path / "rich.pptx"
    )  # the second slide leads to the fifth, the sixth has a film
    out, _ = copied(before, plan(cut=frozenset((5, 6))))
    titles = [slide.shapes.title.text for slide in pptx.Presentation(str(out)).slides]
    assert titles == [TITLES[number - 1] for number in NEW if number not in (5, 6)]
    parts = parts_of(out)
    assert not [name for name in parts if "media" in name]
    assert [*unsound(parts_of(before), parts)] == []
    with pytest.raises(DeckError, match="no-slides"):
        copied(before, plan(cut=frozenset(range(1, 7))))
