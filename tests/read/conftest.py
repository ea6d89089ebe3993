"""A factory of small decks and the reader without its worker."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pptx
import pytest
from PIL import Image

from sowhat.model import Deck
from sowhat.read.pptx import read

Build = Callable[[Any], None]
Change = Callable[[bytes], bytes | None]
Make = Callable[..., Path]
Edit = Callable[..., Path]
Read = Callable[..., Deck]


@pytest.fixture
def make_deck(tmp_path: Path) -> Make:
    """Save what ``build`` does to an empty presentation."""

    def make(build: Build, name: str = "deck.pptx") -> Path:
        presentation = pptx.Presentation()
        build(presentation)
        path = tmp_path / name
        presentation.save(str(path))
        return path

    return make


@pytest.fixture
def edit_parts(tmp_path: Path) -> Edit:
    """Copy a deck with some parts changed (None leaves one out) and others added."""

    def edit(
        path: Path,
        changes: Mapping[str, Change] | None = None,
        added: Mapping[str, bytes] | None = None,
        every: Change | None = None,
    ) -> Path:
        target = tmp_path / f"edited-{path.name}"
        with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as copy:
            for name in source.namelist():
                data: bytes | None = source.read(name)
                change = (changes or {}).get(name) or every
                if data is not None and change is not None:
                    data = change(data)
                if data is not None:
                    copy.writestr(name, data)
            for name, data in (added or {}).items():
                copy.writestr(name, data)
        return target

    return edit


@pytest.fixture
def read_pptx() -> Read:
    """Read in this process, without a worker."""

    def run(path: Path, pictures: bool = True) -> Deck:
        return read(str(path), None, pictures, lambda *_: None)

    return run


@pytest.fixture
def png() -> bytes:
    """A red picture of 30 by 20 pixels."""
    data = io.BytesIO()
    Image.new("RGB", (30, 20), "red").save(data, "PNG")
    return data.getvalue()
