"""Copied packages against the schemas of ISO/IEC 29500 and [MS-PPTX], as Microsoft's Open XML SDK
holds them; read by a validator that knows nothing of this program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.export.copies import (
    as_type,
    changed,
    copied,
    plan,
    remark,
    rich,
    with_classic,
    with_threads,
)

openxml_audit = pytest.importorskip("openxml_audit", reason="openxml-audit is not installed")

REMARKS = (remark(2, "Why?\n\nSo what? “Ärger” & <more>"), remark(3, "When?"))
EVERY = 0  # errors to tell: no limit


def errors(path: Path) -> list[str]:
    newest = openxml_audit.FileFormat.MICROSOFT_365
    validator = openxml_audit.OpenXmlValidator(file_format=newest, max_errors=EVERY)
    return [f"{e.part_uri} {e.description}" for e in validator.validate(str(path)).errors]


@pytest.mark.parametrize("theirs", [None, with_classic, with_threads])
def test_copies_hold_to_the_schema(theirs: Callable[[Any], None] | None, tmp_path: Path) -> None:
    before = rich(tmp_path / "deck.pptx", theirs)
    wanted = plan((1, 4, 5, 6, 2, 3), moved=(2, 3), appendix=(2, 3), remarks=REMARKS)
    out, made = copied(before, wanted)
    assert made.comments == 2
    assert errors(out) == []


@pytest.mark.parametrize(
    ("theirs", "right", "wrong"),
    [
        (with_classic, b"</p:cm>", b"<p:pos x='1' y='1'/></p:cm>"),
        (with_classic, b' lastIdx="2"', b""),
        (with_threads, b"<a:bodyPr/>", b""),
        (with_threads, b' providerId="None"', b""),
    ],
)
def test_the_validator_sees_wrong_comments(
    theirs: Callable[[Any], None], right: bytes, wrong: bytes, tmp_path: Path
) -> None:
    out, _ = copied(rich(tmp_path / "deck.pptx", theirs), plan(remarks=REMARKS))

    def broken(name: str, data: bytes) -> bytes:
        ours = "omment" in name or "authors" in name
        return data.replace(right, wrong) if ours else data

    assert errors(changed(out, "broken.pptx", broken)) != []


def test_another_kind_of_file_holds_too(tmp_path: Path) -> None:
    slideshow = "application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml"
    before = as_type(rich(tmp_path / "deck.pptx"), "deck.ppsx", slideshow)
    out, _ = copied(before, plan(remarks=REMARKS))
    assert errors(out) == []
