"""Pictures of every page, panel and dialog: ``python -m tests.screenshots FOLDER``.

On the samples, in light, dark, high contrast, and with words twice as large. ``--only PART`` makes
those whose name has PART in it; ``--keep`` writes the README's into resources/screenshots.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["SOWHAT_PLAIN_DIALOGS"] = "1"

from PIL import Image
from PySide6.QtWidgets import QApplication

from sowhat.gui.theme import Theme
from sowhat.paths import resources
from tests.screenshots.shots import KEPT, SHOTS
from tests.screenshots.stage import Stage

LOOKS = {
    "light": ("light", 1.0),
    "dark": ("dark", 1.0),
    "contrast": ("contrast", 1.0),
    "large": ("light", 2.0),
}
COLOURS = 256  # of a picture that is kept
METHOD = Image.Quantize.MAXCOVERAGE  # else small things in a colour of their own lose it
ROUNDS = 4  # of k-means after it, for large grounds


def main() -> int:
    """Make them; print where each is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", metavar="PART")
    parser.add_argument("--keep", action="store_true")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data, tempfile.TemporaryDirectory() as folder:
        os.environ["SOWHAT_DATA"] = data
        application = QApplication([])
        stage = Stage(Theme(application, Theme.LIGHT), Path(folder))
        for look, (theme, size) in LOOKS.items():
            _shoot(stage, asked.folder, look, asked.only, theme, size)
    if asked.keep:
        _keep(asked.folder)
    return 0


def _shoot(stage: Stage, folder: Path, look: str, only: str, theme: str, size: float) -> None:
    for name, shot in SHOTS.items():
        file = folder / f"{name}-{look}.png"
        if only in file.stem:
            _forget(Path(os.environ["SOWHAT_DATA"]))
            stage.set(theme, size)
            stage.take(shot(stage)).save(str(file))
            stage.clear()
            print(file)


def _forget(data: Path) -> None:
    """Begin each picture without what was decided in another: ``data`` is a folder of ours."""
    for one in data.iterdir():
        shutil.rmtree(one) if one.is_dir() else one.unlink()


def _keep(folder: Path) -> None:
    """Write the best ones, small, beside the program's other resources."""
    target = resources() / "screenshots"
    target.mkdir(exist_ok=True)
    for name in KEPT:
        with Image.open(folder / f"{name}.png") as picture:
            small = picture.convert("RGB").quantize(
                COLOURS, METHOD, ROUNDS, dither=Image.Dither.NONE
            )
            small.save(target / f"{name}.png", optimize=True)
        print(target / f"{name}.png")


if __name__ == "__main__":
    sys.exit(main())
