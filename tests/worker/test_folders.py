"""The deck's folder is never searched for modules."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pptx
import pytest

from sowhat.read import read_deck
from sowhat.worker import Worker

NAMES = ("struct", "sowhat", "msgspec", "pptx", "lxml", "zipfile", "encodings", "typing")


@pytest.fixture
def trap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a deck and modules that leave a trace when imported; it is the current one."""
    for name in NAMES:
        (tmp_path / f"{name}.py").write_text(
            f"open({str(tmp_path / 'caught')!r}, 'a').write({name!r})\nraise SystemExit(9)\n"
        )
    deck = pptx.Presentation()
    deck.slides.add_slide(deck.slide_layouts[5]).shapes.title.text = "Your week"
    deck.save(str(tmp_path / "deck.pptx"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("path", ["", ".", "{child}:", ":{child}", "{child}:.:x"])
def test_modules_beside_the_deck_are_not_imported(
    trap: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    child = str(Path(__file__).parent / "child")
    monkeypatch.setenv("PYTHONPATH", path.format(child=child).replace(":", os.pathsep))
    with Worker() as worker:
        deck = read_deck(Path("deck.pptx"), worker)
        if "{child}" in path:
            folders = worker.call("sowhat.trials:path", list[str])
            assert child in folders
            assert not {"", ".", str(trap)} & set(folders)
    assert deck.slides[0].title == "Your week"
    assert not (trap / "caught").exists()


def test_nor_by_the_command(trap: Path) -> None:
    command = shutil.which("sowhat", path=str(Path(sys.executable).parent))
    if command is None:
        pytest.skip("the package is not installed here")
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    done = subprocess.run(
        [command, "audit", "deck.pptx", "--format", "json"],
        capture_output=True,
        env=environment,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Your week" in done.stdout
    assert not (trap / "caught").exists()
