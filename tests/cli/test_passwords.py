"""A deck's password: from a file or typed, never an argument, and told nowhere."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from sowhat.read import read_deck
from sowhat.render import Renderer
from sowhat.worker import Worker
from tests.cli.conftest import Command

PASSWORD = "sesame \u017e 42"


@pytest.fixture(scope="module")
def locked(vendor_pptx: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("locked") / "vendor.pptx"
    with vendor_pptx.open("rb") as file, path.open("wb") as out:
        OOXMLFile(file).encrypt(PASSWORD, out)
    return path


@pytest.fixture
def password(tmp_path: Path) -> Path:
    path = tmp_path / "password.txt"
    path.write_text(f"{PASSWORD}\nanother line\n", encoding="utf-8")
    return path


def test_without_it_is_told_how_to_give_it(sowhat: Command, locked: Path) -> None:
    said = sowhat("audit", locked)
    assert said.code == 3
    assert "needs a password" in said.err
    assert "--password-file" in said.err


def test_from_a_file(sowhat: Command, locked: Path, password: Path) -> None:
    said = sowhat("audit", locked, "--password-file", password, "--format", "json")
    assert (said.code, said.err) == (0, "")
    assert PASSWORD not in said.out


def test_piped_in(sowhat: Command, locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(PASSWORD + "\n"))
    assert sowhat("audit", locked, "--password-file", "-").code == 0


def test_a_wrong_one(sowhat: Command, locked: Path, password: Path, tmp_path: Path) -> None:
    password.write_text("open sesame", encoding="utf-8")
    said = sowhat("audit", locked, "--password-file", password)
    assert said.code == 3
    assert "does not open with this password" in said.err
    assert "sesame" not in said.err
    missing = sowhat("audit", locked, "--password-file", tmp_path / "none.txt")
    assert (missing.code, "none.txt" in missing.err) == (2, True)


def test_no_copy_without_the_lock(
    sowhat: Command, locked: Path, password: Path, tmp_path: Path
) -> None:
    out = tmp_path / "copy.pptx"
    said = sowhat("copy", locked, "-o", out, "--comments", "--password-file", password)
    assert said.code == 3
    assert "a copy of it would not" in said.err
    assert not out.exists()


def test_its_slides_are_drawn(locked: Path) -> None:
    with Worker() as worker:
        deck = read_deck(locked, worker, password=PASSWORD)
        assert not Renderer(deck, worker, password=PASSWORD).slide(1, 320).sketch
        assert Renderer(deck, worker).slide(1, 320).sketch
