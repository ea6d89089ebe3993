"""Each hostile PDF ends in an audit or in a refusal with its reason, within limits."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Stream

from sowhat.engine import audit
from sowhat.export import report
from sowhat.settings import AuditOptions
from sowhat.worker import Worker
from tests.hostile import OPENS, Hostile
from tests.hostile.pdf import KINDS
from tests.hostile.running import held, run


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not kind.slow], ids=str)
def test_it_opens_or_is_refused(kind: Hostile, tmp_path: Path, worker: Worker) -> None:
    held(run(kind, tmp_path, worker), kind)


def test_a_locked_deck_is_shown_in_its_report(tmp_path: Path, worker: Worker) -> None:
    """The password opens it for the report too; the report itself opens without."""
    kind = next(kind for kind in KINDS if kind.password and kind.ends == OPENS)
    path = kind.make(tmp_path)
    found = audit(path, AuditOptions(decisions=(), password=kind.password), worker=worker)
    report.write(found, tmp_path / "report.pdf", worker, password=kind.password)
    with pikepdf.open(tmp_path / "report.pdf") as pdf:
        drawn = [item for item in pdf.objects if isinstance(item, Stream)]
        assert sum(b"(Your closing takes nine days)" in item.read_bytes() for item in drawn) >= 3
