"""The audit as JSON: the contract ``sowhat.audit/1``. Only additions without a new number."""

from __future__ import annotations

import json
from typing import Any

from sowhat.model import (
    Advice,
    Audit,
    BlockVerdict,
    Box,
    Cut,
    Decision,
    Finding,
    Fix,
    Flow,
    Missing,
    Order,
    Party,
    Picture,
    Sign,
    Slide,
    Verdict,
)
from sowhat.texts import gap_text, text

SCHEMA = "sowhat.audit/1"
PLACES = 4  # decimals of a box: a tenth of a pixel on a slide 1,000 wide


def as_json(audit: Audit, *, indent: int | None = None) -> str:
    """Return the audit as JSON text; without ``indent`` it is one line."""
    return json.dumps(plain(audit), ensure_ascii=False, indent=indent)


def plain(audit: Audit) -> dict[str, Any]:
    """Return the audit as the contract's plain values."""
    deck, profile = audit.deck, audit.profile
    decisions = {one.slide: _decision(one) for one in audit.decisions}
    return {
        "schema": SCHEMA,
        "version": audit.version,
        "deck": {
            "path": deck.path,
            "sha256": deck.sha256,
            "kind": deck.kind.value,
            "slides": len(deck.slides),
            "gaps": [gap_text(gap) for gap in deck.gaps],
        },
        "profile": {
            "vendor": {**_party(profile.vendor), "products": list(profile.products)},
            "customer": _party(profile.customer),
            "purpose": profile.purpose.value,
            "purpose_source": profile.purpose_source.value,
        },
        "sentence": audit.sentence,
        "measures": _measures(audit),
        "top": [_fix(fix) for fix in audit.top],
        "slides": [
            {
                **_slide(slide, audit.verdict(slide.number)),
                "advice": [_advice(audit, item) for item in audit.advice_for(slide.number)],
                "decision": decisions.get(slide.number),
            }
            for slide in deck.slides
        ],
        "findings": [_finding(finding) for finding in audit.findings],
        "order": {**_order(audit.order), **_resolved(audit, audit.order)},
        "missing": [{**_missing(one), **_resolved(audit, one)} for one in audit.missing],
        "cuts": [{**_cut(one), **_resolved(audit, one)} for one in audit.cuts],
        "lost_decisions": [
            {"number": one.slide, "title": one.title, **_decision(one)} for one in audit.lost
        ],
    }


def _party(party: Party) -> dict[str, Any]:
    return {"name": party.name, "aliases": list(party.aliases), "source": party.source.value}


def _measures(audit: Audit) -> dict[str, Any]:
    measures = audit.measures
    names = tuple(measures.__slots__)
    values = {name: getattr(measures, name) for name in names}
    share = measures.vendor_share
    values["vendor_share"] = None if share is None else round(share, PLACES)
    run = measures.longest_vendor_run
    values["longest_vendor_run"] = None if run is None else list(run)
    return values


def _slide(slide: Slide, verdict: Verdict) -> dict[str, Any]:
    return {
        "number": slide.number,
        "title": slide.title,
        "hidden": slide.hidden,
        "step_of": slide.step_of,
        "stance": verdict.stance.value,
        "confidence": verdict.confidence,
        "unsure": verdict.unsure,
        "decided": verdict.decided,
        "motifs": [motif.value for motif in verdict.motifs],
        "evidence": [_sign(sign) for sign in verdict.evidence],
        "blocks": [_block(slide, block) for block in verdict.blocks],
        "pictures": [_picture(picture) for picture in slide.pictures],
    }


def _advice(audit: Audit, item: Advice) -> dict[str, Any]:
    return {
        "action": item.action.value,
        "to": item.to,
        "so_what": item.so_what,
        "further": [{"quote": one.quote, "so_what": one.so_what} for one in item.further],
        "draft": item.draft,
        "drafted_by": item.drafted_by or None,
        "why": item.why,
        **_resolved(audit, item),
    }


def _resolved(audit: Audit, item: Advice | Order | Missing | Cut) -> dict[str, Any]:
    found = audit.resolution(item)
    if found is None:
        return {"resolution": None}
    said = {"status": found.status.value, "reason": found.reason, "date": found.date or None}
    return {"resolution": said}


def _decision(decision: Decision) -> dict[str, Any]:
    return {
        "stance": decision.stance.value,
        "reason": decision.reason,
        "date": decision.date or None,
    }


def _sign(sign: Sign) -> dict[str, Any]:
    return {
        "motif": sign.motif.value if sign.motif else None,
        "kind": sign.kind,
        "id": sign.id,
        "source": sign.place.source.value,
        "exact": sign.place.exact,
        "box": _shown(sign.place.box),
        "parts": [_shown(part) for part in sign.place.parts],
        "quote": sign.place.quote,
        "why": sign.why,
    }


def _block(slide: Slide, judged: BlockVerdict) -> dict[str, Any]:
    block = slide.blocks[judged.block]
    return {
        "text": block.text,
        "source": block.source.value,
        "box": _box(block.box),
        "stance": judged.stance.value,
        "chance": max(judged.chances),
        "share": judged.share,
    }


def _picture(picture: Picture) -> dict[str, Any]:
    return {
        "kind": picture.kind.value if picture.kind else None,
        "confidence": picture.confidence,
        "why": text(f"pictures.{picture.reason}", n=len(picture.marks)) if picture.reason else None,
        "origin": picture.origin.value,
        "source": picture.source.value,
        "box": _box(picture.box),
        "alt": picture.alt,
        "marks": [_box(box) for box in picture.marks],
        "read": [
            {"text": block.text, "box": _box(block.box), "confidence": block.confidence}
            for block in picture.read
        ],
    }


def _shown(box: Box | None) -> list[float] | None:
    """Return the part of a mark's box that lies on the slide."""
    return _box(box.clamped() if box else None)


def _box(box: Box | None) -> list[float] | None:
    return [round(v, PLACES) for v in (box.x0, box.y0, box.x1, box.y1)] if box else None


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "level": finding.level,
        "slides": list(finding.slides),
        "message": finding.message,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {
        "kind": fix.kind.value,
        "what": fix.what,
        "how": fix.how,
        "effect": fix.effect,
        "weight": round(fix.weight, PLACES),
        "slides": list(fix.slides),
        "id": fix.id or None,
        "status": fix.status.value if fix.status else None,
    }


def _order(order: Order) -> dict[str, Any]:
    return {
        "note": order.note.value,
        "slides": list(order.slides),
        "appendix": list(order.appendix),
        "moved": len(order.moves),
        "moves": [
            {"slide": move.slide, "place": move.place, "why": move.why} for move in order.moves
        ],
        "before": _flow(order.before),
        "after": _flow(order.after),
    }


def _flow(flow: Flow) -> dict[str, Any]:
    run = flow.longest_vendor_run
    return {
        "first_customer_slide": flow.first_customer,
        "longest_vendor_run": None if run is None else list(run),
        "opens_with": flow.opens_with.value if flow.opens_with else None,
        "closes_with": flow.closes_with.value if flow.closes_with else None,
    }


def _missing(one: Missing) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "why": one.why,
        "lines": list(one.lines),
        "ask": one.ask,
        "after": one.after,
        "effect": one.effect,
    }


def _cut(one: Cut) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "slides": list(one.slides),
        "keep": one.keep,
        "merge": one.merge,
        "why": one.why,
        "effect": one.effect,
    }
