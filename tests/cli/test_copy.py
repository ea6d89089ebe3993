from __future__ import annotations

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
