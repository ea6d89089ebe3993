"""A slide of the vendor's, audited by hand, and the request for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sowhat import drafting
from sowhat.drafting import Request
from sowhat.measure import measure
from sowhat.model import Action, Advice, Audit, MachineDraft, Party, Profile
from sowhat.settings import Endpoint
from tests.decks import written
from tests.measure.decks import verdicts_of
from tests.model_server import Server

PROFILE = Profile(Party("Acme"), Party("Northwind"), ("AcmeFlow", "AcmePulse"))
LINES = (
    "Our platform helps finance teams close the books in 3 days.",
    "AcmeFlow integrates with 120 ERP systems.",
    "Jane Miller of Globex runs it in Rotterdam.",
)
OFFLINE = "You close the books in __ days instead of __."
MODEL = "llama3.2"

Draft = Callable[..., MachineDraft]


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for what is kept, new for each test, and no key from outside."""
    monkeypatch.setenv("SOWHAT_DATA", str(tmp_path / "kept"))
    monkeypatch.delenv("SOWHAT_ENDPOINT_KEY", raising=False)
    return tmp_path / "kept"


@pytest.fixture(scope="session")
def audit() -> Audit:
    deck = written(("Close faster with AcmeFlow", *LINES), ("Your close takes nine days",))
    verdicts = verdicts_of(("vendor product", "customer problem"))
    return Audit(
        deck=deck,
        profile=PROFILE,
        verdicts=verdicts,
        measures=measure(deck, verdicts, [()] * len(verdicts)),
        findings=(),
        advice=(Advice(1, Action.REWRITE, "So what?", OFFLINE), Advice(2, Action.MOVE, to=1)),
        sentence="",
        version="0",
    )


@pytest.fixture
def draft(audit: Audit, model_server: Server) -> Draft:
    """Have the first slide drafted by the server; names stand as they are unless ``mask``."""

    def asked(**more: Any) -> MachineDraft:
        more = {"address": model_server.url, "mask": False, "seconds": 20.0, **more}
        chosen = Endpoint(model=MODEL, **more)
        return drafting.ask(drafting.request(audit, 1, chosen), chosen, drafting.Call())

    return asked


@pytest.fixture(scope="session")
def plain(audit: Audit) -> Request:
    """The request with names as they stand."""
    return drafting.request(audit, 1, Endpoint("http://localhost", MODEL, mask=False))
