"""Drafts by a model of the user's own, asked for on an explicit word only: the one connection."""

from sowhat.drafting.address import url
from sowhat.drafting.asking import LASTING, ask
from sowhat.drafting.call import Call
from sowhat.drafting.file import Drafted, encode, load
from sowhat.drafting.kept import Kept, keep, kept
from sowhat.drafting.request import Request, possible, request, slides

__all__ = [
    "LASTING",
    "Call",
    "Drafted",
    "Kept",
    "Request",
    "ask",
    "encode",
    "keep",
    "kept",
    "load",
    "possible",
    "request",
    "slides",
    "url",
]
