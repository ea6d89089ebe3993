from __future__ import annotations

import pickle

import pytest

from sowhat.errors import CancelledError, DeckError, OutputError, SowhatError, UsageError


@pytest.mark.parametrize(
    ("kind", "code"), [(SowhatError, 3), (DeckError, 3), (UsageError, 2), (OutputError, 4)]
)
def test_each_error_knows_its_exit_code_reason_and_values(
    kind: type[SowhatError], code: int
) -> None:
    error = kind("damaged", path="a.pptx", detail="x")
    assert (error.exit_code, error.reason) == (code, "damaged")
    assert error.values == {"path": "a.pptx", "detail": "x"}
    assert str(error) == "damaged (path=a.pptx, detail=x)"
    assert str(kind("damaged")) == "damaged"


def test_stopping_is_an_error_of_its_own() -> None:
    error = CancelledError()
    assert (error.reason, error.exit_code, str(error)) == ("cancelled", 3, "cancelled")
    assert not isinstance(error, DeckError)


def test_errors_are_raised_as_they_are() -> None:
    with pytest.raises(SowhatError, match="empty") as caught:
        raise DeckError("empty", path="a")
    assert caught.value.args == ("empty",)
    assert pickle.dumps(caught.value.values)
