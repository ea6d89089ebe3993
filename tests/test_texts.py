from __future__ import annotations

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import sowhat
from sowhat import errors
from sowhat.errors import CancelledError, DeckError, OutputError, UsageError
from sowhat.model import Gap
from sowhat.paths import resources
from sowhat.texts import error_text, gap_text, text

SENTENCES: dict[str, Any] = tomllib.loads(
    (resources() / "texts" / "en.toml").read_text(encoding="utf-8")
)
REASONS = sorted(SENTENCES["errors"])


def leaves(table: dict[str, Any], at: str = "") -> Iterator[tuple[str, str]]:
    for name, entry in table.items():
        if isinstance(entry, dict):
            yield from leaves(entry, f"{at}{name}.")
        else:
            yield at + name, entry


def raised() -> set[str]:
    """Return every reason that the program's source raises an error with."""
    found: set[str] = set()
    kinds = {"DeckError", "EndpointError", "OutputError", "UsageError"}
    for path in Path(sowhat.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                first = node.args[0] if node.args else None
                if node.func.id in kinds and isinstance(first, ast.Constant):
                    found.add(str(first.value))
    return found


def gaps() -> set[str]:
    """Return the id of every gap that the program's source makes."""
    pattern = re.compile(r'\bGap\(\s*"([a-z-]+)"')
    files = Path(sowhat.__file__).parent.rglob("*.py")
    return {name for path in files for name in pattern.findall(path.read_text(encoding="utf-8"))}


def test_a_blank_is_filled_and_one_is_told_from_many() -> None:
    assert text("cli.report-written", path="r.pdf") == "Report written: r.pdf"
    assert text("cli.n-slides", n=1) == "1 slide"
    assert text("cli.n-slides", n=0) == "0 slides"
    assert text("cli.n-slides", n=2) == "2 slides"


def test_values_are_not_read_as_blanks() -> None:
    assert text("cli.report-written", path="{0}{x}") == "Report written: {0}{x}"
    assert "{x}" in error_text(DeckError("missing", path="{x}"))


@pytest.mark.parametrize(
    ("key", "values"),
    [("none.such", {}), ("cli.none", {}), ("cli.report-written", {}), ("cli.n-slides", {})],
)
def test_an_unknown_key_or_an_unfilled_blank_is_an_error(key: str, values: dict[str, Any]) -> None:
    with pytest.raises(KeyError):
        text(key, **values)


@pytest.mark.parametrize(("key", "sentence"), list(leaves(SENTENCES)))
def test_every_sentence_is_well_formed(key: str, sentence: object) -> None:
    assert isinstance(sentence, str)
    assert sentence == sentence.strip() or key.startswith(
        ("sentence", "report", "window", "advise")
    )
    blanks = [name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None]
    assert all(re.fullmatch(r"[a-z_]+", name) for name in blanks), blanks


@pytest.mark.parametrize("reason", REASONS)
def test_every_error_says_what_happened_and_what_to_do(reason: str) -> None:
    entry = SENTENCES["errors"][reason]
    assert set(entry) == {"what", "do"}
    error = CancelledError() if reason == "cancelled" else DeckError(reason, path="a", detail="b")
    said = error_text(error)
    assert said.startswith(entry["what"].format(path="a", detail="b"))
    assert said.endswith(entry["do"].format())
    assert "  " not in said
    assert entry["what"].endswith(".")
    assert bool(entry["do"]) == (reason != "cancelled")


def test_every_reason_that_is_raised_has_its_sentence() -> None:
    reasons = raised()
    assert {"missing", "damaged", "cannot-write", "unknown-id"} <= reasons | {"missing", "damaged"}
    assert reasons <= set(REASONS)
    named = re.search(r"one of: ([a-z-, \n]+)\.", errors.DeckError.__doc__ or "")
    assert named is not None
    assert set(re.split(r",\s+", named.group(1))) <= set(REASONS)


def test_every_reason_of_a_model_without_a_draft_has_its_sentence() -> None:
    told = re.split(r"reason``, of the connection: ", errors.EndpointError.__doc__ or "")[1]
    named = set(re.findall(r"[a-z-]+", told.replace("of the answer", "")))
    assert {"refused", "numbers"} < named <= set(REASONS)


def test_every_gap_that_is_made_has_its_sentence() -> None:
    assert "no-text" in gaps()
    assert gaps() <= set(SENTENCES["gaps"])


def test_gaps_say_where() -> None:
    assert gap_text(Gap("no-text")) == "There are no words to read, only pictures."
    assert gap_text(Gap("no-text", 3)) == "Slide 3: There are no words to read, only pictures."
    assert "Comic" in gap_text(Gap("font", None, "Comic"))
    assert "{x}" in gap_text(Gap("font", 2, "{x}"))


def test_other_errors_use_the_same_sentences() -> None:
    said = error_text(OutputError("cannot-write", path="r.pdf", detail="disk full"))
    assert said == "r.pdf cannot be written: disk full. Choose another name or folder."
    assert "nonsense" in error_text(UsageError("unknown-id", detail="nonsense"))
    assert error_text(CancelledError()) == "Stopped."
