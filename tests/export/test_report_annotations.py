"""The report's annotations, read back by a library that did not write them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pdfplumber
import pytest
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

from sowhat.export import report
from sowhat.export.report.notes import on_page
from sowhat.marks import HIGHLIGHT, marks
from sowhat.model import Audit
from sowhat.worker import Worker

KINDS = {"highlight": "Highlight", "square": "Square"}


@pytest.fixture(scope="module", params=["pptx_audit", "pdf_audit"])
def written(
    request: pytest.FixtureRequest, worker: Worker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Audit, Any]]:
    audit: Audit = request.getfixturevalue(request.param)
    path = tmp_path_factory.mktemp("read-back") / "report.pdf"
    report.write(audit, path, worker)
    with pdfplumber.open(path) as pdf:
        yield audit, pdf


def found(page: Any) -> list[dict[str, Any]]:
    return [{k: resolve1(v) for k, v in a["data"].items()} for a in page.annots]


def said(value: Any) -> str:
    return decode_text(value) if isinstance(value, bytes) else str(value)


def named(item: dict[str, Any]) -> str:
    kind = item["Subtype"]
    return str(kind.name) if isinstance(kind, PSLiteral) else str(kind)


def picture(page: Any) -> tuple[float, float, float, float]:
    """Where the slide is drawn: the frame around it, in points from the page's bottom left."""
    frame = max(page.rects, key=lambda rect: rect["width"] * rect["height"])
    return frame["x0"], frame["y0"], frame["x1"], frame["y1"]


def test_they_are_the_evidence(written: tuple[Audit, Any]) -> None:
    audit, pdf = written
    by_name = {
        said(item["NM"]): (item, page) for page in pdf.pages for item in found(page) if "NM" in item
    }
    count = 0
    for slide in audit.deck.slides:
        wanted = marks(slide, audit.verdict(slide.number))
        for mark in wanted:
            item, page = by_name.pop(f"sowhat-slide-{slide.number}-mark-{mark.number}")
            assert named(item) == KINDS[mark.shape]
            assert said(item["Subj"]) == mark.label
            assert said(item["T"]) == "SoWhat"
            assert said(item["Contents"]).startswith(mark.why)
            assert mark.quote is None or mark.quote in said(item["Contents"])
            rect = picture(page)
            boxes = mark.boxes if mark.shape == HIGHLIGHT else (mark.box,)
            places = [on_page(box, rect) for box in boxes]
            left, bottom, right, top = zip(*places, strict=True)
            hull = min(left), min(bottom), max(right), max(top)
            assert item["Rect"] == pytest.approx(hull, abs=0.6)
            count += 1
        note, _ = by_name.pop(f"sowhat-slide-{slide.number}-note")
        assert named(note) == "Text"
    assert not by_name
    assert count >= 2


def test_each_has_a_window_of_its_own(written: tuple[Audit, Any]) -> None:
    _, pdf = written
    for page in pdf.pages:
        items = found(page)
        popups = [item for item in items if named(item) == "Popup"]
        owners = [said(resolve1(popup["Parent"])["NM"]) for popup in popups]
        assert owners == [said(item["NM"]) for item in items if "NM" in item]
        width, height = page.width, page.height
        for left, bottom, right, top in (popup["Rect"] for popup in popups):
            assert 0 <= left < right <= width
            assert 0 <= bottom < top <= height + 20
