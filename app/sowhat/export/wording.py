"""Words that several writers share, so that they say the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from sowhat import advise, rules
from sowhat.measure import spread
from sowhat.model import (
    Advice,
    Audit,
    Cut,
    Gap,
    Missing,
    Motif,
    Move,
    Note,
    Order,
    Party,
    Slide,
    Status,
    Verdict,
)
from sowhat.texts import gap_text, named, text

LONGEST = 160  # characters of a headline in a list; the slide itself shows all of it
SURE = ((0.9, "very"), (0.75, "quite"), (0.6, "fairly"), (0.0, "hardly"))  # from, word's key


def deck_name(audit: Audit) -> str:
    """Return the name of the deck's file, as it can be shown."""
    return named(PurePath(audit.deck.path.replace("\\", "/")).name)


def headline(slide: Slide) -> str:
    """Return the slide's headline in one line, or that it has none."""
    return " ".join(slide.title.split()) or text("report.untitled")


def short_headline(slide: Slide) -> str:
    """Return the slide's headline, cut after a word where it is a paragraph."""
    said = headline(slide)
    return said if len(said) <= LONGEST else said[:LONGEST].rsplit(" ", 1)[0] + "…"


def motif_names(verdict: Verdict) -> str:
    """Return the names of the verdict's motifs, the main one first."""
    known = rules.load().motifs
    return ", ".join(known[motif].name for motif in verdict.motifs if motif in known)


def stance_words(verdict: Verdict) -> str:
    """Return whom the slide is about and how sure that is, in words."""
    stance = text(f"report.stances.{verdict.stance}")
    if verdict.decided:
        key = "report.decided-why" if verdict.reason else "report.decided"
        return text(key, stance=stance, reason=verdict.reason)
    if verdict.unsure:
        return text("report.unsure", stance=text(f"report.guesses.{verdict.stance}"))
    key = next(key for least, key in SURE if verdict.confidence >= least)
    return text("report.sure", stance=stance, sure=text(f"report.confidence.{key}"))


def action_words(advice: Advice) -> str:
    """Return what to do with the slide, in one short sentence."""
    if advice.to is not None:
        return text("report.actions.move-to", to=advice.to)
    return text(f"report.actions.{advice.action}")


def status_words(status: Status) -> str:
    """Return what became of advice in a word or two, done with a tick."""
    return text(f"report.resolved.{status}")


def resolution_words(audit: Audit, advice: Advice | Order | Missing | Cut) -> str:
    """Return what the user says became of the advice, and why; empty where nothing was said."""
    found = audit.resolution(advice)
    if found is None:
        return ""
    said = status_words(found.status)
    why = " ".join(found.reason.split())
    return text("report.resolved.why", said=said, reason=why) if why else said


def draft_label(advice: Advice) -> str:
    """Return what stands before a draft; a machine's says so."""
    if advice.drafted_by:
        return text("report.labels.machine-draft", model=advice.drafted_by)
    return text("report.labels.draft")


def sent_words(audit: Audit) -> str:
    """Say what of the deck was sent to a model of the user's own: nothing, or lines of slides."""
    made = [item for item in audit.advice if item.drafted_by]
    if not made:
        return text("report.sent.none")
    models = ", ".join(dict.fromkeys(item.drafted_by for item in made))
    slides = tuple(item.slide for item in made)
    return text("report.sent", n=len(slides), slides=spread(slides), models=models)


def fixes_title(audit: Audit) -> str:
    """Return the heading of what changes most; a calm one where the purpose sets the order."""
    calm = "-calm" if audit.order.note is Note.FOR_PURPOSE else ""
    return text(f"report.fixes.heading{calm}")


def order_notes(order: Order) -> list[str]:
    """Return what is said of a proposed order as a whole, and what it makes worse."""
    said = text(f"advise.order-notes.{order.note}", n=len(order.moves))
    cut = order.cut if order.changed else ()
    told = cut and text("advise.order-notes.cut", n=len(cut), slides=spread(cut))
    return [line for line in (said, told, advise.longer(order)) if line]


def order_facts(order: Order) -> list[tuple[str, str, str]]:
    """Return what an order decides, each by name, as it is and as it would be."""
    before, after = order.before, order.after
    return [
        (text(f"advise.flow.{key}"), old, new)
        for key, old, new in (
            ("first", _number(before.first_customer), _number(after.first_customer)),
            ("run", _number(before.vendor_run), _number(after.vendor_run)),
            ("opens", _motif(before.opens_with), _motif(after.opens_with)),
            ("closes", _motif(before.closes_with), _motif(after.closes_with)),
        )
    ]


def move_words(order: Order, move: Move) -> str:
    """Return which slide goes before which."""
    to = order.before_which(move.slide)
    return text("cli.move" if to else "cli.move-last", slide=move.slide, to=to)


def place_words(missing: Missing) -> str:
    """Return where a slide that is to be written belongs."""
    after = missing.after
    return text("cli.after", slide=after) if after else text("cli.at-the-start")


def sentence_of(effect: str) -> str:
    """Return an effect, which begins small and has no end, as a sentence."""
    return f"{effect[:1].upper()}{effect[1:]}."


def understood(audit: Audit) -> list[tuple[str, str]]:
    """Return label and words of each thing that was understood of the deck as a whole."""
    profile = audit.profile
    purpose = text(f"report.purposes.{profile.purpose}")
    lines = [
        ("vendor", _party(profile.vendor)),
        ("products", ", ".join(profile.products)),
        ("customer", _party(profile.customer)),
        ("purpose", text(f"report.origins.{profile.purpose_source}", name=purpose)),
    ]
    return [(text(f"report.parties.{key}"), said) for key, said in lines if said]


def unread(gaps: Sequence[Gap]) -> list[str]:
    """Return a sentence for each kind of thing that could not be read, with its slides."""
    kinds: dict[Gap, list[int]] = {}
    for gap in gaps:
        if gap.id != "font":
            slides = kinds.setdefault(replace(gap, slide=None), [])
            slides += [] if gap.slide is None else [gap.slide]
    said = [_unread(kind, slides) for kind, slides in kinds.items()]
    fonts = dict.fromkeys(gap.detail for gap in gaps if gap.id == "font")
    if fonts:
        said.append(text("report.fonts", n=len(fonts), names=", ".join(fonts)))
    return said


def _unread(kind: Gap, slides: Sequence[int]) -> str:
    said = gap_text(kind)
    if not slides:
        return said
    return text("report.gap", n=len(set(slides)), slides=spread(slides), sentence=said)


def _number(value: int | None) -> str:
    return str(value) if value else text("advise.flow.none")


def _motif(motif: Motif | None) -> str:
    return rules.load().motifs[motif].name if motif else text("advise.flow.none")


def _party(party: Party) -> str:
    if party.name is None:
        return text("report.unknown")
    return text(f"report.origins.{party.source}", name=party.name)
