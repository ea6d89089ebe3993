from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace

import pytest

from sowhat.export import table
from sowhat.model import Audit
from tests import decks


def read(*audits: Audit) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.as_csv(audits), newline="")))


def test_a_row_a_slide_and_one_table_for_all_decks(pptx_audit: Audit, pdf_audit: Audit) -> None:
    rows = read(pptx_audit, pdf_audit)
    expected = [
        (audit.deck.path, str(slide.number), slide.title)
        for audit in (pptx_audit, pdf_audit)
        for slide in audit.deck.slides
    ]
    assert [(row["deck"], row["slide"], row["title"]) for row in rows] == expected
    first = rows[0]
    assert (first["stance"], first["motifs"], first["hidden"]) == (
        "vendor",
        "praise; company",
        "false",
    )
    assert first["findings"] == "all-about-us"
    assert (first["action"], first["move_to"]) == ("rewrite", "")
    assert first["so_what"] == pptx_audit.advice[0].so_what
    assert first["draft"] == pptx_audit.advice[0].draft
    assert rows[2]["hidden"] == "true"
    assert rows[1]["so_what"] == ""


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1 %", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_no_cell_is_a_formula(audit_of: Callable[..., Audit], words: str) -> None:
    audit = audit_of(decks.written((words, "the leading platform")), words)
    (row,) = read(audit)
    assert row["title"] == "'" + words
    assert row["draft"] == "'" + words
    for value in row.values():
        assert not value.startswith(table.STEERS)


def test_quotes_commas_and_breaks_stay_in_their_cell(audit_of: Callable[..., Audit]) -> None:
    said = 'One, "two"\nthree; four'
    audit = audit_of(decks.written(("a", "the leading platform")), said)
    (row,) = read(replace(audit, deck=replace(audit.deck, path='a,"b".pptx')))
    assert (row["draft"], row["deck"]) == (said, 'a,"b".pptx')


def test_no_audit_leaves_the_names_alone() -> None:
    assert table.as_csv([]) == ",".join(table.COLUMNS) + "\n"
