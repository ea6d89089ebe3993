"""The deck's numbers in plain words. The user is the vendor: *you*."""

from __future__ import annotations

from collections.abc import Sequence

from sowhat.model import Band, Measures, Profile, Purpose
from sowhat.rules.measures import load_measures
from sowhat.texts import percent, text

_CALM = {Purpose.TRAINING, Purpose.LATE_COMPARISON, Purpose.INTERNAL}


def spread(numbers: Sequence[int]) -> str:
    """Return slide numbers as words: ``3``, ``3 and 4``, ``3 to 6, 9 and 12``."""
    stretches: list[list[int]] = []
    for number in sorted(set(numbers)):
        if stretches and number == stretches[-1][-1] + 1:
            stretches[-1].append(number)
        else:
            stretches.append([number])
    parts: list[str] = []
    for stretch in stretches:
        if len(stretch) > 2:
            parts.append(text("words.range", first=stretch[0], last=stretch[-1]))
        else:
            parts += map(str, stretch)
    return listed(parts)


def listed(parts: Sequence[str]) -> str:
    """Return ``a, b and c``."""
    if len(parts) < 2:
        return "".join(parts)
    return text("words.and", head=", ".join(parts[:-1]), last=parts[-1])


def formula(measures: Measures) -> str:
    """Return how the share came about, with the deck's numbers, and what it leaves out."""
    if measures.vendor_share is None:
        said = text("sentence.formula")
    else:
        said = text(
            "sentence.formula-filled",
            formula=text("sentence.formula"),
            vendor=measures.vendor,
            customer=measures.customer,
            mixed=measures.mixed,
            share=percent(measures.vendor_share),
        )
    if measures.unsure:
        said += text("sentence.left-out", n=measures.unsure)
    return said


def band_limits() -> str:
    """Return the bands with their limits in one line."""
    bands = load_measures().bands
    return text(
        "sentence.bands",
        them=Band.ABOUT_THEM,
        both=Band.BOTH,
        us=Band.ABOUT_US,
        low=percent(bands.them_below),
        high=percent(bands.us_above),
    )


def sentence(measures: Measures, profile: Profile) -> str:
    """Return the headline: whom the slides are about, where the customer comes, what is unsure."""
    shown = shown_slides(measures)
    if shown == 0:
        return text("sentence.no-slide")
    if measures.unsure == shown:
        return text("sentence.all-unsure", n=shown)
    facts = _facts(measures, shown, audience(profile))
    calm = f"sentence.for-{profile.purpose}" if profile.purpose in _CALM else "sentence.plain"
    parts = [text(calm, facts=facts)]
    first = measures.first_customer_slide
    if first is not None and shown > 1 and profile.purpose not in _CALM:
        parts.append(text("sentence.first", them=audience(profile), slide=first))
    if measures.unsure:
        parts.append(text("sentence.unsure", n=measures.unsure))
    return " ".join(_capital(part) for part in parts)


def shown_slides(measures: Measures) -> int:
    """Return how many slides are shown."""
    return measures.vendor + measures.customer + measures.mixed + measures.neutral + measures.unsure


def audience(profile: Profile) -> str:
    """Return who the deck's customer is to the user: "your customer" or "your partner"."""
    partner = profile.purpose is Purpose.PARTNER
    return text("words.partner" if partner else "words.customer")


def _facts(measures: Measures, shown: int, them: str) -> str:
    """Say in one clause or two whom the slides are about, the greater side first."""
    if shown == 1:
        return text(f"sentence.only.{_only(measures)}", them=them)
    vendor, customer, mixed = measures.vendor, measures.customer, measures.mixed
    if not vendor and not customer:
        key = "only-both" if mixed else "nobody"
        return text(f"sentence.{key}", n=mixed, shown=shown, them=them)
    both = text("sentence.both", n=mixed)
    if not vendor or not customer:
        main, none = ("us", "none-them") if vendor else ("them", "none-us")
        first = text(f"sentence.{main}", n=vendor or customer, shown=shown, them=them)
        alone = "-alone" if mixed else ""
        return first + text(f"sentence.{none}{alone}", them=them, both=both)
    if measures.band is Band.ABOUT_THEM:
        first = text("sentence.them", n=customer, shown=shown, them=them)
        return first + text("sentence.and-us", n=vendor)
    first = text("sentence.us", n=vendor, shown=shown)
    if measures.band is Band.ABOUT_US:
        return first
    rest = text("sentence.and-them", n=customer, them=them)
    return first + rest + (text("sentence.and-both", both=both) if mixed else "")


def _only(measures: Measures) -> str:
    counts = {"us": measures.vendor, "them": measures.customer, "both": measures.mixed}
    return next((key for key, count in counts.items() if count), "nobody")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
