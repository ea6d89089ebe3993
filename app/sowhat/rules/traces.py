"""What tells of the house a deck comes from: addresses inside it, paths of its files."""

from __future__ import annotations

import ipaddress
import re
from functools import cache
from urllib.parse import unquote, urlsplit

import msgspec
from msgspec import Struct

from sowhat.paths import resources
from sowhat.rules.check import load_check

LOCAL = ("file", "smb", "afp", "nfs")  # schemes that lead to a machine or a share
OPEN = ("http", "https", "ftp", "ftps", "sftp", "ws", "wss")


class Traces(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything in ``resources/rules/traces.toml``."""

    files: tuple[str, ...]
    paths: tuple[str, ...]


def leads_inside(address: str) -> bool:
    """Say whether an address is one that only its sender's house can open."""
    address = unquote(address.strip())
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".").lower()
    except ValueError:
        return False
    if parts.scheme in OPEN:
        return bool(host) and _inside(host)
    inside = address.lower().startswith(load_check().hazards.schemes)
    return inside or parts.scheme in LOCAL or holds_path(address)


def names_file(address: str) -> bool:
    """Say whether an address is the name of a file beside the deck, with or without folders."""
    address = unquote(address).partition("#")[0].lower()
    return ":" not in address and address.endswith(load_traces().files)


def holds_path(words: str) -> bool:
    """Say whether words hold the path of a file on a machine or on a share."""
    return any(pattern.search(words) for pattern in _paths())


def _inside(host: str) -> bool:
    rules = load_check().hazards
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        pass
    named = host.partition(".")[0] in rules.hosts
    return "." not in host or named or host.endswith((*rules.servers, *rules.clouds))


@cache
def load_traces() -> Traces:
    """Load the file; raises ``msgspec.ValidationError`` where its form is wrong."""
    data = (resources() / "rules" / "traces.toml").read_bytes()
    return msgspec.toml.decode(data, type=Traces)


@cache
def _paths() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in load_traces().paths)
