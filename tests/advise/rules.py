"""Rules in short, so that these tests depend on no wording of the shipped ones."""

from __future__ import annotations

import msgspec

from sowhat.model import Action, Motif
from sowhat.rules import AdviceText, MotifRule, load
from tests.measure.decks import side_of

ACTIONS = {
    Motif.COMPANY: Action.MOVE,
    Motif.LOGOS: Action.MOVE,
    Motif.ANALYST: Action.CUT,
    Motif.PRODUCT: Action.REWRITE,
    Motif.PRAISE: Action.REWRITE,
    Motif.CLOSING: Action.REWRITE,
}


def _rule(motif: Motif) -> MotifRule:
    return MotifRule(
        id=motif,
        side=side_of(motif),
        name=motif.title(),
        why="Because.",
        so_what=(
            f"{motif}: “{{claim}}” – what does it change for {{customer}}?",
            "{customer} hears {claim}: so what?",
            f"Would {{customer}} miss it if {{vendor}} left {motif} out?",
        ),
        advice=AdviceText(
            action=ACTIONS.get(motif, Action.KEEP),
            why="{customer} waits.",
            draft="\n{customer}: from __ to __ with {vendor}" if motif is Motif.PRODUCT else "",
        ),
        source=(),
        against=(),
        good=(),
        bad=(),
        signs=(),
    )


RULES = msgspec.structs.replace(load(), motifs={motif: _rule(motif) for motif in Motif})
