"""A comparison as JSON: the contract ``sowhat.compare/1``. Only additions without a new number."""

from __future__ import annotations

import json
from typing import Any

from sowhat.export import contract
from sowhat.model import Audit, Comparison, Outcome, Pair, Single, Verdict

SCHEMA = "sowhat.compare/1"


def as_json(comparison: Comparison) -> str:
    """Return the comparison as JSON text."""
    return json.dumps(plain(comparison), ensure_ascii=False, indent=2) + "\n"


def plain(comparison: Comparison) -> dict[str, Any]:
    """Return the comparison as the contract's plain values."""
    old, new = comparison.old, comparison.new
    return {
        "schema": SCHEMA,
        "version": new.version,
        "sentence": comparison.sentence,
        "apart": comparison.apart,
        "old": _deck(old),
        "new": _deck(new),
        "slides": [_pair(comparison, pair) for pair in comparison.pairs],
        "added": [_single(new, single) for single in comparison.added],
        "dropped": [_single(old, single) for single in comparison.dropped],
        "counts": {
            "paired": len(comparison.pairs),
            "moved": len(comparison.moved),
            "changed": len(comparison.edited),
            "turned": len(comparison.turned),
            "added": len(comparison.added),
            "dropped": len(comparison.dropped),
        },
        "outcomes": [_outcome(outcome) for outcome in comparison.outcomes],
    }


def _deck(audit: Audit) -> dict[str, Any]:
    """Return deck, sentence and measures as in the contract of an audit."""
    whole = contract.plain(audit)
    return {key: whole[key] for key in ("deck", "profile", "sentence", "measures")}


def _pair(comparison: Comparison, pair: Pair) -> dict[str, Any]:
    before, after = comparison.old.verdict(pair.old), comparison.new.verdict(pair.new)
    return {
        "old": pair.old,
        "new": pair.new,
        "title": comparison.new.deck.slides[pair.new - 1].title,
        "likeness": pair.likeness,
        "moved": pair.moved,
        "changed": [part.value for part in pair.changed],
        "before": _verdict(before),
        "after": _verdict(after),
    }


def _single(audit: Audit, single: Single) -> dict[str, Any]:
    return {
        "number": single.slide,
        "title": audit.deck.slides[single.slide - 1].title,
        "shares_words_with": single.shares,
        "verdict": _verdict(audit.verdict(single.slide)),
    }


def _verdict(verdict: Verdict) -> dict[str, Any]:
    return {
        "stance": verdict.stance.value,
        "unsure": verdict.unsure,
        "decided": verdict.decided,
        "motifs": [motif.value for motif in verdict.motifs],
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        "kind": outcome.kind,
        "id": outcome.id,
        "fate": outcome.fate.value,
        "message": outcome.message,
        "old": list(outcome.old),
        "new": list(outcome.new),
    }
