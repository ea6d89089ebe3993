"""A model's server on this machine: it answers what it is told and keeps what it was asked."""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PATIENCE = 20.0  # seconds that a held answer waits for its release


def completion(content: object, finish: str = "stop") -> bytes:
    """Return an answer as servers give it."""
    choice = {"index": 0, "message": {"role": "assistant", "content": content}}
    return json.dumps({"choices": [{**choice, "finish_reason": finish}]}).encode()


@dataclass(frozen=True)
class Asked:
    """A request as it came in; header names are in small letters."""

    line: str
    head: dict[str, str]
    body: bytes

    @property
    def data(self) -> Any:
        """The body's JSON."""
        return json.loads(self.body)


@dataclass
class Server:
    """What the server answers next, and all it was asked. ``hold`` keeps it from answering."""

    url: str = ""
    status: int = 200
    body: bytes = b""
    head: dict[str, str] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    hold: bool = False
    came: threading.Event = field(default_factory=threading.Event)
    released: threading.Event = field(default_factory=threading.Event)

    def say(self, content: object, finish: str = "stop") -> None:
        """Answer with ``content`` from now on."""
        self.status, self.body = 200, completion(content, finish)

    def fail(self, status: int, body: bytes = b"", **head: str) -> None:
        """Answer with ``status`` from now on."""
        self.status, self.body, self.head = status, body, head


@contextmanager
def served(tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    """Serve on a free port of this machine until the block ends."""
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            head = {name.lower(): value for name, value in self.headers.items()}
            state.asked.append(Asked(self.requestline, head, body))
            state.came.set()
            if state.hold:
                state.released.wait(PATIENCE)
            try:
                self._answer()
            except OSError:
                self.close_connection = True  # who asked went away

        def _answer(self) -> None:
            self.send_response(state.status)
            for name, value in state.head.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Length", str(len(state.body)))
            self.end_headers()
            self.wfile.write(state.body)

        def log_message(self, *_: object) -> None:
            """Stay quiet."""

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """Stay quiet about who hangs up, as those do who do not trust the certificate."""

    server = Quiet(("127.0.0.1", 0), Handler)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    state.url = f"http{'s' if tls else ''}://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield state
    finally:
        state.released.set()
        server.shutdown()
        server.server_close()
        thread.join()
