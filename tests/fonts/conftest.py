from collections.abc import Callable
from pathlib import Path

import pytest

from sowhat import fonts


@pytest.fixture
def make_font(tmp_path: Path) -> Callable[..., Path]:
    """Write a font of another name, made from a shipped one, and return its path."""
    from fontTools.ttLib import TTFont

    def make(family: str, name: str, *, bold: bool = False, italic: bool = False) -> Path:
        source = fonts.find("Caladea", bold=bold, italic=italic)
        path: Path = tmp_path / "fonts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with TTFont(source.path) as font:
            for number in (1, 16):
                font["name"].setName(family, number, 3, 1, 0x409)
            font.save(path)
        return path

    return make
