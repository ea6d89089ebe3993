"""The comparison in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from sowhat.compare.lasting import fell_silent
from sowhat.measure import percent
from sowhat.measure.wording import audience, listed, spread
from sowhat.model import Audit, Comparison, Fate, Outcome, Pair
from sowhat.texts import text


def sentence(old: Audit, new: Audit, pairs: Sequence[Pair], outcomes: Sequence[Outcome]) -> str:
    """Return the headline: what became of the share, of the customer's place, of the findings."""
    share = (_share(old, new), _left_out(old, new, pairs))
    parts = (*share, _first(old, new), _findings(outcomes))
    return " ".join(part for part in parts if part)


def apart_sentence(old: Audit, new: Audit, pairs: int) -> str:
    """Return the headline on two different decks: only their shares are beside each other."""
    said = text("compare.apart", n=pairs, old=len(old.deck.slides), new=len(new.deck.slides))
    shares = [audit.measures.vendor_share for audit in (old, new)]
    before, after = (text("compare.nothing") if s is None else percent(s) for s in shares)
    return f"{said} {text('compare.share.apart', before=before, after=after)}"


def counted(comparison: Comparison) -> str:
    """Return how many slides moved, changed, came and went."""
    parts = {
        "moved": comparison.moved,
        "edited": comparison.edited,
        "added": comparison.added,
        "dropped": comparison.dropped,
    }
    told = [text(f"compare.counted.{key}", n=len(found)) for key, found in parts.items() if found]
    if not told:
        return text("compare.counted.none")
    count = len(comparison.old.deck.slides)
    return text("compare.counted.all", n=len(comparison.pairs), old=count, parts=listed(told))


def advised(comparison: Comparison, fate: Fate) -> str:
    """Return which advice met ``fate``, an action after the other; empty where none did."""
    items = comparison.of("advice", fate)
    parts: list[str] = []
    for action in dict.fromkeys(item.id for item in items):
        meant = [item for item in items if item.id == action]
        numbers = [n for item in meant for n in (item.old if fate is Fate.RESOLVED else item.new)]
        slides = text("words.slides", n=len(numbers), slides=spread(numbers))
        parts.append(text(f"compare.advised.{action}", slides=slides))
    told = listed(parts)
    return text("compare.advised.before", parts=told) if told and fate is Fate.RESOLVED else told


def _share(old: Audit, new: Audit) -> str:
    before, after = old.measures.vendor_share, new.measures.vendor_share
    if before is not None and after is not None:
        words = {"before": percent(before), "after": percent(after)}
        same = words["before"] == words["after"]
        key = "stays" if same else "falls" if after < before else "rises"
        return text(f"compare.share.{key}", **words)
    if before is not None:
        return text("compare.share.lost", share=percent(before))
    if after is not None:
        return text("compare.share.gained", share=percent(after))
    return text("compare.share.none")


def _left_out(old: Audit, new: Audit, pairs: Sequence[Pair]) -> str:
    """Say how many slides left the share for being unsure now: it may have changed by that only."""
    n = sum(fell_silent(new.verdict(pair.new), old.verdict(pair.old)) for pair in pairs)
    return text("compare.left-out", n=n) if n else ""


def _first(old: Audit, new: Audit) -> str:
    before, after = old.measures.first_customer_slide, new.measures.first_customer_slide
    if before is None and after is None:
        key = "none"
    elif before is None or after is None:
        key = "gained" if before is None else "lost"
    else:
        key = "stays" if before == after else "moves"
    them = audience(new.profile)
    said = text(f"compare.first.{key}", them=them, before=before, after=after)
    return said[:1].upper() + said[1:]


def _findings(outcomes: Sequence[Outcome]) -> str:
    found = [item.fate for item in outcomes if item.kind == "finding"]
    counts = ((fate, found.count(fate)) for fate in Fate)
    parts = [text(f"compare.findings.{fate}", n=n) for fate, n in counts if n]
    return text("compare.findings.all", parts=listed(parts)) if parts else ""
