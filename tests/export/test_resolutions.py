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
from sowhat.model import (
    Action,
    Audit,
    Cut,
    CutKind,
    Fix,
    FixKind,
    Missing,
    Move,
    Note,
    Order,
    Resolution,
    Status,
)
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


def whole(audit: Audit) -> Audit:
    """Return the audit with advice on the whole deck, all of it marked, each for its own reason."""
    order = Order((2, 1), moves=(Move(2, 1, "it comes first"),), note=Note.PROPOSED)
    missing = Missing("plan", "A plan", "None is there.", ("__",), "Who?", 0, "a plan")
    cuts = (Cut(CutKind.LOGOS, (1, 2), 3, merge=False, why="The same logos", effect="shorter"),)
    marks = (
        Resolution(0, Action.ORDER, Status.IGNORED, "they know us"),
        Resolution(0, Action.WRITE, Status.LATER, "after the call", id="plan"),
        *(Resolution(number, Action.CUT, Status.DONE, "both are gone") for number in (1, 2)),
    )
    return replace(audit, order=order, missing=(missing,), cuts=cuts, resolutions=marks)


SAID = ("Ignored: they know us", "For later: after the call", "✓ Done: both are gone")


def test_every_form_tells_the_word_on_the_order_on_what_to_write_and_on_groups(
    pptx_audit: Audit, worker: Worker, tmp_path: Path
) -> None:
    audit = whole(pptx_audit)
    page = as_html(audit, [PICTURE] * len(audit.deck.slides))
    path = written(audit, worker, tmp_path)
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    printed = " ".join(" ".join(pages).split())
    for said in SAID:
        assert f"**{said}**" in as_markdown(audit)
        assert f">{said}</p>" in page
        assert said in printed
    found = plain(audit)
    told = [one["resolution"] for one in (found["order"], *found["missing"], *found["cuts"])]
    assert [one["status"] for one in told] == ["ignored", "later", "done"]


def test_a_group_has_its_word_once_all_of_it_has_the_same(pptx_audit: Audit) -> None:
    audit = whole(pptx_audit)
    (cut,) = audit.cuts
    assert audit.resolution(replace(cut, slides=(1, 2, 3))) is None
    other = replace(audit.resolutions[-1], status=Status.LATER)
    assert replace(audit, resolutions=(*audit.resolutions[:-1], other)).resolution(cut) is None
    assert audit.resolution(Order()) is None  # no slide moves: there is no advice


def test_nothing_is_said_where_nothing_was_marked(pptx_audit: Audit) -> None:
    first = next(csv.DictReader(io.StringIO(as_csv([pptx_audit]))))
    assert (first["marked"], first["marked_why"]) == ("", "")
    assert plain(pptx_audit)["slides"][0]["advice"][0]["resolution"] is None
    assert 'class="resolved"' not in as_html(pptx_audit, [PICTURE] * len(pptx_audit.deck.slides))
