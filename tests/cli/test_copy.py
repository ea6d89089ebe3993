from __future__ import annotations

import json
from pathlib import Path

import pptx

from tests.cli.conftest import Command


def test_a_copy_is_written_and_said(sowhat: Command, vendor_pptx: Path, tmp_path: Path) -> None:
    out, before = tmp_path / "new.pptx", vendor_pptx.read_bytes()
    said = sowhat("copy", vendor_pptx, "-o", out, "--comments", "--order", "--no-pictures")
    assert (said.code, said.out) == (0, "")
    assert said.err.startswith(f"Copy written: {out} (")
    assert "comments, " in said.err
    slides = pptx.Presentation(str(out)).slides
    kinds = [rel.reltype.rpartition("/")[2] for s in slides for rel in s.part.rels.values()]
    assert kinds.count("comments") > 2
    assert vendor_pptx.read_bytes() == before


def test_what_is_wrong_is_said_before_the_audit(
    sowhat: Command, vendor_pptx: Path, customer_pdf: Path, tmp_path: Path
) -> None:
    out = tmp_path / "new.pptx"
    for words, code, told in (
        ((vendor_pptx, "-o", out), 2, "--comments and --order"),
        ((customer_pdf, "-o", tmp_path / "new.pdf", "--comments"), 2, "PowerPoint decks only"),
        ((customer_pdf, "-o", out, "--order"), 4, "end in .pdf"),
        ((vendor_pptx, "-o", tmp_path / "new.pdf", "--order"), 4, "end in .pptx"),
        ((vendor_pptx, "-o", vendor_pptx, "--order"), 4, "never overwritten"),
        ((tmp_path / "none.pptx", "-o", out, "--order"), 3, "There is no file"),
    ):
        said = sowhat("copy", *words)
        assert (said.code, said.out) == (code, "")
        assert told in said.err
    assert list(tmp_path.iterdir()) == []


def test_a_cleaned_copy_says_what_it_no_longer_holds(
    sowhat: Command, vendor_pptx: Path, tmp_path: Path
) -> None:
    out = tmp_path / "new.pptx"
    said = sowhat("copy", vendor_pptx, "-o", out, "--clean")
    assert said.code == 0
    assert said.err.startswith(f"Copy written: {out} (")
    assert "Speaker notes\n  3 Say that we ship every month." in said.out
    assert "Hidden slides\n  6 Northwind closes in three days" in said.out
    assert len(pptx.Presentation(str(out)).slides) == 6
    kept = sowhat("copy", vendor_pptx, "-o", out, "--clean", "--keep", "notes,hidden")
    assert "Say that we ship every month." not in kept.out
    assert "Left in the copy: speaker notes, hidden slides." in kept.out
    assert len(pptx.Presentation(str(out)).slides) == 7


def test_what_was_removed_is_told_as_json(
    sowhat: Command, customer_pdf: Path, tmp_path: Path
) -> None:
    out = tmp_path / "new.pdf"
    said = sowhat("copy", customer_pdf, "-o", out, "--clean", "--format", "json", "--keep", "alt")
    told = json.loads(said.out)
    assert (told["schema"], told["kept"], told["notes"]) == ("sowhat.clean/1", ["alt"], [])
    assert (told["deck"], told["copy"]) == (str(customer_pdf), str(out))
    assert {one["kind"] for one in told["removed"]} == {"properties"}
    assert {"kind": "properties", "slide": None, "text": "Author: anonymous"} in told["removed"]


def test_a_cleaned_copy_is_ordered_and_held_to_gates(
    sowhat: Command, vendor_pptx: Path, tmp_path: Path
) -> None:
    out = tmp_path / "new.pptx"
    words = ("copy", vendor_pptx, "-o", out, "--clean", "--order", "--no-pictures")
    said = sowhat(*words, "--max-vendor-share", "0")
    assert said.code == 1
    assert "moved" in said.err
    assert len(pptx.Presentation(str(out)).slides) == 6


def test_why_no_slide_moved_is_said(sowhat: Command, vendor_pptx: Path, tmp_path: Path) -> None:
    words = ("copy", vendor_pptx, "-o", tmp_path / "new.pptx", "--order", "--no-pictures")
    said = sowhat(*words, "--purpose", "training")
    assert said.code == 0
    assert "(no slide moved)" in said.err
    assert "For this purpose the slides stay in their order" in said.err


def test_a_copy_to_send_has_no_comments(sowhat: Command, vendor_pptx: Path, tmp_path: Path) -> None:
    out = tmp_path / "new.pptx"
    said = sowhat("copy", vendor_pptx, "-o", out, "--clean", "--comments")
    assert (said.code, said.out) == (2, "")
    assert "one with --clean for your customer" in said.err
    said = sowhat("copy", vendor_pptx, "-o", out, "--clean", "--keep", "colours")
    assert said.code == 2
    assert "colours has a word that is none of: comments, notes" in said.err
    assert not out.exists()
