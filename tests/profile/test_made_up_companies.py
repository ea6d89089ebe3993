"""Whose deck it is, for whom and what it sells, in decks of made-up companies of many trades."""

from __future__ import annotations

import pytest

from sowhat import profile
from sowhat.profile.names import key
from sowhat.settings import AuditOptions
from tests.profile.companies import COMPANIES, Company


@pytest.mark.parametrize("company", COMPANIES, ids=lambda company: company.id)
def test_a_reader_would_say_the_same(company: Company) -> None:
    found = profile.find(company.deck, AuditOptions())
    assert (key(company.vendor) in {key(name) for name in found.vendor.names}) == bool(
        company.vendor
    )
    assert set(company.aliases) <= set(found.vendor.names)
    assert found.customer.name == company.customer
    assert set(found.products) == set(company.products)
