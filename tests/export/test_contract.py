from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sowhat.engine import audit, judged
from sowhat.export import contract
from sowhat.model import (
    Advice,
    Audit,
    Band,
    Block,
    Box,
    Deck,
    DeckKind,
    Gap,
    Measures,
    Motif,
    Origin,
    Place,
    Purpose,
    Role,
    Side,
    Sign,
    Slide,
    Source,
    Stance,
)
from sowhat.settings import AuditOptions
from sowhat.worker import Worker
from tests.export.schema import problems

SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).parent / "audit.schema.json").read_text(encoding="utf-8")
)
PARTS = SCHEMA["$defs"]
SIGN = Sign("praise/x", "phrase", Motif.PRAISE, Side.VENDOR, 1.0, "Because.", Place(1))


def check(found: Audit) -> dict[str, Any]:
    """Return the JSON read back, after it was held against the contract."""
    text = contract.as_json(found)
    assert "\n" not in text
    data: dict[str, Any] = json.loads(text, parse_constant=pytest.fail)
    assert data == json.loads(contract.as_json(found, indent=2))
    assert problems(data, SCHEMA, SCHEMA) == []
    return data


@pytest.fixture(scope="module")
def found(vendor_pptx: Path, customer_pdf: Path, worker: Worker) -> tuple[Audit, Audit]:
    return audit(vendor_pptx, worker=worker), audit(customer_pdf, worker=worker)


def test_audits_of_real_decks_keep_the_contract(found: tuple[Audit, Audit]) -> None:
    for one in found:
        data = check(one)
        assert data["deck"]["slides"] == len(data["slides"]) == len(one.deck.slides)
        assert [slide["number"] for slide in data["slides"]] == list(
            range(1, len(data["slides"]) + 1)
        )
        measures = data["measures"]
        counted = ("vendor", "customer", "mixed", "neutral", "unsure")
        shown = [slide for slide in data["slides"] if not slide["hidden"]]
        assert sum(measures[name] for name in counted) == len(shown)
        assert measures["hidden"] == len(data["slides"]) - len(shown)
        for name in counted[:4]:
            sure = [s for s in shown if s["stance"] == name and not s["unsure"]]
            assert measures[name] == len(sure)


def test_the_share_is_the_printed_formula(found: tuple[Audit, Audit]) -> None:
    for one in found:
        measures = check(one)["measures"]
        us, them, both = (measures[name] for name in ("vendor", "customer", "mixed"))
        share = (us + both / 2) / (us + them + both)
        assert measures["vendor_share"] == pytest.approx(share, abs=1e-4)


def test_a_deck_with_nothing_to_count_has_nulls(audit_of: Callable[..., Audit]) -> None:
    deck = Deck("a.pdf", "0" * 64, DeckKind.PDF, 720, 405, (Slide(1),), (Gap("no-text", 1),))
    data = check(judged(deck, AuditOptions()))
    measures = data["measures"]
    assert measures["unsure"] == 1
    for name in ("vendor_share", "band", "first_customer_slide", "longest_vendor_run"):
        assert measures[name] is None
    assert data["profile"]["vendor"] == {
        "name": None,
        "aliases": [],
        "source": "unknown",
        "products": [],
    }
    assert data["deck"]["gaps"] == ["Slide 1: There are no words to read, only pictures."]
    assert check(audit_of(deck))["measures"]["vendor_share"] is None


def test_every_value_is_written(audit_of: Callable[..., Audit]) -> None:
    """An audit in which nothing is left at its default."""
    words = "Ω “Straße” \u2028 東京 🙂 \x1b <b>"
    deck = Deck(
        "C:\\decks\\a b.pptx",
        "ab" * 32,
        DeckKind.PPTX,
        960,
        540,
        (Slide(1, words, (Block(words, Role.TITLE, Box(0.1, 0.1, 0.9, 0.2)),), hidden=True),),
        (Gap("font", None, "Comic"),),
    )
    made = audit_of(deck)
    place = Place(1, Source.NOTES, None, False, words, 0, 0)
    sign = replace(SIGN, place=place, motif=None)
    boxed = replace(SIGN, place=Place(1, Source.CHART, Box(-0.1, 1 / 3, 2 / 3, 1.04), False))
    verdict = replace(
        made.verdicts[0], stance=Stance.MIXED, decided=True, evidence=(sign, boxed), unsure=True
    )
    measures = replace(
        made.measures, vendor_share=1 / 3, band=Band.ABOUT_THEM, longest_vendor_run=(2, 8)
    )
    advice = (replace(made.advice[0], to=3), Advice(1, made.advice[0].action))
    data = check(replace(made, verdicts=(verdict,), measures=measures, advice=advice))
    slide = data["slides"][0]
    assert (slide["title"], slide["hidden"], slide["decided"]) == (words, True, True)
    notes, chart = slide["evidence"]
    assert (notes["source"], notes["box"], notes["quote"]) == ("notes", None, words)
    assert notes["motif"] is None
    assert (chart["box"], chart["quote"]) == ([0, 0.3333, 0.6667, 1], None)
    assert [item["to"] for item in slide["advice"]] == [3, None]
    assert slide["advice"][1]["draft"] is None
    assert data["measures"]["vendor_share"] == 0.3333
    assert data["measures"]["longest_vendor_run"] == [2, 8]
    assert data["measures"]["band"] == "About them"
    assert data["profile"]["vendor"]["products"] == ["Anvil"]


def test_every_word_of_the_model_is_in_the_schema() -> None:
    assert PARTS["motif"]["enum"] == list(Motif)
    assert PARTS["origin"]["enum"] == list(Origin)
    assert PARTS["slide"]["properties"]["stance"]["enum"] == list(Stance)
    assert PARTS["deck"]["properties"]["kind"]["enum"] == list(DeckKind)
    assert PARTS["sign"]["properties"]["source"]["enum"] == list(Source)
    assert PARTS["profile"]["properties"]["purpose"]["enum"] == list(Purpose)
    assert PARTS["measures"]["properties"]["band"]["enum"] == [*Band, None]
    assert PARTS["measures"]["required"] == list(Measures.__slots__)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), "sowhat.audit/2"),
        (("version",), None),
        (("extra",), 1),
        (("deck", "slides"), 0),
        (("deck", "slides"), True),
        (("measures", "vendor_share"), 1.1),
        (("measures", "vendor_share"), "0.5"),
        (("measures", "longest_vendor_run"), [1]),
        (("slides",), []),
        (("slides", 0, "stance"), "unsure"),
        (("slides", 0, "motifs"), []),
        (("slides", 0, "motifs"), ["fun"]),
        (("slides", 0, "evidence", 0, "box"), [0, 0, 1, 1.01]),
        (("slides", 0, "evidence", 0, "box"), [0, 0, 1]),
        (("findings", 0, "message"), "No full stop"),
    ],
)
def test_the_schema_notices(found: tuple[Audit, Audit], path: tuple[Any, ...], value: Any) -> None:
    data = check(found[0])
    target = data
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value
    assert len(problems(data, SCHEMA, SCHEMA)) == 1
    del data["deck"]["kind"]
    assert len(problems(data, SCHEMA, SCHEMA)) == 2
