"""What a rep writes down of a customer is read, and kept on the machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from sowhat import customers
from sowhat.errors import UsageError
from sowhat.model import Fact, FactKind

TEXT = """# Goals
- Close the books in three days
- Give the team its Fridays back

Numbers: 1,200 invoices a month; 9 days to close
People: Ruth Garland, Owen Tate
Industry: dairy
also known as: BXD
"""
FACTS = (
    Fact(FactKind.GOAL, "Close the books in three days"),
    Fact(FactKind.GOAL, "Give the team its Fridays back"),
    Fact(FactKind.NUMBER, "1,200 invoices a month"),
    Fact(FactKind.NUMBER, "9 days to close"),
    Fact(FactKind.PERSON, "Ruth Garland"),
    Fact(FactKind.PERSON, "Owen Tate"),
    Fact(FactKind.INDUSTRY, "dairy"),
    Fact(FactKind.ALIAS, "BXD"),
)


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOWHAT_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def test_facts_are_read_from_a_text(tmp_path: Path) -> None:
    file = tmp_path / "facts.txt"
    file.write_text(TEXT, encoding="utf-8")
    assert customers.load(file) == FACTS


@pytest.mark.parametrize(
    "table",
    [
        'kind,fact\ngoal,"Close in three days, by June"\ncity,Bexhill\n',
        'Goal;City\n"Close in three days, by June";Bexhill\n',
    ],
)
def test_facts_are_read_from_a_table(tmp_path: Path, table: str) -> None:
    file = tmp_path / "facts.csv"
    file.write_text(table, encoding="utf-8")
    assert customers.load(file) == (
        Fact(FactKind.GOAL, "Close in three days, by June"),
        Fact(FactKind.CITY, "Bexhill"),
    )


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"\n \n"])
def test_a_file_without_facts_is_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "facts.txt"
    file.write_bytes(data)
    with pytest.raises(UsageError) as caught:
        customers.load(file)
    assert caught.value.reason == "facts"


def test_facts_are_kept_for_a_customer_however_it_is_written(own_data: Path) -> None:
    customers.keep("Bexhill Dairies", FACTS)
    assert customers.kept("BEXHILL dairies") == FACTS
    assert customers.kept("Ovenmark") == ()
    customers.keep("Bexhill Dairies", ())
    assert customers.kept("Bexhill Dairies") == ()
    assert list((own_data / "customers").iterdir()) == []


def test_a_damaged_file_of_facts_is_none(own_data: Path) -> None:
    customers.keep("Bexhill Dairies", FACTS)
    (file,) = (own_data / "customers").iterdir()
    file.write_bytes(b"{")
    assert customers.kept("Bexhill Dairies") == ()
