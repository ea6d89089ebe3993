from collections.abc import Callable
from pathlib import Path

from sowhat import fonts
from sowhat.fonts import system

MakeFont = Callable[..., Path]


def test_faces_of_a_folder_by_name_and_style(make_font: MakeFont, tmp_path: Path) -> None:
    make_font("Acme Serif", "b.ttf")
    make_font("Acme Serif", "a.ttf", bold=True, italic=True)
    (tmp_path / "fonts" / "broken.otf").write_bytes(b"OTTO but no font")
    (tmp_path / "fonts" / "notes.txt").write_text("no font", encoding="utf-8")
    found = system.index(tmp_path)
    assert {family: sorted(styles) for family, styles in found.items()} == {
        "acme serif": [(False, False), (True, True)]
    }
    assert found["acme serif"][True, True].path.name == "a.ttf"


def test_a_collection_gives_each_of_its_faces(make_font: MakeFont, tmp_path: Path) -> None:
    from fontTools.ttLib import TTCollection, TTFont

    paths = [make_font("Acme One", "1.ttf"), make_font("Acme Two", "2.ttf", bold=True)]
    collection = TTCollection()
    collection.fonts = [TTFont(path) for path in paths]
    folder = tmp_path / "both"
    folder.mkdir()
    collection.save(str(folder / "acme.ttc"))
    collection.close()
    found = system.index(folder)
    two = found["acme two"][True, False]
    assert two.index == 1
    cut = tmp_path / "cut.ttf"
    cut.write_bytes(fonts.data(two))
    with TTFont(cut) as font:
        assert font["name"].getDebugName(1) == "Acme Two"


def test_a_missing_folder_holds_nothing(tmp_path: Path) -> None:
    assert system.index(tmp_path / "none") == {}


def test_folders_are_whole_paths() -> None:
    assert all(isinstance(folder, Path) and folder.is_absolute() for folder in system.folders())
