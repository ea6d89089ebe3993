"""The whole program under strace, over decks that try: no network, no canary, no other program.

Once over decks of its own, once over some that the tests generate, and once with LibreOffice.
"""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pikepdf
import pytest

from sowhat.render import libreoffice
from tests import traced
from tests.private.generated import LIBREOFFICE, generated
from tests.private.odd_decks import DECKS, Canaries, Make

CALLS = "trace=%network,execve,execveat,open,openat,openat2,creat"
CALL = re.compile(r"^(?:\[pid +(?P<pid>\d+)\] |(?P<first>\d+) +)?(?P<call>\w+)\((?P<rest>.*)$")
FILE = re.compile(r'"((?:[^"\\]|\\.)*)", (O_[A-Z_|0-9]+)')
RESUMED = re.compile(r"<\.\.\. \w+ resumed>,?(.*)$")
WRITES = ("O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND")

SCRIPT = """
import sys
from pathlib import Path
from sowhat.__main__ import main
from sowhat.engine import audit
from sowhat.errors import SowhatError
from sowhat.export import copy, report
from sowhat.settings import AuditOptions
from sowhat.worker import Worker

out, decks = Path(sys.argv[1]), sys.argv[2:]
more, names = [word for word in decks if word.startswith("--")], WHOLE
decks = [deck for deck in decks if not deck.startswith("--")]
page = ["audit", *decks, "--format", "html", "-o", str(out / "pages"), "--no-ocr", *more]
sys.argv[1:] = page
print(main())
options = AuditOptions(libreoffice="--libreoffice" in more)
for name in names:
    with Worker() as worker:
        deck = next(Path(deck) for deck in decks if deck.endswith(name))
        found = audit(deck, options, worker=worker)
        report.write(found, out / f"{name}.report.pdf", worker)
        comments = not name.endswith(".pdf")
        target = out / f"copy-{deck.stem}{copy.ending(deck)}"
        copy.write(found, target, worker, comments=comments, order=True)
        print(name)
"""


@dataclass(frozen=True, slots=True)
class Run:
    """Decks to audit; ``whole`` are those that a report and a copy is made of. ``least`` are the
    pages that have to come of it, ``program`` is another one that may be started."""

    decks: dict[str, Make]
    whole: tuple[str, ...]
    least: int
    options: tuple[str, ...] = ()
    program: Path | None = None


def runs() -> dict[str, Run]:
    made = generated()
    drawn = {name: made[name] for name in made if name.rpartition(".")[0] in _WITH_OFFICE}
    drawn["drawing.pptx"] = DECKS["drawing.pptx"]
    office = libreoffice.found() or Path("soffice")
    return {
        "own": Run(DECKS, ("drawing.pptx", "acts.pdf"), 18),
        "generated": Run(made, ("a-deck-with-macros.pptm", "everything-that-acts.pdf"), 11),
        "libreoffice": Run(drawn, ("drawing.pptx",), 7, ("--libreoffice",), office),
    }


_WITH_OFFICE = {name.replace(" ", "-") for name in LIBREOFFICE}


@dataclass(frozen=True, slots=True)
class Trace:
    """What a run asked of the kernel, its exit code and words, and what the server was asked."""

    run: Run
    calls: list[tuple[str, str]]
    said: str
    asked: list[str]
    folder: Path
    canaries: Canaries

    def opened(self) -> list[tuple[str, str]]:
        """The files that were asked for, and how."""
        found = (FILE.search(rest) for call, rest in self.calls if call.startswith("open"))
        return [(match[1], match[2]) for match in found if match is not None]


@pytest.fixture(scope="module")
def asked() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine that notes what it is asked; its address."""
    heard: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(self.path)
            self.send_response(204)
            self.end_headers()

        do_POST = do_HEAD = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", heard
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module", params=["own", "generated", "libreoffice"])
def trace(
    tmp_path_factory: pytest.TempPathFactory,
    asked: tuple[str, list[str]],
    request: pytest.FixtureRequest,
) -> Trace:
    """Audit all decks to pages; of some make report and copy, too: all that touches their bytes."""
    traced.require()
    run = runs()[request.param]
    if run.program is not None and not run.program.is_file():
        pytest.skip("LibreOffice is not installed here")
    folder = tmp_path_factory.mktemp("traced")
    canaries = _canaries(folder / "canaries", asked[0])
    decks = folder / "decks"
    for made in (decks, folder / "out", folder / "temporary", folder / "home"):
        made.mkdir()
    for name, make in run.decks.items():
        make(decks / name, canaries)
    log = folder / "log"
    options = ["-f", "--seccomp-bpf", "-y", "-s", "4096", "-e", CALLS, "-o", str(log)]
    paths = [*run.options, *(str(decks / name) for name in run.decks)]
    home = str(folder / "home")
    done = traced.run(
        options,
        ["-c", SCRIPT.replace("WHOLE", repr(run.whole)), str(folder / "out"), *paths],
        HOME=home,
        XDG_CACHE_HOME=f"{home}/cache",
        SOWHAT_DATA=f"{home}/data",
        TMPDIR=str(folder / "temporary"),
        PYTHONDONTWRITEBYTECODE="1",
    )
    assert done.returncode == 0, done.stderr
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    matches = (CALL.match(line) for line in _joined(lines))
    calls = [(match["call"], match["rest"]) for match in matches if match is not None]
    return Trace(run, calls, done.stdout, asked[1], folder, canaries)


def _joined(lines: Iterable[str]) -> Iterator[str]:
    """Yield calls on one line each: one that another thread's came between is told in two."""
    begun: dict[str, str] = {}
    for line in lines:
        pid, _, rest = line.partition(" ")
        if rest.endswith(" <unfinished ...>"):
            begun[pid] = line.removesuffix(" <unfinished ...>")
        elif (end := RESUMED.match(rest.lstrip())) is not None and pid in begun:
            yield begun.pop(pid) + end[1]
        else:
            yield line
    yield from begun.values()


def _canaries(folder: Path, address: str) -> Canaries:
    folder.mkdir()
    file, program = folder / "picture.png", folder / "run.sh"
    file.write_bytes(b"\x89PNG the canary")
    program.write_text(f"#!/bin/sh\ntouch {folder}/ran\n")
    program.chmod(0o755)
    return Canaries(address, file, program)


def test_all_was_done(trace: Trace) -> None:
    """The decks were read, drawn, reported on and copied, or refused: the rest means something."""
    code, *done = trace.said.split()
    assert int(code) in (0, 3)
    assert len(done) == len(trace.run.whole)
    assert len(list((trace.folder / "out" / "pages").glob("*.html"))) >= trace.run.least
    assert len(trace.calls) > 1000
    assert {path for path, _ in trace.opened()} >= {
        str(trace.folder / "decks" / name) for name in trace.run.decks
    }


def test_no_one_connects(trace: Trace) -> None:
    """Nor asks for an address. A library looks, by a socket of its own, whether IPv6 is there."""
    assert trace.asked == []
    probes = [rest for call, rest in trace.calls if call == "bind" and '"::1"' in rest]
    inet = [rest for call, rest in trace.calls if call == "socket" and "AF_INET" in rest]
    assert len(probes) == len(inet) <= 1
    spoken = {"connect", "sendto", "sendmsg", "sendmmsg", "listen", "accept", "accept4"}
    said = [f"{call}({rest}" for call, rest in trace.calls if call in spoken and "nscd" not in rest]
    if trace.run.program is not None:  # it waits for its likes, at a socket that is a file
        within = ("listen(", "accept(", "SingleOfficeIPC")
        said = [rest for rest in said if not any(one in rest for one in within)]
    assert said == []


def test_no_canary_is_opened(trace: Trace) -> None:
    folder = str(trace.canaries.file.parent)
    opened = [path for path, _ in trace.opened()]
    assert [path for path in opened if folder in path or "canary" in path] == []
    assert not (trace.canaries.file.parent / "ran").exists()


def test_no_program_is_started_but_the_workers(trace: Trace) -> None:
    started = [rest for call, rest in trace.calls if call.startswith("exec")]
    mine = f'"{sys.executable}"'
    others = [rest for rest in started if not rest.startswith(mine)]
    allowed = () if trace.run.program is None else (f'"{trace.run.program}"',)
    assert [rest for rest in others if not rest.startswith(allowed)] == []
    launchers = [rest for rest in started if "run_module('sowhat.worker.launched'" in rest]
    assert len(launchers) == len(others)
    assert bool(others) is (trace.run.program is not None)
    workers = [rest for rest in started if "run_module('sowhat.worker'" in rest]
    assert len(workers) == len(started) - len(launchers) - len(others) - 1  # the program itself
    assert len(trace.run.decks) <= len(workers) <= 2 * len(trace.run.decks) + 4


def test_decks_are_opened_for_reading_only_and_nothing_is_written_elsewhere(trace: Trace) -> None:
    allowed = tuple(str(trace.folder / name) for name in ("out", "home", "temporary"))
    calls = [rest for call, rest in trace.calls if call.startswith("open")]
    if trace.run.program is not None:  # it tries to write to its own installation, in vain
        calls = [rest for rest in calls if " = -1 E" not in rest]
    opened = [match for rest in calls if (match := FILE.search(rest)) is not None]
    written = [match[1] for match in opened if any(flag in match[2] for flag in WRITES)]
    strangers = [path for path in written if not path.startswith((*allowed, "/dev/null"))]
    assert strangers == []
    assert sorted(file.name for file in (trace.folder / "decks").iterdir()) == sorted(
        trace.run.decks
    )


def test_nothing_that_was_made_leads_anywhere_else(trace: Trace) -> None:
    """Links of a deck are text in pages and reports; only the copies have them as the deck does."""
    pages = {page.name for page in (trace.folder / "out" / "pages").iterdir()}
    for name in pages:
        said = (trace.folder / "out" / "pages" / name).read_text(encoding="utf-8")
        targets = re.findall(r"""(?:href|src|action|url)\s*[=(]\s*["']?([^"'\s>)]+)""", said)
        outside = [to for to in targets if not to.startswith(("#", "data:image/", "data:font/"))]
        assert set(outside) <= pages, name
    for report in (trace.folder / "out").glob("*.report.pdf"):
        with pikepdf.open(report) as pdf:
            notes = [note for page in pdf.pages for note in page.obj.get("/Annots", [])]
            kinds = {str(note.A.S) for note in notes if "/A" in note}
        assert kinds <= {"/GoTo"}


def test_nothing_temporary_is_left(trace: Trace) -> None:
    assert list((trace.folder / "temporary").iterdir()) == []
