"""The worker's side: ``python -m sowhat.worker`` serves calls on its standard streams."""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, TextIO, get_type_hints

import msgspec

from sowhat.errors import DeckError, SowhatError, error_place
from sowhat.worker import limits as _limits
from sowhat.worker import wire
from sowhat.worker.confined import confine
from sowhat.worker.memory import keep_freed

# Nothing here needs more than one thread, and each costs address space.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")


def main() -> int:
    """Serve until the parent closes the pipe. Standard output belongs to the frames alone."""
    source, sink = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    diary = os.fdopen(os.dup(sys.stderr.fileno()), "w", encoding="utf-8")
    # A library that prints must neither break frames nor tell what stands in the deck.
    silence = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(silence, stream.fileno())
    keep_freed()
    gc.disable()  # loading the readers makes a great many objects, and hardly one of them garbage
    bound = False
    while (data := wire.receive(source)) is not None:
        call = msgspec.msgpack.decode(data, type=wire.Call)
        if not bound:
            _bind(call)
            bound = True
        _limits.renew(call.limits)
        wire.send(sink, _run(call, sink, diary))
        gc.enable()
    return 0


def _bind(call: wire.Call) -> None:
    """Set all limits for good, before a byte of the deck is read."""
    _limits.apply(call.limits)
    with contextlib.suppress(Exception):  # told when it is called
        _resolve(call.function)  # while Python may still keep what it compiles
    confine(Path(call.room))


def _run(call: wire.Call, sink: BinaryIO, diary: TextIO) -> wire.Message:
    try:
        function = _resolve(call.function)
        arguments = _arguments(function, call.arguments)
        if "progress" in get_type_hints(function):
            arguments["progress"] = lambda done, total: wire.send(sink, wire.Step(done, total))
        result = msgspec.msgpack.encode(function(**arguments))
        if len(result) > wire.LARGEST - wire.ENVELOPE:
            return wire.Failure(DeckError.__name__, "too-large", {})
        return wire.Answer(msgspec.Raw(result))
    except SowhatError as error:
        return wire.Failure(type(error).__name__, error.reason, error.values)
    except (MemoryError, RecursionError):
        return wire.Failure(DeckError.__name__, "too-large", {})
    except Exception as error:
        if os.environ.get("SOWHAT_DEBUG"):
            print(*error_place(error), sep="\n", file=diary, flush=True)
        return wire.Failure(DeckError.__name__, "damaged", {"detail": type(error).__name__})


def _resolve(dotted: str) -> Callable[..., Any]:
    module, _, name = dotted.partition(":")
    if not module.startswith("sowhat."):
        raise ValueError(dotted)
    function: Callable[..., Any] = getattr(importlib.import_module(module), name)
    return function


def _arguments(function: Callable[..., Any], given: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(function)
    return {name: msgspec.convert(value, hints[name]) for name, value in given.items()}


if __name__ == "__main__":
    sys.exit(main())
