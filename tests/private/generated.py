"""Of the hostile decks that the tests make, those that try to get out, aimed at the canaries."""

from __future__ import annotations

import re
import tempfile
import zipfile
from pathlib import Path

from tests.hostile import Hostile
from tests.hostile.pdf import KINDS as PDF
from tests.hostile.powerpoint import KINDS as POWERPOINT
from tests.private.odd_decks import Canaries, Make

NASTIEST = (  # what the decks of ``odd_decks`` do not try already
    "inclusions and style sheets", "names that lead outside", "backslashes in names",
    "an SVG that leads outside", "an SVG with scripts", "pictures from elsewhere",
    "pictures embedded from elsewhere", "links of all kinds", "clicks that run programs",
    "a template from elsewhere", "objects from elsewhere", "a deck with macros",
    "everything that acts", "contents in another file",
)  # fmt: skip
LIBREOFFICE = (
    "inclusions and style sheets", "an SVG that leads outside", "pictures from elsewhere",
    "pictures embedded from elsewhere", "links of all kinds", "objects from elsewhere",
)  # fmt: skip
ELSEWHERE = re.compile(rb"http://127\.0\.0\.1:9|file:///etc/passwd|(?:\.\./)*/?etc/passwd")


def generated() -> dict[str, Make]:
    """Return what makes each of them, by the name of its file."""
    kinds = {kind.name: kind for kind in (*POWERPOINT, *PDF)}
    return {name_of(kinds[name]): _aimed(kinds[name]) for name in NASTIEST}


def name_of(kind: Hostile) -> str:
    """Return the name of the file that a kind is saved as."""
    ending = ".pdf" if kind in PDF else ".pptm" if "macros" in kind.name else ".pptx"
    return kind.name.replace(" ", "-") + ending


def _aimed(kind: Hostile) -> Make:
    def make(path: Path, canaries: Canaries) -> None:
        with tempfile.TemporaryDirectory() as folder:
            made = kind.make(Path(folder))
            if kind in PDF:  # its table tells where each byte is: it stays aimed as it was
                path.write_bytes(made.read_bytes())
            else:
                _aim(made, path, canaries)

    return make


def _aim(made: Path, path: Path, canaries: Canaries) -> None:
    """Save a package with the canaries in place of what it names elsewhere."""

    def instead(found: re.Match[bytes]) -> bytes:
        if found[0].startswith(b"http"):
            return canaries.address.encode()
        return (canaries.uri if found[0].startswith(b"file") else str(canaries.file)).encode()

    with zipfile.ZipFile(made) as source, zipfile.ZipFile(path, "w") as target:
        for info in source.infolist():
            target.writestr(info, ELSEWHERE.sub(instead, source.read(info)))
