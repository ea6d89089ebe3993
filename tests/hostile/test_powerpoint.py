"""Each hostile PowerPoint file ends in an audit or in a refusal with its reason, within limits."""

from __future__ import annotations

from pathlib import Path

import pytest

from sowhat.worker import Worker
from tests.hostile import Hostile
from tests.hostile.powerpoint import KINDS
from tests.hostile.running import held, run


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not kind.slow], ids=str)
def test_it_opens_or_is_refused(kind: Hostile, tmp_path: Path, worker: Worker) -> None:
    held(run(kind, tmp_path, worker), kind)
