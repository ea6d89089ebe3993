from __future__ import annotations

import json
from pathlib import Path

import pytest

from sowhat import drafting
from sowhat.drafting import Drafted
from sowhat.errors import EndpointError, UsageError
from sowhat.model import Audit, MachineDraft
from sowhat.settings import Endpoint
from tests.drafting.conftest import MODEL

DRAFT = MachineDraft(1, "You close the books in 3 days.", MODEL, "a" * 32)
DONE = (
    Drafted(1, DRAFT.words, "You close the books in __ days.", DRAFT),
    Drafted(2, "b" * 32, "You can __.", problem=EndpointError("numbers", detail="14")),
    Drafted(3, "c" * 32, None, problem=EndpointError("empty-answer")),
)
CHOSEN = Endpoint("http://localhost:11434", MODEL, "sk-1")


def test_a_models_drafts_come_back(audit: Audit, tmp_path: Path) -> None:
    file = tmp_path / "drafts.json"
    file.write_bytes(drafting.encode(audit, CHOSEN, DONE))
    assert drafting.load(file) == (DRAFT,)


def test_the_file_says_what_came_of_each_slide(audit: Audit) -> None:
    data = drafting.encode(audit, CHOSEN, DONE)
    assert b"sk-1" not in data
    whole = json.loads(data)
    assert (whole["schema"], whole["model"], whole["masked"]) == ("sowhat.draft/1", MODEL, True)
    first, second, third = whole["slides"]
    assert (first["drafted_by"], first["draft"]) == (MODEL, DRAFT.text)
    assert (second["drafted_by"], second["draft"]) == (None, "You can __.")
    assert second["reason"] == "numbers"
    assert "14" in second["problem"]
    assert (third["drafted_by"], third["draft"]) == (None, None)


@pytest.mark.parametrize("data", [b"", b"{}", b'{"schema": "sowhat.draft/2"}', b"[" * 100_000])
def test_another_file_is_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "drafts.json"
    file.write_bytes(data)
    with pytest.raises(UsageError) as caught:
        drafting.load(file)
    assert caught.value.reason == "drafts"


def test_what_steers_a_terminal_is_refused(audit: Audit, tmp_path: Path) -> None:
    file = tmp_path / "drafts.json"
    file.write_bytes(drafting.encode(audit, CHOSEN, DONE).replace(b"You close", b"You \\u001b[2J"))
    with pytest.raises(UsageError):
        drafting.load(file)


def test_a_later_form_is_refused(audit: Audit, tmp_path: Path) -> None:
    file = tmp_path / "drafts.json"
    whole = drafting.encode(audit, CHOSEN, DONE).replace(b"draft/1", b"draft/2")
    file.write_bytes(whole)
    with pytest.raises(UsageError):
        drafting.load(file)
