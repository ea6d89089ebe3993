"""Gates: limits an audit must keep, for those who check decks by machine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sowhat.model import Audit, Motif
from sowhat.texts import text


def failures(
    audit: Audit, share: float | None, required: Sequence[Motif], first: int | None
) -> Iterator[str]:
    """Yield a sentence for each gate that was not met; a share that does not exist meets all."""
    measures = audit.measures
    if share is not None and measures.vendor_share is not None and measures.vendor_share > share:
        yield text("cli.gate-share", share=f"{measures.vendor_share:.0%}", limit=f"{share:.0%}")
    shown = {slide.number for slide in audit.deck.shown}
    there = {m for v in audit.verdicts if v.slide in shown and not v.unsure for m in v.motifs}
    for motif in required:
        if motif not in there:
            yield text("cli.gate-require", motif=motif.value)
    if first is not None:
        found = measures.first_customer_slide
        if found is None:
            yield text("cli.gate-no-customer", limit=first)
        elif found > first:
            yield text("cli.gate-first", slide=found, limit=first)
