"""A server's answer: the lines that the model wrote, by the numbers of those it was given."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec
from msgspec import Struct

from sowhat.drafting.rules import limits
from sowhat.errors import EndpointError

_THOUGHTS = re.compile(r"<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL | re.IGNORECASE)
_LINE = re.compile(r"^\W*(\d{1,2})\s*[.):]\s*(\S.*)$")
_AROUND = re.compile(r"^[\s*\"“]+|[\s*\"”]+$")
_OPEN = re.compile(r"[\w%)}\]]$")


class _Part(Struct):
    text: str = ""


class _Message(Struct):
    content: str | list[_Part] | None = None


class _Choice(Struct):
    message: _Message
    finish_reason: str | None = None


class _Answer(Struct):
    choices: list[_Choice]


def lines(data: bytes) -> Mapping[int, str]:
    """Return the model's lines by number, at most three; what it says around them is left out.

    Raises ``EndpointError`` not-json, empty-answer, cut-off or form.
    """
    try:
        choices = msgspec.json.decode(data, type=_Answer).choices
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise EndpointError("not-json") from error
    said = _content(choices[0].message) if choices else ""
    if not said:
        raise EndpointError("empty-answer")
    if choices[0].finish_reason == "length":
        raise EndpointError("cut-off")
    found: dict[int, str] = {}
    for match in map(_LINE.match, said.splitlines()):
        if match and len(found) < limits().most_lines:
            found.setdefault(int(match.group(1)), _tidy(match.group(2)))
    if not found:
        raise EndpointError("form")
    return found


def _content(message: _Message) -> str:
    content = message.content or ""
    if not isinstance(content, str):
        content = "".join(part.text for part in content)
    return _THOUGHTS.sub("", content).strip()


def _tidy(line: str) -> str:
    """Return a line without marks around it, with a full stop where it only lacks that."""
    plain = " ".join(_AROUND.sub("", line).split())
    return f"{plain}." if _OPEN.search(plain) else plain
