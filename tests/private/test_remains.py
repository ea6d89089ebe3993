"""Nothing of a deck outlives the work on it, except what was asked for; no log tells its words."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pptx
import pytest
from pikepdf import Name
from PIL import Image
from pptx.util import Inches

import sowhat

CANARY = "Zebrafinch"
NAMES = (CANARY, CANARY.lower(), CANARY.upper())


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """What belongs to a user: a home, a folder for temporary files, decks and results."""
    for name in ("home", "temporary", "decks", "results"):
        (tmp_path / name).mkdir()
    return tmp_path


def _deck(folder: Path) -> Path:
    """A deck that says the canary in every way it can."""
    deck = pptx.Presentation()
    picture = folder / f"{CANARY}.png"
    Image.new("RGB", (90, 60), "teal").save(picture)
    for number in range(3):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = f"{CANARY} {number}: your nine days"
        slide.placeholders[1].text = f"{CANARY} re-keys 1,200 invoices. We are {CANARY}."
        slide.notes_slide.notes_text_frame.text = f"Ask {CANARY} first."
        shown = slide.shapes.add_picture(str(picture), 0, 0, Inches(2), Inches(1))
        shown._element.nvPicPr.cNvPr.set("descr", f"{CANARY}'s logo")
    deck.core_properties.author = deck.core_properties.title = CANARY
    path = folder / "deck.pptx"
    deck.save(str(path))
    picture.unlink()
    return path


def _environment(home: Path) -> dict[str, str]:
    user = home / "home"
    return {
        **os.environ,
        "PYTHONPATH": str(Path(sowhat.__file__).parents[1]),
        "HOME": str(user),
        "XDG_CACHE_HOME": str(user / "cache"),
        "XDG_DATA_HOME": str(user / "data"),
        "SOWHAT_DATA": str(user / "data" / "SoWhat"),
        "TMPDIR": str(home / "temporary"),
        "SOWHAT_DEBUG": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def _run(home: Path, *words: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "sowhat", *map(str, words)],
        capture_output=True,
        env=_environment(home),
        cwd=home / "decks",
        check=False,
        timeout=110,
    )


def _telling(folder: Path) -> Iterator[Path]:
    """Find files that hold the canary in any usual encoding, or in their name."""
    said = [name.encode(code) for name in NAMES for code in ("utf-8", "utf-16-le", "utf-16-be")]
    for file in folder.rglob("*"):
        named = any(name in file.name for name in NAMES)
        if named or (file.is_file() and any(one in file.read_bytes() for one in said)):
            yield file


def test_nothing_of_a_deck_remains(home: Path) -> None:
    deck = _deck(home / "decks")
    before = deck.read_bytes(), deck.stat().st_mtime_ns
    said = _run(home, "report", deck, "-o", home / "results" / "report.pdf")
    assert said.returncode == 0
    assert not any(name.encode() in said.stdout + said.stderr for name in NAMES)
    with pikepdf.open(home / "results" / "report.pdf") as report:
        assert len(report.pages) > 3
    assert list(_telling(home / "home")) == []
    assert list((home / "temporary").iterdir()) == []
    assert (deck.read_bytes(), deck.stat().st_mtime_ns) == before
    assert [file.name for file in (home / "decks").iterdir()] == ["deck.pptx"]
    kept = {file.relative_to(home / "home").parts[:2] for file in (home / "home").rglob("*.*")}
    assert kept <= {("cache", "SoWhat")}


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signals")
def test_what_a_killed_program_left_is_gone_after_the_next_start(home: Path) -> None:
    """It is killed when its first temporary picture of a slide is there."""
    deck = _deck(home / "decks")
    script = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from sowhat.engine import audit\n"
        "from sowhat.export import report\n"
        "from sowhat.settings import AuditOptions\n"
        "from sowhat.worker import Worker\n"
        "with Worker() as worker:\n"
        "    found = audit(sys.argv[1], AuditOptions(pictures=False), worker=worker)\n"
        "    die = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "    report.write(found, Path(sys.argv[2]), worker, die)\n"
    )
    out = home / "results" / "report.pdf"
    killed = subprocess.run(
        [sys.executable, "-c", script, deck, out],
        env=_environment(home),
        capture_output=True,
        check=False,
        timeout=110,
    )
    assert killed.returncode == -signal.SIGKILL
    assert list((home / "temporary").rglob("*.*"))
    assert list((home / "results").iterdir()) == []
    start = "from sowhat.worker import Worker\nwith Worker() as worker: worker.start()"
    subprocess.run([sys.executable, "-c", start], env=_environment(home), check=True, timeout=60)
    assert list((home / "temporary").iterdir()) == []


def test_reports_and_copies_carry_nothing_that_acts(home: Path) -> None:
    """Scripts, programs to start, forms that send and files within stay behind."""
    from tests.private.odd_decks import DECKS, Canaries

    program = home / "run.sh"
    program.write_text("#!/bin/sh\n")
    canaries = Canaries("http://canary.invalid", home / "canary.png", program)
    deck = home / "decks" / "acts.pdf"
    DECKS[deck.name](deck, canaries)
    assert {"/JavaScript", "/Launch", "/OpenAction", "/EmbeddedFiles", "/XFA"} <= set(_acting(deck))
    report = _run(home, "report", deck, "-o", home / "results" / "report.pdf", "--no-pictures")
    copied = _run(
        home, "copy", deck, "-o", home / "results" / "copy.pdf", "--order", "--no-pictures"
    )
    assert (report.returncode, copied.returncode) == (0, 0)
    for path in (home / "results").iterdir():
        assert list(_acting(path)) == [], path.name


ACTS = {"/JavaScript", "/JS", "/Launch", "/SubmitForm", "/ImportData", "/OpenAction", "/AA",
        "/EmbeddedFiles", "/EmbeddedFile", "/XFA", "/RichMedia"}  # fmt: skip


def _acting(path: Path) -> Iterator[str]:
    with pikepdf.open(path) as pdf:
        for thing in pdf.objects:
            yield from _acts_in(thing)


def _acts_in(thing: object) -> Iterator[str]:
    """Find what acts in an object of a file and in what is written into it."""
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        yield from ACTS & {str(key) for key in thing}
        said = (thing.get(Name(key), None) for key in ("/S", "/Type", "/Subtype"))
        yield from ACTS & {str(value) for value in said}
        parts: list[object] = [thing.get(Name(str(key))) for key in thing]
    else:
        parts = [*thing] if isinstance(thing, pikepdf.Array) else []
    for part in parts:
        if isinstance(part, pikepdf.Object) and not part.is_indirect:
            yield from _acts_in(part)
