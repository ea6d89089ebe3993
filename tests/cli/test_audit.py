from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pptx
import pytest
from PIL import Image

from tests.cli.conftest import Command, Said


def read(said: Said) -> dict[str, Any]:
    assert (said.code, said.err) == (0, "")
    found: dict[str, Any] = json.loads(said.out)
    return found


def test_json_of_one_deck_is_one_readable_object(sowhat: Command, vendor_pptx: Path) -> None:
    said = sowhat("audit", vendor_pptx, "--format", "json")
    found = read(said)
    assert found["deck"]["path"] == str(vendor_pptx)
    assert said.out.startswith("{\n  ")
    assert said.out.endswith("}\n")


def test_json_of_several_decks_is_one_object_a_line(
    sowhat: Command, vendor_pptx: Path, customer_pdf: Path, tmp_path: Path
) -> None:
    said = sowhat("audit", vendor_pptx, tmp_path / "none", customer_pdf, "--format", "json")
    assert said.code == 3
    paths = [json.loads(line)["deck"]["path"] for line in said.out.splitlines()]
    assert paths == [str(vendor_pptx), str(customer_pdf)]


def test_names_and_purpose_reach_the_audit(sowhat: Command, vendor_pptx: Path) -> None:
    names = ["--vendor", "Acme", "--vendor", "Acme Systems", "--product", "AcmeFlow"]
    names += ["--product", "AcmePay", "--customer", "Globex", "--purpose", "training"]
    found = read(sowhat("audit", vendor_pptx, "--format", "json", *names))
    assert found["profile"] == {
        "vendor": {
            "name": "Acme",
            "aliases": ["Acme Systems"],
            "source": "given",
            "products": ["AcmeFlow", "AcmePay"],
        },
        "customer": {"name": "Globex", "aliases": [], "source": "given"},
        "purpose": "training",
        "purpose_source": "given",
    }
    assert found["sentence"].startswith("This is a training")


def test_decisions_reach_the_audit(sowhat: Command, vendor_pptx: Path, tmp_path: Path) -> None:
    file = tmp_path / "decisions.json"
    file.write_text('{"slides": {"1": {"stance": "customer", "reason": "they said so"}}}')
    found = read(sowhat("audit", vendor_pptx, "--format", "json", "--decisions", file))
    first, second = found["slides"][:2]
    assert (first["stance"], first["decided"], first["unsure"]) == ("customer", True, False)
    assert second["decided"] is False
    assert found["measures"]["first_customer_slide"] == 1


@pytest.mark.parametrize("content", ["", "[]", '{"slides": {"one": {"stance": "customer"}}}'])
def test_a_file_that_holds_no_decisions_is_wrong_use(
    sowhat: Command, vendor_pptx: Path, tmp_path: Path, content: str
) -> None:
    file = tmp_path / "decisions.json"
    file.write_text(content)
    said = sowhat("audit", vendor_pptx, "--decisions", file)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"sowhat: {file} is not a file of decisions. ")
    assert '{"slides": {"3": {"stance": "customer"}}}' in said.err


def test_no_pictures(sowhat: Command, vendor_pptx: Path) -> None:
    found = read(sowhat("audit", vendor_pptx, "--format", "json", "--no-pictures"))
    assert found["deck"]["slides"] == 7
    assert not any(picture["kind"] for slide in found["slides"] for picture in slide["pictures"])


def test_no_ocr(sowhat: Command, tmp_path: Path) -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    data = io.BytesIO()
    Image.effect_noise((200, 100), 60).save(data, "PNG")
    slide.shapes.add_picture(data, 0, 0, deck.slide_width, deck.slide_height)
    deck.save(str(tmp_path / "deck.pptx"))
    found = read(sowhat("audit", tmp_path / "deck.pptx", "--format", "json", "--no-ocr"))
    (only,) = found["slides"]
    assert only["unsure"] is True
    assert only["evidence"][-1]["id"] == "not-read"
    assert only["pictures"][0]["read"] == []


def test_output_goes_to_the_file_alone(sowhat: Command, vendor_pptx: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.json"
    printed = sowhat("audit", vendor_pptx, "--format", "json")
    said = sowhat("audit", vendor_pptx, "--format", "json", "-o", out)
    assert said == Said(0, "", "")
    assert out.read_text(encoding="utf-8") == printed.out
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_a_text_page_in_a_file_has_no_colours(
    sowhat: Command, vendor_pptx: Path, tmp_path: Path
) -> None:
    out = tmp_path / "page.txt"
    assert sowhat("audit", vendor_pptx, "-o", out).code == 0
    page = out.read_text(encoding="utf-8")
    assert "\x1b" not in page
    assert max(map(len, page.splitlines())) <= 96


@pytest.mark.parametrize("name", ["vendor.pptx", "link.pptx", "hard.pptx", "x/../vendor.pptx"])
def test_the_deck_is_never_written_over(
    sowhat: Command, vendor_pptx: Path, customer_pdf: Path, tmp_path: Path, name: str
) -> None:
    deck = tmp_path / "vendor.pptx"
    deck.write_bytes(vendor_pptx.read_bytes())
    (tmp_path / "link.pptx").symlink_to(deck)
    (tmp_path / "hard.pptx").hardlink_to(deck)
    (tmp_path / "x").mkdir()
    out = tmp_path / name
    for words in (("audit", deck), ("audit", customer_pdf, deck), ("report", deck)):
        said = sowhat(*words, "-o", out)
        assert (said.code, said.out) == (4, "")
        assert f"sowhat: {out} is the deck itself and is never overwritten." in said.err
        assert said.err.count("\n") == 1
    assert deck.read_bytes() == vendor_pptx.read_bytes()
    assert len(list(tmp_path.iterdir())) == 4


def test_a_result_that_cannot_be_written(
    sowhat: Command, vendor_pptx: Path, tmp_path: Path
) -> None:
    for out in (tmp_path, tmp_path / "none" / "a.json", tmp_path / ("x" * 300)):
        for command in ("audit", "report"):
            said = sowhat(command, vendor_pptx, "-o", out)
            assert (said.code, said.out) == (4, "")
            assert said.err.startswith(f"sowhat: {out} cannot be written: ")
    assert list(tmp_path.iterdir()) == []


def test_an_unread_deck_counts_more_than_an_unwritten_result(
    sowhat: Command, vendor_pptx: Path, tmp_path: Path
) -> None:
    out = tmp_path / "none" / "a.json"
    said = sowhat("audit", vendor_pptx, tmp_path / "b.pptx", "-o", out)
    assert said.code == 3
    assert len(said.err.splitlines()) == 2
    assert sowhat("audit", vendor_pptx, "--require", "plan", "-o", out).code == 4


def test_gates(sowhat: Command, vendor_pptx: Path, customer_pdf: Path, tmp_path: Path) -> None:
    decided = tmp_path / "decisions.json"  # so that the judge's own opinion does not matter here
    stances = {"1": "vendor", "2": "vendor", "3": "vendor", "4": "mixed", "5": "customer"}
    slides = {number: {"stance": stance} for number, stance in stances.items()}
    decided.write_text(json.dumps({"slides": slides}))
    audit = ("audit", "--decisions", decided, vendor_pptx)
    missed = {
        ("--max-vendor-share", "0.1"): "the vendor share is ",
        ("--require", "company, roadmap"): "no slide shows the motif roadmap.",
        ("--max-first-customer-slide", "3"): "the customer first appears on slide ",
    }
    for gate, sentence in missed.items():
        said = sowhat(*audit, *gate)
        assert said.code == 1, gate
        assert said.err.startswith(f"{vendor_pptx}: {sentence}"), said.err
        assert said.err.count("\n") == 1
        assert "Acme" in said.out
        # A gate asks for the same as a finding, and spares the same purposes.
        spared = sowhat(*audit, *gate, "--purpose", "training")
        assert spared.code == int(gate[0] == "--require"), gate
    kept = ("--max-vendor-share", "1", "--require", "company", "--max-first-customer-slide", "5")
    assert sowhat(*audit, *kept).code == 0
    together = sowhat(*audit, customer_pdf, "--max-vendor-share", "0", "--require", "roadmap")
    assert together.code == 1
    assert sum(str(vendor_pptx) in line for line in together.err.splitlines()) == 2


def test_a_gate_where_no_customer_comes(sowhat: Command, tmp_path: Path) -> None:
    import pptx

    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Thank you"
    path = tmp_path / "thanks.pptx"
    deck.save(str(path))
    said = sowhat("audit", path, "--max-first-customer-slide", "3", "--max-vendor-share", "0")
    assert said.code == 1
    assert said.err == f"{path}: no slide is about the customer; one was to come by slide 3.\n"


def test_csv_is_one_table_for_all_decks(
    sowhat: Command, vendor_pptx: Path, customer_pdf: Path, tmp_path: Path
) -> None:
    said = sowhat("audit", vendor_pptx, tmp_path / "none", customer_pdf, "--format", "csv")
    assert said.code == 3
    rows = list(csv.DictReader(io.StringIO(said.out, newline="")))
    assert [row["deck"] for row in rows] == [str(vendor_pptx)] * 7 + [str(customer_pdf)] * 5
    out = tmp_path / "a.csv"
    assert sowhat("audit", customer_pdf, "--format", "csv", "-o", out) == Said(0, "", "")
    # A spreadsheet knows the letters of a file by the mark before them.
    assert out.read_bytes().startswith(b"\xef\xbb\xbfdeck,slide,")
    assert not said.out.startswith("\ufeff")


def test_sarif_is_one_run_with_every_deck(
    sowhat: Command, vendor_pptx: Path, customer_pdf: Path, tmp_path: Path
) -> None:
    lost = tmp_path / "none.pptx"
    said = sowhat("audit", vendor_pptx, lost, customer_pdf, "--format", "sarif")
    assert said.code == 3
    (run,) = json.loads(said.out)["runs"]
    uris = [artifact["location"]["uri"] for artifact in run["artifacts"]]
    assert uris == [vendor_pptx.as_uri(), customer_pdf.as_uri()]
    assert run["results"]
    assert run["invocations"][0]["executionSuccessful"] is False
    out = tmp_path / "a.sarif"
    assert sowhat("audit", lost, "--format", "sarif", "-o", out).code == 3
    assert json.loads(out.read_text(encoding="utf-8"))["runs"][0]["results"] == []


def test_markdown_of_several_decks_is_one_page(
    sowhat: Command, vendor_pptx: Path, customer_pdf: Path
) -> None:
    said = sowhat("audit", vendor_pptx, customer_pdf, "--format", "md")
    assert (said.code, said.err) == (0, "")
    heads = [line for line in said.out.splitlines() if line.startswith("# ")]
    assert heads == ["# Audit of vendor.pptx", "# Audit of customer.pdf"]


def test_html_of_one_deck_is_one_file(sowhat: Command, customer_pdf: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.html"
    assert sowhat("audit", customer_pdf, "--format", "html", "-o", out) == Said(0, "", "")
    page = out.read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert page.count('src="data:image/webp;base64,') == 5
    assert sowhat("audit", customer_pdf, "--format", "html", "-o", customer_pdf).code == 4


def test_html_of_several_decks_is_a_folder_with_an_index(
    sowhat: Command, customer_pdf: Path, tmp_path: Path
) -> None:
    other = tmp_path / "x" / customer_pdf.name
    other.parent.mkdir()
    other.write_bytes(customer_pdf.read_bytes())
    out = tmp_path / "pages"
    words = ("audit", customer_pdf, tmp_path / "none.pdf", other, "--format", "html")
    said = sowhat(*words, "-o", out, "--no-pictures")
    assert said.code == 3
    names = ["customer.pdf-2.html", "customer.pdf.html", "index.html"]
    assert sorted(path.name for path in out.iterdir()) == names
    index = (out / "index.html").read_text(encoding="utf-8")
    assert 'href="customer.pdf.html"' in index
    assert 'href="customer.pdf-2.html"' in index
    assert "none.pdf" in index
    said = sowhat(*words)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("sowhat: Several decks as HTML are several files.")
    taken = tmp_path / "taken"
    taken.write_text("x")
    assert sowhat(*words, "-o", taken).code == 4
    assert taken.read_text() == "x"


WRONG = (
    ("audit",),
    ("audit", "a.pptx", "--format", "xml"),
    ("audit", "a.pptx", "--purpose", "fun"),
    ("audit", "a.pptx", "--max-vendor-share", "half"),
    ("audit", "a.pptx", "--max-vendor-share", "70"),
    ("audit", "a.pptx", "--max-vendor-share", "nan"),
    ("audit", "a.pptx", "--max-first-customer-slide", "two"),
    ("audit", "a.pptx", "--max-first-customer-slide", "0"),
    ("audit", "a.pptx", "--require", "plan,fun"),
    ("audit", "a.pptx", "--nonsense"),
    ("report", "a.pptx"),
    ("report", "a.pptx", "-o", "r.pdf", "--paper", "a3"),
    ("report", "a.pptx", "b.pptx", "-o", "r.pdf"),
    ("explain", "nonsense"),
    ("explain", "plan", "goal"),
    ("sample", "extra"),
    ("--nonsense",),
)


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_wrong_use_is_told_in_one_line(sowhat: Command, words: tuple[str, ...]) -> None:
    said = sowhat(*words)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("sowhat: ")
    assert said.err.count("\n") == 1
    assert said.err.endswith((". Try: sowhat --help\n", "by: sowhat explain.\n", "--help\n"))
    assert "_" not in said.err
    assert "<" not in said.err


def test_an_unknown_motif_in_a_gate_is_named(sowhat: Command) -> None:
    assert "plan,fun" in sowhat("audit", "a.pptx", "--require", "plan,fun").err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_behind_the_standard_output(vendor_pptx: Path) -> None:
    for words in (["explain"], ["audit", str(vendor_pptx)]):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "sowhat", *words],
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
                timeout=60,
            )
        assert done.returncode == 4
        assert done.stderr.startswith(b"sowhat: The standard output cannot be written: ")
        assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break in another way there")
def test_a_reader_that_goes_away_is_no_error() -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = subprocess.run(
        [sys.executable, "-m", "sowhat", "explain"],
        stdout=write_end,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(write_end)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_bar_shows_both_parts_without_colours(sowhat: Command, vendor_pptx: Path) -> None:
    line = next(x for x in sowhat("audit", vendor_pptx).out.splitlines() if "█" in x)
    filled, rest = line.count("█"), line.count("░")
    share = int(line.split("%")[0].split()[-1])
    assert filled + rest == 40
    assert filled == pytest.approx(share * 40 / 100, abs=1)
