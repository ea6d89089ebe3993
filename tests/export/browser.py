"""Chromium without a window, driven over its DevTools protocol through a pipe: no port, no driver.

It is Debian's package ``chromium``, or whatever browser of the family ``SOWHAT_CHROMIUM`` names.
"""

from __future__ import annotations

import base64
import importlib.util
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any, Self

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATIENCE = 60.0  # seconds for one answer
SWITCHES = (
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-sandbox",  # tests may run as root
    "--no-first-run",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-prefers-reduced-motion",
    "--force-device-scale-factor=1",
)

# It reads its orders from 3 and answers on 4.
START = """
import fcntl, os, sys
orders, answers = (fcntl.fcntl(int(n), fcntl.F_DUPFD_CLOEXEC, 10) for n in sys.argv[1:3])
os.dup2(orders, 3)
os.dup2(answers, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""


def found() -> str | None:
    """Return where the browser is, None where there is none."""
    named = os.environ.get("SOWHAT_CHROMIUM")
    if named or os.name == "nt":
        return named
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def serious(browser: Browser, what: str = "html") -> list[dict[str, Any]]:
    """Return axe-core's violations of level serious or critical, those of good practice too."""
    spec = importlib.util.find_spec("axe_playwright_python")
    assert spec is not None
    assert spec.submodule_search_locations
    folder = Path(spec.submodule_search_locations[0])
    browser.run((folder / "axe.min.js").read_text(encoding="utf-8"))
    result = json.loads(browser.run(f"axe.run('{what}').then(JSON.stringify)"))
    assert result["passes"]
    return [
        {"id": one["id"], "nodes": [node["html"][:200] for node in one["nodes"][:3]]}
        for one in result["violations"]
        if one["impact"] in ("serious", "critical")
    ]


class Browser:
    """One page of a browser; use it as a context. ``events`` are all that the page told."""

    def __init__(self, program: str) -> None:
        self._home = tempfile.TemporaryDirectory(
            prefix="sowhat-browser-", ignore_cleanup_errors=True
        )
        down, up = os.pipe(), os.pipe()  # what it reads, what it writes
        words = [program, *SWITCHES, f"--user-data-dir={self._home.name}", "about:blank"]
        self._child = subprocess.Popen(
            [sys.executable, "-c", START, str(down[0]), str(up[1]), *words],
            pass_fds=(down[0], up[1]),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(down[0])
        os.close(up[1])
        self._orders, self._answers = down[1], up[0]
        self._buffer = b""
        self._last = 0
        self._session: str | None = None
        self.events: list[dict[str, Any]] = []

    def __enter__(self) -> Self:
        try:
            target = self.call("Target.createTarget", url="about:blank")["targetId"]
            attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
            self._session = attached["sessionId"]
            for domain in ("Page", "Network", "Log", "Runtime"):
                self.call(f"{domain}.enable")
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Return the browser's answer to ``method``; raises ``RuntimeError`` for an error."""
        self._last += 1
        number = self._last
        order: dict[str, Any] = {"id": number, "method": method, "params": parameters}
        if self._session:
            order["sessionId"] = self._session
        data = json.dumps(order).encode() + b"\0"
        while data:
            data = data[os.write(self._orders, data) :]
        while (answer := self._next()).get("id") != number:
            self.events.append(answer)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        result: dict[str, Any] = answer["result"]
        return result

    def open(self, path: Path, *, width: int = 1280, height: int = 900, dark: bool = False) -> None:
        """Show the file in a window of that size, and wait until all of it is there."""
        phone = width < 500
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=2 if phone else 1,
            mobile=phone,
        )
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.call("Emulation.setEmulatedMedia", features=scheme)
        self.events.clear()
        self.call("Page.navigate", url=path.as_uri())
        while not self.told("Page.loadEventFired"):
            self.events.append(self._next())

    def told(self, method: str) -> list[dict[str, Any]]:
        """Return what the events of that name said."""
        return [event["params"] for event in self.events if event.get("method") == method]

    def run(self, script: str) -> Any:
        """Return the value of a script's last expression; a promise is waited for."""
        said = self.call(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in said:
            raise RuntimeError(said["exceptionDetails"])
        return said["result"].get("value")

    def click(self, what: str) -> None:
        """Click in the middle of the first element that ``what`` selects."""
        place = json.dumps(what)
        x, y = self.run(
            f"(() => {{ const one = document.querySelector({place});"
            "one.scrollIntoView({block: 'center'}); const r = one.getBoundingClientRect();"
            "return [r.x + r.width / 2, r.y + r.height / 2]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def picture(self, path: Path, *, whole: bool = True) -> None:
        """Save a picture of the page, or of what of it is in the window."""
        data = self.call("Page.captureScreenshot", captureBeyondViewport=whole)["data"]
        path.write_bytes(base64.b64decode(data))

    def _next(self) -> dict[str, Any]:
        """Return the next answer or event; raises ``RuntimeError`` where none comes."""
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._answers], [], [], PATIENCE)
            data = os.read(self._answers, 1 << 20) if ready else b""
            if not data:
                raise RuntimeError("the browser does not answer")
            self._buffer += data
        line, _, self._buffer = self._buffer.partition(b"\0")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _end(self) -> None:
        os.close(self._orders)  # it ends when its orders end
        try:
            self._child.wait(10)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()
        os.close(self._answers)
        self._home.cleanup()
