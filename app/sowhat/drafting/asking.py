"""One draft asked of the user's model: sent, answered, names put back, checked."""

from __future__ import annotations

from collections.abc import Mapping

from sowhat.drafting import answer
from sowhat.drafting.call import Call
from sowhat.drafting.check import check
from sowhat.drafting.request import Request
from sowhat.errors import EndpointError
from sowhat.model import MachineDraft
from sowhat.settings import Endpoint

LASTING = frozenset(
    {"unresolved", "refused", "certificate", "proxy", "redirect", "key", "no-model", "not-json"}
)
"""Reasons that hold for every request to an endpoint, so that the next one need not be tried."""


def ask(request: Request, endpoint: Endpoint, call: Call) -> MachineDraft:
    """Send the request, once, and return a draft that passed the check.

    Raises ``EndpointError`` where there is none, ``UsageError`` for an address that may not be
    used, ``CancelledError``.
    """
    from sowhat.drafting.connection import post  # the client is loaded when it is needed only

    found = answer.lines(post(endpoint, request.body, call))
    drafted = [_restored(number, line, request) for number, line in _known(found, request)]
    check(drafted, request)
    return MachineDraft(request.slide, "\n".join(drafted), endpoint.model, request.words)


def _known(found: Mapping[int, str], request: Request) -> list[tuple[int, str]]:
    """Return the lines in the slide's order; raises ``EndpointError`` form for numbers of none."""
    if not all(1 <= number <= len(request.lines) for number in found):
        raise EndpointError("form")
    return sorted(found.items())


def _restored(number: int, line: str, request: Request) -> str:
    mask, sent = request.mask, request.sent[number - 1]
    if token := mask.invented(line):
        raise EndpointError("token-invented", detail=token)
    if token := mask.lost(sent, line):
        raise EndpointError("token-lost", detail=token, path=mask.restore(token))
    return mask.restore(line)
