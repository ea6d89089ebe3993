"""Copies of audited decks through the worker, and what their comments say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sowhat.errors import DeckError, OutputError, UsageError
from sowhat.export import copy
from sowhat.export.copy.remarks import CORNER, MOST, remarks
from sowhat.marks import marks
from sowhat.model import Action, Advice, Audit, DeckKind, Move, Order, Side
from sowhat.read import read_deck
from sowhat.worker import Worker
from tests.export.conftest import DRAFT, PRAISE

ORDER = Order((2, 1, 3), moves=(Move(2, 1, "Your customer comes first."),))


@pytest.fixture
def ordered(pptx_audit: Audit) -> Audit:
    return replace(pptx_audit, order=ORDER)


def test_a_copy_has_the_comments_and_the_order(
    ordered: Audit, worker: Worker, tmp_path: Path
) -> None:
    out = tmp_path / "new.pptx"
    made = copy.write(ordered, out, worker, comments=True, order=True)
    assert [file.name for file in tmp_path.iterdir()] == ["new.pptx"]
    deck = read_deck(out, worker)
    titles = [slide.title for slide in ordered.deck.slides]
    assert [slide.title for slide in deck.slides] == [titles[n - 1] for n in ORDER.slides]
    asked = remarks(ordered, moved=True)
    found = {(slide.title, c.text) for slide in deck.slides for c in slide.comments}
    assert found == {(titles[remark.slide - 1], remark.text) for remark in asked}
    assert made.comments == len(asked) == 3


def test_comments_tell_evidence_question_action_and_draft(ordered: Audit) -> None:
    first, frame, second = remarks(ordered, moved=True)
    (mark, *_) = marks(ordered.deck.slides[0], ordered.verdict(1))
    assert (first.slide, first.x, first.y) == (1, mark.box.x0, mark.box.y0)
    lines = first.text.split("\n\n")
    assert lines[0].endswith(f"Praise that nobody can check. “{PRAISE}”")
    assert lines[1:] == [
        "So what? So what does a leader change?",
        "What to do: Rewrite it. Say it.",
        f"Draft: {DRAFT}",
    ]
    assert (frame.slide, frame.text.endswith(": The whole frame.")) == (1, True)
    assert (second.slide, second.x, second.y) == (2, *CORNER)
    assert second.text == "Moved from place 2 to place 1. Your customer comes first."
    assert [remark.slide for remark in remarks(ordered, moved=False)] == [1, 1]


def test_an_advised_move_is_told_once(ordered: Audit) -> None:
    advice = (Advice(2, Action.MOVE, "So what?", to=1, why="They wait for it."),)
    (told,) = remarks(replace(ordered, advice=advice), moved=True)
    assert told.text.count("Move") == 1
    assert "Your customer comes first." in told.text
    (told,) = remarks(replace(ordered, advice=advice), moved=False)
    assert told.text == "So what? So what?\n\nWhat to do: Move it before slide 1. They wait for it."


def test_further_evidence_has_comments_of_its_own(ordered: Audit) -> None:
    verdict = ordered.verdict(1)
    words = ordered.deck.slides[0].blocks[1].text.split()
    signs = tuple(
        replace(
            verdict.evidence[0],
            why=f"Reason {at}",
            side=Side.CUSTOMER if at == 1 else Side.VENDOR,
            place=replace(
                verdict.evidence[0].place,
                quote=word,
                start=ordered.deck.slides[0].blocks[1].text.index(word),
            ),
        )
        for at, word in enumerate(words)
    )
    audit = replace(ordered, verdicts=(replace(verdict, evidence=signs), *ordered.verdicts[1:]))
    found = [remark for remark in remarks(audit, moved=False) if remark.slide == 1]
    assert len(found) == MOST
    assert ["Reason 0" in found[0].text, "Reason 2" in found[1].text] == [True, True]
    assert not any("Reason 1" in remark.text for remark in found)
    assert "So what?" in found[0].text
    assert "So what?" not in found[1].text
    assert len({(remark.x, remark.y) for remark in found}) == MOST


def test_what_xml_cannot_hold_is_left_out(ordered: Audit, worker: Worker, tmp_path: Path) -> None:
    advice = (Advice(1, Action.REWRITE, "So\x0bwhat\x00?", "a\ud800b\nc"),)
    audit = replace(ordered, advice=advice)
    assert not set(remarks(audit, moved=False)[0].text) & {"\x0b", "\x00", "\ud800"}
    made = copy.write(audit, tmp_path / "new.pptx", worker, comments=True, order=False)
    assert made.comments == 2


def test_a_pdf_gets_the_order_and_no_comments(
    pdf_audit: Audit, worker: Worker, tmp_path: Path
) -> None:
    audit = replace(pdf_audit, order=Order((4, 1, 2, 3)))
    out = tmp_path / "new.pdf"
    copy.write(audit, out, worker, comments=False, order=True)
    sizes = [tuple(slide.blocks) for slide in read_deck(out, worker).slides]
    assert sizes == [audit.deck.slides[n - 1].blocks for n in audit.order.slides]
    with pytest.raises(UsageError, match="no-comments"):
        copy.write(audit, out, worker, comments=True, order=True)


@pytest.mark.parametrize(
    ("kind", "name"), [(DeckKind.PDF, "a.pptx"), (DeckKind.PPTX, "a.pdf"), (DeckKind.PDF, "a")]
)
def test_a_wrong_ending_is_told_before_the_audit(kind: DeckKind, name: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="wrong-ending"):
        copy.check(tmp_path / name, tmp_path / f"deck.{kind}", kind, comments=False)


def test_the_deck_itself_is_never_written(ordered: Audit, worker: Worker) -> None:
    path = Path(ordered.deck.path)
    before = path.read_bytes()
    with pytest.raises(OutputError, match="would-overwrite-input"):
        copy.write(ordered, path, worker, comments=True, order=True)
    assert path.read_bytes() == before


def test_a_deck_that_changed_since_is_refused(
    ordered: Audit, worker: Worker, tmp_path: Path
) -> None:
    audit = replace(ordered, deck=replace(ordered.deck, sha256="0" * 64))
    with pytest.raises(DeckError, match="changed") as caught:
        copy.write(audit, tmp_path / "new.pptx", worker, comments=True, order=True)
    assert caught.value.values["path"] == ordered.deck.path
    assert list(tmp_path.iterdir()) == []
