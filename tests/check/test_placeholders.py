"""What nobody filled in is found, and what only looks like it is not."""

from __future__ import annotations

import pytest

from sowhat.check.passages import Passage
from sowhat.check.placeholders import hits
from sowhat.model import Block, Box, ItemKind, Role, Where
from tests.check import proposals
from tests.check.conftest import Checked

LEFT = {
    "[Customer]": "[Customer]",
    "Goals of <<NAME>> this year": "<<NAME>>",
    "Dear {{account}} team": "{{account}}",
    "[[CLIENT]] today": "[[CLIENT]]",
    "We save $X.XM a year": "$X.XM",
    "Up to XX% less": "XX%",
    "Meeting on dd/mm/yyyy": "dd/mm/yyyy",
    "Start: TBD": "TBD",
    "Owner XXX": "XXX",
    "Lorem ipsum dolor": "Lorem ipsum",
    "Insert logo here": "Insert logo here",
    "Click to add text": "Click to add text",
    "Text durch Klicken hinzufügen": "Text durch Klicken hinzufügen",
    "Cliquez pour ajouter un titre": "Cliquez pour ajouter un titre",
    "Nombre del cliente": "Nombre del cliente",
    "Add founder names and photos": "Add founder names and photos",
    "Delete this slide if they have no ERP": "Delete this slide if they have no ERP",
    "Mail: firstname.lastname@acme.example": "firstname.lastname@acme.example",
    "[insert date]": "[insert date]",
    "Revenue: ____": "____",
    "Figures to be confirmed": "to be confirmed",
}
DRAWN = ("000 0000 0000", "00 00 00", "......", "xxxx")  # dots and lines of a drawing, read
WHOLE = (
    "See [1] and [Smith 2020]",
    "The array [1, 2, 3] is sorted",
    "Ask for <b>bold</b> text",
    "Series A closed in May",
    "Model X and iPhone XXL",
    "We add value in every step",
    "The TODO Group meets in June",
    '{ "key": 1 }',
    "Mail jane@acme.example",
)


def passage(text: str) -> Passage:
    block = Block(text, Role.BODY, Box(0.1, 0.4, 0.6, 0.5))
    return Passage(text, Where.BODY, 2, block, block.box)


@pytest.mark.parametrize("text", LEFT)
def test_what_was_left_to_fill_in_is_found(text: str) -> None:
    assert [text[hit.start : hit.end] for hit in hits(passage(text))] == [LEFT[text]]


@pytest.mark.parametrize("text", WHOLE)
def test_what_only_looks_like_it_is_not(text: str) -> None:
    assert hits(passage(text)) == []


def test_a_new_chart_with_its_samples_stops_a_deck(checked: Checked) -> None:
    names = ("Category 1", "Category 2", "Category 3")
    found = checked(proposals.chart(3, names, "Series 1", "Series 2"))
    (item,) = found.of(ItemKind.PLACEHOLDER)
    assert (item.id, item.slide, item.where) == ("sample-chart", 3, Where.CHART)
    assert item.blocker


def test_an_empty_title_is_worth_a_look(checked: Checked) -> None:
    (item,) = checked(proposals.empty_title(4)).of(ItemKind.PLACEHOLDER)
    assert (item.id, item.slide, item.blocker) == ("empty-title", 4, False)


def test_a_placeholder_in_notes_stops_nothing(checked: Checked) -> None:
    (item,) = checked(proposals.notes(2, "Thank [Name] first")).of(ItemKind.PLACEHOLDER)
    assert (item.where, item.blocker) == (Where.NOTES, False)


@pytest.mark.parametrize("words", DRAWN)
def test_what_is_read_in_a_picture_may_be_its_dots(words: str) -> None:
    assert list(hits(Passage(words, Where.PICTURE, 1))) == []
    assert list(hits(Passage("Owner: TBD", Where.PICTURE, 1))) != []
