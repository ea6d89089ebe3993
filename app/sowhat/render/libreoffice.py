"""LibreOffice, where the user turned it on: it draws a deck's slides as the pages of a PDF.

It is another program, and decks have made it fetch, hang and grow: it gets a deck that leads
nowhere, a profile that is thrown away, no network, no files but its own and fonts, limits of time
and memory; and what it did is judged by the number of pages. Where any of this fails the slides are
drawn as usual, and a gap tells why.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from weakref import WeakKeyDictionary

from sowhat import fonts
from sowhat.errors import DeckError, OutputError
from sowhat.model import Deck, DeckKind, Gap
from sowhat.paths import resources
from sowhat.worker import Patience, Reach, Worker
from sowhat.worker.program import UNCONFINED

GAP = "libreoffice"
SECONDS = 40.0  # for a deck
STARTS = 2  # a new profile makes it end and want to be started again
AGAIN = (79, 81)  # the exit codes that say so
SYSTEM = (
    "/usr", "/lib", "/lib64", "/proc", "/sys", "/dev", "/etc/fonts", "/etc/libreoffice",
    "/etc/ld.so.cache", "/etc/passwd", "/etc/nsswitch.conf", "/etc/localtime", "/etc/alternatives",
    "/var/cache/fontconfig", "/var/lib/libreoffice", "/var/spool/libreoffice",
)  # fmt: skip
LOADERS = ("/lib", "/lib64", "/usr/lib", "/usr/lib64")  # of shared libraries
PLACES = {
    "linux": (
        "/usr/lib/libreoffice/program/soffice.bin", "/usr/lib64/libreoffice/program/soffice.bin",
        "/opt/libreoffice*/program/soffice.bin", "/usr/local/lib/libreoffice/program/soffice.bin",
    ),
    "darwin": ("/Applications/LibreOffice*.app/Contents/MacOS/soffice",),
    "win32": ("Program Files/LibreOffice*/program/soffice.com",
              "Program Files (x86)/LibreOffice*/program/soffice.com"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pages:
    """A deck's slides as pages: the PDF, None where there is none, and the gap that says why."""

    path: Path | None = None
    gap: Gap | None = None


class LibreOffice:
    """Draws the decks of one worker, each once; what it made lies in the worker's room."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._made: dict[str, Pages] = {}
        self._lock = Lock()

    def pages(self, deck: Deck, password: str | None, patience: Patience) -> Pages:
        """Return the deck's pages; drawn at the first call. Raises ``CancelledError``."""
        with self._lock:
            if (known := self._made.get(deck.sha256)) is not None:
                return known
            hurried = patience.left < SECONDS  # then there may be more time later
            pages = self._drawn(deck, password, patience)
            if pages.path is not None or not hurried:
                self._made[deck.sha256] = pages
            return pages

    def _drawn(self, deck: Deck, password: str | None, patience: Patience) -> Pages:
        program = found()
        if program is None:
            return _without("missing")
        try:
            folder = self._worker.lasting_folder()
            source = folder / "deck.pptx"
            slides = self._worker.call(
                "sowhat.render.whole:prepare",
                int,
                within=min(SECONDS, patience.left),
                path=deck.path,
                out=str(source),
                password=password,
                sha256=deck.sha256,
            )
            reason = self._run(program, folder, source, min(SECONDS, patience.left))
            made = source.with_suffix(".pdf")
            source.unlink()  # a locked deck's copy is not
            if reason or not made.is_file():
                return _without(reason or "failed")
            told = self._worker.call("sowhat.render.whole:pages", int, path=str(made))
        except (DeckError, OutputError, OSError) as error:
            reason = error.reason if isinstance(error, DeckError) else "failed"
            return _without(reason if reason in ("too-slow", "too-large", "changed") else "failed")
        return Pages(made) if told == slides else _without("pages")

    def _run(self, program: Path, folder: Path, source: Path, seconds: float) -> str | None:
        """Have ``source`` drawn into ``folder``; return why that failed."""
        profile = folder / "profile"
        _furnish(profile)
        words = [str(program), f"-env:UserInstallation={profile.as_uri()}", *FLAGS]
        words += ["--convert-to", "pdf", "--outdir", str(folder), str(source)]
        patience = Patience(seconds)
        reach, variables = _reach(program, folder), _variables(folder)
        code = AGAIN[0]
        for _ in range(STARTS):
            if code in AGAIN:
                try:
                    code = self._worker.run(words, reach, variables, patience.left)
                finally:
                    _meeting_place(profile).unlink(missing_ok=True)
        return "unconfined" if code == UNCONFINED else None


FLAGS = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
_turned_on: WeakKeyDictionary[Worker, LibreOffice] = WeakKeyDictionary()


def turn(worker: Worker, *, on: bool) -> None:
    """Have the PowerPoint decks of a worker drawn by LibreOffice from now on, or no longer."""
    if not on:
        _turned_on.pop(worker, None)
    elif worker not in _turned_on:
        _turned_on[worker] = LibreOffice(worker)


def drawing(deck: Deck, worker: Worker) -> LibreOffice | None:
    """Return what draws ``deck``, None where that is turned off or it is no PowerPoint deck."""
    return _turned_on.get(worker) if deck.kind is DeckKind.PPTX else None


def found() -> Path | None:
    """Return LibreOffice's program where it is installed."""
    return next((path for path in _candidates() if path.is_file()), None)


def _candidates() -> Iterator[Path]:
    top = Path(os.environ.get("SYSTEMDRIVE", "C:") + "/") if sys.platform == "win32" else Path("/")
    for place in PLACES.get(sys.platform, ()):
        yield from sorted(top.glob(place.lstrip("/")), reverse=True)  # the newest first
    for name in ("soffice", "libreoffice"):
        if (named := shutil.which(name)) is not None:
            program = Path(named).resolve()
            # Its script starts it through others; itself it starts nothing.
            itself = program.with_name("soffice.bin")
            yield itself if sys.platform == "linux" and itself.is_file() else program


def _without(reason: str) -> Pages:
    return Pages(gap=Gap(f"{GAP}-{reason}"))


def _furnish(profile: Path) -> None:
    """Make a profile that is careful, and has the faces that stand in for those of decks."""
    user = profile / "user"
    user.mkdir(parents=True)
    shutil.copy(resources() / "libreoffice" / "registrymodifications.xcu", user)
    (user / "fonts").mkdir()
    for face in (resources() / "fonts").glob("*.ttf"):
        shutil.copy(face, user / "fonts")


def _meeting_place(profile: Path) -> Path:
    """Return the socket at which programs with this profile look for each other on Linux.

    It may make one in the folder for temporary files, but remove nothing there.
    """
    digest = hashlib.md5(profile.as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
    name = "".join(f"{byte:x}" for byte in digest)  # as it writes it, without zeros
    user = os.getuid() if sys.platform != "win32" else 0
    return Path("/tmp") / f"OSL_PIPE_{user}_SingleOfficeIPC_{name}"


def _reach(program: Path, folder: Path) -> Reach:
    home = program.resolve().parent.parent
    readable = (*SYSTEM, str(home), *map(str, fonts.folders()))
    return Reach(str(folder), readable, (*LOADERS, str(home)))


def _variables(folder: Path) -> dict[str, str]:
    """Return variables that keep it in its folder; the user's fonts are still found."""
    faces = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    folders = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), str(folder))
    return {**folders, "XDG_DATA_HOME": faces, "SAL_USE_VCLPLUGIN": "svp", "DISPLAY": ""}
