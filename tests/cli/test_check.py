"""``sowhat check``: the page, the JSON, what is kept of a customer, and the exit codes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from sowhat import decisions
from sowhat.check import meaning
from sowhat.model import Item, ItemKind, Where
from sowhat.read import read_deck
from sowhat.worker import Worker
from tests.check import proposals
from tests.cli.conftest import Command
from tests.export.schema import problems

SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "export" / "check.schema.json").read_text(encoding="utf-8")
)
NAME = "Bexhill Dairies"


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOWHAT_DATA", str(tmp_path / "data"))


@pytest.fixture
def left(tmp_path: Path) -> Path:
    """A proposal in which another's name was left in a headline's line."""
    return proposals.save(tmp_path / "proposal.pptx", NAME, proposals.line(3, "Ovenmark's goals"))


def test_a_left_over_fails_the_check(sowhat: Command, left: Path) -> None:
    said = sowhat("check", left, "--customer", NAME)
    assert (said.code, said.err) == (1, "")
    assert "Do not send" in said.out
    assert "“Ovenmark” stands where the customer's name belongs." in said.out
    assert sowhat("check", left, "--customer", NAME, "--fail-on", "never").code == 0


def test_a_deck_that_is_theirs_passes(sowhat: Command, tmp_path: Path) -> None:
    deck = proposals.save(tmp_path / "proposal.pptx", NAME)
    said = sowhat("check", deck, "--customer", NAME)
    assert (said.code, said.err) == (0, "")
    assert f"Ready for {NAME}" in said.out


def test_the_json_keeps_its_contract(sowhat: Command, left: Path, tmp_path: Path) -> None:
    facts = tmp_path / "facts.txt"
    facts.write_text("goal: Close in three days by June\nperson: Ruth Garland", encoding="utf-8")
    master = proposals.save(tmp_path / "master.pptx", "[Customer]")
    other = tmp_path / "others"
    other.mkdir()
    proposals.save(other / "ovenmark.pptx", "Ovenmark")
    (other / "broken.pptx").write_bytes(b"PK\x03\x04 no deck")
    given = ["--customer", NAME, "--facts", facts, "--master", master, "--against", other]
    said = sowhat("check", left, *given, "--format", "json")
    data = json.loads(said.out)
    assert problems(data, SCHEMA, SCHEMA) == []
    assert data["ready"] == "stop"
    assert data["items"][0]["text"] == "Ovenmark"
    assert (data["items"][0]["id"], data["items"][0]["slide"]) == ("left-over-other", 3)
    assert data["master"]["swapped"] == [1, 2, 3, 6]
    assert [fact["text"] for fact in data["about"]["facts_missing"]] == ["Ruth Garland"]
    assert any("broken.pptx" in gap for gap in data["deck"]["gaps"])


def test_facts_are_kept_for_the_customer(sowhat: Command, left: Path, tmp_path: Path) -> None:
    facts = tmp_path / "facts.txt"
    facts.write_text("alias: Ovenmark", encoding="utf-8")
    for more in (["--facts", facts], []):
        assert sowhat("check", left, "--customer", NAME, *more).code == 0
    assert sowhat("check", left, "--customer", NAME, "--no-facts").code == 1


def test_the_audit_s_gates_hold_too(sowhat: Command, tmp_path: Path) -> None:
    deck = proposals.save(tmp_path / "proposal.pptx", NAME)
    said = sowhat("check", deck, "--customer", NAME, "--require", "discovery")
    assert said.code == 1
    assert "discovery" in said.err


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (["--facts", "nowhere.txt"], 2),
        (["--master", "nowhere.pptx"], 3),
        (["--against", "nowhere"], 3),
        (["--format", "pdf"], 2),  # not to a terminal
    ],
)
def test_what_is_not_there_is_told(sowhat: Command, left: Path, more: list[str], code: int) -> None:
    assert sowhat("check", left, "--customer", NAME, *more).code == code


@pytest.mark.parametrize(
    ("name", "begins"),
    [("check.md", b"# "), ("check.html", b"<!DOCTYPE html>"), ("check.pdf", b"%PDF")],
)
def test_the_file_s_name_tells_the_form(
    sowhat: Command, left: Path, tmp_path: Path, name: str, begins: bytes
) -> None:
    file = tmp_path / name
    assert sowhat("check", left, "--customer", NAME, "--no-pictures", "-o", file).code == 1
    assert file.read_bytes().startswith(begins)


def test_a_report_begins_with_the_check_that_is_asked_for(
    sowhat: Command, left: Path, tmp_path: Path
) -> None:
    file, plain = tmp_path / "report.pdf", tmp_path / "plain.pdf"
    asked = ["--customer", NAME, "--no-pictures", "--findings-only"]
    assert sowhat("report", left, *asked, "-o", plain).code == 0
    assert sowhat("report", left, *asked, "--check", "-o", file).code == 0
    labels = [pypdfium2.PdfDocument(path).get_page_label(0) for path in (plain, file)]
    assert labels == ["Summary", "Ready to send?"]


def test_what_was_meant_in_the_window_holds_here(sowhat: Command, left: Path) -> None:
    first = json.loads(sowhat("check", left, "--customer", NAME, "--format", "json").out)
    assert first["ready"] == "stop"
    with Worker() as worker:
        deck = read_deck(left, worker)
    item = Item(ItemKind.LEFTOVER, "left-over-name", True, 3, Where.BODY, "Ovenmark", "", 1.0)
    decisions.send(left, lambda said: replace(said, meant=(meaning(item, deck),)))
    again = sowhat("check", left, "--customer", NAME, "--format", "json")
    assert again.code == 0
    (told,) = (item for item in json.loads(again.out)["items"] if item["meant"])
    assert (told["text"], told["blocker"]) == ("Ovenmark", False)
    assert sowhat("check", left, "--customer", NAME, "--no-decisions").code == 1
