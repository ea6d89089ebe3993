from __future__ import annotations

import os
from typing import Any

import msgspec
import pytest

from sowhat.errors import DeckError, OutputError
from sowhat.model import Box, Role
from sowhat.worker import Worker
from tests.worker.child.trials import Answer
from tests.worker.conftest import Start

BOX = Box(0.1, 0.2, 0.30000000000000004, 1.0)


def test_values_of_every_kind_cross_both_ways(shared: Worker) -> None:
    found = shared.call(
        "sowhat.trials:answer", Answer, count=7, role=Role.TITLE, box=BOX, data=b"\x00\xff"
    )
    expected = Answer(
        count=7,
        share=7 / 3,
        name="Straße 東京 🙂\x00",
        data=b"\x00\xff",
        role=Role.TITLE,
        boxes=(BOX, BOX),
        names={"a": ["b"]},
    )
    assert found == expected
    assert type(found.role) is Role
    assert type(found.boxes[0]) is Box


def test_arguments_arrive_as_the_types_the_function_names(shared: Worker) -> None:
    assert shared.call("sowhat.trials:kinds", str, role=Role.BODY, box=BOX) == "Role Box"


def test_a_result_of_another_type_is_refused(shared: Worker) -> None:
    with pytest.raises(msgspec.ValidationError):
        shared.call("sowhat.trials:echo", int, data=b"x")
    assert shared.call("sowhat.trials:echo", bytes, data=b"x") == b"x"


def test_megabytes_cross(shared: Worker) -> None:
    data = os.urandom(1 << 20) * 8
    assert shared.call("sowhat.trials:echo", bytes, data=data) == data


def test_one_process_serves_many_calls(start: Start) -> None:
    worker = start()
    assert worker.pid is None
    pids = {worker.call("sowhat.trials:process", int) for _ in range(5)}
    assert pids == {worker.pid}


def test_steps_arrive_in_order(shared: Worker) -> None:
    steps: list[tuple[int, int]] = []

    def told(done: int, total: int) -> None:
        steps.append((done, total))

    assert shared.call("sowhat.trials:count", int, told, upto=300) == 300
    assert steps == [(n, 300) for n in range(1, 301)]
    assert shared.call("sowhat.trials:count", int, upto=3) == 3


def test_expected_errors_cross_with_reason_and_values(shared: Worker) -> None:
    with pytest.raises(DeckError) as caught:
        shared.call("sowhat.trials:refuse", bytes)
    assert type(caught.value) is DeckError
    assert caught.value.reason == "password"
    assert caught.value.values == {"path": "a.pptx", "detail": "x"}
    with pytest.raises(OutputError) as written:
        shared.call("sowhat.trials:refuse_output", bytes)
    assert written.value.values == {"path": "r.pdf"}


@pytest.mark.parametrize(
    ("function", "arguments", "reason"),
    [
        pytest.param("sowhat.trials:fail", {}, "damaged", id="raises"),
        pytest.param("sowhat.trials:no_data", {}, "damaged", id="no plain data"),
        pytest.param("sowhat.trials:dig", {}, "too-large", id="too deep"),
        pytest.param("sowhat.trials:none_such", {}, "damaged", id="no such function"),
        pytest.param("sowhat.none_such:read", {}, "damaged", id="no such module"),
        pytest.param("sowhat.trials:echo", {"date": b""}, "damaged", id="wrong argument"),
        pytest.param("sowhat.trials:echo", {"data": 1}, "damaged", id="wrong type"),
        pytest.param("os:getcwd", {}, "damaged", id="not ours"),
        pytest.param("sowhatever:main", {}, "damaged", id="nearly ours"),
    ],
)
def test_what_else_goes_wrong_costs_the_call_only(
    shared: Worker, function: str, arguments: dict[str, Any], reason: str
) -> None:
    pid = shared.call("sowhat.trials:process", int)
    with pytest.raises(DeckError) as caught:
        shared.call(function, object, **arguments)
    assert caught.value.reason == reason
    assert "secret" not in str(caught.value)
    assert shared.call("sowhat.trials:process", int) == pid


def test_what_it_prints_does_not_break_the_frames(
    shared: Worker, capfd: pytest.CaptureFixture[str]
) -> None:
    for _ in range(3):
        assert shared.call("sowhat.trials:chatter", str) == "told"
    assert capfd.readouterr() == ("", "")


def test_the_log_says_where_it_failed_and_nothing_of_the_deck(
    start: Start, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOWHAT_DEBUG", "1")
    worker = start()
    with pytest.raises(DeckError, match="damaged"):
        worker.call("sowhat.trials:fail", bytes)
    assert worker.call("sowhat.trials:chatter", str) == "told"
    worker.close()
    out, err = capfd.readouterr()
    assert out == ""
    lines = err.splitlines()
    assert lines[-1] == "ZeroDivisionError"
    assert lines[-2].startswith("trials.py:")
    assert "secret" not in err
    assert "a child" not in err
