"""What of a deck the names' model reads, and what it says of characters."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sowhat.check.candidates import Candidates
from sowhat.check.known import known
from sowhat.check.lines import Readings
from sowhat.check.masks import Masks
from sowhat.check.passages import Passage, passages
from sowhat.engine import judged
from sowhat.judge.whose import Line, Mark, Reader, Said, Sign, Whose, reader
from sowhat.model import Audit, Block, Box, Customer, Deck, DeckKind, Role, Slide, Where
from sowhat.settings import AuditOptions


def block(text: str, role: Role, box: Box, group: int = 0) -> Block:
    return Block(text, role, box, group=group)


@pytest.fixture(scope="module")
def audit() -> Audit:
    title = block("What Globex Foods wants", Role.TITLE, Box(0.05, 0.05, 0.95, 0.15))
    cells = [
        block(
            words,
            Role.CELL,
            Box(
                0.1 + 0.4 * (at % 2),
                0.3 + 0.1 * (at // 2),
                0.45 + 0.4 * (at % 2),
                0.38 + 0.1 * (at // 2),
            ),
            1,
        )
        for at, words in enumerate(("Task", "Owner", "Kick-off", "Brightwell"))
    ]
    slide = Slide(1, title.text, (title, *cells), notes=(Block("Ask Globex", Role.NOTES, None),))
    deck = Deck("globex-foods_proposal.pptx", "0" * 64, DeckKind.PPTX, 960.0, 540.0, (slide,))
    options = AuditOptions(customer=("Globex Foods Ltd",), decisions=(), pictures=False)
    return judged(deck, options)


class Kept(Reader):
    """A model that keeps what it is given to read."""

    def __init__(self) -> None:
        super().__init__(Path(), Path())
        self.lines: list[list[Line]] = []

    def read(self, lines: list[Line]) -> list[list[Said]]:  # type: ignore[override]
        self.lines.append(lines)
        return [[] for _ in lines]


def test_lines_say_what_they_are_and_whose_names_are_known(audit: Audit) -> None:
    stream = passages(audit.deck)
    who, kept = known(audit, Customer(audit.profile.customer), stream), Kept()
    readings = Readings(audit, who, stream, model=kept)
    assert readings.of(stream[0], 0, 4) is None
    slide, file = kept.lines
    assert [(line.mark, line.text) for line in slide] == [
        (Mark.TITLE, "What Globex Foods wants"),
        (Mark.ROW, "Task"),
        (Mark.CELL, "Owner"),
        (Mark.ROW, "Kick-off"),
        (Mark.CELL, "Brightwell"),
        (Mark.NOTES, "Ask Globex"),
    ]
    assert slide[0].signs == ((5, 17, Sign.CUSTOMER),)
    assert slide[5].signs == ((4, 10, Sign.CUSTOMER),)
    assert [line.mark for line in file] == [Mark.TITLE, Mark.FILE]
    assert file[1].signs[0][:2] == (0, len("globex foods"))


def test_names_are_known_however_they_are_joined(audit: Audit) -> None:
    stream = passages(audit.deck)
    masks = Masks(audit, known(audit, Customer(audit.profile.customer), stream))
    for text, name in (
        ("For Globex Foods Ltd today", "Globex Foods Ltd"),
        ("globex-foods.example", "globex-foods"),
        ("The Globex Foods & Co. KG way", "The Globex Foods & Co. KG"),
        ("GLOBEX FOODS TODAY", "GLOBEX FOODS"),
    ):
        ((start, end, sign),) = masks.find(text)
        assert (text[start:end], sign) == (name, Sign.CUSTOMER)
    assert not list(masks.find("Globexian foods"))
    assert masks.put("For Globex Foods today", {Sign.CUSTOMER: "#"}) == "For # today"


def test_likely_names_are_whole_words(audit: Audit) -> None:
    text = "Marigold's Attic loses two days"
    stream = (Passage(text, Where.BODY, 1),)
    who = known(replace(audit), Customer(audit.profile.customer), stream)

    class Told(Kept):
        def read(self, _: list[Line]) -> list[list[Said]]:  # type: ignore[override]
            chances = np.zeros(len(Whose), np.float32)
            chances[Whose.CUSTOMER] = 0.7
            return [[Said(0, 4, chances), Said(11, 13, chances)]]

    readings = Readings(audit, who, stream, model=Told())
    (found,) = readings.likely(stream[0], (Whose.CUSTOMER,), 0.5)
    assert text[slice(*found)] == "Marigold's Attic"
    assert not list(readings.likely(stream[0], (Whose.CUSTOMER,), 0.8))
    whose = readings.of(stream[0], 0, 16)
    assert whose is not None
    assert whose[Whose.CUSTOMER] == pytest.approx(0.7)


def test_the_shipped_model_is_read_by_default(audit: Audit) -> None:
    stream = passages(audit.deck)
    who = known(audit, Customer(audit.profile.customer), stream)
    cell = next(passage for passage in stream if passage.text == "Brightwell")
    assert reader() is reader()
    assert Readings(audit, who, stream).of(cell, 0, 10) is not None


def test_what_is_long_is_read_where_names_stand(audit: Audit) -> None:
    who = known(audit, Customer(audit.profile.customer), passages(audit.deck))
    small = "the plant stops twice a day and nobody knows why it does " * 6
    stream = (
        Passage("We wait", Where.TITLE, 1, head=True),
        Passage("it is late", Where.BODY, 1),
        Passage("ask them why", Where.NOTES, 1),
        Passage("Ask Ovenmark why", Where.NOTES, 1),
        Passage("https://acme.example/ovenmark", Where.LINK, 1),
        Passage("We wait", Where.TITLE, 2, head=True),
        *(Passage(small, Where.BODY, 2),) * 3,
        Passage("it is late at Ovenmark", Where.BODY, 2),
    )
    kept = Kept()
    Readings(audit, who, stream, Candidates(who, stream).named, kept).of(stream[0], 0, 2)
    assert [[line.text for line in lines] for lines in kept.lines] == [
        ["We wait", "it is late", "Ask Ovenmark why"],
        ["We wait", "it is late at Ovenmark"],
    ]


def test_of_what_is_long_sentences_with_names_are_read(audit: Audit) -> None:
    who = known(audit, Customer(audit.profile.customer), passages(audit.deck))
    idle = "The plant stops twice a day and nobody knows why it does so. "
    text = f"{idle * 3}Ovenmark asked us. {idle}"
    stream = (Passage(text, Where.NOTES, 1),)

    class Told(Kept):
        def read(self, lines: list[Line]) -> list[list[Said]]:  # type: ignore[override]
            super().read(lines)
            chances = np.zeros(len(Whose), np.float32)
            chances[Whose.CUSTOMER] = 0.7
            return [[Said(0, 8, chances)] for _ in lines]

    kept = Told()
    readings = Readings(audit, who, stream, Candidates(who, stream).named, kept)
    (found,) = readings.likely(stream[0], (Whose.CUSTOMER,), 0.5)
    assert text[slice(*found)] == "Ovenmark"
    assert [line.text for lines in kept.lines for line in lines] == ["Ovenmark asked us."]


def test_what_comes_back_on_each_slide_is_read_once(audit: Audit) -> None:
    who = known(audit, Customer(audit.profile.customer), passages(audit.deck))
    footers = [Passage("Offer to Ovenmark", Where.FOOTER, number) for number in (1, 2)]

    class Told(Kept):
        def read(self, lines: list[Line]) -> list[list[Said]]:  # type: ignore[override]
            super().read(lines)
            return [[Said(0, 5, np.full(len(Whose), 0.0625, np.float32))] for _ in lines]

    kept = Told()
    readings = Readings(audit, who, footers, model=kept)
    assert [readings.of(footer, 0, 5) is not None for footer in footers] == [True, True]
    assert [[line.text for line in lines] for lines in kept.lines if lines] == [
        ["Offer to Ovenmark"]
    ]
