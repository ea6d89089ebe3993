"""The worker's side: ``python -m sowhat.worker`` serves calls on its standard streams."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Callable
from typing import Any, BinaryIO, get_type_hints

import msgspec

from sowhat.errors import DeckError, SowhatError
from sowhat.worker import limits as _limits
from sowhat.worker import wire

# Nothing here needs more than one thread, and each costs address space.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")


def main() -> int:
    """Serve until the parent closes the pipe. Standard output belongs to the frames alone."""
    source, sink = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # a library that prints must not break frames
    gc.disable()  # loading the readers makes a great many objects, and hardly one of them garbage
    bound = False
    while (data := wire.receive(source)) is not None:
        call = msgspec.msgpack.decode(data, type=wire.Call)
        if not bound:
            _limits.apply(call.limits)
            bound = True
        wire.send(sink, _run(call, sink))
        gc.enable()
    return 0


def _run(call: wire.Call, sink: BinaryIO) -> wire.Message:
    try:
        function = _resolve(call.function)
        arguments = _arguments(function, call.arguments)
        if "progress" in get_type_hints(function):
            arguments["progress"] = lambda done, total: wire.send(sink, wire.Step(done, total))
        result = function(**arguments)
        return wire.Answer(msgspec.Raw(msgspec.msgpack.encode(result)))
    except SowhatError as error:
        return wire.Failure(type(error).__name__, error.reason, error.values)
    except (MemoryError, RecursionError):
        return wire.Failure(DeckError.__name__, "too-large", {})
    except Exception as error:
        if os.environ.get("SOWHAT_DEBUG"):
            import traceback

            traceback.print_exc()
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
