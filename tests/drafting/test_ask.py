"""One draft asked of a real server on this machine, and each way in which that can fail."""

from __future__ import annotations

import json
import socket
import threading
from pathlib import Path
from typing import Any

import pytest

from sowhat import drafting
from sowhat.drafting.rules import limits
from sowhat.errors import CancelledError, EndpointError, UsageError
from sowhat.model import Audit
from sowhat.settings import Endpoint
from sowhat.texts import error_text
from tests.drafting import certificates
from tests.drafting.conftest import MODEL, Draft
from tests.model_server import Server, served

ANSWER = "1. You close the books in 3 days."
KEY = "sk-secret-0815"


def reason(draft: Draft, **more: object) -> str:
    with pytest.raises(EndpointError) as caught:
        draft(**more)
    assert error_text(caught.value)
    return caught.value.reason


def test_a_good_answer_becomes_the_draft(draft: Draft, model_server: Server, audit: Audit) -> None:
    model_server.say(f"Here you are:\n{ANSWER}\n2. **You keep your 120 ERP systems**\nEnjoy!")
    found = draft()
    assert found.text == "You close the books in 3 days.\nYou keep your 120 ERP systems."
    assert (found.slide, found.model) == (1, MODEL)
    assert found.words == drafting.request(audit, 1, Endpoint("http://a", MODEL)).words


def test_what_is_sent_is_what_is_shown(draft: Draft, model_server: Server, audit: Audit) -> None:
    model_server.say(ANSWER)
    draft()
    (asked,) = model_server.asked
    shown = drafting.request(audit, 1, Endpoint(model_server.url, MODEL, mask=False))
    assert asked.body == shown.body
    assert asked.line == "POST /v1/chat/completions HTTP/1.1"
    assert asked.data["model"] == MODEL
    assert asked.data["stream"] is False
    assert set(asked.head) == {
        *("host", "connection", "content-type", "content-length", "user-agent"),
        *("accept", "accept-encoding"),
    }
    assert asked.head["host"] in model_server.url
    assert asked.head["user-agent"] == "SoWhat"


def test_the_key_goes_into_its_header_only(draft: Draft, model_server: Server) -> None:
    model_server.say(ANSWER)
    draft(key=KEY)
    (asked,) = model_server.asked
    assert asked.head["authorization"] == f"Bearer {KEY}"
    assert KEY.encode() not in asked.body
    assert KEY not in repr(Endpoint("http://a", MODEL, KEY))


def test_names_are_put_back(draft: Draft, model_server: Server) -> None:
    model_server.say("1. {Customer} closes the books in 3 days with {Product1}.")
    assert draft(mask=True).text == "Northwind closes the books in 3 days with AcmeFlow."


@pytest.mark.parametrize(
    ("answer", "why", "told"),
    [
        ("1. {Customer} closes the books in 3 days with {Product7}.", "invented", "{Product7}"),
        ("1. {Customer closes the books in 3 days.", "invented", "{"),
        ("1. {customer} closes the books in 3 days.", "invented", "{customer}"),
        ("4. You run it in {Place1} every day.", "lost", "Globex"),
    ],
)
def test_tokens_lost_or_invented_are_a_bad_answer(
    draft: Draft, model_server: Server, answer: str, why: str, told: str
) -> None:
    model_server.say(answer)
    with pytest.raises(EndpointError) as caught:
        draft(mask=True)
    assert caught.value.reason == f"token-{why}"
    assert told in error_text(caught.value)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "empty-answer"),
        (None, "empty-answer"),
        ("<think>1. You close the books.</think>", "empty-answer"),
        ("You close the books in 3 days.", "form"),
        ("7. You close the books in 3 days.", "form"),
        ("1. Sie schließen Ihre Bücher bald.", "language"),
        ("1. You close the books in 2 days.", "numbers"),
        ("1. You close the books like Contoso.", "names"),
        ("1. Our platform closes the books in 3 days.", "vendor-subject"),
        ("1. You close the books in 3 days!", "unsound"),
        ("1. You bake better bread every morning.", "off-topic"),
    ],
)
def test_a_bad_answer_is_refused(
    draft: Draft, model_server: Server, content: object, why: str
) -> None:
    model_server.say(content)
    assert reason(draft) == why


def test_thoughts_and_parts_are_understood(draft: Draft, model_server: Server) -> None:
    model_server.say(f"<think>\n1. Our platform …\n</think>\n{ANSWER}")
    assert draft().text == "You close the books in 3 days."
    model_server.say([{"type": "text", "text": ANSWER}])
    assert draft().text == "You close the books in 3 days."


def test_of_more_lines_than_a_draft_has_the_first_are_taken(
    draft: Draft, model_server: Server
) -> None:
    model_server.say(f"{ANSWER}\n" * 2 + "2. You keep your 120 ERP systems.")
    assert len(draft().text.splitlines()) == 2


def test_an_answer_that_is_cut_off_is_refused(draft: Draft, model_server: Server) -> None:
    model_server.say(ANSWER, finish="length")
    assert reason(draft) == "cut-off"


@pytest.mark.parametrize(
    "body", [b"<html>Hello</html>", b"", b"{}", b'{"choices": 1}', b"[" * 100_000, b"\xff\xfe"]
)
def test_what_is_no_answer_is_refused(draft: Draft, model_server: Server, body: bytes) -> None:
    model_server.fail(200, body)
    assert reason(draft) == "not-json"


def test_a_compressed_answer_is_not_unpacked(draft: Draft, model_server: Server) -> None:
    model_server.fail(200, b"\x1f\x8b\x08\x00", Content_Encoding="gzip")
    assert reason(draft) == "not-json"


def test_an_answer_without_end_is_refused(draft: Draft, model_server: Server) -> None:
    model_server.fail(200, b" " * (limits().most_answer + 1))
    assert reason(draft) == "long-answer"


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (400, "server"),
        (401, "key"),
        (403, "key"),
        (404, "no-model"),
        (418, "server"),
        (429, "busy"),
        (500, "server"),
        (503, "server"),
        (204, "server"),
    ],
)
def test_a_status_has_its_sentence(
    draft: Draft, model_server: Server, status: int, why: str
) -> None:
    model_server.fail(status)
    assert reason(draft) == why


@pytest.mark.parametrize("error", [{"message": f"no\nkey {KEY}\x1b[31m"}, f"no\nkey {KEY}\x1b[31m"])
def test_what_the_server_says_is_told_without_the_key(
    draft: Draft, model_server: Server, error: object
) -> None:
    model_server.fail(401, json.dumps({"error": error}).encode())
    with pytest.raises(EndpointError) as caught:
        draft(key=KEY)
    said = error_text(caught.value)
    assert "(401: “no key …" in said
    assert KEY not in said
    assert "\x1b" not in said


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_other_address_is_followed(draft: Draft, model_server: Server, status: int) -> None:
    with served() as other:
        other.say(ANSWER)
        model_server.fail(status, Location=f"{other.url}/v1/chat/completions")
        assert reason(draft) == "redirect"
        assert other.asked == []
    assert len(model_server.asked) == 1


def test_nobody_there_is_told(draft: Draft) -> None:
    with socket.socket() as free:  # bound and not listening: nobody answers
        free.bind(("127.0.0.1", 0))
        assert reason(draft, address=f"http://127.0.0.1:{free.getsockname()[1]}") == "refused"


def test_a_name_that_nobody_knows_is_told(draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert reason(draft, address="https://models.example") == "unresolved"


def test_a_name_that_cannot_be_one_is_told(draft: Draft) -> None:
    assert reason(draft, address=f"https://{'a' * 70}.example") == "unresolved"


def test_an_address_outside_is_not_asked_over_http(
    draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    def outside(*_: object, **__: object) -> list[tuple[object, ...]]:
        return [(0, 0, 0, "", ("93.184.215.14", 80))]

    monkeypatch.setattr(socket, "getaddrinfo", outside)
    with pytest.raises(UsageError) as caught:
        draft(address="http://models.example")
    assert caught.value.reason == "endpoint-unencrypted"


def test_a_host_is_looked_up_once_so_that_it_cannot_become_another(
    draft: Draft, model_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    model_server.say(ANSWER)
    looked: list[str] = []
    real = socket.getaddrinfo

    def once(host: str, port: int, *rest: Any, **more: Any) -> list[Any]:
        looked.append(host)
        there = "127.0.0.1" if len(looked) == 1 else "93.184.215.14"
        return real(there if host == "models.example" else host, port, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", once)
    draft(address=model_server.url.replace("127.0.0.1", "models.example"))
    assert looked.count("models.example") == 1
    assert model_server.asked[0].head["host"].startswith("models.example:")


def test_a_server_that_hangs_up_is_told(draft: Draft) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def hang_up() -> None:
            line, _ = server.accept()
            line.recv(64)
            line.close()

        thread = threading.Thread(target=hang_up)
        thread.start()
        why = reason(draft, address=f"http://127.0.0.1:{server.getsockname()[1]}")
        thread.join()
    assert why == "lost"


def test_waiting_has_an_end(draft: Draft, model_server: Server) -> None:
    model_server.hold = True
    assert reason(draft, seconds=0.2) == "timeout"


def test_it_can_be_stopped_while_it_waits(model_server: Server, audit: Audit) -> None:
    model_server.hold = True
    chosen = Endpoint(model_server.url, MODEL)
    call = drafting.Call()

    def stop() -> None:
        model_server.came.wait(20)
        call.cancel()

    stopper = threading.Thread(target=stop)
    stopper.start()
    with pytest.raises(CancelledError):
        drafting.ask(drafting.request(audit, 1, chosen), chosen, call)
    stopper.join()


def test_what_was_stopped_before_is_never_sent(model_server: Server, audit: Audit) -> None:
    chosen = Endpoint(model_server.url, MODEL)
    call = drafting.Call()
    call.cancel()
    with pytest.raises(CancelledError):
        drafting.ask(drafting.request(audit, 1, chosen), chosen, call)
    assert model_server.asked == []


def test_stopping_what_has_ended_does_nothing(model_server: Server, audit: Audit) -> None:
    model_server.say(ANSWER)
    chosen = Endpoint(model_server.url, MODEL, mask=False)
    call = drafting.Call()
    drafting.ask(drafting.request(audit, 1, chosen), chosen, call)
    call.cancel()


@pytest.mark.parametrize("key", ["sk bad", "schlüssel", "a\r\nHost: b"])
def test_a_key_that_is_none_is_not_sent(draft: Draft, model_server: Server, key: str) -> None:
    with pytest.raises(UsageError) as caught:
        draft(key=key)
    assert caught.value.reason == "endpoint-key"
    assert model_server.asked == []


# Certificates.


def test_a_certificate_that_nobody_knows_is_refused(draft: Draft, tmp_path: Path) -> None:
    _, shows = certificates.make(tmp_path)
    with served(shows) as server:
        assert reason(draft, address=server.url) == "certificate"
        assert server.asked == []


def test_a_companys_own_authority_can_be_named(
    draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trusted, shows = certificates.make(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    with served(shows) as server:
        server.say(ANSWER)
        assert draft(address=server.url).text == "You close the books in 3 days."


def test_a_certificate_is_held_against_the_name_that_was_typed(
    draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trusted, shows = certificates.make(tmp_path, host="localhost")
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    with served(shows) as server:
        server.say(ANSWER)
        named = server.url.replace("127.0.0.1", "localhost")
        assert draft(address=named).text == "You close the books in 3 days."
        assert server.asked[0].head["host"] in named
        assert reason(draft, address=server.url) == "certificate"  # the same server, by its address


@pytest.mark.parametrize("host", ["127.0.0.9", "models.example", "localhost.example"])
def test_a_certificate_for_another_host_is_refused(
    draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    trusted, shows = certificates.make(tmp_path, host=host)
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    with served(shows) as server:
        for address in (server.url, server.url.replace("127.0.0.1", "localhost")):
            assert reason(draft, address=address) == "certificate"
        assert server.asked == []


def test_https_where_http_is_spoken_is_told(draft: Draft, model_server: Server) -> None:
    assert reason(draft, address=model_server.url.replace("http:", "https:")) == "certificate"


# Proxies.


def test_the_environments_proxy_is_left_alone(
    draft: Draft, model_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    model_server.say(ANSWER)
    with served() as proxy:
        for name in ("http_proxy", "https_proxy", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
        draft()
        assert reason(draft, address="https://127.0.0.1:9") == "refused"
        assert proxy.asked == []


def test_the_systems_proxy_is_used_on_the_users_word(
    draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "")
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        heard: list[bytes] = []

        def refuse() -> None:
            line, _ = proxy.accept()
            heard.append(line.recv(4096))
            line.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
            line.close()

        thread = threading.Thread(target=refuse)
        thread.start()
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{proxy.getsockname()[1]}")
        assert reason(draft, address="https://models.example", proxy=True, key=KEY) == "proxy"
        thread.join()
    assert heard[0].startswith(b"CONNECT models.example:443 ")
    assert KEY.encode() not in heard[0]


def test_a_proxy_of_another_kind_is_told(draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "")
    monkeypatch.setenv("https_proxy", "socks5://127.0.0.1:9")
    assert reason(draft, address="https://models.example", proxy=True) == "proxy"
