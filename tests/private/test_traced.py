"""The whole program under strace, over decks that try: no network, no canary, no other program."""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pikepdf
import pytest

from tests import traced
from tests.private.odd_decks import DECKS, Canaries

CALLS = "trace=%network,execve,execveat,open,openat,openat2,creat"
CALL = re.compile(r"^(?:\[pid +(?P<pid>\d+)\] |(?P<first>\d+) +)?(?P<call>\w+)\((?P<rest>.*)$")
FILE = re.compile(r'"((?:[^"\\]|\\.)*)", (O_[A-Z_|0-9]+)')
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
sys.argv[1:] = ["audit", *decks, "--format", "html", "-o", str(out / "pages"), "--no-ocr"]
print(main())
for name in ("drawing.pptx", "acts.pdf"):
    with Worker() as worker:
        deck = next(Path(deck) for deck in decks if deck.endswith(name))
        found = audit(deck, AuditOptions(), worker=worker)
        report.write(found, out / f"{name}.report.pdf", worker)
        comments = name.endswith(".pptx")
        copy.write(found, out / f"copy-{name}", worker, comments=comments, order=True)
        print(name)
"""


@dataclass(frozen=True, slots=True)
class Trace:
    """What a run asked of the kernel, its exit code and words, and what the server was asked."""

    calls: list[tuple[str, str]]
    said: str
    asked: list[str]
    folder: Path
    canaries: Canaries

    def opened(self) -> list[tuple[str, str]]:
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


@pytest.fixture(scope="module")
def trace(tmp_path_factory: pytest.TempPathFactory, asked: tuple[str, list[str]]) -> Trace:
    """Audit all decks to pages; of some make report and copy, too: all that touches their bytes."""
    traced.require()
    folder = tmp_path_factory.mktemp("traced")
    canaries = _canaries(folder / "canaries", asked[0])
    decks = folder / "decks"
    for made in (decks, folder / "out", folder / "temporary", folder / "home"):
        made.mkdir()
    for name, make in DECKS.items():
        make(decks / name, canaries)
    log = folder / "log"
    options = ["-f", "--seccomp-bpf", "-y", "-s", "4096", "-e", CALLS, "-o", str(log)]
    paths = [str(decks / name) for name in DECKS]
    home = str(folder / "home")
    done = traced.run(
        options,
        ["-c", SCRIPT, str(folder / "out"), *paths],
        HOME=home,
        XDG_CACHE_HOME=f"{home}/cache",
        SOWHAT_DATA=f"{home}/data",
        TMPDIR=str(folder / "temporary"),
        PYTHONDONTWRITEBYTECODE="1",
    )
    assert done.returncode == 0, done.stderr
    calls = [
        (match["call"], match["rest"])
        for line in log.read_text(encoding="utf-8", errors="replace").splitlines()
        if (match := CALL.match(line)) is not None
    ]
    return Trace(calls, done.stdout, asked[1], folder, canaries)


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
    assert len(done) == 2
    assert len(list((trace.folder / "out" / "pages").glob("*.html"))) >= 18
    assert len(trace.calls) > 1000
    assert {path for path, _ in trace.opened()} >= {
        str(trace.folder / "decks" / name) for name in DECKS
    }


def test_no_one_connects(trace: Trace) -> None:
    """Nor asks for an address. A library looks, by a socket of its own, whether IPv6 is there."""
    assert trace.asked == []
    probes = [rest for call, rest in trace.calls if call == "bind" and '"::1"' in rest]
    inet = [rest for call, rest in trace.calls if call == "socket" and "AF_INET" in rest]
    assert len(probes) == len(inet) <= 1
    spoken = {"connect", "sendto", "sendmsg", "sendmmsg", "listen", "accept", "accept4"}
    assert [rest for call, rest in trace.calls if call in spoken and "nscd" not in rest] == []


def test_no_canary_is_opened(trace: Trace) -> None:
    folder = str(trace.canaries.file.parent)
    assert [path for path, _ in trace.opened() if folder in path or "canary" in path] == []
    assert not (trace.canaries.file.parent / "ran").exists()


def test_no_program_is_started_but_the_workers(trace: Trace) -> None:
    started = [rest for call, rest in trace.calls if call.startswith("exec")]
    mine = f'"{sys.executable}"'
    assert [rest for rest in started if not rest.startswith(mine)] == []
    workers = [rest for rest in started if "run_module('sowhat.worker'" in rest]
    assert len(workers) == len(started) - 1  # the program itself
    assert len(DECKS) <= len(workers) <= 2 * len(DECKS) + 4


def test_decks_are_opened_for_reading_only_and_nothing_is_written_elsewhere(trace: Trace) -> None:
    allowed = tuple(str(trace.folder / name) for name in ("out", "home", "temporary"))
    written = [path for path, flags in trace.opened() if any(flag in flags for flag in WRITES)]
    strangers = [path for path in written if not path.startswith((*allowed, "/dev/null"))]
    assert strangers == []
    assert sorted(file.name for file in (trace.folder / "decks").iterdir()) == sorted(DECKS)


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
