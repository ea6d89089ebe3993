from __future__ import annotations

import contextlib
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from sowhat.errors import DeckError
from sowhat.model import DeckKind
from sowhat.read import kind_of, read_deck
from sowhat.read.check import CHUNK, OLE
from sowhat.worker import Worker
from tests.read.conftest import Make


def refusal(path: Path) -> DeckError:
    with pytest.raises(DeckError) as caught:
        kind_of(path)
    return caught.value


def ole(path: Path, stream: str, before: int = 512) -> Path:
    path.write_bytes(OLE + bytes(before) + stream.encode("utf-16-le") + bytes(512))
    return path


def one_slide(presentation) -> None:  # type: ignore[no-untyped-def]
    slide = presentation.slides.add_slide(presentation.slide_layouts[5])
    slide.shapes.title.text = "Your closing takes nine days"


def test_each_refusal_names_the_file(tmp_path: Path) -> None:
    error = refusal(tmp_path / "none.pptx")
    assert (error.reason, error.values["path"]) == ("missing", str(tmp_path / "none.pptx"))


def test_folder_empty_and_other_bytes(tmp_path: Path) -> None:
    empty = tmp_path / "empty.pptx"
    empty.touch()
    text = tmp_path / "notes.pptx"
    text.write_text("hello")
    assert refusal(tmp_path).reason == "folder"
    assert refusal(empty).reason == "empty"
    assert refusal(text).reason == "not-a-deck"
    assert refusal(text / "deck.pptx").reason == "missing"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pptx")
    assert refusal(tmp_path / "pipe.pptx").reason == "not-a-deck"


@contextlib.contextmanager
def as_nobody() -> Iterator[None]:
    """The superuser may read everything: be someone else for a moment."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has other permissions")
def test_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "secret.pptx"
    path.write_bytes(b"PK\x03\x04")
    path.chmod(0)
    with as_nobody():
        error = refusal(path)
    assert error.reason == "unreadable"


def test_old_and_encrypted_files_are_told_apart(tmp_path: Path) -> None:
    assert refusal(ole(tmp_path / "a.ppt", "PowerPoint Document")).reason == "old-ppt"
    assert refusal(ole(tmp_path / "b.pptx", "EncryptedPackage")).reason == "password"
    assert refusal(ole(tmp_path / "c.doc", "WordDocument")).reason == "not-a-deck"


def test_a_stream_name_across_two_reads_is_found(tmp_path: Path) -> None:
    path = ole(tmp_path / "a.ppt", "PowerPoint Document", before=CHUNK - len(OLE) - 9)
    assert refusal(path).reason == "old-ppt"


def test_the_kind_comes_from_the_bytes(tmp_path: Path, make_deck: Make) -> None:
    pdf = tmp_path / "report.pptx"
    pdf.write_bytes(b"\r\n%PDF-1.7\n")
    assert kind_of(pdf) is DeckKind.PDF
    assert kind_of(make_deck(one_slide, "deck.pdf")) is DeckKind.PPTX


def test_a_wrong_extension_opens_in_the_worker(make_deck: Make) -> None:
    path = make_deck(one_slide, "deck.txt")
    before = path.read_bytes()
    steps: list[tuple[int, int]] = []
    with Worker() as worker:
        deck = read_deck(path, worker, progress=lambda done, total: steps.append((done, total)))
    assert deck.slides[0].title == "Your closing takes nine days"
    assert (deck.path, deck.kind, steps) == (str(path), DeckKind.PPTX, [(1, 1)])
    assert path.read_bytes() == before


def test_the_workers_refusals_name_the_file(tmp_path: Path, make_deck: Make) -> None:
    word = tmp_path / "letter.docx"
    with zipfile.ZipFile(word, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document/>")
    bare = tmp_path / "pictures.zip"
    with zipfile.ZipFile(bare, "w") as archive:
        archive.writestr("a.txt", "a")
    cut = tmp_path / "cut.pptx"
    cut.write_bytes(make_deck(one_slide).read_bytes()[:9000])
    nothing = make_deck(lambda _: None, "nothing.pptx")
    expected = {word: "not-a-deck", bare: "not-a-deck", cut: "damaged", nothing: "no-slides"}
    with Worker() as worker:
        for path, reason in expected.items():
            with pytest.raises(DeckError) as caught:
                read_deck(path, worker)
            assert (caught.value.reason, caught.value.values["path"]) == (reason, str(path))
