from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from sowhat import opc
from sowhat.errors import DeckError
from sowhat.opc import archive as module
from tests.hostile.powerpoint.zips import Entry, bomb, entry, written

TYPES = entry("[Content_Types].xml", b"<Types/>")


def opened(path: Path, *items: Entry) -> opc.Archive:
    return opc.Archive(io.BytesIO(written([TYPES, *items], path / "a.zip").read_bytes()))


def test_no_more_is_unpacked_than_an_entry_says(tmp_path: Path) -> None:
    lying = replace(bomb("lying.xml", 300, b"<x/>"), size=4)
    archive = opened(tmp_path, lying, entry("true.xml", b"<x/>"))
    assert archive.read("lying.xml") is None  # its checksum is that of the whole
    assert archive.read("true.xml") == b"<x/>"


def test_what_is_unpacked_in_all_is_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_IN_ALL", 5_000)
    archive = opened(tmp_path, *(entry(f"{n}.png", bytes(2_000)) for n in range(3)))
    found = [archive.read(f"{n}.png") for n in range(3)]
    assert [data is not None for data in found] == [True, True, False]


def test_only_the_standards_packings_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("a.xml", "<x/>", zipfile.ZIP_LZMA)
    with opc.opened(path) as archive:
        assert archive.read("a.xml") is None


def test_a_long_list_of_entries_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_DIRECTORY", 100)
    monkeypatch.setattr(zipfile, "ZipFile", lambda _: pytest.fail("it was read"))
    with pytest.raises(DeckError, match="too-large"):
        opened(tmp_path, entry("a.xml", b"<x/>"), entry("b.xml", b"<x/>"))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("ppt\\a.xml", "ppt/a.xml"),
        ("/ppt/a.xml", "ppt/a.xml"),
        ("./ppt//a.xml", "ppt/a.xml"),
        ("../a.xml", None),
        ("ppt/../../a.xml", None),
        ("C:\\a.xml", None),
        ("ppt/line\nbreak.xml", None),
        ("ppt/", None),
    ],
)
def test_names_are_those_of_parts(tmp_path: Path, name: str, found: str | None) -> None:
    names = opened(tmp_path, entry(name, b"<x/>")).names
    assert names == ("[Content_Types].xml", *((found,) if found else ()))


def test_a_part_is_found_in_another_case(tmp_path: Path) -> None:
    archive = opened(tmp_path, entry("PPT/A.XML", b"<x/>"))
    assert archive.read("ppt/a.xml") == b"<x/>"
    assert archive.size("ppt/a.xml") == 4


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE x><x/>",
        b"<?xml version='1.0'?><!-- a --><!DOCTYPE x><x/>",
        "<!DOCTYPE x><x/>".encode("utf-16"),
        b"<?xml version='1.0' encoding='utf-7'?><x/>",
        b"<!-- never closed <!DOCTYPE x><x/>",
    ],
)
def test_document_types_and_odd_encodings_are_left_out(tmp_path: Path, data: bytes) -> None:
    assert opened(tmp_path, entry("a.xml", data)).xml("a.xml") is None


def test_words_about_document_types_are_read(tmp_path: Path) -> None:
    data = b"<x><![CDATA[<!DOCTYPE x>]]></x>"
    assert opened(tmp_path, entry("a.xml", data)).xml("a.xml") == data
