from __future__ import annotations

from pathlib import Path

import pytest

from sowhat import measure
from sowhat.decisions import load
from sowhat.errors import UsageError
from sowhat.model import Decision, Stance
from tests.measure.decks import verdicts_of

GOOD = '{"slides": {"3": {"stance": "customer", "reason": "größer"}, "12": {"stance": "mixed"}}}'


def written(folder: Path, content: str) -> Path:
    path = folder / "decisions.json"
    path.write_text(content, encoding="utf-8")
    return path


def test_decisions_are_read(tmp_path: Path) -> None:
    assert load(written(tmp_path, GOOD)) == (
        Decision(3, Stance.CUSTOMER, "größer"),
        Decision(12, Stance.MIXED, ""),
    )
    assert load(written(tmp_path, '{"slides": {}}')) == ()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "null",
        "[]",
        "{}",
        "not json",
        GOOD[:-3],
        GOOD + GOOD,
        '{"slides": []}',
        '{"slides": {}, "more": 1}',
        '{"slides": {"3": "customer"}}',
        '{"slides": {"3": {}}}',
        '{"slides": {"3": {"stance": "unsure"}}}',
        '{"slides": {"3": {"stance": "customer", "why": "x"}}}',
        '{"slides": {"3": {"stance": "customer", "reason": null}}}',
        '{"slides": {"three": {"stance": "customer"}}}',
        '{"slides": {"3.0": {"stance": "customer"}}}',
        '{"slides": {"": {"stance": "customer"}}}',
        '{"slides": {"0": {"stance": "customer"}}}',
        '{"slides": {"-1": {"stance": "customer"}}}',
        "[" * 100_000,
        '{"slides": ' * 5000,
    ],
)
def test_what_is_no_file_of_decisions(tmp_path: Path, content: str) -> None:
    path = written(tmp_path, content)
    with pytest.raises(UsageError) as caught:
        load(path)
    assert (caught.value.reason, caught.value.values) == ("decisions", {"path": str(path)})
    assert path.read_text(encoding="utf-8") == content


def test_what_cannot_be_read(tmp_path: Path) -> None:
    binary = tmp_path / "binary"
    binary.write_bytes(b'{"slides": {"1": {"stance": "\xff"}}}')
    for path in (tmp_path, tmp_path / "none.json", binary):
        with pytest.raises(UsageError):
            load(path)


def test_a_decision_replaces_the_guess_and_keeps_the_evidence() -> None:
    verdicts = verdicts_of(["vendor product", "neutral other unsure", "customer goal"])
    decisions = (
        Decision(2, Stance.VENDOR),
        Decision(2, Stance.CUSTOMER),
        Decision(9, Stance.MIXED),
    )
    first, second, third = measure.apply(verdicts, decisions)
    assert (first, third) == (verdicts[0], verdicts[2])
    assert (second.stance, second.decided, second.unsure) == (Stance.CUSTOMER, True, False)
    assert second.evidence == verdicts[1].evidence
    assert second.chances == verdicts[1].chances
