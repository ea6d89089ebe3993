"""The address of the user's server: what he typed, and whether words may go there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit, urlunsplit

from sowhat.errors import UsageError
from sowhat.settings import Endpoint

_TAIL = "/chat/completions"
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Address:
    """Where a request goes: ``path`` with its query; ``host`` a name or an IP without brackets."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def url(self) -> str:
        """The whole address."""
        return self.at(self.host)

    @property
    def authority(self) -> str:
        """Host and port as a request names them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    def at(self, host: str) -> str:
        """Return the same address at another host, for one of its IPs."""
        inside = f"[{host}]" if ":" in host else host
        return f"{self.scheme}://{inside}:{self.port}{self.path}"


def address(typed: str) -> Address:
    """Return where requests go for what the user typed: a server, its base or the whole path.

    Raises ``UsageError`` endpoint-address for what is none, or holds a name and password.
    """
    wrong = UsageError("endpoint-address", path=typed)
    try:
        parts = urlsplit(typed.strip())
        port = parts.port
    except ValueError as error:
        raise wrong from error
    if parts.scheme not in _PORTS or not parts.hostname or "@" in parts.netloc or parts.fragment:
        raise wrong
    if not typed.strip().isascii() or not typed.strip().isprintable() or " " in typed.strip():
        raise wrong
    path = parts.path.rstrip("/")
    if not path.endswith(_TAIL):
        path = f"{path or '/v1'}{_TAIL}"
    whole = urlunsplit(("", "", path, parts.query, ""))
    return Address(parts.scheme, parts.hostname, port or _PORTS[parts.scheme], whole)


def url(endpoint: Endpoint) -> str:
    """Return the whole address that an endpoint's requests go to; raises as ``address``."""
    return address(endpoint.address).url


def local(ips: Iterable[str]) -> bool:
    """Say whether all of these are this machine's or its own network's."""
    return all(map(_local, ips))


def _local(ip: str) -> bool:
    found = ip_address(ip)
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    plain = mapped or found
    return plain.is_loopback or plain.is_private or plain.is_link_local


def guard(where: Address, ips: Iterable[str], *, unencrypted: bool) -> None:
    """Raise ``UsageError`` endpoint-unencrypted where words would travel readable to all."""
    if where.scheme == "http" and not unencrypted and not local(ips):
        raise UsageError("endpoint-unencrypted", path=where.authority)
