from __future__ import annotations

import platform
import subprocess
import sys

import pytest

COUNT = """
import resource
from sowhat.worker.memory import keep_freed
keep_freed()
def faults():
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt
bytearray(4_000_000)
before = faults()
for _ in range(50):
    one, other = bytearray(4_000_000), bytearray(4_000_000)
    del one, other
print(faults() - before)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other libraries decide themselves")
def test_what_is_freed_is_used_again() -> None:
    done = subprocess.run(
        [sys.executable, "-c", COUNT], capture_output=True, encoding="utf-8", check=True, timeout=60
    )
    pages = 2 * 4_000_000 // 4096
    assert int(done.stdout) < 3 * pages  # not once in each of 50 rounds
