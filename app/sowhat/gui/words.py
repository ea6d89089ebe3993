"""The window's own labels for what it shows. What the engine says comes from the texts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from sowhat.gui.paint import Sight, sight
from sowhat.model import Action, Measures, Profile, Purpose, Slide, Source, Status, Verdict

VERY, QUITE, FAIRLY = 0.9, 0.75, 0.6  # confidence from which a verdict is called so sure


def tr(label: str) -> str:
    """Return ``label`` in the user's language."""
    return QCoreApplication.translate("Words", label)


def sight_name(shown: Sight) -> str:
    """Return what a verdict says, in two words."""
    return {
        Sight.VENDOR: tr("About you"),
        Sight.CUSTOMER: tr("About your customer"),
        Sight.MIXED: tr("About both"),
        Sight.NEUTRAL: tr("About neither"),
        Sight.UNSURE: tr("Unsure"),
    }[shown]


def sureness(verdict: Verdict) -> str:
    """Return how sure the verdict is; an unsure one says its best guess."""
    if verdict.decided:
        return tr("decided by you")
    share = f"{verdict.confidence:.0%}"
    if verdict.unsure:
        guess = sight_name(Sight(verdict.stance.value)).lower()
        return tr("more likely {guess}, {share}").format(guess=guess, share=share)
    if verdict.confidence >= VERY:
        return tr("very sure, {share}").format(share=share)
    if verdict.confidence >= QUITE:
        return tr("quite sure, {share}").format(share=share)
    if verdict.confidence >= FAIRLY:
        return tr("fairly sure, {share}").format(share=share)
    return tr("not very sure, {share}").format(share=share)


def slide_line(slide: Slide, verdict: Verdict) -> str:
    """Return a slide in one line: number, verdict, title."""
    line = tr("Slide {number}: {verdict}").format(
        number=slide.number, verdict=sight_name(sight(verdict)).lower()
    )
    if slide.hidden:
        line += tr(", hidden")
    return f"{line} · {slide.title}" if slide.title else line


def slides_line(count: int, spread: str) -> str:
    """Return the slides of a finding in words, empty where it has none."""
    if count == 0:
        return ""
    return (tr("Slide {spread}") if count == 1 else tr("Slides {spread}")).format(spread=spread)


def counts(measures: Measures) -> tuple[tuple[Sight, int, str], ...]:
    """Return the legend: each sight with its count and a word; unsure only where there are any."""
    known = (
        (Sight.VENDOR, measures.vendor, tr("about you")),
        (Sight.CUSTOMER, measures.customer, tr("about your customer")),
        (Sight.MIXED, measures.mixed, tr("about both")),
        (Sight.NEUTRAL, measures.neutral, tr("about neither")),
    )
    unsure = ((Sight.UNSURE, measures.unsure, tr("unsure")),) if measures.unsure else ()
    return known + unsure


def action_name(action: Action) -> str:
    """Return what to do with a slide."""
    return {
        Action.KEEP: tr("Keep it"),
        Action.REWRITE: tr("Rewrite it"),
        Action.MOVE: tr("Move it"),
        Action.CUT: tr("Cut it"),
        Action.MERGE: tr("Merge it"),
    }[action]


def status_name(status: Status) -> str:
    """Return what became of a piece of advice."""
    return {
        Status.DONE: tr("Done"),
        Status.LATER: tr("Later"),
        Status.IGNORED: tr("Ignored"),
    }[status]


def source_name(source: Source) -> str:
    """Return where a reason without a place stands."""
    return tr("in the notes") if source is Source.NOTES else tr("not on the slide itself")


def stage_name(kind: str, stage: str) -> str:
    """Return what the program is doing."""
    stages = {
        "read": tr("Reading the deck"),
        "pictures": tr("Looking at the pictures"),
        "words": tr("Reading words in pictures"),
        "language": tr("Reading its sentences"),
        "judge": tr("Judging the slides"),
        "report": tr("Writing the report"),
        "draft": tr("Waiting for your model"),
        "export": tr("Exporting"),
        "against": tr("Reading your other decks"),
    }
    kinds = {
        "report": tr("Writing the report"),
        "copy": tr("Writing the copy"),
        "compare": tr("Comparing"),
        "export": tr("Exporting"),
        "print": tr("Printing"),
        "check": tr("Checking"),
        "traces": tr("Looking for what only the file holds"),
        "clean": tr("Writing the cleaned copy"),
    }
    return stages.get(stage) or kinds.get(kind) or tr("Starting")


APART = 2 * "\N{EM SPACE}"


def profile_line(profile: Profile) -> str:
    """Return whose deck it is, for whom and what for, in one line."""
    unknown = tr("not named")
    purpose = {
        Purpose.FIRST_MEETING: tr("first meeting"),
        Purpose.PROPOSAL: tr("proposal"),
        Purpose.LATE_COMPARISON: tr("late comparison"),
        Purpose.TRAINING: tr("training"),
        Purpose.PARTNER: tr("partner"),
        Purpose.INTERNAL: tr("internal"),
    }[profile.purpose]
    parts = (
        tr("Vendor: {name}").format(name=profile.vendor.name or unknown),
        tr("Customer: {name}").format(name=profile.customer.name or unknown),
        tr("Purpose: {name}").format(name=purpose),
    )
    # Each part stays on one line, and no mark between them is left at a line's end.
    return APART.join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in parts)


def band_name(measures: Measures) -> str:
    """Return the deck's band and share in a few words."""
    from sowhat.measure import percent  # here: a window without a deck needs nothing of it

    if measures.band is None or measures.vendor_share is None:
        return tr("No share")
    return f"{measures.band}, {percent(measures.vendor_share)}"
