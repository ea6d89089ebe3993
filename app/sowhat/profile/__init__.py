"""Vendor, products and customer: given, or found from the deck's own evidence."""

from __future__ import annotations

from sowhat.model import Deck, Origin, Party, Profile, Purpose
from sowhat.profile import others, products, vendor
from sowhat.profile.abbreviations import abbreviations, spelling
from sowhat.profile.carried import carried
from sowhat.profile.evidence import Evidence, gather
from sowhat.profile.names import clean, key
from sowhat.settings import AuditOptions

__all__ = ["addressed", "carried", "find"]


def find(deck: Deck, options: AuditOptions) -> Profile:
    """Return the profile of ``deck``; what ``options`` give is taken as it is."""
    evidence = gather(deck)
    stated = others.stated(evidence)
    barred = stated | _forms((*options.customer, *stated.values()), evidence)
    seller = _given(options.vendor) or vendor.find(evidence, barred, options.customer)
    buyer = _given(options.customer) or others.customer(evidence, seller, stated)
    return Profile(
        vendor=seller,
        customer=buyer,
        products=options.products or products.find(evidence, seller, buyer),
        purpose=options.purpose or Purpose.FIRST_MEETING,
        purpose_source=Origin.GIVEN if options.purpose else Origin.UNKNOWN,
    )


def addressed(deck: Deck) -> tuple[str, ...]:
    """Return the names that ``deck`` itself calls its customer's: "Prepared for X"."""
    return tuple(others.stated(gather(deck)).values())


def _forms(names: tuple[str, ...], evidence: Evidence) -> dict[str, str]:
    """Return what customers, given or addressed, are called, by the keys: none is the vendor."""
    forms = (*names, *abbreviations(names, evidence.slides), *spelling(names, evidence.slides))
    return {key(form): clean(form) for form in forms if key(form)}


def _given(names: tuple[str, ...]) -> Party | None:
    return Party(names[0], names[1:], Origin.GIVEN) if names else None
