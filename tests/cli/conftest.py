"""The command line, run in this process, with a window that only notes what it was asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from sowhat.cli import main
from sowhat.settings import AuditOptions


@dataclass
class Doorbell:
    """Stands where the window would be."""

    code: int = 0
    way: str | None = None
    rung: list[tuple[tuple[Path, ...], AuditOptions | None]] = field(default_factory=list)

    def run(self, paths: Sequence[Path] = (), options: AuditOptions | None = None) -> int:
        self.rung.append((tuple(paths), options))
        return self.code

    def obstacle(self) -> str | None:
        return self.way


@dataclass(frozen=True)
class Said:
    """How a command went."""

    code: int
    out: str
    err: str


Command = Callable[..., Said]


@pytest.fixture(autouse=True)
def own_data(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOWHAT_DATA", str(tmp_path_factory.mktemp("kept")))


@pytest.fixture
def sowhat(capsys: pytest.CaptureFixture[str]) -> Command:
    """Run ``sowhat`` with the given words."""

    def run(*words: object, window: Doorbell | None = None) -> Said:
        try:
            code = main([str(word) for word in words], window or Doorbell())
        except SystemExit as end:  # argparse leaves so
            code = int(end.code or 0)
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return run
