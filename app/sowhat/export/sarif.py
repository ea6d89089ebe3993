"""The audits as SARIF 2.1.0: one run, a deck an artifact, a finding a result.

SARIF knows lines, not slides: a slide is a logical location of its deck, and the place on it is
told in the location's properties as it is in the JSON contract.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from sowhat.errors import SowhatError
from sowhat.explain import Explanation, explain
from sowhat.export.wording import deck_name, headline
from sowhat.model import Audit, DeckKind, Finding, Place
from sowhat.rules import load
from sowhat.texts import error_text, gap_text, text

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LEVELS = {"us": "warning", "gap": "warning", "check": "note"}
TYPES = {
    DeckKind.PPTX: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    DeckKind.PDF: "application/pdf",
}
DIGITS = 4  # decimals of a box

Values = dict[str, Any]


def as_sarif(
    audits: Sequence[Audit], version: str, unread: Mapping[Path, SowhatError] | None = None
) -> str:
    """Return the findings of all audits as the text of one SARIF log.

    ``version`` is the program's. ``unread`` are the decks that could not be read, with the reason:
    they are told as the run's
    notifications, and so are the audits' gaps.
    """
    ids = list(load().findings)
    notes = [note for index, audit in enumerate(audits) for note in _gaps(audit, index)]
    notes += [_failure(path, error) for path, error in (unread or {}).items()]
    run = {
        "tool": {"driver": _driver(ids, version)},
        "invocations": [{"executionSuccessful": not unread, "toolExecutionNotifications": notes}],
        "artifacts": [_artifact(audit) for audit in audits],
        "results": [
            _result(audit, index, finding, ids.index(finding.id))
            for index, audit in enumerate(audits)
            for finding in audit.findings
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _driver(ids: Sequence[str], version: str) -> Values:
    return {
        "name": "SoWhat",
        "version": version,
        "semanticVersion": version,
        "shortDescription": {"text": text("sarif.about")},
        "rules": [_rule(explain(name)) for name in ids],
    }


def _rule(told: Explanation) -> Values:
    level = LEVELS[load().findings[told.id].level]
    return {
        "id": told.id,
        "shortDescription": {"text": told.name},
        "fullDescription": {"text": told.why.strip()},
        "defaultConfiguration": {"level": level},
        "help": {"text": _help(told, "", ""), "markdown": _help(told, "**", "- ")},
    }


def _help(told: Explanation, strong: str, bullet: str) -> str:
    parts = {
        "ask": told.asks,
        "do": (told.does,),
        "source": told.sources,
        "against": told.against,
    }
    lines: list[str] = []
    for key, said in parts.items():
        lines += [f"{strong}{text(f'cli.{key}')}{strong}", ""]
        lines += [*(f"{bullet}{line.strip()}" for line in said), ""]
    return "\n".join(lines).strip()


def _artifact(audit: Audit) -> Values:
    deck, measures = audit.deck, audit.measures
    return {
        "location": {"uri": _uri(deck.path)},
        "mimeType": TYPES[deck.kind],
        "hashes": {"sha-256": deck.sha256},
        "roles": ["analysisTarget"],
        "description": {"text": audit.sentence},
        "properties": {
            "slides": len(deck.slides),
            "vendorShare": measures.vendor_share,
            "band": measures.band,
        },
    }


def _uri(path: str) -> str:
    """Return a relative path as it is, an absolute one as a file's URI."""
    if Path(path).is_absolute():
        return Path(path).as_uri()
    return quote(PurePath(path).as_posix())


def _result(audit: Audit, deck: int, finding: Finding, rule: int) -> Values:
    return {
        "ruleId": finding.id,
        "ruleIndex": rule,
        "level": LEVELS[finding.level],
        "message": {"text": finding.message},
        "locations": list(_locations(audit, deck, finding)),
        "partialFingerprints": {"findingAndSlides/v1": _fingerprint(audit, finding)},
    }


def _locations(audit: Audit, deck: int, finding: Finding) -> Iterator[Values]:
    """Yield the finding's places, each slide without one as a whole, or else the deck."""
    physical = _physical(audit, deck)
    placed = {place.slide for place in finding.places}
    whole = [Place(number) for number in finding.slides if number not in placed]
    places = sorted([*finding.places, *whole], key=lambda place: place.slide)
    if not places:
        yield {"physicalLocation": physical}
    for place in places:
        yield {"physicalLocation": physical, **_on_slide(audit, place)}


def _physical(audit: Audit, deck: int) -> Values:
    return {"artifactLocation": {"uri": _uri(audit.deck.path), "index": deck}}


def _on_slide(audit: Audit, place: Place) -> Values:
    name = text("sarif.slide", slide=place.slide)
    slide = audit.deck.slides[place.slide - 1]
    said = place.quote or headline(slide)
    known: Values = {"slide": place.slide, "source": place.source.value}
    if place.box:
        box = place.box.clamped()
        known["box"] = [round(v, DIGITS) for v in (box.x0, box.y0, box.x1, box.y1)]
        known["exact"] = place.exact
    if place.quote:
        known["quote"] = place.quote
    full = f"{deck_name(audit)}/{name}"
    return {
        "logicalLocations": [{"name": name, "fullyQualifiedName": full, "kind": "slide"}],
        "message": {"text": said},
        "properties": known,
    }


def _fingerprint(audit: Audit, finding: Finding) -> str:
    """Return what stays when slides move, so that a result is known again in a later version."""
    titles = sorted(audit.deck.slides[number - 1].title for number in finding.slides)
    return hashlib.sha256("\n".join((finding.id, *titles)).encode()).hexdigest()[:32]


def _gaps(audit: Audit, deck: int) -> Iterator[Values]:
    for gap in audit.deck.gaps:
        yield {
            "level": "note",
            "message": {"text": gap_text(gap)},
            "locations": [{"physicalLocation": _physical(audit, deck)}],
        }


def _failure(path: Path, error: SowhatError) -> Values:
    return {
        "level": "error",
        "message": {"text": error_text(error)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(str(path))}}}],
    }
