"""``sowhat draft`` against a server on this machine."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from sowhat import drafting
from tests.cli.conftest import Command, Said
from tests.model_server import Server

MODEL = "llama3.2"
SLIDE = 3  # "AcmeFlow: our product"
GOOD = "2. You see dashboards of your own.\n3. You keep any {Organisation1} you have."


class Terminal(io.StringIO):
    """What is typed on a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOWHAT_ENDPOINT_KEY", raising=False)


@pytest.fixture
def draft(sowhat: Command, model_server: Server, vendor_pptx: Path) -> Command:
    """Draft the product slide with the server."""
    model_server.say(GOOD)

    def run(*words: object, yes: bool = True) -> Said:
        named = ("--endpoint", model_server.url, "--model", MODEL, "--slide", SLIDE)
        consent = ("--yes",) if yes else ()
        return sowhat("draft", vendor_pptx, *named, "--no-pictures", *consent, *words)

    return run


def test_a_draft_is_marked_as_a_machines(draft: Command, model_server: Server) -> None:
    said = draft()
    assert said.code == 0
    assert "Draft by a machine (llama3.2), to be checked:" in said.out
    assert "You see dashboards of your own." in said.out
    assert len(model_server.asked) == 1


def test_show_shows_to_the_letter_what_is_sent_and_sends_nothing(
    draft: Command, model_server: Server
) -> None:
    shown = draft("--show", yes=False)
    assert shown.code == 0
    assert model_server.asked == []
    draft()
    assert model_server.asked[0].body.decode() in shown.out
    assert f"To {model_server.url}/v1/chat/completions:" in shown.out
    assert "Acme" not in shown.out


def test_names_are_masked_unless_the_user_says_otherwise(
    draft: Command, model_server: Server
) -> None:
    assert "AcmeFlow" in draft("--no-mask", "--show", yes=False).out
    assert "dashboards" not in draft("--mask-also", "dashboards", "--show", yes=False).out
    assert model_server.asked == []


def test_a_failure_leaves_the_offline_draft_and_says_why(
    draft: Command, model_server: Server
) -> None:
    model_server.say("2. You see 12 dashboards of your own.")
    said = draft()
    assert said.code == 5
    assert "Slide 3 keeps its offline draft. The answer has a number" in " ".join(said.out.split())
    assert "Draft, made offline:" in said.out


def test_what_no_request_would_change_is_asked_once(
    sowhat: Command, model_server: Server, vendor_pptx: Path
) -> None:
    model_server.fail(401)
    named = ("--endpoint", model_server.url, "--model", MODEL, "--yes", "--no-pictures")
    said = sowhat("draft", vendor_pptx, *named)
    assert said.code == 5
    assert said.out.count("refuses the key") > 1
    assert len(model_server.asked) == 1


def test_json_is_taken_by_other_commands(
    sowhat: Command, draft: Command, vendor_pptx: Path, tmp_path: Path
) -> None:
    file = tmp_path / "drafts.json"
    assert draft("--format", "json", "-o", file).code == 0
    assert json.loads(file.read_bytes())["slides"][0]["drafted_by"] == MODEL
    told = sowhat("audit", vendor_pptx, "--no-pictures", "--format", "json", "--drafts", file)
    advice = json.loads(told.out)["slides"][SLIDE - 1]["advice"][0]
    assert advice["drafted_by"] == MODEL
    assert advice["draft"].startswith("You see dashboards of your own.")


def test_json_on_a_failure_holds_the_offline_draft(draft: Command, model_server: Server) -> None:
    model_server.fail(500)
    said = draft("--format", "json")
    assert said.code == 5
    (only,) = json.loads(said.out)["slides"]
    assert (only["drafted_by"], only["reason"]) == (None, "server")
    assert only["draft"] == only["offline"]
    assert "Slide 3" in said.err


def test_nothing_is_sent_before_it_was_shown(
    draft: Command, model_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    said = draft(yes=False)
    assert said.code == 2
    assert "--show" in said.err
    assert model_server.asked == []


def test_on_a_terminal_it_is_shown_and_asked_once(
    draft: Command, model_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("n\n"))
    refused = draft(yes=False)
    assert "Nothing was sent." in refused.err
    assert model_server.asked == []
    monkeypatch.setattr(sys, "stdin", Terminal("y\n"))
    first = draft(yes=False)
    assert model_server.asked[0].body.decode() in first.err
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    again = draft(yes=False)
    assert (first.code, again.code) == (0, 0)
    assert "Send this" not in again.err
    assert len(model_server.asked) == 2


def test_what_the_window_set_up_is_used(
    sowhat: Command, model_server: Server, vendor_pptx: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sowhat.settings import Endpoint

    model_server.say(GOOD)
    drafting.keep(drafting.Kept(Endpoint(model_server.url, MODEL, "sk-1")))
    words = ("draft", vendor_pptx, "--slide", SLIDE, "--yes", "--no-pictures")
    assert sowhat(*words).code == 0
    monkeypatch.setenv("SOWHAT_ENDPOINT_KEY", "sk-2")
    assert sowhat(*words).code == 0
    keys = [asked.head["authorization"] for asked in model_server.asked]
    assert keys == ["Bearer sk-1", "Bearer sk-2"]


def test_a_kept_key_goes_to_no_other_address(draft: Command, model_server: Server) -> None:
    from sowhat.settings import Endpoint

    drafting.keep(drafting.Kept(Endpoint("http://other.example", MODEL, "sk-1")))
    draft()
    assert "authorization" not in model_server.asked[0].head


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "No model of your own is set up."),
        (("--endpoint", "http://localhost:1"), "No model of your own is set up."),
        (("--endpoint", "nonsense", "--model", "m", "--yes"), "is no address"),
        (("--endpoint", "http://a", "--model", "m", "--seconds", "0"), "is no time limit"),
        (("--endpoint", "http://a", "--model", "m", "--slide", "5"), "has nothing to draft"),
        (("--endpoint", "http://a", "--model", "m", "--slide", "99"), "There is no slide 99"),
        (("--endpoint", "http://a", "--model", "m", "--show", "--yes"), "not allowed with"),
    ],
)
def test_wrong_use_is_told(
    sowhat: Command, vendor_pptx: Path, words: tuple[str, ...], said: str
) -> None:
    found = sowhat("draft", vendor_pptx, "--no-pictures", *words)
    assert found.code == 2
    assert said in found.err


def test_a_deck_without_anything_to_draft_is_told(
    sowhat: Command, tmp_path: Path, model_server: Server
) -> None:
    from pptx import Presentation

    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[6])
    deck.save(str(tmp_path / "bare.pptx"))
    named = ("--endpoint", model_server.url, "--model", MODEL, "--yes", "--no-pictures")
    said = sowhat("draft", tmp_path / "bare.pptx", *named)
    assert said.code == 0
    assert "No slide of this deck can be drafted." in said.err
    assert model_server.asked == []


def test_a_file_that_is_none_is_told(sowhat: Command, vendor_pptx: Path, tmp_path: Path) -> None:
    (tmp_path / "none.json").write_text("{}")
    said = sowhat("audit", vendor_pptx, "--drafts", tmp_path / "none.json")
    assert said.code == 2
    assert "is not a file of drafts" in said.err
