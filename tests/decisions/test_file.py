from __future__ import annotations

import json
from pathlib import Path

import pytest

from sowhat.decisions import encode, read
from sowhat.errors import UsageError
from sowhat.model import Decision, Stance

GOOD = '{"slides": {"3": {"stance": "customer", "reason": "größer"}, "12": {"stance": "mixed"}}}'

WRITTEN = (
    '{"schema": "sowhat.decisions/1", "deck": "d", "slides": [{"number": 1, "stance": "mixed"}]}\n'
)


def written(folder: Path, content: str) -> Path:
    path = folder / "decisions.json"
    path.write_text(content, encoding="utf-8")
    return path


def test_decisions_are_read(tmp_path: Path) -> None:
    assert read(written(tmp_path, GOOD)).decisions == (
        Decision(3, Stance.CUSTOMER, "größer"),
        Decision(12, Stance.MIXED, ""),
    )
    assert read(written(tmp_path, '{"slides": {}}')).decisions == ()


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
        '{"schema": "sowhat.audit/1"}',
        '{"schema": "sowhat.decisions/1", "deck": "d"}',
        '{"schema": "sowhat.decisions/1", "deck": "d", "slides": [{"number": 1}]}',
        f"""{WRITTEN[:-4]}, "words": "short"}}]}}""",
        f"""{WRITTEN[:-4]}, "number": 0}}]}}""",
        "[" * 100_000,
        '{"slides": ' * 5000,
    ],
)
def test_what_is_no_file_of_decisions(tmp_path: Path, content: str) -> None:
    path = written(tmp_path, content)
    with pytest.raises(UsageError) as caught:
        read(path)
    assert (caught.value.reason, caught.value.values) == ("decisions", {"path": str(path)})
    assert path.read_text(encoding="utf-8") == content


def test_what_cannot_be_read(tmp_path: Path) -> None:
    binary = tmp_path / "binary"
    binary.write_bytes(b'{"slides": {"1": {"stance": "\xff"}}}')
    for path in (tmp_path, tmp_path / "none.json", binary):
        with pytest.raises(UsageError):
            read(path)


WHOLE = (
    Decision(9, Stance.MIXED, "", "Bild", "", "2026-11-22"),
    Decision(4, Stance.CUSTOMER, "said „so“ – größer", "A “title”", "0" * 32, "2026-11-20"),
    Decision(2, Stance.VENDOR),
)


def test_what_is_written_is_read_back_in_the_order_of_the_slides(tmp_path: Path) -> None:
    path = tmp_path / "decisions.json"
    path.write_bytes(encode("deck.pptx", WHOLE))
    assert read(path).decisions == tuple(reversed(WHOLE))
    file = json.loads(path.read_text(encoding="utf-8"))
    assert (file["schema"], file["deck"]) == ("sowhat.decisions/1", "deck.pptx")
    assert file["slides"][1] == {
        "number": 4,
        "stance": "customer",
        "title": "A “title”",
        "words": "0" * 32,
        "reason": "said „so“ – größer",
        "date": "2026-11-20",
    }


def test_a_file_with_more_fields_is_read(tmp_path: Path) -> None:
    slide = '{"number": 3, "stance": "vendor", "mood": "good"}'
    more = f'{{"schema": "sowhat.decisions/1", "deck": "d", "by": "x", "slides": [{slide}]}}'
    assert read(written(tmp_path, more)).decisions == (Decision(3, Stance.VENDOR),)


def test_a_file_of_a_newer_program_says_so(tmp_path: Path) -> None:
    path = written(tmp_path, '{"schema": "sowhat.decisions/2", "slides": {}}')
    with pytest.raises(UsageError) as caught:
        read(path)
    assert caught.value.reason == "newer-decisions"
