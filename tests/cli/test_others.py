from __future__ import annotations

import tomllib
from pathlib import Path

import pikepdf
import pytest

import sowhat as package
from sowhat.model import Purpose
from sowhat.paths import resources
from sowhat.rules import FindingRule, MotifRule, load
from tests.cli.conftest import Command, Doorbell, Said

RULES: list[MotifRule | FindingRule] = [*load().motifs.values(), *load().findings.values()]
IDS = [*(rule.id for rule in RULES), *load().signs]


def test_version(sowhat: Command) -> None:
    assert sowhat("--version") == Said(0, f"sowhat {package.__version__}\n", "")
    project = tomllib.loads(
        (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    )
    assert project["project"]["version"] == package.__version__


def test_help_names_every_command_and_the_exit_codes(sowhat: Command) -> None:
    said = sowhat("--help")
    assert said.code == 0
    for word in ("audit", "report", "copy", "explain", "sample", "Exit codes"):
        assert word in said.out
    for command in ("audit", "report", "copy", "explain", "sample"):
        assert sowhat(command, "--help").code == 0


def test_explain_lists_every_rule_once(sowhat: Command) -> None:
    said = sowhat("explain")
    assert (said.code, said.err) == (0, "")
    assert [line.split()[0] for line in said.out.splitlines()] == IDS


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_explain_tells_all_of_a_rule(sowhat: Command, rule: MotifRule | FindingRule) -> None:
    said = sowhat("explain", rule.id)
    assert (said.code, said.err) == (0, "")
    flat = " ".join(said.out.split())
    for words in (rule.name, f"({rule.id})", rule.why, *rule.source, *rule.against):
        assert " ".join(words.split()) in flat
    assert "{" not in flat
    assert flat.count("?") >= len(rule.so_what)


def test_explain_tells_a_sign_as_evidence_names_it(sowhat: Command) -> None:
    said = sowhat("explain", "logos/wall")
    assert said.code == 0
    assert "Logo wall: the sign “wall”" in said.out
    assert "Packard" in sowhat("explain", "you").out


def test_a_report_is_written_and_said(sowhat: Command, customer_pdf: Path, tmp_path: Path) -> None:
    out = tmp_path / "r.pdf"
    said = sowhat("report", customer_pdf, "-o", out, "--vendor", "Acme")
    assert said == Said(0, "", f"Report written: {out}\n")
    with pikepdf.open(out) as report:
        assert len(report.pages) > 5
    gated = sowhat("report", customer_pdf, "-o", out, "--require", "roadmap")
    assert gated.code == 1
    assert "no slide shows the motif roadmap." in gated.err


def test_a_report_to_share_has_no_slides_and_its_paper(
    sowhat: Command, customer_pdf: Path, tmp_path: Path
) -> None:
    out = tmp_path / "r.pdf"
    words = ("report", customer_pdf, "-o", out, "--findings-only", "--paper", "letter")
    assert sowhat(*words).code == 0
    with pikepdf.open(out) as report:
        assert not any(str(page.label) == "Slide 1" for page in report.pages)
        assert [float(edge) for edge in report.pages[0].mediabox] == [0, 0, 792, 612]


@pytest.mark.skipif(
    not (resources() / "samples" / "vendor-pitch.pptx").exists(), reason="samples are not made yet"
)
def test_sample(sowhat: Command, tmp_path: Path) -> None:
    out = tmp_path / "r.pdf"
    bell = Doorbell()
    said = sowhat("sample", "-o", out, "--no-window", window=bell)
    assert said.code == 0
    assert "15 of 16 slides are about you; none is about your customer." in said.out
    assert out.exists()
    assert not bell.rung


def test_no_command_opens_the_window(sowhat: Command, vendor_pptx: Path) -> None:
    bell = Doorbell(code=5)
    assert sowhat(window=bell).code == 5
    words = ("--vendor", "Acme", "--purpose", "partner", vendor_pptx, "--customer", "Globex")
    assert sowhat(*words, window=bell).code == 5
    (first, plain), (second, options) = bell.rung
    assert (first, second) == ((), (vendor_pptx,))
    assert plain is None
    assert options is not None
    assert (options.vendor, options.customer) == (("Acme",), ("Globex",))
    assert options.purpose is Purpose.PARTNER


def test_several_decks_open_in_one_window(sowhat: Command, tmp_path: Path) -> None:
    bell = Doorbell()
    first, second, third = (tmp_path / name for name in ("a.pptx", "b.pdf", "c.pptx"))
    assert sowhat(first, "--vendor", "Acme", second, third, window=bell).code == 0
    assert bell.rung[0][0] == (first, second, third)
    assert sowhat(first, second, window=bell).code == 0
    assert bell.rung[1] == ((first, second), None)  # told by nothing but decks: as it stands alone
