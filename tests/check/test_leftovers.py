"""Another customer's name is found wherever it was left, and let be where it is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from sowhat.model import Item, ItemKind, Readiness, Ready, Where
from sowhat.read import read_deck
from sowhat.worker import Worker
from tests.check import proposals
from tests.check.conftest import Checked
from tests.check.proposals import Change

LEFT: dict[str, tuple[Change, Where]] = {
    "possessive": (proposals.line(4, "Ovenmark's team keeps its ledgers"), Where.BODY),
    "capitals": (proposals.line(4, "WHAT OVENMARK WANTS"), Where.BODY),
    "split": (proposals.split(3, "We help Oven", "ma", "rk close in three days"), Where.BODY),
    "subject": (proposals.line(2, "Ovenmark loses two days a month"), Where.BODY),
    "table": (
        proposals.table(6, ("What", "Ovenmark", "Quillmark"), ("Goals", "Controllers", "Advice")),
        Where.TABLE,
    ),
    "group": (proposals.grouped(3, "Ovenmark today"), Where.GROUP),
    "chart": (proposals.chart(3, ("2024", "2025", "2026"), "Ovenmark"), Where.CHART),
    "notes": (proposals.notes(2, "Ask Ovenmark about the fourth ledger."), Where.NOTES),
    "logo": (proposals.picture(1, "Ovenmark logo"), Where.ALT),
    "alt": (proposals.alt_of_text(3, "The goals of Ovenmark"), Where.ALT),
    "mail": (proposals.line(6, "Write to accounts@ovenmark.co.uk"), Where.BODY),
    "link": (
        proposals.link(2, "Bexhill Dairies online", "https://www.ovenmark.co.uk/ledger"),
        Where.LINK,
    ),
    "property": (proposals.subject("Proposal for Ovenmark"), Where.PROPERTY),
    "beside": (proposals.box(3, "Ovenmark's goals", left=14), Where.OFF_SLIDE),
    "layout": (proposals.layout("Prepared for Ovenmark"), Where.LAYOUT),
    "two words": (proposals.line(3, "The plan for Cold Harbour Logistics is ready"), Where.BODY),
}

MEANT: dict[str, Change] = {
    "peer": proposals.line(3, "Companies such as Ovenmark began with one ledger"),
    "list": proposals.line(4, "Used at Ovenmark, Hollinside and Brackwell"),
    "source": proposals.line(2, "Source: Ovenmark, annual report 2025"),
    "competitor": proposals.line(4, "Unlike Ovenmark we match line by line"),
    "standard": proposals.line(4, "Certified to ISO 27001, and audited for SOC 2"),
    "result": proposals.line(3, "Ovenmark cut its close from nine days to three"),
    "on a story's slide": proposals.line(5, "Tarnbrook Mills' controllers leave at five"),
    "technology": proposals.line(4, "It reads SAP, Oracle and Excel"),
    "place": proposals.line(2, "Your second office is in Ovenmark"),
    "person": proposals.line(6, "Hanna Voskamp, CFO, signs on 3 May"),
}


def leftovers(found: Readiness) -> list[Item]:
    return [item for item in found.items if item.kind is ItemKind.LEFTOVER]


@pytest.mark.parametrize("case", LEFT)
def test_a_name_is_found_where_it_was_left(checked: Checked, case: str) -> None:
    change, where = LEFT[case]
    found = leftovers(checked(change))
    assert [item.where for item in found] == [where], found
    assert found[0].confidence >= 0.7


@pytest.mark.parametrize("case", MEANT)
def test_a_name_that_is_meant_is_let_be(checked: Checked, case: str) -> None:
    assert leftovers(checked(MEANT[case])) == []


def test_a_proposal_for_its_own_customer_is_ready(checked: Checked) -> None:
    found = checked()
    assert found.ready is Ready.READY
    assert found.blockers == ()


def test_a_proposal_for_somebody_else_must_not_be_sent(checked: Checked) -> None:
    found = checked(name="Ovenmark")
    assert found.ready is Ready.STOP
    assert {item.slide for item in leftovers(found)} == {1, 2, 3, 6, None}
    assert {item.text for item in leftovers(found)} == {"Ovenmark"}


def test_short_forms_and_aliases_of_the_customer_are_theirs(checked: Checked) -> None:
    lines = [
        proposals.line(2, f"{said} keeps four ledgers") for said in ("Bexhill", "BXD", "Moorland")
    ]
    assert leftovers(checked(*lines, customer=("Bexhill Dairies", "BXD", "Moorland"))) == []


def test_a_name_on_a_hidden_slide_is_hidden(checked: Checked) -> None:
    found = leftovers(checked(proposals.line(3, "Ovenmark's goals"), proposals.hidden(3)))
    assert [item.where for item in found] == [Where.HIDDEN]


def test_the_file_name_counts(checked: Checked) -> None:
    found = leftovers(checked(proposals.line(3, "Ovenmark's goals"), file="Ovenmark_proposal.pptx"))
    assert {item.where for item in found} == {Where.BODY, Where.FILE_NAME}


def test_a_name_that_is_told_once_is_found_in_all_its_forms(checked: Checked) -> None:
    found = leftovers(
        checked(
            proposals.line(3, "Ovenmark's goals"),
            proposals.line(4, "Matched for ovenmark already"),
            proposals.notes(4, "OVENMARK again"),
        )
    )
    assert {(item.slide, item.text) for item in found} == {
        (3, "Ovenmark"),
        (4, "ovenmark"),
        (4, "OVENMARK"),
    }


def test_the_words_stand_in_their_box(checked: Checked) -> None:
    (item,) = leftovers(checked(proposals.box(3, "Ovenmark's goals")))
    assert item.box is not None
    assert 0.1 <= item.box.x0 <= 0.15
    assert item.blocker


def test_other_decks_tell_whose_names_and_marks_must_not_be_here(
    checked: Checked, reader: Worker, tmp_path: Path
) -> None:
    mark = proposals.picture(1, "", color=(200, 20, 20))
    decks = [
        (read_deck(proposals.save(tmp_path / f"{n}.pptx", n, *more), reader), n)
        for n, more in (("Meridian", (mark,)), ("Hollinside", ()))
    ]
    found = leftovers(checked(mark, proposals.line(4, "Tested with Meridian"), others=decks))
    assert {(item.slide, item.id) for item in found} == {
        (1, "left-over-logo"),
        (4, "left-over-other"),
    }


def test_without_a_customer_only_what_is_sure_is_told(checked: Checked) -> None:
    found = checked(proposals.line(3, "Ovenmark's goals"), customer=())
    assert not found.blockers
