from __future__ import annotations

import json

import pytest

from sowhat import drafting
from sowhat.drafting.masking import Mask
from sowhat.model import Audit, Party, Profile
from sowhat.settings import Endpoint
from tests.drafting.conftest import LINES, MODEL, PROFILE

SECRETS = ("acme", "northwind", "globex", "rotterdam", "jane", "miller")


def mask(*lines: str, also: tuple[str, ...] = (), profile: Profile = PROFILE) -> Mask:
    return Mask.of(profile, lines, also)


def test_no_name_is_left_in_what_is_sent(audit: Audit) -> None:
    sent = drafting.request(audit, 1, Endpoint("http://localhost", MODEL)).body.decode().casefold()
    assert not [name for name in SECRETS if name in sent]
    assert "{vendor}" in sent
    assert "{product1} integrates with 120 erp systems." in sent or "120" in sent


def test_without_masking_names_go_as_they_stand(audit: Audit) -> None:
    chosen = Endpoint("http://localhost", MODEL, mask=False)
    asked = json.loads(drafting.request(audit, 1, chosen).body)["messages"][1]["content"]
    assert all(line in asked for line in LINES)
    assert "Vendor: Acme" in asked
    assert "Customer: Northwind" in asked
    assert "AcmePulse" not in asked  # a product that the slide does not name


@pytest.mark.parametrize(
    ("said", "hidden"),
    [
        ("Acme's platform", "{Vendor}'s platform"),
        ("ACME and acme", "{Vendor} and {Vendor}"),
        ("AcmeFlow, AcmePulse", "{Product1}, {Product2}"),
        ("your myAcme, ACMEcloud", "your my{Vendor}, {Vendor}cloud"),
        ("the acmeist school", "the acmeist school"),
        ("curly {Vendor} braces", "curly (Vendor) braces"),
        ("Write to joe@mail.example or www.mail.example", "Write to {Address1} or {Address2}"),
        ("We acquire Tallyline in Utrecht", "We acquire {Name1} in {Place1}"),
        ("Highest ranking offices", "Highest ranking offices"),
    ],
)
def test_names_become_tokens(said: str, hidden: str) -> None:
    made = mask(said)
    assert made.hide(said).replace("{Organisation1}", "{Name1}") == hidden


def test_tokens_become_names_again() -> None:
    made = mask(*LINES)
    assert [made.restore(made.hide(line)) for line in LINES] == list(LINES)


def test_the_user_can_name_more() -> None:
    assert "{Name1}" in mask("Our Blue Book tells", also=("blue book",)).hide("Our Blue Book tells")


def test_a_short_name_is_no_part_of_longer_words() -> None:
    it = Profile(Party("IT"))
    assert mask(profile=it).hide("ITALY, Italy, IT") == "ITALY, Italy, {Vendor}"


def test_vendors_tokens_may_go_but_no_others() -> None:
    made = mask(*LINES)
    sent = made.hide("AcmeFlow runs at Northwind for Acme.")
    assert made.lost(sent, "{Customer} runs it.") is None
    assert made.lost(sent, "You run it.") == "{Customer}"


@pytest.mark.parametrize(
    "answered", ["{Vendor2} runs.", "{Name9} runs.", "{vendor} runs.", "{", "}"]
)
def test_invented_tokens_are_found(answered: str) -> None:
    assert mask(*LINES).invented(answered) is not None


def test_a_token_without_its_braces_is_found() -> None:
    assert mask(*LINES).invented("Product1 runs at {Customer}.") == "{Product1}"
    assert mask(*LINES).invented("{Product1} runs at {Customer}.") is None


def test_an_empty_mask_changes_nothing() -> None:
    assert Mask().hide("{Acme}") == "{Acme}"
    assert Mask().invented("{Acme}") is None
    assert Mask().lost("{Acme}", "") is None
