from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pptx
import pytest

from sowhat.decisions import keep
from sowhat.engine import audit
from sowhat.model import Decision, Stance
from tests.cli.conftest import Command
from tests.export.schema import problems

SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "export" / "compare.schema.json").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def later(vendor_pptx: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The vendor's deck with its fifth slide moved to second place and the fourth renamed."""
    deck = pptx.Presentation(str(vendor_pptx))
    order = deck.slides._sldIdLst
    ids = list(order)
    order.remove(ids[4])
    order.insert(1, ids[4])
    deck.slides[4].shapes.title.text = "Why is Acme the choice?"
    path = tmp_path_factory.mktemp("later") / "vendor.pptx"
    deck.save(str(path))
    return path


def test_a_decision_holds_for_the_later_version(
    sowhat: Command, vendor_pptx: Path, later: Path
) -> None:
    found = audit(vendor_pptx)
    told = Decision(3, Stance.CUSTOMER, "They asked for it.", words=None)
    keep(vendor_pptx, (told,))
    assert found.verdict(3).stance is Stance.VENDOR
    said = sowhat("compare", vendor_pptx, later, "--format", "json")
    assert (said.code, said.err) == (0, "")
    data = json.loads(said.out)
    assert problems(data, SCHEMA, SCHEMA) == []
    slides = {pair["new"]: pair for pair in data["slides"]}
    assert slides[4]["old"] == 3
    for when in ("before", "after"):
        assert (slides[4][when]["stance"], slides[4][when]["decided"]) == ("customer", True)
    assert [pair["new"] for pair in data["slides"] if pair["moved"]] == [2]
    assert (slides[5]["changed"], slides[5]["old"]) == (["title"], 4)
    assert data["counts"] == {
        "paired": 7, "moved": 1, "changed": 1, "turned": 0, "added": 0, "dropped": 0,
    }  # fmt: skip
    assert data["old"]["measures"]["first_customer_slide"] == 3
    assert data["new"]["measures"]["first_customer_slide"] == 2


def test_the_page_in_the_terminal(sowhat: Command, vendor_pptx: Path, later: Path) -> None:
    said = sowhat("compare", vendor_pptx, later)
    assert (said.code, said.err) == (0, "")
    lines = [" ".join(line.split()) for line in said.out.splitlines()]
    assert any(line.endswith("vendor.pptx → " + "/".join(later.parts[-2:])) for line in lines)
    assert "First slide about your customer 5 2" in lines
    assert "2 ● Your closing takes nine days · moved, was 5" in lines
    assert "5 ▲ Why is Acme the choice? · was 4, title changed" in lines
    assert any(line.startswith("✓ Resolved: Your customer first appears") for line in lines)


def test_neither_deck_is_ever_overwritten(sowhat: Command, vendor_pptx: Path, later: Path) -> None:
    for deck in (vendor_pptx, later):
        before = deck.read_bytes()
        said = sowhat("compare", vendor_pptx, later, "-o", deck)
        assert (said.code, said.out) == (4, "")
        assert deck.read_bytes() == before


def test_a_pdf_needs_a_file(sowhat: Command, vendor_pptx: Path, later: Path) -> None:
    said = sowhat("compare", vendor_pptx, later, "--format", "pdf")
    assert (said.code, said.out) == (2, "")
    assert "-o FILE" in said.err


def test_a_deck_that_cannot_be_read_is_said(sowhat: Command, later: Path, tmp_path: Path) -> None:
    said = sowhat("compare", tmp_path / "none.pptx", later)
    assert (said.code, said.out) == (3, "")


@pytest.mark.parametrize(("name", "head"), [("c.html", b"<!DOCTYPE html>"), ("c.pdf", b"%PDF-")])
def test_the_name_of_the_file_says_the_form(
    sowhat: Command, vendor_pptx: Path, later: Path, tmp_path: Path, name: str, head: bytes
) -> None:
    said = sowhat("compare", vendor_pptx, later, "--no-pictures", "-o", tmp_path / name)
    assert (said.code, said.out) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(head)
    assert [path.name for path in tmp_path.iterdir()] == [name]
