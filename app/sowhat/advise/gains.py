"""What a new order brings, in the numbers that the report shows of it; and what it costs."""

from __future__ import annotations

from collections.abc import Sequence

from sowhat.model import Flow, Motif, Order, Side
from sowhat.rules import load
from sowhat.rules.order import load_order
from sowhat.texts import text


def gains(before: Flow, after: Flow) -> list[str]:
    """Say what a new order brings, a part of a sentence each; empty where it brings nothing: the
    customer comes no earlier, the longest stretch about the vendor is no shorter, it neither
    opens nor closes better, and no more of the customer's slides come before the vendor's first."""
    parts = []
    if earlier(before, after):
        found = {"new": after.first_customer, "old": before.first_customer}
        parts.append(text("advise.effect.first", **found))
    elif opens(before, after):
        parts.append(_ends("opens", before.opens_with, after.opens_with))
    if after.vendor_run < before.vendor_run:
        parts.append(text("advise.effect.run", n=after.vendor_run, old=before.vendor_run))
    if closes(before, after):
        parts.append(_ends("closes", before.closes_with, after.closes_with))
    few = load_order().heard
    if not parts and before.heard < few <= after.heard - before.heard:
        parts.append(text("advise.effect.heard", new=after.heard, old=before.heard))
    return parts


def earlier(before: Flow, after: Flow) -> bool:
    """Say whether the customer first appears on an earlier slide."""
    old, new = before.first_customer, after.first_customer
    return old is not None and new is not None and new < old


def opens(before: Flow, after: Flow) -> bool:
    """Say whether the talk opens nearer to the customer's own world."""
    old, new = _rank(before.opens_with), _rank(after.opens_with)
    return (
        new is not None and new in _ranks(load_order().roles.opening) and (old is None or new < old)
    )


def closes(before: Flow, after: Flow) -> bool:
    """Say whether it comes to close with what the customer does next; where it closed with the
    customer's already, not at the price of fewer of their slides before the vendor's first."""
    old, ends = before.closes_with, _ranks(load_order().roles.closing)
    if _rank(old) in ends or _rank(after.closes_with) not in ends:
        return False
    theirs = old is not None and load().motifs[old].side is Side.CUSTOMER
    return not theirs or after.heard >= before.heard


def longer(order: Order) -> str:
    """Say that the longest stretch about the vendor grows; empty where it does not."""
    old, new = order.before.vendor_run, order.after.vendor_run
    return text("advise.order-notes.longer", n=old, new=new) if new > old else ""


def cost(before: Flow, after: Flow) -> list[str]:
    """Say, as a part of a sentence, that the longest stretch about the vendor grows."""
    old, new = before.vendor_run, after.vendor_run
    return [text("advise.effect.run-grows", n=old, new=new)] if new > old else []


def _ends(key: str, old: Motif | None, new: Motif | None) -> str:
    names = {motif: rule.name for motif, rule in load().motifs.items()}
    if old is None or new is None:
        return text(f"advise.effect.{key}-at-all", new=names[new] if new else "")
    return text(f"advise.effect.{key}", new=names[new], old=names[old])


def _rank(motif: Motif | None) -> int | None:
    return None if motif is None else load_order().rank_of(motif)


def _ranks(groups: Sequence[str]) -> set[int]:
    return {load_order().rank(group) for group in groups}
