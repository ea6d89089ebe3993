import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from sowhat import fonts
from sowhat.fonts import stock
from sowhat.model import Gap

MakeFont = Callable[..., Path]


@pytest.mark.parametrize(
    ("family", "own"),
    [
        ("Calibri", "Carlito"),
        ("calibri light", "Carlito"),
        ("Arial", "Arimo"),
        ("Helvetica", "Arimo"),
        ("Segoe UI", "Arimo"),
        ("Open Sans", "Arimo"),
        ("Times New Roman", "Tinos"),
        ("Georgia", "Tinos"),
        ("Garamond", "Tinos"),
        ("Cambria", "Caladea"),
        ("Courier New", "Cousine"),
        ("Wingdings", "DejaVu Sans"),
        ("Quite Unheard Of Sans Serif", "Arimo"),
        ("QuiteUnheardMono", "Cousine"),
        ("Quite Unheard Serif", "Tinos"),
        ("Quite Unheard", "Arimo"),
        ("", "Arimo"),
    ],
)
def test_stand_ins(family: str, own: str) -> None:
    # Asked of the shipped fonts alone: the system may well have the family itself.
    assert own.casefold() == stock.stand_in(family)


def test_a_shipped_family_is_itself() -> None:
    face = fonts.find(" carlito ", bold=True, italic=True)
    assert (face.family, face.path.name, face.stand_in) == (
        "Carlito",
        "Carlito-BoldItalic.ttf",
        False,
    )


def test_the_nearest_style_is_taken_where_the_exact_one_lacks() -> None:
    assert fonts.find("Cousine", bold=True, italic=True).path.name == "Cousine-Bold.ttf"
    assert fonts.find("Cousine", italic=True).path.name == "Cousine-Regular.ttf"


def test_an_unknown_family_is_said() -> None:
    assert fonts.find("Quite Unheard").stand_in
    found = fonts.gaps(["Quite Unheard", "+mn-lt", "", "Carlito", "quite unheard"])
    assert found == (Gap("font", detail="Quite Unheard"),)


def test_every_shipped_face_is_what_the_table_says() -> None:
    from sowhat.fonts import tables

    for styles in stock.families().values():
        for (bold, italic), face in styles.items():
            named = tables.names(face)
            assert face.family in named.families
            assert (named.bold, named.italic) == (bold, italic)
    files = {face.path.name for face in fonts.shipped()}
    assert files == {path.name for path in stock.folder().glob("*.ttf")}


def test_licences_and_stand_ins_are_whole() -> None:
    names = " ".join(path.name for path in stock.folder().glob("LICENSE-*.txt"))
    data = tomllib.loads((stock.folder() / "families.toml").read_text(encoding="utf-8"))
    for family in data["shipped"]:
        assert family.split()[0] in names
    rules = [rule["family"] for rule in data["words"]]
    assert {*data["stand-ins"], *rules, data["fallback"], data["covers"][0]} <= set(data["shipped"])
    named = {name.casefold() for names in data["stand-ins"].values() for name in names}
    assert {name.casefold() for name in data["scales"]} <= named
    every = [name.casefold() for names in data["stand-ins"].values() for name in names]
    assert len(every) == len(set(every))


@pytest.mark.skipif(sys.platform != "linux", reason="the user's folder is redirected as on Linux")
def test_the_users_own_font_is_found_and_remembered(make_font: MakeFont, tmp_path: Path) -> None:
    make_font("Acme Slab", "acme.ttf")
    make_font("Acme Slab", "acme-bold.ttf", bold=True)
    (tmp_path / "fonts" / "broken.ttf").write_bytes(b"no font")
    code = "from sowhat.fonts import find; f = find('acme slab', bold=True); "
    code += "print(f.path.name, f.stand_in)"
    environment = {
        **os.environ,
        "XDG_DATA_HOME": str(tmp_path),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }

    def asked() -> str:
        command = [sys.executable, "-c", code]
        return subprocess.check_output(command, env=environment, text=True).strip()

    assert asked() == "acme-bold.ttf False"
    assert (tmp_path / "cache" / "SoWhat" / "fonts.json").is_file()
    assert asked() == "acme-bold.ttf False"
    (tmp_path / "fonts" / "acme.ttf").rename(tmp_path / "fonts" / "other.ttf")
    (tmp_path / "fonts" / "acme-bold.ttf").unlink()
    assert asked() == "other.ttf False"


def test_a_heavy_family_is_drawn_bold_even_where_it_is_plain() -> None:
    assert fonts.find("Quite Unheard Black").path.name == "Arimo-Bold.ttf"
    assert fonts.find("Quite UnheardSemiBold", italic=True).path.name == "Arimo-BoldItalic.ttf"


def test_signs_are_covered_by_what_ships() -> None:
    for sign in "✓→★☐◐▲●📊🚀💡":
        face = fonts.covering(sign)
        assert face is not None
        assert face in fonts.shipped()
    assert fonts.covering("\U0010ffff") is None
