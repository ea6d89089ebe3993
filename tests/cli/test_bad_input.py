"""Bad input: one clear sentence and what to do, exit code 3, and nothing is touched."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pikepdf
import pptx
import pytest

from sowhat.settings import AuditOptions
from tests.cli.conftest import Command, Doorbell

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
Bad = Callable[[Path, Path, Path], Path]


def put(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def ole(path: Path, stream: str) -> Path:
    return put(path, OLE + bytes(504) + stream.encode("utf-16-le") + bytes(512))


def no_slides(path: Path) -> Path:
    pptx.Presentation().save(str(path))
    return path


def other_package(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document/>")
    return path


def locked_pdf(path: Path, source: Path) -> Path:
    with pikepdf.open(source) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    return path


def broken_slide(path: Path, source: Path) -> Path:
    """Every slide's XML ends in its middle."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data[: len(data) // 2] if name.endswith(".xml") else data)
    return path


def folder(path: Path) -> Path:
    path.mkdir()
    return path


NOISE = random.Random(7).randbytes(5000)
CASES: dict[str, tuple[Bad, str]] = {
    "missing": (lambda at, *_: at / "none.pptx", "There is no file"),
    "missing folder": (lambda at, *_: at / "none" / "a.pptx", "There is no file"),
    "a folder": (lambda at, *_: folder(at / "decks.pptx"), "is a folder"),
    "empty": (lambda at, *_: put(at / "a.pptx", b""), "is empty"),
    "text": (lambda at, *_: put(at / "a.pptx", b"Dear Jane,\n"), "is not a presentation"),
    "noise": (lambda at, *_: put(at / "a.pdf", NOISE), "is not a presentation"),
    "a letter": (lambda at, *_: other_package(at / "a.pptx"), "is not a presentation"),
    "old": (lambda at, *_: ole(at / "a.ppt", "PowerPoint Document"), "old .ppt format"),
    "old, renamed": (lambda at, *_: ole(at / "a.pptx", "PowerPoint Document"), "old .ppt format"),
    "encrypted": (lambda at, *_: ole(at / "a.pptx", "EncryptedPackage"), "needs a password"),
    "encrypted PDF": (lambda at, _, pdf: locked_pdf(at / "a.pdf", pdf), "needs a password"),
    "cut": (lambda at, deck, _: put(at / "a.pptx", deck.read_bytes()[:9000]), "is damaged"),
    "only a head": (lambda at, *_: put(at / "a.pptx", b"PK\x03\x04" + NOISE), "is damaged"),
    "broken parts": (lambda at, deck, _: broken_slide(at / "a.pptx", deck), "is damaged"),
    "only a PDF's head": (lambda at, *_: put(at / "a.pdf", b"%PDF-1.7\n" + NOISE), "is damaged"),
    "no slides": (lambda at, *_: no_slides(at / "a.pptx"), "has no slides"),
}


def tree(folder: Path) -> dict[str, bytes | None]:
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


@pytest.mark.parametrize(("make", "expected"), CASES.values(), ids=CASES)
def test_bad_input(
    sowhat: Command,
    tmp_path: Path,
    vendor_pptx: Path,
    customer_pdf: Path,
    make: Bad,
    expected: str,
) -> None:
    path = make(tmp_path, vendor_pptx, customer_pdf)
    before = tree(tmp_path)
    said = sowhat("audit", path, "--format", "json")
    assert said.code == 3, said.err
    assert said.out == ""
    assert_clear(said.err, path, expected)
    assert tree(tmp_path) == before
    report = sowhat("report", path, "-o", tmp_path / "r.pdf")
    assert (report.code, report.out, report.err) == (3, "", said.err)
    assert tree(tmp_path) == before


def assert_clear(err: str, path: Path, expected: str) -> None:
    """One line: what happened to which file, and a second sentence with what to do."""
    line, end = err.split("\n")
    assert end == ""
    assert line.startswith(f"sowhat: {path} " if expected.startswith("is") else "sowhat: ")
    assert str(path) in line
    assert expected in line
    what, _, do = line.partition(f"{expected}")[2].partition(". ")
    assert len(do.split()) >= 4, (what, do)
    assert do.endswith(".")
    assert "Traceback" not in err


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file no one can read")
def test_unreadable(sowhat: Command, tmp_path: Path) -> None:
    path = tmp_path / "a.pptx"
    path.symlink_to("/proc/self/mem")  # its first byte is refused to the superuser too
    said = sowhat("audit", path)
    assert (said.code, said.out) == (3, "")
    assert_clear(said.err, path, "cannot be opened")


def test_a_wrong_extension_is_read_all_the_same(
    sowhat: Command, tmp_path: Path, vendor_pptx: Path, customer_pdf: Path
) -> None:
    decks = {"a.pdf": vendor_pptx, "b.pptx": customer_pdf, "c": customer_pdf}
    paths = [put(tmp_path / name, source.read_bytes()) for name, source in decks.items()]
    said = sowhat("audit", *paths)
    assert (said.code, said.err) == (0, "")


def test_one_bad_deck_of_several_does_not_cost_the_others(
    sowhat: Command, tmp_path: Path, vendor_pptx: Path
) -> None:
    empty = put(tmp_path / "empty.pptx", b"")
    missing = tmp_path / "none.pdf"
    said = sowhat("audit", empty, vendor_pptx, missing)
    assert said.code == 3
    assert "vendor.pptx" in said.out
    first, second = said.err.splitlines()
    assert str(empty) in first
    assert str(missing) in second


def test_a_name_that_steers_terminals_is_shown_without_effect(
    sowhat: Command, tmp_path: Path
) -> None:
    said = sowhat("audit", tmp_path / "\x1b]0;owned\x07\x9b31m.pptx")
    assert said.code == 3
    assert not {"\x1b", "\x07", "\x9b"} & set(said.err)


def test_a_mistake_of_ours_is_told_by_its_place_and_not_by_its_words(
    sowhat: Command, vendor_pptx: Path
) -> None:
    class Broken(Doorbell):
        def run(self, paths: Sequence[Path] = (), options: AuditOptions | None = None) -> int:
            raise ZeroDivisionError(f"words of the deck {paths} {options}")

    said = sowhat(vendor_pptx, window=Broken())
    assert (said.code, said.out) == (3, "")
    assert said.err.startswith("sowhat: SoWhat made a mistake (test_bad_input.py:")
    assert "ZeroDivisionError" in said.err
    assert "words of the deck" not in said.err
