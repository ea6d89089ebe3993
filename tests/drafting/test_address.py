from __future__ import annotations

import pytest

from sowhat.drafting.address import address, guard, local
from sowhat.errors import UsageError


@pytest.mark.parametrize(
    ("typed", "url", "authority"),
    [
        ("http://localhost:11434", "http://localhost:11434/v1/chat/completions", "localhost:11434"),
        (" https://a.example/ ", "https://a.example:443/v1/chat/completions", "a.example"),
        ("https://a.example/v1", "https://a.example:443/v1/chat/completions", "a.example"),
        ("https://a.example/ai/", "https://a.example:443/ai/chat/completions", "a.example"),
        (
            "https://a.example:8443/x/chat/completions?api-version=2",
            "https://a.example:8443/x/chat/completions?api-version=2",
            "a.example:8443",
        ),
        ("http://[::1]:80/v1", "http://[::1]:80/v1/chat/completions", "[::1]"),
    ],
)
def test_an_address_may_be_typed_short(typed: str, url: str, authority: str) -> None:
    found = address(typed)
    assert (found.url, found.authority) == (url, authority)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "localhost",
        "localhost:11434",
        "ftp://a.example",
        "file:///etc/passwd",
        "https://",
        "https://user:secret@a.example",
        "https://a.example/#x",
        "https://a.example:port",
        "https://a.example/a b",
        "https://a.example/\nHost: b",
        "https://bücher.example",
    ],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(UsageError) as caught:
        address(typed)
    assert caught.value.reason == "endpoint-address"


@pytest.mark.parametrize(
    ("ips", "own"),
    [
        (["127.0.0.1", "::1"], True),
        (["192.168.1.5"], True),
        (["10.1.2.3", "172.16.0.1", "fd00::1", "fe80::1"], True),
        (["93.184.215.14"], False),
        (["127.0.0.1", "93.184.215.14"], False),
        (["2606:2800:21f::1"], False),
        (["::ffff:93.184.215.14"], False),
        (["::ffff:127.0.0.1"], True),
    ],
)
def test_ones_own_network_is_known(ips: list[str], own: bool) -> None:
    assert local(ips) is own


def test_http_leaves_ones_own_network_only_on_the_users_word() -> None:
    outside = ["93.184.215.14"]
    with pytest.raises(UsageError) as caught:
        guard(address("http://a.example"), outside, unencrypted=False)
    assert caught.value.reason == "endpoint-unencrypted"
    guard(address("http://a.example"), outside, unencrypted=True)
    guard(address("https://a.example"), outside, unencrypted=False)
    guard(address("http://a.example"), ["10.0.0.1"], unencrypted=False)
