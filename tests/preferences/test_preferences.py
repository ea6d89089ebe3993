"""The table of settings, and what is kept of them."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path

import pytest

from sowhat.errors import OutputError
from sowhat.model import Motif
from sowhat.preferences import ACT, Kind, Settings, entries, groups, keep, kept, options, usual
from sowhat.preferences.store import clear_caches, place
from sowhat.settings import AuditOptions


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOWHAT_DATA", str(tmp_path / "kept"))
    return tmp_path / "kept"


def other() -> Settings:
    return replace(
        usual(),
        theme="contrast",
        text_size=150,
        threshold=80,
        without=(Motif.LOGOS, Motif.COST),
        rules="/rules",
        ocr=False,
        libreoffice=True,
        recent=False,
    )


def test_the_table_and_the_values_are_of_one_mind() -> None:
    kept_ones = {key for key, entry in entries().items() if entry.kind is not ACT}
    assert kept_ones == {field.name for field in fields(Settings)}
    assert {entry.group for entry in entries().values()} == {group.id for group in groups()}
    for entry in entries().values():
        assert entry.label
        assert entry.help.endswith(".")
        assert entry.kind is ACT or entry.fits(entry.default)
        assert (entry.kind is ACT) == bool(entry.button)
        assert (entry.kind is Kind.CHOICE) == bool(entry.choices)
        assert (entry.kind is Kind.NUMBER) == (entry.most > entry.least)


def test_what_is_kept_comes_back() -> None:
    assert kept().settings == usual()
    keep(other())
    assert kept().settings == other()
    assert kept().damaged is None


def test_only_what_differs_is_written() -> None:
    keep(replace(usual(), text_size=150))
    assert json.loads(place().read_text()) == {"text_size": 150}


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b'{"theme"', b"\xff\xfe", b"[" * 100_000])
def test_a_damaged_file_is_put_aside_and_told(data: bytes) -> None:
    keep(other())
    place().write_bytes(data)
    found = kept()
    assert found.settings == usual()
    assert found.damaged is not None
    assert found.damaged.read_bytes() == data
    assert kept().damaged is None


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("theme", "pink"),
        ("text_size", 90),
        ("text_size", 100.5),
        ("text_size", True),
        ("threshold", 100),
        ("without", ["logos", "smell"]),
        ("without", "logos"),
        ("rules", 3),
        ("ocr", 1),
        ("recent", "no"),
    ],
)
def test_what_is_no_value_of_a_setting_costs_that_setting_only(key: str, value: object) -> None:
    keep(other())
    data = json.loads(place().read_text())
    place().write_text(json.dumps({**data, key: value, "of_a_later_version": 1}))
    assert kept().settings == replace(other(), **{key: getattr(usual(), key)})


def test_a_folder_that_cannot_be_written_is_told(folder: Path) -> None:
    folder.write_text("in the way")
    with pytest.raises(OutputError, match="cannot-write"):
        keep(usual())


def test_an_audit_follows_the_settings_where_nothing_else_was_asked_for() -> None:
    assert options(usual(), AuditOptions()) == AuditOptions()
    found = options(other(), AuditOptions(vendor=("Acme",)))
    assert found.vendor == ("Acme",)
    assert not found.ocr
    assert found.libreoffice
    assert found.rules == Path("/rules")
    assert found.without == {Motif.LOGOS, Motif.COST}
    assert found.threshold == 0.8
    asked = AuditOptions(rules=Path("/mine"), threshold=0.5)
    assert options(other(), asked).rules == Path("/mine")
    assert options(other(), asked).threshold == 0.5


def test_settings_that_change_an_audit_are_known() -> None:
    look = replace(usual(), theme="dark", text_size=200, recent=False)
    assert not usual().differs(look)
    for key in ("threshold", "without", "rules", "ocr", "libreoffice"):
        assert usual().differs(replace(usual(), **{key: getattr(other(), key)}))


def test_caches_are_cleared_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sowhat.preferences import store

    cache = tmp_path / "cache"
    monkeypatch.setattr(store, "user_cache", lambda: cache)
    (cache / "fonts").mkdir(parents=True)
    (cache / "fonts" / "one.json").write_text("{}")
    keep(other())
    clear_caches()
    assert not cache.exists()
    assert kept().settings == other()
    clear_caches()  # twice is no mistake
