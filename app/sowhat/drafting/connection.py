"""The one connection the program ever makes: a single request, and nothing but it.

HTTPX2 is here already (tokenizers' hub client brings it), verifies certificates against the
system's own store, and its asynchronous half can be stopped at any moment, which the standard
library's blocking client cannot. Its conveniences are all turned off: redirects, proxies and
passwords from the environment, cookies, compressed answers.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from collections.abc import AsyncIterator
from concurrent.futures import Future
from contextlib import asynccontextmanager
from urllib.request import getproxies, proxy_bypass

import httpx2
import msgspec

from sowhat.drafting.address import Address, address, guard
from sowhat.drafting.call import Call
from sowhat.drafting.rules import limits
from sowhat.errors import EndpointError, UsageError
from sowhat.settings import Endpoint

CONNECT = 10.0  # seconds for each of a server's addresses
LONGEST = 120  # characters of what a server says of an error
_REASONS = {401: "key", 403: "key", 404: "no-model", 429: "busy"}


def post(endpoint: Endpoint, body: bytes, call: Call) -> bytes:
    """Send ``body`` to the endpoint, once, and return what the server answers.

    Raises ``EndpointError``, ``UsageError`` for an address that may not be used, and
    ``CancelledError``.
    """
    where = address(endpoint.address)
    return call.run(_within(endpoint, where, body))


async def _within(endpoint: Endpoint, where: Address, body: bytes) -> bytes:
    try:
        async with asyncio.timeout(endpoint.seconds):
            return await _sent(endpoint, where, body)
    except (TimeoutError, httpx2.TimeoutException) as error:
        raise EndpointError("timeout", detail=f"{endpoint.seconds:g}") from error
    except httpx2.ProxyError as error:
        raise EndpointError("proxy") from error
    except httpx2.ConnectError as error:
        reason = "certificate" if _is_tls(error) else "refused"
        raise EndpointError(reason, path=where.authority) from error
    except httpx2.HTTPError as error:
        raise EndpointError("lost", path=where.authority) from error


async def _sent(endpoint: Endpoint, where: Address, body: bytes) -> bytes:
    proxy = _proxy(where) if endpoint.proxy else None
    if proxy is not None:  # it finds the server, so that there is no address to look at here
        return await _asked(endpoint, where, where.url, body, proxy)
    ips = await _resolved(where)
    guard(where, ips, unencrypted=endpoint.unencrypted)
    for ip in ips[:-1]:
        try:
            return await _asked(endpoint, where, where.at(ip), body)
        except (httpx2.ConnectError, httpx2.ConnectTimeout) as error:
            if _is_tls(error):
                raise
    return await _asked(endpoint, where, where.at(ips[-1]), body)


async def _asked(
    endpoint: Endpoint, where: Address, url: str, body: bytes, proxy: str | None = None
) -> bytes:
    """Ask at ``url``, which names the address that was looked at, so that it cannot change."""
    head = {
        "Host": where.authority,
        "Content-Type": "application/json",
        "Accept": "application/json",
        "Accept-Encoding": "identity",
        "User-Agent": "SoWhat",
    }
    if endpoint.key:
        head["Authorization"] = f"Bearer {_checked(endpoint.key)}"
    named = {"sni_hostname": where.host}
    async with (
        _client(where, proxy) as client,
        client.stream("POST", url, content=body, headers=head, extensions=named) as answer,
    ):
        data = await _read(answer)
        _judge(answer, data, endpoint, where)
        return data


@asynccontextmanager
async def _client(where: Address, proxy: str | None) -> AsyncIterator[httpx2.AsyncClient]:
    verify: ssl.SSLContext | bool = where.scheme == "https"
    if verify:
        verify = httpx2.create_ssl_context()  # SSL_CERT_FILE may add a company's own authority
    waits = httpx2.Timeout(None, connect=CONNECT)
    async with httpx2.AsyncClient(
        verify=verify, trust_env=False, follow_redirects=False, proxy=proxy, timeout=waits
    ) as client:
        yield client


async def _read(answer: httpx2.Response) -> bytes:
    data = bytearray()
    async for piece in answer.aiter_raw():
        data += piece
        if len(data) > limits().most_answer:
            raise EndpointError("long-answer")
    return bytes(data)


def _judge(answer: httpx2.Response, data: bytes, endpoint: Endpoint, where: Address) -> None:
    status = answer.status_code
    if status == httpx2.codes.OK:
        return
    if answer.is_redirect or answer.has_redirect_location:
        raise EndpointError("redirect", path=where.authority)
    said = _said(data, endpoint.key)
    raise EndpointError(
        _REASONS.get(status, "server"), detail=f"{status}{said}", path=endpoint.model
    )


class _Words(msgspec.Struct):
    message: str = ""


class _Problem(msgspec.Struct):
    """What servers say of an error: a text, or an object with one."""

    error: _Words | str = ""


def _said(data: bytes, key: str) -> str:
    """Return what the server says of the error, in a few printable words, never with the key."""
    try:
        problem = msgspec.json.decode(data, type=_Problem).error
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return ""
    words = problem if isinstance(problem, str) else problem.message
    plain = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    hidden = plain.replace(key, "…") if key else plain
    return f": “{hidden[:LONGEST]}”" if hidden else ""


def _checked(key: str) -> str:
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise UsageError("endpoint-key")
    return key


def _proxy(where: Address) -> str | None:
    """Return the system's proxy for https; http stays within one's own network."""
    if where.scheme != "https" or proxy_bypass(where.host):
        return None
    found = getproxies().get("https")
    if found is not None and not found.startswith(("http://", "https://")):
        raise EndpointError("proxy")
    return found


async def _resolved(where: Address) -> list[str]:
    """Return the addresses of a host, on a thread that nobody has to wait for."""
    found: Future[list[str]] = Future()
    found.set_running_or_notify_cancel()  # so that it may end after everybody went away

    def look() -> None:
        try:
            kinds = socket.getaddrinfo(where.host, where.port, type=socket.SOCK_STREAM)
            ips = dict.fromkeys(str(kind[4][0]) for kind in kinds)
            found.set_result([ip for ip in ips if "%" not in ip])  # those need a card's name
        except (OSError, UnicodeError) as error:
            found.set_exception(error)

    threading.Thread(target=look, daemon=True).start()
    try:
        ips = await asyncio.wrap_future(found)
    except (OSError, UnicodeError) as error:
        raise EndpointError("unresolved", path=where.host) from error
    if not ips:
        raise EndpointError("unresolved", path=where.host)
    return ips


def _is_tls(error: BaseException | None) -> bool:
    """Say whether a connection failed for its certificate or its encryption."""
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False
