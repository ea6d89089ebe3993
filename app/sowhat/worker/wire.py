"""Frames between the program and its worker: plain data, never code.

A frame is four bytes of length (big endian) and a MessagePack value.
"""

from __future__ import annotations

from typing import IO, Any

import msgspec

from sowhat.worker.limits import Limits

LARGEST = 128 << 20  # bytes; a longer frame is a broken worker
ENVELOPE = 64  # bytes of it around a result


class Call(msgspec.Struct, tag="call"):
    """Ask for ``function`` (dotted module, colon, name) with plain keyword arguments.

    ``room`` is the folder that it may write to.
    """

    function: str
    arguments: dict[str, Any]
    limits: Limits
    room: str


class Step(msgspec.Struct, tag="step"):
    """How far the work is: ``done`` of ``total``."""

    done: int
    total: int


class Answer(msgspec.Struct, tag="answer"):
    """The function's result, packed."""

    result: msgspec.Raw


class Failure(msgspec.Struct, tag="failure"):
    """The function's expected error (``kind`` is its class name), or what else went wrong."""

    kind: str
    reason: str
    values: dict[str, str]


Message = Step | Answer | Failure

_encoder = msgspec.msgpack.Encoder()


def send(stream: IO[bytes], message: Call | Message) -> None:
    """Write one frame."""
    data = _encoder.encode(message)
    stream.write(len(data).to_bytes(4, "big") + data)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """Read one frame, None at the end of the stream; raises ``EOFError`` when it is cut short."""
    head = stream.read(4)
    if not head:
        return None
    size = int.from_bytes(head, "big")
    data = stream.read(size) if len(head) == 4 and size <= LARGEST else b""
    if len(data) != size or len(head) != 4:
        raise EOFError("frame cut short")
    return data
