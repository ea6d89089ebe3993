"""Advice that the user marked: every form tells of it, in the same words."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from sowhat.export.contract import plain
from sowhat.export.copy.remarks import remarks
from sowhat.export.html import as_html
from sowhat.export.html.pictures import Picture
from sowhat.export.markdown import as_markdown
from sowhat.export.table import as_csv
from sowhat.model import Action, Audit, Fix, FixKind, Resolution, Status
from sowhat.worker import Worker
from tests.export.test_report import written

WHY = "It is what they asked for"
PICTURE = Picture("data:image/webp;base64,AAAA", 640, 360, sketch=False)


def marked(audit: Audit, status: Status, reason: str = "") -> Audit:
    """Return the audit with its advice, and what is to be done first, marked."""
    fix = Fix(FixKind.REWRITE, "Rewrite slide 1", "How?", "share falls", 0.4, (1,), status=status)
    one = Resolution(1, Action.REWRITE, status, reason, date="2026-11-22")
    return replace(audit, top=(fix,), resolutions=(one,))


@pytest.mark.parametrize(
    ("status", "said"),
    [(Status.DONE, "✓ Done"), (Status.LATER, "For later"), (Status.IGNORED, "Ignored")],
)
def test_every_form_says_what_became_of_advice_and_why(
    pptx_audit: Audit, status: Status, said: str
) -> None:
    audit, whole = marked(pptx_audit, status, WHY), f"{said}: {WHY}"
    markdown = as_markdown(audit)
    assert f"**{whole}**" in markdown
    assert f"1. **{said}** · **Rewrite slide 1.**" in markdown
    page = as_html(audit, [PICTURE] * len(audit.deck.slides))
    assert page.count(f">{said}</p>") == 1  # among what to change first
    assert page.count(f">{whole}</p>") == 1
    found = plain(audit)
    assert found["slides"][0]["advice"][0]["resolution"] == {
        "status": status.value,
        "reason": WHY,
        "date": "2026-11-22",
    }
    assert found["top"][0]["status"] == status.value
    first = next(csv.DictReader(io.StringIO(as_csv([audit]))))
    assert (first["marked"], first["marked_why"]) == (status.value, WHY)
    assert whole in remarks(audit, moved=False)[0].text


def test_the_pdf_tells_it_beside_the_advice_and_in_the_lists(
    pptx_audit: Audit, worker: Worker, tmp_path: Path
) -> None:
    path = written(marked(pptx_audit, Status.DONE, WHY), worker, tmp_path)
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    assert "✓ Done" in pages[0]
    assert any(f"✓ Done: {WHY}" in " ".join(page.split()) for page in pages)
    assert any("rewrite (✓ done)" in " ".join(page.split()) for page in pages)


def test_nothing_is_said_where_nothing_was_marked(pptx_audit: Audit) -> None:
    first = next(csv.DictReader(io.StringIO(as_csv([pptx_audit]))))
    assert (first["marked"], first["marked_why"]) == ("", "")
    assert plain(pptx_audit)["slides"][0]["advice"][0]["resolution"] is None
    assert 'class="resolved"' not in as_html(pptx_audit, [PICTURE] * len(pptx_audit.deck.slides))
