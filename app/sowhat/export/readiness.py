"""The check as JSON: the contract ``sowhat.check/1``. Only additions without a new number."""

from __future__ import annotations

import json
from typing import Any

from sowhat.export import contract
from sowhat.model import AboutThem, Box, Customer, Customising, Fact, Item, Readiness

SCHEMA = "sowhat.check/1"


def as_json(found: Readiness) -> str:
    """Return the check as JSON text."""
    return json.dumps(plain(found), ensure_ascii=False, indent=2) + "\n"


def plain(found: Readiness) -> dict[str, Any]:
    """Return the check as the contract's plain values."""
    audit = contract.plain(found.audit)
    return {
        "schema": SCHEMA,
        "version": found.audit.version,
        "deck": audit["deck"],
        "customer": _customer(found.customer),
        "ready": found.ready.value,
        "sentence": found.sentence,
        "items": [_item(item) for item in found.items],
        "about": _about(found.about),
        "master": _customising(found.customising) if found.customising else None,
    }


def _customer(customer: Customer) -> dict[str, Any]:
    party = customer.party
    return {
        "name": party.name,
        "aliases": list(party.aliases),
        "source": party.source.value,
        "facts": [_fact(fact) for fact in customer.facts],
    }


def _fact(fact: Fact) -> dict[str, str]:
    return {"kind": fact.kind.value, "text": fact.text}


def _item(item: Item) -> dict[str, Any]:
    return {
        "kind": item.kind.value,
        "id": item.id,
        "blocker": item.stops,
        "slide": item.slide,
        "where": item.where.value,
        "text": item.text,
        "why": item.why,
        "confidence": item.confidence,
        "box": _box(item.box),
        "exact": item.exact,
        "meant": item.meant,
    }


def _box(box: Box | None) -> list[float] | None:
    edges = (box.x0, box.y0, box.x1, box.y1) if box else ()
    return [round(edge, contract.PLACES) for edge in edges] or None


def _about(about: AboutThem) -> dict[str, Any]:
    return {
        "first_named": about.first,
        "named": list(about.named),
        "titled": list(about.titled),
        "facts_found": [_fact(fact) for fact in about.found],
        "facts_missing": [_fact(fact) for fact in about.missing],
        "masked": list(about.masked),
        "people": list(about.peopled),
        "next_steps": {
            "slides": list(about.next_steps),
            "ours": about.ours,
            "theirs": about.theirs,
            "dated": about.dated,
        },
        "we_together": about.together,
        "we_vendor": about.vendor,
    }


def _customising(found: Customising) -> dict[str, Any]:
    share = found.share
    return {
        "path": found.master,
        "share": None if share is None else round(share, contract.PLACES),
        "real": list(found.real),
        "swapped": list(found.swapped),
        "added": list(found.added),
        "dropped": list(found.dropped),
        "required_gone": list(found.required),
        "outdated": list(found.outdated),
    }
