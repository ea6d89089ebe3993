"""Programs run under strace: what they ask of the kernel, and what happens when that fails."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

import sowhat


@cache
def obstacle() -> str | None:
    """Say why nothing can be traced here, None where it can."""
    if sys.platform != "linux":
        return "strace is Linux'"
    strace = shutil.which("strace")
    if strace is None:
        return "strace is not installed"
    tried = subprocess.run([strace, "-qq", "true"], capture_output=True, check=False, timeout=30)
    return None if tried.returncode == 0 else "this machine lets no process be traced"


def require() -> None:
    """Skip the test where nothing can be traced; where ``CI`` is set that is a failure."""
    if (reason := obstacle()) is not None:
        if os.environ.get("CI") and sys.platform == "linux":
            pytest.fail(reason)
        pytest.skip(reason)


def run(
    options: Sequence[str], command: Sequence[str], **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run Python with ``command`` under strace with ``options``, in this checkout's sources."""
    root = Path(sowhat.__file__).parents[1]
    return subprocess.run(
        ["strace", "-qq", *options, sys.executable, *command],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(root), **environment},
        check=False,
        timeout=110,
    )
