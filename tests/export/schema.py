"""As much of JSON Schema as the contract's schema uses; an unknown keyword is an error."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

TYPES: dict[str, Callable[[Any], bool]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
}
SAID = {"$schema", "$defs", "title", "$ref", "additionalProperties", "properties"}


def problems(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = "$") -> list[str]:
    """Return what is wrong with ``value``, each with its path; empty where it fits."""
    return list(_problems(value, schema, root, at))


def _problems(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str) -> Iterator[str]:
    if "$ref" in schema:
        yield from _problems(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root, at)
    for word, wanted in schema.items():
        if word in SAID:
            continue
        if word == "anyOf":
            if all(problems(value, choice, root, at) for choice in wanted):
                yield f"{at}: fits none of the choices"
        elif not _KEYWORDS[word](value, wanted):
            yield f"{at}: {value!r:.80} is not {word} {wanted}"
    for name, item, inner in _parts(value, schema):
        if inner is None:
            yield f"{at}: {name} is not in the contract"
        else:
            yield from _problems(item, inner, root, f"{at}.{name}")


def _parts(value: Any, schema: dict[str, Any]) -> Iterator[tuple[str, Any, dict[str, Any] | None]]:
    """Yield what the value holds, with its schema: None where there must be no such thing."""
    if isinstance(value, dict):
        known = schema.get("properties", {})
        closed = schema.get("additionalProperties", True) is False
        for name, item in value.items():
            if name in known or closed:
                yield name, item, known.get(name)
    if isinstance(value, list) and "items" in schema:
        for number, item in enumerate(value):
            yield f"[{number}]", item, schema["items"]


def _type(value: Any, wanted: str | list[str]) -> bool:
    return any(TYPES[name](value) for name in ([wanted] if isinstance(wanted, str) else wanted))


def _same(value: Any, wanted: Any) -> bool:
    return type(value) is type(wanted) and value == wanted


def _number(compare: Callable[[float, float], bool]) -> Callable[[Any, Any], bool]:
    return lambda value, wanted: not TYPES["number"](value) or compare(value, wanted)


def _list(compare: Callable[[int, int], bool]) -> Callable[[Any, Any], bool]:
    return lambda value, wanted: not isinstance(value, list) or compare(len(value), wanted)


_KEYWORDS: dict[str, Callable[[Any, Any], bool]] = {
    "type": _type,
    "const": _same,
    "enum": lambda value, wanted: any(_same(value, item) for item in wanted),
    "minimum": _number(lambda value, wanted: value >= wanted),
    "maximum": _number(lambda value, wanted: value <= wanted),
    "minItems": _list(lambda size, wanted: size >= wanted),
    "maxItems": _list(lambda size, wanted: size <= wanted),
    "items": lambda _value, _wanted: True,
    "required": lambda value, wanted: not isinstance(value, dict) or set(wanted) <= set(value),
    "pattern": lambda value, wanted: (
        not isinstance(value, str) or re.search(wanted, value) is not None
    ),
}
