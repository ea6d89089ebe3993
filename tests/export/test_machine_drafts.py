"""A machine's draft says so in every form; an offline one says nothing of the kind."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from sowhat.engine import audit
from sowhat.export import contract, html, markdown, report, table
from sowhat.export.copy.remarks import remarks
from sowhat.model import Audit
from sowhat.worker import Worker

MODEL = "llama3.2"
LABEL = "Draft by a machine (llama3.2), to be checked:"
SAID = "You close the books in 3 days."


@pytest.fixture(scope="module")
def offline(vendor_pptx: Path) -> Audit:
    return audit(vendor_pptx)


@pytest.fixture(scope="module")
def made(offline: Audit) -> Audit:
    first = next(item for item in offline.advice if item.draft)
    rest = tuple(item for item in offline.advice if item is not first)
    return replace(offline, advice=(replace(first, draft=SAID, drafted_by=MODEL), *rest))


def test_json(made: Audit, offline: Audit) -> None:
    told = [
        item for slide in json.loads(contract.as_json(made))["slides"] for item in slide["advice"]
    ]
    assert [item["draft"] for item in told if item["drafted_by"] == MODEL] == [SAID]
    assert '"drafted_by": "' not in contract.as_json(offline)


def test_csv(made: Audit) -> None:
    rows = list(csv.DictReader(io.StringIO(table.as_csv([made]))))
    assert [row["draft"] for row in rows if row["drafted_by"] == MODEL] == [SAID]


def test_markdown(made: Audit, offline: Audit) -> None:
    assert f"> *{LABEL}*  \n> {SAID}" in markdown.as_markdown(made)
    assert LABEL not in markdown.as_markdown(offline)


def test_comments_of_copies(made: Audit, offline: Audit) -> None:
    assert any(f"{LABEL} {SAID}" in one.text for one in remarks(made, moved=False))
    assert not any(LABEL in one.text for one in remarks(offline, moved=False))


def test_html_and_what_was_sent(made: Audit, offline: Audit) -> None:
    with Worker() as worker:
        whole, plain = html.made(made, worker), html.made(offline, worker)
    assert LABEL in whole
    assert "were sent to a model of the user's own (llama3.2)" in whole
    assert "No part of the deck was sent anywhere." not in whole
    assert LABEL not in plain
    assert "No part of the deck was sent anywhere." in plain


def test_report_and_what_was_sent(made: Audit, tmp_path: Path) -> None:
    with Worker() as worker:
        report.write(made, tmp_path / "r.pdf", worker)
    with pikepdf.open(tmp_path / "r.pdf") as pdf:
        notes = [
            str(note.get("/Contents", "")) for page in pdf.pages for note in page.get("/Annots", [])
        ]
    assert any(f"{LABEL} {SAID}" in note for note in notes)
    document = pypdfium2.PdfDocument(tmp_path / "r.pdf")
    words = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    flat = " ".join(words.split())
    assert f"{LABEL} {SAID}" in flat
    assert "were sent to a model of the user's own (llama3.2)" in flat
