from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from sowhat import drafting
from sowhat.drafting import Kept
from sowhat.errors import OutputError
from sowhat.settings import Endpoint

WHOLE = Endpoint(
    "https://models.example",
    "llama3.2",
    "sk-1",
    mask=False,
    also=("Blue Book",),
    unencrypted=True,
    proxy=True,
    seconds=30.0,
)


def test_nothing_is_set_up_at_first() -> None:
    assert drafting.kept() == Kept()
    assert not drafting.kept().endpoint.on


def test_what_is_set_up_comes_back(own_data: Path) -> None:
    drafting.keep(Kept(WHOLE).shown(WHOLE))
    assert drafting.kept() == Kept(WHOLE).shown(WHOLE)
    assert [file.name for file in own_data.iterdir()] == ["endpoint.json"]


@pytest.mark.skipif(os.name == "nt", reason="the user's folder is private there by itself")
def test_nobody_else_may_read_it(own_data: Path) -> None:
    drafting.keep(Kept(WHOLE))
    drafting.keep(Kept(replace(WHOLE, model="other")))
    assert stat.S_IMODE((own_data / "endpoint.json").stat().st_mode) == 0o600


def test_only_what_differs_is_written(own_data: Path) -> None:
    drafting.keep(Kept(Endpoint("http://localhost:11434", "llama3.2")))
    written = (own_data / "endpoint.json").read_text(encoding="utf-8")
    assert "model" in written
    assert "key" not in written
    assert "seconds" not in written


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"mask": 1}', b"\xff", b"[" * 100_000])
def test_a_damaged_file_is_none(own_data: Path, data: bytes) -> None:
    own_data.mkdir()
    (own_data / "endpoint.json").write_bytes(data)
    assert drafting.kept() == Kept()


def test_where_nothing_can_be_written_it_is_told(own_data: Path) -> None:
    own_data.write_bytes(b"a file in the way")
    with pytest.raises(OutputError):
        drafting.keep(Kept(WHOLE))


def test_what_was_seen_holds_for_the_address_and_the_form() -> None:
    seen = Kept().shown(WHOLE)
    assert seen.knows(replace(WHOLE, model="other", key="other"))
    assert not seen.knows(replace(WHOLE, mask=True))
    assert not seen.knows(replace(WHOLE, address="https://other.example"))


def test_a_key_goes_to_the_address_it_was_given_for(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Kept(WHOLE).key_for(WHOLE.address) == "sk-1"
    assert Kept(WHOLE).key_for("https://other.example") == ""
    monkeypatch.setenv("SOWHAT_ENDPOINT_KEY", "sk-2")
    assert Kept(WHOLE).key_for("https://other.example") == "sk-2"
