"""A page and a JSON of one audit as they were last looked at; ``--update-golden`` writes them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from sowhat.cli import page
from sowhat.engine import audit
from sowhat.export import contract
from sowhat.model import Audit
from sowhat.settings import AuditOptions
from sowhat.worker import Worker

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def found(vendor_pptx: Path) -> Audit:
    """The audit of the vendor's deck, with names given so that finding them is not tested here."""
    names = AuditOptions(vendor=("Acme",), products=("AcmeFlow",), customer=("Globex",))
    with Worker() as worker:
        return audit(vendor_pptx, names, worker=worker)


def steady(value: Any) -> Any:
    """Round what may differ by a hair between machines: confidences, and places of set type."""
    if isinstance(value, float):
        return round(value, 1)
    if isinstance(value, list):
        return [steady(item) for item in value]
    return {k: steady(v) for k, v in value.items()} if isinstance(value, dict) else value


def held(name: str, text: str, config: pytest.Config) -> None:
    path = HERE / name
    if config.getoption("update_golden"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


def test_page(found: Audit, pytestconfig: pytest.Config) -> None:
    text = re.sub(r"\b\d+%$", "_%", page.text_of(found, color=False), flags=re.MULTILINE)
    held("vendor.txt", text, pytestconfig)


def test_json(found: Audit, pytestconfig: pytest.Config) -> None:
    data = steady(contract.plain(found))
    data["version"] = "_"
    data["deck"] |= {"path": "vendor.pptx", "sha256": "_", "gaps": []}  # gaps: the machine's fonts
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    held("vendor.json", text, pytestconfig)


def test_colours_change_no_word(found: Audit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(
        "COLUMNS", str(page.WIDTH)
    )  # else the terminal's, where tables break otherwise
    colored = page.text_of(found, color=True)
    assert "\x1b[" in colored
    plain = re.sub(r"\x1b\[[\d;]*m", "", colored)
    assert plain.split() == page.text_of(found, color=False).split()
