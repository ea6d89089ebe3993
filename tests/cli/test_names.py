"""Names that strangers chose neither steer a message nor cost a file that was only to be read."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path, PurePath

import pytest

from sowhat.errors import DeckError
from sowhat.model import Gap
from sowhat.texts import error_text, gap_text, named, text
from tests.cli.conftest import Command

EVIL = "evil\n\x1b[31mred\u202egnp.pptx"
STEERING = ("\x1b", "\u202e", "evil\n")


def test_a_name_stays_on_its_line_and_turns_nothing_round() -> None:
    assert named("Über “東京” שלום.pptx") == "Über “東京” שלום.pptx"
    assert not any(sign in named(EVIL) for sign in STEERING)
    for said in (
        error_text(DeckError("damaged", path=EVIL, detail="\u2066x")),
        gap_text(Gap("against-unread", detail=EVIL)),
        text("cli.report-written", path=PurePath(EVIL)),
    ):
        assert not any(sign in said for sign in (*STEERING, "\u2066")), said


@pytest.mark.skipif(sys.platform == "win32", reason="no file is called so there")
def test_odd_names_are_shown_on_one_line(
    sowhat: Command, tmp_path: Path, vendor_pptx: Path
) -> None:
    deck = tmp_path / EVIL
    shutil.copy(vendor_pptx, deck)
    out = tmp_path / f"{EVIL}.pdf"
    said = [sowhat("report", deck, "-o", out, "--no-pictures"), sowhat("audit", tmp_path / "no\n")]
    said += [sowhat("audit", deck, "--no-pictures", "--format", form) for form in ("text", "md")]
    assert [one.code for one in said] == [0, 3, 0, 0]
    for one in said:
        assert not any(sign in one.out + one.err for sign in (*STEERING, "no\n is"))


@pytest.mark.parametrize("option", ["--master", "--facts", "--decisions"])
def test_what_is_only_read_is_never_replaced(
    sowhat: Command, tmp_path: Path, vendor_pptx: Path, option: str
) -> None:
    read = tmp_path / "read.file"
    shutil.copy(vendor_pptx, read)
    before = read.read_bytes()
    link = tmp_path / "link.json"
    link.symlink_to(read)
    for output in (read, link):
        words = ("check", vendor_pptx, "--customer", "Big Bank", option, read, "-o", output)
        said = sowhat(*words, "--format", "json", "--no-pictures")
        assert said.code == 4, said.err
        assert read.read_bytes() == before
        assert link.is_symlink()


def test_decks_of_a_folder_are_never_replaced(
    sowhat: Command, tmp_path: Path, vendor_pptx: Path
) -> None:
    folder = tmp_path / "decks"
    folder.mkdir()
    other = folder / "other.pptx"
    shutil.copy(vendor_pptx, other)
    words = ("check", vendor_pptx, "--customer", "Big Bank", "--no-pictures", "--format", "json")
    refused = sowhat(*words, "--against", folder, "-o", other)
    assert (refused.code, other.read_bytes()) == (4, vendor_pptx.read_bytes())
    made = folder / "made.json"
    for _ in range(2):  # a result may be made anew there
        assert sowhat(*words, "--against", folder, "-o", made).code in (0, 1)
    assert made.read_text(encoding="utf-8").startswith("{")
