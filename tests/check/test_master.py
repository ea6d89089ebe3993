"""What a rep made of the master deck."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from sowhat.check import check
from sowhat.compare import compare
from sowhat.engine import judged
from sowhat.model import Audit, Customer, ItemKind, Readiness
from sowhat.read import read_deck
from sowhat.settings import AuditOptions
from sowhat.worker import Worker
from tests.check import proposals

NAME = "Bexhill Dairies"


def audited(path: Path, reader: Worker, *customer: str) -> Audit:
    options = AuditOptions(customer=customer, decisions=())
    return judged(read_deck(path, reader), options)


def against(reader: Worker, folder: Path, *changes: proposals.Change) -> Readiness:
    must = proposals.notes(4, "Required by marketing: do not remove.")
    master = audited(proposals.save(folder / "master.pptx", "[Customer]", must), reader)
    deck = audited(proposals.save(folder / "own.pptx", NAME, *changes), reader, NAME)
    found = Customer(deck.profile.customer)
    return check(deck, found, dt.date(2026, 11, 22), comparison=compare(master, deck))


def test_names_put_in_are_no_customising(reader: Worker, tmp_path: Path) -> None:
    found = against(reader, tmp_path).customising
    assert found is not None
    assert found.swapped == (1, 2, 3, 6)
    assert (found.real, found.added, found.dropped) == ((), (), ())
    assert found.share == 0.0


def test_what_is_said_anew_is(reader: Worker, tmp_path: Path) -> None:
    words = "Ruth counted 1,200 invoices in September and 40 wrong postings a week"
    found = against(reader, tmp_path, proposals.line(2, words)).customising
    assert found is not None
    assert found.real == (2,)
    assert found.swapped == (1, 3, 6)
    assert found.share == 0.25


def test_a_slide_that_must_stay_is_missed(reader: Worker, tmp_path: Path) -> None:
    def drop(deck: object) -> None:
        entries = deck.slides._sldIdLst  # type: ignore[attr-defined]
        entries.remove(entries[3])

    found = against(reader, tmp_path, drop)
    assert found.customising is not None
    assert (found.customising.dropped, found.customising.required) == ((4,), (4,))
    assert "required-gone" in {item.id for item in found.of(ItemKind.MASTER)}


def test_a_slide_of_another_day_is_out_of_date(reader: Worker, tmp_path: Path) -> None:
    found = against(reader, tmp_path, proposals.line(4, "It runs on any desk.")).customising
    assert found is not None
    assert (found.outdated, found.real) == ((4,), ())


def test_a_slide_of_their_own_is_added(reader: Worker, tmp_path: Path) -> None:
    def add(deck: object) -> None:
        slide = deck.slides.add_slide(deck.slide_layouts[1])  # type: ignore[attr-defined]
        slide.shapes.title.text = "Nine days in September, and where each of them went"
        slide.placeholders[1].text = "Day 1 to 3: two ledgers wait for Leeds."

    found = against(reader, tmp_path, add).customising
    assert found is not None
    assert (found.added, found.dropped) == ((7,), ())
    assert found.share == 0.2  # one added beside four names put in


def test_a_slide_that_is_hidden_is_a_choice(reader: Worker, tmp_path: Path) -> None:
    def hide(deck: object) -> None:
        deck.slides[4]._element.set("show", "0")  # type: ignore[attr-defined]

    found = against(reader, tmp_path, hide).customising
    assert found is not None
    assert found.real == (5,)
    assert found.outdated == ()


def test_the_master_itself_is_told(reader: Worker, tmp_path: Path) -> None:
    master = audited(proposals.save(tmp_path / "master.pptx", NAME), reader)
    deck = audited(proposals.save(tmp_path / "own.pptx", NAME), reader, NAME)
    today = dt.date(2026, 11, 22)
    found = check(deck, Customer(deck.profile.customer), today, comparison=compare(master, deck))
    assert found.customising is not None
    assert found.customising.share is None
    assert [item.id for item in found.of(ItemKind.MASTER)] == ["as-the-master"]
