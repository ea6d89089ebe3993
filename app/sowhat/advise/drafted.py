"""Drafts by the user's own model, laid over the offline ones. Nothing is asked of a model here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sowhat.decisions import fingerprint
from sowhat.model import Advice, Deck, MachineDraft, Stance, Verdict

_DRAFTED = (Stance.VENDOR, Stance.MIXED)


def draftable(advice: Sequence[Advice], verdicts: Sequence[Verdict]) -> tuple[int, ...]:
    """Return the numbers of the slides of which a draft could be made; ``verdicts`` of all."""
    return tuple(item.slide for item in advice if verdicts[item.slide - 1].stance in _DRAFTED)


def drafted(
    deck: Deck,
    verdicts: Sequence[Verdict],
    advice: tuple[Advice, ...],
    drafts: Sequence[MachineDraft],
) -> tuple[Advice, ...]:
    """Return the advice with these drafts on all slides that have the words they were made for.

    Of several for the same words the last holds.
    """
    known = {draft.words: draft for draft in drafts if draft.words}
    wanted = draftable(advice, verdicts) if known else ()
    found = []
    for item in advice:
        words = fingerprint(deck.slides[item.slide - 1]) if item.slide in wanted else ""
        draft = known.get(words)
        found.append(replace(item, draft=draft.text, drafted_by=draft.model) if draft else item)
    return tuple(found)
