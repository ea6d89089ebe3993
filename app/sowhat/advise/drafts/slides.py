"""Drafts of slides: their own sentences turned round, those that decided on the vendor first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sowhat.advise.drafts.casing import Casing
from sowhat.advise.drafts.statements import Statement, ground, statements
from sowhat.advise.drafts.write import Writer
from sowhat.model import Deck, Profile, Role, Slide, Verdict

_QUOTED = re.compile("“[^”]*”")
MOST = 3  # lines of a slide's draft
_TRIED = 6  # statements of a slide that are tried


def draft_slides(
    deck: Deck, profile: Profile, verdicts: Sequence[Verdict]
) -> Mapping[int, tuple[str, ...]]:
    """Return the lines of a draft by slide number, for the slides of these verdicts.

    A slide of which no sentence can be turned round well is left out, and so is every slide of a
    deck that is not in English.
    """
    if not verdicts or any(gap.id == "not-english" for gap in deck.gaps):
        return {}
    rows = [
        (slide, verdict, statement)
        for verdict in verdicts
        for slide in [deck.slides[verdict.slide - 1]]
        for statement in _tried(slide, verdict)
    ]
    writer = Writer(profile, Casing.of(deck, profile))
    grounds = [ground(slide, verdict.motif) for slide, verdict, _ in rows]
    drafts = writer.drafts([statement for *_, statement in rows], grounds)
    found: dict[int, tuple[str, ...]] = {}
    for (slide, *_), draft in zip(rows, drafts, strict=True):
        lines = found.get(slide.number, ())
        if draft and len(lines) < MOST and _form(draft) not in map(_form, lines):
            found[slide.number] = (*lines, draft)
    return found


def _form(draft: str) -> str:
    """Return a draft without what it quotes: one question for proof is enough on a slide."""
    return _QUOTED.sub("“”", draft)


def _tried(slide: Slide, verdict: Verdict) -> list[Statement]:
    """Return a slide's statements once each: what is evidence, the headline, and the rest."""
    said = {statement.said: statement for statement in statements(slide)}
    ranked = sorted(said.values(), key=lambda one: _rank(slide, verdict, one))
    return ranked[:_TRIED]


def _rank(slide: Slide, verdict: Verdict, statement: Statement) -> int:
    """Return the place of the evidence in a statement; the headline's and the others' follow."""
    for rank, sign in enumerate(verdict.evidence):
        if statement.holds((sign,)):
            return rank
    title = slide.blocks[statement.block].role is Role.TITLE
    return len(verdict.evidence) + (0 if title else 1)
